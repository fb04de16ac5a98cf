"""One event as read: its record, its problems, and what its references mean."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefgen.errors import BriefgenError, Grade, Problem, Where
from briefgen.facts.event import Event
from briefgen.facts.index import Ids, Index, ids_of, twice
from briefgen.facts.reading import Reading, Unread
from briefgen.facts.record import Record
from briefgen.facts.register import SECTIONS
from briefgen.facts.settings import Settings
from briefgen.lines import Map, RefusedError, read


@dataclass(slots=True)
class Loaded:
    """One file of facts. ``record`` is None where it has errors; ``meant`` is then as it was probably meant, to find more problems by.

    ``unread`` says where something stands in for what could not be read.
    """

    name: str
    where: Where
    record: Record | None = None
    problems: tuple[Problem, ...] = ()
    raw: Map | None = None
    reading: Reading = field(default_factory=Reading)
    index: Index | None = None
    meant: Event | None = None
    unread: Unread = frozenset()
    ruled: tuple[Problem, ...] | None = None  # with the problems between its facts, once they were looked for

    @property
    def event(self) -> Event | None:
        """The record of an event."""
        return self.record if isinstance(self.record, Event) else None


def problems_of(record: type[Record], raw: Map, reading: Reading, index: Index | None, prefix: str) -> tuple[list[Problem], Unread]:
    """All that was noted and all references that mean nothing, with addresses; and where something stands in for what is not read."""
    wrong = [(mention, problem) for mention in reading.mentions if index and (problem := index.problem(mention, ""))]
    unknown = [mention for mention in reading.mentions if index and not index.find(str(mention.node), mention.kinds)]
    if not wrong and not reading.noted and not unknown:
        return [], frozenset()
    for mention in unknown:
        reading.guess(mention.node)
    addresses: dict[int, str] = {}
    record.locate(raw, prefix, addresses)
    addresses = {node: address.removeprefix(".") for node, address in addresses.items()}  # the register's begin with their section
    found = reading.problems(addresses)
    found += [replace(problem, address=addresses.get(id(mention.node), "")) for mention, problem in wrong]
    return found, reading.guessed(addresses)


def read_on(path: Path, shown: str) -> tuple[Map | None, tuple[Problem, ...]]:
    """The file with what is refused in it; None where YAML itself could not be followed to its end.

    :raises BriefgenError: where there is no such file to read.
    """
    try:
        return read(path, shown), ()
    except RefusedError as refused:
        return refused.root, refused.problems


def _besides(found: list[Problem], refused: tuple[Problem, ...]) -> list[Problem]:
    """What is wrong besides what the reader of YAML refused: at other places, and not that what it left out is missing."""
    places = {problem.where for problem in refused}
    lost = any(problem.code != "Y005" for problem in refused)
    return [problem for problem in found if problem.where not in places and not (lost and problem.code == "F012")]


def load_event(name: str, path: Path, shown: str, settings: Settings, *, register: Ids, events: frozenset[str], other: Callable[[str], Ids]) -> Loaded:
    """Reads one event. ``shown`` is what problems call the file."""
    where = Where(shown, 1, 1)
    try:
        raw, refused = read_on(path, shown)
    except BriefgenError as error:
        raw, refused = None, error.problems
    if raw is None:
        return Loaded(name, where, problems=refused)
    local = ids_of(raw, Event)
    index = Index(register, local, events, other)
    reading = Reading(languages=settings.languages, units=settings.units, whole=raw)
    record = Event.model_validate(raw, context=reading)
    found, unread = problems_of(Event, raw, reading, index, name)
    for section in SECTIONS:
        for key, at in local.known.get(section, {}).items():
            if register.has(section, key):
                found.append(twice(section, key, at, register.known[section][key]))
    problems = tuple(sorted({*refused, *_besides(found, refused)}))
    sound = not any(problem.grade is Grade.ERROR for problem in problems)
    return Loaded(name, where, record if sound else None, problems, raw, reading, index, record, unread)
