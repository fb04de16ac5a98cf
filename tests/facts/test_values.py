"""Values written in one line: what is read, and what each refusal advises."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest

from briefgen.facts import dates, measures
from briefgen.facts.reading import Wrong
from briefgen.facts.states import STATES, state_hint
from briefgen.facts.units import CURRENCIES, unit
from briefgen.values import Measure, Moment, PartialDate, Span

DAY = PartialDate(2025, 6, 19)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025", PartialDate(2025)),
        ("2025-06", PartialDate(2025, 6)),
        ("2025-06-19", DAY),
        ("2025-Q1", PartialDate(2025, part="Q1")),
        ("early 2025", PartialDate(2025, part="early")),
        ("2024-02-29", PartialDate(2024, 2, 29)),
    ],
)
def test_dates(text: str, value: PartialDate) -> None:
    assert dates.date(text) == value
    assert str(value) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-10-21/..", Span(PartialDate(2024, 10, 21), None)),
        ("../2025", Span(None, PartialDate(2025))),
        ("2025-06-18/2025-06-21", Span(PartialDate(2025, 6, 18), PartialDate(2025, 6, 21))),
        ("2025-06", Span(PartialDate(2025, 6), PartialDate(2025, 6))),
    ],
)
def test_periods(text: str, value: Span) -> None:
    assert dates.span(text) == value


def test_moments() -> None:
    assert dates.moment("2025-06-19") == Moment(DAY)
    assert dates.moment("2025-06-19 14:00") == Moment(DAY, dt.time(14))
    assert dates.moment("2025-06-19 14:00 America/Argentina/Buenos_Aires") == Moment(DAY, dt.time(14), "America/Argentina/Buenos_Aires")
    assert dates.moment("early 2025") == Moment(PartialDate(2025, part="early"))
    assert dates.when("2025-06-19 14:00 Europe/Moscow") == Moment(DAY, dt.time(14), "Europe/Moscow")
    assert dates.when("2025-06-18/2025-06-19") == Span(PartialDate(2025, 6, 18), DAY)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("92 %", Measure(Decimal(92), "%")),
        ("92%", Measure(Decimal(92), "%")),
        ("4.3 billion USD", Measure(Decimal("4.3"), "USD", "billion")),
        ("over 270 million people", Measure(Decimal(270), "people", "million", "over")),
        ("at least 3", Measure(Decimal(3), qualifier="at least")),
        ("4", Measure(Decimal(4))),
        ("-1.50 %", Measure(Decimal("-1.50"), "%")),
        ("12500 tonnes", Measure(Decimal(12500), "t")),
        ("3 years", Measure(Decimal(3), "year")),
        ("1 company", Measure(Decimal(1), "companies")),
        ("7 wagons", Measure(Decimal(7), "wagons")),
    ],
)
def test_figures(text: str, value: Measure) -> None:
    assert measures.measure(text, frozenset({"wagons"})) == value


def test_a_figure_keeps_its_digits() -> None:
    assert str(measures.measure("1.50 billion USD").number) == "1.50"


def test_lengths() -> None:
    assert measures.length("18 months") == Measure(Decimal(18), "month")


@pytest.mark.parametrize(
    ("read", "text", "hint"),
    [
        (dates.date, "2026-02-30", "February 2026 has 28 days"),
        (dates.date, "2026-13-01", "there is no month 13"),
        (dates.date, "2026-6-1", "write 2026-06-01"),
        (dates.date, "19.06.2025", "write 2025-06-19"),
        (dates.date, "2025-06~", "less precisely"),
        (dates.date, "2025-XX", "less precisely"),
        (dates.date, "soon", "write 2025, 2025-06, 2025-06-19, 2025-Q1 or early 2025"),
        (dates.date, "0000", "years go from 1000"),
        (dates.date, "٢٠٢٥", "write 2025"),
        (dates.span, "2025/2024", "ends before it begins"),
        (dates.span, "../..", "neither a beginning nor an end"),
        (dates.span, "2025/", "write 2025/.."),
        (dates.moment, "2025-06-19T14:00", "write 2025-06-19 14:00 Europe/Moscow"),
        (dates.moment, "2025-06-19 14.00", "write 14:00"),
        (dates.moment, "2025-06-19 9:05", "write 09:05"),
        (dates.moment, "2025-06-19 25:00", "hours go from 00 to 23"),
        (dates.moment, "2025-06 14:00", "a time but no day"),
        (dates.moment, "2025-06-19 14:00 WIB", "write Asia/Jakarta"),
        (dates.moment, "2025-06-19 14:00 MSK", "write Europe/Moscow"),
        (dates.moment, "2025-06-19 14:00 +07:00", "as in Asia/Jakarta"),
        (dates.moment, "2025-06-19 14:00 Asia/Jakrta", "did you mean 'Asia/Jakarta'?"),
        (dates.moment, "2025-06-19 Asia/Jakarta", "no time"),
        (dates.zone, "../../etc/passwd", "no time zone"),
        (measures.measure, "1,5 %", "write 1.5"),
        (measures.measure, "270,000 people", "write 270000"),
        (measures.measure, "270 000 people", "write 270000"),
        (measures.measure, "1.234.567", "write 1234567"),
        (measures.measure, "US$4.3 billion", "write the code after the sum: 4.3 billion USD"),
        (measures.measure, "USD 4.3 billion", "4.3 billion USD"),
        (measures.measure, ">270 million people", "over"),
        (measures.measure, "4.3 bn USD", "write billion"),
        (measures.measure, "4.3 billion usd", "in capitals: USD"),
        (measures.measure, "5 persns", "did you mean 'person'?"),
        (measures.measure, "abuot 5", "did you mean 'about'?"),
        (measures.measure, "9" * 5000, "digits"),
        (measures.length, "P5Y", "write 5 years"),
        (measures.length, "5 people", "no length of time"),
        (measures.length, "1.5 years", "write 18 months"),
        (measures.length, "0 days", "not a whole number"),
    ],
)
def test_refusals_advise(read: Callable[[str], object], text: str, hint: str) -> None:
    with pytest.raises(Wrong) as caught:
        read(text)
    assert hint in f"{caught.value.what}; {caught.value.hint}"


def test_the_states_are_the_members_and_a_few_more() -> None:
    assert len(STATES) == 193 + 8
    assert {"ID", "RU", "KR", "CN", "TJ", "VA", "PS"} <= STATES
    assert state_hint("ru") == "states are written in capitals: RU"
    assert state_hint("UK") == "write GB"
    assert state_hint("QQ") == ""


def test_no_unit_has_two_meanings() -> None:
    assert unit("years") == "year"
    assert unit("nothing") is None
    assert all(len(code) == 3 for code in CURRENCIES)
