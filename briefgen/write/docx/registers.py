"""What is counted while the body is written: notes called, comments made, bookmarks asked for."""

from dataclasses import dataclass, field
from typing import NamedTuple

from briefgen.document import Document, Field, Figure, Item, Node, Note, Part, Ref, Row, Table, children, walk
from briefgen.write.docx.words import escape
from briefgen.write.looks import Numbered, numbered, tongue


def toc_name(number: int) -> str:
    """The bookmark of an entry of the contents, named as Word names its own."""
    return f"_Toc{number:08d}"


class Bookmarks:
    """Numbered places that something refers to; a name made from a key would tell what the key says."""

    def __init__(self, document: Document, *, any_there: bool = True) -> None:
        self._any = any_there
        self._names: dict[tuple[str, str], str] = {}
        self._placed: set[str] = set()
        self._counted: set[str] = set()
        self._count = 0
        self._named = 0
        self.enter(document)

    def enter(self, scope: Document | Part) -> None:
        """Begin with a document, or with one bound into it: it refers to its own blocks only."""
        self._names = {}
        if self._any and (wanted := {node.key for node in walk(scope) if isinstance(node, Ref)}):
            self._find(scope, scope.lang, wanted)

    def _find(self, node: Node | Document, lang: str, wanted: set[str]) -> None:
        for child in children(node):
            if isinstance(child, Part):
                continue
            own = tongue(child, lang)
            key = getattr(child, "key", None)
            numbered = isinstance(child, (Table, Figure)) and any(isinstance(node, Field) for node in child.caption)
            if key in wanted and not isinstance(child, (Ref, Note, Row, Item)) and (numbered or (str(key), own) not in self._names):
                self._named += 1
                self._names[str(key), own] = name = f"_Ref{self._named:08d}"
                if numbered:  # rather than the section that it opens, which has the same key
                    self._counted.add(name)
            self._find(child, own, wanted)

    def asked(self, key: str, lang: str) -> str:
        """The bookmark of the block with ``key``, in that language if there are two; "" if there is no such block."""
        return self._names.get((key, lang)) or next((name for (known, _), name in self._names.items() if known == key), "")

    @property
    def any_here(self) -> bool:
        """Whether anything in this document is referred to."""
        return bool(self._names)

    def here(self, key: str, lang: str) -> str:
        """The bookmark to set where the block with ``key`` starts, once; that of a number stands around the number."""
        name = self._names.get((key, lang), "")
        return "" if name in self._counted else self._once(name, "")

    def number(self, key: str, lang: str, xml: str) -> str:
        """``xml``, the number in the caption of the block with ``key``, with the bookmark around it that a reference shows."""
        name = self.asked(key, lang)
        return (self._once(name, xml) if name in self._counted else "") or xml

    def is_number(self, name: str) -> bool:
        """Whether a bookmark is that of a number."""
        return name in self._counted

    def _once(self, name: str, xml: str) -> str:
        if not name or name in self._placed:
            return ""
        self._placed.add(name)
        return self.around(name, xml)

    def around(self, name: str, xml: str) -> str:
        """``xml`` with the bookmark around it, if it has a name."""
        if not name:
            return xml
        self._count += 1
        return f'<w:bookmarkStart w:id="{self._count}" w:name="{name}"/>{xml}<w:bookmarkEnd w:id="{self._count}"/>'


class Called(NamedTuple):
    """A note that was called: its id in the file, its key, its texts, and the document of a pack that it belongs to."""

    id: int
    key: str
    note: Numbered
    scope: Document | Part


class Notes:
    """The notes, numbered as they are called: Word numbers them by their place, anew in each section, and no number is written down."""

    def __init__(self, document: Document, *, any_there: bool = True) -> None:
        self._any = any_there
        self.called: list[Called] = []
        self._ids: dict[str, int] = {}
        self.enter(document)

    def enter(self, scope: Document | Part) -> None:
        """Begin with a document, or with one bound into it: it has notes of its own."""
        self._scope, self._texts, self._ids = scope, numbered(scope) if self._any else {}, {}

    def call(self, key: str) -> tuple[int, str, str]:
        """The id of a note if this is its first call (else 0), its number, and the bookmark by which later calls find it ("" if there are none)."""
        note, first = self._texts[key], key not in self._ids
        if first:
            self._ids[key] = len(self.called) + 1
            self.called.append(Called(self._ids[key], key, note, self._scope))
        return self._ids[key] if first else 0, str(note.number), f"_Note{self._ids[key]}" if note.calls > 1 else ""


@dataclass
class Captions:
    """The numbers of tables and pictures, which Word counts by the word before them: "Table", «Рисунок»."""

    _series: dict[str, str] = field(default_factory=dict)
    _said: set[tuple[str, str]] = field(default_factory=set)

    def enter(self) -> None:
        """A document that is bound in counts from 1."""
        self._series, self._said = {}, set()

    def code(self, kind: str, word: str, key: str) -> str:
        """The instruction of the number in the caption of the block with ``key``, after ``word``; the second language of a pair repeats it."""
        begins = kind not in self._series
        name = self._series.setdefault(kind, word if word.isalpha() else kind.capitalize())
        if (kind, key) in self._said:
            return f"SEQ {name} \\c"
        self._said.add((kind, key))
        return f"SEQ {name} \\* ARABIC" + " \\r 1" * begins


@dataclass
class Comments:
    """What a person must still confirm: text, language and the key of its block."""

    made: list[tuple[str, str]] = field(default_factory=list)

    def add(self, text: str, lang: str, key: str) -> int:
        """The number of a new comment (from 0)."""
        self.made.append((escape(text, key), lang))
        return len(self.made) - 1
