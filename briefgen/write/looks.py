"""What every writer settles alike: the role of a block without one, the numbers of notes, how wide a picture stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefgen.document import Block, Document, Figure, Foreign, Heading, Inlines, List, Node, Note, Para, Side, Table, children

Within = Literal["", "item", "cell", "cell-head"]


def look(block: Block, within: Within = "", outer: str = "") -> str:
    """The role of ``block``: its own, or else that of its surroundings.

    ``within`` says whether it stands in a list item or a table cell, ``outer`` is the role of that list: the paragraphs of a list in
    the notes look like notes, not like running text.
    """
    if isinstance(block, (Heading, Para, List, Table, Figure)) and block.role:
        return block.role
    match block:
        case Heading(level=level):
            return {1: "title", 2: "heading"}.get(level, "subheading")
        case Table():
            return "data"
        case Figure():
            return "figure"
        case _:
            return outer or within or "body"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A note with its number (from 1) and its text in each language that has one, in reading order."""

    number: int
    texts: tuple[tuple[str, Inlines], ...]


def numbered(document: Document) -> dict[str, Numbered]:
    """The notes of a document by key, in order of appearance. The same key on both sides of a pair is one note: left text, then right."""
    found: dict[str, list[tuple[str, Inlines]]] = {}
    for note, lang in _notes(document, document.lang):
        texts = found.setdefault(note.key, [])
        if lang not in [known for known, _ in texts] and note.content not in [text for _, text in texts]:
            texts.append((lang, note.content))
    return {key: Numbered(number, tuple(texts)) for number, (key, texts) in enumerate(found.items(), 1)}


def _notes(node: Node | Document, lang: str) -> Iterator[tuple[Note, str]]:
    for child in children(node):
        if isinstance(child, Note):
            yield child, lang
        yield from _notes(child, child.lang if isinstance(child, (Side, Foreign)) else lang)


def figure_width(figure: Figure, line: float) -> float:
    """The width of a picture in millimetres on a line that is ``line`` wide: 150 dots an inch or more, at most 110 mm high.

    One that comes near the whole line takes it.
    """
    width, height = figure.size
    natural = min(line, width / 150 * 25.4)
    return min(line if natural > 0.8 * line else natural, 110 * width / height)
