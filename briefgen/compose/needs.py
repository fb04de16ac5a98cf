"""What a kind of document needs of an event; without it there is none."""

from briefgen.compose.kind import Kind
from briefgen.compose.seen import Absent, Seen
from briefgen.errors import Problem
from briefgen.facts import Many, View, demanded


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
        try:
            found = _part(found, name) if isinstance(found, Seen) else found
        except KeyError:  # one of the records that may stand here has such a field, and this one has not
            return Absent(f"{view.event.address}.{need}", view.event.where)
    return found


def _part(record: Seen, name: str) -> Seen | Absent:
    """The field ``name``; of several records, that of the first one that has it: ``sides.head`` asks for a side with a head."""
    if not isinstance(record.target, Many):
        return record.part(name)
    there = (part for one in record if one.model and isinstance(part := one.part(name), Seen))
    return next(there, Absent(f"{record.node.address}.{name}", record.target.where))
