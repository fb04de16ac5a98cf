"""What a house style says of one role, one page and one font: frozen records, and the reading of their fields from text."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

Align = Literal["left", "justify", "center", "right"]
Style = Literal["regular", "bold", "italic", "bold-italic"]
STYLES: tuple[Style, ...] = ("regular", "bold", "italic", "bold-italic")
SIZES: Mapping[str, tuple[float, float]] = {"A4": (210.0, 297.0), "F4": (215.0, 330.0), "Letter": (215.9, 279.4)}
"""Paper in millimetres: ISO 216, the F4 of Indonesian offices, and ANSI A."""


@dataclass(frozen=True, slots=True)
class Border:
    """A line above or below a block: its width in points and its colour (``#rrggbb``)."""

    width: float
    colour: str


@dataclass(frozen=True, slots=True)
class Role:
    """How one role looks. Points: ``size``, ``before``, ``after``, ``tracking``, ``gap`` (between text and border or edge of the background).

    Millimetres: ``indent`` (left), ``first_line`` (negative hangs). ``leading`` is the distance of baselines as a multiple of ``size``,
    as in CSS; it is not a multiple of the font's own line height. Colours are ``#rrggbb``; ``background`` may be empty.
    """

    name: str
    font: str = "serif"
    size: float = 11
    leading: float = 1.35
    before: float = 0
    after: float = 0
    align: Align = "left"
    indent: float = 0
    first_line: float = 0
    colour: str = "#000000"
    bold: bool = False
    italic: bool = False
    caps: bool = False
    tracking: float = 0
    keep_next: bool = False
    keep_previous: bool = False
    hyphenate: bool = False
    border_top: Border | None = None
    border_bottom: Border | None = None
    gap: float = 0
    background: str = ""

    def tight(self) -> "Role":
        """The same drawn in a little, as a typesetter does to save a page: less white between blocks, and a trace less between lines."""
        return replace(self, leading=self.leading * 0.95, before=self.before * 0.7, after=self.after * 0.7)


@dataclass(frozen=True, slots=True)
class Page:
    """A page in millimetres; ``gap`` lies between the two columns of a pair.

    Where ``mirror``, sheets are printed on both sides and bound: ``left`` is the inner margin, ``right`` the outer one, and ``gutter`` is what
    the binding takes besides. ``start`` is where a document of a pack begins: on the next page, or on the next right-hand one.
    """

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    gap: float
    gutter: float = 0
    mirror: bool = False
    start: Literal["next", "right"] = "next"

    @property
    def line(self) -> float:
        """The width of the text in millimetres."""
        return self.width - self.left - self.right - self.gutter

    def bound(self, pack: "Page") -> "Page":
        """This page in a ``pack``: mirrored if that is. A page that lies across is bound at its head, so its sides are alike."""
        if not pack.mirror:
            return self
        if (self.width > self.height) != (pack.width > pack.height):
            side = (self.left + self.right) / 2
            return replace(self, left=side, right=side, start=pack.start)
        return replace(self, mirror=True, gutter=pack.gutter, start=pack.start)


@dataclass(frozen=True, slots=True)
class Font:
    """A family: ``word`` is the name that a Word document gives it, ``family`` the name in its own files, ``generic`` the CSS fallback."""

    name: str
    word: str
    family: str
    generic: str
    files: Mapping[Style, Path]


Colours = Mapping[str, str]
Reader = Callable[[str, Colours], object]


def _number(least: float, most: float) -> Reader:
    def read(text: str, colours: Colours) -> float:  # noqa: ARG001  (one shape for all readers)
        if not re.fullmatch(r"-?\d+(\.\d+)?", text) or not least <= float(text) <= most:
            raise ValueError(f"a number from {least:g} to {most:g}")
        return float(text)

    return read


def _one_of(**words: object) -> Reader:
    def read(text: str, colours: Colours) -> object:  # noqa: ARG001
        if text not in words:
            raise ValueError("one of " + ", ".join(words))
        return words[text]

    return read


def colour(text: str, colours: Colours) -> str:
    """``#rrggbb`` of a colour written so or by its name in the house; ValueError says what is allowed."""
    if re.fullmatch(r"#[0-9a-f]{6}", text):
        return text
    if text not in colours:
        raise ValueError("#rrggbb in small letters or one of " + ", ".join(colours))
    return colours[text]


def _border(text: str, colours: Colours) -> Border | None:
    if text == "none":
        return None
    width, _, name = text.partition(" ")
    if not re.fullmatch(r"\d+(\.\d+)?", width) or not 0 < float(width) <= 6:
        raise ValueError("`none`, or a width of at most 6 points and a colour, as in `0.5 rule`")
    return Border(float(width), colour(name, colours))


def _background(text: str, colours: Colours) -> str:
    return "" if text == "none" else colour(text, colours)


def _size(text: str, colours: Colours) -> tuple[float, float]:  # noqa: ARG001
    name, _, turn = text.partition(" ")
    if name not in SIZES or turn not in ("", "landscape"):
        raise ValueError("one of " + ", ".join(SIZES) + ", with ` landscape` after it if wanted")
    width, height = SIZES[name]
    return (height, width) if turn else (width, height)


_SWITCH = _one_of(yes=True, no=False)
_SPACE = _number(0, 200)
ROLE_FIELDS: Mapping[str, Reader] = {
    "font": lambda text, _: text,
    "size": _number(4, 96),
    "leading": _number(0.8, 3),
    "before": _SPACE,
    "after": _SPACE,
    "align": _one_of(left="left", justify="justify", center="center", right="right"),
    "indent": _number(0, 100),
    "first-line": _number(-50, 50),
    "colour": colour,
    "bold": _SWITCH,
    "italic": _SWITCH,
    "caps": _SWITCH,
    "tracking": _number(-2, 10),
    "keep-next": _SWITCH,
    "keep-previous": _SWITCH,
    "hyphenate": _SWITCH,
    "border-top": _border,
    "border-bottom": _border,
    "gap": _number(0, 31),
    "background": _background,
}
"""How each field of a role is read; 31 points is the most that Word allows between text and border."""
_MARGIN = _number(5, 80)
PAGE_FIELDS: Mapping[str, Reader] = {
    "size": _size,
    "top": _MARGIN,
    "right": _MARGIN,
    "bottom": _MARGIN,
    "left": _MARGIN,
    "gap": _number(2, 40),
    "gutter": _number(0, 20),
    "mirror": _SWITCH,
    "start": _one_of(next="next", right="right"),
}
