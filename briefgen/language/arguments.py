"""What may be given to a method of ``Language``, made into values. From the shell and from templates all may come as text."""

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from typing import get_args

from briefgen.language.said import Unsayable
from briefgen.values import SCALES, Measure, Moment, PartialDate, Qualifier, Scale, Span

DateLike = PartialDate | Span | Moment | dt.date | int | str
NumberLike = Decimal | int | str | Measure

_PART = re.compile(r"(early|mid|late) (\d{4})\Z")
_DATE = re.compile(r"(\d{4})(?:-(Q[1-4])|-(\d{2})(?:-(\d{2}))?)?\Z")
_MEASURE = re.compile(
    rf"(?:(?P<qualifier>{'|'.join(get_args(Qualifier))}) )?(?P<number>-?[\d.]+)(?: (?P<scale>{'|'.join(SCALES)}))?(?: ?(?P<unit>%|°C|[^\W\d].*))?\Z",
)


def date(value: DateLike) -> PartialDate:
    """``value`` as a date as precise as it is: ``2025``, ``2025-06``, ``2025-06-19``, ``2025-Q1``, ``early 2025``."""
    match value:
        case PartialDate():
            return value
        case Moment():
            return value.date
        case dt.date():
            return PartialDate(value.year, value.month, value.day)
        case Span() if value.start is not None and value.start == value.end:
            return value.start
        case int():
            return PartialDate(value)
        case str() if found := _PART.match(value):
            return PartialDate(int(found[2]), part=found[1])
        case str() if found := _DATE.match(value):
            year, quarter, month, day = found.groups()
            partial = PartialDate(int(year), int(month) if month else None, int(day) if day else None, quarter)
            try:
                _ = dt.date(int(year), int(month or 1), int(day or 1))
            except ValueError:
                raise Unsayable(f"{value!r} is no day of the calendar") from None
            return partial
    raise Unsayable(f"{value!r} is no date", "write 2025, 2025-06, 2025-06-19, 2025-Q1 or early 2025")


def number(value: NumberLike) -> Decimal:
    """``value`` as a number; a measure's scale is multiplied out."""
    if isinstance(value, Measure):
        return value.full
    if isinstance(value, (float, bool)):
        raise Unsayable(f"{value!r} is no exact number", "give an int, a Decimal or text")
    try:
        result = Decimal(value)
    except InvalidOperation:
        raise Unsayable(f"{value!r} is no number", "write 1234.5") from None
    if not result.is_finite():
        raise Unsayable(f"{value!r} is no number", "write 1234.5")
    return result


def measure(value: NumberLike) -> Measure:
    """``value`` as a measure: ``over 270 million people``, ``92 %``, ``4.3 billion USD``."""
    if isinstance(value, Measure):
        return value
    if isinstance(value, str) and (found := _MEASURE.match(value)):
        scale: Scale | None = next((name for name in SCALES if name == found["scale"]), None)
        qualifier: Qualifier | None = next((name for name in get_args(Qualifier) if name == found["qualifier"]), None)
        return Measure(number(found["number"]), found["unit"] or "", scale, qualifier)
    return Measure(number(value))


def time(value: dt.time | str) -> dt.time:
    """``value`` as a time of day: ``14:00``."""
    try:
        return value if isinstance(value, dt.time) else dt.time.fromisoformat(value)
    except ValueError:
        raise Unsayable(f"{value!r} is no time of day", "write 14:00") from None
