"""One web page, complete in itself: semantic elements, ``lang`` wherever the language changes, pictures within, notes at the end.

The PDF is made from the same markup, ``paged``: there notes stand at the foot of the page, and running heads and page numbers are added.
"""

import base64

from briefgen.document import (
    Block,
    Blocks,
    Break,
    Cell,
    Contents,
    Document,
    Figure,
    Heading,
    Inlines,
    Link,
    List,
    Note,
    Pair,
    Para,
    Part,
    Ref,
    Row,
    Section,
    Side,
    Table,
    plain,
    walk,
)
from briefgen.write.css import quoted, sheet
from briefgen.write.house import House
from briefgen.write.looks import SHORT, Within, figure_width, lines, look, row_lines, stays_whole, tied_rows
from briefgen.write.phrasing import Phrasing
from briefgen.write.scope import Scope

THIN = 7
"""Lines, as guessed, with which a side of a pair might not divide as other paragraphs do: two at least at the end of a page, and two on the next."""


def write(document: Document, house: House) -> bytes:
    """The page in UTF-8."""
    return Markup(document, house, paged=False, source=_inside).page().encode()


def _inside(figure: Figure) -> str:
    return f"data:{figure.media};base64,{base64.b64encode(figure.data).decode()}"


class Markup(Phrasing):
    """The markup of one document. ``style`` is its element, once the page is made."""

    style = ""

    def page(self) -> str:
        """The whole page."""
        document = self.document
        around = self.around()
        with self.speaking(document.lang, pair=len(document.langs) > 1):
            body = self.blocks(document.content)
        body += self.endnotes()
        self.style = self.sheet()
        subject = f'<meta name="description" content="{quoted(document.subject)}">' if document.subject else ""
        return (
            f'<!DOCTYPE html>\n<html lang="{quoted(document.lang)}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{quoted(document.title)}</title>\n{subject}\n{self.style}</head>\n<body>\n{around}<main>\n{body}</main>\n</body>\n</html>\n"
        )

    def sheet(self, *, tight: bool = False) -> str:
        """The element of the style sheet, once the page is made; ``tight`` saves room."""
        return f"<style>\n{sheet(self.house, self.used, paged=self.paged, across=self.across, tight=tight)}\n</style>\n"

    # ── around the text ──

    def around(self) -> str:
        """The mark, and on paper the running head and the footer, which the page boxes take from here."""
        document = self.document
        mark = f"<div{self.role('mark')}>{quoted(document.mark)}</div>" if document.mark else ""
        if not self.paged:
            return mark and f"<header>{mark}</header>\n"
        foot = f'<div class="_footer"><div{self.role("footer")}>{self.inlines(document.footer)}</div></div>' if document.footer else ""
        return f'<div class="_mark">{mark}</div>\n{self.running(document.running)}{foot}\n'

    def running(self, words: Inlines) -> str:
        """The running head of the pages from here on, with the mark above it."""
        mark = f"<div{self.role('mark')}>{quoted(self.document.mark)}</div>" if self.document.mark else ""
        running = f"<div{self.role('running')}>{self.inlines(words)}</div>" if words else ""
        return f'<div class="_running">{mark}{running}</div>\n'

    def endnotes(self) -> str:
        """The notes of a page without feet."""
        prefix = self.scope.prefix
        if self.paged or not self.scope.notes:
            return ""
        items = "".join(
            f'<li id="{prefix}n{note.number}"><p{self.role("footnote")}>{self.texts(note.texts)} <a href="#{prefix}c{note.number}">↑</a></p></li>\n'
            for note in self.scope.notes.values()
        )
        return f'<section class="_notes" role="doc-endnotes">\n<ol>\n{items}</ol>\n</section>\n'

    # ── blocks ──

    def blocks(self, blocks: Blocks, within: Within = "", outer: str = "") -> str:
        return "".join(self.block(block, within, outer) for block in blocks)

    def block(self, block: Block, within: Within = "", outer: str = "") -> str:  # noqa: C901  (one case a node)
        role = look(block, within, outer)
        match block:
            case Heading():
                return self.heading(block, role)
            case Para():
                return f"<p{self.id(block.key)}{self.role(role)}>{self.inlines(block.content)}</p>\n"
            case List():
                tag = "ol" if block.ordered else "ul"
                items = "".join(f"<li>{self.blocks(item.content, 'item', block.role)}</li>\n" for item in block.items)
                start = f' start="{block.start}" style="counter-reset:list-item {block.start - 1}"' if block.ordered and block.start > 1 else ""
                return f"<{tag}{start}{self.id(block.key)}{self.role(block.role or 'item', ends=not block.more)}>\n{items}</{tag}>\n"
            case Table():
                return self.table(block, role)
            case Figure():
                return self.figure(block, role)
            case Section():
                return f"<section{self.id(block.key)}{self.role(block.role)}>\n{self.blocks(block.content)}</section>\n"
            case Pair():
                return self.pair_of(block)
            case Break():
                return '<div class="_page"></div>\n' if block.kind == "page" else "<hr>\n"
            case Contents():
                return self.contents()
            case Part():
                return self.part(block)

    def heading(self, heading: Heading, role: str) -> str:
        tag, words, anchor = f"h{min(heading.level, 6)}", self.inlines(heading.content), self.id(heading.key)
        if entry := self.listed.get(id(heading)):
            if heading.level == 1 and not any(isinstance(node, (Note, Link, Ref)) for node in walk(heading)):
                words = f'<a class="_back" href="#t{entry.number}">{words}</a>'  # the way back to the contents
            words, anchor = (f'<span id="h{entry.number}">{words}</span>', anchor) if anchor else (words, f' id="h{entry.number}"')
        return f"<{tag}{anchor}{self.role(role)}>{words}</{tag}>\n"

    def contents(self) -> str:
        """One line an entry, in a pair one on each side; on paper the style sheet adds the page."""
        lines = []
        for entry in self.entries:
            target = f'href="#h{entry.number}"'
            sides: list[str] = []
            for lang, head in entry.heads:
                with self.speaking(lang, pair=len(entry.heads) > 1):
                    words = quoted(" ".join(plain(head).split("\n")).strip())
                    anchor = "" if sides else f' id="t{entry.number}"'
                    sides.append(f"<p{self.role(f'contents-{entry.level}')}><a{anchor} {target}>{words}</a></p>\n")
            pair = (f'<div class="_side" lang="{quoted(lang)}">{side}</div>\n' for (lang, _), side in zip(entry.heads, sides, strict=True))
            lines.append(sides[0] if len(sides) == 1 else f'<div class="_pair">\n{"".join(pair)}</div>\n')
        return f'<nav class="_contents">\n{"".join(lines)}</nav>\n'

    def part(self, part: Part) -> str:
        """A document bound into this one: what is numbered in it begins anew, and on paper its page."""
        self.parts += 1
        outer, self.scope = self.scope, Scope(part, self.used.bound(part), f"p{self.parts}")
        with self.speaking(part.lang, pair=False):
            running = self.running(part.running) if self.paged else ""
        with self.speaking(part.lang, pair=len(part.langs) > 1):
            inside = f"{running}{self.blocks(part.content)}{self.endnotes()}"
        self.scope = outer
        lang = "" if part.lang == self.lang else f' lang="{quoted(part.lang)}"'
        return f'<article class="{self.used.classes(part)}"{lang}>\n{inside}</article>\n'

    def pair_of(self, pair: Pair) -> str:
        """One row. If it is short it stays on one page.

        If it may go on over the next, and one side is short, single lines may be left there: that side would else begin a page later than the other.
        """
        sides, page = (pair.left, pair.right), self.scope.page
        column, size = (page.line - page.gap) / 2 / 25.4 * 72, self.house.role("body", pair.left.lang, pair=True, kind=self.scope.kind).size
        words = ["".join(map(plain, side.content)) for side in sides]
        whole = row_lines(words, (column, column), size) <= SHORT
        thin = not whole and any(0 < lines(text, column, size) < THIN for text in words)
        shape = f"_pair{' _whole' * whole}{' _thin' * thin}{self.begins(pair)}{self.ends(pair)}"
        return f'<div{self.id(pair.key)} class="{shape}">\n{"".join(map(self.side, sides))}</div>\n'

    def side(self, side: Side) -> str:
        with self.speaking(side.lang, pair=True, half=True):
            return f'<div class="_side" lang="{quoted(side.lang)}">\n{self.blocks(side.content)}</div>\n'

    def begins(self, pair: Pair) -> str:
        """Whether a row keeps with the one before."""
        first = [(side.lang, side.content[0]) for side in (pair.left, pair.right) if side.content]
        roles = [self.house.role(look(block), lang, pair=True, kind=self.scope.kind) for lang, block in first]
        return " _stay" if roles and all(role.keep_previous for role in roles) else ""

    def ends(self, pair: Pair) -> str:
        """How a row ends: with what keeps with the next row, or with a line, which is level on both sides."""
        last = [(side.lang, side.content[-1]) for side in (pair.left, pair.right) if side.content]
        roles = [self.house.role(look(block), lang, pair=True, kind=self.scope.kind) for lang, block in last if isinstance(block, (Heading, Para))]
        if not roles or len(roles) < len(last):
            return ""
        return f"{' _keep' if all(role.keep_next for role in roles) else ''}{' _lined' if all(role.border_bottom for role in roles) else ''}"

    def table(self, table: Table, role: str) -> str:
        heads = 0
        while heads < len(table.rows) and all(cell.header for cell in table.rows[heads].cells):
            heads += 1
        whole = sum(table.widths)
        columns = "".join(f'<col style="width:{share / whole:.2%}">' for share in table.widths)
        caption = f"<caption{self.role('caption')}>{self.inlines(table.caption)}</caption>\n" if table.caption else ""
        whole_page = " _whole" if len(self.document.langs) == 1 and self.is_short(table) else ""
        head = "".join(self.row(row, "col") for row in table.rows[:heads])
        tied = tied_rows(len(table.rows) - heads)
        body = "".join(self.row(row, "row", keep=number in tied) for number, row in enumerate(table.rows[heads:]))
        return (
            f"<table{self.id(table.key)}{self.role(role, whole_page)}>\n{caption}{f'<colgroup>{columns}</colgroup>' if columns else ''}"
            f"{f'<thead>{head}</thead>' if head else ''}<tbody>\n{body}</tbody>\n</table>\n"
        )

    def is_short(self, table: Table) -> bool:
        """Whether a table is not broken over pages."""
        shares, line = table.widths or (1,) * max(len(row.cells) for row in table.rows), self.scope.page.line / 25.4 * 72
        widths, size = [line * share / sum(shares) for share in shares], self.house.role("cell", self.lang, self.pair, self.scope.kind).size
        return stays_whole([row_lines(["".join(map(plain, cell.content)) for cell in row.cells], widths, size) for row in table.rows])

    def row(self, row: Row, scope: str, *, keep: bool = False) -> str:
        cells, last = row.cells, len(row.cells) - 1
        meets = (" _ends" * (cell.lang != cells[min(n + 1, last)].lang) + " _begins" * (cell.lang != cells[max(n - 1, 0)].lang) for n, cell in enumerate(cells))
        stays = ' class="_keep"' if keep else ""
        return f"<tr{stays}>{''.join(self.cell(cell, scope, edge) for cell, edge in zip(cells, meets, strict=True))}</tr>\n"

    def cell(self, cell: Cell, scope: str, edge: str = "") -> str:
        """One cell; ``edge`` says where one language ends and another begins."""
        span = f' colspan="{cell.span}"' if cell.span > 1 else ""
        span += f' class="{edge.strip()}"' if edge else ""
        if cell.lang:
            span += f' lang="{quoted(cell.lang)}"'
        with self.speaking(cell.lang or self.lang, pair=self.pair or bool(cell.lang)):
            if cell.header:
                return f'<th scope="{scope}"{span}>{self.blocks(cell.content, "cell-head")}</th>'
            return f"<td{span}>{self.blocks(cell.content, 'cell')}</td>"

    def figure(self, figure: Figure, role: str) -> str:
        page = self.scope.page
        width = figure_width(figure, (page.line - page.gap) / 2 if self.half else page.line)
        caption = f"<figcaption{self.role('caption')}>{self.inlines(figure.caption)}</figcaption>" if figure.caption else ""
        size = f'width="{figure.size[0]}" height="{figure.size[1]}" style="width:{width:.1f}mm"'
        image = f'<img src="{quoted(self.source(figure))}" alt="{quoted(figure.alt)}" {size}>'
        return f"<figure{self.id(figure.key)}{self.role(role)}>{image}{caption}</figure>\n"
