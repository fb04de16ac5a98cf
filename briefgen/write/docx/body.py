"""The body: blocks as paragraphs and tables, in reading order."""

import re
from dataclasses import replace
from typing import NamedTuple

from briefgen.document import Block, Blocks, Break, Contents, Document, Figure, Heading, Inlines, Item, List, Pair, Para, Part, Section, Table
from briefgen.write.docx.furniture import bound_page, section
from briefgen.write.docx.job import Job
from briefgen.write.docx.measures import twips
from briefgen.write.docx.numbering import indent
from briefgen.write.docx.pictures import drawing
from briefgen.write.docx.registers import toc_name
from briefgen.write.docx.runs import Runs, simply
from briefgen.write.docx.styles import Voice
from briefgen.write.docx.words import is_right_to_left
from briefgen.write.looks import AFTER_LIST, Within, look
from briefgen.write.style import Border, Role


class Frame(NamedTuple):
    """Where a block stands: its voice, the width of its line in twips, and the list or cell around it."""

    voice: Voice
    width: int
    within: Within = ""
    outer: str = ""
    depth: int = 0
    left: int = 0
    loose: bool = False
    """Whether its paragraphs must not stay with the next: in a table row that would hold the whole row to the next one."""
    tied: bool = False
    """Whether its paragraphs stay with the next: in a table row that holds the whole row to the next one."""
    last: bool = False
    """Whether it is the last paragraph of a list, which stands as far from the text below as a paragraph does."""

    @property
    def lang(self) -> str:
        """The language of its words, but for foreign ones."""
        return self.voice.lang


class Body:
    """Writes blocks to ``out``. What the next paragraph must bear (a page break, a number, bookmarks) waits until one is written."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.page = job.page
        self.part: Part | None = None
        self.out: list[str] = []
        self._break = False
        self._number = ""
        self._marks = ""

    @property
    def kind(self) -> str:
        """The kind of the document bound in that is being written, "" outside of one."""
        return self.part.kind if self.part else ""

    def document(self, document: Document) -> str:
        """The whole body."""
        self.blocks(document.content, Frame(self.job.styles.usual, twips(mm=self.page.line)))
        if self._break or not self.out or self.out[-1].endswith("</w:tbl>"):
            self.gap(0, self.job.styles.usual)
        return "".join((*self.out, section(self.job, self.part, self.page)))

    def _bind(self, part: Part) -> None:
        """A document bound in: the section before it ends in the last paragraph there, and it is one of its own."""
        if not self.out or self.out[-1].endswith("</w:tbl>"):
            self.gap(0, self.job.styles.usual)
        self.out[-1] = self.out[-1].replace("</w:pPr>", section(self.job, self.part, self.page) + "</w:pPr>", 1)
        self.part, self.page, self._break = part, bound_page(self.job, part), False
        self.job.enter(part)
        self.blocks(part.content, Frame(Voice(part.lang, len(part.langs) > 1, part.kind), twips(mm=self.page.line)))

    def blocks(self, blocks: Blocks, frame: Frame) -> None:
        """Write ``blocks`` one after the other; neighbouring pairs are rows of one table."""
        rows: list[Pair] = []
        for place, block in enumerate(blocks, 1):
            if isinstance(block, Pair):
                rows.append(block)
                continue
            if rows:
                self._pairs(rows)
                rows = []
            following = blocks[place] if place < len(blocks) else None
            tied = following is not None and not frame.tied and isinstance(block, (Para, Table)) and self.holds(following, frame.voice)
            if type(block) is Para:  # as most are: spared a frame of its own
                self._para(block, frame, keep=tied)
            else:
                self.block(block, frame._replace(tied=True) if tied else frame)
        if rows:
            self._pairs(rows)

    def holds(self, following: Block | None, voice: Voice) -> bool:
        """Whether the block that follows keeps with the one before, which Word says of that one."""
        role = self.job.styles.role
        if isinstance(following, Para):
            return role(look(following), voice).keep_previous
        if not isinstance(following, Pair):
            return False
        first = [(side.content[0], Voice(side.lang, True, self.kind)) for side in (following.left, following.right) if side.content]  # noqa: FBT003  (a tuple)
        return all(role(look(block), voice).keep_previous for block, voice in first)

    def block(self, block: Block, frame: Frame) -> None:  # noqa: C901  (one case a node)
        """Write one block."""
        if type(block) is Para:  # as most are
            self._para(block, frame)
            return
        if not isinstance(block, Pair):
            self.mark(block.key, frame.lang)
        match block:
            case Heading(key, level, content):
                self.listed(block)
                self.paragraph(self.job.styles.heading(look(block), level, frame.voice), content, frame, key)
            case List():
                self._list(block, frame)
            case Table():
                from briefgen.write.docx.tables import table  # noqa: PLC0415  (cells hold blocks, blocks hold tables)

                table(self, block, frame)
            case Figure():
                self._figure(block, frame)
            case Section(content=inner):
                self.blocks(inner, frame)
            case Pair():
                self._pairs([block])
            case Break(kind="page"):
                self._break = True
            case Contents():
                from briefgen.write.docx.contents import contents  # noqa: PLC0415

                contents(self)
            case Part():
                self._bind(block)
            case Break():
                self.raw(self.job.styles.variant("Rule", frame.voice, self._rule), "", frame)

    def _para(self, block: Para, frame: Frame, *, keep: bool = False) -> None:
        self.mark(block.key, frame.voice.lang)
        name = look(block, frame.within, frame.outer)
        style = self._last(name, frame) if frame.last else self.job.styles.paragraph(name, frame.voice)
        self.paragraph(style, block.content, frame, block.key, keep=keep)

    def mark(self, key: str, lang: str) -> None:
        """Let the next paragraph bear the bookmark of the block with ``key``, if anything refers to it."""
        if self.job.bookmarks.any_here:
            self._marks += self.job.bookmarks.here(key, lang)

    def listed(self, heading: Heading) -> None:
        """Let the next paragraph bear the bookmark by which the contents find ``heading``, if they list it."""
        if number := self.job.listed.get(id(heading)):
            self._marks += self.job.bookmarks.around(toc_name(number), "")

    def paragraph(self, style: str, content: Inlines, frame: Frame, key: str, *, keep: bool = False) -> None:
        """One paragraph of words."""
        lang = frame.voice.lang
        self.raw(style, simply(self.job, content, lang) or Runs(self.job, self.job.package.body, key).xml(content, lang), frame, keep=keep)

    def raw(self, style: str, xml: str, frame: Frame, *, keep: bool = False, tabs: str = "") -> None:
        """One paragraph of ready runs, with whatever waited for it."""
        keep = keep or frame.tied
        loosen = frame.loose and style in self.job.styles.keeping
        if style in self.job.styles.following and not frame.loose and self.out:
            self.out[-1] = keeping(self.out[-1])
        if not (keep or loosen or self._break or self._number or tabs or frame.left or self._marks):
            self.out.append(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{xml}</w:p>')
            return
        properties = "".join((
            f'<w:pStyle w:val="{style}"/>',
            "<w:keepNext/>" if keep else '<w:keepNext w:val="0"/>' if loosen else "",
            "<w:pageBreakBefore/>" if self._break else "",
            self._number,
            tabs,
            f'<w:ind w:left="{frame.left}" w:firstLine="0"/>' if frame.left and not self._number else "",
        ))  # fmt: skip
        self.out.append(f"<w:p><w:pPr>{properties}</w:pPr>{self._marks}{xml}</w:p>")
        self._break, self._number, self._marks = False, "", ""

    def gap(self, after: float, voice: Voice, *, keep: bool = False) -> None:
        """An empty paragraph of one point: Word joins tables that touch, gives them no space around, and wants one at the end of a cell."""
        style = self.job.styles.variant(f"Gap {after:g}", voice, lambda _: Role("gap", size=1, leading=1, after=max(0, after - 1)))
        self.raw(style, "", Frame(voice, 0), keep=keep)

    def before_table(self, frame: Frame, before: float = 0) -> None:
        """Let a small paragraph bear what a table cannot: space before, a page break, a bookmark, the number of an item that starts with it."""
        above = self.out[-1] if self.out else "</w:tc>"
        if self._number:
            self.raw(self.job.styles.paragraph(frame.outer or "item", frame.voice), "", frame)
        elif self._break or self._marks or above.endswith("</w:tbl>") or (before and above.endswith("</w:p>")):
            self.gap(before, frame.voice, keep=not frame.loose)

    def cell(self, content: Blocks, frame: Frame) -> None:
        """The blocks of a table cell, which Word wants to end with a paragraph."""
        if len(content) == 1 and type(content[0]) is Para:  # as most have
            self._para(content[0], frame)
            return
        start = len(self.out)
        self.blocks(content, frame)
        if len(self.out) == start:
            self.raw(self.job.styles.paragraph(frame.within or "body", frame.voice), "", frame)
        elif self.out[-1].endswith("</w:tbl>"):
            self.gap(0, frame.voice)

    def _rule(self, _: Voice) -> Role:
        return Role("rule", size=1, leading=1, before=12, after=12, border_bottom=Border(0.5, self.job.house.colours.get("rule", "#b9c1cb")))

    def _pairs(self, rows: list[Pair]) -> None:
        from briefgen.write.docx.pairs import pairs  # noqa: PLC0415

        pairs(self, rows)

    def _list(self, block: List, frame: Frame) -> None:
        role = self.job.styles.role(block.role or "item", frame.voice)
        if self._number:
            self.raw(self.job.styles.paragraph(frame.outer or "item", frame.voice), "", frame)
        number = self.job.numbering.new(ordered=block.ordered, role=role, depth=frame.depth, start=block.start)
        step = indent(role, 0)
        inner = frame._replace(within="item", outer=block.role, depth=frame.depth + 1, left=frame.left + step, width=frame.width - step)
        ending = inner if frame.depth or block.more else inner._replace(last=True)
        numbered = f'<w:numPr><w:ilvl w:val="{min(frame.depth, 3)}"/><w:numId w:val="{number}"/></w:numPr>'
        for place, item in enumerate(block.items, 1):
            self._item(item, ending if place == len(block.items) else inner, numbered)

    def _item(self, item: Item, frame: Frame, number: str) -> None:
        self._number = number
        if len(item.content) > 1:
            self.blocks(item.content[:-1], frame._replace(last=False))
        for block in item.content[-1:]:
            self.block(block, frame)
        if self._number:  # an item without blocks still has its number
            self.raw(self.job.styles.paragraph(frame.outer or "item", frame.voice), "", frame)

    def _last(self, name: str, frame: Frame) -> str:
        def look(voice: Voice) -> Role:
            role = self.job.styles.role(name, voice)
            return replace(role, after=role.after + AFTER_LIST)

        return self.job.styles.variant(f"{name.capitalize()} Last", frame.voice, look)

    def _figure(self, block: Figure, frame: Frame) -> None:
        styles, captioned = self.job.styles, bool(block.caption)

        def picture(voice: Voice) -> Role:
            role = styles.role(look(block), voice)
            return replace(role, after=styles.role("caption", voice).after, keep_next=True, leading=1) if captioned else replace(role, leading=1)

        style = styles.variant("Figure" if captioned else "Figure Alone", frame.voice, picture)
        self.raw(style, drawing(self.job, block, frame.width, frame.lang), frame)
        if captioned:
            self.paragraph(styles.paragraph("caption", frame.voice), block.caption, frame, block.key)
            self.gap(styles.role(look(block), frame.voice).after - styles.role("caption", frame.voice).after, frame.voice)


def keeping(paragraph: str) -> str:
    """``paragraph`` so that it stays with the next, if it is one. Word knows no keeping with what stands before."""
    if "<w:keepNext" in paragraph or not paragraph.endswith("</w:p>"):
        return paragraph
    return re.sub(r'(<w:pStyle w:val="[^"]*"/>)', r"\1<w:keepNext/>", paragraph, count=1)


def is_rtl(frame: Frame) -> bool:
    """Whether the columns of a table run from the right."""
    return is_right_to_left(frame.lang)
