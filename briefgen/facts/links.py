"""The kinds of references that the records of an event are made of, as annotations."""

from typing import Annotated

from briefgen.facts.fields import Fact, Ref, Several

WHO = ("states", "organisations", "people")
Who = Annotated[tuple[Fact, ...], Several(kind="link", each=Ref(to=WHO))]
People = Annotated[tuple[Fact, ...], Several(kind="link", each=Ref(to=("people",)))]
PersonRef = Annotated[Fact, Ref(to=("people",))]
Topics = Annotated[tuple[Fact, ...], Several(kind="link", each=Ref(to=("terms",)))]
TermRef = Annotated[Fact, Ref(to=("terms",))]
AgreementRef = Annotated[Fact, Ref(to=("agreements",))]
Events = Annotated[tuple[Fact, ...], Several(kind="link", each=Ref(to=("events",)))]
