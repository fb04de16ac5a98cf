"""Numbers, sums and dates of one text, held against each other over its languages; and days against their weekdays and the facts."""

import datetime as dt
from collections.abc import Iterator, Mapping

from briefgen.check.dated import Day
from briefgen.check.quantities import Quantity, alike, same_unit
from briefgen.check.reader import Reader
from briefgen.check.written import Places, Written
from briefgen.errors import Problem
from briefgen.values import Span

Told = set[tuple[str, int]]
"""Language and place of what has been named as wrong already."""

_CODES = {"number": "C001", "label": "C001", "day": "C002", "month": "C002", "quarter": "C002", "time": "C002"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MEND = "read the source and mend the language that is wrong; if one leaves it out on purpose, leave it out in all"
_NEAR = dt.timedelta(days=60)


def compare(text: Written, readers: Mapping[str, Reader], places: Places) -> Iterator[Problem]:
    """What one language states and another does not, or states otherwise."""
    read = {code: readers[code].read(words) for code, words in text.words.items() if code in readers}
    if len(read) < 2 or text.copied:
        return
    told: Told = set()
    stated = [(code, one) for code, mine in read.items() for one in mine if one.hard or one.sure]
    for code, one in sorted(stated, key=lambda item: -len(_saying(item[1], read))):  # what most say is taken to be right
        if (code, one.start) not in told:
            yield from _odd(text, (code, one), read, told, places)
    yield from _units(text, read, places)


def _odd(text: Written, first: tuple[str, Quantity], read: Mapping[str, list[Quantity]], told: Told, places: Places) -> Iterator[Problem]:
    """What is wrong about ``one``: another language has something else in its place, or nothing."""
    code, one = first
    saying = _saying(one, read)
    silent = [lang for lang in read if lang not in saying]
    others: dict[str, Quantity] = {}
    for lang in silent:
        # what stands there instead: of the same kind, and said by no language that says `one`
        instead = [
            other
            for other in read[lang]
            if (other.hard or other.sure)
            and other.kind == one.kind
            and (lang, other.start) not in told
            and not any(alike(other, third) for said in saying for third in read[said])
        ]
        if instead:
            others[lang] = min(instead, key=lambda other: (other.unit != one.unit, other.hard != one.hard, abs(other.start - one.start)))
    for lang, other in others.items():
        told.add((lang, other.start))
        told.update((said, third.start) for said in saying for third in read[said] if alike(one, third))
        where = places.of(text, lang, other.start, other.end)
        what = f"{_and(saying)} {'say' if len(saying) > 1 else 'says'} {one.shown}, {lang} says {other.shown}"
        yield Problem(where, _CODES[one.kind], what, _MEND, address=text.address, language=lang)
    if others or not silent or not one.hard:
        return
    told.update((said, third.start) for said in saying for third in read[said] if alike(one, third))
    if len(saying) >= len(silent):
        for lang in silent:
            what = f"{_and(saying)} {'say' if len(saying) > 1 else 'says'} {one.shown}, {lang} says nothing of it"
            yield Problem(places.of(text, lang), _CODES[one.kind], what, _MEND, address=text.address, language=lang)
    else:
        what = f"{code} says {one.shown}, {_and(silent)} say nothing of it"
        yield Problem(places.of(text, code, one.start, one.end), _CODES[one.kind], what, _MEND, address=text.address, language=code)


def _saying(one: Quantity, read: Mapping[str, list[Quantity]]) -> list[str]:
    """The languages that state ``one``."""
    return [lang for lang, stated in read.items() if any(alike(one, other) for other in stated)]


def _units(text: Written, read: Mapping[str, list[Quantity]], places: Places) -> Iterator[Problem]:
    """The same number of something else: dollars and euros, per cent and a bare count."""
    codes = list(read)
    for index, code in enumerate(codes):
        for other_code in codes[index + 1 :]:
            for one in read[code]:
                matches = [other for other in read[other_code] if one.number is not None and other.number == one.number]
                if matches and not any(same_unit(one, other) for other in matches):
                    other = matches[0]
                    what = f"{code} says {one.shown}, {other_code} says {other.shown}"
                    where = places.of(text, other_code, other.start, other.end)
                    yield Problem(where, "C003", what, "write the same unit and the same currency in each language", address=text.address, language=other_code)


def weekdays(text: Written, readers: Mapping[str, Reader], on: Span | None, places: Places) -> Iterator[Problem]:
    """Days whose weekday is another one. A day without its year is taken to be near the event."""
    for code, words in text.words.items():
        for day in readers[code].days(words) if code in readers else ():
            if day.weekday is None:
                continue
            possible = [date for year in _years(day, on) if (date := _date(year, day))]
            if possible and all(date.weekday() != day.weekday for date in possible):
                date = possible[0]
                what = f"{words[day.start : day.end]} is written as a {_WEEKDAYS[day.weekday]}; {date} was a {_WEEKDAYS[date.weekday()]}"
                where = places.of(text, code, day.start, day.end)
                yield Problem(where, "C004", what, "mend the weekday or the date", address=text.address, language=code)


def against(text: Written, readers: Mapping[str, Reader], when: Span | None, places: Places) -> Iterator[Problem]:
    """The one day that a text names, held against ``when`` beside it."""
    day = when.start.exact if when and when.start == when.end and when.start else None
    if day is None:
        return
    for code, words in text.words.items():
        named = readers[code].days(words) if code in readers else []
        if len(named) == 1 and named[0].year and (date := _date(named[0].year, named[0])) and date != day:
            what = f"the text says {words[named[0].start : named[0].end]}, `when` says {day}"
            where = places.of(text, code, named[0].start, named[0].end)
            yield Problem(where, "C005", what, "mend one of the two", address=text.address, language=code)


def _years(day: Day, on: Span | None) -> list[int]:
    if day.year:
        return [day.year]
    first = on.start.first if on and on.start else None
    if first is None:
        return []
    near = _date(first.year, day)
    if near and abs(near - first) <= _NEAR:
        return [first.year]
    return [first.year, first.year - 1, first.year + 1]


def _date(year: int, day: Day) -> dt.date | None:
    try:
        return dt.date(year, day.month, day.day)
    except ValueError:
        return None


def _and(codes: list[str]) -> str:
    return " and ".join((", ".join(codes[:-1]), codes[-1])) if len(codes) > 1 else codes[0]
