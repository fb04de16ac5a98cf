"""Many rules in one look bind the same spaces as one rule after the other."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.language import Language
from briefgen.language.locale import Locale
from briefgen.language.spaces import NO_BREAK, Rule, together

GOLDEN = Path(__file__).parents[1] / "golden"
LOCALES = {code: Language(code)._locale for code in ("id", "en", "ru", "fr")}
WORDS = st.sampled_from(
    ("в", "г.", "Москве", "А.", "Б.", "5", "млн", "2025", "года", "и", "же", "–", "№", "тыс.", "руб.", "Rp", "dolar", "AS", "Mr", "US", "per", "cent", "(МСК)"),
)


def alone(locale: Locale) -> list[Rule]:
    return locale._rules("bind")


def bound(rules: list[Rule], text: str) -> str:
    for rule, put in rules:
        text = rule.sub(put, text)
    return text


@pytest.mark.parametrize("code", LOCALES)
def test_on_the_texts_of_the_events(code: str) -> None:
    locale = LOCALES[code]
    assert len(locale.binding) < len(alone(locale))
    files = sorted(GOLDEN.glob(f"*/*.{code}.txt"))
    for line in "\n".join(file.read_text(encoding="utf-8") for file in files).replace(NO_BREAK, " ").splitlines():
        assert bound(locale.binding, line) == bound(alone(locale), line)


@pytest.mark.parametrize("code", LOCALES)
@given(words=st.lists(WORDS, max_size=12))
def test_on_any_words(code: str, words: list[str]) -> None:
    locale = LOCALES[code]
    assert bound(locale.binding, " ".join(words)) == bound(alone(locale), " ".join(words))


@pytest.mark.parametrize(
    ("patterns", "count"),
    [
        ([r"(?<=\d) (?=млн)", r"(?<![.)]) (?=\S)", " (?=–)"], 1),  # a bracket in a class is no group
        ([r"(?<=\d) (?=млн)", "(?<=a)  (?=b)", "x (?=b)"], 3),  # two spaces, and what is no space
        ([r"(?<=\d) (?=(м)\1)", r"(?<=\d) (?=(н)\1)"], 2),  # a group that is called by its number
    ],
)
def test_only_what_binds_one_space_is_put_together(patterns: list[str], count: int) -> None:
    assert len(together((re.compile(pattern), NO_BREAK) for pattern in patterns)) == count


def test_a_rule_that_puts_something_else_keeps_its_place() -> None:
    rules = [(re.compile("(?<=a) (?=b)"), NO_BREAK), (re.compile("(?<=a) (?=c)"), "-"), (re.compile("(?<=a) (?=c)"), NO_BREAK)]
    assert [put for _, put in together(rules)] == [NO_BREAK, "-", NO_BREAK]
    assert bound(together(rules), "a b a c") == f"a{NO_BREAK}b a-c"
