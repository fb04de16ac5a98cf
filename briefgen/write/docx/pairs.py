"""Two languages side by side: rows of one table, level at the top, a light rule between.

Word leaves headings that stand in a table out of its navigation pane, so a pair of headings stands outside: both in one line with a tab
between where they are short enough for their columns, one below the other where they are not, those of sections each above its own column.
The table goes on below in the same columns.
"""

from collections.abc import Iterator

from briefgen.document import Block, Blocks, Heading, Pair, Para, Section, plain
from briefgen.write.docx.body import Body, Frame
from briefgen.write.docx.measures import set_width, twips
from briefgen.write.docx.runs import Runs
from briefgen.write.docx.styles import Voice
from briefgen.write.docx.tables import grid
from briefgen.write.docx.words import lang_xml
from briefgen.write.looks import SHORT, look, row_lines
from briefgen.write.style import Role


def pairs(body: Body, rows: list[Pair]) -> None:
    """Write neighbouring pairs."""
    page, opened = body.page, False
    column, width = twips(mm=(page.line - page.gap) / 2), _width(body)
    for pair, following in zip(rows, (*rows[1:], None), strict=False):
        voices = Voice(pair.left.lang, True, body.kind), Voice(pair.right.lang, True, body.kind)  # noqa: FBT003  (a tuple)
        body.mark(pair.key, pair.left.lang)
        sides = pair.left.content, pair.right.content
        if _may_be_heading(sides) and _is_heading(heads := (tuple(_flat(sides[0])), tuple(_flat(sides[1])))):
            if opened:
                body.out.append("</w:tbl>")
                opened = False
            _headings(body, heads, voices, column)
            continue
        if not opened:
            _open(body, voices[0])
            opened = True
        _row(body, sides, voices, (column, width), tied=body.holds(following, voices[0]))
    if opened:
        body.out.append("</w:tbl>")


def _flat(blocks: Blocks) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Section):
            yield from _flat(block.content)
        else:
            yield block


def _may_be_heading(sides: tuple[Blocks, Blocks]) -> bool:
    """A glance at what the sides begin with: most are no headings."""
    return not any(side and not isinstance(side[0], (Heading, Section)) for side in sides)


def _is_heading(sides: tuple[Blocks, Blocks]) -> bool:
    """Whether there is a heading on each side and nothing else. A heading with its text stays in the row: outside, it would change the reading order."""
    return any(sides) and all(len(side) <= 1 and all(isinstance(block, Heading) for block in side) for side in sides)


def _headings(body: Body, sides: tuple[Blocks, Blocks], voices: tuple[Voice, Voice], column: int) -> None:
    heads = [(head, voice) for side, voice in zip(sides, voices, strict=True) for head in side if isinstance(head, Heading)]
    styles = [body.job.styles.heading(look(head), head.level, voice) for head, voice in heads]
    fits = all(_fits(head, body.job.styles.role(look(head), voice), column) for head, voice in heads)
    runs = []
    for head, voice in heads:
        body.mark(head.key, voice.lang)
        body.listed(head)
        runs.append(Runs(body.job, body.job.package.body, head.key).xml(head.content, voice.lang))
    own = twips(mm=(body.page.line + body.page.gap) / 2)
    if sides[1] and fits and len(set(styles)) == 1:
        tab = f"<w:r><w:rPr>{lang_xml(body.job.document.tag(voices[0].lang))}</w:rPr><w:tab/></w:r>"
        styled = body.job.styles.right_column
        tabs = f'<w:tabs><w:tab w:val="clear" w:pos="{styled}"/><w:tab w:val="left" w:pos="{own}"/></w:tabs>' if own != styled else ""
        body.raw(styles[0], tab.join(runs) if sides[0] else tab + runs[0], Frame(voices[0], 0), tabs=tabs)
        return
    for style, xml, (head, voice) in zip(styles, runs, heads, strict=True):
        above = voice == voices[1] and head.level > 1  # a section's stands above its own column; a title has the whole width
        body.raw(style, xml, Frame(voice, 0, left=own if above else 0))


def _fits(head: Heading, role: Role, column: int) -> bool:
    text = plain(head)[:-1]
    return "\n" not in text and twips(set_width(text, role)) <= column


def _width(body: Body) -> int:
    """Of one column with half a gap on each side, so that the text meets the margins and the rule stands in the middle."""
    return twips(mm=(body.page.line + body.page.gap) / 2)


def _open(body: Body, voice: Voice) -> None:
    page, half = body.page, _width(body)
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


def _row(body: Body, sides: tuple[Blocks, Blocks], voices: tuple[Voice, Voice], widths: tuple[int, int], *, tied: bool) -> None:
    """One row of the table; ``widths`` are those of a line in a column, and of the column."""
    words = ["".join([plain(block) for block in blocks]) for blocks in sides]
    (line, width), styles = widths, body.job.styles
    together = row_lines(words, (line / 20, line / 20), styles.role("body", voices[0]).size) <= SHORT
    body.out.append("<w:tr>" + ("<w:trPr><w:cantSplit/></w:trPr>" if together else ""))
    last = [(blocks[-1], styles.role(look(blocks[-1]), voice)) for blocks, voice in zip(sides, voices, strict=True) if blocks]
    loose = not all(role.keep_next for _, role in last)
    low = '<w:vAlign w:val="bottom"/>' if all(role.border_bottom and isinstance(block, Para) for block, role in last) else ""  # lines below them are level
    for blocks, voice in zip(sides, voices, strict=True):
        body.out.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{low}</w:tcPr>')
        body.cell(blocks, Frame(voice, line, loose=loose, tied=tied))
        body.out.append("</w:tc>")
    body.out.append("</w:tr>")
