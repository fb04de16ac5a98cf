"""What is collected while one file is read: its problems, its references, and what the desk knows that a reader needs.

Reading goes on past what is wrong: a misspelt name is read as the nearest one, and in place of a value that cannot be read stands one of
its kind. So one run finds every problem. What stands in is kept by its node (``Reading.unread``), since what only follows from it is no
problem of its own, and facts with errors are never printed from.
"""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import cast

from pydantic import ValidationInfo

from briefgen.errors import Grade, Problem, Where
from briefgen.lines import Map, Node, Seq, Str


class Wrong(Exception):  # noqa: N818 - a value is wrong; no error until it is noted
    """A value that cannot be read: what it is, and what to write."""

    def __init__(self, what: str, hint: str = "", code: str = "F020") -> None:
        self.what, self.hint, self.code = what, hint, code
        super().__init__(what)


@dataclass(frozen=True, slots=True)
class Noted:
    """A problem at a node; its address is found when all is read."""

    node: Node | None
    where: Where
    code: str
    what: str
    hint: str
    grade: Grade
    language: str


Unread = frozenset[tuple[str, str]]
"""Where a value stands in for one that could not be read: address, and language ("" for all)."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference as written, and the sections in which its id may stand."""

    node: Str
    kinds: tuple[str, ...]


@dataclass(slots=True)
class Reading:
    """One file being read; the context of pydantic's validation. ``whole`` is the file."""

    languages: tuple[str, ...] = ()
    units: frozenset[str] = frozenset()
    whole: Map | None = None
    noted: list[Noted] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    unread: list[tuple[Node, str, str]] = field(default_factory=list)

    def note(self, node: Node, code: str, what: str, hint: str = "", *, where: Where | None = None, language: str = "", grade: Grade = Grade.ERROR) -> None:
        """Notes a problem at ``node`` (``where``, if its key is the better place) and goes on."""
        self.noted.append(Noted(node, where or node.where, code, what, hint, grade, language))

    def wrong(self, node: Node, wrong: Wrong) -> None:
        """Notes a value that cannot be read."""
        self.note(node, wrong.code, wrong.what, wrong.hint)

    def guess(self, node: Node, below: str = "", language: str = "") -> None:
        """Remembers that something stands in for ``node``, or for what is missing ``below`` it."""
        self.unread.append((node, below, language))

    def mention(self, node: Str, kinds: tuple[str, ...]) -> None:
        """Remembers a reference; it is resolved when all ids are known."""
        self.mentions.append(Mention(node, kinds))

    def year(self) -> int:
        """The first year that is written in the file, for a date of which nothing can be read."""
        return _year(self.whole) or 2000

    def problems(self, addresses: dict[int, str]) -> list[Problem]:
        """What was noted, with the address of each node (by its identity)."""
        return [Problem(n.where, n.code, n.what, n.hint, address=addresses.get(id(n.node), ""), language=n.language, grade=n.grade) for n in self.noted]

    def guessed(self, addresses: dict[int, str]) -> Unread:
        """Where something stands in for what could not be read."""
        return frozenset((addresses[id(node)] + below, language) for node, below, language in self.unread if id(node) in addresses)


def reading_of(info: ValidationInfo) -> Reading:
    """The reading that a validation belongs to."""
    return cast("Reading", info.context)


def nearest(word: str, known: Iterable[str]) -> str:
    """``did you mean 'x'?`` for the known word nearest to ``word``, or an empty string."""
    by_folded = {k.casefold(): k for k in known}
    found = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return f"did you mean '{by_folded[found[0]]}'?" if found else ""


def one_of(words: Iterable[str]) -> str:
    """``one of a, b, c``: the choices of a closed list."""
    return "one of " + ", ".join(words)


def likely(word: str, known: Iterable[str]) -> str:
    """The known word that ``word`` is most likely a slip for, or an empty string: nearer than what is merely suggested."""
    by_folded = {k.casefold(): k for k in known}
    found = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.7)
    return by_folded[found[0]] if found else ""


def spelling(unknown: Iterable[str], free: Iterable[str]) -> dict[str, str]:
    """Each of the ``unknown`` names with the one of ``free`` that it is most likely a slip for, or with none; no two with the same."""
    left = frozenset(free)
    meant: dict[str, str] = {}
    for key in unknown:
        meant[key] = likely(key, left)
        left -= {meant[key]}
    return meant


def respelt(node: Map, known: Iterable[str]) -> Map:
    """``node`` with misspelt keys put right, and the other unknown ones left out; the node itself where there are none."""
    known = frozenset(known)
    meant = spelling((key for key in node if key not in known), known - node.keys())
    if not meant:
        return node
    right = Map(node.where, node.offset)
    for key, child in node.items():
        if name := meant.get(key, key):
            right[name] = child
            right.keys_where[name] = node.keys_where.get(key, node.where)
    return right


def corrected(node: Map, known: tuple[str, ...], reading: Reading) -> Map:
    """``node`` as ``respelt``, with a problem for each unknown key."""
    right = respelt(node, known)
    if right is not node:
        for key in node:
            if key not in known:
                reading.note(cast("Str", key), "F010", f"'{key}' is not known here", nearest(key, known), where=node.keys_where.get(key, node.where))
    return right


def _year(node: Node | None) -> int:
    if isinstance(node, Str):
        found = re.match(r"(1[5-9]|2[01])[0-9]{2}\b", node)
        return int(found[0]) if found else 0
    below: Iterable[Node] = node.values() if isinstance(node, Map) else node if isinstance(node, Seq) else ()
    return next((year for child in below if (year := _year(child))), 0)
