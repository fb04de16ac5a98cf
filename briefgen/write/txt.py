"""Plain text for e-mail: a paragraph a line, a blank line between paragraphs, the notes at the end."""

from collections.abc import Iterator

from briefgen.document import (
    Block,
    Break,
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
    Note,
    Pair,
    Para,
    Ref,
    Section,
    Table,
    Text,
)
from briefgen.write.house import House
from briefgen.write.looks import Numbered, look, numbered

NO_BREAK = "\u00a0"


def write(document: Document, house: House) -> bytes:
    """The text in UTF-8. Page numbers and running heads belong to paper and are left out; the mark stands first."""
    return _Txt(document, house).text().encode()


class _Txt:
    def __init__(self, document: Document, house: House) -> None:
        self.document = document
        self.house = house
        self.notes: dict[str, Numbered] = numbered(document)

    def text(self) -> str:
        parts = [self.document.mark] if self.document.mark else []
        parts += [part for block in self.document.content for part in self.block(block, self.document.lang)]
        parts += ["\n".join(f"[{note.number}] " + " ".join(self.inlines(text) for _, text in note.texts) for note in self.notes.values())]
        return "\n\n".join(part for part in parts if part.strip()) + "\n"

    def block(self, block: Block, lang: str) -> Iterator[str]:
        match block:
            case Heading() | Para():
                text = self.inlines(block.content)
                yield text.upper() if self.house.role(look(block), lang, kind=self.document.kind).caps else text
            case List():
                marks = [f"{n}. " if block.ordered else "• " for n in range(1, len(block.items) + 1)]
                yield "\n".join(mark + "\n".join(self.blocks(item.content, lang)).replace("\n", "\n   ") for mark, item in zip(marks, block.items, strict=True))
            case Table():
                rows = [[" ".join(self.blocks(cell.content, lang)) for cell in row.cells] for row in block.rows]
                labelled = [len(row.cells) == 2 and row.cells[0].header and not row.cells[1].header for row in block.rows]
                lines = [(": " if label else " | ").join(row) for row, label in zip(rows, labelled, strict=True)]
                yield "\n".join([self.inlines(block.caption), *lines] if block.caption else lines)
            case Figure():
                yield f"[{block.alt}]" + (f"\n{self.inlines(block.caption)}" if block.caption else "")
            case Section():
                yield from self.blocks(block.content, lang)
            case Pair():
                for side in (block.left, block.right):
                    yield from self.blocks(side.content, side.lang)
            case Break():
                yield "* * *"

    def blocks(self, blocks: tuple[Block, ...], lang: str) -> Iterator[str]:
        for block in blocks:
            yield from self.block(block, lang)

    def inlines(self, inlines: Inlines) -> str:
        return "".join(self.inline(inline) for inline in inlines)

    def inline(self, inline: Inline) -> str:
        match inline:
            case Text():
                return inline.text
            case Fact() | Emph() | Foreign() | Comment():
                return self.inlines(inline.content)
            case Link():
                text = self.inlines(inline.content)
                address = inline.href.removeprefix("mailto:")
                return text if text in (address, address.split("://")[-1]) else f"{text} <{address}>"
            case Note():
                return f"{NO_BREAK}[{self.notes[inline.key].number}]"
            case Ref():
                return inline.text
            case Field():
                return ""
            case LineBreak():
                return "\n"
