"""Filters for texts between parties: their common nouns, what they are about, how many there are."""

from typing import Any

from markupsafe import Markup

from briefgen.compose.naming import name
from briefgen.compose.occasion import state_of, topic, word
from briefgen.compose.seen import Absent, Seen, Several
from briefgen.compose.speaker import MissingError, Speaker
from briefgen.values import Case


def agreement(speaker: Speaker, value: Seen, case: Case = "nom", article: str = "") -> Markup:
    """An agreement as a common noun with its field, "memorandum of understanding on shipbuilding"; ``article="a"`` puts one before it."""
    about = topic(value)
    noun = instrument(speaker, value, case, article=article)
    return noun if about is None else speaker.phrase("agreement", {"it": value, "noun": noun, "field": about, "case": case})


def instrument(speaker: Speaker, value: Seen, case: Case = "nom", number: Any = None, *, article: str = "", form: str = "") -> Markup:
    """The instrument's own noun, without its field; ``form="short"`` for when it is named again."""
    kind = value.part("instrument")
    refs = (value.node.address,) if isinstance(kind, Absent) else (value.node.address, kind.node.address)
    noun = speaker.language.instrument(word(value, "instrument") or "document", short=form == "short")
    said: str = speaker.language.inflect(noun, case, number=number)
    return speaker.mark(refs, speaker.language.article(said) if article else said, where=value.target.where)


def documents(speaker: Speaker, value: Several, noun: str, case: Case = "nom", *, style: str = "text", form: str = "") -> Markup:
    """How many agreements, by the noun of their common instrument (``form="short"`` in a headline), else by the template's ``noun``."""
    kinds = {word(one, "instrument") for one in value}
    shared = kinds.pop() if len(kinds) == 1 else ""
    said = speaker.language.count(len(value), speaker.language.instrument(shared, short=form == "short") if shared else noun, case, style)
    refs = [one.node.address for one in value] + [f"{one.node.address}.instrument" for one in value if shared]
    return speaker.mark(refs, said)


def topic_name(speaker: Speaker, value: Seen, case: Case = "nom") -> Markup:
    """What an agreement is about, by name; the agreement's own address with it."""
    about = topic(value)
    if about is None:
        raise MissingError("nothing says what this document is about", "add 'field: TERM'", value.target.where, f"{value.node.address}.field")
    return name(speaker, Seen(about.node, (value.node.address, *about.via)), case)


def counterparts(speaker: Speaker, value: Seen) -> Several:
    """The parties of an agreement that are not ours."""
    home = speaker.view.settings.home
    return Several(tuple(party for party in value.part("parties") if state_of(party) != home))
