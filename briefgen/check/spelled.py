"""Numbers in words: lima belas, twenty-five, двадцатью пятью. The words are data (``reading.yaml``)."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from briefgen.check.quantities import Quantity

WORD = re.compile(r"[^\W\d_]+")
_GLUE = re.compile(r"[ \u00a0\u202f\n-]*")


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """A word without capitals and without marks above its letters (ё as е), for looking it up."""
    return "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))


class Spelled:
    """The number words of one language.

    ``words`` stand for themselves, ``times`` multiply what goes before, ``plus`` adds to it, ``join`` may stand between.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        glued = set(data.get("glued", ()))
        self.values = _turned(data.get("words", {}))
        self.times = {word: value for word, value in _turned(data.get("times", {})).items() if word not in glued}
        self.plus = _turned(data.get("plus", {}))
        self.join = {fold(word) for word in data.get("join", ())}
        self.uncertain = {fold(word) for word in data.get("uncertain", ())}
        self.known = self.values.keys() | self.times.keys() | self.plus.keys() | self.uncertain

    def read(self, text: str, taken: list[tuple[int, int]]) -> Iterator[Quantity]:
        """The numbers in words, outside of what is ``taken`` already."""
        run: list[tuple[int, int, str]] = []
        joined = 0  # where a joining word ended, if one stands after the last number word
        for found in WORD.finditer(text):
            word = fold(found[0])
            if run and not _GLUE.fullmatch(text, joined or run[-1][1], found.start()):
                yield from self._number(text, run)
                run, joined = [], 0
            if word in self.known and not any(start <= found.start() < end for start, end in taken):
                run.append((found.start(), found.end(), word))
                joined = 0
            elif run and not joined and word in self.join:
                joined = found.end()
            elif run:
                yield from self._number(text, run)
                run, joined = [], 0
        if run:
            yield from self._number(text, run)

    def _number(self, text: str, run: list[tuple[int, int, str]]) -> Iterator[Quantity]:
        """One run of number words as one number, or as several where they do not add up (two three)."""
        total = group = last = Decimal(0)
        began, before, empty, sure, scaled = run[0][0], 0, True, True, False
        for start, end, word in run:
            sure = sure and word not in self.uncertain
            if word in self.times:
                factor = self.times[word]
                scaled = scaled or factor >= 1000
                sure = sure and not empty  # a bare "million" may be one, or a turn of phrase
                if factor < 1000:
                    last = (last or 1) * factor
                else:
                    total, group, last = total + (group + last or 1) * factor, Decimal(0), Decimal(0)
            elif word in self.plus:
                last += self.plus[word]
            else:
                value = self.values.get(word, Decimal(0))
                if not empty and not _fits(value, last):
                    yield _quantity(text, began, before, total + group + last, sure=sure, scaled=scaled)
                    total, group, last, began, scaled = Decimal(0), Decimal(0), Decimal(0), start, False
                group, last = group + last, value
            empty, before = False, end
        yield _quantity(text, began, before, total + group + last, sure=sure, scaled=scaled)


def _fits(value: Decimal, last: Decimal) -> bool:
    """Whether ``value`` can follow ``last`` within one number: twenty, five."""
    if last == 0:
        return True
    magnitude = Decimal(1)
    while last % (magnitude * 10) == 0:
        magnitude *= 10
    return magnitude > 1 and value < magnitude


def _quantity(text: str, start: int, end: int, value: Decimal, *, sure: bool, scaled: bool) -> Quantity:
    return Quantity("number", value, start, end, text[start:end], hard=False, sure=sure and value > 1, scaled=scaled)


def _turned(table: Mapping[str, Any]) -> dict[str, Decimal]:
    """``{value: [words]}`` as ``{word: value}``; phrases are left to others."""
    return {fold(word): Decimal(value) for value, words in table.items() for word in words if " " not in word}
