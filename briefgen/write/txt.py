"""Plain text for e-mail: a paragraph a line, a blank line between paragraphs, the notes at the end."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from briefgen.document import (
    Block,
    Break,
    Cell,
    Comment,
    Contents,
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
    Part,
    Ref,
    Row,
    Section,
    Table,
    Text,
    plain,
)
from briefgen.write.house import House
from briefgen.write.looks import Numbered, entries, look, numbered

NO_BREAK = "\u00a0"


def write(document: Document, house: House) -> bytes:
    """The text in UTF-8. Page numbers and running heads belong to paper and are left out; the mark stands first."""
    return _Txt(document, house).text().encode()


class _Txt:
    def __init__(self, document: Document, house: House) -> None:
        self.document = document
        self.house = house
        self.notes: dict[str, Numbered] = {}
        self.kind = document.kind

    def text(self) -> str:
        parts = [self.document.mark] if self.document.mark else []
        parts += self.whole(self.document)
        return "\n\n".join(part for part in parts if part.strip()) + "\n"

    def whole(self, scope: Document | Part) -> Iterator[str]:
        """A document, or one bound into a pack, with its notes at its end."""
        kind, self.kind, notes, self.notes = self.kind, scope.kind, self.notes, numbered(scope)
        yield from self.blocks(scope.content, scope.lang)
        yield "\n".join(f"[{note.number}] " + " / ".join(self.inlines(text) for _, text in note.texts) for note in self.notes.values())
        self.kind, self.notes = kind, notes

    def block(self, block: Block, lang: str) -> Iterator[str]:  # noqa: C901  (one case a node)
        match block:
            case Heading() | Para():
                text = self.inlines(block.content)
                yield text.upper() if self.house.role(look(block), lang, kind=self.kind).caps else text
            case List():
                marks = [f"{n}. " if block.ordered else "• " for n in range(block.start, block.start + len(block.items))]
                yield "\n".join(mark + "\n".join(self.blocks(item.content, lang)).replace("\n", "\n   ") for mark, item in zip(marks, block.items, strict=True))
            case Table():
                lines = [self.row(cells, own or lang) for row in block.rows for own, cells in _apart(row)]
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
            case Contents():
                yield "\n".join(" / ".join(" ".join(plain(head).split()) for _, head in entry.heads) for entry in entries(self.document))
            case Part():
                yield "* * *"
                yield from self.whole(block)

    def row(self, cells: Sequence[Cell], lang: str) -> str:
        words = ["; ".join(self.blocks(cell.content, lang)).replace("\n", " ") for cell in cells]
        labelled = len(cells) == 2 and cells[0].header and not cells[1].header
        return (": " if labelled else " | ").join(words)

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
                return inline.text if inline.kind in ("table", "figure") else ""
            case LineBreak():
                return "\n"


def _apart(row: Row) -> Iterator[tuple[str, list[Cell]]]:
    """The cells of a row by language, where it has two."""
    return ((lang, list(cells)) for lang, cells in groupby(row.cells, lambda cell: cell.lang))
