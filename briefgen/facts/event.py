"""What happened: one event and all that it may hold (rule 3: what can be several is a mapping by key)."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from briefgen.facts import dates
from briefgen.facts.fields import Fact, Free, Keyed, Ref, Several
from briefgen.facts.kinds import (
    QUANTITY,
    SENTENCES,
    WHOLE,
    Clause,
    Infinitive,
    Languages,
    Length,
    Names,
    Noun,
    OneLanguage,
    Period,
    Picturefile,
    Quantity,
    Sentences,
    Spoken,
    UnitName,
    When,
    Words,
    identifier,
    word,
)
from briefgen.facts.kinds import Date as DateField
from briefgen.facts.links import WHO, AgreementRef, Events, People, PersonRef, TermRef, Topics, Who
from briefgen.facts.prepared import Coverage, ProgrammeItem, Question, Step, TalkingPoint
from briefgen.facts.record import Record
from briefgen.facts.register import Entry, OrganisationRef, PlaceRef, Sections

LOCAL = ("agreements", "statements", "commitments", "figures", "points", "programme")
"""The mappings of an event whose keys can be referred to within it."""


def _side(key: str) -> str:
    return key if len(key) == 2 and key.isalpha() else identifier(key)  # which state or organisation it is, references find out


def _figure_period(key: str) -> str:
    dates.date(key)
    return key


class Act(Record):
    """A dated thing done to an agreement. ``by`` names who did it for each side."""

    first: ClassVar[str] = "date"
    model: ClassVar[str] = "act"

    date: DateField
    place: PlaceRef | None = None
    by: Annotated[Mapping[str, Fact], Keyed(each=Ref(to=("people",)), keys=_side, refers=("states", "organisations"))] | None = None
    witnesses: People = ()


class Renewal(Record):
    """How an agreement goes on when its term is over."""

    first: ClassVar[str] = "kind"
    model: ClassVar[str] = "renewal"

    kind: Annotated[Fact, word("renewal.kind")]
    period: Length | None = None
    notice: Length | None = None


class Side(Record):
    """One side of an event; its key is a state or an organisation."""

    first: ClassVar[str] = "head"
    model: ClassVar[str] = "side"
    key_refers: ClassVar[bool] = True

    head: PersonRef | None = None
    led_by: OrganisationRef | None = None
    members: People = ()


class Agreement(Entry):
    """A text between parties and what was done to it.

    ``status`` is written only where no act has a date; ``field`` is what it is about in one term, ``scope`` what it covers.
    """

    model: ClassVar[str] = "agreement"

    instrument: Annotated[Fact, word("agreement.instrument")] | None = None
    title: Noun | None = None
    field: TermRef | None = None
    """What it is about, in one noun phrase; where it is left out, the one thing in ``scope``."""
    parties: Who
    status: Annotated[Fact, word("agreement.status")] | None = None
    initialled: Act | None = None
    signed: Act | None = None
    exchanged: Act | None = None
    in_force: Act | None = None
    ends: Act | None = None
    valid_for: Length | None = None
    renewal: Renewal | None = None
    languages: Languages = ()
    depositary: Annotated[Fact, Ref(to=("states", "organisations"))] | None = None
    scope: Topics = ()
    purpose: Infinitive | None = None
    number: Words | None = None
    next_step: Step | None = None


class Statement(Entry):
    """What somebody said: reported (``that``), or the very words with the language in which they were said."""

    model: ClassVar[str] = "statement"

    by: Who
    that: Clause | None = None
    words: Spoken | None = None
    original: OneLanguage | None = None
    act: Annotated[Fact, word("statement.act")] | None = None
    when: When | None = None
    post: Annotated[Fact, Ref(to=("posts",))] | None = None
    topics: Topics = ()


class Commitment(Entry):
    """What the sides undertook; ``who`` left out means all of them."""

    model: ClassVar[str] = "commitment"

    what: Infinitive
    who: Who = ()
    due: DateField | None = None
    under: AgreementRef | None = None
    announced: Act | None = None
    status: Annotated[Fact, word("commitment.status")] | None = None
    next_step: Step | None = None
    topics: Topics = ()


class Figure(Entry):
    """A number with what it counts, or a series by period; growth is computed, never stored."""

    model: ClassVar[str] = "figure"

    what: Noun
    value: Quantity | None = None
    series: Annotated[Mapping[str, Fact], Keyed(each=QUANTITY, keys=_figure_period)] | None = None
    unit: UnitName | None = None
    period: Period | None = None
    area: Annotated[tuple[Fact, ...], Several(kind="link", each=Ref(to=("states", "places", "organisations")))] = ()
    counts: Annotated[tuple[Fact, ...], Several(kind="link", each=Ref(to=(*LOCAL, *WHO, "terms")))] = ()


class Point(Entry):
    """Anything else that was discussed, offered or is background, in whole sentences."""

    model: ClassVar[str] = "point"

    kind: Annotated[Fact, word("point.kind")]
    text: Sentences
    by: Who = ()
    when: When | None = None
    topics: Topics = ()


class Picture(Record):
    """A picture beside the facts."""

    first: ClassVar[str] = "file"
    model: ClassVar[str] = "picture"

    file: Picturefile
    caption: Sentences
    credit: Words | None = None
    alt: Sentences


class Defaults(Record):
    """What holds for each fact of the file where nothing nearer is said; a default, not a ceiling."""

    model: ClassVar[str] = "defaults"


class Event(Sections):
    """One event: a folder in ``sources``, its file ``facts.yaml``."""

    model: ClassVar[str] = "event"

    kind: Annotated[Fact, word("event.kind")]
    title: Noun
    headline: Noun | None = None
    subhead: Noun | None = None
    lead: Sentences | None = None
    body: Annotated[Mapping[str, Fact], Keyed(each=SENTENCES, keys=identifier)] | None = None
    first_: Annotated[Fact, Ref(to=("agreements", "points"))] | None = Field(default=None, alias="first")
    wording: Annotated[Mapping[str, Fact], Keyed(each=WHOLE, keys=identifier)] | None = None
    picture: Picture | None = None
    number: Words | None = None
    issuer: OrganisationRef | None = None
    languages: Languages = ()
    pack: Names = ()
    """The kinds of document that are bound into its pack, in their order; a choice, not a fact."""
    when: When | None = None
    issued: DateField | None = None
    """When the text goes out, where that is not the day of the event: the date of the dateline."""
    place: PlaceRef | None = None
    part_of: Annotated[Fact, Ref(to=("events",))] | None = None
    related: Events = ()
    led_by: OrganisationRef | None = None
    sides: Annotated[Mapping[str, Side], Keyed(each=Side, keys=_side, listed=True, refers=("states", "organisations"), model="side")] | None = None
    exchanged: Act | None = None
    topics: Topics = ()
    agreements: Annotated[Mapping[str, Agreement], Keyed(each=Agreement, keys=identifier, model="agreement")] | None = None
    statements: Annotated[Mapping[str, Statement], Keyed(each=Statement, keys=identifier, model="statement")] | None = None
    commitments: Annotated[Mapping[str, Commitment], Keyed(each=Commitment, keys=identifier, model="commitment")] | None = None
    figures: Annotated[Mapping[str, Figure], Keyed(each=Figure, keys=identifier, model="figure")] | None = None
    points: Annotated[Mapping[str, Point], Keyed(each=Point, keys=identifier, model="point")] | None = None
    programme: Annotated[Mapping[str, ProgrammeItem], Keyed(each=ProgrammeItem, keys=identifier, model="programme")] | None = None
    coverage: Coverage | None = None
    talking_points: Annotated[Mapping[str, TalkingPoint], Keyed(each=TalkingPoint, keys=identifier, model="talking_point")] | None = None
    questions: Annotated[Mapping[str, Question], Keyed(each=Question, keys=identifier, model="question")] | None = None
    defaults: Defaults | None = None
    extra: Annotated[object, Free()] = Field(default=None)
