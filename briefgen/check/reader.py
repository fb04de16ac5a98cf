"""Reads a text by its own language's conventions: ``1.000`` is a thousand in Indonesian and one in English.

All that a language knows about it is in ``locales/xx/reading.yaml``; without that file nothing is read, and nothing is compared.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from briefgen.check.dated import SPACE, Dated, Day
from briefgen.check.quantities import Quantity
from briefgen.check.spelled import WORD, Spelled, fold
from briefgen.facts.units import CURRENCIES

_ROMAN = re.compile(r"(?<!\w)(?=[IVX]{2,})(X{0,3})(IX|IV|V?I{0,3})(?!\w)")
_DIGITS = {"I": 1, "V": 5, "X": 10}
_LABEL = re.compile(r"(?<!\w)(?:[^\W\d_]+\d+\w*|\d+[^\W\d_]\w*)")
_NEAR = 14  # characters between two numbers that may share a scale
_CLOSE = 7  # between a number and the half that belongs to it
_AFTER = re.compile(r"[ \u00a0](?:\w{1,2}[ \u00a0])?([^\W\d_]+)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d/\Z")
_CODES = "|".join(sorted(CURRENCIES))
_SKIP = re.compile(r"https?://\S+|\S+@\S+|www\.\S+")


class Reader:
    """How one language is read."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.spelled = Spelled(data)
        self.dated = Dated(data, self.spelled.values)
        self._decimal = data["number"]["decimal"]
        self._group = "[\u00a0\u202f" + re.escape(data["number"]["group"]) + "]"
        self._scales = {fold(word): Decimal(value) for value, words in data.get("times", {}).items() for word in words}
        currencies = {word: code for code, words in data.get("currencies", {}).items() for word in words}
        self._units: dict[str, str] = {fold(word): code for word, code in currencies.items()}
        self._units |= {fold(word): "%" for word in data.get("percent", ())} | {fold(word): "points" for word in data.get("points", ())}
        self._lengths = {fold(word): unit for unit, words in data.get("lengths", {}).items() for word in words}
        self._number = re.compile(_number(self._group, re.escape(self._decimal), data, currencies))
        self._fractions = _fractions(data.get("fractions", {}))
        self._compound = _compounds(data.get("compounds"))

    def days(self, text: str) -> list[Day]:
        """The days in ``text``."""
        return self.dated.days(text)

    def read(self, text: str) -> list[Quantity]:
        """All that ``text`` states, in figures and in words."""
        text = _SKIP.sub(lambda found: " " * len(found[0]), text)
        found = list(self.dated.read(text))
        taken = [(one.start, one.end) for one in found]
        figures = list(self._figures(text, taken))
        taken += [(one.start, one.end) for one in figures]
        for pattern, value in self._fractions:
            for match in pattern.finditer(text):
                taken.append(match.span())
                found.append(Quantity("number", value, match.start(), match.end(), match[0], hard=False, sure=False))
        words = [replace(one, length=self._length(text, one.end)) for one in self.spelled.read(text, taken)]
        found += self._ranges(sorted([*figures, *words], key=lambda one: one.start))
        found += list(self._halves(text, found))
        found += self._others(text, taken)
        return found

    def _length(self, text: str, end: int) -> str:
        """The unit of time that is named right after a number."""
        after = WORD.match(text, end + 1)
        return self._lengths.get(fold(after[0]), "") if after else ""

    def _figures(self, text: str, taken: list[tuple[int, int]]) -> Iterator[Quantity]:
        for match in self._number.finditer(text):
            if any(start < match.end("n") and match.start("n") < end for start, end in taken):
                continue
            value, label = self._value(match["n"])
            if value is not None and len(match["n"]) == 2 and (year := _YEAR.search(text, max(0, match.start("n") - 5), match.start("n"))):
                value += Decimal(year[0][:2]) * 100  # 2024/25
            if value is None:
                yield Quantity("label", label, match.start(), match.end(), match[0].strip())
                continue
            scale = self._scales.get(fold((match["scale"] or "").strip(". \u00a0\u202f\n")))
            unit = match["pre"] or match["unit"] or ""
            yield Quantity(
                "number",
                value * (scale or 1),
                match.start(),
                match.end(),
                match[0].strip(),
                unit=self._units.get(fold(unit), unit),
                length="" if unit else self._length(text, match.end()),
                scaled=bool(scale),
            )

    def _value(self, figures: str) -> tuple[Decimal | None, str]:
        """The number; where it is written by no convention of this language (Industri 4.0), what it must be, or just its characters."""
        if re.fullmatch(rf"(\d{{1,3}}({self._group}\d{{3}})+|\d+)({re.escape(self._decimal)}\d+)?", figures):
            return Decimal(re.sub(self._group, "", figures).replace(self._decimal, ".")), ""
        if re.fullmatch(r"\d+[.,]\d+", figures):
            return Decimal(figures.replace(",", ".")), ""
        return None, figures

    def _ranges(self, numbers: list[Quantity]) -> list[Quantity]:
        """Numbers that may share the scale of the next one, or its unit: 4–5 million, from 1.2 to 1.36 million."""
        for index in range(len(numbers) - 2, -1, -1):
            one, other = numbers[index], numbers[index + 1]
            if one.number is None or other.number is None or other.start - one.end > _NEAR or one.unit not in ("", other.unit):
                continue
            if other.scaled and not one.scaled and one.number < 1000:
                factor = next((scale for scale in sorted(self._scales.values(), reverse=True) if other.number >= scale), Decimal(1))
                numbers[index] = replace(one, also=one.number * factor)
        return numbers

    def _halves(self, text: str, found: list[Quantity]) -> Iterator[Quantity]:
        """Two and a half years, half a million: what a fraction makes with the number before it and the scale after it."""
        for half in [one for one in found if one.number is not None and 0 < one.number < 1]:
            before = [one for one in found if one.number is not None and one.number >= 1 and 0 < half.start - one.end <= _CLOSE and not one.scaled]
            whole = (half.number or 0) + (before[0].number or 0 if before else 0)
            after = _AFTER.match(text, half.end)
            scale = self._scales.get(fold(after[1])) if after else None
            start = before[0].start if before else half.start
            for value, end in ((whole, half.end), *([(whole * scale, after.end())] if after and scale else [])):
                yield Quantity("number", Decimal(value), start, end, text[start:end], hard=False, sure=False, length=self._length(text, end))

    def _others(self, text: str, taken: list[tuple[int, int]]) -> Iterator[Quantity]:
        for match in self._compound.finditer(text):
            value = next(Decimal(name[1:].replace("_", ".")) for name, found in match.groupdict().items() if found)
            yield Quantity("number", value, match.start(), match.end(), match[0], hard=False, sure=False)
        for match in _ROMAN.finditer(text):
            if not any(start <= match.start() < end for start, end in taken):
                yield Quantity("number", Decimal(_roman(match[0])), match.start(), match.end(), match[0], hard=False, sure=False)
        for match in _LABEL.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                yield Quantity("label", fold(match[0]), match.start(), match.end(), match[0], hard=False)


def _number(group: str, decimal: str, data: Mapping[str, Any], currencies: Iterable[str]) -> str:
    """The pattern of a number in figures with what stands around it: currency, scale, per cent."""
    before = "|".join(map(re.escape, sorted(currencies, key=len, reverse=True)))
    after = "|".join(map(re.escape, sorted((*data.get("points", ()), *data.get("percent", ()), *currencies), key=len, reverse=True)))
    glued = "|".join(map(re.escape, data.get("glued", ()))) or "(?!)"
    written = {word for words in data.get("times", {}).values() for word in words if word not in data.get("glued", ())}
    scale = "|".join(map(re.escape, sorted(written, key=len, reverse=True))) or "(?!)"
    ordinal = data.get("ordinal", {})
    suffix, prefix = ordinal.get("suffix") or "(?!)", ordinal.get("prefix") or "(?!)"
    return (
        rf"(?<![\w.,])(?:(?P<pre>{before}|(?:{_CODES})(?={SPACE})){SPACE}?|(?i:{prefix}))?"
        rf"(?P<n>\d{{1,3}}(?:{group}\d{{3}})+(?!\d)(?:{decimal}\d+)?|\d+(?:[.,]\d+)*)"
        rf"(?:(?:{suffix})(?!\w)|(?!\w)|(?=(?:{glued})(?!\w)))"
        rf"(?:(?P<scale>(?<=\d)(?:{glued})(?!\w)|{SPACE}*(?:{scale})(?!\w)\.?))?"
        rf"(?:{SPACE}*(?P<unit>(?:{after}|{_CODES})(?!\w)))?"
    )


def _fractions(table: Mapping[str, Any]) -> list[tuple[re.Pattern[str], Decimal]]:
    return [(re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)"), Decimal(value)) for value, words in table.items()]


def _compounds(data: Mapping[str, Any] | None) -> re.Pattern[str]:
    """Numbers within words: пятилетний, трёхсторонний."""
    if data is None:
        return re.compile("(?!)")
    numbers = sorted(data["words"].items(), key=lambda item: -max(map(len, item[1])))
    groups = "|".join(f"(?P<n{value.replace('.', '_')}>{'|'.join(words)})" for value, words in numbers)
    return re.compile(rf"(?<!\w)(?:{groups})(?:{data['head']})\w*", re.IGNORECASE)


def _roman(figures: str) -> int:
    values = [_DIGITS[figure] for figure in figures]
    return sum(-value if index + 1 < len(values) and value < values[index + 1] else value for index, value in enumerate(values))
