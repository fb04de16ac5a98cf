"""The documents of a run, each composed once, however many files, pairs and packs it goes into."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.check.views import Views
from briefgen.compose import Asked, Choice, Composed, Picture, applies, audience_within, chosen, compose, differences, pack, pair
from briefgen.document import Document
from briefgen.errors import BriefgenError, Problem, Where
from briefgen.facts import Group, Leaf
from briefgen.language import Language, Unsayable
from briefgen.read.picture import read_picture

if TYPE_CHECKING:
    from briefgen.compose import Kind
    from briefgen.facts import Desk, View


@dataclass(frozen=True, slots=True, order=True)
class Work:
    """One document to compose: an event's, of a kind, in one language or two, as an audience may see it."""

    event: str
    kind: str
    langs: tuple[str, ...]
    audience: str

    def among(self, lang: str) -> "Work":
        """The same in one language."""
        return Work(self.event, self.kind, (lang,), self.audience)


Whole = tuple[Document, tuple[Problem, ...]]
"""A document and its doubts."""


class Documents:
    """What was composed. ``problems`` are all that were met, ``asked`` the forms to confirm; a Language is made once each."""

    def __init__(self, desk: "Desk", kinds: Mapping[str, "Kind"], locales: Sequence[Path], views: Views) -> None:
        self.problems: list[Problem] = []
        self.asked: list[Asked] = []
        self._desk, self._kinds, self._locales, self._views = desk, kinds, locales, views
        self._alone: dict[tuple[Work, bool], Composed | None] = {}
        self._guessed: dict[Work, Document] = {}
        self._whole: dict[Work, Whole | None] = {}
        self._spoken: dict[str, Language] = {}
        self._pictures: dict[str, Picture] = {}

    def of(self, work: Work) -> Whole | None:
        """The document of ``work``, of one language or of two, or what is bound; None where anything is wrong with it."""
        if work not in self._whole:
            try:
                self._whole[work] = self._pack(work) if self._kinds[work.kind].documents else self._sides(work, draft=False)
            except BriefgenError as wrong:
                self.problems += wrong.problems
                self._whole[work] = None
        return self._whole[work]

    def differ(self) -> Iterator[Problem]:
        """What one language states and another does not, of each document that was composed in several."""
        for work, documents in self._by_language({work: composed.document for (work, _), composed in self._alone.items() if composed}):
            yield from differences(*documents, self._kinds[work.kind])
        for work, documents in self._by_language(self._guessed):
            if meant := self._views.meant(work.event, work.audience):
                yield from meant[1].sift(differences(*documents, self._kinds[work.kind]))

    @staticmethod
    def _by_language(documents: Mapping[Work, Document]) -> Iterator[tuple[Work, tuple[Document, Document]]]:
        """Each document in one language and in the next."""
        found: dict[Work, list[Document]] = {}
        for work, document in documents.items():
            found.setdefault(work.among(""), []).append(document)
        for work, spoken in found.items():
            yield from ((work, sides) for sides in pairwise(spoken))

    def _sides(self, work: Work, *, draft: bool) -> Whole | None:
        """One language, or two side by side."""
        found = [self._one(work.among(lang), draft) for lang in work.langs]
        sides = [one for one in found if one]
        if len(sides) < len(found):
            return None
        document = sides[0].document if len(sides) == 1 else pair(sides[0].document, sides[1].document, self._kinds[work.kind])
        return document, tuple(sorted({doubt for one in sides for doubt in one.doubts}))

    def _one(self, work: Work, draft: bool) -> Composed | None:
        if (work, draft) not in self._alone:
            self._alone[work, draft] = None
            view = self._views.of(work.event, work.audience)
            try:
                if view is None:
                    self._meant(work)
                else:
                    composed = self._compose(view, work, self.asked, draft)
                    self._alone[work, draft] = composed
                    self.problems += composed.doubts
            except BriefgenError as wrong:
                self.problems += wrong.problems
        return self._alone[work, draft]

    def _meant(self, work: Work) -> None:
        """The problems of a document that cannot be made yet, since other facts have errors, as far as they do not follow from those."""
        meant = self._views.meant(work.event, work.audience)
        if meant is None or not applies(meant[0], self._kinds[work.kind]):
            return
        try:
            composed = self._compose(meant[0], work, [], draft=False)
        except BriefgenError as wrong:
            self.problems += meant[1].sift(wrong.problems)
        else:
            self._guessed[work] = composed.document
            self.problems += meant[1].sift(composed.doubts)

    def _compose(self, view: "View", work: Work, asked: list[Asked], draft: bool) -> Composed:
        return compose(view, self._kinds[work.kind], self._language(work.langs[0]), self._picture(view), asked, draft=draft)

    def _pack(self, work: Work) -> Whole | None:
        """The documents that are chosen for a pack, as they stand alone, behind its cover; None where one of them is wrong."""
        inside = [self.of(one) for one in self._bound(work)]
        bound = [one for one in inside if one]
        if len(bound) < len(inside):
            return None
        if not bound:
            what = f"there is no document to bind into a {work.kind}"
            raise BriefgenError(Problem(Where(), "T063", what, "see what each of its documents needs: briefgen list", work.event))
        doubts = {doubt for _, mine in bound for doubt in mine}
        cover = self._sides(work, draft=any(document.draft for document, _ in bound))
        return cover and (pack(cover[0], [document for document, _ in bound]), tuple(sorted({*cover[1], *doubts})))

    def _bound(self, work: Work) -> Iterator[Work]:
        """The documents of a pack: passed over is what the event or the languages have not, unless the event itself asks for it."""
        kind, event = self._kinds[work.kind], self._desk.load(work.event).meant
        mine = Choice([(str(fact.value), fact.where) for fact in event.pack] if event and work.kind == "pack" else [], firm=True)
        desks = Choice([(name, Where("desk.yaml")) for name in self._desk.settings.pack] if work.kind == "pack" else [])
        for each, firm in chosen(kind, mine, desks, self._kinds, work.audience):
            audience = audience_within(each, work.audience)
            if not firm and self._passed(work, each, audience):
                continue
            apart = len(work.langs) > 1 and each.parity == "document"  # not printed in pairs: one language after the other
            yield from (Work(work.event, each.name, langs, audience) for langs in ([(lang,) for lang in work.langs] if apart else [work.langs]))

    def _passed(self, work: Work, kind: "Kind", audience: str) -> bool:
        """Whether a pack goes without a document: a language has none of its kind, or the event has not what it needs, or nothing for its readers."""
        if not set(work.langs) <= set(kind.languages):
            return True
        view = self._views.glimpse(work.event, audience)
        if view is None:  # with wrong facts it is bound, so that it is told what is wrong
            return self._views.glimpse(work.event, work.audience) is not None
        return not applies(view, kind)

    def _picture(self, view: "View") -> Picture | None:
        """The event's picture, through the gate, once; None where this audience sees none."""
        group = view.event.get("picture")
        file = group.get("file") if isinstance(group, Group) else None
        if not isinstance(file, Leaf):
            return None
        event = view.event.address
        if event not in self._pictures:
            folder = (self._desk.root / "sources" / event).resolve()
            path = folder / str(file.value)
            if not path.resolve().is_relative_to(folder):
                outside = Problem(file.where, "B013", f"'{file.value}' leads out of the event's folder", "put the picture beside facts.yaml", file.address)
                raise BriefgenError(outside)
            pixels = read_picture(path, file.where, file.address)
            self._pictures[event] = Picture(pixels.data, pixels.media, pixels.size)
        return self._pictures[event]

    def _language(self, code: str) -> Language:
        """The language ``code``; its own errors are raised once and are then every document's."""
        if code not in self._spoken:
            try:
                self._spoken[code] = Language(code, self._locales, self._desk.settings.house)
            except Unsayable as error:
                raise BriefgenError(Problem(Where(f"locales/{code}/language.yaml"), "L001", error.message, error.hint, language=code)) from None
        return self._spoken[code]
