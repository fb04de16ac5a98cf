"""How a date, a period and a moment are said. Patterns are data; this file only finds the right one and what it is filled with."""

import datetime as dt
from collections.abc import Mapping

from briefgen.language import arguments, clock
from briefgen.language.arguments import DateLike
from briefgen.language.locale import Locale, fill
from briefgen.language.said import Unsayable
from briefgen.language.text import contract
from briefgen.values import CASES, Moment, PartialDate, Span


def date(locale: Locale, value: DateLike, style: str = "long", case: str = "nom") -> str:
    """One date, only as precise as the fact is."""
    day = arguments.date(value)
    if bound := locale.find("bounds", style):
        plain = "words" if _precision(day) == "year" else "long"
        return contract(locale, fill(bound, {case_: date(locale, day, plain, case_) for case_ in CASES if f"{{{case_}}}" in bound}))
    if style == "press" and day.exact:
        style = str(locale.settings.get("press_date", style))
    return contract(locale, fill(_pattern(locale, ("date", _precision(day)), style, case), _slots(locale, day, case)))


def date_range(locale: Locale, start: DateLike, end: DateLike, style: str = "long", case: str = "nom") -> str:
    """From one date to another, inclusive; month and year are said once where they may be."""
    a, b = arguments.date(start), arguments.date(end)
    if a == b:
        return date(locale, a, style, case)
    if b.last < a.first or a.first > b.first:
        raise Unsayable(f"the period {a}/{b} ends before it begins")
    slots = {f"{side}.{key}": value for side, day in (("a", a), ("b", b)) for key, value in _slots(locale, day, case).items()}
    shape = _shape(a, b)
    if shape == "mixed":
        for case_ in CASES:
            slots |= {f"{side}.{case_}": date(locale, day, "words" if style == "words" else "long", case_) for side, day in (("a", a), ("b", b))}
    return contract(locale, fill(_pattern(locale, ("range", shape), style, case), slots))


def year_range(locale: Locale, start: int | str | PartialDate, end: int | str | PartialDate, case: str = "nom") -> str:
    """From one year to another, with the word for years where the language uses one."""
    a, b = arguments.date(start), arguments.date(end)
    if a.year >= b.year:
        raise Unsayable(f"the period {a.year}/{b.year} ends before it begins")
    return fill(locale.pattern("range", "years", "name", case=case), {"a.y": a.year, "b.y": b.year})


def span(locale: Locale, value: Span, style: str = "long", case: str = "nom") -> str:
    """A period; an open end is said as such ("since 2024")."""
    if value.start and value.end:
        return date_range(locale, value.start, value.end, style, case)
    known = value.start or value.end
    if known is None:
        raise Unsayable("a period without beginning and end cannot be said")
    slots: dict[str, object] = {case_: date(locale, known, "words" if style == "words" else "long", case_) for case_ in CASES}
    return contract(locale, fill(locale.pattern("range", "from" if value.start else "until"), slots))


def beside(locale: Locale, value: dt.time | str, zones: tuple[str, str], style: str = "long", on: PartialDate | None = None) -> str:
    """A time of day in the first of ``zones``, and in brackets what the clocks of the second show then; another day is said, by its date if known."""
    zone, to = zones
    there, later = clock.other(value, zone, to, on)
    said = {"here": clock.time(locale, value, zone, style, on), "there": clock.time(locale, there, to, "beside", on)}
    if not later:
        return fill(locale.pattern("time", "beside", "same"), said)
    if not on or not on.exact:
        return fill(locale.pattern("time", "beside", "next" if later > 0 else "previous"), said)
    return fill(locale.pattern("time", "beside", "day"), {**said, "day": date(locale, on.exact + dt.timedelta(later), "short")})


def moment(locale: Locale, value: Moment, style: str = "long") -> str:
    """A date with its time and zone, where they are known."""
    if value.time is None:
        return date(locale, value.date, style)
    shown = clock.time(locale, value.time, value.zone, locale.find("moment", "time") or "long", value.date)
    short = clock.time(locale, value.time, value.zone, "short", value.date)
    return fill(_pattern(locale, ("moment",), style, "nom"), {"time": shown, "clock": short, **{s: date(locale, value.date, s) for s in ("long", "words")}})


def _pattern(locale: Locale, path: tuple[str, ...], style: str, case: str) -> str:
    """The pattern of ``style``; a style that this precision lacks falls back on the one that language.yaml names, then on ``long``."""
    known = locale.find(*path) or {}
    if style not in known:
        if style not in (locale.find("styles") or {}):
            more = [*(known), *(locale.find("bounds") or {})] if path[0] == "date" else known
            raise Unsayable(f"{locale.code} knows no style {style!r} here", f"known are {', '.join(more)}")
        style = locale.find("styles", style) or "long"
    return locale.pattern(*path, style if style in known else "long", case=case)


def _precision(day: PartialDate) -> str:
    if day.part:
        return "quarter" if day.part.startswith("Q") else day.part
    return "day" if day.day else "month" if day.month else "year"


def _shape(a: PartialDate, b: PartialDate) -> str:
    """Which pattern a range takes: what its two ends share decides what is said once."""
    kinds = {_precision(a), _precision(b)}
    if kinds == {"day"}:
        return "month" if (a.year, a.month) == (b.year, b.month) else "year" if a.year == b.year else "days"
    if kinds == {"month"}:
        return "months" if a.year == b.year else "months_years"
    return "years" if kinds == {"year"} else "mixed"


def _slots(locale: Locale, day: PartialDate, case: str) -> Mapping[str, object]:
    """Everything that a pattern may say of ``day``: d, dd, m, mm, y, month, month.gen, weekday, weekday.on, quarter."""
    slots: dict[str, object] = {"y": day.year}
    if day.month:
        months = locale.babel.months
        own = {form: words[day.month - 1] for form, words in (locale.find("months") or {}).items()}
        slots |= {"m": day.month, "mm": f"{day.month:02d}", "month": months["format"]["wide"][day.month]}
        slots |= {f"month.{form}": word for form, word in own.items()}
        slots["month.case"] = own.get(case, slots["month"])
    if day.part and day.part.startswith("Q"):
        quarters = locale.find("quarters") or ["1", "2", "3", "4"]
        slots["quarter"] = quarters[int(day.part[1]) - 1]
    if exact := day.exact:
        slots |= {
            "d": (locale.find("days") or {}).get(str(exact.day), exact.day),
            "dd": f"{exact.day:02d}",
            "weekday": locale.babel.days["format"]["wide"][exact.weekday()],
        }
        slots |= {f"weekday.{form}": words[exact.weekday()] for form, words in (locale.find("weekdays") or {}).items()}
    return slots
