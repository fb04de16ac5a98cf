"""Typography on the joined text of a block, mapped back onto its nodes.

A full stop after «2025 г.» or a no-break space between a number and its unit may fall between two nodes, so the rules of
a language see the whole block at once. A note is a text of its own.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from briefgen.compose.openings import DATELINE
from briefgen.document import (
    Block,
    Cell,
    Comment,
    Emph,
    Fact,
    Figure,
    Foreign,
    Heading,
    Inline,
    Inlines,
    Item,
    Link,
    List,
    Note,
    Para,
    Ref,
    Row,
    Section,
    Table,
    Text,
    plain,
)  # fmt: skip
from briefgen.language import Language

_SPACE = " \t\r\n"
B = TypeVar("B", bound=Block)


def typeset(block: B, language: Language, *, opening: bool = True) -> B:
    """``block`` with the typography of ``language``; ``opening`` is False where it opens no sentence, as an item of a list does."""
    match block:
        case Para(role="meta"):
            return replace(block, content=inlines(block.content, language, opening=False))
        case Heading(role="title") | Para(role="cover-title"):
            return replace(block, content=inlines(block.content, language, headline=True))
        case Para(role="lead"):
            return replace(block, content=inlines(block.content, language, opening=opening, dateline=True))
        case Heading() | Para():
            return replace(block, content=inlines(block.content, language, opening=opening))
        case List():
            begins = not plain(block.items[0]).rstrip().endswith((";", ","))  # else the items go on with the sentence before them
            items = (Item(item.key, tuple(typeset(one, language, opening=begins) for one in item.content)) for item in block.items)
            return replace(block, items=tuple(items))
        case Table():
            rows = tuple(Row(row.key, tuple(_cell(cell, language) for cell in row.cells)) for row in block.rows)
            return replace(block, rows=rows, caption=inlines(block.caption, language))
        case Section():
            return replace(block, content=tuple(typeset(one, language) for one in block.content))
        case Figure():
            return replace(block, caption=inlines(block.caption, language))
    return block


def _cell(cell: Cell, language: Language) -> Cell:
    return replace(cell, content=tuple(typeset(one, language) for one in cell.content))


def inlines(content: Inlines, language: Language, *, opening: bool = True, headline: bool = False, dateline: bool = False) -> Inlines:
    """``content`` with the typography of ``language``, without space at its ends; after a ``dateline`` a sentence begins."""
    pieces = [str(language.spell(text)) if own else text for text, own in _texts(content)]
    if not pieces:
        return content
    pieces[0] = pieces[0].lstrip(_SPACE)
    pieces[-1] = pieces[-1].rstrip(_SPACE)
    pieces = language.typeset(pieces, opening, headline=headline)
    if headline:
        pieces = [language.title_case(piece) if n else language.capitalise(language.title_case(piece)) for n, piece in enumerate(pieces)]
    if dateline and (found := DATELINE.match("".join(pieces))):
        pieces = _begun(pieces, found.end(), language)
    return _put(content, iter(pieces), language)


def _begun(pieces: list[str], at: int, language: Language) -> list[str]:
    """``pieces`` with a capital where the sentence begins, ``at`` so many characters from the first."""
    begun: list[str] = []
    for piece in pieces:
        cut = max(at - sum(map(len, begun)), 0)
        here = cut < len(piece) and at >= sum(map(len, begun))
        begun.append(piece[:cut] + language.capitalise(piece[cut:]) if here else piece)
    return begun


def _texts(content: Inlines, own: bool = True) -> Iterator[tuple[str, bool]]:
    """Each text, and whether it is the prose's own words; a fact is spelled as it was written."""
    for node in content:
        if isinstance(node, Text):
            yield node.text, own
        elif isinstance(node, Ref):
            yield node.text or "0", False  # a number that is not known yet
        elif isinstance(node, (Fact, Emph, Foreign, Link, Comment)):
            yield from _texts(node.content, own and not isinstance(node, (Fact, Foreign)))


def _put(content: Inlines, pieces: Iterator[str], language: Language) -> Inlines:
    return tuple(node for node in (_one(node, pieces, language) for node in content) if not (isinstance(node, Text) and not node.text))


def _one(node: Inline, pieces: Iterator[str], language: Language) -> Inline:
    if isinstance(node, Text):
        return Text(next(pieces))
    if isinstance(node, Ref):
        said = next(pieces)
        return replace(node, text=said) if node.text else node
    if isinstance(node, Note):
        return replace(node, content=inlines(node.content, language))
    if isinstance(node, (Fact, Emph, Foreign, Link, Comment)):
        return replace(node, content=_put(node.content, pieces, language))
    return node
