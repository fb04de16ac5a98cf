"""Filters for several facts at once: a list as a sentence has it, and parts of one."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from markupsafe import Markup, escape

from briefgen.compose.agreements import agreement, topic_name
from briefgen.compose.naming import formal, name, text
from briefgen.compose.occasion import topic
from briefgen.compose.people import mention
from briefgen.compose.seen import Absent, Seen, Several
from briefgen.compose.speaker import MissingError, Speaker
from briefgen.errors import Where
from briefgen.values import Case


def _what(speaker: Speaker, value: Seen, case: Case = "nom") -> Markup:
    what = value.part("what")
    if isinstance(what, Absent):
        raise MissingError("nothing says what is to be done", "add 'what'", what.where, what.address)
    return text(speaker, what, case)


def _described(speaker: Speaker, value: Seen, case: Case = "nom") -> Markup:
    return speaker.phrase("described", {"it": value, "case": case})


WAYS: Mapping[str, Callable[[Speaker, Seen, Case], Markup]] = {
    "name": name,
    "formal": formal,
    "text": text,
    "mention": mention,  # a person or an organisation, short when it was named before
    "described": _described,  # the same with what it is: "X, a fund,"
    "agreement": agreement,  # "memorandum of understanding on shipbuilding"
    "subject": topic_name,  # what an agreement is about
    "what": _what,  # what a commitment is to do
}
"""How ``join`` may say each item."""


def join(speaker: Speaker, value: Seen | Several, case: Case = "nom", how: str = "name") -> Markup:
    """A list as a sentence has it; ``how`` is one of ``WAYS``."""
    say = WAYS[how]
    items = [speaker.attempt(partial(say, speaker, item, case), item.entity, speaker.failed) for item in value]
    # The language joins numbers in place of the items, so that its own words can be told from theirs and be escaped.
    nested = how not in {"mention", "described"} and any(speaker.language.has_and(item.striptags()) for item in items)
    pieces = str(speaker.language.join([f"\x00{n}\x00" for n in range(len(items))], nested=nested)).split("\x00")
    return Markup("").join(items[int(piece)] if n % 2 else escape(piece) for n, piece in enumerate(pieces))


def first(value: Iterable[Seen]) -> Seen | Absent:
    """The first of several."""
    return next(iter(value), Absent("", Where()))


def last(value: Iterable[Seen]) -> Seen | Absent:
    """The last of several."""
    items = tuple(value)
    return items[-1] if items else Absent("", Where())


def rest(value: Iterable[Seen]) -> Several:
    """All but the first."""
    return Several(tuple(value)[1:])


def specified(value: Iterable[Seen]) -> Several:
    """Those agreements that say what they are about."""
    return Several(tuple(one for one in value if topic(one)))


def having(value: Iterable[Seen], field: str) -> Several:
    """Those that have a field."""
    return Several(tuple(one for one in value if one.part(field)))


def subject(value: Seen | Absent) -> Seen | Absent:
    """What an agreement is about, to be asked for and printed with another filter."""
    if isinstance(value, Absent):
        return Absent(f"{value.address}.field", value.where)
    return topic(value) or Absent(f"{value.node.address}.field", value.node.where)


def city(value: Seen | Absent) -> Seen | Absent:
    """The town of a place: what it lies within, as far out as the facts say."""
    while isinstance(value, Seen) and isinstance(outer := value.part("within"), Seen):
        value = outer
    return value
