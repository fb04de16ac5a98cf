"""Makes the view of one event for one audience, or says why there is none."""

from types import MappingProxyType

from briefgen.errors import BriefgenError, Grade, Problem
from briefgen.facts.build import Builder
from briefgen.facts.checking import doubts, errors_of, following, undecided
from briefgen.facts.desk import Desk, book_of, issuer
from briefgen.facts.event import Event
from briefgen.facts.events import Loaded
from briefgen.facts.following import Following
from briefgen.facts.nodes import Group
from briefgen.facts.view import View


def view(desk: Desk, name: str, audience: str) -> View:
    """See ``Desk.view``."""
    loaded = desk.load(name)
    errors = [problem for problem in errors_of(desk, loaded) if problem.grade is Grade.ERROR]
    if errors or loaded.event is None or desk.wrong:
        raise BriefgenError([*desk.wrong, *errors])
    made = _view(desk, loaded, loaded.event, desk.builder(audience))
    if conflicts := [problem for problem in made.doubts if problem.grade is Grade.ERROR]:
        raise BriefgenError(conflicts)
    return made


def meant(desk: Desk, name: str, audience: str) -> tuple[View, Following] | None:
    """See ``Desk.meant``."""
    loaded = desk.load(name)
    if loaded.meant is None or desk.known.unread:
        return None
    sifter = following(desk, loaded)
    try:
        return _view(desk, loaded, loaded.meant, desk.builder(audience, meant=True)), sifter
    except BriefgenError as wrong:
        raise BriefgenError(sifter.sift(wrong.problems)) from None


def _view(desk: Desk, loaded: Loaded, event: Event, builder: Builder) -> View:
    audience, name = builder.audience, loaded.name
    group = builder.event(name)
    if group is None:
        hint = f"add `defaults: {{audience: {audience}}}`, or mark what may be known"
        raise BriefgenError(Problem(loaded.where, "F050", f"nothing in this event is {audience}", hint, address=name))
    conflicts = list(undecided(builder.shown, public=audience == "public"))
    book = book_of(desk, loaded, event)
    references: dict[str, Group] = {}
    for key in sorted(builder.shown.cited):  # only what this audience's facts rest on
        if builder.cites(book, key) and (reference := builder.entity(book, "references", key)):
            references[key] = reference
    return View(
        event=group,
        audience=audience,
        settings=desk.settings,
        embargo=tuple(sorted(builder.shown.embargo, key=str)),
        references=MappingProxyType(references),
        doubts=tuple(sorted({*doubts(name, loaded, builder.shown), *conflicts})),
        issuer=issuer(desk, audience),
    )
