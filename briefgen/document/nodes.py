"""The nodes of the document tree: frozen, closed, each with no more than what every writer needs to know.

Every block has a ``key`` (the same in all languages) and may have a ``role``, a *look* that the house style gives form to. Every printed
fact is a ``Fact`` with the addresses that it was made from. A writer turns the tree into one format and never chooses a word.
"""

from dataclasses import dataclass, field
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
    """A cross-reference to the block with ``key``. Its text is the number of a table or a picture, where its caption has one, or words."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """What only the writer knows, with its words: ``Field("page-of-pages", "Page {page} of {pages}")``.

    The number of a ``table`` or a ``figure`` in its caption is known; Word counts it again when captions are added by hand.
    """

    kind: Literal["page", "page-of-pages", "table", "figure"]
    text: str


@dataclass(frozen=True, slots=True)
class Comment:
    """What a person must still confirm about ``content``: a Word comment; in other formats a light ground."""

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
    """A heading; level 1 is the document's title, or in a pack the name of a document that is bound into it."""

    key: str
    level: int
    content: Inlines
    role: str = ""

    @property
    def look(self) -> str:
        """Its role, or the usual one of its level."""
        return self.role or {1: "title", 2: "heading"}.get(self.level, "subheading")


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
    """A list, bulleted or numbered from ``start``; ``more`` where the next row of a pair goes on with it."""

    key: str
    items: tuple[Item, ...]
    ordered: bool = False
    role: str = ""
    start: int = 1
    more: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. ``lang`` is its language where the table has two, one beside the other; "" for that of its surroundings."""

    content: "Blocks"
    header: bool = False
    span: int = 1
    lang: str = ""


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
    Left out, a table of two columns stands twice in each row, and in a wider one the languages share the cells.
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


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, which the writer fills in: the headings of all parts down to ``depth``, with links, and page numbers on paper."""

    key: str
    depth: int = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A document bound into a pack: on a new page, with its own page and running head, its notes numbered from 1.

    ``kind`` and ``langs`` are those of the document, and so is its look. Levels of its headings are those of the pack.
    """

    key: str
    kind: str
    langs: tuple[str, ...]
    content: "Blocks"
    running: Inlines = ()

    @property
    def lang(self) -> str:
        """Its main language: the only one, or the left one."""
        return self.langs[0]


Block = Heading | Para | List | Table | Figure | Section | Pair | Break | Contents | Part
Blocks = tuple[Block, ...]
Node = Inline | Block | Item | Row | Cell | Side

# ── Documents ────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    ``langs`` has one language, or two for a pair (left first). ``title`` is plain, for metadata and bookmarks. ``running`` is the running head
    from page 2, ``footer`` the foot of each page, ``mark`` what stands over every page; ``tracked`` asks Word to record every change from
    the first; ``tags`` is what others call the languages (``ru-RU``).
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
    tracked: bool = False
    tags: tuple[tuple[str, str], ...] = ()

    def tag(self, lang: str) -> str:
        """What others call ``lang``."""
        for code, tag in self.tags:  # asked for each run
            if code == lang:
                return tag
        return lang

    @property
    def lang(self) -> str:
        """The main language: the only one, or the left one."""
        return self.langs[0]
