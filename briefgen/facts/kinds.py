"""The kinds of fields that records are made of, as annotations."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from briefgen.facts import dates, measures
from briefgen.facts.fields import Fact, Line, One, Several, Word
from briefgen.facts.lists import LISTS, RESERVED
from briefgen.facts.reading import Reading, Wrong, nearest
from briefgen.facts.texts import LANGUAGE, Text
from briefgen.facts.units import every, unit
from briefgen.lines import Str
from briefgen.values import Measure


@dataclass(frozen=True, kw_only=True)
class Figured(One):
    """A figure with a unit of the closed list and the desk's own."""

    kind: str = "measure"

    def convert(self, node: Str, reading: Reading) -> Measure:
        """The quantity."""
        return measures.measure(str(node), reading.units)


@dataclass(frozen=True, kw_only=True)
class Unit(One):
    """A unit alone, for a series."""

    def convert(self, node: Str, reading: Reading) -> str:
        """The unit as kept."""
        known = unit(str(node), reading.units)
        if known is None:
            raise Wrong(f"'{node}' is no unit that is known here", nearest(node, every(reading.units)))
        return known


@dataclass(frozen=True, kw_only=True)
class LanguageCode(One):
    """A language."""

    kind: str = "word"

    def convert(self, node: Str, reading: Reading) -> str:  # noqa: ARG002 - other kinds need it
        """The code."""
        return language(str(node))


def language(text: str) -> str:
    """A language code: ``id``, ``en``, ``ru``."""
    if LANGUAGE.fullmatch(text):
        return text
    lowered = text.lower()
    raise Wrong(f"'{text}' is no language code", f"languages are written in lower case: {lowered}" if LANGUAGE.fullmatch(lowered) else "write id, en, ru")


_ID = re.compile(r"[a-z][a-z0-9-]{0,63}")


def identifier(text: str) -> str:
    """A key that is an id: ``[a-z][a-z0-9-]*``, at most 64 characters, none of the reserved words."""
    if text in RESERVED or text.startswith("x-"):
        raise Wrong(f"'{text}' is kept for later and cannot be a name here", "choose another", "F015")
    if _ID.fullmatch(text):
        return text
    better = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:64]
    raise Wrong(
        f"'{text}' cannot be a name here: small letters, digits and hyphens, beginning with a letter",
        f"write {better}" if _ID.fullmatch(better) else "",
        "F015",
    )


def upper_code(text: str) -> str:
    """A key that is a state code."""
    if re.fullmatch(r"[A-Z]{2}", text):
        return text
    raise Wrong(f"'{text}' is no state", "states are written as two capitals: ID, RU", "F015")


def _whole(node: Str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", node):
        raise Wrong(f"'{node}' is no whole number", "write digits only")
    return int(node)


def _url(node: Str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"]{3,500}", node):
        raise Wrong(f"'{node}' is no web address", "write it in full, beginning with https://")
    return str(node)


def _file(node: Str) -> str:
    parts = str(node).split("/")
    if ".." in parts or node.startswith(("/", "~")) or "\\" in node or ":" in node:
        raise Wrong(f"'{node}' leads out of the event's folder", "put the picture beside facts.yaml and write its name")
    if not re.fullmatch(r"[\w.-]+(/[\w.-]+)*\.(png|jpe?g)", str(node), re.IGNORECASE):
        raise Wrong(f"'{node}' is no picture that is read here", "use a .png or .jpg file with a plain name")
    return str(node)


def _true(node: Str) -> bool:
    if node in ("true", "false"):
        return node == "true"
    raise Wrong(f"'{node}' is neither true nor false", "write true or false")


QUANTITY = Figured()
WHOLE = One(kind="number", parse=_whole)
SENTENCES = Text(shape="s")

Date = Annotated[Fact, One(kind="date", parse=dates.date)]
Moment = Annotated[Fact, One(kind="moment", parse=dates.moment)]
When = Annotated[Fact, One(kind="moment", parse=dates.when)]
Period = Annotated[Fact, One(kind="span", parse=dates.span)]
Periods = Annotated[tuple[Fact, ...], Several(kind="span", each=One(kind="span", parse=dates.span))]
Zone = Annotated[Fact, One(parse=dates.zone, instead="UTC")]
Length = Annotated[Fact, One(kind="measure", parse=measures.length, instead=Measure(Decimal(1), "year"))]
Quantity = Annotated[Fact, QUANTITY]
UnitName = Annotated[Fact, Unit(instead="%")]
Whole = Annotated[Fact, WHOLE]
YesNo = Annotated[Fact, One(kind="number", parse=_true, instead=True)]
Url = Annotated[Fact, One(parse=_url)]
Picturefile = Annotated[Fact, One(parse=_file)]
Words = Annotated[Fact, Line()]
Languages = Annotated[tuple[Fact, ...], Several(kind="word", each=LanguageCode(instead="en"))]
Names = Annotated[tuple[Fact, ...], Several(kind="word", each=Line(most=64))]
OneLanguage = Annotated[Fact, LanguageCode(instead="en")]
Noun = Annotated[Fact, Text(shape="n")]
ShortNoun = Annotated[Fact, Text(shape="n", lacking=True)]
Clause = Annotated[Fact, Text(shape="c")]
Infinitive = Annotated[Fact, Text(shape="i")]
Sentences = Annotated[Fact, SENTENCES]
Spoken = Annotated[Fact, Text(shape="w")]


def word(field: str) -> Word:
    """A word of the closed list of ``field`` (``record.field``)."""
    return Word(words=LISTS[field])
