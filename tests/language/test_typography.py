"""Typography on the joined text of a block: what it changes, and that it loses nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.language import Language

RU, EN, ID = Language("ru"), Language("en"), Language("id")
LANGUAGES = (RU, EN, ID)
NBSP = "\u00a0"

ALPHABET = st.sampled_from([*"абвгАБВ abcABC  \n\t\u00a0.,;:!?…«»„“”‘’\"'()–—-%№0123456789/@", "г. ", "19 июня", "5 км", "2025-2030", " . ", "тыс. "])
PIECES = st.lists(st.lists(ALPHABET, max_size=12).map("".join), max_size=8)


def letters(text: str) -> list[str]:
    """All that is a word or a number, without case and dashes."""
    return [char for char in text.lower() if char.isalnum()]


def same(text: str) -> str:
    """The text but for capitals, which open pieces, and for the spaces that are bound before a capital."""
    return text.lower().replace(NBSP, " ")


@given(PIECES)
def test_pieces_keep_their_number_and_their_words(pieces: list[str]) -> None:
    for language in LANGUAGES:
        done = language.typeset(pieces)
        assert len(done) == len(pieces)
        assert [letters(piece) for piece in done] == [letters(piece) for piece in pieces]


@given(PIECES)
def test_what_is_set_depends_on_the_joined_text_only(pieces: list[str]) -> None:
    for language in LANGUAGES:
        joined = language.typeset(["".join(pieces)], opening=False)
        one_by_one = language.typeset(pieces, opening=False)
        assert same("".join(one_by_one)) == same("".join(joined))


@given(PIECES)
def test_twice_is_once(pieces: list[str]) -> None:
    for language in LANGUAGES:
        once = language.typeset(pieces, opening=False)
        assert "".join(language.typeset(once, opening=False)).lower() == "".join(once).lower()


@pytest.mark.parametrize(
    ("language", "pieces", "expected"),
    [
        (RU, ["Подписано ", "19 июня 2025 г.", "."], ["Подписано ", f"19{NBSP}июня 2025{NBSP}г.", ""]),
        (RU, ["Это было в ", "2025 г.", ". ", "министр", " уехал."], [f"Это было в{NBSP}", f"2025{NBSP}г.", " ", "Министр", " уехал."]),
        (RU, ["в ", "2025 г.", " ", "министр"], [f"В{NBSP}", f"2025{NBSP}г.", " ", "министр"]),
        (RU, ["министр", " сказал"], ["Министр", " сказал"]),
        (RU, ["Да", " , ", "нет"], ["Да", ", ", "нет"]),
        (RU, ["всего ", "5", " км"], ["Всего ", "5", f"{NBSP}км"]),
        (RU, ["слово  \n слово"], ["Слово слово"]),
        (RU, ["слово – дело"], [f"Слово{NBSP}– дело"]),
        (RU, ["в 2025-2030 гг."], [f"В{NBSP}2025–2030{NBSP}гг."]),
        (RU, ["19-21 июня"], [f"19–21{NBSP}июня"]),
        (RU, ["ГОСТ Р 7.0.97-2016"], ["ГОСТ Р 7.0.97-2016"]),
        (RU, ["тел. 8-495-2025-2030"], ["Тел. 8-495-2025-2030"]),
        (RU, ["А. А. Алиханов"], [f"А.{NBSP}А.{NBSP}Алиханов"]),
        (RU, ["№ 5"], [f"№{NBSP}5"]),
        (RU, ["4,3 млрд долл. США"], [f"4,3{NBSP}млрд{NBSP}долл.{NBSP}США"]),
        (RU, ["Неужели… ", "да"], ["Неужели… ", "Да"]),
        (RU, ["«…да». ", "министр"], ["«…да». ", "Министр"]),
        (RU, ["«Он сказал.", "».", " Вот"], ["«Он сказал", "».", " Вот"]),
        (RU, ["«Это было в 2025 г.", "»", "."], [f"«Это было в{NBSP}2025{NBSP}г.", "»", "."]),
        (RU, ["(и т. д.", ")."], [f"(И{NBSP}т.{NBSP}д.", ")."]),
        (EN, ["“He left.", "”", "."], ["“He left.", "”", ""]),
        (RU, ["12,5 % и 5%"], [f"12,5{NBSP}% и{NBSP}5%"]),
        (EN, ["Signed on ", "19 June 2025", ". ", "the minister", " left."], ["Signed on ", f"19{NBSP}June 2025", ". ", "The minister", " left."]),
        (EN, ["Mr. ", "smith"], ["Mr. ", "smith"]),
        (EN, ["2025-2030"], ["2025–2030"]),
        (EN, ["US$4.3 billion"], [f"US$4.3{NBSP}billion"]),
        (EN, ["IDR 5"], [f"IDR{NBSP}5"]),
        (EN, ["press@example.org", " is open"], ["press@example.org", " is open"]),
        (ID, ["pada 2025-2030"], ["Pada 2025—2030"]),
        (ID, ["pukul 14.00 WIB"], [f"Pukul{NBSP}14.00{NBSP}WIB"]),
        (ID, ["lebih dari 270 juta orang"], [f"Lebih dari 270{NBSP}juta orang"]),
    ],
)
def test_examples(language: Language, pieces: list[str], expected: list[str]) -> None:
    assert language.typeset(pieces) == expected


def test_a_block_that_opens_no_sentence_keeps_its_small_letter() -> None:
    assert RU.typeset(["министр", " сказал"], opening=False) == ["министр", " сказал"]


def test_values_come_with_their_no_break_spaces() -> None:
    assert RU.date("2025-06-19") == f"19{NBSP}июня 2025{NBSP}г."
    assert RU.measure("over 270 million people") == f"более 270{NBSP}млн{NBSP}человек"
    assert RU.initials("Антон Андреевич Алиханов") == f"А.{NBSP}А.{NBSP}Алиханов"
    assert ID.time("14:00", "Asia/Jakarta") == f"pukul{NBSP}14.00{NBSP}WIB"
    assert EN.unit(12500, "km") == f"12,500{NBSP}km"
