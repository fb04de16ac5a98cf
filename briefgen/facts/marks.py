"""What any group may say about all that is beneath it (rule 2): ``source``, ``audience``, ``embargo``, ``note``, ``against``."""

import re
from dataclasses import dataclass
from typing import Literal

from briefgen.facts.dates import moment
from briefgen.facts.reading import Reading, Wrong, corrected, likely, nearest, one_of
from briefgen.lines import Map, Node, Seq, Str
from briefgen.values import Moment

AUDIENCES = ("public", "delegation", "internal")
"""Rising: who may know the least first."""

MARKS = frozenset({"source", "audience", "embargo", "note", "against"})

_LOCATOR = re.compile(r"[^\s#]{1,200}")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact is from: ``reference#locator``, and the words that say it. ``at`` is ``desk`` for the office's own knowledge."""

    at: str
    quote: str = ""
    note: str = ""

    @property
    def reference(self) -> str:
        """The id of the reference."""
        return self.at.partition("#")[0]


@dataclass(frozen=True, slots=True)
class Claim:
    """What another source says and the desk did not follow; without a ``note`` the conflict is undecided."""

    value: str
    node: Node
    source: tuple[Source, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """The five marks of one group or value, as written there."""

    source: tuple[Source, ...] = ()
    audience: str = ""
    embargo: Moment | Literal["lifted"] | None = None
    note: str = ""
    against: tuple[Claim, ...] = ()


NO_MARKS = Marks()


def read_marks(node: Map, reading: Reading) -> Marks:
    """The marks in ``node``; a wrong one is noted and left out."""
    if MARKS.isdisjoint(node):
        return NO_MARKS
    get = node.get
    return Marks(
        source=_sources(get("source"), reading),
        audience=_audience(get("audience"), reading),
        embargo=_embargo(get("embargo"), reading),
        note=_text(get("note"), reading),
        against=_claims(get("against"), reading),
    )


def _audience(node: Node | None, reading: Reading) -> str:
    if node is None:
        return ""
    if isinstance(node, Str) and node in AUDIENCES:
        return str(node)
    said = str(node) if isinstance(node, Str) else "this"
    reading.note(node, "F022", f"'{said}' is no audience", nearest(said, AUDIENCES) or "write " + one_of(AUDIENCES))
    reading.guess(node)
    return likely(said, AUDIENCES) or "internal"


def _embargo(node: Node | None, reading: Reading) -> Moment | Literal["lifted"] | None:
    if node is None:
        return None
    if node == "lifted":
        return "lifted"
    try:
        if not isinstance(node, Str):
            raise Wrong("an embargo is one moment", "write 2025-06-19 14:00 Asia/Jakarta, or lifted")
        value = moment(node)
        if value.time is None or value.zone is None:
            lacks = "time and zone" if value.time is None else "zone"
            raise Wrong(f"an embargo needs its {lacks}; '{node}' has none", "write 2025-06-19 14:00 Asia/Jakarta")
    except Wrong as wrong:
        reading.note(node, "F023", wrong.what, wrong.hint)
        return None
    return value


def _text(node: Node | None, reading: Reading) -> str:
    if node is None or isinstance(node, Str):
        return str(node or "").strip()
    reading.note(node, "F011", "a note is plain text", "write it as one text, in quotes if it has a colon")
    return ""


def _sources(node: Node | None, reading: Reading) -> tuple[Source, ...]:
    if node is None:
        return ()
    return tuple(s for item in (node if isinstance(node, Seq) else (node,)) if (s := _source(item, reading)))


def _source(node: Node, reading: Reading) -> Source | None:
    quote = note = ""
    at: Node | None = node
    if isinstance(node, Map):
        right = corrected(node, ("at", "quote", "note"), reading)
        at = right.get("at")
        quote, note = _text(right.get("quote"), reading), _text(right.get("note"), reading)
    if not isinstance(at, Str) or not at:
        reading.note(node, "F024", "a source names a reference", "write reference#p3, or {at: reference#p3, quote: …}")
        reading.guess(node)
        return None
    reference, hash_, locator = at.partition("#")
    if hash_ and not _LOCATOR.fullmatch(locator):
        reading.note(at, "F024", f"'#{locator}' is no place in a source", "write #p3, #art-5 or #page-4")
        at = Str(reference, at.where)
    if reference != "desk":
        reading.mention(at, ("references",))
    return Source(str(at), quote, note)


def _claims(node: Node | None, reading: Reading) -> tuple[Claim, ...]:
    if node is None:
        return ()
    claims = []
    for item in node if isinstance(node, Seq) else (node,):
        if not isinstance(item, Map):
            claims.append(Claim(str(item), item))
            continue
        right = corrected(item, ("value", "source", "note"), reading)
        value = right.get("value")
        if value is None or not value:
            reading.note(item, "F012", "'value' is missing", "write what the other source says")
            continue
        claims.append(Claim(str(value), item, _sources(right.get("source"), reading), _text(right.get("note"), reading)))
    return tuple(claims)
