"""A draft looks like one: the mark across each page, what is to be confirmed, and changes recorded where a desk wants it. In Word and in PDF."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from briefgen.document import Block, Comment, Document, Pair, Para, Part, Side, Text
from briefgen.write import House, write
from briefgen.write.across import length, lies_across
from tests.printed_pages import inked, laid_out, pictured, sheets
from tests.write.docx_file import File
from tests.write.samples import TAGS

MARKS = ["DRAFT", "EMBARGO", "EMBARGO · DRAFT", "EMBARGO · RANCANGAN / ЭМБАРГО · ПРОЕКТ"]
needs_poppler = pytest.mark.skipif(not shutil.which("pdftoppm"), reason="pdftoppm is not here (apt-get install poppler-utils)")


def both(text: str, key: str) -> Block:
    return Pair(key, Side("id", (Para(key, (Text(text),)),)), Side("ru", (Para(key, (Text("текст"),)),)))


def pack(mark: str) -> Document:
    """A cover, a document on an upright page and one on a page that lies across."""
    parts = (Part("p", "programme", ("id", "ru"), (both("Acara", "a"),)), Part("m", "agreements", ("id", "ru"), (both("Naskah", "b"),)))
    return Document("pack", ("id", "ru"), "t", (both("Sampul", "c"), *parts), mark=mark, draft=True, tags=TAGS)


@pytest.mark.parametrize("mark", MARKS)
def test_in_word_the_mark_lies_across_every_page_of_a_pack(house: House, mark: str) -> None:
    file = File(pack(mark), house)
    heads = [name[5:-4] for name in file.parts if name.startswith("word/header") and name.endswith(".xml")]
    assert len(heads) == 4, "of the first page, of the others, and of each document"
    for head in heads:
        strings = [element.get("string") for element in file.xml(head).iter() if etree.QName(element).localname == "textpath" and element.get("string")]
        assert strings == [mark]


@needs_poppler
@pytest.mark.parametrize("mark", MARKS)
def test_in_a_pdf_too_as_a_picture_that_is_no_text(house: House, tmp_path: Path, mark: str) -> None:
    (tmp_path / "a.docx").write_bytes(write(pack(mark), "docx", house))
    (tmp_path / "a.pdf").write_bytes(write(pack(mark), "pdf", house))
    pages = list(inked(tmp_path / "a.pdf"))
    assert len(pages) == 3
    for page in pages:
        middle = page.crop((page.width // 3, page.height * 2 // 5, page.width * 2 // 3, page.height * 3 // 5))
        assert middle.getbbox(), "ink where there are no words"
    said = subprocess.run(["pdftotext", tmp_path / "a.pdf", "-"], check=True, capture_output=True).stdout.decode()
    assert said.count(mark) == 3, "in the head of each page, and nowhere else"
    asked = sheets(tmp_path / "a.docx")
    assert laid_out(tmp_path / "a.pdf", asked) + [line for line in pictured(tmp_path / "a.pdf", asked) if "nearly empty" not in line] == []


@needs_poppler
def test_what_is_final_has_nothing_across_it(house: House, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(write(pack(""), "pdf", house))
    for page in inked(tmp_path / "a.pdf"):
        assert not page.crop((page.width // 3, page.height * 2 // 5, page.width * 2 // 3 - page.width // 6, page.height * 3 // 5)).getbbox()


@pytest.mark.parametrize("kind", ["press-release", "agreements"], ids=["upright", "across"])
def test_a_mark_fits_between_the_margins_of_its_page(house: House, kind: str) -> None:
    page = house.page("id", pair=True, kind=kind)
    slanted, letters = length(page) / 2**0.5, 20 / 2**0.5
    assert 0.6 * page.line < slanted + letters < page.line or page.width > page.height
    assert slanted + letters < page.height - page.top - page.bottom


def test_a_mark_that_is_too_long_stands_in_the_head_alone(house: House) -> None:
    assert [lies_across(mark) for mark in ("", "Embargoed until 14:00 WIB (UTC+7), 14 April 2026", *MARKS)] == [False, False, *[True] * len(MARKS)]


def test_what_must_be_confirmed_is_a_comment_in_word_and_shaded_elsewhere(house: House) -> None:
    document = replace(
        pack("DRAFT"),
        content=(*pack("DRAFT").content, Part("q", "press-release", ("ru",), (Para("x", (Comment("Проверить", (Text("в Танджунг-Теранге"),)),)),))),
    )
    file = File(document, house)
    assert file.paragraphs("comments") == ["Проверить"]
    assert len(file.find("//w:commentRangeStart")) == len(file.find("//w:commentReference")) == 1
    assert '<span class="_doubt">в Танджунг-Теранге</span>' in write(document, "html", house).decode()
    assert "Проверить" not in write(document, "html", house).decode()


def test_word_records_changes_only_where_it_is_asked_to(house: House) -> None:
    assert File(replace(pack("DRAFT"), tracked=True), house).find("//w:trackRevisions", "settings")
    assert not File(pack("DRAFT"), house).find("//w:trackRevisions", "settings")
