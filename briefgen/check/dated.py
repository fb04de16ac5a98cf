"""Days, months, quarters and times of day, as each language writes them. The words are data (``reading.yaml``)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from briefgen.check.quantities import Quantity

SPACE = r"[ \u00a0\u202f\n]"
_NUMERIC = re.compile(r"(?<![\w./-])(?P<d>\d{1,2})(?P<mark>[./-])(?P<m>\d{1,2})(?P=mark)(?P<y>\d{4})(?!\w)")
_ISO = re.compile(r"(?<![\w./-])(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\w)")
_CLOCK = re.compile(r"(?<![\w.:])(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?![\w:])")
_ORDER = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@dataclass(frozen=True, slots=True)
class Day:
    """One day as written: where, with its year and the weekday beside it where they are given (0 is Monday)."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    weekday: int | None = None


class Dated:
    """How one language writes days and times."""

    def __init__(self, data: Mapping[str, Any], values: Mapping[str, Decimal]) -> None:
        self._values = values
        self._months = _numbered(data.get("months", ()), 1)
        self._weekdays = _numbered(data.get("weekdays", ()), 0)
        suffix = f"(?:{data.get('ordinal', {}).get('suffix') or '(?!)'})?"
        month = _any(self._months)
        year = rf"(?:,?{SPACE}+(?P<y>\d{{4}})(?!\d))?"
        self._day = re.compile(rf"(?<![\w.,])(?P<d>\d{{1,2}}){suffix}{SPACE}+(?:of{SPACE}+)?(?P<month>{month})(?!\w){year}")
        self._first = re.compile(rf"(?<!\w)(?P<month>{month}){SPACE}+(?P<d>\d{{1,2}})(?!\d){year}") if data.get("month-first") == "true" else None
        self._month = re.compile(rf"(?<!\w)(?P<month>{month})(?!\w)")
        words = "|".join(re.escape(word) for word in sorted(data.get("between", ()), key=len, reverse=True)) or "(?!)"
        self._before = re.compile(rf"(?<![\w.,])(?P<d>\d{{1,2}}){suffix}{SPACE}*(?:[-–—]|(?:{words})(?!\w)){SPACE}*\Z")
        self._comma = re.compile(rf"(?<![\w.,])(?P<d>\d{{1,2}}){suffix},{SPACE}*\Z")
        self._weekday = re.compile(rf"(?<!\w)(?P<w>{_any(self._weekdays)})(?:,|{SPACE})*\(?{SPACE}?(?:\w+{SPACE})?\Z")
        self._quarter = re.compile(data["quarter"], re.IGNORECASE) if "quarter" in data else None
        self._clock = [re.compile(data["clock"])] if "clock" in data else []

    def days(self, text: str) -> list[Day]:
        """The days in ``text``, in the order in which they stand."""
        found: list[Day] = []
        for pattern in (_ISO, _NUMERIC, self._day, *([self._first] if self._first else [])):
            for match in pattern.finditer(text):
                if any(day.start < match.end() and match.start() < day.end for day in found):
                    continue
                parts = match.groupdict()
                month = self._months[parts["month"]] if "month" in parts else int(parts["m"])
                if 1 <= int(parts["d"]) <= 31 and 1 <= month <= 12:
                    found.append(self._one(text, match.span(), int(parts["d"]), month, int(parts["y"]) if parts["y"] else None))
                    if pattern is self._day:
                        found += self._earlier(text, found[-1])
        return sorted(found, key=lambda day: day.start)

    def read(self, text: str) -> Iterator[Quantity]:
        """All of them as quantities; the year of a day stands apart, as another language may leave it out."""
        taken: list[tuple[int, int]] = []
        for day in self.days(text):
            taken.append((day.start, day.end))
            yield Quantity("day", (day.day, day.month), day.start, day.end, text[day.start : day.end])
            if day.year:
                yield Quantity("number", Decimal(day.year), day.start, day.end, str(day.year), hard=False)
        for match in self._month.finditer(text):
            if not _in(match.start(), taken):
                yield Quantity("month", Decimal(self._months[match["month"]]), match.start(), match.end(), match[0], hard=False)
        for match in self._quarter.finditer(text) if self._quarter else ():
            order = self._order(match)
            if order:
                yield Quantity("quarter", Decimal(order), match.start(), match.end(), match[0])
        for pattern in (*self._clock, _CLOCK):
            for match in pattern.finditer(text):
                if not _in(match.start(), taken):
                    taken.append(match.span())
                    yield Quantity("time", _time(match), match.start(), match.end(), match[0], hard=False)

    def _one(self, text: str, place: tuple[int, int], day: int, month: int, year: int | None) -> Day:
        head = text[max(0, place[0] - 40) : place[0]]
        named = self._weekday.search(head)
        return Day(*place, day, month, year, self._weekdays[named["w"]] if named else None)

    def _earlier(self, text: str, last: Day) -> Iterator[Day]:
        """The days before one that share its month: 5 to 7 September; 5, 6 and 7 September."""
        start, pattern = last.start, self._before
        while match := pattern.search(text[:start]):
            if not 1 <= int(match["d"]) <= 31:
                return
            yield self._one(text, match.span("d"), int(match["d"]), last.month, None)
            start, pattern = match.start(), self._comma

    def _order(self, match: re.Match[str]) -> int | None:
        parts = match.groupdict()
        if parts.get("q"):
            return _ORDER.get(parts["q"].upper())
        word = (parts.get("word") or "").casefold().replace("ё", "е")
        return next((int(value) for known, value in self._values.items() if known.startswith(word) and value in (1, 2, 3, 4)), None)


def _numbered(rows: Sequence[Sequence[str]], first: int) -> dict[str, int]:
    """``[[words of the first], [of the second], …]`` as word to number, each with a capital too."""
    return {form: number for number, row in enumerate(rows, first) for word in row for form in (word, word[:1].upper() + word[1:])}


def _any(words: Mapping[str, int]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"


def _in(place: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in taken)


def _time(match: re.Match[str]) -> tuple[int, int]:
    hour, half = int(match["h"]), match.groupdict().get("half")
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, int(match["m"] or 0)
