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


NAMES = ("Казань", "Сурабая", "Ханой", "Канберра", "Алма-Ата", "Санкт-Петербург", "Нижний Тагил", "Набережные Челны", "Мытищи", "Нейпьидо", "Сочи")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("head", ["столица Татарстана", "крупнейший порт страны", "областной центр Приморского края", "родной город президента"])
def test_the_name_of_a_place_behind_a_genitive_bends_by_itself_and_is_told_as_a_doubt(head: str, name: str) -> None:
    for case in OBLIQUE:
        plain, alone, both = said(Wording(head), case), said(Wording(name), case), said(Wording(f"{head} {name}"), case)
        assert both == f"{plain} {alone}"
        assert bool(both.doubt) is (alone != name)
        assert both.doubt is None or both.doubt.alternatives == (f"{plain} {name}",)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("head", ["порт города", "мэр города", "администрация города", "посол Республики", "филиал завода"])
def test_the_name_of_what_stands_before_it_stays_in_silence(head: str, name: str) -> None:
    for case in OBLIQUE:
        plain, both = said(Wording(head), case), said(Wording(f"{head} {name}"), case)
        assert both == f"{plain} {name}"
        assert both.doubt is None
