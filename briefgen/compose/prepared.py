"""What was prepared for an event, in the order in which programmes, lists and papers for the delegation need it."""

from collections.abc import Iterable, Mapping
from typing import Any

from briefgen.compose.hours import days, second_zone, zones
from briefgen.compose.seen import Seen, Several
from briefgen.facts import Leaf, View

_SAID = {"messages": "message", "proofs": "evidence", "requests": "request", "if_raised": "if-raised", "to_avoid": "avoid"}
NAMES = frozenset({"days", "one_zone", "two_zones", "delegations", "question_groups", *_SAID})
"""The names that ``prepared`` gives."""


def prepared(view: View, event: Seen, sides: Iterable[Seen]) -> Mapping[str, Any]:
    """The names of ``NAMES`` with their facts."""
    programme = list(event.part("programme"))
    said = list(event.part("talking_points"))
    groups: dict[str, list[Seen]] = {}
    for question in event.part("questions"):
        groups.setdefault(closed(question, "group"), []).append(question)
    return {
        "days": days(programme),
        "one_zone": len(zones(view, programme)) == 1,
        "two_zones": bool(second_zone(view, [*programme, *_coverage(event)])),
        "question_groups": tuple(Several(tuple(group)) for group in groups.values()),
        **{name: Several(tuple(point for point in said if closed(point, "kind") == kind)) for name, kind in _SAID.items()},
        "delegations": Several(tuple(side for side in sides if side.part("head") or side.part("members"))),
    }


def _coverage(event: Seen) -> list[Seen]:
    """What of the hours of the press has a beginning."""
    coverage = event.part("coverage")
    return [coverage, *coverage.part("opportunities")] if isinstance(coverage, Seen) else []


def closed(record: Seen, field: str) -> str:
    """The word of a closed list in ``field``, or ""."""
    found = record.part(field)
    return str(found.node.value) if isinstance(found, Seen) and isinstance(found.node, Leaf) else ""


def delegates(value: Seen) -> Several:
    """Everybody on a side, the head first, then as the side gives them."""
    head = value.part("head")
    return Several((*([head] if isinstance(head, Seen) else []), *value.part("members")))
