"""Walks the facts of a record for the checks: each value with its address, and all that an event refers to."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.facts.book import Book
from briefgen.facts.fields import Fact, Free, Keyed, Ref, Several, Spec
from briefgen.facts.record import Nested, Record, attributes, specs
from briefgen.facts.register import SECTIONS, Person
from briefgen.values import Span

_APART = (*SECTIONS, "defaults", "extra", "formerly")


@dataclass(frozen=True, slots=True)
class Found:
    """One value with its address and what the model says of it."""

    address: str
    spec: Spec
    fact: Fact


def walk(record: Record, address: str) -> Iterator[Found]:
    """Each value in ``record``, in the order of the model; sections of the register are left out."""
    for name, attribute in attributes(type(record)).items():
        value = getattr(record, attribute)
        if value is None or value == () or name in _APART:
            continue
        below = record.below(address, name)
        spec = specs(type(record))[name]
        if isinstance(spec, Nested):
            yield from walk(value, below)
        elif isinstance(spec, Keyed):
            for key, entry in value.items():
                if isinstance(entry, Fact):
                    yield Found(f"{below}.{key}", spec.each, entry)
                else:
                    yield from walk(entry, f"{below}.{key}")
        elif isinstance(spec, Several):
            yield from (Found(f"{below}.{fact.value}", spec.each, fact) for fact in value)
        elif not isinstance(spec, Free):
            yield Found(below, spec, value)


def keys(record: Record) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The keys directly in ``record`` that are references: sides, and the posts that a person holds."""
    for name, attribute in attributes(type(record)).items():
        spec = specs(type(record))[name]
        if isinstance(spec, Keyed) and spec.refers and name not in _APART:
            for key in getattr(record, attribute) or ():
                yield key, spec.refers


def held_on(person: Person, on: Span | None) -> list[str]:
    """The posts that a person may have held on one of the days; all of them where no day is known."""
    held = []
    for key, entry in (person.posts or {}).items():
        spans = [fact.value for fact in entry.period]
        if on is None or any(_meet(span, on) for span in spans):
            held.append(key)
    return held


def _meet(one: Span, other: Span) -> bool:
    before = one.end and other.start and one.end.last < other.start.first
    after = one.start and other.end and one.start.first > other.end.last
    return not before and not after


def reached(book: Book, on: Span | None) -> dict[tuple[str, str], tuple[Record, str]]:
    """The entities that the event's facts lead to, with their addresses; of a person's posts only those of the day."""
    out: dict[tuple[str, str], tuple[Record, str]] = {}
    waiting = _references(book.event, "")
    while waiting:
        text, kinds = waiting.pop()
        found = book.resolve(text, kinds)
        if not found or found in out or not (entry := book.entity(*found)):
            continue
        record, own = entry
        out[found] = (record, f"{book.name}.{'.'.join(found)}" if own else ".".join(found))
        waiting += _references(record, "")
        if isinstance(record, Person):
            waiting += [(key, ("posts",)) for key in held_on(record, on)]
    return out


def _references(record: Record, address: str) -> list[tuple[str, tuple[str, ...]]]:
    listed = [(found.fact.value, found.spec.to) for found in walk(record, address) if isinstance(found.spec, Ref)]
    return listed if isinstance(record, Person) else listed + list(keys(record))
