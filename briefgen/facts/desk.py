"""The desk: the folder that holds the settings, the register and the events."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from briefgen.errors import BriefgenError, Grade, Problem, Where
from briefgen.facts.audience import Scope
from briefgen.facts.book import Book
from briefgen.facts.build import Builder
from briefgen.facts.event import LOCAL, Event
from briefgen.facts.events import Loaded, load_event
from briefgen.facts.following import Following
from briefgen.facts.index import Ids, Index, ids_of
from briefgen.facts.marks import AUDIENCES
from briefgen.facts.nodes import Group
from briefgen.facts.opening import FILE, Opened, inside, opened
from briefgen.facts.reading import nearest, one_of
from briefgen.facts.record import Record
from briefgen.facts.register import Place
from briefgen.facts.view import View
from briefgen.lines import read

EVENT_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_KEPT = 64  # events held in memory


class Desk:
    """All facts of one desk. Events are read when they are asked for.

    ``root`` is the folder, ``settings`` what ``desk.yaml`` says, ``events`` the names of the event folders, sorted; ``register`` its
    entries by section and id, ``notes`` what is to be said of it, ``mentioned`` the entries that others in it refer to, ``unread`` where
    something stands in for what could not be read.
    """

    def __init__(self, root: Path, found: Opened) -> None:
        self.root = root
        self.settings = found.settings
        self.register = found.register
        self.notes = found.problems
        self.mentioned = found.mentioned
        self.unread = found.unread
        self._ids = found.ids
        self.events = _event_names(root)
        self._loaded: dict[str, Loaded] = {}
        self._other: dict[str, Ids] = {}

    @staticmethod
    def find(start: Path) -> Path:
        """The nearest folder at or above ``start`` that has a ``desk.yaml``."""
        for folder in (start.absolute(), *start.absolute().parents):
            if (folder / FILE).is_file():
                return folder
        raise BriefgenError(Problem(Where(), "D001", f"there is no {FILE} here or in any folder above", "go to your desk, or make one with: briefgen init DIR"))

    @classmethod
    def open(cls, root: Path) -> "Desk":
        """The desk in ``root``, its register read.

        :raises BriefgenError: with all problems of ``desk.yaml`` and of the register.
        """
        desk = cls.look(root)
        if desk.wrong:
            raise BriefgenError(desk.notes)
        return desk

    @classmethod
    def look(cls, root: Path) -> "Desk":
        """The desk in ``root`` as far as it can be read, to find everything that is wrong: no event of a desk that has errors has a view.

        :raises BriefgenError: where ``desk.yaml`` cannot be read at all.
        """
        return cls(root, opened(root))

    @property
    def wrong(self) -> tuple[Problem, ...]:
        """The errors of ``desk.yaml`` and of the register."""
        return tuple(problem for problem in self.notes if problem.grade is Grade.ERROR)

    def view(self, event: str, audience: str) -> View:
        """What ``audience`` may see of ``event``.

        :raises BriefgenError: with all error-grade problems of that event.
        """
        from briefgen.facts.viewing import view  # noqa: PLC0415 - the two need each other

        return view(self, event, audience)

    def meant(self, event: str, audience: str) -> tuple[View, Following] | None:
        """What ``audience`` would see of an event with errors, were it written as it is probably meant: for finding more problems only.

        With it comes what sifts out the problems that only follow from others. None where the event cannot be read at all.

        :raises BriefgenError: where that audience sees nothing.
        """
        from briefgen.facts.viewing import meant  # noqa: PLC0415 - the two need each other

        return meant(self, event, audience)

    def check(self, *events: str, languages: Iterable[str] | None = None) -> tuple[Problem, ...]:
        """All problems of the register and of the events (all, if none is named), of every grade, at once.

        ``languages`` are those asked for; left out, each event's own, else the desk's.
        """
        from briefgen.facts.checking import check  # noqa: PLC0415 - only `check` pays for it

        return check(self, events, tuple(languages) if languages is not None else None)

    def load(self, name: str) -> Loaded:
        """One event as read; problems are in it, not raised.

        :raises BriefgenError: where there is no such event.
        """
        if name in self._loaded:
            return self._loaded[name]
        if name not in self.events:
            raise BriefgenError(Problem(Where(), "D004", f"there is no event '{name}'", nearest(name, self.events) or "see: briefgen list"))
        try:
            path, shown = self._path(name)
        except BriefgenError as error:
            loaded = Loaded(name, Where(f"sources/{name}/facts.yaml"), problems=error.problems)
        else:
            loaded = load_event(name, path, shown, self.settings, register=self._ids, events=frozenset(self.events), other=self.ids)
        while len(self._loaded) >= _KEPT:
            self._loaded.pop(next(iter(self._loaded)))
        self._loaded[name] = loaded
        return loaded

    def ids(self, name: str) -> Ids:
        """The ids of an event, read without validating it."""
        if name not in self._other:
            try:
                self._other[name] = ids_of(read(*self._path(name)), Event)
            except BriefgenError:
                self._other[name] = Ids(unread=set(LOCAL))  # its own check says what is wrong with it
        return self._other[name]

    @property
    def known(self) -> Ids:
        """The ids of the register."""
        return self._ids

    def builder(self, audience: str, *, meant: bool = False) -> Builder:
        """A builder of groups for an audience; of facts as they are probably ``meant`` only where nothing is made of them."""
        if audience not in AUDIENCES:
            raise BriefgenError(Problem(Where(), "D005", f"'{audience}' is no audience", nearest(audience, AUDIENCES) or f"write {one_of(AUDIENCES)}"))
        return Builder(self._meant_book if meant else self.book, audience)

    def book(self, name: str) -> Book | None:
        """Where a builder finds what an event refers to; None where the event cannot be read."""
        loaded = self.load(name)
        event = loaded.event
        return book_of(self, loaded, event) if event else None

    def _meant_book(self, name: str) -> Book | None:
        loaded = self.load(name)
        return book_of(self, loaded, loaded.meant) if loaded.meant else None

    def _path(self, name: str) -> tuple[Path, str]:
        path = self.root / "sources" / name / "facts.yaml"
        inside(path, self.root)
        return path, f"sources/{name}/facts.yaml"


def book_of(desk: Desk, loaded: Loaded, event: Event) -> Book:
    """The entities of one event and of the register, and the scope that its facts begin in."""
    index = loaded.index or Index(desk.known, Ids())

    def entity(section: str, key: str) -> tuple[Record, bool] | None:
        own: Any = getattr(event, section, None)
        if own and key in own:
            return own[key], True
        record = desk.register.get(section, {}).get(key)
        return (record, False) if record is not None else None

    def resolve(text: str, kinds: tuple[str, ...]) -> tuple[str, str] | None:
        found = index.find(text, kinds) if event is loaded.event else index.meant(text, kinds)
        return found[0] if found else None

    def zone(place: str) -> str:
        seen: set[str] = set()
        found = resolve(place, ("places",))
        while found and found[1] not in seen:
            seen.add(found[1])
            entry = entity(*found)
            record = entry[0] if entry else None
            if not isinstance(record, Place):
                break
            if record.zone:
                return str(record.zone.value)
            found = resolve(record.within.value, ("places",)) if record.within else None
        return ""

    marks = event.defaults.marks if event.defaults else None
    scope = Scope((marks.audience if marks else "") or desk.settings.audience, desk.settings.zone, sources=marks.source if marks else ())
    return Book(loaded.name, event, entity, resolve, zone, scope)


def issuer(desk: Desk, audience: str) -> Group | None:
    """The issuing office as a group, address ``desk.issuer``."""
    record = desk.settings.issuer
    return desk.builder(audience).record(record, "desk.issuer", Scope("public", desk.settings.zone)) if record else None


def _event_names(root: Path) -> tuple[str, ...]:
    folders = (root / "sources").glob("*/facts.yaml")
    return tuple(sorted(path.parent.name for path in folders if path.parent.name != "register"))
