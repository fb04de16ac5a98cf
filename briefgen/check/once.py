"""Each problem is told once, however many documents meet it."""

from collections.abc import Iterable
from dataclasses import replace

from briefgen.errors import Problem


def once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """``problems`` sorted: of those that only other lines of templates meet, the first.

    A missing text that prose meets (F040) is not told where it is told of the facts (F051).
    """
    found = sorted(set(problems))
    lacking = {(problem.where, problem.address, problem.language) for problem in found if problem.code == "F051"}
    told: dict[Problem, Problem] = {}
    for problem in found:
        if problem.code != "F040" or (problem.where, problem.address, problem.language) not in lacking:
            told.setdefault(replace(problem, template=""), problem)
    return tuple(told.values())
