"""The page of what a language can say: every row is said anew, and no method or style is missing."""

import inspect
import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from briefgen.cli import say
from briefgen.language import Language
from briefgen.language.folder import PACKAGE, tables

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "reference" / "language.md").read_text(encoding="utf-8")
METHODS = {name for name, _ in inspect.getmembers(Language, inspect.isfunction) if not name.startswith("_")}


@cache
def language(code: str) -> Language:
    return Language(code)


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def examples() -> Iterator[tuple[str, str, str]]:
    """Each example of the page: the language, what is typed, what is said."""
    head: list[str] = []
    for line in PAGE.splitlines():
        if not line.startswith("|"):
            head = []
        elif not head:
            head = cells(line)
        elif not line.startswith("|---"):
            row = dict(zip(head, cells(line), strict=True))
            typed = row["say"].strip("`")
            if "said" in row:
                yield row["lang"], typed, row["said"]
            else:
                yield from ((code, typed, row[code]) for code in head[1:] if row[code] != "–")


@pytest.mark.parametrize(("code", "typed", "wanted"), list(examples()), ids=lambda value: value[:40])
def test_the_example_is_true(code: str, typed: str, wanted: str) -> None:
    method, *values = shlex.split(typed)
    said = say.spoken(language(code), method, values)
    assert said.replace("\u00a0", " ") == wanted
    assert getattr(said, "doubt", None) is None


def test_every_method_is_on_the_page_and_in_the_help() -> None:
    assert len(METHODS) > 40
    assert {name for name in METHODS if f"`{name}`" not in PAGE} == set()
    help_text = say._EXAMPLES.partition("Examples:")[0]
    assert set(re.findall(r"\b[a-z]+_?(?:[a-z]+_?)*\b", help_text)) >= METHODS
    assert {line.split()[0] for line in say.spoken(language("en"), None, []).splitlines()} >= METHODS


def test_every_style_is_on_the_page() -> None:
    for code in ("id", "en", "ru"):
        data = tables(code, "language", (PACKAGE,))
        styles = {*data["date"]["day"], *data["bounds"], *data["percent"], *data["qualifiers"]} - {"noun"}
        assert {style for style in styles if f"`{style}`" not in PAGE} == set(), code


def test_there_is_an_example_of_most_methods_in_each_language() -> None:
    shown = {(code, typed.split()[0]) for code, typed, _ in examples()}
    for code in ("id", "en", "ru"):
        assert len({method for known, method in shown if known == code}) > 24, code
