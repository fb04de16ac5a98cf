"""Pages as they come out of a printer: their words with their places, and their ink. What a reader would see at a glance, found by counting."""

import re
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from PIL import Image, ImageOps

from tests.tools import tool

EDGE = 5.0
"""Millimetres around a page in which nothing may stand; no office printer reaches them."""
SLACK = 1.5
"""Millimetres by which ink may pass the margin: a slanted letter, a rule's half."""
DOTS = 40
"""Dots an inch of the pictures: enough for a hairline."""
SPARSE = 0.12
"""A page whose text ends in this part of it, though the document goes on or has gone on for pages, is nearly empty."""
NEARLY = "nearly empty"
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
_POINTS = 72 / 25.4
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Box = tuple[float, float, float, float, str]


class Margins(NamedTuple):
    """The margins of a page in points; the side ones the narrower of a left-hand and a right-hand page."""

    top: float
    side: float
    bottom: float


Sheets = Mapping[tuple[int, int], Margins]
"""The margins by the size of the page, in whole points."""


def sheets(word: Path) -> Sheets:
    """The pages that a Word file asks for; its PDF has the same."""
    with zipfile.ZipFile(word) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    found: dict[tuple[int, int], Margins] = {}
    for section in body.iter(f"{W}sectPr"):
        size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        assert size is not None
        assert margin is not None
        wide, high = (round(int(str(size.get(f"{W}{name}"))) / 20) for name in "wh")
        top, right, bottom, left = (int(str(margin.get(f"{W}{name}"))) / 20 for name in ("top", "right", "bottom", "left"))
        known = found.get((wide, high), Margins(top, right, bottom))
        found[wide, high] = Margins(min(known.top, top), min(known.side, right, left), min(known.bottom, bottom))
    return found


def pages_as_boxes(file: Path) -> Iterator[tuple[float, float, list[Box]]]:
    """Each page of a PDF: its width and height in points, and its words with their boxes."""
    said = subprocess.run([tool("pdftotext", "poppler-utils"), "-bbox", file, "-"], capture_output=True, text=True, check=True).stdout
    for page in said.split("<page ")[1:]:
        size = re.match(r'width="([\d.]+)" height="([\d.]+)"', page)
        assert size
        boxes = [(float(a), float(b), float(c), float(d), word) for a, b, c, d, word in _WORD.findall(page)]
        yield float(size[1]), float(size[2]), boxes


def laid_out(file: Path, asked: Sheets | None = None) -> list[str]:
    """Every page has words, no word stands over another, and none outside of the margins that were ``asked`` for, or at the edge of the paper."""
    found = []
    for number, (width, height, boxes) in enumerate(pages_as_boxes(file), 1):
        if not boxes:
            found.append(f"page {number} is blank")
        known = (asked or {}).get((round(width), round(height)))
        edge = EDGE * _POINTS
        side = known.side - SLACK * _POINTS if known else edge
        outside = [word for a, b, c, d, word in boxes if a < side or b < edge or c > width - side or d > height - edge]
        found += [f"page {number}: «{word}» is outside the margins" for word in outside]
        found += [f"page {number}: «{one}» stands over «{other}»" for one, other in _overlaps(boxes)]
    return found


def _overlaps(boxes: Sequence[Box]) -> Iterator[tuple[str, str]]:
    """Words that share more than a third of the smaller one's box; a watermark's letters are large and are passed over."""
    usual = sorted((box for box in boxes if box[3] - box[1] < 60), key=lambda box: box[1])
    for n, (a, b, c, d, word) in enumerate(usual):
        for e, f, g, h, other in usual[n + 1 :]:
            if f >= d:
                break
            wide, high = min(c, g) - max(a, e), min(d, h) - max(b, f)
            if wide > 0 and high > 0 and wide * high > min((c - a) * (d - b), (g - e) * (h - f)) / 3:
                yield word, other


def inked(file: Path) -> Iterator[Image.Image]:
    """A picture of each page: white where there is ink, black elsewhere."""
    with tempfile.TemporaryDirectory() as folder:
        command = [tool("pdftoppm", "poppler-utils"), "-r", str(DOTS), "-gray", str(file), f"{folder}/page"]
        subprocess.run(command, check=True, capture_output=True)
        for picture in sorted(Path(folder).iterdir()):
            with Image.open(picture) as page:
                yield ImageOps.invert(page.convert("L")).point(lambda value: 255 if value > 12 else 0)


def pictured(file: Path, asked: Sheets) -> list[str]:
    """No page is without ink or nearly so, and none has ink outside of its margins, whether it is a word, a rule or a picture."""
    found = []
    pages = list(inked(file))
    for number, page in enumerate(pages, 1):
        box = page.getbbox()
        if box is None:
            found.append(f"page {number} is a blank picture")
            continue
        size = (round(page.width * 72 / DOTS), round(page.height * 72 / DOTS))
        known = next((margins for (wide, high), margins in asked.items() if abs(wide - size[0]) < 3 and abs(high - size[1]) < 3), None)
        if known is None:
            found.append(f"page {number} has a size that no section has: {size}")
            continue
        dots = [round(points / 72 * DOTS) for points in known]
        slack = round(SLACK / 25.4 * DOTS)
        if box[0] < dots[1] - slack or box[2] > page.width - dots[1] + slack:
            found.append(f"page {number}: ink outside the margins")
        text = page.crop((0, dots[0] - slack, page.width, page.height - dots[2] + slack))
        reached = text.getbbox()
        if reached is None:
            found.append(f"page {number} has nothing between its head and its foot")
        elif len(pages) > 1 and reached[3] < SPARSE * text.height:
            found.append(f"page {number} is {NEARLY}: its text ends at {reached[3] / text.height:.0%} of it")
    return found
