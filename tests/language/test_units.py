"""Whatever a figure may be counted in by the facts, every language can say."""

import pytest

from briefgen.facts.units import COUNTED, CURRENCIES, LENGTHS, MEASURED
from briefgen.language import Language
from briefgen.values import CASES

LANGUAGES = [Language(code) for code in ("id", "en", "ru", "fr")]
UNITS = sorted(MEASURED | COUNTED | {*LENGTHS})


@pytest.mark.parametrize("language", LANGUAGES, ids=repr)
def test_every_unit_of_the_facts_can_be_said_without_doubt(language: Language) -> None:
    for unit in UNITS:
        for number in ("1", "2", "5", "1.5"):
            for case in CASES:
                said = language.measure(f"{number} {unit}", case)
                assert number.replace(".", "," if language.code != "en" else ".") in said
                assert said.doubt is None, (unit, number, case)


@pytest.mark.parametrize("language", LANGUAGES, ids=repr)
def test_every_currency_of_the_facts_can_be_said_short(language: Language) -> None:
    for currency in CURRENCIES:
        for number in ("1", "2", "5000000"):
            assert language.money(number, currency, "compact").doubt is None


@pytest.mark.parametrize("case", CASES)
def test_every_named_currency_bends_without_doubt(case: str) -> None:
    russian = LANGUAGES[2]
    named = [code for code, entry in russian._locale.table("currencies").items() if "noun" in entry]
    assert len(named) > 50
    for code in named:
        for number in ("1", "2", "5", "1.5"):
            assert russian.money(number, code, "words", case).doubt is None, (code, number)  # type: ignore[arg-type]
