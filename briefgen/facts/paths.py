"""Whether there is such a field at all: the path that a kind of document names, held against the model."""

from typing import Any

from briefgen.facts.event import Event
from briefgen.facts.fields import Keyed, Ref, Several
from briefgen.facts.record import Nested, Record, specs
from briefgen.facts.register import Register


def reaches(path: str) -> bool:
    """Whether an event can have something at ``path``: ``title``, ``picture.file``, ``sides.head.name`` (of any side), ``place.zone``."""
    here: list[Any] = [Event]
    for name in path.split("."):
        here = [below for one in here for below in _below(one, name)]
    return bool(here)


def _below(one: Any, name: str) -> list[Any]:
    if isinstance(one, type) and issubclass(one, Record):
        spec = specs(one).get(name)
        return [] if spec is None else _opened(spec)
    if isinstance(one, (Keyed, Several)):
        return [below for entry in _opened(one.each) for below in _below(entry, name)]
    return []


def _opened(spec: Any) -> list[Any]:
    """What is met at a field: its record, those that a reference leads to, or the field itself."""
    if isinstance(spec, Nested):
        return [spec.record]
    if isinstance(spec, Ref):
        return [_entry(section) for section in spec.to]
    return [spec]


def _entry(section: str) -> Any:
    if section == "events":
        return Event
    found = specs(Event).get(section) or specs(Register).get(section)
    return found.each if isinstance(found, Keyed) else found
