"""A reader of Word files of our own, for the tests: python-docx passes over notes, comments, links and what stands in a table's table."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from briefgen.document import Document, Figure, Heading, Node, Para, Table, children, plain
from briefgen.write import House, write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W[1:-1], "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}


class File:
    """The parts of a written document."""

    def __init__(self, document: Document, house: House) -> None:
        self.data = write(document, "docx", house)
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            assert archive.testzip() is None
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def xml(self, part: str) -> etree._Element:
        return etree.fromstring(self.parts[f"word/{part}.xml"])

    def find(self, path: str, part: str = "document") -> list[etree._Element]:
        found = self.xml(part).xpath(path, namespaces=NS)
        assert isinstance(found, list)
        return [element for element in found if isinstance(element, etree._Element)]

    def values(self, path: str, part: str = "document") -> list[str]:
        """What an XPath finds that ends in attributes."""
        found = self.xml(part).xpath(path, namespaces=NS)
        assert isinstance(found, list)
        return [str(value) for value in found]

    @property
    def story_parts(self) -> list[str]:
        """The parts that hold words."""
        return [name[5:-4] for name in self.parts if name.startswith(("word/doc", "word/head", "word/foot", "word/comm")) and name.endswith(".xml")]

    def paragraphs(self, part: str = "document") -> list[str]:
        """The words of each paragraph that has some, in the order of the file; what a field shows is left out."""
        return [text for text in (paragraph_text(paragraph) for paragraph in self.find("//w:p", part)) if text.strip()]


def paragraph_text(paragraph: etree._Element) -> str:
    said, inside = [], False
    for element in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab", f"{W}fldChar"):
        if element.tag == f"{W}fldChar":
            inside = element.get(f"{W}fldCharType") != "end"
        elif not inside:
            said.append({"br": "\n", "tab": "\t"}.get(str(element.tag).removeprefix(W), element.text or ""))
    return "".join(said)


def tree_paragraphs(node: Node | Document) -> Iterator[str]:
    """The words of each paragraph, heading and caption of a tree, in reading order, notes left out."""
    for child in children(node):
        if isinstance(child, (Heading, Para)):
            yield plain(child)[:-1]
        elif isinstance(child, (Table, Figure)):
            caption = "".join(plain(inline) for inline in child.caption)
            yield from [caption] * isinstance(child, Table)
            yield from tree_paragraphs(child)
            yield from [caption] * isinstance(child, Figure)
        else:
            yield from tree_paragraphs(child)
