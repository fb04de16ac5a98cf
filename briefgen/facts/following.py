"""Which problems only follow from others: whatever rests on a value that could not be read is not judged."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.errors import Grade, Problem
from briefgen.facts.lists import ACTS
from briefgen.facts.reading import Unread

_RESTS_ON = {
    "F050": {"audience"},
    "F056": {"source"},
    "F060": {*ACTS, "date"},
    "F061": {*ACTS, "date", "status"},
    "F062": {"that", "words", "original"},
    "F063": {"value", "series", "unit"},
    "F064": {"value", "counts"},
    "F065": {*ACTS, "announced", "date", "when", "posts", "period"},
    "F066": {"within", "part_of"},
    "F067": {"start", "end", "doors", "deadline"},
    "F069": {*ACTS, "date", "status", "when"},
    "C004": {"when"},
    "C005": {"when"},
    "C011": {"instrument"},
    "C020": {*ACTS, "date", "status", "when"},
}
"""The fields that each rule looks at, by the code of its problem."""
_ANYWHERE = {"F050", "F056", "F065", "F066", "C004", "C011", "C020"}
"""Rules that look at fields all over the file; the others at those of one entry, and at the day of the event."""
_ADVICE = frozenset({"F090", "F091", "F092", "F093"})
"""Advice on the event as a whole: not given while something in it cannot be read."""


@dataclass(frozen=True, slots=True)
class Following:
    """What an event with errors is held against. ``wrong`` are the addresses of its errors."""

    unread: Unread
    wrong: frozenset[str]

    def sift(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems that are such by themselves."""
        return [problem for problem in problems if not self._follows(problem)]

    def _follows(self, problem: Problem) -> bool:
        if problem.code in _ADVICE and problem.grade is Grade.ADVICE:
            return bool(self.unread)
        if (fields := _RESTS_ON.get(problem.code)) is not None:
            return any(_rests(problem, address, fields) for address, _ in self.unread)
        if any(_near(problem.address, address) and _same(problem.language, language) for address, language in self.unread):
            return True
        # What prose lacks, it lacks because of the error, or because of what stands in.
        if not problem.address:
            return bool(self.unread) and problem.code[0] in "TL"
        return problem.code.startswith("T") and any(_near(problem.address, address) for address in self.wrong)


def _near(one: str, other: str) -> bool:
    """Whether one address is the other, or lies above or below it."""
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")


def _same(one: str, other: str) -> bool:
    return not one or not other or one == other


def _rests(problem: Problem, unread: str, fields: set[str]) -> bool:
    """Whether the rule behind ``problem`` looked at what stands at ``unread``."""
    parts = unread.split(".")
    if fields.isdisjoint(parts):
        return False
    if problem.code == "F056" and "defaults" not in parts:
        return _near(problem.address, unread.rpartition(".source")[0])
    return problem.code in _ANYWHERE or parts[1:] == ["when"] or _near(".".join(problem.address.split(".")[:3]), ".".join(parts[:3]))
