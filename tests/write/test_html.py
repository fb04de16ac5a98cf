import re

import pytest
from lxml import html as lxml_html
from tinyhtml5.parser import HTMLParser  # type: ignore[import-untyped]

from briefgen.document import Block, Break, Document, Emph, Fact, Foreign, Link, Note, Para, Ref, Text
from briefgen.errors import BriefgenError
from briefgen.write import House, write
from tests.write.samples import bound, note, pack, release

SAMPLES = [release("en", mark=True), release("id"), release("ru"), pack("id", "ru"), pack("en", "ru"), note("en"), bound("ru"), bound("id", "en")]


def read(document: Document, house: House) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(write(document, "html", house).decode())


def values(page: lxml_html.HtmlElement, path: str) -> list[str]:
    """What an XPath finds that ends in attributes."""
    found = page.xpath(path)
    assert isinstance(found, list)
    return [str(value) for value in found]


def one(*blocks: Block) -> Document:
    return Document("k", ("en",), "t", blocks)


@pytest.mark.parametrize("document", SAMPLES, ids=lambda document: "-".join((document.kind, *document.langs)))
def test_a_page_is_valid_and_complete_in_itself(house: House, document: Document) -> None:
    data = write(document, "html", house).decode()
    parser = HTMLParser()
    parser.parse(data)
    assert not parser.errors
    page = lxml_html.document_fromstring(data)
    assert page.get("lang") == document.lang
    assert page.findtext("head/title") == document.title
    assert all(source.startswith("data:image/png;base64,") for source in values(page, "//img/@src"))
    assert not page.xpath("//script | //link | //iframe")
    assert "url(" not in data
    assert "@import" not in data
    ids = values(page, "//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in values(page, "//a/@href") if link.startswith("#")} <= set(ids), "every inner link leads somewhere"


@pytest.mark.parametrize("document", SAMPLES, ids=lambda document: "-".join((document.kind, *document.langs)))
def test_nothing_of_the_inside_is_written(house: House, document: Document) -> None:
    data = write(document, "html", house).decode()
    for hidden in ("event.fact", "trade.2025", "headline", "background.text", "agreed.1", '"originals', "is not confirmed"):
        assert hidden not in data


def test_every_change_of_language_is_marked(house: House) -> None:
    page = read(pack("id", "ru"), house)
    sides = page.xpath("//div[starts-with(@class,'_pair')]/div/@lang")
    assert sides[:2] == ["id", "ru"]
    assert page.xpath("string(//div[@lang='ru']//span[@lang='id'])") == "gotong royong"
    assert page.xpath("string(//section[@role='doc-endnotes']//li[1]//span/@lang)") == "ru", "the right text of a shared note"
    russian = re.compile("[а-яё]", re.IGNORECASE)
    for element in page.iter("p", "h1", "h2", "h3", "caption", "figcaption", "span"):
        if element.text and russian.search(element.text):
            assert element.xpath("string((ancestor-or-self::*/@lang)[last()])") == "ru"


def test_elements_mean_what_they_hold(house: House) -> None:
    page = read(release("en", mark=True), house)
    assert page.xpath("string(//h1)") == "Indonesia and Russia to hold twice-yearly talks on shipbuilding"
    assert [h.text for h in page.xpath("//section/h2 | //section/h3")] == ["Background", "What was agreed"]
    assert page.xpath("//table[starts-with(@class,'data')]/thead/tr/th/@scope") == ["col"] * 3
    assert page.xpath("//table[starts-with(@class,'key-facts')]/tbody/tr/th/@scope") == ["row"] * 3
    assert page.xpath("//col/@style")[:2] == ["width:25.00%", "width:75.00%"]
    assert page.xpath("string(//img/@alt)") == "Two ministers sit behind a table with two folders."
    assert page.xpath("string(//figcaption)") == "The ministers after signing the memorandum, Jakarta. example.org"
    assert [a.text for a in page.xpath("//sup/a[@role='doc-noteref']")] == ["1", "2"]
    assert page.xpath("string(//header)") == "Embargoed until 14:00 WIB (UTC+7), 14\u00a0April 2026"
    assert len(page.xpath("//ol[@class='notes _last']/li/p[@class='notes']")) == 3
    assert "Page" not in page.xpath("string(//body)"), "a web page has no pages"


def test_each_side_refers_to_its_own_table(house: House) -> None:
    page = read(pack("id", "ru"), house)
    for lang in ("id", "ru"):
        (target,) = set(page.xpath(f"//div[@lang='{lang}']//a[starts-with(@href,'#s')]/@href"))
        assert page.xpath(f"//*[@id='{target[1:]}']//ancestor-or-self::*[@lang='{lang}' or self::html]"), "the pair, or the table of that side"
        assert page.xpath(f"//*[@id='{target[1:]}']/descendant-or-self::table")


def test_text_is_never_markup(house: House) -> None:
    hostile = "<script>alert(1)</script> & \"quoted\" 'too' &amp;"
    document = Document(
        "k",
        ("en",),
        hostile,
        (Para("p", (Fact(("a",), (Text(hostile),)), Link('https://example.org/"><b>', (Text(hostile),)))),),
        subject=hostile,
        mark=hostile,
    )
    page = read(document, house)
    assert not page.xpath("//script | //b")
    assert page.xpath("string(//p)") == hostile * 2
    assert page.xpath("string(//a/@href)") == 'https://example.org/"><b>'
    assert page.findtext("head/title") == hostile


@pytest.mark.parametrize("href", ["javascript:alert(1)", "file:///etc/passwd", "//example.org", "data:text/html,x", " https://example.org"])
def test_links_go_out_only_by_known_ways(house: House, href: str) -> None:
    with pytest.raises(BriefgenError, match="W005"):
        write(one(Para("p", (Link(href, (Text("x"),)),))), "html", house)


def test_a_reference_to_nothing_is_an_error(house: House) -> None:
    with pytest.raises(BriefgenError, match="W006 a reference to 'gone'"):
        write(one(Para("p", (Ref("gone", "see"),))), "html", house)


def test_an_unknown_role_is_an_error(house: House) -> None:
    with pytest.raises(BriefgenError, match="W001 the house style has no role 'shouting'"):
        write(one(Para("p", (), role="shouting")), "html", house)


def test_what_one_language_looks_like_is_said_for_it_only(house: House) -> None:
    data = write(pack("id", "ru"), "html", house).decode()
    assert re.search(r"\.body\._two:lang\(ru\)\{[^}]*text-indent:6", data)
    assert not re.search(r"\.body\._two:lang\(id\)\{[^}]*text-indent:6", data)
    assert ".body:lang" not in write(release("en"), "html", house).decode(), "one language needs no exceptions"


def test_a_range_of_numbers_stays_on_its_line_with_what_is_bound_to_it(house: House) -> None:
    words = Text("in\u00a06–9\u00a0July\u00a02026, 5—7 September, Indonesia–Russia, in 2025 – and after")
    page = read(one(Para("p", (Emph((words,)), Link("https://example.org/2025–2026", (Text("here"),))))), house)
    assert values(page, "//span[@class='_call']/text()") == ["in\u00a06–9\u00a0July\u00a02026,", "5—7"]
    assert values(page, "//a/@href") == ["https://example.org/2025–2026"]


def test_a_month_is_not_broken_behind_its_day(house: House) -> None:
    page = read(one(Para("p", (Text("подписали 21\u00a0октября 2025\u00a0г. и в\u00a02026\u00a0году 40\u00a0моряков"),))), house)
    assert values(page, "//span[@class='_call']/text()") == ["21\u00a0октября", "40\u00a0моряков"]


def test_the_mark_of_a_note_stays_with_its_word_and_with_what_is_bound_to_that(house: House) -> None:
    page = read(one(Para("p", (Text("of Danantara and\u00a0RDIF"), Note("n", (Text("a source"),))))), house)
    assert [span.text for span in page.xpath("//span[@class='_call']")] == ["and\u00a0RDIF"]


def test_breaks_and_foreign_words(house: House) -> None:
    page = read(one(Break("a"), Break("b", "rule"), Para("p", (Foreign("ru", (Text("да"),)),))), house)
    assert len(page.xpath("//hr")) == 1
    assert page.xpath("string(//span[@lang='ru'])") == "да"
