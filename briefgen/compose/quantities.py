"""Filters for what is counted or dated: each a thin door to the ``Language`` method of the same name."""

from markupsafe import Markup

from briefgen.compose.seen import Seen, Several
from briefgen.compose.speaker import MissingError, Speaker
from briefgen.facts import Group, Leaf, dates
from briefgen.values import Case, Measure, Moment, PartialDate, Span


def date(speaker: Speaker, value: Seen, style: str = "long", case: Case = "nom") -> Markup:
    """A date, as precise as the fact; styles as in ``Language.date``."""
    if value.model == "act" and isinstance(inner := value.part("date"), Seen):
        return date(speaker, inner, style, case)
    found = _value(value)
    if isinstance(found, Moment):
        found = found.date
    if isinstance(found, PartialDate):
        return speaker.mark(value.refs, speaker.language.date(found, style, case))
    if isinstance(found, Span):
        return speaker.mark(value.refs, speaker.language.span(found, style, case))
    raise MissingError("this is no date", "print it with another filter", value.target.where, value.target.address)


def period(speaker: Speaker, value: Seen) -> Markup:
    """The period of one value of a series, which is its key."""
    return speaker.mark(value.refs, speaker.language.date(dates.date(value.node.address.rpartition(".")[2])))


def time(speaker: Speaker, value: Seen, style: str = "long", beside: str | None = None) -> Markup:
    """The time of day with the name of its zone, and ``beside`` it that of another (IANA)."""
    found = _value(value)
    if not isinstance(found, Moment) or found.time is None:
        raise MissingError("no time of day is known", "write it as 2025-06-19 14:00", value.target.where, value.target.address)
    zone = found.zone or speaker.view.settings.zone
    return speaker.mark(value.refs, speaker.language.time(found.time, zone, style, found.date, beside=beside))


def measure(speaker: Speaker, value: Seen, case: Case = "nom", style: str | None = None) -> Markup:
    """A quantity with its unit and its qualifier."""
    if isinstance(value.target, Group) and isinstance(inner := value.part("value"), Seen):
        return measure(speaker, inner, case, style)
    found = _value(value)
    if not isinstance(found, Measure):
        raise MissingError("this is no quantity", "write it as '5 years' or '92 %'", value.target.where, value.target.address)
    return speaker.mark(value.refs, speaker.language.measure(found, case, style))


def count(speaker: Speaker, value: Seen | Several, noun: str, case: Case = "nom", style: str = "text") -> Markup:
    """How many there are, with a noun of the template's own: «четыре документа»."""
    return speaker.mark(value.refs, speaker.language.count(len(value), noun, case, style))


def _value(value: Seen) -> object:
    return value.target.value if isinstance(value.target, Leaf) else None
