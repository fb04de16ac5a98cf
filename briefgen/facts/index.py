"""Which ids there are, taken from the raw keys before anything is validated, and what a reference means."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from briefgen.errors import Grade, Problem, Where
from briefgen.facts.event import LOCAL
from briefgen.facts.reading import Mention, likely, nearest, respelt
from briefgen.facts.record import Record, specs
from briefgen.facts.register import SECTIONS
from briefgen.facts.states import STATES, state_hint
from briefgen.lines import Map, Seq, Str

_NAMES = {"programme": "programme items"}


@dataclass(slots=True)
class Ids:
    """The ids of one file or of the whole register: by section, with the place of each; and the ids that entries had before.

    ``unread`` are the sections whose ids could not be read: of those nobody can say what is not in them.
    """

    known: dict[str, dict[str, Where]] = field(default_factory=dict)
    formerly: dict[str, dict[str, str]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    def has(self, section: str, key: str) -> bool:
        """Whether the section has this id."""
        return key in self.known.get(section, ())


def ids_of(raw: Map, record: type[Record]) -> Ids:
    """The ids in a file as it was read, before it is validated; a misspelt section counts as the one that is meant."""
    ids = Ids()
    raw = respelt(raw, (*specs(record), *record.lends))
    for section in (*SECTIONS, *LOCAL):
        entries = raw.get(section)
        if not isinstance(entries, Map):
            if entries is not None:
                ids.unread.add(section)
            continue
        ids.known[section] = dict(entries.keys_where)
        for key, entry in entries.items():
            before = entry.get("formerly") if isinstance(entry, Map) else None
            for old in before if isinstance(before, Seq) else (before,):
                if isinstance(old, Str):
                    ids.formerly.setdefault(section, {})[str(old)] = str(key)
    return ids


def merge(into: Ids, other: Ids) -> Iterator[Problem]:
    """Adds ``other`` to ``into``; yields a problem for each id that both have. Nothing shadows."""
    for section, entries in other.known.items():
        mine = into.known.setdefault(section, {})
        for key, where in entries.items():
            if key in mine:
                yield twice(section, key, where, mine[key])
            else:
                mine[key] = where
    into.unread |= other.unread
    for section, renamed in other.formerly.items():
        into.formerly.setdefault(section, {}).update(renamed)


def twice(section: str, key: str, where: Where, first: Where) -> Problem:
    """The problem of an id that stands in two places."""
    return Problem(
        where, "F030", f"'{key}' is in {section} twice, first in {first}", "keep one of the two, or give one another name", address=f"{section}.{key}"
    )


@dataclass(slots=True)
class Index:
    """All that a reference in one event (or in the register) can mean."""

    register: Ids
    local: Ids
    events: frozenset[str] = frozenset()
    other: Callable[[str], Ids] | None = None  # the ids of another event, read when asked for

    def find(self, text: str, kinds: tuple[str, ...]) -> list[tuple[str, str]]:
        """The sections and ids that ``text`` can mean; ``EVENT.KEY`` is an agreement of another event."""
        found = [(kind, key) for kind in kinds if (key := self._in(kind, text)) is not None]
        here = [(kind, key) for kind, key in found if kind in LOCAL]
        return here or found  # what stands in the event itself is nearer than a term of the same name

    def meant(self, text: str, kinds: tuple[str, ...]) -> list[tuple[str, str]]:
        """As ``find``; where there is nothing, what the text is most likely a slip for."""
        found = self.find(text, kinds)
        if not found and (slip := likely(text.partition("#")[0], self._names(kinds))):
            found = self.find(slip, kinds)
        return found

    def _in(self, kind: str, text: str) -> str | None:
        if kind == "events":
            return text if text in self.events else None
        if kind == "references":
            text = text.partition("#")[0]
        if kind == "states":
            return text if text in STATES else None
        if self.local.has(kind, text) or (kind in SECTIONS and self.register.has(kind, text)):
            return text
        if kind == "agreements" and "." in text:
            event, _, key = text.partition(".")
            return text if event in self.events and self.other and self.other(event).has(kind, key) else None
        return self.local.formerly.get(kind, {}).get(text) or (self.register.formerly.get(kind, {}).get(text) if kind in SECTIONS else None)

    def problem(self, mention: Mention, address: str) -> Problem | None:
        """What is wrong with a reference, if anything."""
        text, kinds = str(mention.node), mention.kinds
        found = self.find(text, kinds)
        if not found:
            if self._unread(text, kinds):
                return None
            names = " or ".join(_NAMES.get(kind, kind) for kind in kinds[:3]) if len(kinds) < 6 else "entries"
            return Problem(mention.node.where, "F031", f"no {names} called '{text.partition('#')[0]}'", self._hint(text, kinds), address=address)
        if len(found) > 1:
            where = " and in ".join(kind for kind, _ in found)
            return Problem(
                mention.node.where, "F032", f"'{text}' is in {where}; it is not clear which is meant", "give one of them another name", address=address
            )
        meant = found[0][1]
        if meant != text.partition("#")[0] and "." not in text:
            return Problem(mention.node.where, "F033", f"'{text}' is now called '{meant}'", f"write {meant}", address=address, grade=Grade.ADVICE)
        return None

    def _names(self, kinds: tuple[str, ...]) -> set[str]:
        """All ids of these ``kinds``."""
        known: set[str] = set()
        for kind in kinds:
            known |= self.events if kind == "events" else set(self.local.known.get(kind, ()))
            known |= set(self.register.known.get(kind, ())) if kind in SECTIONS else set()
        return known

    def _unread(self, text: str, kinds: tuple[str, ...]) -> bool:
        """Whether what ``text`` names may stand in a section that could not be read."""
        event = text.partition(".")[0]
        other = self.other(event) if "." in text and event in self.events and self.other else Ids()
        return any(kind in self.local.unread or kind in other.unread or (kind in SECTIONS and kind in self.register.unread) for kind in kinds)

    def _hint(self, text: str, kinds: tuple[str, ...]) -> str:
        if "states" in kinds and (hint := state_hint(text)):
            return hint
        known = self._names(kinds)
        if kinds == ("agreements",) and "." in text:
            event, _, key = text.partition(".")
            if event not in self.events:
                return nearest(event, self.events) or "an agreement of another event is EVENT.KEY"
            known = set(self.other(event).known.get("agreements", ())) if self.other else set()
            return nearest(key, known) or "an agreement of another event is EVENT.KEY"
        hint = nearest(text.partition("#")[0], known)
        if hint:
            return hint
        elsewhere = next((s for s in (*SECTIONS, *LOCAL) if s not in kinds and (self.local.has(s, text) or self.register.has(s, text))), "")
        if elsewhere:
            return f"'{text}' is in {elsewhere}"
        if kinds == ("states",) or (len(text) == 2 and text.isupper()):
            return "write the ISO 3166 code of the state"
        return f"add it to {kinds[-1] if kinds[0] == 'states' else kinds[0]}, in this event or in sources/register"
