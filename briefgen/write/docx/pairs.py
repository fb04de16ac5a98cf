"""Two languages side by side: rows of one table, level at the top, a light rule between.

Word leaves headings that stand in a table out of its navigation pane, so a pair of headings stands outside: both in one line with a tab
between where they are short enough for their columns, one below the other where they are not. The table goes on below in the same columns.
"""

from collections.abc import Iterator
from typing import NamedTuple

from briefgen.document import Block, Blocks, Heading, Pair, Section, Side, plain
from briefgen.write.docx.body import Body, Frame
from briefgen.write.docx.measures import set_width, twips
from briefgen.write.docx.runs import Runs
from briefgen.write.docx.styles import Voice
from briefgen.write.docx.tables import grid, holds_together
from briefgen.write.docx.words import lang_xml
from briefgen.write.looks import look
from briefgen.write.style import Role


class Level(NamedTuple):
    """What stands level: a heading and what follows it, on each side."""

    heads: tuple[Heading | None, Heading | None]
    blocks: tuple[Blocks, Blocks]


def pairs(body: Body, rows: list[Pair]) -> None:
    """Write neighbouring pairs."""
    page, opened = body.job.page, False
    column = twips(mm=(page.line - page.gap) / 2)
    for pair in rows:
        voices = Voice(pair.left.lang, pair=True), Voice(pair.right.lang, pair=True)
        body.mark(pair.key, pair.left.lang)
        for level in _levels(pair.left, pair.right):
            if opened and any(level.heads):
                body.out.append("</w:tbl>")
                opened = False
            _headings(body, level.heads, voices, column)
            if any(level.blocks) or not any(level.heads):
                if not opened:
                    _open(body, voices[0])
                    opened = True
                _row(body, level.blocks, voices, column)
    if opened:
        body.out.append("</w:tbl>")


def _levels(left: Side, right: Side) -> Iterator[Level]:
    """The sides cut at their headings, where both have the same ones; else only their first headings stand apart."""
    cuts = [list(_cut(_flat(side.content))) for side in (left, right)]
    keys = [[head.key if head else "" for head, _ in cut] for cut in cuts]
    if keys[0] == keys[1]:
        for one, two in zip(*cuts, strict=True):
            yield Level((one[0], two[0]), (one[1], two[1]))
        return
    (one, first), (two, second) = (_first(cut) for cut in cuts)
    yield Level((one, two), (first, second))


def _first(cuts: list[tuple[Heading | None, Blocks]]) -> tuple[Heading | None, Blocks]:
    """The first heading, and all the rest as it stood."""
    if not cuts:
        return None, ()
    (head, blocks), *others = cuts
    return head, (*blocks, *(block for other, after in others for block in (other, *after) if block))


def _flat(blocks: Blocks) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Section):
            yield from _flat(block.content)
        else:
            yield block


def _cut(blocks: Iterator[Block]) -> Iterator[tuple[Heading | None, Blocks]]:
    head: Heading | None = None
    after: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            if head or after:
                yield head, tuple(after)
            head, after = block, []
        else:
            after.append(block)
    if head or after:
        yield head, tuple(after)


def _headings(body: Body, heads: tuple[Heading | None, Heading | None], voices: tuple[Voice, Voice], column: int) -> None:
    styles, roles, runs = [], [], []
    for head, voice in zip(heads, voices, strict=True):
        if head:
            body.mark(head.key, voice.lang)
            styles.append(body.job.styles.heading(look(head), head.level, voice))
            roles.append(body.job.styles.role(look(head), voice))
            runs.append(Runs(body.job, body.job.package.body, head.key).xml(head.content, voice.lang))
    fits = all(_fits(head, role, column) for head, role in zip([head for head in heads if head], roles, strict=True))
    tab = f"<w:r><w:rPr>{lang_xml(voices[0].lang)}</w:rPr><w:tab/></w:r>"
    if heads[1] and fits and len(set(styles)) == 1:
        body.raw(styles[0], tab.join(runs) if heads[0] else tab + runs[0], Frame(voices[0], 0))
        return
    for style, xml, voice in zip(styles, runs, voices, strict=False):
        body.raw(style, xml, Frame(voice, 0))


def _fits(head: Heading, role: Role, column: int) -> bool:
    text = plain(head)[:-1]
    return "\n" not in text and twips(set_width(text, role)) <= column


def _width(body: Body) -> int:
    """Of one column with half a gap on each side, so that the text meets the margins and the rule stands in the middle."""
    return twips(mm=(body.job.page.line + body.job.page.gap) / 2)


def _open(body: Body, voice: Voice) -> None:
    page, half = body.job.page, _width(body)
    body.before_table(Frame(voice, 0))
    rule = body.job.house.colours.get("rule", "#b9c1cb")[1:]
    margin = twips(mm=page.gap / 2)
    style = body.job.styles.table("pair", (
        f'<w:tblPr><w:tblBorders><w:insideV w:val="single" w:sz="4" w:space="0" w:color="{rule}"/></w:tblBorders>'
        f'<w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    ))  # fmt: skip
    body.out.append(
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{2 * half}" w:type="dxa"/><w:tblInd w:w="{-margin}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"</w:tblPr>{grid([half, half])}"
    )


def _row(body: Body, sides: tuple[Blocks, Blocks], voices: tuple[Voice, Voice], column: int) -> None:
    words = ["".join(plain(block) for block in blocks) for blocks in sides]
    together = holds_together(words, column, body.job.styles.role("body", voices[0]).size)
    body.out.append("<w:tr>" + ("<w:trPr><w:cantSplit/></w:trPr>" if together else ""))
    width = _width(body)
    for blocks, voice in zip(sides, voices, strict=True):
        body.out.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>')
        body.cell(blocks, Frame(voice, column))
        body.out.append("</w:tc>")
    body.out.append("</w:tr>")
