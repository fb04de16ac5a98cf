"""A pack: documents bound one after the other behind a cover and a table of contents, a pure function on their trees.

What is bound is chosen by names of kinds: those of the pack's own ``kind.yaml``, or of the desk, or of the event. What is internal never goes
into a pack that leaves the house, and no document says more in a pack than it says alone.
"""

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from briefgen.compose.kind import Audience, Kind
from briefgen.document import Block, Document, Heading, Pair, Para, Part, Section, Text, plain
from briefgen.errors import BriefgenError, Problem, Where

AUDIENCES = get_args(Audience)
"""From the fewest facts to all of them."""
KICKER = "kicker"
"""The role of the line that names a document; in a pack it is that document's heading."""
TITLE = "title"
"""The block of a cover that says what the pack is about; a document that bears the same title need not say it as a heading again."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Names of kinds, each where it is written. A ``firm`` choice is of one event: what it names must be there."""

    names: Sequence[tuple[str, Where]]
    firm: bool = False


def chosen(kind: Kind, event: Choice, desk: Choice, kinds: Mapping[str, Kind], audience: str) -> tuple[tuple[Kind, bool], ...]:
    """The kinds that are bound into the pack ``kind`` for ``audience``, in order, and whether each must be there.

    The event's choice wins over the desk's, and that over the kind's own, which may name kinds that do not exist (yet).

    Raises:
        BriefgenError: what is named is unknown, is itself a pack, or is internal and the pack is not.
    """
    usual = Choice([(name, Where(f"templates/{kind.name}/kind.yaml")) for name in kind.documents if name in kinds])
    choice = next((one for one in (event, desk) if one.names), usual)
    if wrong := [problem for name, where in choice.names if (problem := _refusal(name, where, kind, kinds, audience))]:
        raise BriefgenError(wrong)
    return tuple((kinds[name], choice.firm) for name in dict.fromkeys(name for name, _ in choice.names))


def _refusal(name: str, where: Where, kind: Kind, kinds: Mapping[str, Kind], audience: str) -> Problem | None:
    if name not in kinds:
        near = difflib.get_close_matches(name, kinds, 1)
        return Problem(where, "T060", f"there is no kind '{name}' to bind into a {kind.name}", f"did you mean {near[0]}?" if near else "see: briefgen list")
    if kinds[name].documents:
        return Problem(where, "T061", f"a {name} is itself a pack and cannot be bound into a {kind.name}", "name the documents that it holds")
    if kinds[name].audience == "internal" != audience and audience not in kinds[name].also_for:
        what = f"a {name} is internal and never goes into a {kind.name}, which is for {audience}"
        return Problem(where, "T062", what, "take it out of the list, and hand it over apart to those who may see it")
    return None


def audience_within(kind: Kind, audience: str) -> str:
    """The audience that a document of ``kind`` is composed for in a pack for ``audience``: the one that may see less."""
    return min(kind.audience, audience, key=AUDIENCES.index)


def pack(cover: Document, documents: Sequence[Document]) -> Document:
    """``documents`` bound behind ``cover``, each in one language or each in the same two."""
    title = "".join(_words(block) for block in cover.content if block.key.split(".")[0] == TITLE)
    parts = tuple(Part(_key(one, cover), one.kind, one.langs, tuple(_bound(one, title)), one.running) for one in documents)
    return replace(cover, content=(*cover.content, *parts))


def _key(document: Document, cover: Document) -> str:
    return document.kind if document.langs == cover.langs else f"{document.kind}.{document.lang}"


def _bound(document: Document, title: str) -> Iterator[Block]:
    """The blocks of a document, its headings below the one that names it.

    The line that names the kind becomes its heading, so that no word is said twice; where there is no such line, its own title is that.
    """
    blocks = document.content
    named = next((n for n, block in enumerate(blocks) if _roles(block) == {KICKER}), None)
    if named is None:
        if not any(isinstance(node, Heading) and node.level == 1 for block in blocks for node in (block, *_sides(block))):
            yield Heading("name", 1, (Text(document.subject or document.title),), KICKER)
        yield from blocks
        return
    repeated = [n for n, block in enumerate(blocks) if _is_title(block) and title and _words(block) == title]
    shift = 1 if len(repeated) < sum(map(_is_title, blocks)) else 0
    for n, block in enumerate(blocks):
        if n == named:
            yield _each(block, lambda one: Heading(one.key, 1, one.content, KICKER) if isinstance(one, Para) else one)
        elif n in repeated:
            yield _each(block, lambda one: Para(one.key, one.content, one.look) if isinstance(one, Heading) else one)
        else:
            yield _each(block, lambda one: replace(one, level=one.level + shift, role=one.look) if isinstance(one, Heading) else one)


def _each(block: Block, change: Callable[[Block], Block]) -> Block:
    """``block`` with ``change`` made to it, or to each block in its sections and sides; headings stand nowhere else."""
    if isinstance(block, Section):
        return replace(block, content=tuple(_each(one, change) for one in block.content))
    if isinstance(block, Pair):
        left, right = (replace(side, content=tuple(_each(one, change) for one in side.content)) for side in (block.left, block.right))
        return replace(block, left=left, right=right)
    return change(block)


def _sides(block: Block) -> tuple[Block, ...]:
    return (*block.left.content, *block.right.content) if isinstance(block, Pair) else ()


def _roles(block: Block) -> set[str]:
    return {getattr(one, "role", "") for one in _sides(block) or (block,)}


def _is_title(block: Block) -> bool:
    heads = _sides(block) or (block,)
    return all(isinstance(head, Heading) and head.level == 1 for head in heads)


def _words(block: Block) -> str:
    return " ".join(plain(block).split()).casefold()
