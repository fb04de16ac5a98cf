"""The glossary has every language of the desk beside the others; the list of sources has what rests on each."""

from pathlib import Path

import pytest

from briefgen.compose import compose, kinds, pair
from briefgen.document import Document, Foreign, Section, Table, plain, walk
from briefgen.language import Language
from tests.compose.desks import HEAD, REGISTER, ROOT, view

ORGANISED = REGISTER + (
    "organisations:\n  fund:\n    name: {id: Dana Rusia, en: the Russian Fund, ru: Российский фонд}\n"
    "    abbr: {en: RF, ru: РФ}\n    description: {id: dana Rusia, en: Russia's fund, ru: фонд России}\n"
)
FACTS = (
    "when: 2026-04-14\nplace: jakarta\nsides: {ID: head-id, RU: {head: head-ru, led_by: fund}}\ntopics: [shipping, ports]\n"
    "figures:\n  f: {what: {id: nilai, en: value, ru: объём}, value: 2 billion EUR}\n"
)


def glossary(folder: Path, code: str, facts: str = FACTS) -> Document:
    seen = view(folder / code, HEAD + facts, "delegation", register=ORGANISED)
    return compose(seen, kinds([ROOT / "templates"])["glossary"], Language(code)).document


def rows(document: Document, key: str) -> list[list[str]]:
    """The rows of one section, the lines of a cell joined."""
    (section,) = (block for block in document.content if isinstance(block, Section) and block.key == key)
    (table,) = (node for node in walk(section) if isinstance(node, Table))
    return [["|".join(plain(block).strip() for block in cell.content).replace("\u00a0", " ") for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize(
    ("code", "head", "terms"),
    [
        ("id", ["Bahasa Indonesia", "English", "Русский"], [["Pelabuhan", "Ports", "Порты"], ["Pelayaran", "Shipping", "Судоходство"]]),
        ("en", ["English", "Bahasa Indonesia", "Русский"], [["Ports", "Pelabuhan", "Порты"], ["Shipping", "Pelayaran", "Судоходство"]]),
        ("ru", ["Русский", "Bahasa Indonesia", "English"], [["Порты", "Pelabuhan", "Ports"], ["Судоходство", "Pelayaran", "Shipping"]]),
    ],
)
def test_the_document_s_language_comes_first_and_gives_the_order(tmp_path: Path, code: str, head: list[str], terms: list[list[str]]) -> None:
    assert rows(glossary(tmp_path, code), "terms") == [head, *terms]


def test_people_have_the_post_of_the_day_and_a_quantity_its_unit_in_each_language(tmp_path: Path) -> None:
    found = glossary(tmp_path, "en")
    assert rows(found, "people")[1] == ["Lira Santani|Minister of Transport", "Lira Santani|Menteri Perhubungan", "Лира Сантани|Министр транспорта"]
    assert rows(found, "figures")[1] == ["2 billion euros|Value", "2 miliar euro|Nilai", "2 млрд евро|Объём"]


def test_an_abbreviation_that_a_language_lacks_leaves_no_gap_and_each_apostrophe_is_its_language_s(tmp_path: Path) -> None:
    (row,) = rows(glossary(tmp_path, "ru"), "organisations")[1:]
    assert row == ["Российский фонд|РФ|Фонд России", "Dana Rusia|Dana Rusia", "Russian Fund|RF|Russia’s fund"]


def test_states_stand_with_their_formal_names(tmp_path: Path) -> None:
    assert rows(glossary(tmp_path, "id"), "states")[1:] == [
        ["Indonesia|Republik Indonesia", "Indonesia|Republic of Indonesia", "Индонезия|Республика Индонезия"],
        ["Rusia|Federasi Rusia", "Russia|Russian Federation", "Россия|Российская Федерация"],
    ]


def test_what_is_in_another_language_is_marked_as_such(tmp_path: Path) -> None:
    marked = {node.lang: plain(node) for node in walk(glossary(tmp_path, "en")) if isinstance(node, Foreign) and "Сантани" in plain(node)}
    assert marked == {"ru": "Лира Сантани"}


def test_a_pair_has_its_two_languages_in_the_order_of_the_left(tmp_path: Path) -> None:
    found = kinds([ROOT / "templates"])["glossary"]
    both = pair(glossary(tmp_path, "en"), glossary(tmp_path, "ru"), found)
    assert rows(both, "terms") == [["English", "Русский"], ["Ports", "Порты"], ["Shipping", "Судоходство"]]
    assert rows(pair(glossary(tmp_path / "again", "ru"), glossary(tmp_path / "again", "en"), found), "terms")[0] == ["Русский", "English"]


def test_a_language_in_which_a_name_is_not_written_has_a_dash(tmp_path: Path) -> None:
    register = ORGANISED.replace("shipping: {id: pelayaran, en: shipping, ru: судоходство}", "shipping: {en: shipping}")
    seen = view(tmp_path, HEAD + FACTS, "delegation", register=register)
    found = compose(seen, kinds([ROOT / "templates"])["glossary"], Language("en")).document
    assert rows(found, "terms")[-1] == ["Shipping", "–", "–"]


CITED = (
    "when: {value: 2026-04-14, source: agency}\nsides: [ID, RU]\n"
    "agreements:\n  a: {parties: [ID, RU], instrument: agreement, field: ports, status: drafted, source: agency}\n"
    "points:\n  p: {kind: background, text: {id: Satu., en: One., ru: Один.}, source: agency}\n  q: {kind: background, text: {id: Dua., en: Two., ru: Два.}}\n"
)


@pytest.mark.parametrize(
    ("code", "cells"),
    [
        ("en", ["1", "A report, Agency, 14 April 2026|News report", "English", "Event: date|Documents: agreement on ports|Other facts: 1"]),
        ("id", ["1", "A report, Agency, 14 April 2026|Berita", "Bahasa Inggris", "Acara: tanggal|Dokumen: persetujuan tentang pelabuhan|Fakta lain: 1"]),
        (
            "ru",
            [
                "1",
                "A report, Agency, 14 апреля 2026 г.|Сообщение СМИ",
                "Английский",
                "Мероприятие: дата|Документы: соглашение в сфере портов|Прочие сведения: 1",
            ],
        ),
    ],
)
def test_each_source_stands_with_what_rests_on_it(tmp_path: Path, code: str, cells: list[str]) -> None:
    found = compose(view(tmp_path, HEAD + CITED), kinds([ROOT / "templates"])["sources"], Language(code)).document
    (table,) = (node for node in walk(found) if isinstance(node, Table))
    assert [["|".join(plain(block).strip() for block in cell.content).replace("\u00a0", " ") for cell in row.cells] for row in table.rows][1:] == [cells]


def test_a_source_that_an_audience_may_not_know_is_in_no_list_for_it(tmp_path: Path) -> None:
    register = REGISTER.replace("agency: {", "agency: {audience: internal, ")
    found = kinds([ROOT / "templates"])["sources"]
    for audience, shown in (("public", False), ("internal", True)):
        document = compose(view(tmp_path / audience, HEAD + CITED, audience, register=register), found, Language("en")).document
        assert ("Agency" in "".join(map(plain, document.content))) is shown
