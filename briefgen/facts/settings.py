"""``desk.yaml``: what this desk makes, and who it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar

from pydantic import Field

from briefgen.errors import Where
from briefgen.facts.fields import Fact, Free, Line, One, Several, Word
from briefgen.facts.kinds import LanguageCode, Zone
from briefgen.facts.marks import AUDIENCES
from briefgen.facts.reading import Wrong
from briefgen.facts.record import Record
from briefgen.facts.states import STATES, state_hint
from briefgen.facts.texts import LANGUAGE, Text
from briefgen.lines import Map, Node, Seq, Str

FORMAT = 1
"""The format of facts that this version reads; a new one is for renamed or split fields only."""


def plain(node: Node) -> Any:
    """A free mapping as plain Python: dict, list, str."""
    if isinstance(node, Map):
        return {str(key): plain(child) for key, child in node.items()}
    return [plain(child) for child in node] if isinstance(node, Seq) else str(node)


def _format(node: Str) -> int:
    if node == str(FORMAT):
        return FORMAT
    if node.isdigit() and int(node) > FORMAT:
        raise Wrong(f"these facts have format {node}; this briefgen reads format {FORMAT}", "install a newer briefgen", "D002")
    raise Wrong(f"'{node}' is no format of facts", f"write {FORMAT}", "D002")


def _pair(node: Str) -> str:
    sides = node.split("-")
    if len(sides) != 2 or sides[0] == sides[1] or not all(LANGUAGE.fullmatch(side) for side in sides):
        raise Wrong(f"'{node}' is no pair of languages", "write id-ru, left language first", "D003")
    return str(node)


def _state(node: Str) -> str:
    if node in STATES:
        return str(node)
    raise Wrong(f"'{node}' is no state", state_hint(node) or "write a code of two capitals: ID, RU", "D003")


class Issuer(Record):
    """The office that issues: its name, whom to ask, and a line about it."""

    model: ClassVar[str] = "issuer"
    lends: ClassVar[frozenset[str]] = frozenset({"note"})

    name: Annotated[Fact, Text(shape="n")]
    short: Annotated[Fact, Text(shape="n", lacking=True)] | None = None
    contact: Annotated[Fact, Text(shape="n", lines=True)] | None = None
    about: Annotated[Fact, Text(shape="s", lacking=True)] | None = None
    address: Annotated[Fact, Text(shape="n", lines=True, lacking=True)] | None = None


class DeskFile(Record):
    """``desk.yaml`` as written."""

    model: ClassVar[str] = "desk"
    lends: ClassVar[frozenset[str]] = frozenset({"note"})

    format: Annotated[Fact, One(kind="number", parse=_format, instead=FORMAT)]
    languages: Annotated[tuple[Fact, ...], Several(kind="word", each=LanguageCode(instead="en"))]
    pairs: Annotated[tuple[Fact, ...], Several(each=One(parse=_pair))] = ()
    kinds: Annotated[tuple[Fact, ...], Several(each=Line())] = ()
    formats: Annotated[tuple[Fact, ...], Several(each=Line())] = ()
    pack: Annotated[tuple[Fact, ...], Several(each=Line())] = ()
    home: Annotated[Fact, One(kind="word", parse=_state, instead="")] | None = None
    zone: Zone
    audience: Annotated[Fact, Word(words=AUDIENCES)]
    issuer: Issuer | None = None
    register_: Annotated[Fact, Word(words=("press", "protocol"))] | None = Field(default=None, alias="register")
    track_changes: Annotated[Fact, Word(words=("never", "drafts"))] | None = None
    units: Annotated[tuple[Fact, ...], Several(each=Line(most=40))] = ()
    house: Annotated[object, Free()] = Field(default=None)
    extra: Annotated[object, Free()] = Field(default=None)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a desk is set to, typed and plain.

    ``pairs`` are ``("id", "ru")``, left first; ``kinds`` and ``formats`` what ``build`` makes by itself (empty: all); ``pack`` what is bound
    into a pack (empty: what its kind says); ``home`` the desk's own state or ""; ``zone`` its time zone; ``audience`` that of a fact where
    nothing says; ``register`` press or protocol; ``track_changes`` in which Word files changes are recorded from the first; ``units`` its
    own; ``house`` free settings for languages and styles; ``issuer`` the office as written, or None; ``places`` where a kind, a pair, a
    format or a language is named.
    """

    format: int
    languages: tuple[str, ...]
    zone: str
    audience: str
    pairs: tuple[tuple[str, str], ...] = ()
    kinds: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    pack: tuple[str, ...] = ()
    home: str = ""
    register: str = "press"
    track_changes: str = "never"
    units: frozenset[str] = frozenset()
    house: Mapping[str, Any] = field(default_factory=dict)
    issuer: Issuer | None = None
    places: Mapping[str, Where] = field(default_factory=dict)

    @classmethod
    def of(cls, desk: DeskFile) -> "Settings":
        """The settings in a desk file that has been read."""

        def listed(facts: tuple[Fact, ...]) -> tuple[str, ...]:
            return tuple(fact.value for fact in facts)

        pairs = (pair.split("-") for pair in listed(desk.pairs))
        return cls(
            format=desk.format.value,
            languages=listed(desk.languages),
            zone=desk.zone.value,
            audience=desk.audience.value,
            pairs=tuple((left, right) for left, right in pairs),
            kinds=listed(desk.kinds),
            formats=listed(desk.formats),
            pack=listed(desk.pack),
            home=desk.home.value if desk.home else "",
            register=desk.register_.value if desk.register_ else "press",
            track_changes=desk.track_changes.value if desk.track_changes else "never",
            units=frozenset(listed(desk.units)),
            house=plain(desk.house) if isinstance(desk.house, Map) else {},
            issuer=desk.issuer,
            places={fact.value: fact.where for fact in (*desk.languages, *desk.pairs, *desk.kinds, *desk.formats)},
        )
