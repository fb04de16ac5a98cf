"""The write room: a document tree becomes the bytes of one format. A writer chooses no word.

A format is a module (or package) here of that name, with ``write(document, house) -> bytes``; it is imported when it is first used.
"""

from collections.abc import Mapping
from importlib import import_module

from briefgen.document import Document
from briefgen.errors import BriefgenError, Problem, Where
from briefgen.write.house import House
from briefgen.write.looks import Pages

FORMATS: Mapping[str, str] = {
    "tree": "the document tree, one node a line, for authors of templates",
    "txt": "plain text for e-mail",
    "html": "one web page, complete in itself",
    "pdf": "PDF, accessible and for keeping (PDF/UA-1, PDF/A-3a)",
    "docx": "Word",
}
"""The formats by name, which is also the ending of the file."""

INNER = frozenset({"tree"})
"""Formats that hold the addresses of facts: nothing for a desk to send out."""


def write(document: Document, format: str, house: House, *, pages: Pages | None = None) -> bytes:  # noqa: A002  (the word everybody uses)
    """``document`` as a file of ``format``, looking as ``house`` says; the same bytes for the same document, house and library versions.

    ``pages`` are what ``paginate`` counted, for the contents of a Word file, which cannot count its pages itself.
    """
    if format not in FORMATS:
        raise BriefgenError(Problem(Where(), "W004", f"no format {format!r}", f"one of {', '.join(FORMATS)}"), status=2)
    more = {"pages": pages} if format == "docx" else {}
    data: bytes = import_module(f"briefgen.write.{format}").write(document, house, **more)
    return data


def paginate(document: Document, house: House) -> tuple[bytes, Pages]:
    """``document`` as a PDF, and on which of its pages the entries of its contents stand."""
    made: tuple[bytes, Pages] = import_module("briefgen.write.pdf").paginate(document, house)
    return made


__all__ = ["FORMATS", "INNER", "House", "Pages", "paginate", "write"]
