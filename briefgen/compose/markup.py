"""The strict reader of markup: what a block of prose rendered to, as nodes of the tree.

Prose may use a closed set of elements; anything else is an error at its template line. The addresses in ``<fact>``
come from filters only: markup in a fact's text was escaped long before.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from briefgen.document import (
    Block,
    Cell,
    Comment,
    Emph,
    Fact,
    Foreign,
    Heading,
    Inline,
    Inlines,
    Item,
    LineBreak,
    Link,
    List,
    Note,
    Para,
    Row,
    Section,
    Table,
    Text,
)  # fmt: skip
from briefgen.errors import BriefgenError, Problem, Where

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_SPACE = " \t\r\n"
_ATTRIBUTES = {
    "p": {"role", "omits"}, "h": {"role", "level"}, "list": {"role", "ordered"}, "item": set(), "table": {"role", "widths"}, "row": set(),
    "cell": {"head", "span"}, "note": {"key"}, "em": set(), "strong": set(), "q": set(), "foreign": {"lang"}, "link": {"href"}, "br": set(),
    "section": {"role"}, "fact": {"ref", "later", "problem", "confirm"},
}  # fmt: skip


@dataclass
class Reader:
    """Reads the blocks of one document in one language.

    ``file`` is the template's name for messages, ``marks`` the quotation marks by nesting level, ``lines`` where each
    recorded problem (by its number) was met, as (file, line), filled in while reading.
    """

    file: str
    marks: Sequence[tuple[str, str]]
    lines: dict[int, tuple[str, int]] = field(default_factory=dict)
    _wrong: list[Problem] = field(default_factory=list)

    def read(self, markup: str, key: str, role: str = "") -> tuple[Block, ...]:
        """The blocks of one variant; the first has ``key``, the next ``key.2``, ``key.3``…

        Raises:
            BriefgenError: the markup is broken or uses what the tree does not know; each with its line.
        """
        self._wrong = []
        try:
            root = etree.fromstring(f"<block>{markup}</block>", _PARSER)
        except etree.XMLSyntaxError as error:
            raise BriefgenError(Problem(Where(self.file), "T010", f"the prose of '{key}' is not well-formed: {error.msg}")) from None
        blocks = self._blocks(root, key, role)
        if self._wrong:
            raise BriefgenError(self._wrong)
        return blocks

    def _refuse(self, element: etree._Element, what: str) -> None:
        self._wrong.append(Problem(Where(self.file, _line(element)), "T011", what, "docs/how-to/kind.md lists the elements of prose"))

    def _known(self, element: etree._Element) -> None:
        allowed = _ATTRIBUTES.get(str(element.tag))
        if allowed is None:
            self._refuse(element, f"there is no element <{element.tag}>")
            return
        for name in element.attrib:
            if name != "l" and name not in allowed:
                self._refuse(element, f"<{element.tag}> has no attribute '{name}'")

    # ── blocks ──

    def _blocks(self, parent: etree._Element, key: str, role: str) -> tuple[Block, ...]:
        if (parent.text or "").strip(_SPACE) or any((child.tail or "").strip(_SPACE) for child in parent):
            self._refuse(parent, "words stand outside <p>, <h>, <list> or <table>")
        blocks: list[Block] = []
        for element in parent:
            own = key if not blocks else f"{key}.{len(blocks) + 1}"
            block = self._block(element, own, role)
            if block is not None:
                blocks.append(block)
        return tuple(blocks)

    def _block(self, element: etree._Element, key: str, role: str) -> Block | None:
        self._known(element)
        tag, role = str(element.tag), element.get("role", role)
        if tag == "p":
            return Para(key, self._inlines(element), role, tuple(element.get("omits", "").split()))
        if tag == "h":
            return Heading(key, int(element.get("level", "2")), self._inlines(element), role)
        if tag == "list":
            items = tuple(Item(f"{key}.{n}", self._content(item, f"{key}.{n}", "item")) for n, item in enumerate(element, 1))
            return List(key, items, element.get("ordered") == "yes", role) if items else None
        if tag == "table":
            widths = tuple(float(share) for share in element.get("widths", "").split())
            rows = tuple(self._row(row, f"{key}.{n}") for n, row in enumerate(element, 1))
            return Table(key, rows, widths, (), role) if any(not cell.header for row in rows for cell in row.cells) else None
        if tag == "section":
            return Section(key, self._blocks(element, f"{key}.1", ""), role)
        self._refuse(element, f"<{tag}> cannot stand here")
        return None

    def _row(self, element: etree._Element, key: str) -> Row:
        self._known(element)
        cells = []
        for n, cell in enumerate(element, 1):
            self._known(cell)
            head = cell.get("head") == "yes"
            cells.append(Cell(self._content(cell, f"{key}.{n}", "cell-head" if head else "cell"), head, int(cell.get("span", "1"))))
        return Row(key, tuple(cells))

    def _content(self, element: etree._Element, key: str, role: str) -> tuple[Block, ...]:
        """Blocks, or bare words as one paragraph."""
        self._known(element)
        if any(str(child.tag) in {"p", "list"} for child in element):
            return self._blocks(element, key, role)
        return (Para(key, self._inlines(element), role),)

    # ── inlines ──

    def _inlines(self, element: etree._Element, level: int = 0) -> Inlines:
        found: list[Inline] = [Text(element.text)] if element.text else []
        for child in element:
            found.extend(self._inline(child, level))
            if child.tail:
                found.append(Text(child.tail))
        return tuple(found)

    def _inline(self, element: etree._Element, level: int) -> tuple[Inline, ...]:
        self._known(element)
        tag = str(element.tag)
        match tag:
            case "fact":
                return (self._fact(element, level),)
            case "q":
                opening, closing = self.marks[level % len(self.marks)]
                return (Text(opening), *self._inlines(element, level + 1), Text(closing))
            case "em" | "strong":
                return (Emph(self._inlines(element, level), "term" if tag == "em" else "strong"),)
            case "foreign":
                return (Foreign(element.get("lang", ""), self._inlines(element, level)),)
            case "link":
                href = element.get("href", "")
                if not href.startswith(("https://", "http://", "mailto:")):
                    self._refuse(element, f"a link goes to http, https or mailto, not to '{href}'")
                return (Link(href, self._inlines(element, level)),)
            case "note":
                return (Note(element.get("key", ""), self._inlines(element)),)
            case "br":
                return (LineBreak(),)
        self._refuse(element, f"<{tag}> cannot stand inside a paragraph")
        return ()

    def _fact(self, element: etree._Element, level: int) -> Inline:
        if (number := element.get("problem")) is not None:
            line = next((_line(up) for up in element.iterancestors() if up.get("l")), 0)
            self.lines.setdefault(int(number), (self.file, line))
        content = self._inlines(element, level)
        fact = Fact(tuple(element.get("ref", "").split()), content, element.get("later") is None)
        return Comment(element.get("confirm", ""), (fact,)) if element.get("confirm") else fact


def _line(element: etree._Element) -> int:
    return int(element.get("l", "0"))
