"""The mark across the page, as Word itself writes a watermark: WordArt in VML, anchored in the header."""

from briefgen.write.across import length
from briefgen.write.docx.words import escape
from briefgen.write.style import Page

_VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_SHAPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>'
    '<v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>'
    '<v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
    '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>'
    '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
)


def watermark(text: str, font: str, page: Page, number: int) -> str:
    """The content of a run that lays ``text`` across the page, light enough to read through; ``number`` tells one header's from another's."""
    width = length(page) / 25.4 * 72
    height = min(130.0, width / (0.62 * len(text)))
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{width:.1f}pt;height:{height:.1f}pt;rotation:315;z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    words = escape(text.upper(), "mark")
    return (
        f'<w:pict {_VML}>{_SHAPE}<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" alt="{words}" '
        f'style="{style}" o:allowincell="f" fillcolor="#d4d8de" stroked="f"><v:fill opacity=".45"/>'
        f'<v:textpath style="font-family:&quot;{escape(font, "mark")}&quot;;font-size:1pt;font-weight:bold" string="{words}"/></v:shape></w:pict>'
    )
