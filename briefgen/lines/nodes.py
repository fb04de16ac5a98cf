"""What the reader gives: strings, mappings and sequences that know where they stand."""

from collections.abc import Iterable
from typing import Literal

from briefgen.errors import Where

_NOWHERE = Where()
Style = Literal["plain", "quoted", "block"]


class Str(str):
    """A scalar, always text; an empty or null one is the empty string.

    ``offset`` and ``end`` count characters of the file (after a byte-order mark), so that an editor can splice at the place.
    """

    __slots__ = ("end", "offset", "style", "where")
    where: Where
    offset: int
    end: int
    style: Style

    def __new__(cls, text: str, where: Where = _NOWHERE, offset: int = 0, end: int = 0, style: Style = "plain") -> "Str":
        node = super().__new__(cls, text)
        node.where, node.offset, node.end, node.style = where, offset, end, style
        return node


class Map(dict[str, "Node"]):
    """A mapping, in the order written; ``keys_where`` has the place of each key, ``where`` that of the whole.

    ``end`` is where one in braces ends, behind the brace; 0 for one that is written line by line.
    """

    __slots__ = ("end", "keys_where", "offset", "where")

    def __init__(self, where: Where = _NOWHERE, offset: int = 0) -> None:
        super().__init__()
        self.where = where
        self.offset = offset
        self.end = 0
        self.keys_where: dict[str, Where] = {}


class Seq(tuple["Node", ...]):
    """A sequence; a tuple, so that strict models take it."""

    where: Where
    offset: int

    def __new__(cls, items: Iterable["Node"] = (), where: Where = _NOWHERE, offset: int = 0) -> "Seq":
        node = super().__new__(cls, tuple(items))
        node.where, node.offset = where, offset
        return node


Node = Str | Map | Seq
