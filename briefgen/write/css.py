"""The house style as one style sheet: the roles that a document uses, its page, and what is the same in every document."""

from collections.abc import Callable, Mapping
from html import escape

from briefgen.document import Document, Part
from briefgen.write.house import House
from briefgen.write.looks import AFTER_LIST, CELL, TIGHT_CELL
from briefgen.write.style import Font, Page, Role

Use = tuple[str, str, bool, str]
"""A role as it is used: its name, the language, whether it stands in a pair, and the kind of document."""
Across = Callable[[Page], str]
"""Gives the address of the picture of the mark that lies across a page."""
_WITHOUT = {"border-top": "none", "border-bottom": "none", "background": "none"}
"""What a look that does not say these says against one that does; others of the kind are paddings."""


class Uses:
    """What the markup of a document uses: its roles, and the kinds and pages of the documents bound into it, by class."""

    def __init__(self, document: Document, house: House) -> None:
        self.document, self.house = document, house
        self.page = house.page(document.lang, len(document.langs) > 1, document.kind)
        self.roles: dict[Use, None] = {}
        self.lists: set[Use] = set()
        """The roles of lists that something else follows."""
        self.kinds = {document.kind: ""}
        self.pages: dict[Page, str] = {self.page: ""}
        self.packed = any(isinstance(block, Part) for block in document.content)

    def role(self, name: str, lang: str, pair: bool, kind: str, *, ends: bool = False) -> None:
        """Note a role; ``ends`` if it is that of a list which ends here. BriefgenError W001 where the house has none of that name."""
        self.house.role(name, lang, pair, kind)
        self.roles[name, lang, pair, kind] = None
        if ends:
            self.lists.add((name, lang, pair, kind))

    def bound(self, part: Part) -> Page:
        """The page of a document of the pack."""
        return self.house.page(part.lang, len(part.langs) > 1, part.kind).bound(self.page)

    def classes(self, part: Part) -> str:
        """The classes of its element."""
        kind = self.kinds.setdefault(part.kind, f"_k{len(self.kinds)}")
        page = self.pages.setdefault(self.bound(part), f"_g{len(self.pages)}")
        return " ".join(filter(None, ("_part", kind, page)))

    def fonts(self) -> set[str]:
        """The fonts of all roles."""
        return {self.house.role(*use).font for use in self.roles}


def sheet(house: House, used: Uses, *, paged: bool, across: Across | None = None, tight: bool = False) -> str:
    """The style sheet of a document. ``paged`` adds the page, running heads and footnotes, and the mark ``across`` each page; ``tight`` saves room."""
    rules = [_COMMON.replace("CELL", f"{CELL}pt"), _columns(used.page), *_roles(house, used, tight=tight), *_links(house), *[_TIGHT] * tight]
    if paged:
        rules += [_PAGED, *_pages(used, house, across)]
    else:
        rules += [_SCREEN, f"@media screen{{body{{max-width:{used.page.line:g}mm;color:{house.colours.get('ink', '#000')}}}}}"]
    return "\n".join(rules)


def _roles(house: House, used: Uses, *, tight: bool) -> list[str]:
    """What a role is everywhere under its name; what it is in one language, in a pair or in one kind of document under that."""
    looks: dict[str, dict[Use, Mapping[str, str]]] = {}
    for use in sorted(used.roles):
        role = house.role(*use)
        looks.setdefault(use[0], {})[use] = _declarations(role.tight() if tight else role, house.fonts)
    rules = []
    for name, places in looks.items():
        first = next(iter(places.values()))
        common = {prop: value for prop, value in first.items() if all(place.get(prop) == value for place in places.values())}
        rules.append(_rule(f".{name}", common))
        apart = dict.fromkeys(prop for place in places.values() for prop in place if prop not in common)
        for use, place in places.items():
            rules.append(_rule(_selector(use, used), {prop: place.get(prop, _WITHOUT.get(prop, "0")) for prop in apart}))
    for use in sorted(used.lists):
        role = house.role(*use)
        after = (role.tight() if tight else role).after + AFTER_LIST
        rules.append(_rule(_selector(use, used) + "._last", {"margin-bottom": f"{after:g}pt"}))
    return [rule for rule in rules if rule]


def _selector(use: Use, used: Uses) -> str:
    name, lang, pair, kind = use
    within = f".{used.kinds[kind]} " if used.kinds[kind] else ""
    return f"{within}.{name}{'._two' if pair else ''}:lang({lang})"


def _declarations(role: Role, fonts: Mapping[str, Font]) -> dict[str, str]:
    font = fonts[role.font]
    return {
        "font": f"{'italic' if role.italic else 'normal'} {700 if role.bold else 400} {role.size:g}pt/{role.leading:.4g} {_family(font)}",
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
    return f"._pair>*:first-child,._ends{{padding-right:{half}}}._pair>*:last-child,._begins{{padding-left:{half}}}"


def _links(house: House) -> list[str]:
    rule = house.colours.get("rule", "#bbb")
    return [
        f"a{{color:inherit;text-decoration:underline;text-decoration-color:{rule};text-decoration-thickness:.5pt}}",
        f"tr+tr>*,thead+tbody>tr:first-child>*{{border-top:.5pt solid {rule}}}",
        f"hr{{border:0;border-top:.5pt solid {rule};margin:12pt 0}}",
        f"._pair>*+*,._begins{{border-left:.5pt solid {rule}}}",
    ]


def _pages(used: Uses, house: House, across: Across | None) -> list[str]:
    """The page boxes. The mark stands on every page, the running head below it from page 2, the footer at the foot; a cover has neither of these."""
    rule = house.colours.get("rule", "#bbb")
    boxes = (
        "@page{@top-center{content:element(head);width:100%;vertical-align:bottom;margin-bottom:6mm}"
        "@bottom-center{content:element(foot);width:100%;vertical-align:top;margin-top:7mm}"
        f"@footnote{{border-top:.5pt solid {rule};padding-top:5pt;margin-top:10pt}}}}"
    )
    first = "@page:first{@top-center{content:element(mark)}" + ("@bottom-center{content:none}}" if used.packed else "}")
    rules = [rule for page, name in used.pages.items() for rule in _page(page, name, across)]
    start = f"._part{{break-before:{'right' if used.page.start == 'right' else 'page'}}}"
    return [*rules, boxes, first, start, f"._running>.running{{border-bottom:.5pt solid {rule};padding-bottom:2pt}}"]


def _page(page: Page, name: str, across: Across | None) -> list[str]:
    """The size and margins of one page, and which elements take it."""
    inner, outer = page.left + page.gutter, page.right
    rules = [f"@page {name}{{size:{page.width:g}mm {page.height:g}mm;margin:{page.top:g}mm {outer:g}mm {page.bottom:g}mm {inner:g}mm}}"]
    if page.mirror:
        rules.append(f"@page {name}:left{{margin-left:{outer:g}mm;margin-right:{inner:g}mm}}")
    if across:
        rules.append(f"@page {name}{{background:url({across(page)}) 0 0/100% 100% no-repeat}}")
    return [*rules, f".{name}{{page:{name}}}"] if name else rules


_COMMON = """\
*{box-sizing:border-box}
body{margin:0;font-kerning:normal;overflow-wrap:break-word;hyphenate-character:"-";hyphenate-limit-chars:6 3 3;orphans:2;widows:2}
h1,h2,h3,h4,h5,h6,p,ul,ol,table,figure,caption,figcaption{margin:0}
ul,ol{padding:0 0 0 6mm}
ul{list-style-type:"•\\2002"}
th>p:last-child,td>p:last-child{margin-bottom:0!important}
li,figure,tr,._whole{break-inside:avoid}
._pair li{break-inside:auto}
caption,thead{break-after:avoid}
table{border-collapse:collapse;width:100%}
th,td{padding:CELL 8pt CELL 0;text-align:left;vertical-align:baseline}
th:last-child,td:last-child{padding-right:0}
caption{caption-side:top;padding:0}
img{display:block;max-width:100%;height:auto;margin-bottom:4pt;image-rendering:crisp-edges}
sup{font-size:.68em;line-height:0;vertical-align:super}
._pair{display:table;width:100%;table-layout:fixed}
li>*{margin-left:0!important}
li>._last{margin-bottom:0!important}
._pair>*{display:table-cell;vertical-align:top;width:50%}
._lined>*{vertical-align:bottom}
._call{white-space:nowrap}
._keep{break-after:avoid}
._stay{break-before:avoid}
._page{break-before:page}
._thin *{orphans:1;widows:1}
._thin>*>:last-child{margin-bottom:0!important}
._thin+._pair>*{padding-top:6pt}
._back{text-decoration:none}
._doubt{background:#fbf0cd}"""

_PAGED = """\
._running{position:running(head)}
._mark{position:running(mark)}
._running>.mark,._mark>.mark{text-align:right}
._footer{position:running(foot)}
._footer>.footer{text-align:center}
._number:after{content:counter(page)}
._numbers:after{content:counter(pages)}
._note{float:footnote;display:block;footnote-policy:line}
._note::footnote-call{content:""}
._note::footnote-marker{content:""}
._note>a:first-child{margin-right:.45em}
._note>a:first-child,sup>a{text-decoration:none}
._contents a{text-decoration:none}
._contents a:after{content:leader(" ") target-counter(attr(href),page)}"""

_TIGHT = f"th,td{{padding-top:{TIGHT_CELL}pt;padding-bottom:{TIGHT_CELL}pt}}"

_SCREEN = """\
@media screen{body{margin:2.5rem auto;padding:0 1.5rem}}
@media(max-width:40rem){._pair,._pair>*{display:block;width:auto;border:0!important;padding:0!important}}
._notes{border-top:.5pt solid;margin-top:24pt;padding-top:8pt}"""


def quoted(text: str) -> str:
    """``text`` for an attribute or between tags."""
    return escape(text, quote=True)
