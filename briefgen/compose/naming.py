"""Filters that name: texts, entities, states and places, in the case that a sentence asks for."""

from typing import Any

from markupsafe import Markup

from briefgen.compose.occasion import state_of, word
from briefgen.compose.seen import Seen
from briefgen.compose.speaker import Speaker
from briefgen.values import Case, Wording


def text(speaker: Speaker, value: Seen, case: Case = "nom", number: Any = None) -> Markup:
    """A text of the facts; a noun phrase in its case."""
    refs, wording = speaker.naming(value)
    if case == "nom" and number is None:
        return speaker.mark(refs, wording.text)
    return speaker.mark(refs, speaker.language.inflect(wording, case, number=number), where=value.target.where)


def opening(speaker: Speaker, value: Seen, case: Case = "nom") -> Markup:
    """A text with a capital, where typography cannot know that a sentence begins; in Russian protocol also a post."""
    refs, wording = speaker.naming(value)
    said = wording.text if case == "nom" else speaker.language.inflect(wording, case)
    return speaker.mark(refs, speaker.language.capitalise(said), where=value.target.where)


def aside(speaker: Speaker, value: Seen, case: Case = "nom") -> Markup:
    """A text that explains and states nothing of its own, so that parity does not count it."""
    refs, wording = speaker.naming(value)
    return speaker.mark(refs, speaker.language.inflect(wording, case), later=True, where=value.target.where)


def name(speaker: Speaker, value: Seen, case: Case = "nom", form: str = "name") -> Markup:
    """The name of an entity, in its case."""
    refs, wording = speaker.naming(value, form)
    return speaker.mark(refs, inflected(speaker, value, wording, case), where=value.target.where)


def entry(speaker: Speaker, value: Seen, form: str = "name") -> Markup:
    """A name as an entry of a list or a table: without an article that belongs to a sentence."""
    refs, wording = speaker.naming(value, form)
    return speaker.mark(refs, speaker.language.bare(wording.text), where=value.target.where)


def formal(speaker: Speaker, value: Seen, case: Case = "nom") -> Markup:
    """The formal name of an entity, where it has one."""
    return name(speaker, value, case, "formal")


def inflected(speaker: Speaker, value: Seen, wording: Wording, case: Case) -> str:
    """``wording`` of ``value`` in its case: a person's name by the rules of names, all else as a phrase."""
    if case == "nom":
        return wording.text
    if value.model == "person":
        return speaker.language.name(wording, case, gender=gender(value), origin=state_of(value) or None)
    return speaker.language.inflect(wording, case)


def gender(person: Seen) -> Any:
    """The gender of a person, which the model requires."""
    return word(person, "gender")


def state(speaker: Speaker, value: Seen, case: Case = "nom", form: str = "short") -> Markup:
    """The state of an entity, by its short or formal name; not a fact of its own."""
    return speaker.mark(value.refs, speaker.language.state(state_of(value), form, case), later=True)


def at(speaker: Speaker, value: Seen) -> Markup:
    """A place with the preposition that it takes."""
    refs, wording = speaker.naming(value)
    return speaker.mark(refs, speaker.language.at(wording), where=value.target.where)


def to(speaker: Speaker, value: Seen) -> Markup:
    """To a place, with the preposition that it takes: на Бали, ke Bali."""
    refs, wording = speaker.naming(value)
    return speaker.mark(refs, speaker.language.to(wording), where=value.target.where)


def from_(speaker: Speaker, value: Seen) -> Markup:
    """From a place: из Джакарты, с Бали."""
    refs, wording = speaker.naming(value)
    return speaker.mark(refs, speaker.language.from_(wording), where=value.target.where)


def with_(speaker: Speaker, value: Seen) -> Markup:
    """«с» or «со» and the instrumental; "with", "dengan"."""
    refs, wording = speaker.naming(value)
    return speaker.mark(refs, speaker.language.with_(wording), where=value.target.where)


def about(speaker: Speaker, value: Seen) -> Markup:
    """«о», «об» or «обо» and the prepositional; "on", "tentang"."""
    refs, wording = speaker.naming(value)
    return speaker.mark(refs, speaker.language.about(wording), where=value.target.where)


def caps(speaker: Speaker, value: Seen) -> Markup:
    """A name in capitals, for a dateline."""
    refs, wording = speaker.naming(value)
    return speaker.mark(refs, wording.text.upper())
