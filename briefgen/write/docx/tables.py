"""Tables of data: fixed widths, a head that repeats, rows that break over a page only where they are long."""

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise

from briefgen.document import Cell, Row, Table, plain
from briefgen.write.docx.body import Body, Frame, is_rtl
from briefgen.write.docx.measures import set_width, twips
from briefgen.write.docx.styles import Voice
from briefgen.write.docx.words import escape
from briefgen.write.looks import CELL, SHORT, TIGHT_CELL, look, row_lines, stays_whole, tied_rows
from briefgen.write.style import Border, Role

_BREAKS = re.compile(r"[ \n-]")
_BESIDE = 8  # points to the right of a cell


def table(body: Body, block: Table, frame: Frame) -> None:
    """Write a table with its caption above it."""
    job, name = body.job, look(block)
    words = [[plain_cell(cell) for cell in row.cells] for row in block.rows]
    columns = _columns(block, words, frame.width, job.styles.role("cell-head", frame.voice), body.page.gap / 2 / 25.4 * 72)
    if block.caption:
        body.before_table(frame, job.styles.role(name, frame.voice).before)
        body.paragraph(job.styles.paragraph("caption", frame.voice), block.caption, frame._replace(left=0, tied=True), block.key)
    body.before_table(frame, 0 if block.caption else job.styles.role(name, frame.voice).before)
    style = job.styles.table(name, _style(body, job.styles.role(name, job.styles.usual)))
    heads = next((n for n, row in enumerate(block.rows) if not _is_head(row)), len(block.rows))
    caption = "".join(plain(node) for node in block.caption).strip()
    body.out.append(
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{"<w:bidiVisual/>" if is_rtl(frame) else ""}<w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{frame.left}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{"0620" if heads else "0600"}" w:firstRow="{int(heads > 0)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        'w:noHBand="1" w:noVBand="1"/>' + (f'<w:tblCaption w:val="{escape(caption, block.key)}"/>' if caption else "") + f"</w:tblPr>{grid(columns)}"
    )
    rows = _Rows(body, columns, frame.voice)
    heights = [rows.lines(row, words[number]) for number, row in enumerate(block.rows)]
    count, whole = len(block.rows), len(job.document.langs) == 1 and stays_whole(heights)
    tied = set(range(count - 1)) if whole else {heads + number for number in tied_rows(count - heads)}
    tied |= {count - 1}  # with the small paragraph that Word wants behind it: alone it would begin an empty page
    for number, row in enumerate(block.rows):
        rows.add(row, tied=number in tied, head=number < heads, together=number < heads or heights[number] <= SHORT)
    body.out.append("</w:tbl>")
    body.gap(job.styles.role(name, frame.voice).after, frame.voice, keep=frame.tied)


def grid(columns: list[int]) -> str:
    """The grid of a table."""
    return "<w:tblGrid>" + "".join(f'<w:gridCol w:w="{width}"/>' for width in columns) + "</w:tblGrid>"


class _Rows:
    """Writes the rows of one table. What many of its cells share is worked out once."""

    def __init__(self, body: Body, columns: list[int], voice: Voice) -> None:
        self._body = body
        self._columns = columns
        self._voice = voice
        self._padding = twips(_BESIDE)
        self._widths = [(width - self._padding) / 20 for width in columns]
        self._size = body.job.styles.role("cell", voice).size
        self._frames: dict[tuple[str, int, bool, bool], Frame] = {}
        self._middles: dict[bool, str] = {}

    def lines(self, row: Row, words: list[str]) -> float:
        """How many lines ``row`` has at least, whose cells say ``words``."""
        widths = self._widths
        if len(row.cells) < len(widths):  # some take more than one column
            edges = accumulate((cell.span for cell in row.cells), initial=0)
            widths = [(sum(self._columns[left:right]) - self._padding) / 20 for left, right in pairwise(edges)]
        return row_lines(words, widths, self._size)

    def add(self, row: Row, *, tied: bool, head: bool, together: bool) -> None:
        """Write ``row``."""
        out, columns, cells = self._body.out, self._columns, row.cells
        out.append(self._opening(len(columns) - sum([cell.span for cell in cells]), together, head))
        at, changes = 0, len({cell.lang for cell in cells}) > 1
        for number, cell in enumerate(cells):
            width = columns[at] if cell.span == 1 else sum(columns[at : at + cell.span])
            at += cell.span
            span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
            middle = self._middle(cells, number) if changes else ""
            out.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{middle}</w:tcPr>')
            self._body.cell(cell.content, self._frame(cell, width, tied))
            out.append("</w:tc>")
        out.append("</w:tr>")

    def _opening(self, rest: int, together: bool, head: bool) -> str:
        """How a row begins that leaves the last ``rest`` columns free."""
        flags = "".join((
            f'<w:gridAfter w:val="{rest}"/><w:wAfter w:w="{sum(self._columns[-rest:])}" w:type="dxa"/>' if rest > 0 else "",
            "<w:cantSplit/>" if together else "",
            "<w:tblHeader/>" if head else "",
        ))  # fmt: skip
        return f"<w:tr><w:trPr>{flags}</w:trPr>" if flags else "<w:tr>"

    def _frame(self, cell: Cell, width: int, tied: bool) -> Frame:
        asked = cell.lang, width, cell.header, tied
        if asked not in self._frames:
            voice = Voice(cell.lang, True, self._voice.kind) if cell.lang else self._voice  # noqa: FBT003  (a tuple)
            self._frames[asked] = Frame(voice, width - self._padding, "cell-head" if cell.header else "cell", loose=True, tied=tied)
        return self._frames[asked]

    def _middle(self, cells: tuple[Cell, ...], number: int) -> str:
        """The edge of a cell where its language ends, or else where it begins; "" where its neighbours speak it too."""
        lang = cells[number].lang
        ends = number + 1 < len(cells) and cells[number + 1].lang != lang
        if not ends and (number == 0 or cells[number - 1].lang == lang):
            return ""
        if ends not in self._middles:
            self._middles[ends] = _middle(self._body, ends=ends)
        return self._middles[ends]


def _middle(body: Body, *, ends: bool) -> str:
    """The edge where one language ``ends``, or else where the other begins, which is that of the columns above and below."""
    rule = Border(0.5, body.job.house.colours.get("rule", "#b9c1cb"))
    gap, side = twips(mm=body.page.gap / 2), "right" if ends else "left"
    return f'<w:tcBorders>{_edge(side, rule)}</w:tcBorders><w:tcMar><w:{side} w:w="{gap}" w:type="dxa"/></w:tcMar>'


def plain_cell(cell: Cell) -> str:
    """The words of a cell."""
    return "".join([plain(block) for block in cell.content])


def _is_head(row: Row) -> bool:
    return bool(row.cells) and all(cell.header for cell in row.cells)


def _columns(block: Table, words: list[list[str]], width: int, role: Role, gap: float) -> list[int]:
    """The widths of the columns in twips, summing to ``width``: the shares that the table says, but none too narrow for its longest word.

    ``gap`` stands before the first column of the second language, in points.
    """
    count = max([sum(cell.span for cell in row.cells) for row in block.rows] + [len(block.widths), 1])
    shares = [*block.widths, *[1.0] * (count - len(block.widths))]
    wanted = [width * share / sum(shares) for share in shares]
    least = _least(block, words, count, role, gap) if _any_narrow(block, words, wanted, role, gap) else wanted
    short = sum(max(0.0, low - want) for low, want in zip(least, wanted, strict=True))
    spare = sum(max(0.0, want - low) for low, want in zip(least, wanted, strict=True))
    if 0 < short < spare:
        wanted = [low if want < low else want - short * (want - low) / spare for low, want in zip(least, wanted, strict=True)]
    edges = [round(edge) for edge in accumulate(wanted, initial=0.0)]
    return [right - left for left, right in pairwise(edges)]


def _alone(block: Table, words: list[list[str]], gap: float) -> Iterator[tuple[int, str, float]]:
    """The words of each cell that stands in one column, with the number of that and the points that stand beside them."""
    for row, said in zip(block.rows, words, strict=True):
        at, lang = 0, row.cells[0].lang if row.cells else ""
        for cell, text in zip(row.cells, said, strict=True):
            if cell.span == 1:
                yield at, text, _BESIDE + (gap if cell.lang != lang else 0)
            at, lang = at + cell.span, cell.lang


def _any_narrow(block: Table, words: list[list[str]], wanted: list[float], role: Role, gap: float) -> bool:
    """Whether a column may be too narrow for one of its words; in most tables none is, and then no more has to be measured."""
    columns: dict[tuple[int, float], list[str]] = {}
    for at, text, around in _alone(block, words, gap):
        columns.setdefault((at, around), []).append(text)
    for (at, around), column in columns.items():
        letters = (wanted[at] / 20 - around) / (role.size + role.tracking)  # so many have room: none is wider than its size
        long = {word for word in _BREAKS.split(" ".join(column)) if len(word) >= letters}
        if any(twips(set_width(word, role) + around) > wanted[at] for word in long):
            return True
    return False


def _least(block: Table, words: list[list[str]], count: int, role: Role, gap: float) -> list[float]:
    """How wide the columns must be for their longest words."""
    least = [0.0] * count
    for at, text, around in _alone(block, words, gap):
        word = max(_BREAKS.split(text), key=len)
        if twips(len(word) * role.size + around) > least[at]:  # no letter is wider than its size
            least[at] = max(least[at], twips(set_width(word, role) + around))
    return least


def _style(body: Body, role: Role) -> str:
    """The properties of a table style: the role's lines above and below, light rules between rows."""
    colours = body.job.house.colours
    rule = Border(0.5, colours.get("rule", "#b9c1cb"))
    edges = "".join(_edge(side, line) for side, line in (("top", role.border_top), ("bottom", role.border_bottom), ("insideH", rule)))
    high = TIGHT_CELL if body.job.styles.tight else CELL
    margins = "".join(f'<w:{side} w:w="{twips(points)}" w:type="dxa"/>' for side, points in (("top", high), ("left", 0), ("bottom", high), ("right", _BESIDE)))
    head = f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{_edge("bottom", rule)}</w:tcBorders></w:tcPr></w:tblStylePr>'
    return f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>{head}"


def _edge(side: str, line: Border | None) -> str:
    return f'<w:{side} w:val="single" w:sz="{max(2, round(line.width * 8))}" w:space="0" w:color="{line.colour[1:]}"/>' if line else ""
