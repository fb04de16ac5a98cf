"""The house style as one style sheet: the roles that a document uses, its page, and what is the same in every document."""

from collections.abc import Iterable, Mapping
from html import escape

from briefgen.document import Document
from briefgen.write.house import House
from briefgen.write.style import Font, Page, Role

Use = tuple[str, str, bool]
"""A role as it is used: its name, the language, and whether it stands in a pair."""


def sheet(document: Document, house: House, used: Iterable[Use], *, paged: bool) -> str:
    """The style sheet of ``document``; ``used`` are the roles in it. ``paged`` adds the page, running heads and footnotes."""
    pair = len(document.langs) > 1
    page = house.page(document.lang, pair, document.kind)
    rules = [_COMMON, _columns(page), *_roles(house, document.kind, used), *_links(house)]
    if paged:
        rules += [_PAGED, *_page(page, house)]
    else:
        rules += [_SCREEN, f"@media screen{{body{{max-width:{page.line:g}mm;color:{house.colours.get('ink', '#000')}}}}}"]
    return "\n".join(rules)


def _roles(house: House, kind: str, used: Iterable[Use]) -> list[str]:
    """What a role is everywhere under its name; what it is in one language or in a pair under that."""
    looks: dict[str, dict[Use, Mapping[str, str]]] = {}
    for use in sorted(set(used)):
        name, lang, pair = use
        looks.setdefault(name, {})[use] = _declarations(house.role(name, lang, pair, kind), house.fonts)
    rules = []
    for name, places in looks.items():
        first = next(iter(places.values()))
        common = {prop: value for prop, value in first.items() if all(place.get(prop) == value for place in places.values())}
        rules.append(_rule(f".{name}", common))
        for (_, lang, pair), place in places.items():
            own = {prop: value for prop, value in place.items() if prop not in common}
            rules.append(_rule(f"{'._pair ' if pair else ''}.{name}:lang({lang})", own))
    return [rule for rule in rules if rule]


def _declarations(role: Role, fonts: Mapping[str, Font]) -> dict[str, str]:
    font = fonts[role.font]
    return {
        "font": f"{'italic' if role.italic else 'normal'} {700 if role.bold else 400} {role.size:g}pt/{role.leading:g} {_family(font)}",
        "margin": f"{role.before:g}pt 0 {role.after:g}pt {role.indent:g}mm",
        "text-align": role.align,
        "text-indent": f"{role.first_line:g}mm",
        "color": role.colour,
        "letter-spacing": f"{role.tracking:g}pt" if role.tracking else "normal",
        "text-transform": "uppercase" if role.caps else "none",
        "break-after": "avoid" if role.keep_next else "auto",
        "break-before": "avoid" if role.keep_previous else "auto",
        "hyphens": "auto" if role.hyphenate else "manual",
        **_edges(role),
    }


def _edges(role: Role) -> dict[str, str]:
    """Borders and background, and the gap between them and the text."""
    gap = f"{role.gap:g}pt"
    edges = {}
    for edge, border in (("top", role.border_top), ("bottom", role.border_bottom)):
        if border:
            edges[f"border-{edge}"] = f"{border.width:g}pt solid {border.colour}"
        if border or role.background:
            edges[f"padding-{edge}"] = gap
    if role.background:
        edges |= {"background": role.background, "padding-left": gap, "padding-right": gap}
    return edges


def _family(font: Font) -> str:
    return f'"{font.family}","{font.word}",{font.generic}'


def _rule(selector: str, declarations: Mapping[str, str]) -> str:
    return f"{selector}{{{';'.join(f'{prop}:{value}' for prop, value in declarations.items())}}}" if declarations else ""


def _columns(page: Page) -> str:
    half = f"{page.gap / 2:g}mm"
    return f"._pair>*:first-child{{padding-right:{half}}}._pair>*:last-child{{padding-left:{half}}}"


def _links(house: House) -> list[str]:
    rule = house.colours.get("rule", "#bbb")
    return [
        f"a{{color:inherit;text-decoration:underline;text-decoration-color:{rule};text-decoration-thickness:.5pt}}",
        f"tr+tr>*,thead+tbody>tr:first-child>*{{border-top:.5pt solid {rule}}}",
        f"hr{{border:0;border-top:.5pt solid {rule};margin:12pt 0}}",
        f"._pair>*+*{{border-left:.5pt solid {rule}}}",
    ]


def _page(page: Page, house: House) -> list[str]:
    """The page box. The mark stands on every page, the running head below it from page 2, the footer at the foot."""
    rule = house.colours.get("rule", "#bbb")
    box = (
        f"@page{{size:{page.width:g}mm {page.height:g}mm;margin:{page.top:g}mm {page.right:g}mm {page.bottom:g}mm {page.left:g}mm;"
        "@top-center{content:element(head);width:100%;vertical-align:bottom;margin-bottom:6mm}"
        "@bottom-center{content:element(foot);width:100%;vertical-align:top;margin-top:7mm}"
        f"@footnote{{border-top:.5pt solid {rule};padding-top:5pt;margin-top:10pt}}}}"
    )
    return [box, "@page:first{@top-center{content:element(mark)}}", f"._running>.running{{border-bottom:.5pt solid {rule};padding-bottom:2pt}}"]


_COMMON = """\
*{box-sizing:border-box}
body{margin:0;font-kerning:normal;overflow-wrap:break-word;hyphenate-character:"-";hyphenate-limit-chars:6 3 3;orphans:2;widows:2}
h1,h2,h3,h4,h5,h6,p,ul,ol,table,figure,caption,figcaption{margin:0}
ul,ol{padding:0 0 3.5pt 6mm}
th>p:last-child,td>p:last-child{margin-bottom:0!important}
li,figure,tr,._whole{break-inside:avoid}
caption,thead{break-after:avoid}
table{border-collapse:collapse;width:100%}
th,td{padding:3.5pt 8pt 3.5pt 0;text-align:left;vertical-align:baseline}
th:last-child,td:last-child{padding-right:0}
caption{caption-side:top;padding:0}
img{display:block;max-width:100%;height:auto;margin-bottom:4pt;image-rendering:crisp-edges}
sup{font-size:.68em;line-height:0;vertical-align:super}
._pair{display:table;width:100%;table-layout:fixed}
._pair ul.item{padding-bottom:0}
._pair>*{display:table-cell;vertical-align:top;width:50%}
._lined>*{vertical-align:bottom}
._call{white-space:nowrap}
._keep{break-after:avoid}
._page{break-before:page}"""

_PAGED = """\
._running{position:running(head)}
._mark{position:running(mark)}
._running>.mark,._mark>.mark{text-align:right}
._footer{position:running(foot)}
._footer>.footer{text-align:center}
._number:after{content:counter(page)}
._numbers:after{content:counter(pages)}
._note{float:footnote;display:block}
._note::footnote-call{content:""}
._note::footnote-marker{content:attr(data-n) "  "}"""

_SCREEN = """\
@media screen{body{margin:2.5rem auto;padding:0 1.5rem}}
@media(max-width:40rem){._pair,._pair>*{display:block;width:auto;border:0!important;padding:0!important}}
._notes{border-top:.5pt solid;margin-top:24pt;padding-top:8pt}"""


def quoted(text: str) -> str:
    """``text`` for an attribute or between tags."""
    return escape(text, quote=True)
