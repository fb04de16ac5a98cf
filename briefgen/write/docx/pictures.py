"""Pictures in the line, with the words for those who cannot see them."""

from briefgen.document import Figure
from briefgen.errors import BriefgenError, Problem, Where
from briefgen.write.docx.job import Job
from briefgen.write.docx.measures import emu
from briefgen.write.docx.package import EXTENSIONS
from briefgen.write.docx.words import escape, lang_xml
from briefgen.write.looks import figure_width

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def drawing(job: Job, figure: Figure, line: int, lang: str) -> str:
    """The run that holds a picture on a line of ``line`` twips; the same picture twice is one file in the package.

    Raises:
        BriefgenError: it is neither PNG nor JPEG.
    """
    if figure.media not in EXTENSIONS:
        raise BriefgenError(Problem(Where(), "W022", f"picture {figure.key!r} is {figure.media}", f"one of {', '.join(EXTENSIONS)}"))
    relation = job.package.body.relate("image", job.package.picture(figure.data, figure.media))
    width = figure_width(figure, line * 25.4 / 1440)
    size = f'cx="{emu(width)}" cy="{emu(width * figure.size[1] / figure.size[0])}"'
    number = job.package.count("drawing")
    name, alt = f'id="{number}" name="Picture {number}"', escape(figure.alt, figure.key)
    return (
        f"<w:r><w:rPr><w:noProof/>{lang_xml(job.document.tag(lang))}</w:rPr><w:drawing>"
        f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {name} descr="{alt}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWING}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture">'
        f'<pic:nvPicPr><pic:cNvPr {name} descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
