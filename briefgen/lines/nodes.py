"""What the reader gives: strings, mappings and sequences that know where they stand."""

from collections.abc import Iterable
from typing import Literal

from briefgen.errors import Where

_NOWHERE = Where()
Style = Literal["plain", "quoted", "block"]


class Str(str):
    """A scalar, always text; an empty or null one is the empty string.

    ``offset`` and ``end`` count characters of the file (after a byte-order mark), so that an editor can splice at the place.
    Most scalars are never asked where they stand, so the place is put together when it is.
    """

    __slots__ = ("_place", "end", "offset", "style")
    _place: Where | tuple[str, int, int]
    offset: int
    end: int
    style: Style

    def __new__(cls, text: str, where: Where = _NOWHERE, offset: int = 0, end: int = 0, style: Style = "plain") -> "Str":
        node = super().__new__(cls, text)
        node._place, node.offset, node.end, node.style = where, offset, end, style
        return node

    @classmethod
    def read(cls, text: str, place: tuple[str, int, int], offset: int, end: int, style: Style) -> "Str":
        """One from a file; ``place`` is file, line and column."""
        node = str.__new__(cls, text)
        node._place, node.offset, node.end, node.style = place, offset, end, style  # noqa: SLF001 - its own
        return node

    @property
    def where(self) -> Where:
        """The place in the file."""
        if type(self._place) is tuple:
            self._place = Where(*self._place)
        return self._place  # type: ignore[return-value]


class Map(dict[str, "Node"]):
    """A mapping, in the order written; ``keys_where`` has the place of each key, ``where`` that of the whole.

    ``end`` is where one in braces ends, behind the brace; 0 for one that is written line by line.
    """

    __slots__ = ("_keys", "end", "offset", "where")

    def __init__(self, where: Where = _NOWHERE, offset: int = 0) -> None:
        super().__init__()
        self.where = where
        self.offset = offset
        self.end = 0
        self._keys: dict[str, Where] | None = {}

    @classmethod
    def read(cls, where: Where, offset: int) -> "Map":
        """One from a file, whose keys know their places themselves."""
        node = cls(where, offset)
        node._keys = None
        return node

    @property
    def keys_where(self) -> dict[str, Where]:
        """The place of each key."""
        if self._keys is None:
            self._keys = {key: key.where for key in self if isinstance(key, Str)}
        return self._keys


class Seq(tuple["Node", ...]):
    """A sequence; a tuple, so that strict models take it."""

    where: Where
    offset: int

    def __new__(cls, items: Iterable["Node"] = (), where: Where = _NOWHERE, offset: int = 0) -> "Seq":
        node = super().__new__(cls, tuple(items))
        node.where, node.offset = where, offset
        return node


Node = Str | Map | Seq
