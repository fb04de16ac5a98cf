"""Makes the view of one event for one audience, or says why there is none."""

from types import MappingProxyType

from briefgen.errors import BriefgenError, Grade, Problem
from briefgen.facts.checking import doubts, errors_of, undecided
from briefgen.facts.desk import Desk, book_of, issuer
from briefgen.facts.nodes import Group
from briefgen.facts.view import View


def view(desk: Desk, name: str, audience: str) -> View:
    """See ``Desk.view``."""
    loaded = desk.load(name)
    errors = [problem for problem in errors_of(desk, loaded) if problem.grade is Grade.ERROR]
    event = loaded.event
    if errors or event is None:
        raise BriefgenError(errors)
    builder = desk.builder(audience)
    group = builder.event(name)
    if group is None:
        hint = f"add `defaults: {{audience: {audience}}}`, or mark what may be known"
        raise BriefgenError(Problem(loaded.where, "F050", f"nothing in this event is {audience}", hint, address=name))
    conflicts = list(undecided(builder.shown, public=audience == "public"))
    if audience == "public" and conflicts:
        raise BriefgenError(conflicts)
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
