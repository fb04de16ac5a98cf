"""One web page, complete in itself: semantic elements, ``lang`` wherever the language changes, pictures within, notes at the end.

The PDF is made from the same markup, ``paged``: there notes stand at the foot of the page, and running heads and page numbers are added.
"""

import base64
import re
from collections.abc import Callable, Iterable, Iterator

from briefgen.document import (
    Block,
    Blocks,
    Break,
    Cell,
    Comment,
    Document,
    Emph,
    Fact,
    Field,
    Figure,
    Foreign,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    Node,
    Note,
    Pair,
    Para,
    Ref,
    Row,
    Section,
    Side,
    Table,
    Text,
    children,
    walk,
)
from briefgen.errors import BriefgenError, Problem, Where
from briefgen.write.css import Use, quoted, sheet
from briefgen.write.house import House
from briefgen.write.looks import Within, figure_width, look, numbered

SHORT = 10
"""A table of so many rows is not broken over pages."""
ALLOWED = ("http://", "https://", "mailto:")


def write(document: Document, house: House) -> bytes:
    """The page in UTF-8."""
    return Markup(document, house, paged=False, source=_inside).page().encode()


def _inside(figure: Figure) -> str:
    return f"data:{figure.media};base64,{base64.b64encode(figure.data).decode()}"


_CALL = re.compile(r"([^\s<>]{1,24}<sup[^>]*>.*?</sup>)")


class Markup:
    """The markup of one document.

    ``source`` gives the address of a picture; ``used`` gathers the roles, for the style sheet; ``style`` is its element, once the page is made.
    """

    def __init__(self, document: Document, house: House, *, paged: bool, source: Callable[[Figure], str]) -> None:
        self.document, self.house, self.paged, self.source = document, house, paged, source
        self.notes = numbered(document)
        self.printed: set[str] = set()
        self.used: dict[Use, None] = {}
        self.anchors = _anchors(document)
        self.placed: set[tuple[str, str]] = set()
        self.style = ""
        self.lang, self.pair = document.lang, False

    def page(self) -> str:
        """The whole page."""
        document = self.document
        around = self.around()
        body = self.blocks(document.content)
        body += self.endnotes()
        self.style = f"<style>\n{sheet(document, self.house, self.used, paged=self.paged)}\n</style>\n"
        subject = f'<meta name="description" content="{quoted(document.subject)}">' if document.subject else ""
        return (
            f'<!DOCTYPE html>\n<html lang="{quoted(document.lang)}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{quoted(document.title)}</title>\n{subject}\n{self.style}</head>\n<body>\n{around}<main>\n{body}</main>\n</body>\n</html>\n"
        )

    # ── around the text ──

    def around(self) -> str:
        """The mark, and on paper the running head and the footer, which the page boxes take from here."""
        document = self.document
        mark = f"<div{self.role('mark')}>{quoted(document.mark)}</div>" if document.mark else ""
        if not self.paged:
            return mark and f"<header>{mark}</header>\n"
        running = f"<div{self.role('running')}>{self.inlines(document.running)}</div>" if document.running else ""
        foot = f'<div class="_footer"><div{self.role("footer")}>{self.inlines(document.footer)}</div></div>' if document.footer else ""
        return f'<div class="_mark">{mark}</div>\n<div class="_running">{mark}{running}</div>\n{foot}\n'

    def endnotes(self) -> str:
        """The notes of a page without feet."""
        if self.paged or not self.notes:
            return ""
        items = "".join(
            f'<li id="n{note.number}"><p{self.role("footnote")}>{self.texts(note.texts)} <a href="#c{note.number}">↑</a></p></li>\n'
            for note in self.notes.values()
        )
        return f'<section class="_notes" role="doc-endnotes">\n<ol>\n{items}</ol>\n</section>\n'

    # ── blocks ──

    def blocks(self, blocks: Blocks, within: Within = "", outer: str = "") -> str:
        return "".join(self.block(block, within, outer) for block in blocks)

    def block(self, block: Block, within: Within = "", outer: str = "") -> str:
        role = look(block, within, outer)
        match block:
            case Heading():
                tag = f"h{min(block.level, 6)}"
                return f"<{tag}{self.id(block.key)}{self.role(role)}>{self.inlines(block.content)}</{tag}>\n"
            case Para():
                return f"<p{self.id(block.key)}{self.role(role)}>{self.inlines(block.content)}</p>\n"
            case List():
                tag = "ol" if block.ordered else "ul"
                items = "".join(f"<li>{self.blocks(item.content, 'item', block.role)}</li>\n" for item in block.items)
                return f"<{tag}{self.id(block.key)}{self.role(block.role or 'item')}>\n{items}</{tag}>\n"
            case Table():
                return self.table(block, role)
            case Figure():
                return self.figure(block, role)
            case Section():
                return f"<section{self.id(block.key)}{self.role(block.role)}>\n{self.blocks(block.content)}</section>\n"
            case Pair():
                return f'<div{self.id(block.key)} class="_pair{self.ends(block)}">\n{self.side(block.left)}{self.side(block.right)}</div>\n'
            case Break():
                return '<div class="_page"></div>\n' if block.kind == "page" else "<hr>\n"

    def side(self, side: Side) -> str:
        lang, pair, self.lang, self.pair = self.lang, self.pair, side.lang, True
        inside = f'<div class="_side" lang="{quoted(side.lang)}">\n{self.blocks(side.content)}</div>\n'
        self.lang, self.pair = lang, pair
        return inside

    def ends(self, pair: Pair) -> str:
        """How a row ends: with what keeps with the next row, or with a line, which is level on both sides."""
        last = [(side.lang, side.content[-1]) for side in (pair.left, pair.right) if side.content]
        roles = [self.house.role(look(block), lang, pair=True, kind=self.document.kind) for lang, block in last if isinstance(block, (Heading, Para))]
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
        whole_page = " _whole" if len(table.rows) <= SHORT and len(self.document.langs) == 1 else ""
        head = "".join(self.row(row, "col") for row in table.rows[:heads])
        body = "".join(self.row(row, "row") for row in table.rows[heads:])
        return (
            f"<table{self.id(table.key)}{self.role(role, whole_page)}>\n{caption}{f'<colgroup>{columns}</colgroup>' if columns else ''}"
            f"{f'<thead>{head}</thead>' if head else ''}<tbody>\n{body}</tbody>\n</table>\n"
        )

    def row(self, row: Row, scope: str) -> str:
        return f"<tr>{''.join(self.cell(cell, scope) for cell in row.cells)}</tr>\n"

    def cell(self, cell: Cell, scope: str) -> str:
        span = f' colspan="{cell.span}"' if cell.span > 1 else ""
        if cell.header:
            return f'<th scope="{scope}"{span}>{self.blocks(cell.content, "cell-head")}</th>'
        return f"<td{span}>{self.blocks(cell.content, 'cell')}</td>"

    def figure(self, figure: Figure, role: str) -> str:
        page = self.house.page(self.document.lang, len(self.document.langs) > 1, self.document.kind)
        width = figure_width(figure, (page.line - page.gap) / 2 if self.pair else page.line)
        caption = f"<figcaption{self.role('caption')}>{self.inlines(figure.caption)}</figcaption>" if figure.caption else ""
        size = f'width="{figure.size[0]}" height="{figure.size[1]}" style="width:{width:.1f}mm"'
        image = f'<img src="{quoted(self.source(figure))}" alt="{quoted(figure.alt)}" {size}>'
        return f"<figure{self.id(figure.key)}{self.role(role)}>{image}{caption}</figure>\n"

    # ── inlines ──

    def inlines(self, inlines: Inlines) -> str:
        said = "".join(self.inline(inline) for inline in inlines)
        # The mark of a note stays on the line of its word: a line may break between any two boxes.
        return _CALL.sub(r'<span class="_call">\1</span>', said) if any(isinstance(inline, Note) for inline in inlines) else said

    def inline(self, inline: Inline) -> str:  # noqa: C901  (one case a node)
        match inline:
            case Text():
                return quoted(inline.text)
            case Fact() | Comment():
                return self.inlines(inline.content)
            case Emph():
                tag = "strong" if inline.kind == "strong" else "em"
                return f"<{tag}>{self.inlines(inline.content)}</{tag}>"
            case Foreign():
                return f'<span lang="{quoted(inline.lang)}">{self.inlines(inline.content)}</span>'
            case Link():
                if not inline.href.lower().startswith(ALLOWED):
                    raise _refused("W005", f"a link to {inline.href!r}", "links go to http, https and mailto")
                return f'<a href="{quoted(inline.href)}">{self.inlines(inline.content)}</a>'
            case Note():
                return self.note(inline.key)
            case Ref():
                target = self.anchors.get((self.lang, inline.key)) or self.anchors.get(("", inline.key))
                if target is None:
                    raise _refused("W006", f"a reference to {inline.key!r}, which is no block of this document", "check the key")
                return f'<a href="#{target}">{quoted(inline.text)}</a>'
            case Field():
                return self.field(inline)
            case LineBreak():
                return "<br>\n"

    def note(self, key: str) -> str:
        note = self.notes[key]
        again, first = key in self.printed, f' id="c{note.number}"'
        self.printed.add(key)
        if not self.paged:
            return f'<sup{"" if again else first}><a href="#n{note.number}" role="doc-noteref">{note.number}</a></sup>'
        call = f"<sup>{note.number}</sup>"
        if again:
            return call
        self.used[("footnote", self.lang, self.pair)] = None
        return f'{call}<span class="_note footnote" data-n="{note.number}">{self.texts(note.texts)}</span>'

    def texts(self, texts: Iterable[tuple[str, Inlines]]) -> str:
        """The texts of a note, each in its language."""
        return " ".join(self.inlines(text) if lang == self.lang else f'<span lang="{quoted(lang)}">{self.inlines(text)}</span>' for lang, text in texts)

    def field(self, field: Field) -> str:
        if not self.paged:
            return ""
        text = quoted(field.text).replace("{page}", '<span class="_number"></span>')
        return text.replace("{pages}", '<span class="_numbers"></span>')

    # ── attributes ──

    def role(self, name: str, more: str = "") -> str:
        if not name:
            return ""
        self.house.role(name, self.lang, self.pair, self.document.kind)
        self.used[(name, self.lang, self.pair)] = None
        return f' class="{quoted(name)}{more}"'

    def id(self, key: str) -> str:
        """The anchor of a block that something refers to; in a pair each side has its own."""
        anchor = self.anchors.get((self.lang, key))
        if anchor is None or (self.lang, key) in self.placed:
            return ""
        self.placed.add((self.lang, key))
        return f' id="{anchor}"'


def _refused(code: str, what: str, hint: str) -> BriefgenError:
    return BriefgenError(Problem(Where(), code, what, hint))


def _anchors(document: Document) -> dict[tuple[str, str], str]:
    """Numbered anchors (never named after a key) for the blocks that are referred to, by language and key; by "" and key the first."""
    wanted = {node.key for node in walk(document) if isinstance(node, Ref)}
    found: dict[tuple[str, str], str] = {}
    for key, lang in _keys(document, document.lang):
        if key in wanted and (lang, key) not in found:
            found[(lang, key)] = f"s{len({*found.values()}) + 1}"
            found.setdefault(("", key), found[(lang, key)])
    return found


def _keys(node: Node | Document, lang: str) -> Iterator[tuple[str, str]]:
    for child in children(node):
        if isinstance(child, (Heading, Para, List, Table, Figure, Section, Pair)):
            yield child.key, lang
        yield from _keys(child, child.lang if isinstance(child, Side) else lang)
