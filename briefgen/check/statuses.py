"""Status words are facts: a text may not say signed of what is only agreed, nor agreement of a memorandum."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefgen.check.names import Bending, Names
from briefgen.check.phrases import finds, listed, pattern, sentences, unquoted
from briefgen.check.written import Places, Written
from briefgen.errors import Problem
from briefgen.facts.dates import days
from briefgen.facts.event import Act, Agreement, Event
from briefgen.facts.lists import ACTS, LISTS, STATUS_OF_ACT

_RISING = LISTS["agreement.status"]
_TALKED = ("discussed", "proposed", "offered", "presented", "reviewed")
_HEADLINES = ("headline", "subhead")
_PROMINENT = ("headline", "subhead", "lead")
_WINDOW = 4  # words before a status word in which a guard makes it no statement
_MEMORANDUM = "memorandum-of-understanding"


@dataclass(frozen=True, slots=True)
class Case:
    """The agreements of one event: how far each has come, and by which names of its field and title a language knows it."""

    ranks: Mapping[str, int]
    instruments: Mapping[str, str]
    names: Mapping[str, Names]
    points: Mapping[str, str]
    years: frozenset[str]

    @property
    def highest(self) -> int:
        """The rank of the agreement that has come furthest; -1 where there is none."""
        return max(self.ranks.values(), default=-1)


def case(event: Event, terms: Mapping[str, Mapping[str, str]], bendings: Mapping[str, Bending]) -> Case:
    """What the checks of an event's texts need; ``terms`` are the texts of terms by id and language."""
    agreements = event.agreements or {}
    names = {code: Names(bending) for code, bending in bendings.items()}
    for key, agreement in agreements.items():
        for code, known in names.items():
            for words in _called(agreement, code, terms):
                known.add("agreements", key, words, small=True)
    ranks = {key: rank for key, agreement in agreements.items() if (rank := _rank(agreement)) is not None}
    years = {str(span.start.year) for fact in (event.when, event.issued) if fact and (span := days(fact.value)).start}
    return Case(
        ranks,
        {key: agreement.instrument.value for key, agreement in agreements.items() if agreement.instrument},
        names,
        {key: point.kind.value for key, point in (event.points or {}).items() if not point.when},
        frozenset(years),
    )


class Statuses:
    """The status words of one language."""

    def __init__(self, code: str, style: Mapping[str, Any], marks: Sequence[Sequence[str]], short: frozenset[str]) -> None:
        self._code, self._style, self._marks, self._short = code, style, marks, short
        self._words = {status: listed(style.get("status", {}), status) for status in _RISING}
        self._headline = {status: listed(style.get("headline-status", {}), status) for status in _RISING}
        self._guard = listed(style, "guard")

    def look(self, text: Written, event: Case, places: Places) -> Iterator[Problem]:
        """Sentences that claim more than the facts."""
        if text.shape in "nw" and text.name not in _HEADLINES:
            return
        words = unquoted(text.words[self._code], self._marks)
        for start, sentence in sentences(words, self._short):
            for status, found in self._claims(text, sentence):
                told = self._over(text, event, status, sentence)
                if told:
                    where = places.of(text, self._code, start + found.start(), start + found.end())
                    hint = "write what the facts say, or mend the status in the facts"
                    yield Problem(where, "C020", f"the text says '{found[0]}', {told}", hint, address=text.address, language=self._code)
                    break

    def nouns(self, text: Written, event: Case, places: Places) -> Iterator[Problem]:
        """A memorandum that is called an agreement or a treaty: in its title, and in the sentence that says it was signed."""
        nouns: Mapping[str, Sequence[str]] = self._style.get("instruments", {})
        words = unquoted(text.words[self._code], self._marks)
        parts = text.address.split(".")
        if parts[1:2] == ["agreements"] and parts[-1] == "title":
            if event.instruments.get(parts[2]) == _MEMORANDUM and (found := self._noun(words, nouns)):
                yield self._called(text, found, 0, parts[2], places)
            return
        if text.shape == "n" and text.name not in _HEADLINES:
            return
        for start, sentence in sentences(words, self._short):
            if not (found := self._noun(sentence, nouns)) or not any(status == "signed" for status, _ in self._claims(text, sentence)):
                continue
            named = {mention.name.key for mention in event.names[self._code].find(sentence)} if self._code in event.names else set()
            meant = named or (set(event.instruments) if text.name in _PROMINENT else set())
            if meant and all(event.instruments.get(key) == _MEMORANDUM for key in meant):
                yield self._called(text, found, start, sorted(meant)[0], places)

    def _called(self, text: Written, found: re.Match[str], start: int, key: str, places: Places) -> Problem:
        what = f"the text says '{found[0]}', agreements.{key} is a memorandum of understanding"
        where = places.of(text, self._code, start + found.start(), start + found.end())
        return Problem(where, "C011", what, "keep the instrument's own noun", address=text.address, language=self._code)

    def _noun(self, words: str, nouns: Mapping[str, Sequence[str]]) -> re.Match[str] | None:
        """A noun of a binding kind, where no noun of a memorandum stands beside it."""
        if pattern(tuple(nouns.get("memorandum", ()))).search(words):
            return None
        return next((found for kind in ("agreement", "treaty") for found in finds(words, nouns.get(kind, ()), nouns.get("spared", ()))), None)

    def _claims(self, text: Written, sentence: str) -> Iterator[tuple[str, re.Match[str]]]:
        """The status words of a sentence that state something, from the strongest down."""
        for status in reversed(_RISING):
            phrases = (*self._words[status], *(self._headline[status] if text.name in _HEADLINES else ()))
            for found in finds(sentence, phrases):
                if not self._guarded(sentence[: found.start()]):
                    yield status, found

    def _guarded(self, before: str) -> bool:
        """Whether a guard stands close before, or opens the clause."""
        near = re.search(rf"(?:[^\s]+\s+){{0,{_WINDOW}}}\Z", before)
        clause = re.split(r"[,;:] ", before)[-1].lstrip()
        return bool(self._guard and ((near and pattern(self._guard).search(near[0])) or pattern(self._guard).match(clause)))

    def _over(self, text: Written, event: Case, status: str, sentence: str) -> str:
        """What the facts say instead, where the sentence claims more; "" where it does not, or where that cannot be told."""
        rank = _RISING.index(status)
        parts = text.address.split(".")
        if parts[1:2] == ["points"] and (kind := event.points.get(parts[2])) in _TALKED and status == "agreed":
            return f"and this point is written as '{kind}'"
        if any(year not in event.years for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", sentence)) and event.years:
            return ""  # of another time
        named = [mention.name.key for mention in event.names[self._code].find(sentence)] if self._code in event.names else []
        ranks = [event.ranks[key] for key in named if key in event.ranks]
        if ranks:
            key = next(key for key in named if key in event.ranks)
            return f"agreements.{key} is '{_RISING[event.ranks[key]]}'" if max(ranks) < rank else ""
        if event.highest >= rank or (parts[1:2] == ["points"] and parts[2] not in event.points):
            return ""
        if event.ranks and text.name in (*_PROMINENT, "body"):
            return f"and no agreement of this event is more than '{_RISING[event.highest]}'"
        return f"and this event has no agreement that is '{status}'" if not event.ranks and text.name in _PROMINENT and status != "agreed" else ""


def _rank(agreement: Agreement) -> int | None:
    """How far an agreement has come by its facts, acts to come included: what is dated may be told."""
    done = [act for act in ACTS if isinstance(getattr(agreement, act), Act)]
    status = STATUS_OF_ACT[done[-1]] if done else agreement.status.value if agreement.status else None
    return _RISING.index(status) if status else None


def _called(agreement: Agreement, code: str, terms: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    if agreement.title and code in agreement.title.value:
        yield agreement.title.value[code].text
    fields = [agreement.field.value] if agreement.field else [fact.value for fact in agreement.scope] if len(agreement.scope) == 1 else []
    yield from (terms[field][code] for field in fields if code in terms.get(field, {}))
