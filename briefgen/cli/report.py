"""Problems and files, said on a terminal or for a machine: one form for every command."""

import json
from collections.abc import Iterable, Sequence
from typing import TextIO

import click

from briefgen.errors import Grade, Problem, printable

_HEADS = {
    Grade.ERROR: "",
    Grade.DOUBT: "Doubts: documents are drafts, marked on each page, until these are settled.",
    Grade.ADVICE: "Advice: changes nothing.",
}
_GITHUB = {Grade.ERROR: "error", Grade.DOUBT: "warning", Grade.ADVICE: "notice"}


def print_problems(problems: Iterable[Problem], to: TextIO | None = None) -> None:
    """One line a problem, ``FILE:LINE:COL: CODE address: what; what to do``: errors, then doubts, then advice, each sorted."""
    found = _sorted(problems)
    for grade, head in _HEADS.items():
        mine = [problem for problem in found if problem.grade is grade]
        if mine and head:
            click.echo(head, file=to)
        for problem in mine:
            click.echo(str(problem), file=to)


def print_json(problems: Iterable[Problem]) -> None:
    """The same as one JSON object: ``problems`` with a field for each part, and how many there are of each grade."""
    found = _sorted(problems)
    whole = {
        "problems": [_parts(problem) for problem in found],
        **{"advice" if grade is Grade.ADVICE else f"{grade}s": number for grade, number in _count(found).items()},
    }
    click.echo(json.dumps(whole, ensure_ascii=False, indent=1))


def print_github(problems: Iterable[Problem]) -> None:
    """The same as workflow commands, which GitHub shows beside the lines of a change."""
    for problem in _sorted(problems):
        place = {"file": problem.where.file, "line": problem.where.line, "col": problem.where.column, "title": problem.code}
        said = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in place.items() if value)
        click.echo(f"::{_GITHUB[problem.grade]} {said}::{_escaped(str(problem))}")


def summary(problems: Iterable[Problem]) -> str:
    """How many there are of each grade: ``2 errors, 1 doubt``."""
    return ", ".join(counted(number, str(grade)) for grade, number in _count(_sorted(problems)).items() if number) or "no problem"


def counted(number: int, noun: str) -> str:
    """``1 file``, ``2 files``, ``2 pieces of advice``."""
    if noun == "advice":
        return f"{number} piece{'s' * (number != 1)} of advice"
    return f"{number} {noun}{'s' * (number != 1)}"


def wrapped(names: Sequence[str]) -> str:
    """Names with commas, or "none"."""
    return ", ".join(names) or "none"


def _sorted(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(set(problems), key=lambda problem: (list(_HEADS).index(problem.grade), problem))


def _count(problems: Iterable[Problem]) -> dict[Grade, int]:
    grades = [problem.grade for problem in problems]
    return {grade: grades.count(grade) for grade in Grade}


def _parts(problem: Problem) -> dict[str, str | int]:
    parts: dict[str, str | int] = {
        "grade": str(problem.grade), "code": problem.code, "file": printable(problem.where.file), "line": problem.where.line, "column": problem.where.column,
        "address": printable(problem.address), "language": problem.language, "template": printable(problem.template),
        "what": printable(problem.what), "hint": printable(problem.hint),
    }  # fmt: skip
    return parts


def _escaped(text: str, also: str = "") -> str:
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" + also else c for c in text)
