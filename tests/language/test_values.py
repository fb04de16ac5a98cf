"""The values that facts hold, given as they are."""

import datetime as dt
import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.language import Doubt, Language, Said, Unsayable
from briefgen.values import Measure, Moment, PartialDate, Span, Wording

RU, EN, ID = Language("ru"), Language("en"), Language("id")


def plain(said: str) -> str:
    return str(said).replace("\u00a0", " ")


def test_a_day_may_come_in_any_form() -> None:
    said = {EN.date(day) for day in (dt.date(2025, 6, 19), PartialDate(2025, 6, 19), "2025-06-19", Moment(PartialDate(2025, 6, 19)))}
    assert {plain(words) for words in said} == {"19 June 2025"}
    assert EN.date(2025) == "2025"


@pytest.mark.parametrize(
    ("span", "russian", "english", "indonesian"),
    [
        (Span(PartialDate(2024, 10, 21), None), "с 21 октября 2024 г.", "since 21 October 2024", "sejak 21 Oktober 2024"),
        (Span(None, PartialDate(2026, 3)), "до марта 2026 г.", "until March 2026", "hingga Maret 2026"),
        (Span(PartialDate(2025), PartialDate(2025)), "2025 г.", "2025", "2025"),
        (Span(PartialDate(2025), PartialDate(2030)), "2025–2030 гг.", "2025–2030", "2025—2030"),
    ],
)
def test_spans(span: Span, russian: str, english: str, indonesian: str) -> None:
    assert [plain(language.span(span)) for language in (RU, EN, ID)] == [russian, english, indonesian]


def test_an_empty_span_cannot_be_said() -> None:
    with pytest.raises(Unsayable):
        RU.span(Span(None, None))


def test_measures() -> None:
    assert plain(RU.measure(Measure(Decimal("4.3"), "USD", "billion", "over"))) == "более 4,3 млрд долл. США"
    assert plain(RU.measure(Measure(Decimal(4)))) == "4"
    assert plain(RU.unit(Measure(Decimal(5), "year"))) == "5 лет"
    assert plain(ID.measure(Measure(Decimal("1.5"), "IDR", "trillion"))) == "Rp1,5 triliun"


@pytest.mark.parametrize("number", [0.5, float("nan"), True, "NaN", "1,5", ""])
def test_what_is_no_exact_number_is_refused(number: object) -> None:
    with pytest.raises(Unsayable):
        EN.number(number)  # type: ignore[arg-type]


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=3))
def test_numbers_keep_every_digit(number: Decimal) -> None:
    for language, comma in ((RU, ","), (EN, "."), (ID, ",")):
        digits = "".join(char for char in language.number(number).replace("−", "-") if char.isdigit() or char in ("-", comma))
        assert Decimal(digits.replace(",", ".")) == number


@given(st.integers(min_value=0, max_value=10**15))
def test_a_compact_number_is_exact(number: int) -> None:
    words = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
    digits, _, scale = EN.compact(number).replace(",", "").partition("\u00a0")
    assert Decimal(digits) * words.get(scale, 1) == number


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2100, 1, 1)), st.integers(min_value=1, max_value=800))
def test_a_range_names_both_ends(start: dt.date, days: int) -> None:
    end = start + dt.timedelta(days)
    for language in (RU, EN, ID):
        for style in ("long", "words", "in"):
            said = language.date_range(start, end, style)
            assert str(start.day) in said
            assert str(end.day) in said
            assert str(end.year) in said
            assert (str(start.year) in said) or start.year == end.year


@given(st.integers(min_value=0, max_value=10**6))
def test_russian_counts_agree_with_the_last_digits(number: int) -> None:
    word = plain(RU.count(number, "соглашение")).rpartition(" ")[2]
    if number % 100 in range(11, 15) or number % 10 in (0, 5, 6, 7, 8, 9):
        assert word == "соглашений"
    else:
        assert word == ("соглашение" if number % 10 == 1 else "соглашения")


def test_a_said_is_text_with_a_doubt() -> None:
    said = Said("слово", Doubt("why", ("a",)))
    assert said == "слово"
    assert pickle.loads(pickle.dumps(said)).doubt == said.doubt
    assert Said(said).doubt == said.doubt
    assert Said("x").doubt is None


@pytest.mark.parametrize(
    ("phrase", "says"),
    [
        ("двусторонняя торговля", "составляла"),
        ("производство риса", "составляло"),
        ("объём торговли", "составлял"),
        ("инвестиции в порты", "составляли"),
        ("торговля и инвестиции", "составляли"),
        ("встреча по вопросам портов", "составляла"),
        (Wording("медиаконтент", gender="m"), "составлял"),
    ],
)
def test_a_verb_agrees_with_the_head_of_its_subject(phrase: str | Wording, says: str) -> None:
    russian = Language("ru")
    assert russian.verb("составлять", *russian.concord(phrase)) == says


def test_a_gender_that_can_only_be_guessed_is_asked_for() -> None:
    with pytest.raises(Unsayable, match="the gender of «двусторонний медиаконтент» is not known"):
        Language("ru").concord("двусторонний медиаконтент")
    with pytest.raises(Unsayable, match="no gender"):
        Language("ru").verb("составлять", "торговля")  # type: ignore[arg-type]


def test_a_list_is_sorted_by_letters_without_their_marks() -> None:
    words = ["Transports", "Échanges", "Espace", "élaboration"]
    assert sorted(words, key=Language("fr").sorting) == ["Échanges", "élaboration", "Espace", "Transports"]
    assert sorted(["йод", "ирис", "ёж", "ель", "иск"], key=RU.sorting) == ["ёж", "ель", "ирис", "иск", "йод"]
