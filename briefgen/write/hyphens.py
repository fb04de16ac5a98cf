"""Hyphenation as this house wants it: names spared, and of a dictionary's thousands of patterns those taken apart that a word has."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyphen  # type: ignore[import-untyped]

_DIGITS = {ord(digit): None for digit in "0123456789"}
_FIGURE = re.compile("[1-9]").search
_ODD = ("^^", "/")
"""What marks a hexadecimal character or another spelling: Pyphen reads a dictionary with these."""


class Spare(pyphen.Pyphen):  # type: ignore[misc]
    """Breaks no word that begins with a capital (Джа-карта): names are not hyphenated, and few other words begin so.

    Nor one that has a hyphen of its own (страной-парт-нёром), where the line may end as it is.
    """

    def __init__(self, filename: Path | None = None, lang: str | None = None, left: int = 2, right: int = 2, cache: bool = True) -> None:
        path = filename or pyphen.LANGUAGES[pyphen.language_fallback(lang)]
        if path not in pyphen.hdcache:
            pyphen.hdcache[path] = Dictionary(path)
        super().__init__(path, None, left, right, cache)

    def iterate(self, word: str) -> Iterator[tuple[str, str]]:
        """The ways to break ``word`` in two."""
        return iter(()) if word[:1].isupper() or "-" in word else super().iterate(word)


class Dictionary(pyphen.HyphDict):  # type: ignore[misc]
    """The patterns of a language. Pyphen takes all of them apart at once, which took longer than a press release."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            encoding = file.readline().decode().strip()
        lines = path.read_text("cp1251" if encoding.lower() == "microsoft-cp1251" else encoding).split("\n")[1:]
        kept = [line for line in map(str.strip, lines) if not line.startswith(pyphen.ignored) and _FIGURE(line)]
        words = "\n".join(kept)
        if (not words.isascii() and any(letter.isdigit() and not letter.isascii() for letter in set(words))) or any(sign in words for sign in _ODD):
            super().__init__(path)
            return
        self.patterns = _Patterns(zip(words.translate(_DIGITS).split("\n"), kept, strict=True))
        self.cache: dict[str, list[int]] = {}
        self.maxlen = max(map(len, self.patterns))


class _Patterns(dict[str, Any]):
    """By their letters, as written until somebody asks: then the place where the figures begin, and the figures."""

    def get(self, letters: str, default: Any = None) -> Any:
        found = super().get(letters, default)
        if type(found) is str:
            figures = [int(figure or 0) for figure, _ in pyphen.parse(found)]
            first = next(place for place, figure in enumerate(figures) if figure)
            while not figures[-1]:
                figures.pop()
            self[letters] = found = first, tuple(figures[first:])
        return found
