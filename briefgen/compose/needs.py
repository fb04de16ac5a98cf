"""What a kind of document needs of an event; without it there is none."""

from briefgen.compose.kind import Kind
from briefgen.compose.seen import Absent, Seen
from briefgen.errors import Problem
from briefgen.facts import View, demanded


def lacking(view: View, kind: Kind) -> tuple[Problem, ...]:
    """A problem for each need of ``kind`` that is not in ``view``."""
    return tuple(
        Problem(found.where, "T051", f"a {kind.name} needs this", "add it, or mark it for this audience", found.address)
        for need in kind.needs
        if isinstance(found := _find(view, need), Absent)
    )


def applies(view: View, kind: Kind) -> bool:
    """Whether there is such a document of the event at all: a programme only of an event that has one.

    What every event must have (its title) does not count here: where this audience may not see it, somebody forgot to say so, and is told.
    """
    asked = [need for need in kind.needs if need.split(".")[0] not in demanded("event")]
    return not any(isinstance(_find(view, need), Absent) for need in asked)


def _find(view: View, need: str) -> Seen | Absent:
    found: Seen | Absent = Seen(view.event)
    for name in need.split("."):
        found = found.part(name) if isinstance(found, Seen) else found
    return found
