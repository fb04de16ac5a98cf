"""A pack as a Word file: what the navigation pane, the contents and the running heads rest on, and that no word is lost."""

import io
import re
import zipfile

import pytest

from briefgen.document import Contents, Document, Heading, Item, List, Note, Pair, Para, Part, Side, plain, walk
from briefgen.write import House, Pages, write
from briefgen.write.docx.measures import twips
from briefgen.write.looks import entries
from tests.write.docx_file import NS, File, W, tree_paragraphs
from tests.write.samples import bound, t

SAMPLES = {"ru": bound("ru"), "id-ru": bound("id", "ru"), "en-id": bound("en", "id")}
EACH = pytest.mark.parametrize("name", SAMPLES)
COUNTED = Pages({entry.number: 2 + entry.number for entry in entries(SAMPLES["id-ru"])}, 17)


@pytest.fixture(scope="module")
def files(house: House) -> dict[str, File]:
    return {name: File(document, house) for name, document in SAMPLES.items()}


def counted(house: House, name: str = "id-ru") -> File:
    file = File(SAMPLES[name], house)
    made = File.__new__(File)
    made.data = write(SAMPLES[name], "docx", house, pages=COUNTED)
    made.parts = {**file.parts, **_parts(made.data)}
    return made


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def styles(file: File) -> dict[str, int]:
    """The outline level (from 1) of each style that has one."""
    return {
        str(style.get(f"{W}styleId")): 1 + int(level.get(f"{W}val") or 0)
        for style in file.find("//w:style", "styles")
        for level in style.iter(f"{W}outlineLvl")
    }


@EACH
def test_no_word_is_lost(files: dict[str, File], name: str) -> None:
    said = "\n".join(part for text in files[name].paragraphs() for part in text.split("\t"))
    for text in tree_paragraphs(SAMPLES[name]):
        assert text in said


@EACH
def test_every_heading_is_in_the_navigation_pane(files: dict[str, File], name: str) -> None:
    """Word shows paragraphs with an outline level there, and none that stands in a table."""
    levels = styles(files[name])
    shown = []
    for paragraph in files[name].find("/w:document/w:body/w:p"):
        style = paragraph.find("w:pPr/w:pStyle", NS)
        if style is not None and (level := levels.get(str(style.get(f"{W}val")))):
            runs = [element for run in paragraph.findall("w:r", NS) for element in run]
            words = "".join({f"{W}tab": "\t"}.get(str(element.tag), element.text or "") for element in runs)
            shown += [(level, text) for text in words.split("\t")]
    assert shown == [(node.level, plain(node).strip()) for node in walk(SAMPLES[name]) if isinstance(node, Heading)]


@EACH
def test_the_contents_are_one_field_filled_in_with_links_to_the_headings(files: dict[str, File], name: str) -> None:
    file = files[name]
    codes = [(element.text or "").strip() for element in file.find("//w:instrText")]
    assert [code for code in codes if code.startswith("TOC")] == [r'TOC \o "1-3" \h \z \u']
    kinds = [element.get(f"{W}fldCharType") for element in file.find("//w:fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")
    wanted = [f"_Toc{entry.number:08d}" for entry in entries(SAMPLES[name])]
    links = [link for link in file.values("//w:hyperlink/@w:anchor") if link.startswith("_Toc")]
    assert list(dict.fromkeys(links)) == wanted
    assert [mark for mark in file.values("//w:bookmarkStart/@w:name") if mark.startswith("_Toc")] == wanted
    said = "".join(file.paragraphs())
    assert all(plain(head).strip() in said for entry in entries(SAMPLES[name]) for _, head in entry.heads)


def test_page_numbers_are_those_of_the_pdf_and_are_left_out_without_one(files: dict[str, File], house: House) -> None:
    assert not [code for code in files["id-ru"].find("//w:instrText") if "PAGEREF" in (code.text or "")]
    file = counted(house)
    shown: dict[str, set[str]] = {}
    for paragraph in file.find("//w:p[.//w:instrText[contains(., 'PAGEREF')]]"):
        code = next(text for element in paragraph.iter(f"{W}instrText") if "PAGEREF" in (text := element.text or ""))
        shown.setdefault(code.split()[1], set()).add([element.text for element in paragraph.iter(f"{W}t")][-1] or "")
    assert shown == {f"_Toc{number:08d}": {str(page)} for number, page in COUNTED.entries.items()}
    assert ">17<" in file.parts["word/footer2.xml"].decode()


@EACH
def test_each_document_is_a_section_with_its_own_head_and_notes(files: dict[str, File], name: str) -> None:
    file, document = files[name], SAMPLES[name]
    sections = file.find("//w:sectPr")
    parts = [block for block in document.content if isinstance(block, Part)]
    assert len(sections) == 1 + len(parts)
    assert [section.find("w:titlePg", NS) is not None for section in sections] == [True, False, False, False]
    assert all(section.find("w:footnotePr/w:numRestart", NS).get(f"{W}val") == "eachSect" for section in sections if section is not None)  # type: ignore[union-attr]
    relations = dict(re.findall(r'Id="(rId\d+)"[^>]*Target="(header\d+)\.xml"', file.parts["word/_rels/document.xml.rels"].decode()))
    heads = []
    for section in sections:
        (reference,) = (found for found in section.findall("w:headerReference", NS) if found.get(f"{W}type") == "default")
        heads.append("".join(file.paragraphs(relations[str(reference.get(f"{{{NS['r']}}}id"))])))
    assert [re.sub(r"\s+", " ", head).strip() for head in heads] == [
        re.sub(r"\s+", " ", "".join(map(plain, running))) for running in (document.running, *(part.running for part in parts))
    ]
    assert [bool(section.findall("w:footerReference", NS)) for section in sections] == [True, False, False, False]
    assert file.paragraphs("footer1") == [], "no page number below a cover"


def test_notes_belong_to_their_document(files: dict[str, File]) -> None:
    notes = [key for part in SAMPLES["id-ru"].content if isinstance(part, Part) for key in dict.fromkeys(n.key for n in walk(part) if isinstance(n, Note))]
    assert len(files["id-ru"].find("//w:footnote[not(@w:type)]", "footnotes")) == len(notes) == 4


def test_pages_are_mirrored_and_a_matrix_lies_across(files: dict[str, File], house: House) -> None:
    file = files["id-ru"]
    assert len(file.find("//w:mirrorMargins", "settings")) == 1
    sizes = [(int(size.get(f"{W}w") or 0), int(size.get(f"{W}h") or 0)) for size in file.find("//w:pgSz")]
    assert [width > height for width, height in sizes] == [False, False, True, False]
    gutter = twips(mm=house.page("id", pair=True, kind="pack").gutter)
    assert gutter > 0
    assert [int(margin.get(f"{W}gutter") or 0) for margin in file.find("//w:pgMar")] == [gutter, gutter, 0, gutter]
    assert len(File(Document("press-release", ("en",), "t", (Para("p", t("x")),)), house).find("//w:mirrorMargins", "settings")) == 0


def test_columns_of_a_matrix_begin_where_its_headings_do(files: dict[str, File], house: House) -> None:
    page = house.page("id", pair=True, kind="agreements").bound(house.page("id", pair=True, kind="pack"))
    middle = twips(mm=(page.line + page.gap) / 2)
    assert str(middle) in files["id-ru"].values("//w:body/w:p/w:pPr/w:tabs/w:tab[@w:val='left']/@w:pos")


def test_a_kind_keeps_its_look_in_a_pack(house: House, files: dict[str, File]) -> None:
    note = Part("n", "briefing-note", ("ru",), (Para("p", t("Текст")), Para("q", t("Текст"), "meta")), t("Справка"))
    release = Part("r", "press-release", ("ru",), (Para("p", t("Текст")),), t("Пресс-релиз"))
    file = File(Document("pack", ("ru",), "t", (Para("a", t("Обложка")), release, note)), house)
    looks = {str(style.get(f"{W}styleId")): str(style.find("w:rPr/w:sz", NS).get(f"{W}val")) for style in file.find("//w:style[w:rPr/w:sz]", "styles")}  # type: ignore[union-attr]
    used = [str(style) for style in file.values("/w:document/w:body/w:p/w:pPr/w:pStyle/@w:val")]
    sizes = [house.role("body", "ru", kind=kind).size for kind in ("pack", "press-release", "briefing-note")]
    assert [float(looks[style]) / 2 for style in used[:3]] == sizes
    assert sizes[1] != sizes[2], "the two differ, or this test shows nothing"
    assert used[0] == used[1], "what looks the same is one style"
    assert len(set(files["ru"].values("//w:style/@w:styleId", "styles"))) == len(files["ru"].values("//w:style/@w:styleId", "styles"))


def test_numbers_go_on_from_row_to_row(house: House) -> None:
    rows = tuple(
        Pair(f"l{n}", *(Side(lang, (List(f"l{n}", (item,), ordered=True, start=n),)) for lang in ("en", "id")))
        for n, item in enumerate((_item("one"), _item("two"), _item("three")), 1)
    )
    file = File(Document("press-release", ("en", "id"), "t", rows), house)
    assert file.values("//w:startOverride/@w:val", "numbering") == ["1", "1", "2", "2", "3", "3"]


def _item(words: str) -> Item:
    return Item(words, (Para(words, t(words)),))


def test_the_same_bytes_and_other_bytes_for_other_pages(house: House) -> None:
    document = SAMPLES["id-ru"]
    assert write(document, "docx", house) == write(bound("id", "ru"), "docx", house)
    assert write(document, "docx", house, pages=COUNTED) == write(document, "docx", house, pages=COUNTED) != write(document, "docx", house)


def test_contents_without_headings_are_nothing(house: House) -> None:
    file = File(Document("pack", ("en",), "t", (Para("p", t("Cover")), Contents("c"))), house)
    assert file.find("//w:instrText[contains(., 'TOC')]") == []
