"""Rules of Russian that hold of every phrase, asked of all phrases of the table."""

from collections.abc import Iterator
from functools import cache

import pytest

from briefgen import lines
from briefgen.language import Language, Said, Unsayable
from briefgen.values import Case, Wording
from tests.language.test_forms import TABLES, read
from tests.language.unseen.examination import OBLIQUE


@cache
def language() -> Language:
    return Language("ru")


def phrases() -> Iterator[Wording]:
    for part in lines.read(next(table for table in TABLES if table.stem == "ru-phrases")).values():
        assert isinstance(part, lines.Seq)
        for row in part:
            assert isinstance(row, lines.Map)
            yield read("phrase", row).asked


def said(phrase: Wording, case: Case) -> Said | None:
    try:
        return language().inflect(phrase, case)
    except Unsayable:
        return None


def with_capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@pytest.mark.parametrize("phrase", [phrase for phrase in phrases() if phrase.text[:1].islower()], ids=str)
def test_a_capital_at_the_beginning_changes_no_form(phrase: Wording) -> None:
    capital = Wording(with_capital(phrase.text), phrase.gender, phrase.number, phrase.animate)
    for case in OBLIQUE:
        plain, other = said(phrase, case), said(capital, case)
        assert with_capital(plain or "") == (other or "")


@pytest.mark.parametrize("phrase", [phrase for phrase in phrases() if phrase.text[-1].isalpha() and phrase.text != "Восточный"], ids=str)
def test_a_place_at_the_end_changes_no_form(phrase: Wording) -> None:
    longer = Wording(f"{phrase.text} в Джакарте", phrase.gender, phrase.number, phrase.animate)
    for case in OBLIQUE:
        plain, other = said(phrase, case), said(longer, case)
        assert f"{plain or phrase.text} в\u00a0Джакарте" == (other or "")
