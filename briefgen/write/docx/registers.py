"""What is counted while the body is written: notes called, comments made, bookmarks asked for."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Self

from briefgen.document import Document, Item, Node, Note, Ref, Row, Side, Text, children, walk
from briefgen.write.docx.words import escape
from briefgen.write.looks import Numbered, numbered


@dataclass
class Survey:
    """What one walk over the document finds beforehand: how often each note is called, what is referred to, how many letters there are."""

    calls: Counter[str] = field(default_factory=Counter)
    referred: set[str] = field(default_factory=set)
    letters: int = 0

    @classmethod
    def of(cls, document: Document) -> Self:
        """The survey of ``document``."""
        survey = cls()
        for node in walk(document):
            match node:
                case Text(text):
                    survey.letters += len(text)
                case Note(key):
                    survey.calls[key] += 1
                case Ref(key):
                    survey.referred.add(key)
        return survey


class Bookmarks:
    """Numbered places that something refers to; a name made from a key would tell what the key says."""

    def __init__(self, document: Document, wanted: set[str]) -> None:
        self._names: dict[tuple[str, str], str] = {}
        self._placed: set[str] = set()
        self._count = 0
        if wanted:
            self._find(document, document.lang, wanted)

    def _find(self, node: Node | Document, lang: str, wanted: set[str]) -> None:
        for child in children(node):
            own = child.lang if isinstance(child, Side) else lang
            key = getattr(child, "key", None)
            if key in wanted and not isinstance(child, (Ref, Note, Row, Item)):
                self._names.setdefault((str(key), own), f"_Ref{len(self._names) + 1:08d}")
            self._find(child, own, wanted)

    def asked(self, key: str, lang: str) -> str:
        """The bookmark of the block with ``key``, in that language if there are two; "" if there is no such block."""
        return self._names.get((key, lang)) or next((name for (known, _), name in self._names.items() if known == key), "")

    def here(self, key: str, lang: str) -> str:
        """The bookmark to set where the block with ``key`` starts, once."""
        name = self._names.get((key, lang), "")
        if not name or name in self._placed:
            return ""
        self._placed.add(name)
        return self.around(name, "")

    def around(self, name: str, xml: str) -> str:
        """``xml`` with the bookmark around it, if it has a name."""
        if not name:
            return xml
        self._count += 1
        return f'<w:bookmarkStart w:id="{self._count}" w:name="{name}"/>{xml}<w:bookmarkEnd w:id="{self._count}"/>'


class Notes:
    """The notes, numbered as they are called: Word numbers them by their place and no number is written down."""

    def __init__(self, document: Document, calls: Counter[str]) -> None:
        self._texts: dict[str, Numbered] = numbered(document) if calls else {}
        self._calls = calls
        self._numbers: dict[str, int] = {}

    def call(self, key: str) -> tuple[int, bool, str]:
        """The number of a note, whether this is its first call, and the bookmark by which later calls find it ("" if there are none)."""
        first = key not in self._numbers
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        return number, first, f"_Note{number}" if self._calls[key] > 1 else ""

    @property
    def called(self) -> list[tuple[int, str, Numbered]]:
        """Number, key and text of the notes that were called."""
        return [(number, key, self._texts[key]) for key, number in self._numbers.items()]


@dataclass
class Comments:
    """What a person must still confirm: text, language and the key of its block."""

    made: list[tuple[str, str]] = field(default_factory=list)

    def add(self, text: str, lang: str, key: str) -> int:
        """The number of a new comment (from 0)."""
        self.made.append((escape(text, key), lang))
        return len(self.made) - 1
