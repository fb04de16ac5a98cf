"""What the parts of the writer share while one document is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.document import Document, Part, Text, walk
from briefgen.write.docx.numbering import Numbering
from briefgen.write.docx.package import Package
from briefgen.write.docx.registers import Bookmarks, Comments, Notes
from briefgen.write.docx.styles import Styles
from briefgen.write.house import House
from briefgen.write.looks import Pages, entries
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
    page: Page
    pages: Pages
    """What the PDF of the same counted, or a guess at how many pages there are, shown in page fields until Word has counted."""
    listed: Mapping[int, int]
    """The headings that the contents list: the number of the entry by the heading's identity."""

    @classmethod
    def of(cls, document: Document, house: House, pages: Pages) -> "Job":
        """All that is needed to write ``document``."""
        page = house.page(document.lang, len(document.langs) > 1, document.kind)
        letters = sum(len(node.text) for node in walk(document) if isinstance(node, Text))
        known = pages if pages.count else Pages({}, 1 + letters // (_LETTERS_A_PAGE * len(document.langs)))
        listed = {id(entry.heads[0][1]): entry.number for entry in entries(document)}
        registers = Notes(document), Comments(), Bookmarks(document)
        return cls(document, house, Package(), Styles(document, house), Numbering(house), *registers, page, known, listed)

    def enter(self, part: Part) -> None:
        """From here on, notes and references are those of a document that is bound in."""
        self.notes.enter(part)
        self.bookmarks.enter(part)
