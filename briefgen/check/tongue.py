"""What one language brings to the checks: how it is read, its names, its lists of words; made once a run."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from briefgen.check.government import Government
from briefgen.check.names import Bending, Names
from briefgen.check.reader import Reader
from briefgen.check.slips import Slips
from briefgen.check.statuses import Statuses
from briefgen.check.terms import Terms
from briefgen.check.words import Words
from briefgen.facts.record import Record
from briefgen.language.folder import tables


class Tongue:
    """One language. A language without ``reading.yaml`` or ``style.yaml`` has fewer checks, and none fails for it."""

    def __init__(self, code: str, locales: Sequence[Path], house: Mapping[str, Any]) -> None:
        language = tables(code, "language", locales)
        reading = tables(code, "reading", locales)
        self.style = tables(code, "style", locales)
        self.code = code
        self.script = str(language.get("script", ""))
        self.dictionary = str(language.get("tag", code)).replace("-", "_")
        self.reader = Reader(reading) if "number" in reading else None
        self.slips = Slips(code, language, self.style)
        own = house.get(code)
        self.words = Words(code, self.style, self.slips.marks, own.get("avoid", {}) if isinstance(own, Mapping) else {})
        self.short = frozenset(language.get("typography", {}).get("abbreviations", ()))
        self.bending = Bending(reading.get("names", {}))
        self.names = Names(self.bending)
        self.terms = Terms(code, reading.get("names", {}), self.slips.marks)
        self.statuses = Statuses(code, self.style, self.slips.marks, self.short)
        self.government = Government(code, str(language.get("grammar", "")), self.style)
        self.called: set[str] = set()
        """The names of states and their adjectives, which are words of this language whatever they look like."""
        self.states: dict[str, str] = {}
        for key, state in tables(code, "states", locales).items():
            self._state(key, state)

    def _state(self, key: str, state: Mapping[str, Any]) -> None:
        for form in ("short", "formal", "list", "adjective"):
            entry = state.get(form)
            text = entry["text"] if isinstance(entry, Mapping) else entry
            if text:
                self.names.add("states", key, _bare(text), small=form == "adjective")
                self.called.add(_bare(text))
                if form == "short":
                    self.states[key] = _bare(text)

    def know(self, section: str, key: str, record: Record) -> None:
        """The names of a person, an organisation or a place."""
        for field in ("name", "short", "abbr", "formal"):
            fact = getattr(record, field, None)
            if fact is not None and self.code in fact.value:
                self.names.add(section, key, _bare(fact.value[self.code].text))
                self.called.add(_bare(fact.value[self.code].text))


def _bare(name: str) -> str:
    """A name without its English article."""
    return name.removeprefix("the ").removeprefix("The ")
