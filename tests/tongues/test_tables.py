"""What the folder of a language must hold: every label, state, unit, kind of document, and a pattern for whatever can be asked of it."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.messages.pofile import read_po

from briefgen.facts.lists import LISTS
from briefgen.facts.units import every, unit
from briefgen.language.folder import PACKAGE, paths, tables
from briefgen.values import CASES, SCALES, PartialDate, Span
from tests.tongues.desks import TONGUES, speaks

EACH = pytest.mark.parametrize("code", TONGUES)
DATES = {"day": "2025-06-01", "month": "2025-06", "year": "2025", "quarter": "2025-Q2", "early": "early 2025", "mid": "mid 2025", "late": "late 2025"}
RANGES = {
    "month": ("2025-06-01", "2025-06-03"), "year": ("2025-06-30", "2025-07-02"), "days": ("2025-12-30", "2026-01-02"), "months": ("2025-06", "2025-08"),
    "months_years": ("2025-11", "2026-02"), "years": ("2025", "2027"), "mixed": ("2025", "2026-03"),
}  # fmt: skip


def labels(desk: Path, code: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in paths(code, "LC_MESSAGES/briefgen.po", [desk / "locales", PACKAGE]):
        with path.open("rb") as file:
            found |= {str(message.id): str(message.string) for message in read_po(file) if message.id and not message.fuzzy}
    return found


def slots(text: str) -> set[str]:
    return set(re.findall(r"\{[^}]*\}", text))


def english(name: str) -> Any:
    """A table of English, which is the measure of all."""
    return yaml.load((PACKAGE / "en" / f"{name}.yaml").read_text("utf-8"), yaml.BaseLoader)


@EACH
def test_every_label_is_there_with_its_slots(everywhere: Path, code: str) -> None:
    ours, theirs = labels(everywhere, code), labels(everywhere, "en")
    assert len(theirs) > 100
    assert ours.keys() == theirs.keys()
    assert [msgid for msgid, text in ours.items() if not text or slots(text) != slots(msgid)] == []


@EACH
def test_each_word_of_a_closed_list_has_its_label(everywhere: Path, code: str) -> None:
    unprinted = {"agreement.instrument", "statement.act", "reference.kind", "person.gender"}
    shown = [word.replace("-", " ").replace("_", " ") for field, words in LISTS.items() if field not in unprinted for word in words]
    assert len(shown) > 30
    assert [word for word in shown if not speaks(everywhere, code).label(word)] == []


@EACH
@pytest.mark.parametrize("table", ["states", "units", "instruments"])
def test_the_tables_name_the_same_things(everywhere: Path, code: str, table: str) -> None:
    assert len(english(table)) > 20
    assert set(tables(code, table, [everywhere / "locales", PACKAGE])) == set(english(table))


@EACH
def test_every_date_is_said_in_every_style(everywhere: Path, code: str) -> None:
    language, styles = speaks(everywhere, code), english("language")
    for precision, value in DATES.items():
        for style in {*styles["styles"], *styles["date"][precision], *styles.get("bounds", ())}:
            assert clean(language.date(value, style)), (precision, style)
    for shape, (start, end) in RANGES.items():
        for style in styles["range"][shape]:
            assert clean(language.date_range(start, end, style if style != "name" else "long")), (shape, style)
    assert clean(language.year_range(2025, 2030))
    assert clean(language.span(Span(PartialDate(2025), None)))
    assert clean(language.span(Span(None, PartialDate(2025))))


@EACH
def test_days_and_months_are_told_apart(everywhere: Path, code: str) -> None:
    language = speaks(everywhere, code)
    assert len({language.date(f"2025-{month:02d}-15") for month in range(1, 13)}) == 12
    assert len({language.date(f"2025-06-{day:02d}", "weekday") for day in range(1, 31)}) == 30
    assert len({language.date(value) for value in DATES.values()}) == len(DATES)


@EACH
def test_every_time_and_zone_is_said(everywhere: Path, code: str) -> None:
    language, patterns = speaks(everywhere, code), english("language")
    for zone in (*patterns["zones"], "Asia/Kolkata"):
        for style in ("long", "short"):
            assert clean(language.time("09:05", zone, style, "2025-06-19")), (zone, style)
    assert clean(language.time("09:05"))


@EACH
def test_every_quantity_is_said(everywhere: Path, code: str) -> None:
    language = speaks(everywhere, code)
    for number in ("0", "1", "2", "5", "11", "21", "1.5", "1000000"):
        for name in (*english("units"), "%", *english("currencies"), "IDR", "RUB", "CNY"):
            assert clean(language.measure(f"{number} {name}")), (number, name)
    for scale in SCALES:
        for name in ("people", "USD", "EUR", "IDR", "%"):
            for number in ("1", "2", "4.3"):
                assert clean(language.measure(f"{number} {scale} {name}")), (scale, name)
    for qualifier in english("language")["qualifiers"]:
        assert clean(language.measure(f"{qualifier} 4.3 billion USD")), qualifier
    for style in ("press", "words"):
        assert clean(language.percent("12.5", style))
    for style in ("full", "compact", "words", "long"):
        assert clean(language.money(1500000, "USD", style))


@EACH
def test_every_unit_that_facts_may_have_is_said(everywhere: Path, code: str) -> None:
    language = speaks(everywhere, code)
    kept = sorted({unit(name) or "" for name in every()})
    assert len(kept) > 200
    assert [name for name in kept if not clean(language.measure(f"5 {name}"))] == []


@EACH
def test_every_state_is_named_and_stands_after_every_preposition(everywhere: Path, code: str) -> None:
    language = speaks(everywhere, code)
    assert len(language.states()) == 193 + 2
    names = {form: [language.state(state, form) for state in language.states()] for form in ("short", "formal", "list")}
    assert all(clean(name) and name.doubt is None for said in names.values() for name in said)
    assert [len(set(said)) for said in names.values()] == [195, 195, 195]
    for state in language.states():
        for say in (language.at, language.to, language.from_, language.with_, language.about):
            assert clean(say(state)), (state, say.__name__)
        for case in CASES:
            assert clean(language.state(state, "short", case)), (state, case)


@EACH
def test_every_kind_of_document_is_counted_and_named_short(everywhere: Path, code: str) -> None:
    language = speaks(everywhere, code)
    for key in english("instruments"):
        for short in (False, True):
            noun = language.instrument(key, short=short)
            said = [language.count(number, noun, style="text") for number in (1, 2, 5)]
            assert all(map(clean, said)), key
            assert len(set(said)) == 3, key
        assert clean(language.article(language.instrument(key).text)), key


@EACH
def test_lists_quotations_and_ordinals(everywhere: Path, code: str) -> None:
    language = speaks(everywhere, code)
    assert [language.join(list("ABCDEF"[:n])).count("A") for n in range(1, 7)] == [1] * 6
    outer, inner = language.quote_marks(1), language.quote_marks(2)
    assert outer != inner
    assert language.quote(f"x {inner[0]}y{inner[1]} z") == f"{outer[0]}x {inner[0]}y{inner[1]} z{outer[1]}"
    assert all(clean(said) for n in range(1, 32) for said in (language.ordinal(n, "m"), language.ordinal(n, "f")))
    assert all(map(clean, (language.pronoun("m"), language.pronoun("f"), language.pronoun(number="pl"))))


@EACH
def test_typography_leaves_every_piece_its_place(everywhere: Path, code: str) -> None:
    language = speaks(everywhere, code)
    opening, closing = language.quote_marks(1)
    pieces = ["one ", f"{opening}two{closing}", " three ", f"({opening}four{closing})", ". ", "five", " ; six : seven ? Eight ! "]
    made = language.typeset(pieces)
    letters = [re.sub(r"\W", "", piece).casefold() for piece in made]
    assert letters == [re.sub(r"\W", "", piece).casefold() for piece in pieces]
    assert language.typeset(made) == made, "set twice is set once"
    before, after = (re.escape(mark.strip(" \u00a0")) for mark in (opening, closing))
    assert re.match(rf"One {before}[ \u00a0]?two[ \u00a0]?{after} three \({before}", "".join(made)), made


def clean(said: str) -> str:
    """``said``, where nothing raw is left in it; else nothing."""
    return said if said.strip() and not re.search(r"[{}<>_]|None|  ", said) else ""
