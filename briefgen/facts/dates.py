"""Dates, periods and moments as written in one line (EDTF level 0 [S], the SDMX quarter [K], and ``early``, ``mid``, ``late``)."""

import calendar
import datetime as dt
import re
import zoneinfo

from briefgen.facts.reading import Wrong, nearest
from briefgen.values import Moment, PartialDate, Span

_DATE = re.compile(r"([0-9]{4})(?:-(?:([0-9]{2})(?:-([0-9]{2}))?|(Q[1-4])))?")
_PART = re.compile(r"(early|mid|late) ([0-9]{4})")
_LOOKS = "write 2025, 2025-06, 2025-06-19, 2025-Q1 or early 2025"
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_ABBREVIATIONS = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura", "MSK": "Europe/Moscow", "GMT": "UTC", "Z": "UTC"}


def date(text: str) -> PartialDate:
    """A date as precise as known: ``2025``, ``2025-06``, ``2025-06-19``, ``2025-Q1``, ``early 2025``."""
    if found := _DATE.fullmatch(text):
        year, month, day, quarter = found.groups()
        return _checked(PartialDate(int(year), int(month) if month else None, int(day) if day else None, quarter))
    if found := _PART.fullmatch(text):
        return _checked(PartialDate(int(found[2]), part=found[1]))
    if (text and text[-1] in "~?%") or "X" in text:
        raise Wrong(
            f"'{text}' marks doubt in the manner of EDTF, which is not read here", "write the date less precisely (2025-06, early 2025) and say why in a `note`"
        )
    if found := re.fullmatch(r"([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})", text):
        raise Wrong(f"'{text}' can be read in two ways", f"write {found[3]}-{int(found[2]):02d}-{int(found[1]):02d}, year first")
    if found := re.fullmatch(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?", text):
        parts = [f"{int(p):02d}" for p in found.groups()[1:] if p]
        raise Wrong(f"'{text}' is no date", f"write {'-'.join([found[1], *parts])}")
    raise Wrong(f"'{text}' is no date", _LOOKS)


def _checked(value: PartialDate) -> PartialDate:
    if not 1000 <= value.year <= 2999:
        raise Wrong(f"the year {value.year} is out of range", "years go from 1000 to 2999")
    if value.month is not None:
        if not 1 <= value.month <= 12:
            raise Wrong(f"there is no month {value.month}", "months go from 01 to 12, written year-month-day")
        days = calendar.monthrange(value.year, value.month)[1]
        if value.day is not None and not 1 <= value.day <= days:
            raise Wrong(f"{_MONTHS[value.month - 1]} {value.year} has {days} days", "mend the day; dates are written year-month-day")
    return value


def span(text: str) -> Span:
    """A period: ``2024-10-21/..``, ``2025-06-18/2025-06-21``, or a single date."""
    start, slash, end = text.partition("/")
    if not slash:
        single = date(text)
        return Span(single, single)
    if start in ("", "..") and end in ("", ".."):
        raise Wrong(f"'{text}' has neither a beginning nor an end", "write 2024-10-21/.. or 2024-10-21/2025-02-01")
    if not start or not end:
        raise Wrong(f"'{text}' leaves an end blank", f"write {start or '..'}/{end or '..'}")
    value = Span(None if start == ".." else date(start), None if end == ".." else date(end))
    if value.start and value.end and value.start.first > value.end.last:
        raise Wrong(f"'{text}' ends before it begins", "write the earlier date first")
    return value


def moment(text: str) -> Moment:
    """A date, with ``HH:MM`` and an IANA zone where they are known: ``2025-06-19 14:00 Europe/Moscow``."""
    if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T", text):
        raise Wrong(f"'{text}' is written for machines", "write 2025-06-19 14:00 Europe/Moscow")
    found = re.fullmatch(r"(\S+) ([0-9]{1,2}[:.][0-9]{2}\S*)(?: (.+))?", text)
    if not found:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [A-Za-z]+/\S+", text):
            raise Wrong(f"'{text}' has a zone but no time", "write 2025-06-19 14:00 Europe/Moscow, or the date alone")
        return Moment(date(text))
    day = date(found[1])
    if day.exact is None:
        raise Wrong(f"'{text}' has a time but no day", "write the whole date, or leave the time out")
    return Moment(day, _time(found[2]), zone(found[3]) if found[3] else None)


def when(text: str) -> Moment | Span:
    """A moment, or a period of whole days: ``2025-06-18/2025-06-21``. A zone has a slash too, and is found first."""
    return moment(text) if "/" not in text or " " in text else span(text)


def days(value: PartialDate | Moment | Span) -> Span:
    """The days that a value may mean, from the first to the last."""
    if isinstance(value, Span):
        return value
    day = value.date if isinstance(value, Moment) else value
    return Span(day, day)


def _time(text: str) -> dt.time:
    found = re.fullmatch(r"([0-9]{2}):([0-9]{2})", text)
    if not found:
        short = re.fullmatch(r"([0-9]{1,2})[:.]([0-9]{2})", text)
        raise Wrong(f"'{text}' is no time", f"write {int(short[1]):02d}:{short[2]}" if short else "write hours and minutes, 14:00; the zone by its name")
    if int(found[1]) > 23 or int(found[2]) > 59:
        raise Wrong(f"there is no time {text}", "hours go from 00 to 23, minutes from 00 to 59")
    return dt.time(int(found[1]), int(found[2]))


def zone(text: str) -> str:
    """An IANA zone (``Asia/Jakarta``) or ``UTC``; offsets and abbreviations are refused, since neither knows when clocks change."""
    if text in _ABBREVIATIONS:
        raise Wrong(f"'{text}' is an abbreviation", f"write {_ABBREVIATIONS[text]}")
    if text == "UTC" or ("/" in text and re.fullmatch(r"[A-Za-z]+(/[A-Za-z0-9_+-]+)+", text)):
        try:
            zoneinfo.ZoneInfo(text)
        except (zoneinfo.ZoneInfoNotFoundError, OSError, ValueError):
            pass
        else:
            return text
    known = sorted(name for name in zoneinfo.available_timezones() if "/" in name)
    hint = nearest(text, known) or nearest(text, (name.rsplit("/")[-1] for name in known)) or "write it as in Asia/Jakarta, Europe/Moscow"
    raise Wrong(f"'{text}' is no time zone", hint)
