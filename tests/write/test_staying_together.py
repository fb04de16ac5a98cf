"""What is not left alone on a page: the first and the last row of a table, the line that belongs to what stands above it. In Word and in PDF alike."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from briefgen.document import Block, Cell, Document, Heading, Item, List, Pair, Para, Part, Row, Side, Table, Text
from briefgen.write import House, Pages, paginate, write
from tests.write.docx_file import NS, File
from tests.write.samples import TAGS

needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not here (apt-get install poppler-utils)")


def p(text: str, role: str = "") -> Para:
    return Para(text, (Text(text),), role)


def table(rows: int, key: str = "t") -> Table:
    head = Row(f"{key}.head", (Cell((p(f"{key} head"),), header=True),))
    return Table(key, (head, *(Row(f"{key}.{n}", (Cell((p(f"{key} row {n}"),)),)) for n in range(1, rows + 1))))


def one(*blocks: Block) -> Document:
    return Document("k", ("en",), "t", blocks)


def both(left: Block, right: Block, key: str = "k") -> Pair:
    return Pair(key, Side("id", (left,)), Side("ru", (right,)))


def kept(file: File) -> list[bool]:
    """Of each row of the first table, whether Word keeps it with the next."""
    return [bool(row.xpath(".//w:pPr/w:keepNext[not(@w:val)]", namespaces=NS)) for row in file.find("(//w:tbl)[1]/w:tr")]


def pages(document: Document, house: House, folder: Path) -> list[str]:
    (folder / "a.pdf").write_bytes(write(document, "pdf", house))
    said = subprocess.run(["pdftotext", folder / "a.pdf", "-"], check=True, capture_output=True).stdout.decode()
    return [page for page in said.split("\f") if page.strip()]


def test_in_word_neither_the_first_nor_the_last_row_stands_alone(house: House) -> None:
    assert kept(File(one(table(12)), house)) == [False, True, *[False] * 9, True, True]


def test_in_word_a_short_table_is_not_broken_over_pages(house: House) -> None:
    assert kept(File(one(table(5)), house)) == [True] * 6


@needs_poppler
def test_a_table_of_few_but_long_rows_begins_below_its_heading(house: House, tmp_path: Path) -> None:
    rows = tuple(Row(f"r{n}", (Cell((p(f"row {n} " + "said at length, " * 60),)), Cell((p("x"),)))) for n in range(8))
    long = one(Heading("h", 2, (Text("Title"),)), Table("t", rows, (3, 1)))
    assert len(found := pages(long, house, tmp_path)) == 2
    assert "row 0" in found[0]
    assert kept(File(long, house)) == [True, *[False] * 5, True, True]


def test_in_word_a_row_stays_on_one_page_unless_it_is_long_in_its_own_column(house: House) -> None:
    def whole(*words: str) -> list[bool]:
        rows = tuple(Row(f"r{n}", (Cell((p(wide),)), Cell((p("x"),)))) for n, wide in enumerate(words))
        return [bool(row.xpath("w:trPr/w:cantSplit", namespaces=NS)) for row in File(one(Table("t", rows, (9, 1))), house).find("(//w:tbl)[1]/w:tr")]

    assert whole("word " * 100, "word " * 400) == [True, False]


@needs_poppler
def test_in_a_pdf_the_last_row_takes_the_one_before_along(house: House, tmp_path: Path) -> None:
    ends = []
    for count in range(11, 40):
        found = pages(one(*(p(f"Line {n}") for n in range(10)), table(count)), house, tmp_path)
        if len(found) > 1:
            rows = [text for text in found[-1].split("\n") if text.startswith("t row")]
            assert rows[-1:] == [f"t row {count}"]
            ends.append(len(rows))
            if ends[-1] > 3:
                break
    assert ends
    assert min(ends) >= 2


@pytest.mark.parametrize("kind", ["one", "two"])
def test_in_word_what_belongs_to_the_table_above_holds_its_last_row(house: House, kind: str) -> None:
    after = p("To whom to write", "contact") if kind == "one" else both(p("Narahubung", "contact"), p("Контакты", "contact"))
    file = File(Document("k", ("id", "ru") if kind == "two" else ("en",), "t", (table(4), after), tags=TAGS), house)
    assert kept(file)[-1]
    (gap,) = file.find("//w:tbl[1]/following-sibling::w:p[1]")
    assert gap.xpath("w:pPr/w:keepNext[not(@w:val)]", namespaces=NS), "the small paragraph between them too"
    (gap,) = File(one(table(4), p("Another thought")), house).find("//w:tbl[1]/following-sibling::w:p[1]")
    assert not gap.xpath("w:pPr/w:keepNext[not(@w:val)]", namespaces=NS)


def test_in_word_the_small_paragraph_behind_a_table_begins_no_page_alone(house: House) -> None:
    assert [kept(File(one(table(count)), house))[-1] for count in (1, 5, 30)] == [True, True, True]


def test_in_word_a_row_of_two_columns_keeps_with_what_belongs_to_it(house: House) -> None:
    text, contact = both(p("Teks"), p("Текст"), "a"), both(p("Narahubung", "contact"), p("Контакты", "contact"), "b")
    file = File(Document("k", ("id", "ru"), "t", (text, text, contact), tags=TAGS), house)
    assert kept(file) == [False, True, False]


@needs_poppler
@pytest.mark.parametrize("langs", [("en",), ("id", "ru")], ids="-".join)
def test_in_a_pdf_the_contact_never_stands_alone(house: House, tmp_path: Path, langs: tuple[str, ...]) -> None:
    seen = 0
    for lines in range(28, 56):
        text = [p(f"Line {n}") for n in range(lines)]
        contact: Block = p("To whom to write", "contact")
        blocks: list[Block] = [*text, contact] if len(langs) == 1 else [*(both(line, line, line.key) for line in text), both(contact, contact)]
        found = pages(Document("k", langs, "t", tuple(blocks), tags=TAGS), house, tmp_path)
        if len(found) > 1:
            seen += 1
            assert "Line" in found[-1]
            if seen > 2:
                break
    assert seen


def test_a_table_over_both_columns_is_set_in_the_letters_of_the_pair(house: House) -> None:
    document = Document("k", ("id", "ru"), "t", (table(2), both(table(1, "l"), table(1, "r"))), tags=TAGS)
    page = write(document, "html", house).decode()
    assert page.count('class="cell _two"') == 4
    assert 'class="cell"' not in page
    styles = {style for style in File(document, house).values("//w:tbl//w:pStyle/@w:val") if style.startswith("Cell")}
    assert styles == {"Cell", "CellHead"}, "one look of cells, whichever table they stand in"


def test_headings_of_a_kind_with_a_look_of_its_own_stand_level_in_a_pack(house: House) -> None:
    """The same look in both languages is the same style, and only such headings stand in one line."""
    heads = both(Heading("h", 2, (Text("Angka"),)), Heading("h", 2, (Text("Цифры"),)))
    part = Part("f", "fact-sheet", ("id", "ru"), (heads, both(p("Teks"), p("Текст"), "b")))
    file = File(Document("pack", ("id", "ru"), "t", (p("Cover"), part), tags=TAGS), house)
    assert any(text.split("\t") == ["Angka", "Цифры"] for text in file.paragraphs())


@needs_poppler
def test_a_long_item_begins_on_the_same_page_on_both_sides(house: House, tmp_path: Path) -> None:
    def item(first: str, more: int) -> List:
        return List("l", (Item("l.1", (p(f"{first} {'word ' * more}"),)),))

    for lines in range(16, 38, 2):
        rows = (both(p(f"left {n}"), p(f"right {n}"), f"row {n}") for n in range(lines))
        document = Document("k", ("id", "ru"), "t", (*rows, both(item("FIRST", 90), item("SECOND", 160), "last")), tags=TAGS)
        assert [("FIRST" in page, "SECOND" in page) for page in pages(document, house, tmp_path) if "FIRST" in page or "SECOND" in page] == [(True, True)]


@needs_poppler
@pytest.mark.parametrize("langs", [("en",), ("id", "ru")], ids="-".join)
def test_a_pdf_is_drawn_in_rather_than_begin_a_page_for_a_few_lines(house: House, tmp_path: Path, langs: tuple[str, ...]) -> None:
    def lasts(lines: int) -> list[int]:
        text = [p(f"Line{n}") for n in range(lines)]
        blocks = text if len(langs) == 1 else [both(line, line, line.key) for line in text]
        found = pages(Document("k", langs, "t", tuple(blocks), tags=TAGS), house, tmp_path)
        return [page.count("Line") // len(langs) for page in found]

    full = max(lasts(60))  # as many as a page has where nothing is drawn in
    found = [lasts(full + more) for more in range(10)]
    fits = sum(len(one) == 1 for one in found)
    assert 2 < fits < 10
    assert found == [[full + more] if more < fits else [full, more] for more in range(10)], "not drawn in where that saves no page"


def test_a_pack_that_is_drawn_in_is_so_in_word_too(house: House) -> None:
    bound = Part("k", "fact-sheet", ("en",), (table(3), *(p(f"Line{n}") for n in range(28))))
    document = Document("pack", ("en",), "t", (Part("c", "fact-sheet", ("en",), (p("First"),)), bound), tags=TAGS)
    _, counted = paginate(document, house)
    assert (counted.count, counted.tight) == (2, True)

    def white(pages: Pages) -> list[int]:
        with zipfile.ZipFile(io.BytesIO(write(document, "docx", house, pages=pages))) as archive:
            styles = archive.read("word/styles.xml").decode()
        found = [
            re.search(rf'w:styleId="{name}".*?<w:{what}="(\d+)"', styles)
            for name, what in (("BodyText", 'spacing w:before="0" w:after'), ("DataTable", "top w:w"))
        ]
        return [int(one[1]) for one in found if one]

    usual, drawn = white(Pages()), white(counted)
    assert len(usual) == 2
    assert all(less < more for less, more in zip(drawn, usual, strict=True))
