"""What the parts of the writer share while one document is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from briefgen.document import Document, Note, Part, Ref, Text, kinds, walk
from briefgen.write.docx.numbering import Numbering
from briefgen.write.docx.package import Package
from briefgen.write.docx.registers import Bookmarks, Captions, Comments, Notes
from briefgen.write.docx.styles import Styles
from briefgen.write.house import House
from briefgen.write.looks import Entry, Pages, entries
from briefgen.write.style import Page

_LETTERS_A_PAGE = 2600


@dataclass(frozen=True)
class Job:
    """One document on its way into one package."""

    document: Document
    house: House
    package: Package
    styles: Styles
    numbering: Numbering
    notes: Notes
    comments: Comments
    bookmarks: Bookmarks
    captions: Captions
    page: Page
    pages: Pages
    """What the PDF of the same counted, or a guess at how many pages there are, shown in page fields until Word has counted."""
    entries: tuple[Entry, ...]
    """What the contents list."""
    usual: dict[str, str] = field(default_factory=dict)
    """By language: how a run begins that is words and nothing more."""

    @classmethod
    def of(cls, document: Document, house: House, pages: Pages) -> "Job":
        """All that is needed to write ``document``."""
        page = house.page(document.lang, len(document.langs) > 1, document.kind)
        met = kinds(document)
        known = pages if pages.count else Pages({}, 1 + _letters(document) // (_LETTERS_A_PAGE * len(document.langs)))
        listed = entries(document)
        registers = Notes(document, any_there=Note in met), Comments(), Bookmarks(document, any_there=Ref in met), Captions()
        return cls(document, house, Package(), Styles(document, house, tight=pages.tight), Numbering(house), *registers, page, known, listed)

    @cached_property
    def listed(self) -> Mapping[int, int]:
        """The headings that the contents list: the number of the entry by the heading's identity."""
        return {id(entry.heads[0][1]): entry.number for entry in self.entries}

    def enter(self, part: Part) -> None:
        """From here on, notes and references are those of a document that is bound in."""
        self.notes.enter(part)
        self.bookmarks.enter(part)
        self.captions.enter()


def _letters(document: Document) -> int:
    return sum(len(node.text) for node in walk(document) if isinstance(node, Text))
