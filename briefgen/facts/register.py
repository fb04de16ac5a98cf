"""What is said once for all events: people, posts, organisations, places, terms, references, states (FACTS: Popolo, SKOS, CSL-JSON)."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from briefgen.facts.fields import Fact, Free, Keyed, Line, Ref, Several
from briefgen.facts.kinds import Date, Moment, Noun, OneLanguage, Periods, ShortNoun, Url, Words, YesNo, Zone, identifier, upper_code, word
from briefgen.facts.record import Record
from briefgen.facts.texts import Avoided

StateRef = Annotated[Fact, Ref(to=("states",))]
OrganisationRef = Annotated[Fact, Ref(to=("organisations",))]
OrganisationRefs = Annotated[tuple[Fact, ...], Several(kind="link", each=Ref(to=("organisations",)))]
PlaceRef = Annotated[Fact, Ref(to=("places",))]
Formerly = Annotated[tuple[Fact, ...], Several(each=Line(), what="the id that this entry had before")]


class Entry(Record):
    """A record with a key of its own; ``formerly`` keeps the ids that it had."""

    formerly: Formerly = ()


class Named(Entry):
    """What has a name; ``avoid`` holds the words that must not be written instead of it."""

    avoid: Annotated[object, Avoided()] = Field(default=None)


class Held(Record):
    """A post held: from when to when."""

    first: ClassVar[str] = "period"
    model: ClassVar[str] = "held"
    key_refers: ClassVar[bool] = True

    period: Periods
    acting: YesNo | None = None


class Person(Named):
    """A person. ``gender`` is needed because Russian verbs and names bend by it; it is never guessed."""

    model: ClassVar[str] = "person"

    name: Noun
    short: ShortNoun | None = None
    gender: Annotated[Fact, word("person.gender")]
    origin: StateRef | None = None
    honorific: ShortNoun | None = None
    contact: Annotated[Fact, Line(lines=True, most=1000, default="internal")] | None = None
    posts: Annotated[Mapping[str, Held], Keyed(each=Held, refers=("posts",), model="held")] | None = None


class Post(Named):
    """An office that people hold one after the other; its title is translated once."""

    model: ClassVar[str] = "post"

    title: Noun
    short: ShortNoun | None = None
    organisation: OrganisationRef | None = None
    state: StateRef | None = None


class Organisation(Named):
    """A ministry, a fund, a company, an association of states. A renamed one is a new entry with ``replaces``."""

    model: ClassVar[str] = "organisation"

    name: Noun
    short: ShortNoun | None = None
    abbr: ShortNoun | None = None
    description: ShortNoun | None = None
    state: StateRef | None = None
    part_of: OrganisationRef | None = None
    replaces: OrganisationRefs = ()


class Place(Named):
    """A city, a building, a room; ``zone`` is an IANA time zone."""

    model: ClassVar[str] = "place"

    name: Noun
    state: StateRef | None = None
    within: PlaceRef | None = None
    zone: Zone | None = None


class Term(Named):
    """A term of the field in each language; the text stands directly in the entry."""

    first: ClassVar[str] = "name"
    model: ClassVar[str] = "term"

    name: Noun
    abbr: ShortNoun | None = None


class Reference(Entry):
    """A source, as CSL-JSON describes it; ``cites`` is the one that it repeats."""

    model: ClassVar[str] = "reference"

    kind: Annotated[Fact, word("reference.kind")]
    title: Annotated[Fact, Line(most=500)] | None = None
    author: Words | None = None
    publisher: Words | None = None
    language: OneLanguage | None = None
    issued: Moment | None = None
    accessed: Date | None = None
    url: Url | None = None
    cites: Annotated[tuple[Fact, ...], Several(kind="link", each=Ref(to=("references",)))] = ()


class State(Named):
    """What the desk says otherwise than the languages do of a state."""

    model: ClassVar[str] = "state"

    name: ShortNoun | None = None
    formal: ShortNoun | None = None
    zone: Zone | None = None


class Sections(Record):
    """The sections that a register file may have; an event may have them for what it alone needs."""

    people: Annotated[Mapping[str, Person], Keyed(each=Person, keys=identifier, model="person")] | None = None
    posts: Annotated[Mapping[str, Post], Keyed(each=Post, keys=identifier, model="post")] | None = None
    organisations: Annotated[Mapping[str, Organisation], Keyed(each=Organisation, keys=identifier, model="organisation")] | None = None
    places: Annotated[Mapping[str, Place], Keyed(each=Place, keys=identifier, model="place")] | None = None
    terms: Annotated[Mapping[str, Term], Keyed(each=Term, keys=identifier, model="term")] | None = None
    references: Annotated[Mapping[str, Reference], Keyed(each=Reference, keys=identifier, model="reference")] | None = None


class Register(Sections):
    """One file of the register."""

    model: ClassVar[str] = "register"
    lends: ClassVar[frozenset[str]] = frozenset({"note"})

    states: Annotated[Mapping[str, State], Keyed(each=State, keys=upper_code, refers=("states",), model="state")] | None = None
    extra: Annotated[object, Free()] = Field(default=None)


SECTIONS = ("people", "posts", "organisations", "places", "terms", "references", "states")
"""The sections of the register, in the order in which an ambiguous id would be looked for."""

__all__ = [
    "SECTIONS",
    "Entry",
    "Held",
    "Organisation",
    "OrganisationRef",
    "Person",
    "Place",
    "PlaceRef",
    "Post",
    "Reference",
    "Register",
    "Sections",
    "State",
    "Term",
]
