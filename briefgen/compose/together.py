"""Two tables of one shape as one table over the whole page, for a pair: its rows are level, go on over a page and repeat one head.

A programme has one column of times, a matrix both languages in a cell. What names no way of its own and has two columns, such as labels and
values, stands twice in each row, left and right of the middle; a wider one would be columns of single words, so its languages share the cells.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.document import Block, Blocks, Cell, Foreign, Item, List, Para, Row, Table, Text, plain, walk

BESIDE = 2
"""Columns of a table that half a page can hold."""


def together(left: Table, right: Table, one: str, lang: str) -> Table | None:
    """Both tables in the way that ``left.together`` names, words of the left one in ``one``, of the other in ``lang``; None if not of one shape."""
    if left.together == "tongues":
        return _tongues(left, one, lang)
    if [_shape(row) for row in left.rows] != [_shape(row) for row in right.rows]:
        return None
    caption = (*left.caption, Text(" / "), Foreign(lang, right.caption)) if left.caption and right.caption else left.caption or right.caption
    if left.together:
        return replace(_named(left, right, lang), caption=caption)
    columns = max((sum(_shape(row)) for row in left.rows), default=0)
    rows = [(ours, ours.cells, theirs.cells) for ours, theirs in zip(left.rows, right.rows, strict=True)]
    if columns > BESIDE:
        stacked = (replace(row, cells=tuple(_stacked(cell, same, lang) for cell, same in zip(ours, theirs, strict=True))) for row, ours, theirs in rows)
        return replace(left, rows=tuple(stacked), caption=caption)
    if any(sum(_shape(row)) != columns for row in left.rows):
        return None
    halves = (replace(row, cells=(*(replace(cell, lang=one) for cell in ours), *(replace(cell, lang=lang) for cell in theirs))) for row, ours, theirs in rows)
    return replace(left, rows=tuple(halves), widths=2 * (left.widths or (1.0,) * columns), caption=caption)


def _named(left: Table, right: Table, lang: str) -> Table:
    rows = tuple(
        Row(ours.key, tuple(_cells(ours.cells, theirs.cells, left.together, lang, len(left.widths))))
        for ours, theirs in zip(left.rows, right.rows, strict=True)
    )
    return replace(left, rows=rows, widths=_widths(left))


_NARROW = 0.8
"""How wide a shared column is beside twice as many others: hours and numbers need little."""


def _tongues(table: Table, one: str, lang: str) -> Table:
    """Of a glossary its own column and that of ``lang``, left and right of the middle: what stands in any other language is left out."""
    body = [row.cells for row in table.rows if not all(cell.header for cell in row.cells)]
    columns = range(max(len(cells) for cells in body))
    spoken = [
        {node.lang for cells in body if n < len(cells) for block in cells[n].content for node in walk(block) if isinstance(node, Foreign)} for n in columns
    ]
    kept = [n for n in columns if not spoken[n] or lang in spoken[n]]
    rows = tuple(
        replace(row, cells=tuple(replace(row.cells[n], lang=lang if lang in spoken[n] else one) for n in kept if n < len(row.cells))) for row in table.rows
    )
    return replace(table, rows=rows, widths=tuple(table.widths[n] for n in kept) if table.widths else ())


def _shape(row: Row) -> tuple[int, ...]:
    return tuple(cell.span for cell in row.cells)


def _widths(table: Table) -> tuple[float, ...]:
    if table.together == "stacked" or not table.widths:
        return table.widths
    whole = sum(table.widths)
    shared = _NARROW * table.widths[0] / whole
    halves = tuple(share * (1 - shared) / 2 / (whole - table.widths[0]) for share in table.widths[1:])
    return (*halves, shared, *halves) if table.together == "between" else (shared, *halves, *halves)


def _cells(ours: Sequence[Cell], theirs: Sequence[Cell], way: str, lang: str, columns: int) -> Iterator[Cell]:
    if way == "stacked":
        yield from (_stacked(cell, same, lang) for cell, same in zip(ours, theirs, strict=True))
    elif len(ours) == 1:  # a heading over all columns
        yield replace(_stacked(ours[0], theirs[0], lang), span=2 * columns - 1)
    else:
        foreign = [replace(cell, content=_foreign(cell.content, lang)) for cell in theirs[1:]]
        yield from (*ours[1:], ours[0], *foreign) if way == "between" else (*ours, *foreign)


def _stacked(ours: Cell, theirs: Cell, lang: str) -> Cell:
    """Both languages one under the other; what is the same in both, and hours and numbers without a word, stand once."""
    if _words(ours) == _words(theirs) or not any(letter.isalpha() for letter in _words(ours) + _words(theirs)):
        return ours
    if ours.header and len(ours.content) == len(theirs.content) == 1 and isinstance(ours.content[0], Para) and isinstance(theirs.content[0], Para):
        head = ours.content[0]
        return replace(ours, content=(replace(head, content=(*head.content, Text(" / "), Foreign(lang, theirs.content[0].content))),))
    return replace(ours, content=(*ours.content, *_apart(_foreign(theirs.content, lang))))


def _apart(blocks: Blocks) -> Blocks:
    """The second language of a cell, a little below the first."""
    return tuple(replace(block, role="cell-also") if not n and isinstance(block, Para) and block.role == "cell" else block for n, block in enumerate(blocks))


def _words(cell: Cell) -> str:
    return "".join(map(plain, cell.content)).replace("\u00a0", " ")


def _foreign(blocks: Blocks, lang: str) -> Blocks:
    """``blocks`` marked as being in ``lang``, and with keys of their own."""

    def one(block: Block) -> Block:
        if isinstance(block, Para):
            return replace(block, key=f"{block.key}.{lang}", content=(Foreign(lang, block.content),) if block.content else ())
        if isinstance(block, List):
            items = tuple(Item(f"{item.key}.{lang}", _foreign(item.content, lang)) for item in block.items)
            return replace(block, key=f"{block.key}.{lang}", items=items)
        return block

    return tuple(map(one, blocks))
