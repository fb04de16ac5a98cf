"""Whether the fonts of the house can print what a document says.

A missing glyph falls back to whatever font a machine has, or to an empty box, and spoils the extracted text too; so it is an error.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from briefgen.document import Document, Field, Node, Note, Pair, Part, Ref, Text, children
from briefgen.errors import BriefgenError, Problem, Where
from briefgen.write.house import House
from briefgen.write.style import Font

_UNPRINTED = frozenset("\n\r\t\u00ad")
"""Characters that need no glyph: line ends, and the soft hyphen (a hyphen is printed in its stead)."""


def check(document: Document, house: House, fonts: set[str]) -> None:
    """BriefgenError W007 for each character that one of ``fonts`` lacks in any of its styles, with the key of the block that has it."""
    places: dict[str, str] = {"•": "", "0123456789.": ""}
    for text, key in _texts(document, ""):
        places.setdefault(text, key)
    places[document.mark] = ""
    problems = []
    printed = {character for text in places for character in (*text, *text.upper())} - _UNPRINTED
    for name in sorted(fonts):
        font = house.font(name)
        known = covered(font)
        if printed <= known:
            continue
        missing: dict[str, str] = {}
        for text, key in places.items():
            for character in sorted({*text, *text.upper()} - known - _UNPRINTED):
                missing.setdefault(character, key)
        problems += [
            Problem(
                Where(),
                "W007",
                f"the font {font.family} has no {character!r} (U+{ord(character):04X})",
                "write it otherwise, or choose another font",
                address=key,
            )
            for character, key in missing.items()
        ]
    if problems:
        raise BriefgenError(problems)


def covered(font: Font) -> frozenset[str]:
    """The characters that every style of the font has; BriefgenError W008 where a file is no font of that family."""
    for style, file in font.files.items():
        family, _ = _read(file)
        if family != font.family:
            raise BriefgenError(
                Problem(Where(str(file)), "W008", f"the file holds {family!r}, not {font.family!r}", f"mend fonts.{font.name} ({style}) in style.yaml")
            )
    return _shared(tuple(font.files.values()))


@cache
def _shared(files: tuple[Path, ...]) -> frozenset[str]:
    """The characters that all of ``files`` have."""
    return frozenset.intersection(*(_read(file)[1] for file in files))


@cache
def _read(file: Path) -> tuple[str, frozenset[str]]:
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415  (it comes with WeasyPrint)

    try:
        with TTFont(file, lazy=True) as font:
            return font["name"].getBestFamilyName() or "", frozenset(map(chr, font.getBestCmap() or {}))
    except TTLibError as error:
        raise BriefgenError(Problem(Where(str(file)), "W008", f"this is no font ({error})", "a whole TTF or OTF file is needed")) from error


def _texts(node: Node | Document, key: str) -> Iterator[tuple[str, str]]:
    roots = (*children(node), *node.running, *node.footer) if isinstance(node, Document) else tuple(children(node))
    if isinstance(node, Part):
        roots += node.running
    for child in roots:
        here = key if isinstance(child, (Note, Pair)) else getattr(child, "key", key)
        if isinstance(child, (Text, Ref, Field)):
            yield child.text, here
        yield from _texts(child, here)
