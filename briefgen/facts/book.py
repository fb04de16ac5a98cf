"""Where a builder stands, what it finds things in, and what it gathers on the way."""

from collections.abc import Callable
from dataclasses import dataclass, field

from briefgen.errors import Where
from briefgen.facts.audience import RANK, Scope
from briefgen.facts.event import Event
from briefgen.facts.marks import AUDIENCES, Claim, Marks
from briefgen.facts.record import Record
from briefgen.values import Moment


@dataclass(slots=True)
class Book:
    """Where a builder finds things: the entities of one event and of the register, and other events."""

    name: str
    event: Event
    entity: Callable[[str, str], tuple[Record, bool] | None]
    """``(section, id)`` to the record and whether it is the event's own; None where it is no entity."""
    resolve: Callable[[str, tuple[str, ...]], tuple[str, str] | None]
    """A reference and its kinds to section and id."""
    zone: Callable[[str], str]
    """The time zone of a place, or of the one that it is within."""
    scope: Scope


@dataclass(slots=True)
class Shown:
    """What is gathered on the way: embargoes that bind, conflicts not decided, facts without a source, and how many each audience sees."""

    embargo: set[Moment] = field(default_factory=set)
    undecided: list[tuple[str, Claim]] = field(default_factory=list)
    unsourced: list[tuple[str, Where]] = field(default_factory=list)
    cited: set[str] = field(default_factory=set)
    unciteable: list[tuple[str, Where]] = field(default_factory=list)  # public facts of which no source may be cited in public
    sourced: int = 0
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(AUDIENCES, 0))

    def take(self, other: "Shown", *, conflicts: bool) -> None:
        """Takes over what an event's links lead to: their embargoes and sources, and of the register their conflicts."""
        self.embargo |= other.embargo
        self.cited |= other.cited
        if conflicts:
            self.undecided += other.undecided


@dataclass(frozen=True, slots=True)
class Spot:
    """One place in the facts: in which book, at which address, and what holds there."""

    book: Book
    address: str
    scope: Scope

    def below(self, name: str) -> "Spot":
        """The spot of a field or an entry."""
        return Spot(self.book, f"{self.address}.{name}", self.scope)

    def enter(self, marks: Marks, guarded: str = "") -> "Spot":
        """The same address, beneath what is said of its group, which is for the audience ``guarded`` unless it says otherwise."""
        scope = self.scope.guarded(guarded).enter(marks)
        return self if scope is self.scope else Spot(self.book, self.address, scope)

    def at(self, place: str) -> "Spot":
        """The same address, with the time zone of a place."""
        return Spot(self.book, self.address, self.scope.at(self.book.zone(place)))


def rank_of(book: Book, reference: str) -> int:
    """The least audience that may know of a reference; more than any where there is none."""
    found = book.resolve(reference, ("references",))
    entry = book.entity(*found) if found else None
    return RANK[entry[0].marks.audience or "public"] if entry else len(AUDIENCES)


NO_BOOK = Book("", Event.model_construct(), lambda _section, _key: None, lambda _text, _kinds: None, lambda _place: "", Scope("public", ""))
"""For a record that refers to nothing."""
