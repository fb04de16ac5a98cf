"""A note stands at the foot of the page that calls it."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO

import pikepdf
import pytest

from briefgen.document import Document
from briefgen.write import House, write

EVENTS = "digital-mou-2025", "tajikistan-2024"
"""Whose briefing notes in two columns WeasyPrint, left alone, prints with a note on the page after its call."""


def anchors(pdf: pikepdf.Pdf) -> Iterator[tuple[str, int]]:
    """What a link may lead to, with its page."""
    numbers: dict[object, int] = {page.objgen: number for number, page in enumerate(pdf.pages)}
    waiting = [pdf.Root.Names.Dests]
    while waiting:
        node = waiting.pop()
        waiting += node.get("/Kids", [])
        names = list(node.get("/Names", []))
        for name, place in zip(names[::2], names[1::2], strict=True):
            yield str(name), numbers[(place.D if isinstance(place, pikepdf.Dictionary) else place)[0].objgen]


@pytest.mark.parametrize("event", EVENTS)
def test_a_note_stands_on_the_page_of_its_call(pairs: Mapping[tuple[str, str, str], Document], house: House, event: str) -> None:
    document = pairs[event, "briefing-note", "id-ru"]
    with pikepdf.open(BytesIO(write(document, "pdf", house))) as pdf:
        places = dict(anchors(pdf))
    notes = [name for name in places if re.fullmatch(r"n\d+", name)]
    assert notes
    assert [(name, places[name]) for name in notes if places[name] != places[name.replace("n", "c")]] == []
