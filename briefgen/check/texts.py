"""All checks of what people wrote, event by event: what a build refuses, and on request what is advice."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from briefgen.check import figures, names, numbers, statuses, terms, tongues
from briefgen.check.releases import Release, shared, style
from briefgen.check.spelling import Speller, spelling
from briefgen.check.tongue import Tongue
from briefgen.check.written import Places, Written, all_register_texts, register_texts, texts
from briefgen.errors import Grade, Problem
from briefgen.facts.checking import following
from briefgen.facts.dates import days
from briefgen.facts.desk import Desk
from briefgen.facts.event import Event
from briefgen.facts.record import Record
from briefgen.facts.register import SECTIONS
from briefgen.facts.view import View
from briefgen.values import Moment, PartialDate, Span


@dataclass(frozen=True, slots=True)
class About:
    """What is known of the event that a text stands in; nothing for a text of the register."""

    event: Event | None = None
    public: frozenset[str] = frozenset()
    agreements: statuses.Case | None = None

    @property
    def on(self) -> Span | None:
        """The days of the event."""
        return days(self.event.when.value) if self.event and self.event.when else None

    def when(self, text: Written) -> Span | None:
        """The days that stand beside a text, in its own entry."""
        parts = text.address.split(".")
        point = (self.event.points or {}).get(parts[2]) if self.event and parts[1:2] == ["points"] and len(parts) == 4 else None
        value: Moment | Span | PartialDate | None = point.when.value if point and point.when else None
        return days(value) if value is not None else None


class Texts:
    """The checks of one run over the texts of a desk; ``public`` gives what the public may see of an event."""

    def __init__(self, desk: Desk, locales: Sequence[Path], public: Callable[[str], View | None]) -> None:
        self._desk, self._public = desk, public
        self._places = Places(desk.root)
        house = desk.settings.house
        self._tongues: Mapping[str, Tongue] = {code: Tongue(code, locales, house) for code in desk.settings.languages}
        self._readers = {code: tongue.reader for code, tongue in self._tongues.items() if tongue.reader}
        self._above: dict[names.Thing, names.Thing] = {}
        self._kin: dict[names.Thing, frozenset[names.Thing]] = {}
        self._learn(desk.register)

    def problems(self, names_of_events: Sequence[str], *, advice: bool = False) -> Iterator[Problem]:
        """What is wrong with the texts of the events and of the register entries that they lead to; with ``advice`` that too."""
        for name in names_of_events:
            loaded = self._desk.load(name)
            if loaded.meant is None:
                continue
            about = self._about(name, loaded.meant)
            if advice:
                yield from figures.periods(loaded.meant, name)
            found = [problem for text in texts(loaded.meant, name) for problem in self._text(text, about, advice=advice)]
            yield from following(self._desk, loaded).sift(found) if loaded.unread else found
        whole = advice and set(names_of_events) == set(self._desk.events)  # whoever checks the whole desk wants the whole register
        for text in all_register_texts(self._desk) if whole else register_texts(self._desk, names_of_events):
            yield from self._text(text, About(), advice=advice)

    def spelling(self, names_of_events: Sequence[str]) -> Iterator[Problem]:
        """Words that no dictionary knows."""
        found = [text for name in names_of_events if (event := self._desk.load(name).meant) for text in texts(event, name)]
        found += register_texts(self._desk, names_of_events)
        known = {
            code: [*tongue.called, *(text.words[code] for text in found if text.shape == "n" and code in text.words)] for code, tongue in self._tongues.items()
        }
        spellers = [Speller(code, tongue.dictionary, tongue.script, tongue.bending) for code, tongue in self._tongues.items()]
        yield from spelling([text for text in found if text.shape != "n"], known, spellers, self._places)

    def composed(self, releases: Sequence[Release], *, advice: bool = False) -> Iterator[Problem]:
        """What is wrong with releases as they are composed; with ``advice`` that too."""
        for release in releases:
            tongue = self._tongues.get(release.lang)
            if tongue is None:
                continue
            yield from tongue.government.composed(release)
            if advice:
                yield from style(release, tongue)
        if advice:
            yield from shared([release for release in releases if release.lang in self._tongues], self._tongues)

    def _text(self, text: Written, about: About, *, advice: bool) -> Iterator[Problem]:
        for problem in (*self._together(text, about), *self._each(text, about, advice=advice)):
            if advice or problem.grade is not Grade.ADVICE:
                yield problem

    def _together(self, text: Written, about: About) -> Iterator[Problem]:
        """What several languages of a text show."""
        places = self._places
        yield from numbers.compare(text, self._readers, places)
        yield from numbers.weekdays(text, self._readers, about.on, places)
        yield from numbers.against(text, self._readers, about.when(text), places)
        yield from names.compare(text, {code: tongue.names for code, tongue in self._tongues.items()}, self._kin, places)
        yield from names.links(text, places)
        yield from tongues.foreign(text, {code: one.style for code, one in self._tongues.items()}, {c: t.script for c, t in self._tongues.items()}, places)
        yield from tongues.same(text, places)
        yield from tongues.lengths(text, places)

    def _each(self, text: Written, about: About, *, advice: bool) -> Iterator[Problem]:
        """What one language shows."""
        for code in text.words:
            tongue = self._tongues.get(code)
            if tongue is None:
                continue
            yield from tongue.slips.look(text, self._places)
            yield from tongue.words.refused(text, text.address in about.public, self._places)
            yield from tongue.terms.look(text, self._places)
            yield from tongue.government.refused(text, self._places)
            if about.agreements:
                yield from tongue.statuses.look(text, about.agreements, self._places)
                yield from tongue.statuses.nouns(text, about.agreements, self._places)
            if advice:
                yield from tongue.words.advised(text, self._places)
                yield from tongue.government.advised(text, self._places)

    def _about(self, name: str, event: Event) -> About:
        self._learn({section: entries for section in SECTIONS if (entries := getattr(event, section, None))}, f"{name}.")
        known: dict[str, Mapping[str, str]] = {}
        for entries in (self._desk.register.get("terms", {}), event.terms or {}):
            known |= {key: {code: wording.text for code, wording in entry.name.value.items()} for key, entry in entries.items() if hasattr(entry, "name")}
        case = statuses.case(event, known, {code: tongue.bending for code, tongue in self._tongues.items()})
        view = self._public(name)
        return About(event, frozenset(leaf.address for leaf in view.leaves()) if view else frozenset(), case)

    def _learn(self, sections: Mapping[str, Mapping[str, Record]], home: str = "") -> None:
        """Takes in the names of a register, or of an event's own (``home``), and what they tell to avoid."""
        entries = [(section, key, record) for section, mine in sections.items() for key, record in mine.items()]
        for tongue, (section, key, record) in ((tongue, entry) for tongue in self._tongues.values() for entry in entries):
            if section in names.NAMED:
                tongue.know(section, key, record)
        for code, phrase, instead, address in terms.told((f"{home}{section}.{key}", record) for section, key, record in entries):
            if code in self._tongues:
                self._tongues[code].terms.avoid(phrase, instead or self._tongues[code].states.get(address.rpartition(".")[2], ""), address, home)
        self._spellings(entries)
        for section, field in (("places", "within"), ("organisations", "part_of")):
            for _, key, record in (entry for entry in entries if entry[0] == section):
                if fact := getattr(record, field, None):
                    self._above[section, key] = (section, str(fact.value))
        for thing in self._above:
            self._kin[thing] = frozenset(self._chain(thing))

    def _chain(self, thing: names.Thing) -> Iterator[names.Thing]:
        """What a thing is part of, from near to far; a circle, which is told elsewhere, ends."""
        seen = {thing}
        while (above := self._above.get(thing)) and above not in seen:
            seen.add(above)
            thing = above
            yield thing

    def _spellings(self, entries: Sequence[tuple[str, str, Record]]) -> None:
        """Places and states as other languages spell them."""
        scripts = {code: tongue.script for code, tongue in self._tongues.items()}
        own = {code: frozenset(tongue.called) for code, tongue in self._tongues.items()}
        foreign = partial(terms.foreign, scripts=scripts, own=own)
        places = [{code: str(wording) for code, wording in record.name.value.items()} for section, _, record in entries if section == "places"]  # type: ignore[attr-defined]
        for code, phrase, instead in (found for spellings in places for found in foreign(spellings)):
            if code in self._tongues:
                self._tongues[code].terms.avoid(phrase, instead)
