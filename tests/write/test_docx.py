import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from briefgen.document import Block, Comment, Document, Emph, Fact, Field, Foreign, Inline, LineBreak, Link, Note, Para, Ref, Text, walk
from briefgen.errors import BriefgenError
from briefgen.write import House, write
from tests.write.docx_file import NS, File, W, tree_paragraphs
from tests.write.samples import note, pack, release

SAMPLES = [release("en", mark=True), release("id"), release("ru"), pack("id", "ru"), pack("en", "id"), note("en"), note("ru")]
EACH = pytest.mark.parametrize("document", SAMPLES, ids=lambda document: "-".join((document.kind, *document.langs)))


def one(*content: Inline, lang: str = "en") -> Document:
    return Document("k", (lang,), "t", (Para("p", content),))


def spoken(paragraphs: list[str]) -> list[str]:
    """Paragraphs, a pair of headings that stands in one line taken apart."""
    return [part for text in paragraphs for part in text.split("\t") if part.strip()]


@EACH
def test_no_word_of_the_tree_is_lost_or_moved(house: House, document: Document) -> None:
    file = File(document, house)
    assert spoken(file.paragraphs()) == [text for text in tree_paragraphs(document) if text.strip()]
    notes = {node.key: node for node in walk(document) if isinstance(node, Note)}
    said = "".join(file.paragraphs("footnotes")) if notes else ""
    for key, found in notes.items():
        assert "".join(node.text for node in walk(found) if isinstance(node, Text)) in said, key


@EACH
def test_what_stands_on_every_page_is_there(house: House, document: Document) -> None:
    file = File(document, house)
    heads = ["".join(file.paragraphs(part)) for part in ("header1", "header2")]
    assert all(document.mark in head for head in heads)
    running = re.sub(" +", " ", "".join(node.text for inline in document.running for node in (inline, *walk(inline)) if isinstance(node, Text)))
    assert running in heads[1]
    assert running not in heads[0]
    assert file.values("//w:titlePg/@w:val") == []
    assert len(file.find("//w:titlePg")) == 1


@EACH
def test_every_run_knows_its_language(house: House, document: Document) -> None:
    file = File(document, house)
    regions = dict(document.tags)
    for part in file.story_parts:
        assert [run for run in file.find("//w:r", part) if run.find("w:rPr/w:lang", NS) is None] == []
    foreign = {node.lang for node in walk(document) if isinstance(node, Foreign)}
    expected = {regions[lang] for lang in (*document.langs, *foreign)}
    assert set(file.values("//w:lang/@w:val")) == expected
    assert file.values("//w:docDefaults//w:lang/@w:val", "styles") == [regions[document.lang]]


def test_a_language_is_called_what_its_document_calls_it(house: House) -> None:
    words = (Text("satu "), Foreign("de", (Text("zwei "),)), Foreign("fr", (Text("trois"),)))
    file = File(Document("k", ("ms",), "t", (Para("p", words),), tags=(("ms", "ms-MY"), ("de", "de-AT"))), house)
    assert file.values("//w:r/w:rPr/w:lang/@w:val") == ["ms-MY", "de-AT", "fr"]
    assert file.values("//w:docDefaults//w:lang/@w:val", "styles") == ["ms-MY"]


def test_each_side_of_a_pair_speaks_its_language(house: House) -> None:
    file = File(pack("id", "ru"), house)
    for run in file.find("//w:tbl[not(ancestor::w:tbl)]/w:tr/w:tc[2]//w:r[w:t]"):
        text, lang = run.findtext("w:t", "", NS), run.find("w:rPr/w:lang", NS)
        assert lang is not None
        if re.search("[а-яё]", text):
            assert lang.get(f"{W}val") == "ru-RU", text
    assert not [text for text in file.values("//w:r[w:rPr/w:lang[@w:val='id-ID']]/w:t/text()") if re.search("[а-яё]{3}", text)]


@EACH
def test_every_style_and_number_that_is_used_exists(house: House, document: Document) -> None:
    file = File(document, house)
    known = {kind: set(file.values(f"//w:style[@w:type='{kind}']/@w:styleId", "styles")) for kind in ("paragraph", "character", "table")}
    for part in file.story_parts:
        for element, kind in (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table")):
            assert set(file.values(f"//w:{element}/@w:val", part)) <= known[kind]
    bases = set(file.values("//w:basedOn/@w:val | //w:next/@w:val", "styles"))
    assert bases <= set().union(*known.values())
    names = file.values("//w:style/w:name/@w:val", "styles")
    assert len(names) == len({name.lower() for name in names})
    assert {"heading 1", "heading 2", "heading 3", "Normal", "Body Text"} <= set(names)
    if "word/numbering.xml" in file.parts:
        assert set(file.values("//w:numId/@w:val")) <= set(file.values("//w:num/@w:numId", "numbering"))


@EACH
def test_every_style_names_a_font_for_every_kind_of_letter(house: House, document: Document) -> None:
    file = File(document, house)
    words = {font.word for font in house.fonts.values()}
    for style in file.find("//w:style[@w:type='paragraph']", "styles"):
        fonts = style.find("w:rPr/w:rFonts", NS)
        assert fonts is not None
        assert {fonts.get(f"{W}{letters}") for letters in ("ascii", "hAnsi", "cs", "eastAsia")} <= words
        assert len({*fonts.attrib.values()}) == 1


@EACH
def test_the_bytes_are_the_same_every_time(house: House, document: Document) -> None:
    data = write(document, "docx", house)
    assert data == write(document, "docx", house)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in archive.infolist()} == {0}
        names = archive.namelist()
    assert names == sorted(names)
    assert names[0] == "[Content_Types].xml"


@EACH
def test_a_stranger_reads_it(house: House, document: Document) -> None:
    opened = docx.Document(io.BytesIO(write(document, "docx", house)))
    assert opened.core_properties.title == document.title
    assert opened.core_properties.author == ""
    if len(document.langs) == 1:
        headings = [paragraph.text for paragraph in opened.paragraphs if paragraph.style and (paragraph.style.name or "").startswith("Heading")]
        assert headings[0] == document.title
        assert len(headings) == sum(type(node).__name__ == "Heading" for node in walk(document))


@EACH
def test_nothing_tells_where_it_came_from(house: House, document: Document) -> None:
    file = File(document, house)
    refs = {ref for node in walk(document) if isinstance(node, Fact) for ref in node.refs}
    keys = {key for node in walk(document) if "." in (key := getattr(node, "key", ""))}
    assert refs
    assert keys
    everything = b"".join(file.parts.values()).decode(errors="replace")
    assert [word for word in refs | keys if word in everything] == []
    core = etree.fromstring(file.parts["docProps/core.xml"])
    assert [etree.QName(element).localname for element in core] == ["title", "subject", "language"][: len(core)] or document.subject == ""
    assert b"dcterms" not in file.parts["docProps/core.xml"]


def test_neighbours_of_one_look_are_one_run(house: House) -> None:
    file = File(one(Text("Signed on "), Fact(("e.signed",), (Text("19 June"),)), Text(", in "), Fact(("e.at",), (Text("Jakarta"),)), Text(".")), house)
    assert [run.findtext("w:t", "", NS) for run in file.find("//w:r")] == ["Signed on 19 June, in Jakarta."]


def test_emphasis_within_emphasis_and_links_keeps_each(house: House) -> None:
    content = Emph((Text("a"), Emph((Text("b"),), "strong"), Link("https://example.org/", (Text("c"),))))
    file = File(one(content), house)
    looks = [(run.findtext("w:t", "", NS), [etree.QName(e).localname for e in run[0]], run[0][0].get(f"{W}val")) for run in file.find("//w:r")]
    assert looks == [
        ("a", ["rStyle", "lang"], "Emphasis"),
        ("b", ["rStyle", "i", "iCs", "lang"], "Strong"),
        ("c", ["rStyle", "i", "iCs", "lang"], "Hyperlink"),
    ]


def test_page_numbers_are_fields_with_something_to_show(house: House) -> None:
    file = File(note("en"), house)
    assert [text.strip() for text in file.values("//w:instrText/text()", "footer2")] == ["PAGE", "NUMPAGES"]
    assert file.values("//w:fldChar/@w:fldCharType", "footer2") == ["begin", "separate", "end"] * 2
    assert "".join(file.values("//w:t/text()", "footer2")) == "Page 2 of 2"
    assert "".join(file.values("//w:t/text()", "footer1")) == "Page 1 of 2"


def test_a_running_head_of_two_lines_has_the_mark_above_it_if_there_is_one(house: House) -> None:
    long = (Text("A title that takes more than one line. " * 4),)
    assert len(File(Document("k", ("en",), "t", (), running=long), house).paragraphs("header2")) == 1
    assert len(File(Document("k", ("en",), "t", (), running=long, mark="DRAFT"), house).paragraphs("header2")) == 2


def test_a_running_head_counts_from_the_second_page_and_bears_no_comment(house: House) -> None:
    running = (Field("page", "p. {page}"), Comment("sure?", (Text(" of it"),)))
    file = File(Document("k", ("en",), "t", (), running=running), house)
    assert "".join(file.values("//w:t/text()", "header2")) == "p. 2 of it"
    assert "word/comments.xml" not in file.parts


def test_a_line_break_is_no_new_run(house: House) -> None:
    file = File(one(Text("a"), LineBreak(), Text("b")), house)
    assert [[etree.QName(element).localname for element in run] for run in file.find("//w:r")] == [["rPr", "t", "br", "t"]]


def test_a_comment_holds_the_words_in_doubt(house: House) -> None:
    file = File(one(Text("On "), Comment("Not confirmed.", (Fact(("e.on",), (Text("19 June"),)),)), Text(".")), house)
    between = file.values("//w:commentRangeStart/following-sibling::w:r[following-sibling::w:commentRangeEnd]/w:t/text()")
    assert between == ["19 June"]
    assert file.paragraphs("comments") == ["Not confirmed."]
    assert file.values("//w:comment/@w:date", "comments") == []


@pytest.mark.parametrize("href", ["javascript:alert(1)", "file:///etc/passwd", "https://", "http://[", "mailto:nobody", "//example.org", "www.example.org"])
def test_a_link_that_is_none_is_refused(house: House, href: str) -> None:
    with pytest.raises(BriefgenError, match=r"W005 .*block 'p' links to"):
        write(one(Link(href, (Text("here"),))), "docx", house)


def test_a_link_to_an_address_with_letters_of_its_own_is_kept(house: House) -> None:
    file = File(one(Link("https://пример.рф/a b?c=d&e", (Text("here"),)), Link("HTTPS://example.org", (Text("!"),))), house)
    relations = etree.fromstring(file.parts["word/_rels/document.xml.rels"])
    targets = [relation.get("Target") for relation in relations if relation.get("TargetMode") == "External"]
    assert targets == ["https://пример.рф/a%20b?c=d&e", "HTTPS://example.org"]


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1b", "\x7f", "\x9b", "\ud800", "\ufffe", "\uffff"])
def test_a_character_that_no_file_can_hold_is_named(house: House, character: str) -> None:
    with pytest.raises(BriefgenError, match=f"W020 block 'p' holds .*U\\+{ord(character):04X}") as caught:
        write(one(Text(f"before{character}after")), "docx", house)
    assert character not in str(caught.value)
    for document in (Document("k", ("en",), f"t{character}", ()), Document("k", ("en",), "t", (), mark=f"m{character}")):
        with pytest.raises(BriefgenError, match="W020"):
            write(document, "docx", house)


def test_markup_in_words_stays_words(house: House) -> None:
    words = "</w:t><w:br/>&amp; \"quoted\" 'single' ]]> <!-- x --> {page}"
    file = File(Document("k", ("en",), words, (Para("p", (Text(words),)),), running=(Text(words),), mark=words), house)
    assert file.paragraphs() == [words]
    assert file.paragraphs("header2") == [words, words]
    assert docx.Document(io.BytesIO(file.data)).core_properties.title == words


def test_white_space_falls_together_but_a_no_break_space_stays(house: House) -> None:
    assert File(one(Text("a \t\n b\u00a0 c\u202fd")), house).paragraphs() == ["a b\u00a0 c\u202fd"]


def test_a_field_and_a_reference_in_the_text(house: House) -> None:
    there = Para("there", (Text("x"),))
    document = Document("k", ("en",), "t", (there, Para("p", (Ref("there", "see x"), Field("page", ", p. {page}"))), there))
    file = File(document, house)
    assert file.values("//w:hyperlink/@w:anchor") == file.values("//w:bookmarkStart/@w:name") == ["_Ref00000001"]
    assert file.find("//w:p")[0].find("w:bookmarkStart", NS) is not None
    with pytest.raises(BriefgenError, match="W006 a reference to 'nowhere'"):
        write(one(Ref("nowhere", "see")), "docx", house)


def test_two_sides_refer_each_to_its_own(house: House) -> None:
    file = File(pack("id", "ru"), house)
    anchors = file.values("//w:hyperlink/@w:anchor")
    assert len(set(anchors)) == len(anchors) == 2
    assert sorted(anchors) == sorted(name for name in file.values("//w:bookmarkStart/@w:name") if name.startswith("_Ref"))


def test_an_unknown_role_is_an_error(house: House) -> None:
    block: Block = Para("p", (Text("x"),), role="shout")
    with pytest.raises(BriefgenError, match="W001 the house style has no role 'shout'"):
        write(Document("k", ("en",), "t", (block,)), "docx", house)


def test_nothing_is_imported_that_is_not_needed() -> None:
    folder = Path(__file__).parents[2] / "briefgen" / "write" / "docx"
    heavy = re.compile(r"^\s*(import|from) (docx|lxml|weasyprint|PIL)\b", re.MULTILINE)
    assert len(list(folder.glob("*.py"))) > 10
    assert [path.name for path in folder.glob("*.py") if heavy.search(path.read_text(encoding="utf-8"))] == []
