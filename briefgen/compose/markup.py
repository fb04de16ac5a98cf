"""The strict reader of markup: what a block of prose rendered to, as nodes of the tree.

Prose may use a closed set of elements; anything else is an error at its template line. The addresses in ``<fact>``
come from filters only: each such tag bears the seal of the document, and markup in a fact's text was escaped long before.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from html import unescape
from typing import get_args

from lxml import etree

from briefgen.compose.asked import Sentence, sentence_of
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
    Ref,
    Row,
    Section,
    Table,
    Text,
    Together,
)  # fmt: skip
from briefgen.errors import BriefgenError, Problem, Where

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
MAX_DEPTH = 24
"""Elements within elements: more than any document needs, and far below where a reader of trees gives up."""
_SPACE = " \t\r\n"
_STAMP = re.compile(r'<[a-z]+ l="([^"]*)"')
_PROBLEM = re.compile(r'<fact [^>]*problem="([0-9]+)"')
_ATTRIBUTES = {
    "p": {"role", "omits"}, "h": {"role", "level"}, "list": {"role", "ordered"}, "item": set(), "table": {"role", "widths", "pair"}, "row": set(),
    "cell": {"head", "span"}, "note": {"key"}, "em": set(), "strong": set(), "q": set(), "foreign": {"lang"}, "link": {"href"}, "br": set(),
    "section": {"role"}, "caption": set(), "ref": {"to"}, "fact": {"seal", "ref", "later", "problem", "confirm"},
}  # fmt: skip


@dataclass
class Reader:
    """Reads the blocks of one document in one language.

    ``file`` is the template's name for messages, ``marks`` the quotation marks by nesting level, ``seal`` what the tag of each
    fact must bear, ``lines`` the place in a template where each recorded problem (by its number) was met, ``sentences`` the sentence
    around it, filled in while reading.
    """

    file: str
    marks: Sequence[tuple[str, str]]
    seal: str = ""
    lines: dict[int, Where] = field(default_factory=dict)
    sentences: dict[int, Sentence] = field(default_factory=dict)
    _wrong: list[Problem] = field(default_factory=list)

    def read(self, markup: str, key: str, role: str = "") -> tuple[Block, ...]:
        """The blocks of one variant; the first has ``key``, the next ``key.2``, ``key.3`` and so on.

        Raises:
            BriefgenError: the markup is broken or uses what the tree does not know; each with its line.
        """
        self._wrong = []
        try:
            root = etree.fromstring(f"<block>{markup}</block>", _PARSER)
        except etree.XMLSyntaxError as error:
            raise BriefgenError(self._broken(markup, key, error)) from None
        deep = next((element for element in root.iter() if sum(1 for _ in element.iterancestors()) > MAX_DEPTH), None)
        if deep is not None:
            raise BriefgenError(Problem(self._place(deep), "T011", f"elements are nested more than {MAX_DEPTH} deep", "write plainer prose"))
        blocks = self._blocks(root, key, role)
        if self._wrong:
            raise BriefgenError(self._wrong)
        return blocks

    def forget(self, problems: int) -> None:
        """Let the places of all problems from number ``problems`` on go: what met them is said in another way."""
        self.lines = {number: where for number, where in self.lines.items() if number < problems}
        self.sentences = {number: sentence for number, sentence in self.sentences.items() if number < problems}

    def _broken(self, markup: str, key: str, error: etree.XMLSyntaxError) -> Problem:
        """What is not well-formed, at the last stamp before it; problems met in this markup are placed by theirs."""
        for found in _PROBLEM.finditer(markup):
            self.lines.setdefault(int(found[1]), self._stamped(_STAMP.findall(markup, 0, found.start())))
        line, column = error.position
        before = sum(len(text) + 1 for text in markup.split("\n")[: line - 1]) + column
        what = f"the prose of '{key}' is not well-formed: {error.msg}"
        return Problem(self._stamped(_STAMP.findall(markup, 0, before)), "T010", what, "close each element; a fact stands between elements, never inside a tag")

    def _stamped(self, stamps: Sequence[str]) -> Where:
        file, _, line = stamps[-1].rpartition(":") if stamps else ("", "", "0")
        return Where(unescape(file) or self.file, int(line))

    def _place(self, element: etree._Element) -> Where:
        """The template line that ``element`` is from: its own stamp, or the nearest around it."""
        return self._stamped([stamp for up in (element, *element.iterancestors()) if (stamp := up.get("l"))][:1])

    def _refuse(self, element: etree._Element, what: str) -> None:
        self._wrong.append(Problem(self._place(element), "T011", what, "docs/how-to/kind.md lists the elements of prose"))

    def _known(self, element: etree._Element) -> bool:
        """Whether there is such an element; what is wrong with it is noted."""
        allowed = _ATTRIBUTES.get(str(element.tag))
        if allowed is None:
            self._refuse(element, f"there is no element <{element.tag!s}>")
            return False
        if element.tag == "fact" and (element.get("l") or element.get("seal", "") != self.seal):
            self._refuse(element, "prose writes no <fact>; a filter does")
        for name in element.attrib:
            if name != "l" and name not in allowed:
                self._refuse(element, f"<{element.tag!s}> has no attribute '{name!s}'")
        return True

    def _number(self, element: etree._Element, name: str, otherwise: int, most: int) -> int:
        """The whole number in attribute ``name``, from 1 to ``most``."""
        written = element.get(name, str(otherwise))
        if re.fullmatch("[1-9][0-9]?", written) and int(written) <= most:
            return int(written)
        self._refuse(element, f"'{name}' is a number from 1 to {most}, not '{written}'")
        return otherwise

    def _widths(self, element: etree._Element) -> tuple[float, ...]:
        written = element.get("widths", "").split()
        if all(re.fullmatch(r"0\.[0-9]{1,3}", share) and float(share) > 0 for share in written):
            return tuple(map(float, written))
        self._refuse(element, f"'widths' are shares such as '0.3 0.7', not '{' '.join(written)}'")
        return ()

    def _together(self, element: etree._Element) -> Together:
        written = element.get("pair", "")
        ways: tuple[Together, ...] = get_args(Together)
        for way in ways:
            if way == written:
                return way
        self._refuse(element, f"'pair' is beside, between, stacked or tongues, not '{written}'")
        return ""

    def _children(self, parent: etree._Element, tag: str, *also: str) -> tuple[etree._Element, ...]:
        """The elements ``tag`` in ``parent``, which may hold nothing else but ``also``."""
        self._only_elements(parent)
        for child in parent:
            if child.tag not in (tag, *also):
                self._refuse(child, f"<{parent.tag!s}> holds <{tag}>, not <{child.tag!s}>")
        return tuple(child for child in parent if child.tag == tag)

    def _only_elements(self, parent: etree._Element) -> None:
        if (parent.text or "").strip(_SPACE) or any((child.tail or "").strip(_SPACE) for child in parent):
            self._refuse(parent, "words stand outside <p>, <h>, <item> or <cell>")

    # ── blocks ──

    def _blocks(self, parent: etree._Element, key: str, role: str) -> tuple[Block, ...]:
        self._only_elements(parent)
        blocks: list[Block] = []
        for element in parent:
            own = key if not blocks else f"{key}.{len(blocks) + 1}"
            block = self._block(element, own, role)
            if block is None:
                continue
            before = blocks[-1] if blocks else None
            if isinstance(block, List) and isinstance(before, Para) and before.role in ("", "body"):
                blocks[-1] = replace(before, role="introduction")  # which is not left behind at the foot of a page
            blocks.append(block)
        return tuple(blocks)

    def _block(self, element: etree._Element, key: str, role: str) -> Block | None:
        if not self._known(element):
            return None
        tag, role = str(element.tag), element.get("role", role)
        if tag == "p" and not len(element) and not (element.text or "").strip(_SPACE):
            return None  # none of its conditions held
        if tag == "p":
            return Para(key, self._inlines(element), role, tuple(element.get("omits", "").split()))
        if tag == "h":
            return Heading(key, self._number(element, "level", 2, 6), self._inlines(element), role)
        if tag == "list":
            inner = role if role == "notes" or "role" in element.attrib else "item"
            items = tuple(Item(f"{key}.{n}", self._content(item, f"{key}.{n}", inner)) for n, item in enumerate(self._children(element, "item"), 1))
            return List(key, items, element.get("ordered") == "yes", "" if inner == "item" else inner) if items else None
        if tag == "table":
            captions = element.findall("caption")
            for misplaced in captions:
                if misplaced is not element[0]:
                    self._refuse(misplaced, "a table has one <caption>, before its rows")
            caption = self._inlines(captions[0]) if captions and self._known(captions[0]) else ()
            rows = tuple(self._row(row, f"{key}.{n}") for n, row in enumerate(self._children(element, "row", "caption"), 1))
            table = Table(key, rows, self._widths(element), caption, role, self._together(element))
            return table if any(not cell.header for row in rows for cell in row.cells) else None
        if tag == "section":
            return Section(key, self._blocks(element, f"{key}.1", ""), role)
        self._refuse(element, f"<{tag}> cannot stand here")
        return None

    def _row(self, element: etree._Element, key: str) -> Row:
        self._known(element)
        cells = []
        for n, cell in enumerate(self._children(element, "cell"), 1):
            self._known(cell)
            head = cell.get("head") == "yes"
            cells.append(Cell(self._content(cell, f"{key}.{n}", "cell-head" if head else "cell"), head, self._number(cell, "span", 1, 20)))
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

    def _inline(self, element: etree._Element, level: int) -> tuple[Inline, ...]:  # noqa: C901  (one case an element)
        if not self._known(element):
            return ()
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
            case "ref":
                return (Ref(element.get("to", ""), element.text or ""),)
            case "br":
                return (LineBreak(),)
        self._refuse(element, f"<{tag}> cannot stand inside a paragraph")
        return ()

    def _fact(self, element: etree._Element, level: int) -> Inline:
        if (number := element.get("problem", "")).isdecimal():
            self.lines.setdefault(int(number), self._place(element))
            self.sentences.setdefault(int(number), sentence_of(element))
        content = self._inlines(element, level)
        fact = Fact(tuple(element.get("ref", "").split()), content, element.get("later") is None)
        return Comment(element.get("confirm", ""), (fact,)) if element.get("confirm") else fact
