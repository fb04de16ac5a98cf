"""The document tree: what a document says, free of language rules and of formats. Imports nothing.

Every block has a ``key`` (the same in all languages) and may have a ``role``, a *look* that the house style gives form to. Every printed
fact is a ``Fact`` with the addresses that it was made from. A writer turns the tree into one format and never chooses a word.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Literal

# ── Inlines ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A printed fact. ``asserts`` is False for a later mention (a short form, a pronoun), which parity does not count."""

    refs: tuple[str, ...]
    content: "Inlines"
    asserts: bool = True


@dataclass(frozen=True, slots=True)
class Emph:
    """Emphasis: foreign terms (``kind="term"``, italic) or weight (``kind="strong"``, bold)."""

    content: "Inlines"
    kind: Literal["term", "strong"] = "term"


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language than the block's."""

    lang: str
    content: "Inlines"


@dataclass(frozen=True, slots=True)
class Link:
    """A link to http, https or mailto."""

    href: str
    content: "Inlines"


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note; the writer numbers them in order of appearance. The same key twice is one note with one number."""

    key: str
    content: "Inlines"


@dataclass(frozen=True, slots=True)
class Ref:
    """A cross-reference to the block with ``key``."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """What only the writer knows, with its words: ``Field("page-of-pages", "Page {page} of {pages}")``."""

    kind: Literal["page", "page-of-pages"]
    text: str


@dataclass(frozen=True, slots=True)
class Comment:
    """What a person must still confirm about ``content``: a Word comment, nothing in other formats."""

    text: str
    content: "Inlines"


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line break inside a block."""


Inline = Text | Fact | Emph | Foreign | Link | Note | Ref | Field | Comment | LineBreak
Inlines = tuple[Inline, ...]

# ── Blocks ───────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's title."""

    key: str
    level: int
    content: Inlines
    role: str = ""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph."""

    key: str
    content: Inlines
    role: str = ""
    omits: tuple[str, ...] = ()
    """Addresses that this language must leave out of this block, though the others state them here."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list."""

    key: str
    content: "Blocks"


@dataclass(frozen=True, slots=True)
class List:
    """A list, bulleted or numbered from 1."""

    key: str
    items: tuple[Item, ...]
    ordered: bool = False
    role: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell."""

    content: "Blocks"
    header: bool = False
    span: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; a row whose cells are all headers repeats on each page if it stands first."""

    key: str
    cells: tuple[Cell, ...]


Together = Literal["", "beside", "between", "stacked", "tongues"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of data. ``widths`` are shares of the line, one a column.

    ``together`` says how it is one table over the whole page in a pair: its first column shared and the others ``beside`` each other, or the
    shared one ``between`` them; or both languages ``stacked`` in a cell; or, of a glossary of all ``tongues``, those two.
    """

    key: str
    rows: tuple[Row, ...]
    widths: tuple[float, ...] = ()
    caption: Inlines = ()
    role: str = ""
    together: Together = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, already read and re-encoded; ``media`` is image/png or image/jpeg, ``size`` is in pixels."""

    key: str
    data: bytes = field(repr=False)
    media: str
    size: tuple[int, int]
    alt: str
    caption: Inlines = ()
    role: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document: its heading first, if it has one."""

    key: str
    content: "Blocks"
    role: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One language's half of a pair; empty where that language has nothing here."""

    lang: str
    content: "Blocks"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two languages side by side, level at the top."""

    key: str
    left: Side
    right: Side


@dataclass(frozen=True, slots=True)
class Break:
    """A page break, or a rule between parts."""

    key: str
    kind: Literal["page", "rule"] = "page"


Block = Heading | Para | List | Table | Figure | Section | Pair | Break
Blocks = tuple[Block, ...]
Node = Inline | Block | Item | Row | Cell | Side

# ── Documents ────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    ``langs`` has one language, or two for a pair (left first). ``title`` is plain, for metadata and bookmarks. ``running`` is the running head
    from page 2, ``footer`` the foot of each page, ``mark`` what stands over every page; ``tags`` what others call the languages (``ru-RU``).
    """

    kind: str
    langs: tuple[str, ...]
    title: str
    content: Blocks
    subject: str = ""
    running: Inlines = ()
    footer: Inlines = ()
    mark: str = ""
    draft: bool = False
    tags: tuple[tuple[str, str], ...] = ()

    def tag(self, lang: str) -> str:
        """What others call ``lang``."""
        return dict(self.tags).get(lang, lang)

    @property
    def lang(self) -> str:
        """The main language: the only one, or the left one."""
        return self.langs[0]


def children(node: Node | Document) -> Iterator[Node]:
    """The nodes directly below ``node``, in reading order (a table's caption before its rows, a figure's after its picture)."""
    if isinstance(node, Table):
        yield from node.caption
        yield from node.rows
        return
    for name in _NAMES[type(node)]:
        value = getattr(node, name)
        for child in value if isinstance(value, tuple) else (value,):
            if isinstance(child, _NODES):
                yield child


def walk(node: Node | Document) -> Iterator[Node]:
    """Every node below ``node``, depth first, in reading order."""
    for child in children(node):
        yield child
        yield from walk(child)


def refs(node: Node | Document) -> frozenset[str]:
    """The addresses of the facts asserted below ``node``, itself included."""
    here = node.refs if isinstance(node, Fact) and node.asserts else ()
    return frozenset(here).union(*(child.refs for child in walk(node) if isinstance(child, Fact) and child.asserts))


def plain(node: Node | Document) -> str:
    """The words below ``node`` in reading order, notes left out; blocks end with a line break."""
    if isinstance(node, (Text, Ref, Field)):
        return node.text
    if isinstance(node, LineBreak):
        return "\n"
    if isinstance(node, Note):
        return ""
    words = "".join(plain(child) for child in children(node))
    if isinstance(node, Table) and node.caption:
        caption = "".join(map(plain, node.caption))
        return f"{caption}\n{words.removeprefix(caption)}"
    return words + "\n" if isinstance(node, (Heading, Para)) or (isinstance(node, Figure) and node.caption) else words


_NODES = (
    Text, Fact, Emph, Foreign, Link, Note, Ref, Field, Comment, LineBreak,
    Heading, Para, List, Item, Table, Row, Cell, Figure, Section, Pair, Side, Break,
)  # fmt: skip
_NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in (*_NODES, Document)}
