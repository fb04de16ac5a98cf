"""Dictionaries that are taken apart as they are needed hyphenate as Pyphen does."""

from pathlib import Path

import pyphen  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.write.hyphens import Dictionary, Spare


@pytest.mark.parametrize("lang", ["en_GB", "fr", "id_ID", "nl_NL", "ru_RU"])
def test_the_patterns_are_pyphens(lang: str) -> None:
    theirs, ours = pyphen.HyphDict(pyphen.LANGUAGES[lang]), Dictionary(pyphen.LANGUAGES[lang])
    assert {letters: ours.patterns.get(letters) for letters in ours.patterns} == theirs.patterns
    assert ours.maxlen == theirs.maxlen


@given(st.text("абвгдежзийклмнопрстуфхцчшщъыьэюя", max_size=16))
def test_a_word_is_broken_where_pyphen_breaks_it(word: str) -> None:
    assert list(Spare(lang="ru").iterate(word)) == list(pyphen.Pyphen(lang="ru", cache=False).iterate(word))


@pytest.mark.parametrize("word", ["Джакарта", "страной-партнёром", "русско-индонезийскими"])
def test_names_and_compounds_are_not_broken(word: str) -> None:
    assert list(Spare(lang="ru").iterate(word)) == []


def test_a_dictionary_with_other_spellings_is_pyphens_own(tmp_path: Path) -> None:
    path = tmp_path / "hyph_xx.dic"
    path.write_text("UTF-8\na1b\n^^e91t\nf1f/ff=f,1,2\n", encoding="utf-8")
    assert Dictionary(path).patterns == pyphen.HyphDict(path).patterns


def test_what_later_lines_say_counts_and_lines_without_figures_say_nothing(tmp_path: Path) -> None:
    path = tmp_path / "hyph_xx.dic"
    path.write_text("UTF-8\n% a1b\na1b\na2b\nab\n.c0d3.\n", encoding="utf-8")
    ours = Dictionary(path)
    assert {letters: ours.patterns.get(letters) for letters in ours.patterns} == pyphen.HyphDict(path).patterns == {"ab": (1, (2,)), ".cd.": (3, (3,))}
