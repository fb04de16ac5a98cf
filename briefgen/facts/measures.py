"""Figures and lengths as written in one line: ``92 %``, ``over 270 million people``, ``4.3 billion USD``, ``5 years``."""

import re
from decimal import Decimal
from typing import cast, get_args

from briefgen.facts.reading import Wrong, nearest
from briefgen.facts.units import CURRENCIES, LENGTHS, every, unit
from briefgen.values import SCALES, Measure, Qualifier, Scale

_QUALIFIERS: tuple[str, ...] = get_args(Qualifier)
_FIGURE = re.compile(rf"(?:({'|'.join(_QUALIFIERS)}) )?([-−]?[0-9]+(?:\.[0-9]+)?)(?: ({'|'.join(SCALES)}))?(?: ?(\S.*))?")
_LOOKS = "write 92 %, 4.3 billion USD or over 270 million people"
_SHORT_SCALES = {
    "bn": "billion",
    "mln": "million",
    "mn": "million",
    "m": "million",
    "k": "thousand",
    "juta": "million",
    "miliar": "billion",
    "млн": "million",
    "млрд": "billion",
}
_DIGITS = 30  # more than any figure needs, fewer than would cost time


def measure(text: str, own: frozenset[str] = frozenset()) -> Measure:
    """A quantity with its qualifier, scale word and unit, each as written."""
    _separators(text)
    found = _FIGURE.fullmatch(text)
    if not found:
        if text[:1] in "<>≈~":
            raise Wrong(f"'{text}' begins with a sign", f"write one of {', '.join(_QUALIFIERS)} instead")
        if money := re.fullmatch(r"([A-Z]{0,2}[$€£¥]|Rp|[A-Z]{3})\s?(.+)", text):
            raise Wrong(f"'{text}' begins with a currency", f"write the code after the sum: {money[2]} {_code(money[1])}")
        first = text.split(" ", maxsplit=1)[0]
        raise Wrong(f"'{text}' is no figure", nearest(first, _QUALIFIERS) or _LOOKS)
    qualifier, number, scale, written = found.groups()
    if len(number) > _DIGITS:
        raise Wrong(f"the number has {len(number)} digits", "use a scale word: 4.3 billion")
    known = unit(written, own) if written else ""
    if known is None:
        raise Wrong(f"'{written}' is no unit that is known here", _unit_hint(written, own))
    return Measure(Decimal(number.replace("−", "-")), known, cast("Scale | None", scale), cast("Qualifier | None", qualifier))


def length(text: str) -> Measure:
    """A length of time: ``5 years``, ``18 months``; a whole positive number."""
    if re.match(r"P[0-9]", text):
        raise Wrong(f"'{text}' is written for machines", "write 5 years")
    value = measure(text)
    if value.unit not in LENGTHS:
        raise Wrong(f"'{text}' is no length of time", f"write a number and one of {', '.join(u + 's' for u in LENGTHS)}")
    if value.number <= 0 or value.number != value.number.to_integral_value():
        raise Wrong(f"'{text}' is not a whole number of {value.unit}s", "write 18 months instead of 1.5 years")
    return value


def _separators(text: str) -> None:
    if found := re.search(r"[0-9]+,[0-9]+", text):
        separated = re.search(r"[0-9]{1,3}(,[0-9]{3})+(?![0-9])", text)
        instead = separated[0].replace(",", "") if separated else found[0].replace(",", ".")
        raise Wrong(
            f"'{found[0]}' has a comma",
            f"write {instead}: a full stop for the fraction, nothing between thousands" + (", or a scale word" if separated else ""),
        )
    if found := re.search(r"[0-9]{1,3}([ \u00a0\u202f._'][0-9]{3})+(?![0-9])", text):
        digits = re.sub(r"\D", "", found[0])
        if found[1][0] != "." or found[0].count(".") > 1:
            raise Wrong(f"'{found[0]}' has something between its digits", f"write {digits}, or a scale word: 4.3 billion")


def _unit_hint(written: str, own: frozenset[str]) -> str:
    first = written.split(" ", maxsplit=1)[0]
    if first in _SHORT_SCALES:
        return f"write {_SHORT_SCALES[first]}"
    if re.fullmatch(r"[A-Za-z]{3}", written) and written.upper() in CURRENCIES:
        return f"currencies are written in capitals: {written.upper()}"
    return nearest(written, every(own)) or "write a unit from docs/facts.md, or add it to `units:` in desk.yaml"


def _code(sign: str) -> str:
    return {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "Rp": "IDR", "¥": "CNY or JPY"}.get(sign, sign)
