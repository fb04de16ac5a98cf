"""What was prepared for an event, in the order in which programmes, lists and papers for the delegation need it."""

from collections.abc import Iterable, Mapping
from typing import Any

from briefgen.compose.hours import days, second_zone, zones
from briefgen.compose.seen import Seen, Several
from briefgen.facts import View

NAMES = frozenset({"days", "one_zone", "two_zones", "delegations"})
"""The names that ``prepared`` gives."""


def prepared(view: View, event: Seen, sides: Iterable[Seen]) -> Mapping[str, Any]:
    """The names of ``NAMES`` with their facts."""
    programme = list(event.part("programme"))
    return {
        "days": days(programme),
        "one_zone": len(zones(view, programme)) == 1,
        "two_zones": bool(second_zone(view, programme)),
        "delegations": Several(tuple(side for side in sides if side.part("head") or side.part("members"))),
    }


def delegates(value: Seen) -> Several:
    """Everybody on a side, the head first, then as the side gives them."""
    head = value.part("head")
    return Several((*([head] if isinstance(head, Seen) else []), *value.part("members")))
