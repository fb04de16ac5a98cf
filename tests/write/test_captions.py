"""Captions and references on paper: fields that Word counts again, links in a PDF, the same words in all formats."""

import io
from dataclasses import replace

import pikepdf
import pytest
from lxml import etree

from briefgen.document import Block, Cell, Document, Field, Figure, Foreign, Inlines, Para, Part, Ref, Row, Section, Table, Text
from briefgen.write import House, write
from tests.write.docx_file import NS, File
from tests.write.samples import TAGS, picture


def caption(word: str, number: int, title: str) -> Inlines:
    return (Text(f"{word} "), Field("table", str(number)), Text(". "), Text(title))


def table(key: str, words: Inlines) -> Table:
    return Table(key, (Row(f"{key}.1", (Cell((Para(f"{key}.1.1", (Text("x"),)),)),)),), caption=words)


def see(key: str, number: str) -> Para:
    return Para(f"see {key}", (Text("See table "), Ref(key, number), Text(".")))


REPORT: tuple[Block, ...] = (see("b", "2"), Section("a", (table("a", caption("Table", 1, "Trade")),)), table("b", caption("Table", 2, "Ports")), see("a", "1"))
ALONE = Document("k", ("en",), "t", REPORT, tags=TAGS)
BOUND = Document("pack", ("en",), "t", (Para("c", (Text("Cover"),)), *(Part(f"p{n}", "fact-sheet", ("en",), REPORT) for n in range(2))), tags=TAGS)


def codes(file: File) -> list[str]:
    return [text.strip() for text in file.values("//w:instrText/text()")]


def test_a_caption_is_a_paragraph_of_word_s_own_style_with_a_number_that_word_counts(house: House) -> None:
    file = File(ALONE, house)
    assert [code for code in codes(file) if code.startswith("SEQ")] == ["SEQ Table \\* ARABIC \\r 1", "SEQ Table \\* ARABIC"]
    captioned = file.find("//w:p[w:pPr/w:pStyle/@w:val='Caption']")
    assert ["".join(text.text or "" for text in one.iter("{*}t")) for one in captioned] == ["Table 1. Trade", "Table 2. Ports"]
    assert file.values("//w:style[@w:styleId='Caption']/w:name/@w:val", "styles") == ["caption"]
    assert all(one.xpath("w:pPr/w:keepNext", namespaces=NS) for one in captioned), "with the table below it"


def test_a_reference_is_a_field_that_shows_what_its_bookmark_holds(house: House) -> None:
    file = File(ALONE, house)
    asked = [code.split()[1] for code in codes(file) if code.startswith("REF")]
    assert len(set(asked)) == 2
    for name, number in zip(asked, ("2", "1"), strict=True):
        (start,) = file.find(f"//w:bookmarkStart[@w:name='{name}']")
        held: list[str] = []
        for one in start.itersiblings():
            if one.tag.endswith("bookmarkEnd"):
                break
            held += [text.text or "" for text in one.iter("{*}t")]
        assert held == [number], "the number alone, so that words around it may bend"


def test_each_document_of_a_pack_counts_from_one_and_refers_to_its_own(house: House) -> None:
    file = File(BOUND, house)
    assert [code for code in codes(file) if code.startswith("SEQ")] == ["SEQ Table \\* ARABIC \\r 1", "SEQ Table \\* ARABIC"] * 2
    assert len({code.split()[1] for code in codes(file) if code.startswith("REF")}) == 4


def test_the_second_language_of_a_caption_repeats_the_number(house: House) -> None:
    both = (*caption("Tabel", 1, "Dagang"), Text(" / "), Foreign("ru", caption("Таблица", 1, "Торговля")))
    file = File(Document("k", ("id", "ru"), "t", (table("a", both),), tags=TAGS), house)
    assert codes(file) == ["SEQ Tabel \\* ARABIC \\r 1", "SEQ Tabel \\c"]


def test_a_picture_has_its_caption_below_it(house: House) -> None:
    words: Inlines = (Text("Рисунок "), Field("figure", "1"), Text(". Порт"))
    file = File(Document("k", ("ru",), "t", (Figure("f", picture(), "image/png", (900, 560), "Порт", words),), tags=TAGS), house)
    assert codes(file) == ["SEQ Рисунок \\* ARABIC \\r 1"]
    assert file.values("//w:p/w:pPr/w:pStyle/@w:val")[:2] == ["Figure", "Caption"]


@pytest.mark.parametrize("document", [ALONE, BOUND], ids=["alone", "bound"])
def test_references_are_links_in_a_pdf_and_on_a_page(house: House, document: Document) -> None:
    page = etree.HTML(write(document, "html", house))
    links = [link for link in page.iter("a") if link.text in ("1", "2")]
    assert len(links) == (4 if document is BOUND else 2)
    for link in links:
        (target,) = [one for one in page.iter() if one.get("id") == str(link.get("href"))[1:]]
        assert f"Table {link.text}." in "".join(map(str, target.itertext()))
    with pikepdf.open(io.BytesIO(write(document, "pdf", house))) as pdf:
        named = {str(name) for name in pikepdf.NameTree(pdf.Root.Names.Dests)}
        asked = [str(note.Dest) for page in pdf.pages for note in page.get("/Annots", ()) if "/Dest" in note]
    assert len(asked) == len(links)
    assert set(asked) <= named


def test_numbers_are_words_in_plain_text(house: House) -> None:
    said = write(replace(ALONE), "txt", house).decode()
    assert "Table 2. Ports" in said
    assert "See table 2." in said
