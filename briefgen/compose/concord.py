"""Filters for words that agree with a fact: verbs, participles, pronouns, articles."""

from typing import Any

from markupsafe import Markup, escape

from briefgen.compose.naming import gender
from briefgen.compose.occasion import word
from briefgen.compose.seen import Seen, Several
from briefgen.compose.speaker import Speaker
from briefgen.values import Case


def verb(speaker: Speaker, infinitive: str, subject: Seen | Several) -> Markup:
    """A verb in the past that agrees with its subject."""
    return escape(speaker.language.verb(infinitive, *agreeing(speaker, subject)))


def participle(speaker: Speaker, infinitive: str, subject: Seen | Several) -> Markup:
    """A short passive participle that agrees with its subject."""
    return escape(speaker.language.participle(infinitive, *agreeing(speaker, subject)))


def pronoun(speaker: Speaker, value: Seen | Several, case: Case = "nom") -> Markup:
    """The pronoun that stands for whoever it is; a later mention."""
    kind, number = agreeing(speaker, value)
    return speaker.mark(value.refs, speaker.language.pronoun(kind, case, number=number), later=True)


def relative(speaker: Speaker, value: Seen | Several, case: Case = "nom") -> Markup:
    """The relative pronoun that agrees with what it goes on about: «который», «которую»."""
    kind, number = agreeing(speaker, value)
    return escape(speaker.language.relative(kind, number, case))


def article(speaker: Speaker, value: Seen | str) -> Markup:
    """The noun with its indefinite article, where a language has one."""
    if isinstance(value, str):
        return escape(speaker.language.article(value))
    refs, wording = speaker.naming(value)
    return speaker.mark(refs, speaker.language.article(wording.text))


def agreeing(speaker: Speaker, value: Seen | Several) -> tuple[Any, Any]:
    """Gender and number of a subject."""
    if len(value) != 1:
        return None, "pl"
    (one,) = value
    if one.model == "person":
        return gender(one), "sg"
    wording = speaker.language.instrument(word(one, "instrument") or "document") if one.model == "agreement" else speaker.naming(one)[1]
    return speaker.language.concord(wording)
