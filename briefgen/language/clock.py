"""How a time of day is said: in its zone, and beside it in another's."""

import datetime as dt
from zoneinfo import ZoneInfo

from briefgen.language import arguments
from briefgen.language.locale import Locale, fill
from briefgen.language.said import Unsayable
from briefgen.values import PartialDate

_SEASONS = (dt.date(2025, 1, 1), dt.date(2025, 7, 1))
"""A day in winter and one in summer: a zone that has the same offset on both does not change its clocks."""


def time(locale: Locale, value: dt.time | str, zone: str | None = None, style: str = "long", on: PartialDate | None = None) -> str:
    """A time of day and its zone. Without a name for the zone in the locale, its offset from UTC on the day ``on``."""
    clock = arguments.time(value)
    named = (locale.find("zones", zone) if zone else None) or {}
    offset = _offset(zone, on, clock) if zone else ""
    slots: dict[str, object] = {"H": clock.hour, "HH": f"{clock.hour:02d}", "MM": f"{clock.minute:02d}", "utc": offset}
    slots |= {"zone": named.get("long", offset), "short": named.get("short", named.get("long", offset))}
    kind = "bare" if not zone else "named" if named else "offset"
    known = locale.find("time", kind) or {}
    if style not in known and style not in (locale.find("styles") or {}) and style not in (locale.find("time", "named") or {}):
        raise Unsayable(f"{locale.code} knows no style {style!r} of a time", f"known are {', '.join(known)}")
    return fill(locale.pattern("time", kind, style if style in known else "long"), slots)


def digits(locale: Locale, start: dt.time | str, end: dt.time | str | None = None) -> str:
    """A time of day in digits, or from one to another, as a programme has it; its zone stands in the head."""
    times = [arguments.time(value) for value in (start, end) if value is not None]
    shown = [fill(locale.pattern("time", "bare", "clock"), {"HH": f"{at.hour:02d}", "MM": f"{at.minute:02d}"}) for at in times]
    return shown[0] if len(shown) == 1 else fill(locale.pattern("clock", "range"), {"a": shown[0], "b": shown[1]})


def zone(locale: Locale, name: str, on: PartialDate | None = None) -> str:
    """A time zone by its name and its offset from UTC on the day ``on``; by the offset alone where the locale has no name for it."""
    named = locale.find("zones", name) or {}
    offset = _offset(name, on, dt.time(12))
    said = named.get("name") or named.get("long")
    return fill(locale.pattern("clock", "zone"), {"name": said, "utc": offset}) if said and name != "UTC" else said or offset


def other(value: dt.time | str, zone: str, to: str, on: PartialDate | None = None) -> tuple[dt.time, int]:
    """The same moment on the clocks of ``to``, and how many days later that is there (1, 0 or -1)."""
    clock = arguments.time(value)
    found = set()
    for day in _days(on):
        here = dt.datetime.combine(day, clock, _zone(zone))
        there = here.astimezone(_zone(to))
        found.add((there.time(), (there.date() - here.date()).days))
    if len(found) > 1:
        raise Unsayable(f"{zone} or {to} changes its clocks; the time there depends on the day", "give the day too")
    return found.pop()


def _offset(zone: str, on: PartialDate | None, clock: dt.time) -> str:
    offsets = {dt.datetime.combine(day, clock, _zone(zone)).utcoffset() for day in _days(on)}
    if len(offsets) > 1 or (delta := offsets.pop()) is None:
        raise Unsayable(f"{zone} changes its clocks; its offset depends on the day", "give the day too")
    minutes = int(delta.total_seconds() // 60)
    sign = "+" if minutes >= 0 else "\u2212"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "")


def _days(on: PartialDate | None) -> tuple[dt.date, ...]:
    return (on.exact,) if on and on.exact else _SEASONS


def _zone(zone: str) -> ZoneInfo:
    try:
        return ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        raise Unsayable(f"{zone!r} is no time zone", "write an IANA name, such as Asia/Jakarta") from None
