"""The mark across each page of a PDF, as a picture behind the text: the outlines of its letters.

Outlines, not letters: a background is no text, so it is neither found nor copied nor read aloud; the words of the mark stand in the head of
each page. A colour that is light by itself needs no transparency.
"""

from functools import lru_cache
from pathlib import Path

from briefgen.document import Document
from briefgen.write.house import House
from briefgen.write.style import Page

LONGEST = 40
"""Letters that can be read across a page; a longer mark stands in the head of the page only."""
_COLOUR = "#e6e9ed"
_TALLEST = 46.0  # millimetres


def lies_across(mark: str) -> bool:
    """Whether a mark is short enough to be laid across the page."""
    return 0 < len(mark) <= LONGEST


def length(page: Page) -> float:
    """Millimetres that a mark may take from one corner of the text towards the other: slanted, it reaches over less than that each way."""
    return 1.1 * min(page.line, page.height - page.top - page.bottom)


def picture(document: Document, house: House, page: Page) -> bytes:
    """The mark from corner to corner of ``page`` as SVG."""
    role = house.role("mark", document.lang)
    shapes, width, height, unit = _outlines(document.mark.upper(), house.font(role.font).files["bold"])
    scale = min(length(page) / width, _TALLEST / unit)
    middle = f"translate({page.width / 2:g} {page.height / 2:g}) rotate(-45) scale({scale:.6f} {-scale:.6f}) translate({-width / 2:g} {-height / 2:g})"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {page.width:g} {page.height:g}" width="{page.width:g}mm" height="{page.height:g}mm">'
        f'<g fill="{_COLOUR}" transform="{middle}">{shapes}</g></svg>'
    ).encode()


@lru_cache(maxsize=16)
def _outlines(text: str, file: Path) -> tuple[str, float, float, float]:
    """Paths of the letters one after the other, their width and height, and the size of the font, all in its units."""
    from fontTools.pens.svgPathPen import SVGPathPen  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    with TTFont(file, lazy=True) as font:
        glyphs, names = font.getGlyphSet(), font.getBestCmap()
        at, paths = 0.0, []
        for letter in text:
            glyph = glyphs[names.get(ord(letter), ".notdef")]  # a letter that the font lacks is an error in a moment
            pen = SVGPathPen(glyphs)
            glyph.draw(pen)
            if drawn := pen.getCommands():
                paths.append(f'<path transform="translate({at:g} 0)" d="{drawn}"/>')
            at += glyph.width
        return "".join(paths), at, float(font["OS/2"].sCapHeight), float(font["head"].unitsPerEm)
