"""What facts hold and languages say: dates as precise as known, sums, measures, words with their grammar.

The ground floor between ``facts`` (which reads them) and ``language`` (which says them). Imports nothing of ours.
"""

import calendar
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Case = Literal["nom", "gen", "dat", "acc", "ins", "prep"]
Gender = Literal["m", "f", "n"]
Number = Literal["sg", "pl"]
CASES: tuple[Case, ...] = ("nom", "gen", "dat", "acc", "ins", "prep")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precise as is known: a year, a part of a year, a month or a day.

    ``part`` is ``Q1``…``Q4`` (SDMX) or ``early``, ``mid``, ``late``; with a part there is no month or day.
    """

    year: int
    month: int | None = None
    day: int | None = None
    part: str | None = None

    def __str__(self) -> str:
        if self.part:
            return f"{self.year:04d}-{self.part}" if self.part.startswith("Q") else f"{self.part} {self.year:04d}"
        return "-".join(f"{n:0{w}d}" for n, w in ((self.year, 4), (self.month, 2), (self.day, 2)) if n is not None)

    @property
    def first(self) -> dt.date:
        """The first day that it may mean."""
        if self.part:
            return dt.date(self.year, _PARTS[self.part][0], 1)
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The last day that it may mean."""
        month = _PARTS[self.part][1] if self.part else self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def exact(self) -> dt.date | None:
        """The day, where one is known."""
        return dt.date(self.year, self.month, self.day) if self.month and self.day else None


_PARTS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "early": (1, 4), "mid": (5, 8), "late": (9, 12)}


@dataclass(frozen=True, slots=True)
class Span:
    """A period; an open end is None (``2024-10-21/..``). A single date is a span whose ends are equal."""

    start: PartialDate | None
    end: PartialDate | None

    def __str__(self) -> str:
        return str(self.start) if self.start == self.end else f"{self.start or '..'}/{self.end or '..'}"

    def may_hold(self, day: PartialDate) -> bool:
        """Whether ``day`` can lie in it; imprecision never says no."""
        return not (self.start and day.last < self.start.first) and not (self.end and day.first > self.end.last)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, and where known its local time and IANA zone."""

    date: PartialDate
    time: dt.time | None = None
    zone: str | None = None

    def __str__(self) -> str:
        time = self.time.strftime("%H:%M") if self.time else ""
        return " ".join(filter(None, [str(self.date), time, self.zone or ""]))


Qualifier = Literal["about", "almost", "over", "under", "at least", "up to"]
Scale = Literal["thousand", "million", "billion", "trillion"]
SCALES: Mapping[Scale, int] = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity with its unit: ``92 %``, ``over 270 million people``, ``5 years``.

    ``unit`` is ``%``, a currency (ISO 4217), a unit known to the locales (``people``, ``year``, ``km``) or "" for a bare count.
    The scale word is kept as written: 4.3 billion claims less than 4300000000.
    """

    number: Decimal
    unit: str = ""
    scale: Scale | None = None
    qualifier: Qualifier | None = None

    @property
    def full(self) -> Decimal:
        """The number with its scale multiplied out."""
        return self.number * SCALES[self.scale] if self.scale else self.number

    @property
    def is_money(self) -> bool:
        return len(self.unit) == 3 and self.unit.isupper()

    def __str__(self) -> str:
        return " ".join(filter(None, [self.qualifier, str(self.number), self.scale, self.unit]))


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in one language with the grammar that it needs there.

    ``forms`` are written forms by case (``gen``), or by ``pl.gen`` for the other number; they beat every rule.
    ``preposition`` is what stands before a place ("di", "во", "на").
    """

    text: str
    gender: Gender | None = None
    number: Number | None = None
    animate: bool = False
    indeclinable: bool = False
    origin: str | None = None
    forms: Mapping[str, str] = field(default_factory=dict)
    preposition: str | None = None
    draft: bool = False

    def __str__(self) -> str:
        return self.text

    def __hash__(self) -> int:
        return hash((self.text, self.gender, self.number, self.animate, self.indeclinable, self.origin, self.preposition, tuple(sorted(self.forms.items()))))


Text = Mapping[str, Wording]
"""The same text in several languages, by language code."""
