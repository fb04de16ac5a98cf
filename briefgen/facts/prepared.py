"""What is prepared around an event: its programme, how the press may cover it, what to say, what may be asked, what comes next."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from briefgen.facts.fields import Fact, Keyed, Ref, Several
from briefgen.facts.kinds import Date, Infinitive, Moment, Noun, Sentences, YesNo, identifier, word
from briefgen.facts.links import AgreementRef, Topics, Who
from briefgen.facts.record import Record
from briefgen.facts.register import Entry, PlaceRef
from briefgen.facts.texts import Text

Contacts = Annotated[tuple[Fact, ...], Several(kind="link", each=Ref(to=("people", "organisations"), default="internal"))]
Remarks = Annotated[Fact, Text(shape="s", default="internal")]


class Step(Record):
    """What is to be done next, by whom and by when. Internal, unless it says otherwise itself."""

    model: ClassVar[str] = "step"
    guarded: ClassVar[str] = "internal"

    what: Infinitive
    who: Who = ()
    due: Date | None = None


class ProgrammeItem(Entry):
    """An item of the programme; ``with`` who takes part, where that is not the whole delegation, ``met_by`` who receives."""

    first: ClassVar[str] = "start"
    model: ClassVar[str] = "programme"

    start: Moment | None = None
    end: Moment | None = None
    place: PlaceRef | None = None
    what: Noun
    with_: Who = Field(default=(), alias="with")
    met_by: Who = ()
    press: Annotated[Fact, word("programme.press")] | None = None
    contact: Contacts = ()
    remarks: Remarks | None = None


class Opportunity(Entry):
    """When and where the press may take pictures, ask questions or be briefed."""

    first: ClassVar[str] = "start"
    model: ClassVar[str] = "opportunity"

    start: Moment | None = None
    end: Moment | None = None
    place: PlaceRef | None = None
    kind: Annotated[Fact, word("opportunity.kind")] | None = None
    what: Noun


class Coverage(Record):
    """How the press may cover an event that is still to come: ``doors`` is when they open, ``deadline`` that of accreditation."""

    first: ClassVar[str] = "start"
    model: ClassVar[str] = "coverage"

    headline: Noun | None = None
    summary: Sentences | None = None
    doors: Moment | None = None
    start: Moment | None = None
    opportunities: Annotated[Mapping[str, Opportunity], Keyed(each=Opportunity, keys=identifier, model="opportunity")] | None = None
    accreditation: Sentences | None = None
    deadline: Moment | None = None
    documents: Noun | None = None
    contact: Annotated[Fact, Text(shape="n", lines=True, default="internal")] | None = None


class TalkingPoint(Entry):
    """One thought, to be said aloud. Internal, unless it says otherwise itself."""

    model: ClassVar[str] = "talking_point"
    guarded: ClassVar[str] = "internal"

    kind: Annotated[Fact, word("talking_point.kind")]
    text: Sentences
    under: AgreementRef | None = None
    topics: Topics = ()


class Question(Entry):
    """A question that may be asked, with the answer to it. Internal, unless it says otherwise itself."""

    model: ClassVar[str] = "question"
    guarded: ClassVar[str] = "internal"

    group: Annotated[Fact, word("question.group")]
    question: Sentences
    answer: Sentences
    cleared_by: Who = ()
    only_if_asked: YesNo | None = None
