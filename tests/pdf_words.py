"""The words of a tagged PDF in the order of its tags, as a screen reader meets them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf

_PAIR = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
_CODE = 2
"""Bytes a glyph: fonts are embedded with Identity-H."""


def tagged_words(file: Path) -> tuple[str, list[str]]:
    """The words of the body and of each note. Labels of list items are left out, and so is a table's head where it stands again on a further page."""
    with pikepdf.open(file) as pdf:
        reader = _Tags(pdf)
        reader.read(pdf.Root.StructTreeRoot.K)
    return "\n".join(reader.body), ["\n".join(note[1:]) for note in reader.notes]  # each note begins with its number


class _Tags:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pages = {page.obj.objgen: page for page in pdf.pages}
        self._marked: dict[tuple[int, int], dict[int, str]] = {}
        self._maps: dict[tuple[int, int], dict[int, str]] = {}
        self._table = ("", -1)  # the head of the last table, and where its words end
        self.body: list[str] = []
        self.notes: list[list[str]] = []
        self._said = self.body

    def read(self, node: pikepdf.Object, page: pikepdf.Object | None = None) -> None:
        """An element, a mark in the content of ``page``, or several of them."""
        if isinstance(node, pikepdf.Array):
            for kid in node:
                self.read(kid, page)
        elif isinstance(node, int):
            assert page is not None
            self._said.append(self._text(page).get(node, ""))
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            self._element(node, node.get("/Pg", page))

    def _element(self, element: pikepdf.Dictionary, page: pikepdf.Object | None) -> None:
        kind, kids = str(element.S), element.get("/K", pikepdf.Array())
        if kind == "/Lbl":
            return
        if kind == "/Note":
            self.notes.append([])
            self._said = self.notes[-1]
            self.read(kids, page)
            self._said = self.body
            return
        start = len(self._said)
        self.read(kids, page)
        if kind == "/THead":
            head = "".join(self._said[start:])
            if self._table == (head, start):  # nothing stands between: it is the same table, on its next page
                del self._said[start:]
            self._table = (head, -1)
        elif kind == "/Table":
            self._table = (self._table[0], len(self._said))

    def _text(self, page: pikepdf.Object) -> dict[int, str]:
        """The words of a page by the number of their mark."""
        if page.objgen not in self._marked:
            self._marked[page.objgen] = dict(self._marks(self._pages[page.objgen]))
        return self._marked[page.objgen]

    def _marks(self, page: pikepdf.Page) -> Iterator[tuple[int, str]]:
        mark, said, glyphs = -1, "", dict[int, str]()
        for instruction in pikepdf.parse_content_stream(page):
            operands = instruction.operands
            match str(instruction.operator):
                case "BDC" if isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]:
                    mark, said = int(operands[1].MCID), ""
                case "EMC" if mark >= 0:
                    yield mark, said
                    mark = -1
                case "Tf":
                    glyphs = self._glyphs(page.Resources.Font[str(operands[0])])
                case "Tj" | "TJ":
                    parts = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
                    said += "".join(_decoded(bytes(part), glyphs) for part in parts if isinstance(part, pikepdf.String))

    def _glyphs(self, font: pikepdf.Object) -> dict[int, str]:
        if font.objgen not in self._maps:
            self._maps[font.objgen] = dict(_unicode(font.ToUnicode.read_bytes().decode()))
        return self._maps[font.objgen]


def _decoded(codes: bytes, glyphs: dict[int, str]) -> str:
    return "".join(glyphs.get(int.from_bytes(codes[n : n + _CODE]), "\N{REPLACEMENT CHARACTER}") for n in range(0, len(codes), _CODE))


def _unicode(cmap: str) -> Iterator[tuple[int, str]]:
    """What each code of a ToUnicode map means."""
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, text in _PAIR.findall(block):
            yield int(code, 16), bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, text, several in _RANGE.findall(block):
            texts = re.findall(r"<([0-9A-Fa-f]+)>", several) or [f"{int(text, 16) + n:0{len(text)}X}" for n in range(int(last, 16) - int(first, 16) + 1)]
            for n, one in enumerate(texts):
                yield int(first, 16) + n, bytes.fromhex(one).decode("utf-16-be")
