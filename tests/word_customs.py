"""What somebody who lives in Word expects of a file, and no validator asks for: found in the finished file, whoever wrote it."""

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NS = {
    "w": W[1:-1],
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "dc": "http://purl.org/dc/elements/1.1/",
}
AT_HAND = {"Times New Roman", "Arial"}
"""Fonts of the house that every Word has, on Windows and on a Mac."""
_STORIES = ("word/document.xml", "word/footnotes.xml", "word/comments.xml", "word/header", "word/footer")


def customs(file: Path) -> list[str]:
    """What a user of Word would miss."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")}
    stories = [root for name, root in parts.items() if name.startswith(_STORIES)]
    return [
        *_outline(parts),
        *(complaint for story in stories for complaint in (*_runs(story), *_fields(story))),
        *_contents(parts["word/document.xml"]),
        *_tables(parts["word/document.xml"]),
        *_pictures(parts["word/document.xml"]),
        *_lists(parts),
        *_fonts(parts["word/styles.xml"]),
        *(f"no {name} among its properties" for name in ("title", "language") if not _texts(parts["docProps/core.xml"], f"//dc:{name}")),
    ]


def _found(root: etree._Element, path: str) -> list[etree._Element]:
    found = root.xpath(path, namespaces=_NS)
    assert isinstance(found, list)
    return [element for element in found if isinstance(element, etree._Element)]


def _texts(root: etree._Element, path: str) -> list[str]:
    return [element.text for element in _found(root, path) if element.text]


def _value(element: etree._Element, path: str, name: str = "val") -> str:
    found = _found(element, path)
    return str(found[0].get(f"{W}{name}") or "") if found else ""


def _said(element: etree._Element) -> str:
    return "".join(_texts(element, ".//w:t"))


def outline(parts: Mapping[str, etree._Element]) -> Iterator[tuple[int, str, bool]]:
    """Each heading: its level from 1, its words, and whether it stands in a table, where the navigation pane passes it over."""
    levels: dict[str, int] = {}
    for style in _found(parts["word/styles.xml"], "//w:style[@w:type='paragraph']"):
        inherited = levels.get(_value(style, "w:basedOn"), 0)
        own = _value(style, "w:pPr/w:outlineLvl")
        levels[str(style.get(f"{W}styleId"))] = int(own) + 1 if own else inherited
    for paragraph in _found(parts["word/document.xml"], "//w:p"):
        if (level := levels.get(_value(paragraph, "w:pPr/w:pStyle"), 0)) and (words := _said(paragraph).strip()):
            yield level, words, any(parent.tag == f"{W}tc" for parent in paragraph.iterancestors())


def _outline(parts: Mapping[str, etree._Element]) -> Iterator[str]:
    before = 0
    for level, words, hidden in outline(parts):
        if hidden:
            yield f"the heading «{words}» stands in a table, where the navigation pane does not see it"
        if level > before + 1:
            yield f"the heading «{words}» is of level {level} below one of level {before}"
        before = level
    if not before:
        yield "no heading: the navigation pane is empty"


def _runs(story: etree._Element) -> Iterator[str]:
    for run in _found(story, "//w:r[w:t or w:instrText or w:tab or w:drawing]"):
        if not _value(run, "w:rPr/w:lang") and not _value(run, "w:rPr/w:lang", "bidi"):
            yield f"«{_said(run)}» has no language"


def _fields(story: etree._Element) -> Iterator[str]:
    """Each field of Word's has a result: it is not asked to work anything out before a page is printed."""
    open_fields: list[list[str]] = []
    for element in story.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            open_fields.append(["", "", ""])
        elif kind == "separate":
            open_fields[-1][2] = "yes"
        elif kind == "end":
            code, result, separate = open_fields.pop()
            if not separate or not result.strip():
                yield f"the field «{code.strip()}» has no result"
        elif element.tag == f"{W}instrText":
            open_fields[-1][0] += element.text or ""
        elif open_fields:
            for field in open_fields:
                field[1] += element.text or ""


def _contents(body: etree._Element) -> Iterator[str]:
    """Each line of the contents is a link to a heading, with the number of its page."""
    marks = {str(mark.get(f"{W}name")) for mark in _found(body, "//w:bookmarkStart")}
    for link in _found(body, "//w:hyperlink[@w:anchor]"):
        if (name := str(link.get(f"{W}anchor"))) not in marks:
            yield f"a link to {name}, which is nowhere"
        elif name.startswith("_Toc") and not any("PAGEREF" in code for code in _texts(link, ".//w:instrText")):
            yield f"the contents give no page for «{_said(link)}»"


def _tables(body: etree._Element) -> Iterator[str]:
    """A table of data of more than one page's worth may break anywhere: its head must come again."""
    for table in _found(body, "//w:tbl[w:tblPr/w:tblStyle[@w:val='DataTable']]"):
        rows = _found(table, "w:tr")
        if len(rows) > 1 and not _found(rows[0], "w:trPr/w:tblHeader"):
            yield f"the table that begins with «{_said(rows[0])}» has no head that is repeated"


def _pictures(body: etree._Element) -> Iterator[str]:
    for picture in _found(body, "//wp:docPr"):
        if not picture.get("descr"):
            yield f"{picture.get('name')} has no words for those who cannot see it"


def _lists(parts: Mapping[str, etree._Element]) -> Iterator[str]:
    """Each list begins anew."""
    if "word/numbering.xml" in parts:
        for number in _found(parts["word/numbering.xml"], "//w:num"):
            if not _found(number, "w:lvlOverride/w:startOverride"):
                yield f"list {number.get(f'{W}numId')} goes on with the numbers of the one before"


def _fonts(styles: etree._Element) -> Iterator[str]:
    named = {str(element.get(f"{W}{name}")) for element in _found(styles, "//w:rFonts") for name in ("ascii", "hAnsi", "cs", "eastAsia")}
    for name in sorted(named - AT_HAND):
        yield f"the font {name} does not come with Word"
