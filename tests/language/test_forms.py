"""The tables of Russian forms: phrases and names with their five cases, as a reader of Russian wrote them.

In ``says`` the cases stand in the order of the schools but for the nominative: genitive / dative / accusative / instrumental /
prepositional; «=» is the nominative five times. ``then`` is what follows and stays. ``or`` is right too.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest

from briefgen import lines
from briefgen.language import Language
from briefgen.values import Gender, Wording
from tests.language.unseen.examination import OBLIQUE, Row, examine, told

TABLES = sorted((Path(__file__).parent / "cases").glob("ru-*.yaml"))
MOST_DOUBTS = {"ru-phrases": 0.12, "ru-names": 0.35}
"""Doubts are rare enough to be read: of phrases one in eight at most, of names one in three."""


@cache
def language() -> Language:
    return Language("ru")


def rows(table: Path) -> Iterator[Any]:
    for part in lines.read(table).values():
        assert isinstance(part, lines.Seq)
        for row in part:
            assert isinstance(row, lines.Map)
            yield pytest.param(read("name" if "names" in table.stem else "phrase", row), row.get("doubt") == "yes", id=f"{table.stem}:{row.where.line}")


def read(kind: Any, row: lines.Map) -> Row:
    given = {key: str(value) for key, value in row.items()}
    tail = f" {given['then']}" if "then" in given else ""
    columns = []
    for says in filter(None, (given["says"], given.get("or"))):
        forms = [given["of"]] * 5 if says == "=" else says.split(" / ")
        assert len(forms) == 5, f"{row.where}: five cases are wanted"
        columns.append([form + tail for form in forms])
    wording = Wording(
        given["of"] + tail,
        gender=cast("Gender | None", given.get("gender")),
        number="pl" if given.get("number") == "pl" else None,
        animate=given.get("animate") == "yes",
        origin=given.get("origin"),
    )
    return Row(kind, wording, {case: tuple(column[at] for column in columns) for at, case in enumerate(OBLIQUE)}, str(row.where))


@pytest.mark.parametrize(("row", "doubt"), [row for table in TABLES for row in rows(table)])
def test_the_row(row: Row, doubt: bool) -> None:
    result = examine(language(), [row], "")
    assert list(told(result.wrong)) == []
    assert bool(result.doubted) is doubt, [answer.said.doubt for _, answers in result.doubted for answer in answers if answer.said]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_doubts_are_rare(table: Path) -> None:
    doubts = [param.values[1] for param in rows(table)]
    assert len(doubts) > 150
    assert sum(doubts) / len(doubts) < MOST_DOUBTS[table.stem]
