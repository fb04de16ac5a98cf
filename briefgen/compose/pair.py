"""Two languages side by side: a pure function on two trees, aligned by block key.

Parity compares, per block, the set of facts asserted. A pair is refused if one side states a fact that the other does
not, since then somebody would sign, or print, two different things.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from briefgen.compose.kind import Kind
from briefgen.compose.together import together
from briefgen.document import (
    Block,
    Break,
    Contents,
    Document,
    Figure,
    Foreign,
    Heading,
    Inlines,
    List,
    Pair,
    Para,
    Section,
    Side,
    Table,
    Text,
    refs,
    walk,
)
from briefgen.errors import BriefgenError, Problem, Where


def pair(left: Document, right: Document, kind: Kind) -> Document:
    """Both documents as one, their blocks level, ``left`` first.

    Raises:
        BriefgenError: the two do not state the same facts; each fact that one side lacks, with its block.
    """
    if wrong := tuple(differences(left, right, kind)):
        raise BriefgenError(wrong)
    return replace(
        left,
        langs=(left.lang, right.lang),
        title=left.title if left.title == right.title else f"{left.title} / {right.title}",
        content=tuple(_rows(left.content, right.content, left.lang, right.lang)),
        running=_both(left.running, right.running, right.lang),
        footer=_both(left.footer, right.footer, right.lang),
        mark=" / ".join(dict.fromkeys(filter(None, (left.mark, right.mark)))),
        draft=left.draft or right.draft,
        tracked=left.tracked or right.tracked,
        tags=tuple(dict(left.tags + right.tags).items()),
    )


def _both(left: Inlines, right: Inlines, lang: str) -> Inlines:
    other = (Foreign(lang, right),) if right else ()
    return (*left, Text(" / "), *other) if left and right else left or other


def differences(left: Document, right: Document, kind: Kind) -> Iterator[Problem]:
    """A problem for each fact that one language asserts in a block and the other does not."""
    sides = {document.lang: _asserted(document, kind) for document in (left, right)}
    everywhere = {document.lang: refs(document) for document in (left, right)}
    for one, other in ((left, right), (right, left)):
        omitted = _omitted(other)
        for block, stated in sides[one.lang].items():
            for address in sorted(stated - sides[other.lang].get(block, frozenset())):
                if address in omitted.get(block.split(".")[0], ()) and address in everywhere[other.lang]:
                    continue
                what = f"the {kind.name} states this in '{block}' in {one.lang}, and not in {other.lang}"
                yield Problem(
                    Where(f"{kind.name}/{kind.prose(other.lang).name}"),
                    "T040",
                    what,
                    'say it in both, or write omits="…" on the paragraph',
                    address,
                    other.lang,
                )


def _asserted(document: Document, kind: Kind) -> Mapping[str, frozenset[str]]:
    if kind.parity == "document":
        return {"": refs(document)}
    groups = {part.key: part.block for part in kind.parts}
    stated: dict[str, frozenset[str]] = {}
    for block in document.content:
        first = _base(block)
        key = groups.get(first, first)
        stated[key] = stated.get(key, frozenset()) | refs(block)
    return stated


def _omitted(document: Document) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for block in document.content:
        for node in (block, *walk(block)):
            if isinstance(node, Para) and node.omits:
                found[_base(block)] = found.get(_base(block), frozenset()) | frozenset(node.omits)
    return found


def _base(block: Block) -> str:
    return block.key.split(".")[0]


def _groups(blocks: Sequence[Block]) -> Mapping[str, list[Block]]:
    found: dict[str, list[Block]] = {}
    for block in blocks:
        found.setdefault(_base(block), []).append(block)
    return found


def _rows(left: Sequence[Block], right: Sequence[Block], one: str, other: str) -> Iterator[Block]:
    """Rows in the left document's order; what only the right has follows the row that it follows there."""
    ours, theirs = _groups(left), _groups(right)
    keys = list(ours)
    for n, key in enumerate(theirs):
        if key not in ours:
            before = list(theirs)[n - 1] if n else None
            keys.insert(keys.index(before) + 1 if before in keys else 0, key)
    for key in keys:
        yield from _level(ours.get(key, []), theirs.get(key, []), one, other)


def _level(left: list[Block], right: list[Block], one: str, other: str) -> Iterator[Block]:
    above = next((n for n, (more, fewer) in enumerate(((left, right), (right, left))) if _opens(more, fewer)), None)
    if above is not None:  # a dateline of its own: the lead below it stands level with the other's
        first = (left, right)[above][0]
        sides = tuple((first,) if n == above else () for n in (0, 1))
        yield Pair(first.key, Side(one, sides[0]), Side(other, sides[1]))
        left, right = left[above == 0 :], right[above == 1 :]
    if len(left) != len(right) and not (left and right and any(isinstance(block, List) for block in (*left, *right))):
        yield Pair((left or right)[0].key, Side(one, tuple(left)), Side(other, tuple(right)))
        return
    matched = zip(left, right, strict=True) if len(left) == len(right) else _matched(left, right)
    for ours, theirs in matched:
        if ours and theirs:
            yield from _one(ours, theirs, one, other)
        elif block := ours or theirs:
            yield Pair(block.key, Side(one, (ours,) if ours else ()), Side(other, (theirs,) if theirs else ()))


def _opens(more: Sequence[Block], fewer: Sequence[Block]) -> bool:
    """Whether ``more`` is ``fewer`` with a paragraph above it that looks otherwise."""
    looks = [[(type(block), block.role) if isinstance(block, Para) else type(block) for block in side] for side in (more, fewer)]
    return len(more) > 1 and isinstance(more[0], Para) and looks[0][0] not in looks[1] and looks[0][1:] == looks[1]


def _matched(left: Sequence[Block], right: Sequence[Block]) -> list[tuple[Block | None, Block | None]]:
    """Blocks of which one side has more: those of a kind stand level, lists with lists as long as they are.

    The longest sequence that both have, read from the end: a paragraph before a list stands beside the one before its counterpart.
    """
    ours, theirs = ([(type(block), len(block.items) if isinstance(block, List) else 0) for block in side] for side in (left, right))
    longest = [[0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i, j in product(range(len(ours)), range(len(theirs))):
        longest[i + 1][j + 1] = longest[i][j] + 1 if ours[i] == theirs[j] else max(longest[i][j + 1], longest[i + 1][j])
    rows: list[tuple[Block | None, Block | None]] = []
    i, j = len(ours), len(theirs)
    while i or j:
        both = i and j and (ours[i - 1] == theirs[j - 1] or longest[i][j] == longest[i - 1][j - 1])
        mine = both or not j or (i and longest[i - 1][j] >= longest[i][j - 1])
        yours = both or not mine
        rows.append((left[i - 1] if mine else None, right[j - 1] if yours else None))
        i, j = i - bool(mine), j - bool(yours)
    return rows[::-1]


def _one(ours: Block, theirs: Block, one: str, other: str) -> Iterator[Block]:
    if isinstance(ours, (Break, Contents)):
        yield ours
    elif isinstance(ours, Figure) and isinstance(theirs, Figure):
        yield replace(ours, caption=_both(ours.caption, theirs.caption, other), alt=f"{ours.alt} / {theirs.alt}")
    elif isinstance(ours, Table) and isinstance(theirs, Table) and (both := together(ours, theirs, one, other)):
        yield both
    elif isinstance(ours, Section) and isinstance(theirs, Section):
        yield Section(ours.key, tuple(_section(ours.content, theirs.content, one, other)), ours.role)
    elif isinstance(ours, List) and isinstance(theirs, List) and len(ours.items) == len(theirs.items):
        for n, (item, same) in enumerate(zip(ours.items, theirs.items, strict=True)):
            more = n < len(ours.items) - 1
            left, right = (replace(block, key=item.key, items=(each,), start=block.start + n, more=more) for block, each in ((ours, item), (theirs, same)))
            yield Pair(item.key, Side(one, (left,)), Side(other, (right,)))
    else:
        yield Pair(ours.key, Side(one, (ours,)), Side(other, (theirs,)))


def _section(left: Sequence[Block], right: Sequence[Block], one: str, other: str) -> Iterator[Block]:
    alike = [type(block) for block in left] == [type(block) for block in right]
    if alike:
        yield from _level(list(left), list(right), one, other)
        return
    heads = [block for block in (*left[:1], *right[:1]) if isinstance(block, Heading)]
    cut = 1 if len(heads) == 2 else 0
    yield from _level(list(left[:cut]), list(right[:cut]), one, other)
    yield Pair(left[cut].key if len(left) > cut else right[cut].key, Side(one, tuple(left[cut:])), Side(other, tuple(right[cut:])))
