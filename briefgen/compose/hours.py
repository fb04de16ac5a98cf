"""Hours of a programme: in the time of the place, and beside it in that of home or of the other side."""

import datetime as dt
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from markupsafe import Markup

from briefgen.compose.seen import Absent, Seen, Several
from briefgen.compose.speaker import MissingError, Speaker
from briefgen.facts import Group, Leaf, View
from briefgen.values import Moment, PartialDate


def days(programme: Iterable[Seen]) -> tuple[Several, ...]:
    """A programme by day, in the order in which it is written; what has no day of its own goes with what stands before it."""
    found: list[list[Seen]] = []
    last: PartialDate | None = None
    for item in programme:
        start = moment(item)
        if not found or (start is not None and start.date != last):
            found.append([])
            last = start.date if start else None
        found[-1].append(item)
    return tuple(Several(tuple(items)) for items in found)


def hours(speaker: Speaker, value: Seen, where: str = "place") -> Markup:
    """From when to when; ``where="away"`` says it in the second zone, with the day where that is another one."""
    start, end = moment(value), moment(value, "end")
    if start is None or start.time is None:
        raise MissingError("no time of day is known", "write it as 2025-06-19 14:00", value.target.where, value.target.address)
    until = end.time if end and end.time and end.date == start.date else None
    if where == "place":
        return speaker.mark(_refs(value), speaker.language.clock(start.time, until))
    zone = second_zone(speaker.view, (value,)) or _zone(speaker.view, start)
    moved = _moved(speaker.view, start, zone)
    said = speaker.language.clock(moved.time(), _moved(speaker.view, Moment(start.date, until, start.zone), zone).time() if until else None)
    mark = speaker.mark(_refs(value), said, later=True)
    if moved.date() == start.date.exact:
        return mark
    other = PartialDate(moved.year, moved.month, moved.day)
    return Markup("{}, {}").format(mark, speaker.mark(_refs(value), speaker.language.date(other, "short"), later=True))


def until(speaker: Speaker, value: Seen, last: Seen) -> Markup:
    """The days from the first item of a programme to the last one."""
    start, end = moment(value), moment(last)
    if start is None or end is None:
        raise MissingError("no day is known", "write it as 2025-06-19", value.target.where, value.target.address)
    said = speaker.language.date(start.date) if start.date == end.date else speaker.language.date_range(start.date, end.date)
    return speaker.mark((*_refs(value), *_refs(last)), said, later=True)


def zone(speaker: Speaker, value: Seen, where: str = "place") -> Markup:
    """The name of the zone in which ``hours`` says the time of ``value``."""
    start = moment(value)
    if start is None:
        raise MissingError("no time is known", "write it as 2025-06-19 14:00", value.target.where, value.target.address)
    here = _zone(speaker.view, start)
    name = here if where == "place" else second_zone(speaker.view, (value,)) or here
    return speaker.mark(_refs(value), speaker.language.zone(name, start.date), later=True)


def zones(view: View, items: Iterable[Seen]) -> frozenset[str]:
    """The zones of the places in which ``items`` happen."""
    return frozenset(_zone(view, start) for item in items if (start := moment(item)) and start.time)


def second_zone(view: View, items: Iterable[Seen]) -> str:
    """The zone of home, where the clocks there stand otherwise than at the place; else that of another side of which it is known; else ""."""
    starts = [start for item in items if (start := moment(item)) and start.time and start.date.exact]
    for other in _candidates(view):
        if any(_moved(view, start, other).utcoffset() != _moved(view, start, _zone(view, start)).utcoffset() for start in starts):
            return other
    return ""


def moment(value: Seen, field: str = "start") -> Moment | None:
    """When an item of a programme begins, or ends; or the moment that ``value`` itself is."""
    target = value.target
    leaf = target.fields.get(field) if isinstance(target, Group) else target if field == "start" else None
    return leaf.value if isinstance(leaf, Leaf) and isinstance(leaf.value, Moment) else None


def _refs(value: Seen) -> tuple[str, ...]:
    if not isinstance(value.target, Group):
        return value.refs
    parts = (value.part(field) for field in ("start", "end"))
    return tuple(ref for part in parts if isinstance(part, Seen) for ref in part.refs)


def _zone(view: View, at: Moment) -> str:
    return at.zone or view.settings.zone


def _moved(view: View, at: Moment, zone: str) -> dt.datetime:
    day = at.date.exact or at.date.first
    return dt.datetime.combine(day, at.time or dt.time(12), ZoneInfo(_zone(view, at))).astimezone(ZoneInfo(zone))


def _candidates(view: View) -> Iterable[str]:
    yield view.settings.zone
    for side in Seen(view.event).part("sides"):
        party = side.part("party")
        named = party.part("zone") if isinstance(party, Seen) and party.model == "state" else Absent("", view.event.where)
        if isinstance(named, Seen) and isinstance(named.node, Leaf):
            yield str(named.node.value)
