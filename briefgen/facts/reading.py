"""What is collected while one file is read: its problems, its references, and what the desk knows that a reader needs."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NoReturn, cast

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from briefgen.errors import Grade, Problem, Where
from briefgen.lines import Node, Str

REPORTED = "reported"
"""The type of an error that only tells pydantic that the model did not come about; the problem itself is noted already."""


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


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference as written, and the sections in which its id may stand."""

    node: Str
    kinds: tuple[str, ...]


@dataclass(slots=True)
class Reading:
    """One file being read; the context of pydantic's validation."""

    languages: tuple[str, ...] = ()
    units: frozenset[str] = frozenset()
    noted: list[Noted] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def note(self, node: Node, code: str, what: str, hint: str = "", *, where: Where | None = None, grade: Grade = Grade.ERROR) -> None:
        """Notes a problem at ``node`` (``where``, if its key is the better place) and goes on."""
        self.noted.append(Noted(node, where or node.where, code, what, hint, grade))

    def wrong(self, node: Node, wrong: Wrong) -> None:
        """Notes a value that cannot be read."""
        self.note(node, wrong.code, wrong.what, wrong.hint)

    def mention(self, node: Str, kinds: tuple[str, ...]) -> None:
        """Remembers a reference; it is resolved when all ids are known."""
        self.mentions.append(Mention(node, kinds))

    def problems(self, addresses: dict[int, str]) -> list[Problem]:
        """What was noted, with the address of each node (by its identity)."""
        return [Problem(n.where, n.code, n.what, n.hint, address=addresses.get(id(n.node), ""), grade=n.grade) for n in self.noted]


def reading_of(info: ValidationInfo) -> Reading:
    """The reading that a validation belongs to."""
    return cast("Reading", info.context)


def reported() -> NoReturn:
    """Tells pydantic to give this value up; what is wrong with it has been noted."""
    raise PydanticCustomError(REPORTED, "reported")


def nearest(word: str, known: Iterable[str]) -> str:
    """``did you mean 'x'?`` for the known word nearest to ``word``, or an empty string."""
    by_folded = {k.casefold(): k for k in known}
    found = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return f"did you mean '{by_folded[found[0]]}'?" if found else ""


def one_of(words: Iterable[str]) -> str:
    """``one of a, b, c``: the choices of a closed list."""
    return "one of " + ", ".join(words)
