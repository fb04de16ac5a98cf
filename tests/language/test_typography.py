"""Typography on the joined text of a block: what it changes, and that it loses nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.language import Language

RU, EN, ID = Language("ru"), Language("en"), Language("id")
LANGUAGES = (RU, EN, ID)
DASHES = {code: Language(code, settings={"dash": "em"}) for code in ("ru", "en", "id")}
NBSP = "\u00a0"

ALPHABET = st.sampled_from([*"абвгАБВ abcABC  \n\t\u00a0.,;:!?…«»„“”‘’\"'()–—-%№0123456789/@", "г. ", "19 июня", "5 км", "2025-2030", " . ", "тыс. "])
PIECES = st.lists(st.lists(ALPHABET, max_size=12).map("".join), max_size=8)


def letters(text: str) -> list[str]:
    """All that is a word or a number, without case and dashes."""
    return [char for char in text.lower() if char.isalnum()]


def same(text: str) -> str:
    """The text but for capitals, which open pieces, and for the spaces that are bound before a capital."""
    return text.lower().replace(NBSP, " ")


@given(PIECES, st.booleans())
def test_pieces_keep_their_number_and_their_words(pieces: list[str], headline: bool) -> None:
    for language in LANGUAGES:
        done = language.typeset(pieces, headline=headline)
        assert len(done) == len(pieces)
        assert [letters(piece) for piece in done] == [letters(piece) for piece in pieces]


@given(PIECES, st.booleans())
def test_what_is_set_depends_on_the_joined_text_only(pieces: list[str], headline: bool) -> None:
    for language in LANGUAGES:
        joined = language.typeset(["".join(pieces)], opening=False, headline=headline)
        one_by_one = language.typeset(pieces, opening=False, headline=headline)
        assert same("".join(one_by_one)) == same("".join(joined))


@given(PIECES, st.booleans())
def test_twice_is_once(pieces: list[str], headline: bool) -> None:
    for language in LANGUAGES:
        once = language.typeset(pieces, opening=False, headline=headline)
        assert "".join(language.typeset(once, opening=False, headline=headline)).lower() == "".join(once).lower()


PROSE = {
    RU: [
        "Министр подписал 19 июня 2025 г. в Санкт-Петербурге меморандум № 5 на 4,3 млрд долл. США.",
        "Рост на 12,5 %, т. е. более чем вдвое, – за 2019-2024 гг. с г. Казань.",
    ],
    EN: ["H.E. Mr Smith signed Article 5 on 19 June 2025 – at 14:00 WIB.", "Trade grew by 12.5 per cent in 2019-2024, to US$4.3 billion."],
    ID: [
        "Menteri menandatangani nota pada Kamis (19/6/2025) pukul 14.00 WIB di Jakarta.",
        "Bapak Ahmad menyebut Pasal 5 Tahun 2025 dan Rp1,5 triliun – 4,3 miliar dolar AS.",
    ],
}


@given(st.data(), st.sampled_from(LANGUAGES), st.booleans())
def test_it_does_not_matter_where_prose_ends_and_a_fact_begins(data: st.DataObject, language: Language, headline: bool) -> None:
    text = data.draw(st.sampled_from(PROSE[language]))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(text) - 1), max_size=6)))
    pieces = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert "".join(language.typeset(pieces, headline=headline)) == language.typeset([text], headline=headline)[0]


@given(PIECES)
def test_a_house_with_other_dashes_loses_nothing_either(pieces: list[str]) -> None:
    for code in ("ru", "en", "id"):
        language = DASHES[code]
        once = language.typeset(pieces, opening=False)
        assert [letters(piece) for piece in once] == [letters(piece) for piece in pieces]
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


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            RU,
            "Россия и Индонезия договорились о поставках на Дальний Восток",
            f"Россия и{NBSP}Индонезия договорились о{NBSP}поставках на{NBSP}Дальний{NBSP}Восток",
        ),
        (RU, "Министры обсудили развитие судостроительной промышленности", "Министры обсудили развитие судостроительной промышленности"),
        (EN, "Indonesia and Russia sign an MoU on ports", f"Indonesia and{NBSP}Russia sign an{NBSP}MoU on{NBSP}ports"),
        (EN, "Two ministers agree to expand trade", f"Two ministers agree to{NBSP}expand{NBSP}trade"),
        (EN, "Ports open", "Ports open"),
        (ID, "Indonesia dan Rusia Sepakati Kerja Sama di Bidang Pelabuhan", f"Indonesia dan{NBSP}Rusia Sepakati Kerja{NBSP}Sama di{NBSP}Bidang{NBSP}Pelabuhan"),
    ],
)
def test_a_headline_breaks_well(language: Language, text: str, expected: str) -> None:
    assert language.typeset([text], headline=True) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        (RU, "Согласно ст. 5 и п. 3", ["ст. 5", "п. 3"]),
        (RU, "подписал Алиханов А. А.", ["Алиханов А. А."]),
        (RU, "в II квартале и XXI веке", ["II квартале", "XXI веке"]),
        (RU, "и т. д. и т. п.", ["т. д.", "т. п."]),
        (RU, "если бы это было так же", ["если бы", "так же"]),
        (RU, "в 14:00 (МСК)", ["14:00 (МСК)"]),
        (EN, "H.E. Mr Smith and Dr Jones", ["H.E. Mr Smith", "Dr Jones"]),
        (EN, "under Article 5 and Annex II", ["Article 5", "Annex II"]),
        (EN, "12.5 percent of 5 tonnes", ["12.5 percent", "5 tonnes"]),
        (ID, "Bapak Ahmad dan Dr. Sari", ["Bapak Ahmad", "Dr. Sari"]),
        (ID, "Undang-Undang Nomor 24 Tahun 2000 Pasal 5", ["Nomor 24", "Tahun 2000", "Pasal 5"]),
        (ID, "5 juta dolar AS untuk 12 negara", ["5 juta", "dolar AS", "12 negara"]),
    ],
)
def test_what_belongs_together_is_not_parted(language: Language, text: str, bound: list[str]) -> None:
    done = language.typeset([text], opening=False)[0]
    assert [words for words in bound if words.replace(" ", NBSP) not in done] == []
