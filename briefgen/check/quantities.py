"""What a text states that can be held against another language: numbers, sums, days, times."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

_MONTHS = {"year": 12, "month": 1}
_HOURS = {"week": 168, "day": 24, "hour": 1}


@dataclass(frozen=True, slots=True)
class Quantity:
    """One of them, where it stands and as it is written.

    ``hard``: written in figures, so that every language must have it; words may be a turn of phrase (both, second). ``sure`` is False
    where the word may mean something else. ``unit`` is ``%``, ``points`` or a currency; ``length`` the unit of a length of time.
    """

    kind: Literal["number", "day", "month", "quarter", "time", "label"]
    value: Decimal | tuple[int, int] | str
    start: int
    end: int
    shown: str
    hard: bool = True
    sure: bool = True
    unit: str = ""
    length: str = ""
    scaled: bool = False
    also: Decimal | None = None
    """What a number is if it shares the scale of the one after it: from 1.2 to 1.36 million."""

    @property
    def number(self) -> Decimal | None:
        """The number, where it is one."""
        return self.value if isinstance(self.value, Decimal) else None

    @property
    def day(self) -> tuple[int, int] | None:
        """Day and month, where it is a day."""
        return self.value if isinstance(self.value, tuple) and self.kind == "day" else None


def alike(one: Quantity, other: Quantity) -> bool:
    """Whether two languages state the same, each in its way; units are compared apart."""
    if one.kind == other.kind:
        return one.value == other.value or _same_scaled(one, other) or _same_length(one, other) or _same_share(one, other) or _same_share(other, one)
    for first, second in ((one, other), (other, one)):
        if first.kind == "day" and isinstance(first.value, tuple):
            if second.kind == "number" and second.value == first.value[0]:
                return True
            if second.kind == "month" and second.value == Decimal(first.value[1]):
                return True
    return False


def same_unit(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers do not contradict each other in what they count."""
    return not one.unit or not other.unit or one.unit == other.unit


def _same_scaled(one: Quantity, other: Quantity) -> bool:
    return (one.also is not None and one.also in (other.value, other.also)) or (other.also is not None and other.also == one.value)


def _same_length(one: Quantity, other: Quantity) -> bool:
    for table in (_MONTHS, _HOURS):
        if one.length in table and other.length in table and one.number is not None and other.number is not None:
            return one.number * table[one.length] == other.number * table[other.length]
    return False


def _same_share(one: Quantity, other: Quantity) -> bool:
    """50 per cent, a half."""
    if one.unit != "%" or other.unit or one.number is None or other.number is None or other.number >= 1:
        return False
    return abs(one.number / 100 - other.number) < Decimal("0.005")
