"""Compose every document that is asked for, and collect what is wrong with all of them together."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.check.once import once
from briefgen.check.releases import Release, is_release
from briefgen.check.texts import Texts
from briefgen.check.views import Views
from briefgen.compose import Asked, Picture, applies, compose, differences, pair
from briefgen.compose import Composed as Composing
from briefgen.document import Document
from briefgen.errors import BriefgenError, Grade, Problem, Where
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


@dataclass(frozen=True, slots=True)
class Examined:
    """The documents that could be composed, the doubts of each, all problems of the run (errors, doubts, advice), sorted, and the forms to confirm."""

    documents: Mapping[Work, Document]
    doubts: Mapping[Work, tuple[Problem, ...]]
    problems: tuple[Problem, ...]
    asked: tuple[Asked, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems for which nothing is written."""
        return tuple(problem for problem in self.problems if problem.grade is Grade.ERROR)


Composed = Callable[[Work, Document], None]
"""Told each document as soon as it is composed, before anything is known of the others: whatever is begun with it may have to be dropped."""


def examine(
    desk: "Desk",
    kinds: Mapping[str, "Kind"],
    works: Iterable[Work],
    locales: Sequence[Path],
    composed: Composed = lambda _work, _document: None,
    *,
    views: Views | None = None,
    advice: bool = False,
    spelling: bool = False,
) -> Examined:
    """Check the facts behind ``works`` and compose them: each event, kind, audience and language once, pairs from those trees.

    All languages of a kind that ``works`` name are held against each other. An event whose facts have errors is composed as they are
    probably meant, for its other problems only: nothing is kept of what comes about. With ``advice`` texts are read for style too,
    with ``spelling`` by a dictionary.
    """
    wanted = sorted(set(works))
    run = _Run(desk, kinds, locales, composed, views or Views(desk))
    run.facts(wanted)
    texts = Texts(desk, locales, lambda event: run.views.glimpse(event, "public"))
    run.problems += texts.problems(sorted({work.event for work in wanted}), advice=advice)
    for group in sorted({(work.event, work.kind, work.audience) for work in wanted}):
        run.group(*group, [work.langs for work in wanted if (work.event, work.kind, work.audience) == group])
    if spelling:
        run.problems += texts.spelling(sorted({work.event for work in wanted}))
    run.problems += texts.composed(run.releases(), advice=advice)
    return Examined(run.documents, run.doubts, once([*run.problems, *run.views.problems]), tuple(dict.fromkeys(run.asked)))


class _Run:
    """What is gathered on the way; a Language and a view are made once each."""

    def __init__(self, desk: "Desk", kinds: Mapping[str, "Kind"], locales: Sequence[Path], composed: Composed, views: Views) -> None:
        self.documents: dict[Work, Document] = {}
        self.doubts: dict[Work, tuple[Problem, ...]] = {}
        self.problems: list[Problem] = []
        self.views = views
        self.asked: list[Asked] = []
        self._desk, self._kinds, self._locales, self._composed = desk, kinds, locales, composed
        self._spoken: dict[str, Language] = {}
        self._pictures: dict[str, Picture] = {}

    def facts(self, wanted: Sequence[Work]) -> None:
        """The problems of the facts themselves, each event's for the languages that it is wanted in."""
        spoken: dict[str, set[str]] = {}
        for work in wanted:
            spoken.setdefault(work.event, set()).update(work.langs)
        for langs in sorted({tuple(sorted(langs)) for langs in spoken.values()}):
            self.problems += self._desk.check(*(event for event, mine in spoken.items() if tuple(sorted(mine)) == langs), languages=langs)

    def releases(self) -> list[Release]:
        """The composed documents that are prose with a lead, with the places of their facts."""
        out = []
        for work, document in self.documents.items():
            view = self.views.of(work.event, work.audience) if is_release(document) else None
            if view is not None:
                out.append(Release(work.event, work.kind, document, {leaf.address: leaf.where for leaf in view.leaves()}))
        return out

    def group(self, event: str, kind: str, audience: str, sides: Sequence[tuple[str, ...]]) -> None:
        """One event's documents of one kind: each language, whether they agree, and the pairs."""
        spoken = list(dict.fromkeys(lang for langs in sides for lang in langs))
        view = self.views.of(event, audience)
        if view is None:
            self._meant(event, kind, audience, spoken)
            return
        alone: dict[str, Composing] = {}
        for lang, composed in self._compose(view, kind, spoken, self.problems, self.asked):
            alone[lang] = composed
            if (lang,) in sides:
                self._add(Work(event, kind, (lang,), audience), [composed])
        for langs in sides:
            if len(langs) > 1 and all(lang in alone for lang in langs):
                self._add(Work(event, kind, langs, audience), [alone[lang] for lang in langs])

    def _meant(self, event: str, kind: str, audience: str, spoken: Sequence[str]) -> None:
        """The problems of documents that cannot be made yet, since other facts have errors, as far as they do not follow from those."""
        found = self.views.meant(event, audience)
        if found is None or not applies(found[0], self._kinds[kind]):
            return
        problems: list[Problem] = []
        for _ in self._compose(found[0], kind, spoken, problems, []):
            pass
        self.problems += found[1].sift(problems)

    def _compose(self, view: "View", kind: str, spoken: Sequence[str], problems: list[Problem], asked: list[Asked]) -> Iterator[tuple[str, Composing]]:
        """One document in each language, those that can be; what is wrong with any of them, and whether they agree, goes to ``problems``."""
        alone: list[Document] = []
        for lang in spoken:
            try:
                composed = compose(view, self._kinds[kind], self._language(lang), self._picture(view), asked)
            except BriefgenError as wrong:
                problems += wrong.problems
                continue
            alone.append(composed.document)
            problems += composed.doubts
            yield lang, composed
        for left, right in pairwise(alone):
            problems += differences(left, right, self._kinds[kind])

    def _add(self, work: Work, sides: Sequence[Composing]) -> None:
        try:
            self.documents[work] = sides[0].document if len(sides) == 1 else pair(sides[0].document, sides[1].document, self._kinds[work.kind])
        except BriefgenError as wrong:
            self.problems += wrong.problems
        else:
            self.doubts[work] = tuple(sorted({doubt for side in sides for doubt in side.doubts}))
            self._composed(work, self.documents[work])

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
