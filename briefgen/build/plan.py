"""Which documents, in which languages and formats: what was asked for, held against what there is."""

import difflib
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from briefgen.build.order import Order
from briefgen.build.places import DEVICES
from briefgen.build.stage import FILE
from briefgen.errors import BriefgenError, Problem, Where

AUDIENCES = ("public", "delegation", "internal")
"""From the fewest facts to all of them."""


class Kind(Protocol):
    """What the plan asks of a kind of document (``briefgen.compose.Kind`` has more)."""

    @property
    def audience(self) -> str: ...
    @property
    def parity(self) -> str: ...
    @property
    def languages(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Known:
    """What there is on a desk, and what its desk.yaml asks for where the order is silent."""

    events: tuple[str, ...]
    languages: tuple[str, ...]
    kinds: Mapping[str, Kind]
    formats: tuple[str, ...]
    default_languages: tuple[str, ...]
    default_pairs: tuple[str, ...]
    default_kinds: tuple[str, ...]
    default_formats: tuple[str, ...]
    spoken: Callable[[str], tuple[str, ...]] = lambda _event: ()
    """An event's own languages, where it names any; asked only where the order names none."""
    applies: Callable[[str, str, str], bool] = lambda _event, _kind, _audience: True
    """Whether an event has what a kind needs, as far as an audience may see."""
    inner_formats: frozenset[str] = frozenset()
    """Formats that hold addresses of facts: made where they are asked for by name, never because desk.yaml says so."""
    places: Mapping[str, Where] = field(default_factory=dict)
    """Where desk.yaml names a kind, a pair, a language or a format."""

    def place(self, name: str) -> Where:
        """The place of a name in desk.yaml, or of a language within a pair."""
        return self.places.get(name) or next((where for pair, where in self.places.items() if name in pair.split("-")), Where("desk.yaml"))


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """One file: a document of one language, or of two side by side, in one format."""

    event: str
    kind: str
    langs: tuple[str, ...]
    audience: str
    format: str
    lowered: bool = False
    """Whether the audience is below the kind's highest, and so stands in the name."""

    @property
    def name(self) -> str:
        """``EVENT/KIND.LANG.EXT`` below the output folder, ``KIND.LEFT-RIGHT.EXT`` for a pair."""
        parts = [self.kind, "-".join(self.langs).lower(), *([self.audience] if self.lowered else []), self.format]
        name = f"{self.event}/{'.'.join(parts)}"
        found = FILE.fullmatch(name)
        if not found or {self.event, self.kind} & DEVICES:
            raise BriefgenError(Problem(Where(), "B009", f"{name} is no name for a file on every system", "rename the event's folder or the kind"))
        return name


def plan(order: Order, known: Known) -> tuple[Target, ...]:
    """The files that ``order`` asks for, in a stable order. Raises all its misfits at once: status 2 for the order's, 1 for the desk's."""
    wrong = [*_misfits(order, known)]
    if wrong:
        raise BriefgenError(wrong, status=2 if all(problem.code.startswith("U") for problem in wrong) else 1)
    events = order.events or known.events
    names = order.kinds or known.default_kinds
    found = []
    for event in dict.fromkeys(events):
        alone, pairs = _languages(order, known, event)
        for name in dict.fromkeys(names):
            kind = known.kinds[name]
            audience = order.audience or kind.audience
            if _passed(order, known, event, name):
                continue
            sides = [*((lang,) for lang in alone), *(tuple(pair.split("-")) for pair in pairs if kind.parity != "document")]
            for langs in (langs for langs in dict.fromkeys(sides) if set(langs) <= set(kind.languages)):
                found += [Target(event, name, langs, audience, form, audience != kind.audience) for form in order.formats or known.default_formats]
    if order.kinds and not found and events:
        what = f"no event has what {' or '.join(dict.fromkeys(names))} needs"
        raise BriefgenError(Problem(Where(), "U009", what, "see what each kind needs in its kind.yaml, and briefgen list"), status=2)
    for target in found:
        _ = target.name  # refuses what cannot be a file's name before anything is done
    return tuple(found)


def passed_over(order: Order, known: Known) -> tuple[tuple[str, str], ...]:
    """The kinds of which an event has no document, since it lacks what they need, as (event, kind)."""
    named = dict.fromkeys(name for name in order.kinds or known.default_kinds if name in known.kinds)
    return tuple((event, name) for event in order.events or known.events for name in named if _passed(order, known, event, name))


def _passed(order: Order, known: Known, event: str, name: str) -> bool:
    """What is asked for by name, of an event that is named, is never passed over: the order would be answered by nothing."""
    if order.events and order.kinds:
        return False
    return not known.applies(event, name, order.audience or known.kinds[name].audience)


def suggestion(word: str, known: Collection[str]) -> str:
    """What to write instead of ``word``: the nearest known name, else all of them."""
    near = difflib.get_close_matches(word, known, 1, 0.6)
    return f"did you mean {near[0]}?" if near else f"there is {', '.join(sorted(known)) or 'none yet'}"


def _languages(order: Order, known: Known, event: str = "") -> tuple[Sequence[str], Sequence[str]]:
    """The languages and the pairs of an event: the order's, else its own and the desk's pairs of those, else the desk's."""
    if order.langs or order.pairs:
        return order.langs, order.pairs
    own = known.spoken(event) if event else ()
    return own or known.default_languages, [pair for pair in known.default_pairs if not own or set(pair.split("-")) <= set(own)]


def _misfits(order: Order, known: Known) -> Iterator[Problem]:
    yield from (_unknown("U001", "event", event, known.events, Where()) for event in order.events if event not in known.events)
    for name in () if order.formats else [name for name in known.default_formats if name in known.inner_formats]:
        what = f"the format {name} holds the addresses of facts and is for authors of templates"
        yield Problem(known.place(name), "D010", what, f"leave it out here; whoever wants it writes --format {name}")
    yield from _unknowns("format", "U002", order.formats, known.default_formats, known.formats, known=known)
    yield from _unknowns("kind", "U003", order.kinds, known.default_kinds, tuple(known.kinds), known=known)
    alone, pairs = _languages(order, known)
    by_order = bool(order.langs or order.pairs)
    for pair in pairs:
        if not re.fullmatch(r"([a-z]{2,3})-(?!\1$)[a-z]{2,3}", pair):
            yield Problem(
                Where() if by_order else known.place(pair),
                "U004" if by_order else "D010",
                f"{pair} is no pair of languages",
                "write two languages with a hyphen: id-ru",
            )
    spoken = tuple(dict.fromkeys([*alone, *(lang for pair in pairs for lang in pair.split("-"))]))
    yield from _unknowns("language", "U005", spoken if by_order else (), spoken, known.languages, known=known)
    for name in order.kinds or known.default_kinds:
        if name in known.kinds:
            yield from _kind_misfits(order, name, known.kinds[name], [lang for lang in spoken if lang in known.languages], asked=by_order)


def _unknowns(what: str, code: str, asked: Sequence[str], default: Sequence[str], there: Collection[str], *, known: Known) -> Iterator[Problem]:
    """The names that are nowhere; those of the desk's own defaults are D010."""
    missing = [name for name in asked or default if name not in there]
    return (_unknown(code, what, name, there, Where()) if asked else _unknown("D010", what, name, there, known.place(name)) for name in missing)


def _kind_misfits(order: Order, name: str, kind: Kind, spoken: Sequence[str], *, asked: bool) -> Iterator[Problem]:
    """A language need not have every kind: one that the desk speaks and the kind does not is left out, but one ``asked`` for never is."""
    for lang in spoken:
        if lang not in kind.languages and (asked or not set(spoken) & set(kind.languages)):
            yield Problem(Where(), "B010", f"{name} has no prose in {lang}", f"write templates/{name}/{lang}.j2.xml, or leave the language out", language=lang)
    if order.audience and order.audience not in AUDIENCES:
        yield _unknown("U006", "audience", order.audience, AUDIENCES, Where())
    elif order.audience and AUDIENCES.index(order.audience) > AUDIENCES.index(kind.audience):
        hint = "name other kinds with --kind, or leave --audience out"
        yield Problem(Where(), "U007", f"{name} goes to {kind.audience} at most, not to {order.audience}", hint)
    if order.pairs and not order.langs and kind.parity == "document":
        yield Problem(Where(), "U008", f"{name} is not printed in pairs", "ask for its languages with --lang")


def _unknown(code: str, what: str, name: str, there: Collection[str], where: Where) -> Problem:
    return Problem(where, code, f"there is no {what} {name}", suggestion(name, there))
