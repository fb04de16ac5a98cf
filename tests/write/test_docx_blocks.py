from itertools import pairwise

import pytest
from lxml import etree

from briefgen.document import Block, Break, Cell, Document, Figure, Heading, Item, List, Note, Pair, Para, Row, Section, Side, Table, Text
from briefgen.errors import BriefgenError
from briefgen.write import House, write
from tests.write.docx_file import NS, File, W, paragraph_text
from tests.write.samples import TAGS, note, pack, picture, release


def p(text: str, role: str = "", key: str = "") -> Para:
    return Para(key or text, (Text(text),), role)


def h(text: str, level: int = 2, key: str = "") -> Heading:
    return Heading(key or text, level, (Text(text),))


def one(*blocks: Block) -> Document:
    return Document("k", ("en",), "t", blocks)


def two(*pairs: Block) -> Document:
    return Document("k", ("id", "ru"), "t", pairs, tags=TAGS)


def pair(left: tuple[Block, ...], right: tuple[Block, ...], key: str = "k") -> Pair:
    return Pair(key, Side("id", left), Side("ru", right))


def outline(file: File) -> list[str]:
    """The blocks of the body: a table as ``|``, a paragraph by its words."""
    body = file.find("//w:body")[0]
    return ["|" if block.tag == f"{W}tbl" else paragraph_text(block) for block in body if block.tag != f"{W}sectPr"]


# ── notes ──


def test_notes_are_numbered_by_word_in_the_order_of_their_calls(house: House) -> None:
    file = File(release("en"), house)
    calls = file.values("//w:footnoteReference/@w:id")
    assert calls == ["1", "2"]
    assert file.values("//w:footnote/@w:id", "footnotes") == ["-1", "0", *calls]
    assert file.values("//w:footnotePr/w:footnote/@w:id", "settings") == ["-1", "0"]
    assert file.paragraphs("footnotes")[0].strip().startswith("Signed in two originals")


def test_a_note_called_again_is_the_same_note(house: House) -> None:
    again = Para("p", (Text("a"), Note("n", (Text("only once"),)), Text("b"), Note("m", (Text("another"),)), Text("c"), Note("n", (Text("only once"),))))
    file = File(one(again), house)
    assert len(file.find("//w:footnoteReference")) == 2
    assert [text.split()[0] for text in file.values("//w:instrText/text()")] == ["NOTEREF"]
    name = file.values("//w:bookmarkStart/@w:name")
    assert file.values("//w:instrText/text()")[0].split()[1] == name[0]
    assert file.values("//w:r[w:fldChar[@w:fldCharType='separate']]/following-sibling::w:r[1]/w:t/text()") == ["1"]
    assert "".join(file.paragraphs("footnotes")).count("only once") == 1


def test_a_note_of_both_sides_is_one_note_in_two_languages(house: House) -> None:
    left = Para("p", (Text("kiri"), Note("n", (Text("catatan"),))))
    right = Para("p", (Text("справа"), Note("n", (Text("примечание"),))))
    file = File(two(pair((left,), (right,))), house)
    assert [text.strip() for text in file.paragraphs("footnotes")] == ["catatan", "примечание"]
    assert file.values("//w:footnote[@w:id='1']//w:r[w:t[normalize-space()]]/w:rPr/w:lang/@w:val", "footnotes") == ["id-ID", "ru-RU"]
    assert len(file.find("//w:footnoteReference")) == 1


def test_a_note_where_none_can_stand_is_refused(house: House) -> None:
    inner = Note("inner", (Text("x"),))
    with pytest.raises(BriefgenError, match="W021 note 'inner' stands in another note"):
        write(one(Para("p", (Note("outer", (inner,)),))), "docx", house)
    with pytest.raises(BriefgenError, match="W021 note 'inner' stands in a running head"):
        write(Document("k", ("en",), "t", (), running=(inner,)), "docx", house)


# ── lists ──


def test_each_list_starts_anew(house: House) -> None:
    lists = [List(f"l{n}", (Item("a", (p("one"),)), Item("b", (p("two"),))), ordered=True) for n in range(3)]
    file = File(one(*lists), house)
    used = file.values("//w:numId/@w:val")
    assert [a == b for a, b in pairwise(used)] == [True, False, True, False, True]
    assert file.values("//w:num/w:lvlOverride/w:startOverride/@w:val", "numbering") == ["1", "1", "1"]
    assert len(file.find("//w:abstractNum", "numbering")) == 1


def test_a_list_in_a_list_stands_one_level_deeper_and_more_paragraphs_bear_no_number(house: House) -> None:
    inner = List("inner", (Item("i", (p("deep"),)),), ordered=True)
    file = File(one(List("outer", (Item("a", (p("first"), p("more"), inner)), Item("b", (p("second"),))))), house)
    levels = {paragraph_text(paragraph): [ilvl.get(f"{W}val") for ilvl in paragraph.iter(f"{W}ilvl")] for paragraph in file.find("//w:p")}
    assert levels == {"first": ["0"], "more": [], "deep": ["1"], "second": ["0"]}
    more = next(paragraph for paragraph in file.find("//w:p") if paragraph_text(paragraph) == "more")
    indent = more.find("w:pPr/w:ind", NS)
    assert indent is not None
    assert [indent.get(f"{W}left")] == file.values("//w:abstractNum[1]/w:lvl[1]/w:pPr/w:ind/@w:left", "numbering")


def test_only_the_end_of_a_whole_list_stands_apart(house: House) -> None:
    inner = List("inner", (Item("i", (p("deep"),)),))
    file = File(one(List("outer", (Item("a", (p("first"), inner)), Item("b", (p("second"), p("last")))))), house)
    styles = dict(zip(file.paragraphs(), file.values("//w:p/w:pPr/w:pStyle/@w:val"), strict=True))
    assert styles == {"first": "ListParagraph", "deep": "ListParagraph", "second": "ListParagraph", "last": "ItemLast"}


def test_a_list_that_the_next_row_goes_on_with_does_not_end_there(house: House) -> None:
    rows = [List(f"l{n}", (Item("i", (p(word),)),), more=word != "last") for n, word in enumerate(("first", "last"))]
    file = File(two(*(pair((row,), (row,)) for row in rows)), house)
    ends = [(paragraph_text(found), found.xpath("contains(w:pPr/w:pStyle/@w:val, 'Last')", namespaces=NS)) for found in file.find("//w:tc/w:p")]
    assert [end for end in ends if end[0]] == [("first", False), ("first", False), ("last", True), ("last", True)]


def test_an_item_without_words_first_still_has_its_number(house: House) -> None:
    table = Table("t", (Row("r", (Cell((p("x"),)),)),))
    file = File(one(List("l", (Item("a", (table,)), Item("b", ()), Item("c", (p("c"),))))), house)
    assert len(file.find("//w:numPr")) == 3


# ── tables and pictures ──


def test_a_head_repeats_and_only_short_rows_hold_together(house: House) -> None:
    head = Row("h", (Cell((p("A"),), header=True), Cell((p("B"),), header=True)))
    short, long = Row("s", (Cell((p("x"),)), Cell((p("y"),)))), Row("l", (Cell((p("word " * 400),)), Cell((p("y"),))))
    file = File(one(Table("t", (head, short, long, head))), house)
    rows = file.find("//w:tr")
    assert [row.find("w:trPr/w:tblHeader", NS) is not None for row in rows] == [True, False, False, False]
    assert [row.find("w:trPr/w:cantSplit", NS) is not None for row in rows] == [True, True, False, True]


def kept(file: File) -> dict[str, bool]:
    """Which paragraphs say themselves that they stay with the next."""
    return {paragraph_text(found): found.find("w:pPr/w:keepNext", NS) is not None for found in file.find("//w:p") if paragraph_text(found)}


def test_what_stays_with_the_paragraph_before_keeps_that_one(house: House) -> None:
    assert kept(File(one(p("text"), p("more"), p("ends", "end-mark"), p("ask us", "contact")), house)) == {
        "text": False, "more": True, "ends": True, "ask us": False,
    }  # fmt: skip


def test_widths_follow_the_shares_and_fill_the_line(house: House) -> None:
    file = File(note("en"), house)
    assert set(file.values("//w:tbl/w:tblPr/w:tblLayout/@w:type")) == {"fixed"}
    assert len(file.find("//w:tblLayout")) == len(file.find("//w:tbl"))
    for table in file.find("//w:tbl"):
        columns = [int(column.get(f"{W}w", "0")) for column in table.iter(f"{W}gridCol")]
        assert sum(columns) == round(house.page("en", kind="briefing-note").line * 1440 / 25.4)
        for row in table.iterchildren(f"{W}tr"):
            assert [int(width.get(f"{W}w", "0")) for width in row.iter(f"{W}tcW")] == columns
    last = [int(column.get(f"{W}w", "0")) for column in file.find("//w:tbl")[-1].iter(f"{W}gridCol")]
    assert last[1] / last[0] == pytest.approx(1.5, abs=0.01)


def test_a_column_is_never_narrower_than_its_longest_word(house: House) -> None:
    row = Row("r", (Cell((p("Ditandatangani"),), header=True), Cell((p("x"),))))
    file = File(two(pair((Table("t", (row,), (1, 9)),), ())), house)
    columns = [int(column.get(f"{W}w", "0")) for column in file.find("//w:tbl//w:tbl//w:gridCol")]
    assert columns[0] > sum(columns) * 0.2


def test_the_gap_between_two_languages_takes_no_room_from_a_word(house: House) -> None:
    cells = tuple(Cell((p(word),), header=word != "x", lang=lang) for lang in ("id", "ru") for word in ("Ditandatangani", "x"))
    file = File(two(Table("t", (Row("r", cells),), (1, 9, 1, 9))), house)
    columns = [int(column.get(f"{W}w", "0")) for column in file.find("//w:gridCol")]
    assert columns[2] - columns[0] == round(house.page("id", pair=True, kind="k").gap / 2 / 25.4 * 1440)


def test_cells_span_and_rows_may_be_short(house: House) -> None:
    rows = (Row("a", (Cell((p("wide"),), span=2), Cell((p("c"),)))), Row("b", (Cell(()),)))
    file = File(one(Table("t", rows)), house)
    assert file.values("//w:gridSpan/@w:val") == ["2"]
    assert file.values("//w:gridAfter/@w:val") == ["2"]
    assert len(file.find("//w:tc")) == len(file.find("//w:tc[w:p[last()]]")) == 3


def test_tables_never_touch_and_every_cell_ends_with_a_paragraph(house: House) -> None:
    table = Table("t", (Row("r", (Cell((p("x"),)),)),))
    documents = [one(table, table), two(pair((table, table), (List("l", (Item("i", (table,)),)),))), pack("id", "ru"), one(Break("b"), table, Break("c"))]
    row = pair((p("a"),), (p("б"),))
    documents += [two(row, table), two(row, Section("s", (row,)), Section("z", (row, table))), two(pair((row,), (table, row)))]
    for document in documents:
        file = File(document, house)
        assert file.find("//w:tbl")
        assert file.find("//w:tbl[following-sibling::*[1][self::w:tbl]]") == []
        assert file.find("//w:tc[not(*[last()][self::w:p])]") == []
        assert file.find("//w:body/w:tbl[following-sibling::*[1][self::w:sectPr]]") == []


def test_a_picture_is_kept_once_and_described(house: House) -> None:
    image = Figure("f", picture(), "image/png", (900, 560), 'Two "ministers"', caption=(Text("Caption"),))
    file = File(one(image, image), house)
    assert [name for name in file.parts if "media" in name] == ["word/media/image1.png"]
    drawings = [element for element in file.xml("document").iter() if etree.QName(element).localname == "docPr"]
    assert [drawing.get("descr") for drawing in drawings] == ['Two "ministers"'] * 2
    assert len({drawing.get("id") for drawing in drawings}) == 2
    extents = [element for element in file.xml("document").iter() if etree.QName(element).localname == "extent"]
    wide, high = (int(extents[0].get(side, "0")) for side in ("cx", "cy"))
    assert wide / high == pytest.approx(900 / 560, abs=0.001)
    assert wide == pytest.approx(house.page("en").line * 36000, abs=400)
    with pytest.raises(BriefgenError, match="W022 picture 'f' is image/gif"):
        write(one(Figure("f", b"GIF89a", "image/gif", (1, 1), "x")), "docx", house)


# ── breaks and pairs ──


def test_a_page_break_is_a_property_of_what_comes_next(house: House) -> None:
    table = Table("t", (Row("r", (Cell((p("x"),)),)),))
    file = File(one(p("a"), Break("1"), p("b"), Break("2"), table, Break("3", "rule"), p("c")), house)
    breaks = [paragraph_text(paragraph) for paragraph in file.find("//w:p[w:pPr/w:pageBreakBefore]")]
    assert breaks == ["b", ""]
    assert file.find("//w:br") == []
    assert outline(file)[:4] == ["a", "b", "", "|"]


def test_neighbouring_pairs_are_rows_of_one_table(house: House) -> None:
    file = File(two(*(pair((p(f"kiri {n}"),), (p(f"справа {n}"),), f"k{n}") for n in range(3))), house)
    assert outline(file) == ["|", ""]
    assert [[paragraph_text(cell) for cell in row.iterchildren(f"{W}tc")] for row in file.find("//w:tr")] == [[f"kiri {n}", f"справа {n}"] for n in range(3)]


def test_short_headings_stand_level_outside_the_table(house: House) -> None:
    section = Section("s", (pair((h("Latar"),), (h("Справочно"),)), pair((p("kiri"),), (p("справа"),))))
    file = File(two(pair((p("a"),), (p("б"),)), section), house)
    assert outline(file) == ["|", "Latar\tСправочно", "|", ""]
    heading = file.find("//w:body/w:p")[0]
    assert [lang.get(f"{W}val") for lang in heading.iter(f"{W}lang")] == ["id-ID", "id-ID", "ru-RU"]
    style = heading.findall("w:pPr/w:pStyle", NS)[0].get(f"{W}val")
    column = file.values(f"//w:style[@w:styleId='{style}']/w:pPr/w:tabs/w:tab/@w:pos", "styles")
    page = house.page("id", pair=True)
    assert [int(at) for at in column] == [round((page.line + page.gap) / 2 * 1440 / 25.4)]


def test_long_headings_stand_one_below_the_other(house: House) -> None:
    left, right = "Judul yang jauh lebih panjang daripada lebar satu kolom", "Заголовок"
    assert outline(File(two(pair((h(left, 1),), (h(right, 1),))), house)) == [left, right]


def test_a_long_heading_of_a_section_stands_above_its_own_column(house: House) -> None:
    left, right = "Latar", "В случае постановки вопроса собеседником на переговорах"
    page = house.page("id", pair=True)
    for level, wanted in ((1, ["", ""]), (2, ["", str(round((page.line + page.gap) / 2 * 1440 / 25.4))])):
        file = File(two(pair((h(left, level),), (h(right * level, level),))), house)
        indents = [paragraph.xpath("string(w:pPr/w:ind/@w:left)", namespaces=NS) for paragraph in file.find("//w:body/w:p")]
        assert indents[:2] == wanted


def test_lines_below_both_sides_of_a_row_stand_level(house: House) -> None:
    file = File(two(pair((p("a", "issuer"),), (p("б", "issuer"),)), pair((p("a"),), (p("б"),))), house)
    rows = file.find("//w:body/w:tbl/w:tr")
    assert [row.xpath("w:tc/w:tcPr/w:vAlign/@w:val", namespaces=NS) for row in rows] == [["bottom", "bottom"], []]


def test_a_heading_of_one_side_stands_on_that_side(house: House) -> None:
    assert outline(File(two(pair((), (h("Справа"),))), house)) == ["\tСправа"]
    assert outline(File(two(pair((h("Kiri"),), ())), house)) == ["Kiri"]


def test_a_heading_with_its_text_stays_in_the_row_and_in_its_place(house: House) -> None:
    file = File(two(pair((Section("s", (h("A"), p("1"))),), (Section("s", (h("Б"), p("2"))),))), house)
    assert outline(file) == ["|", ""]
    assert file.paragraphs() == ["A", "1", "Б", "2"]
    assert file.values("//w:tc[1]/w:p/w:pPr/w:pStyle/@w:val") == ["Heading2", "BodyText"]
    assert File(two(pair((h("A"), h("B")), (h("А"), h("Б")))), house).paragraphs() == ["A", "B", "А", "Б"]


def test_a_row_stays_with_the_next_only_if_it_ends_with_what_does(house: House) -> None:
    table = Table("t", (Row("r", (Cell((p("x"),)),)),), caption=(Text("caption"),))
    file = File(two(pair((p("a", "kicker"),), (p("б", "kicker"),)), pair((h("H"), p("b"), table), (h("З"), p("в"), table))), house)
    kept = {style.get(f"{W}styleId") for style in file.find("//w:style[w:pPr/w:keepNext]", "styles")}
    rows = file.find("//w:body/w:tbl/w:tr")
    for row, wanted in zip(rows, (True, False), strict=True):
        for style in row.iter(f"{W}pStyle"):
            off = style.getparent().find("w:keepNext[@w:val='0']", NS)  # type: ignore[union-attr]
            assert (style.get(f"{W}val") in kept and off is None) is wanted


def test_the_text_of_the_columns_meets_the_margins(house: House) -> None:
    file, page = File(pack("id", "ru"), house), house.page("id", pair=True)
    table = file.find("//w:body/w:tbl")[0]
    grid = [int(column.get(f"{W}w", "0")) for column in table.iterchildren(f"{W}tblGrid").__next__()]
    margin = round(page.gap / 2 * 1440 / 25.4)
    assert table.findall("w:tblPr/w:tblInd", NS)[0].get(f"{W}w") == str(-margin)
    assert sum(grid) == pytest.approx((page.line + page.gap) * 1440 / 25.4, abs=2)


# ── the mark ──


def test_a_short_mark_also_lies_across_the_page(house: House) -> None:
    for mark, across in (("DRAFT", 1), ("Embargoed until 14:00 WIB (UTC+7), 14 April 2026", 0)):
        file = File(Document("k", ("en",), "t", (p("x"),), mark=mark), house)
        for part in ("header1", "header2"):
            strings = [element.get("string") for element in file.xml(part).iter() if etree.QName(element).localname == "textpath" and element.get("string")]
            assert strings == [mark.upper()] * across
            assert file.paragraphs(part) == [mark]


def test_a_document_without_furniture_has_none(house: House) -> None:
    file = File(one(p("x")), house)
    assert sorted(name for name in file.parts if name.startswith("word/") and name.endswith(".xml")) == [
        "word/document.xml", "word/fontTable.xml", "word/settings.xml", "word/styles.xml",
    ]  # fmt: skip
    assert file.values("//w:compatSetting[@w:name='compatibilityMode']/@w:val", "settings") == ["15"]
