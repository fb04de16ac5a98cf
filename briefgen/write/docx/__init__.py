"""Word: a tree becomes a package of our own, part by part, as XML text.

python-docx is not used to write, though it could open and pack a template: its import takes longer than a whole press release here, its
default template is Word 2010's, dated, with a thumbnail and an author, and what a release needs most (notes, fields, language on every run,
lists that start anew, a watermark) it does not make. It reads what comes out, in the tests. XML text rather than lxml elements: all that
varies in it passes ``words.escape``, and a press release takes milliseconds.

Outside rules: ECMA-376 (5th edition) parts 1 and 2 for elements and their order; what Word does beyond it is said where it matters.
"""

from briefgen.document import Document
from briefgen.write.docx.body import Body
from briefgen.write.docx.job import Job
from briefgen.write.docx.notes import comments, footnotes
from briefgen.write.docx.package import NAMESPACES
from briefgen.write.docx.settings import core, fonts, settings
from briefgen.write.house import House
from briefgen.write.looks import Pages


def write(document: Document, house: House, *, pages: Pages | None = None) -> bytes:
    """``document`` as a .docx file that looks as ``house`` says; the same bytes every time. ``pages`` are those of the PDF, if there is one.

    Raises:
        BriefgenError: a character that no Word file can hold, a link that is none, a note where none can stand, an unknown role.
    """
    job = Job.of(document, house, pages or Pages())
    job.package.body.xml = f"<w:document {NAMESPACES}><w:body>{Body(job).document(document)}</w:body></w:document>"
    footnotes(job)
    comments(job)
    job.numbering.into(job.package)
    job.styles.into(job.package)
    settings(job)
    fonts(job)
    return job.package.pack(core(document))
