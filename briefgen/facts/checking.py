"""``check``: every problem of the register and of the events asked for, of every grade, at once."""

from collections.abc import Iterator

from briefgen.errors import Grade, Problem, Where
from briefgen.facts.book import Shown
from briefgen.facts.dates import days
from briefgen.facts.desk import Desk, book_of
from briefgen.facts.event import Event
from briefgen.facts.events import Loaded
from briefgen.facts.following import Following
from briefgen.facts.marks import AUDIENCES
from briefgen.facts.record import Record
from briefgen.facts.register import SECTIONS
from briefgen.facts.rules import rules
from briefgen.facts.walking import reached
from briefgen.facts.wordings import shapes, translations

_EDITORIAL = frozenset({"kind", "title", "headline", "lead", "body", "first", "wording", "picture", "number", "issuer", "languages", "pack"})
"""What the office writes itself; it has no source."""

_TOLD = 3
"""So many unused entries of one file are named; of the others it is told how many."""

Entities = dict[tuple[str, str], tuple[Record, str]]
"""What an event leads to, by section and id: the record and its address."""


def check(desk: Desk, events: tuple[str, ...], languages: tuple[str, ...] | None) -> tuple[Problem, ...]:
    """See ``Desk.check``."""
    found = set(desk.notes)
    used: set[tuple[str, str]] = set()
    register: Entities = {}
    unread = bool(desk.unread or desk.known.unread)
    for name in events or desk.events:
        loaded = desk.load(name)
        found.update(errors_of(desk, loaded))
        if loaded.meant is None:
            continue
        asked = languages or asked_for(desk, loaded.meant)
        entities = reached(book_of(desk, loaded, loaded.meant), days(loaded.meant.when.value) if loaded.meant.when else None)
        found.update(following(desk, loaded).sift(_problems(desk, loaded, loaded.meant, asked, entities)))
        if loaded.index:
            used.update(one for mention in loaded.reading.mentions for one in loaded.index.meant(str(mention.node), mention.kinds))
            used.update(entities)
        register.update(entities)
        unread = unread or bool(loaded.unread)
    for section, entries in desk.register.items():
        for key, record in entries.items():
            if not events or (section, key) in register:
                found.update(Following(desk.unread, frozenset()).sift(shapes(record, f"{section}.{key}")))
    if not events and not unread:
        found.update(_unused(desk, used))
    return tuple(sorted(found))


def _problems(desk: Desk, loaded: Loaded, event: Event, asked: tuple[str, ...], entities: Entities) -> Iterator[Problem]:
    """What is wrong with the texts and the sources of one event and of what it refers to, and advice."""
    yield from translations(event, loaded.name, asked, desk.settings.languages)
    for record, address in entities.values():
        yield from translations(record, address, asked, desk.settings.languages)
    shown, outside = _shown(desk, loaded.name, "internal"), _shown(desk, loaded.name, "public")
    yield from doubts(loaded.name, loaded, shown)
    yield from undecided(outside, public=True)
    shown.undecided = [conflict for conflict in shown.undecided if conflict not in outside.undecided]
    yield from undecided(shown, public=False)
    yield from _advice(loaded.name, loaded, event, shown, entities)


def following(desk: Desk, loaded: Loaded) -> Following:
    """What sifts the problems of an event with errors: those stay that do not follow from others."""
    wrong = frozenset(problem.address for problem in (*desk.wrong, *errors_of(desk, loaded)) if problem.grade is Grade.ERROR)
    return Following(loaded.unread | desk.unread, wrong)


def asked_for(desk: Desk, event: Event) -> tuple[str, ...]:
    """The languages of an event's documents: its own, else the desk's."""
    return tuple(fact.value for fact in event.languages) or desk.settings.languages


def errors_of(desk: Desk, loaded: Loaded) -> tuple[Problem, ...]:
    """What stands between an event and a view of it, kept with the event: its problems and those between its facts."""
    if loaded.ruled is None and loaded.meant is not None:
        book = book_of(desk, loaded, loaded.meant)
        ruled = [*rules(loaded.meant, book), *shapes(loaded.meant, loaded.name)]
        loaded.ruled = tuple(sorted({*loaded.problems, *Following(loaded.unread | desk.unread, frozenset()).sift(ruled)}))
    return loaded.ruled if loaded.ruled is not None else loaded.problems


def undecided(shown: Shown, *, public: bool) -> Iterator[Problem]:
    """Conflicts between sources that nobody has decided: no public document, and elsewhere a draft."""
    grade = Grade.ERROR if public else Grade.DOUBT
    for address, claim in shown.undecided:
        hint = "write in a `note` there why it was not followed"
        yield Problem(
            claim.node.where, "F055", f"another source says '{claim.value}', and nothing says why it was not followed", hint, address=address, grade=grade
        )


def doubts(name: str, loaded: Loaded, shown: Shown) -> Iterator[Problem]:
    """Facts of the event without a source: one problem where none has any, else one for each."""
    bare = [(address, where) for address, where in shown.unsourced if address.removeprefix(f"{name}.").split(".")[0] not in _EDITORIAL]
    if bare and not shown.sourced:
        hint = "add `defaults: {source: REFERENCE}`, or `source: desk` where the office knows it itself"
        yield Problem(loaded.where, "F056", "no fact of this event has a source", hint, address=name, grade=Grade.DOUBT)
        return
    for address, where in bare:
        yield Problem(where, "F056", "this fact has no source", "add `source:`, or a default for the file", address=address, grade=Grade.DOUBT)


def _shown(desk: Desk, name: str, audience: str) -> Shown:
    """What is gathered while an event is shown to an audience."""
    builder = desk.builder(audience, meant=True)
    builder.event(name)
    return builder.shown


def _advice(name: str, loaded: Loaded, event: Event, shown: Shown, entities: Entities) -> Iterator[Problem]:
    for address, where in shown.unciteable:
        what = "this is public, but its sources are not"
        yield Problem(where, "F091", what, "cite a public source too, if there is one", address=address, grade=Grade.ADVICE)
    known, told = 0, []
    for audience in AUDIENCES:
        known += shown.counts[audience]
        told.append(f"{audience} {known}")
    yield Problem(loaded.where, "F092", f"facts that each audience sees: {', '.join(told)}", "", address=name, grade=Grade.ADVICE)
    mentioned = {meant for mention in loaded.reading.mentions for meant in (loaded.index.find(str(mention.node), mention.kinds) if loaded.index else ())}
    for section in SECTIONS:
        for key, entry in (getattr(event, section, None) or {}).items():
            if (section, key) not in entities and (section, key) not in mentioned:
                yield Problem(
                    entry.where, "F093", "nothing refers to this entry", "delete it, or use it", address=f"{name}.{section}.{key}", grade=Grade.ADVICE
                )


def _unused(desk: Desk, used: set[tuple[str, str]]) -> Iterator[Problem]:
    """What no event refers to, one line a file: a register may well be a stock of words for events to come."""
    idle: dict[str, list[str]] = {}
    for section, entries in desk.register.items():
        for key, entry in entries.items():
            if (section, key) not in used and section != "states" and (section, key) not in desk.mentioned:
                idle.setdefault(entry.where.file, []).append(f"{section}.{key}")
    for file, names in idle.items():
        told = ", ".join(names[:_TOLD]) + (f" and {len(names) - _TOLD} more" if len(names) > _TOLD else "")
        what = f"no event refers to {told}"
        yield Problem(Where(file), "F093", what, "keep them for events to come, or delete what will not be needed", grade=Grade.ADVICE)
