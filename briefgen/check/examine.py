"""Compose every document that is asked for, and collect what is wrong with all of them together."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.check.documents import Documents, Work
from briefgen.check.once import once
from briefgen.check.releases import Release, is_release
from briefgen.check.texts import Texts
from briefgen.check.views import Views
from briefgen.compose import Asked
from briefgen.document import Document
from briefgen.errors import Grade, Problem

if TYPE_CHECKING:
    from briefgen.compose import Kind
    from briefgen.facts import Desk


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
    wanted = sorted(set(works), key=lambda work: (not kinds[work.kind].documents, work))  # packs first: their PDFs take longest
    views = views or Views(desk)
    found = Documents(desk, kinds, locales, views)
    events = sorted({work.event for work in wanted})
    problems = [problem for langs, some in _spoken(wanted).items() for problem in desk.check(*some, languages=langs)]
    documents: dict[Work, Document] = {}
    doubts: dict[Work, tuple[Problem, ...]] = {}
    for work in wanted:
        if whole := found.of(work):
            documents[work], doubts[work] = whole
            composed(work, whole[0])
    texts = Texts(desk, locales, lambda event: views.glimpse(event, "public"))  # read last, while others write what is composed
    problems += texts.problems(events, advice=advice)
    if spelling:
        problems += texts.spelling(events)
    problems += texts.composed(_releases(documents, views), advice=advice)
    told = once([*problems, *found.problems, *found.differ(), *views.problems])
    return Examined(documents, doubts, told, tuple(dict.fromkeys(found.asked)))


def _releases(documents: Mapping[Work, Document], views: Views) -> list[Release]:
    """The composed documents that are prose with a lead, with the places of their facts."""
    out = []
    for work, document in documents.items():
        view = views.of(work.event, work.audience) if is_release(document) else None
        if view is not None:
            out.append(Release(work.event, work.kind, document, {leaf.address: leaf.where for leaf in view.leaves()}))
    return out


def _spoken(wanted: Sequence[Work]) -> dict[tuple[str, ...], list[str]]:
    """The events by the languages that they are wanted in."""
    spoken: dict[str, set[str]] = {}
    for work in sorted(wanted):
        spoken.setdefault(work.event, set()).update(work.langs)
    found: dict[tuple[str, ...], list[str]] = {}
    for event, langs in spoken.items():
        found.setdefault(tuple(sorted(langs)), []).append(event)
    return dict(sorted(found.items()))
