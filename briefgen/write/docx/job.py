"""What the parts of the writer share while one document is written."""

from dataclasses import dataclass

from briefgen.document import Document
from briefgen.write.docx.numbering import Numbering
from briefgen.write.docx.package import Package
from briefgen.write.docx.registers import Bookmarks, Comments, Notes, Survey
from briefgen.write.docx.styles import Styles
from briefgen.write.house import House
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
    pages: int
    """A guess, shown in page fields until Word has counted."""

    @classmethod
    def of(cls, document: Document, house: House) -> "Job":
        """All that is needed to write ``document``."""
        page = house.page(document.lang, len(document.langs) > 1, document.kind)
        survey = Survey.of(document)
        registers = Notes(document, survey.calls), Comments(), Bookmarks(document, survey.referred)
        pages = 1 + survey.letters // (_LETTERS_A_PAGE * len(document.langs))
        return cls(document, house, Package(), Styles(document, house), Numbering(house), *registers, page, pages)
