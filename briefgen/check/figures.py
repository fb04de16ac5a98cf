"""Advice on figures: each needs the period that it holds for."""

from collections.abc import Iterator

from briefgen.errors import Grade, Problem
from briefgen.facts.event import Event


def periods(event: Event, name: str) -> Iterator[Problem]:
    """Figures without a period, where no `note` says why. A figure that counts facts has theirs; one without a source is a doubt elsewhere."""
    for key, figure in (event.figures or {}).items():
        if figure.value is not None and figure.period is None and not figure.counts and not figure.marks.note:
            hint = "add `period: 2025`, or say in a `note` why it is not known"
            yield Problem(figure.where, "C057", "this figure has no period", hint, address=f"{name}.figures.{key}", grade=Grade.ADVICE)
