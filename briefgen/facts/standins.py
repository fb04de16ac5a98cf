"""What stands in for a value that cannot be read, so that reading goes on: as little as is certain, and of the right kind.

A date keeps its year, and its month where that is one; less precise dates contradict nothing. None of this is ever printed.
"""

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from briefgen.lines import Str
from briefgen.values import Measure, Moment, PartialDate, Span

if TYPE_CHECKING:
    from briefgen.facts.reading import Reading

BLANK = "–"
"""Stands in for words."""


class Unwritten(Str):
    """A field that is not written, though it is needed; that is told already."""

    __slots__ = ()


def stand_in(kind: str, text: str, reading: "Reading") -> Any:
    """A value of ``kind``, as near to ``text`` as can be made out."""
    match kind:
        case "date":
            return _date(text, reading)
        case "moment":
            return Moment(_date(text, reading))
        case "span":
            day = _date(text, reading)
            return Span(day, day)
        case "measure":
            return Measure(Decimal(1))
        case "number":
            return 1
    return text or BLANK


def _date(text: str, reading: "Reading") -> PartialDate:
    if found := re.search(r"\b(1[5-9]|2[01])[0-9]{2}-(0[1-9]|1[0-2])\b", text):
        year, month = found[0].split("-")
        return PartialDate(int(year), int(month))
    found = re.search(r"\b(1[5-9]|2[01])[0-9]{2}\b", text)
    return PartialDate(int(found[0]) if found else reading.year())
