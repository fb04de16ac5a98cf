"""What every writer settles alike: the role of a block without one, the numbers of notes, what the contents list, how wide a picture stands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import Literal

from briefgen.document import (
    Block,
    Cell,
    Contents,
    Document,
    Figure,
    Foreign,
    Heading,
    Inlines,
    List,
    Node,
    Note,
    Pair,
    Para,
    Part,
    Section,
    Side,
    Table,
    Text,
    children,
    inside,
)

Within = Literal["", "item", "cell", "cell-head"]


def look(block: Block, within: Within = "", outer: str = "") -> str:
    """The role of ``block``: its own, or else that of its surroundings.

    ``within`` says whether it stands in a list item or a table cell, ``outer`` is the role of that list: the paragraphs of a list in
    the notes look like notes, not like running text.
    """
    if type(block) is Para:  # as most are
        return block.role or outer or within or "body"
    if isinstance(block, (Para, List, Table, Figure)) and block.role:
        return block.role
    match block:
        case Heading():
            return block.look
        case Table():
            return "data"
        case Figure():
            return "figure"
        case _:
            return outer or within or "body"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A note with its number (from 1), its text in each language that has one, in reading order, and how often it is called."""

    number: int
    texts: tuple[tuple[str, Inlines], ...]
    calls: int


def numbered(scope: Document | Part) -> dict[str, Numbered]:
    """The notes of a document, or of one bound into a pack, by key, in order of appearance.

    The same key on both sides of a pair is one note: left text, then right. Each document of a pack counts its own, so that a note has the
    number that it has where the document stands alone, and its text is at the foot of a page that the reader has before him.
    """
    found: dict[str, list[tuple[str, Inlines]]] = {}
    calls: Counter[str] = Counter()
    calls_made: list[tuple[Note, str]] = []
    _notes(scope, scope.lang, calls_made)
    for note, lang in calls_made:
        calls[note.key] += 1
        texts = found.setdefault(note.key, [])
        if lang not in [known for known, _ in texts] and note.content not in [text for _, text in texts]:
            texts.append((lang, note.content))
    return {key: Numbered(number, tuple(texts), calls[key]) for number, (key, texts) in enumerate(found.items(), 1)}


def _notes(node: Node | Document, lang: str, found: list[tuple[Note, str]]) -> None:
    for child in inside(node):
        if isinstance(child, (Text, Part)):  # a part counts its own
            continue
        if isinstance(child, Note):
            found.append((child, lang))
        _notes(child, tongue(child, lang), found)


def tongue(node: Node, lang: str) -> str:
    """The language of what is in ``node``, which stands among words in ``lang``."""
    return node.lang or lang if isinstance(node, (Side, Foreign, Cell, Part)) else lang


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents: its ``number`` (from 1), by which its place is known, its level, and the heading in each language."""

    number: int
    level: int
    heads: tuple[tuple[str, Heading], ...]


def entries(document: Document) -> tuple[Entry, ...]:
    """What the contents of a document list: the headings of its parts, those of a pair as one; nothing where it has no contents."""
    depth = max((block.depth for block in document.content if isinstance(block, Contents)), default=0)
    heads = [heads for part in document.content if isinstance(part, Part) for heads in _heads(part, part.lang)] if depth else []
    kept = [one for one in heads if one[0][1].level <= depth]
    return tuple(Entry(number, one[0][1].level, one) for number, one in enumerate(kept, 1))


def _heads(node: Node, lang: str) -> Iterator[tuple[tuple[str, Heading], ...]]:
    for child in children(node):
        if isinstance(child, Heading):
            yield ((lang, child),)
        elif isinstance(child, Pair) and (heads := paired_heads(child)):
            yield heads
        elif isinstance(child, (Section, Pair, Side, Part)):  # nowhere else do headings stand
            yield from _heads(child, tongue(child, lang))


def paired_heads(pair: Pair) -> tuple[tuple[str, Heading], ...]:
    """The headings of a pair that holds nothing else, each with its language."""
    sides = [(side.lang, side.content) for side in (pair.left, pair.right) if side.content]
    heads = tuple((lang, blocks[0]) for lang, blocks in sides if len(blocks) == 1 and isinstance(blocks[0], Heading))
    return heads if len(heads) == len(sides) else ()


@dataclass(frozen=True, slots=True)
class Pages:
    """What a PDF tells of its pages: on which one each entry of the contents stands, by its number, how many there are, and whether they are drawn in."""

    entries: Mapping[int, int] = field(default_factory=dict)
    count: int = 0
    tight: bool = False


CELL = 3.5
"""Points above and below the words of a cell."""
TIGHT_CELL = 2.5
"""The same where a document is drawn in."""
AFTER_LIST = 3.5
"""Points by which a list stands farther from the text below it than its items from each other, as a paragraph does."""
SHORT = 9
"""Lines of a row that stay on one page."""
WHOLE = 10
"""A table of so many rows is not broken over pages,"""
TALL = 24
"""unless it has more lines than these: what it leaves free on the page before would be seen."""


def lines(text: str, width: float, size: float) -> float:
    """How many lines ``text`` takes at least on a line of ``width`` points, in letters of ``size`` that are half as wide as high: a guess."""
    return len(text) / max(1.0, width / (size * 0.5)) + text.count("\n")


def row_lines(words: Iterable[str], widths: Iterable[float], size: float) -> float:
    """How many lines the longest cell of a row has at least; each says some of ``words`` and is as wide as one of ``widths`` (points)."""
    return max(map(lines, words, widths, repeat(size)), default=0.0)


def stays_whole(rows: Sequence[float]) -> bool:
    """Whether a table whose ``rows`` have so many lines is not broken over pages."""
    return len(rows) <= WHOLE and sum(rows) <= TALL


def tied_rows(count: int) -> set[int]:
    """Of ``count`` rows of a table below its head (from 0) those that stay with the next: neither a first nor a last row stands alone on a page."""
    return {0, count - 2} if count > 1 else set()


def figure_width(figure: Figure, line: float) -> float:
    """The width of a picture in millimetres on a line that is ``line`` wide: 150 dots an inch or more, at most 110 mm high.

    One that comes near the whole line takes it.
    """
    width, height = figure.size
    natural = min(line, width / 150 * 25.4)
    return min(line if natural > 0.8 * line else natural, 110 * width / height)
