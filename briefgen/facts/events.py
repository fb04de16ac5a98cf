"""One event as read: its record, its problems, and what its references mean."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from briefgen.errors import BriefgenError, Problem, Where
from briefgen.facts.event import Event
from briefgen.facts.index import Ids, Index, ids_of, twice
from briefgen.facts.reading import Reading
from briefgen.facts.record import Record
from briefgen.facts.register import SECTIONS
from briefgen.facts.settings import Settings
from briefgen.lines import Map, read


@dataclass(slots=True)
class Loaded:
    """One file of facts: ``record`` is None where it has errors."""

    name: str
    where: Where
    record: Record | None = None
    problems: tuple[Problem, ...] = ()
    raw: Map | None = None
    reading: Reading = field(default_factory=Reading)
    index: Index | None = None
    ruled: tuple[Problem, ...] | None = None  # with the problems between its facts, once they were looked for

    @property
    def event(self) -> Event | None:
        """The record of an event."""
        return self.record if isinstance(self.record, Event) else None


def validate(record: type[Record], raw: Map, reading: Reading) -> Record | None:
    """The record in ``raw``; None where ``reading`` has noted what is wrong."""
    try:
        value = record.model_validate(raw, context=reading)
    except ValidationError:
        if not reading.noted:  # nothing was noted, and yet there is no record: a gap in the model
            raise
        return None
    return value


def problems_of(record: type[Record], raw: Map, reading: Reading, index: Index | None, prefix: str) -> list[Problem]:
    """All that was noted and all references that mean nothing, with addresses."""
    wrong = [(mention, problem) for mention in reading.mentions if index and (problem := index.problem(mention, ""))]
    if not wrong and not reading.noted:
        return []
    addresses: dict[int, str] = {}
    record.locate(raw, prefix, addresses)
    found = reading.problems(addresses)
    for mention, problem in wrong:
        address = addresses.get(id(mention.node), "")
        found.append(Problem(problem.where, problem.code, problem.what, problem.hint, address=address, grade=problem.grade))
    return found


def load_event(name: str, path: Path, shown: str, settings: Settings, *, register: Ids, events: frozenset[str], other: Callable[[str], Ids]) -> Loaded:
    """Reads one event. ``shown`` is what problems call the file."""
    where = Where(shown, 1, 1)
    try:
        raw = read(path, shown)
    except BriefgenError as error:
        return Loaded(name, where, problems=error.problems)
    local = ids_of(raw)
    index = Index(register, local, events, other)
    reading = Reading(languages=settings.languages, units=settings.units)
    record = validate(Event, raw, reading)
    found = problems_of(Event, raw, reading, index, name)
    for section in SECTIONS:
        for key, at in local.known.get(section, {}).items():
            if register.has(section, key):
                found.append(twice(section, key, at, register.known[section][key]))
    return Loaded(name, where, record, tuple(sorted(set(found))), raw, reading, index)
