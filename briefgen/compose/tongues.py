"""Filters that say a fact in the other languages of the desk too, for a glossary; and that put entries in the order of the alphabet."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from briefgen.compose import gathering, quantities
from briefgen.compose.seen import Seen, Several
from briefgen.compose.speaker import MissingError, Speaker
from briefgen.facts import Leaf
from briefgen.language import Unsayable


def tongues(speaker: Speaker, value: Seen) -> tuple[str, ...]:
    """The languages in which the event is told, that of the document first."""
    own, listed = speaker.language.code, value.part("languages")
    told_in = [str(one.node.value) for one in listed if isinstance(one.node, Leaf)] or speaker.view.settings.languages
    return (own, *(code for code in told_in if code != own))


def autonym(speaker: Speaker, value: str) -> Markup:
    """The name of a language in that language itself."""
    other = speaker.beside(value)
    return _marked(speaker, value, escape(str(other.language.autonym())))


def told(speaker: Speaker, value: Seen, code: str, form: str = "name") -> Markup:
    """A name, a text or a quantity in the language ``code``; a dash where another language than the document's has none."""
    other = speaker.beside(code)
    try:
        said = quantities.measure(other, value, style="words") if form == "measure" else _typeset(other, value, form)
    except (MissingError, Unsayable):
        if other is speaker:
            raise
        return Markup("–")
    return _marked(speaker, code, said)


def _typeset(speaker: Speaker, value: Seen, form: str) -> Markup:
    """A name with the typography of its own language: that of the document would not know its apostrophes."""
    refs, wording = speaker.naming(value, form)
    if form == "formal" and wording.text == speaker.naming(value)[1].text:
        return Markup("")  # "Republic of Korea" is its short name too
    (words,) = speaker.language.typeset([str(speaker.language.bare(wording.text))], opening=False)
    return speaker.mark(refs, words, where=value.target.where)


def in_order(speaker: Speaker, value: Iterable[Seen]) -> Several:
    """Entries in the order of the alphabet of the document's language."""
    return Several(tuple(sorted(value, key=lambda one: speaker.language.sorting(str(speaker.naming(one)[1].text)))))


def resting(speaker: Speaker, value: Seen, section: str) -> Several:
    """The facts of ``section`` that rest on a source."""
    return gathering.resting(speaker.view, value, section)


def amount(speaker: Speaker, value: Several) -> Markup:
    """How many there are, in digits."""
    return speaker.mark(value.refs, speaker.language.number(len(value)))


def field(speaker: Speaker, value: Seen) -> Markup:
    """The label of the field that a fact stands in."""
    return speaker.mark(value.refs, speaker.language.label(f"field: {gathering.field(value)}"))


def _marked(speaker: Speaker, code: str, said: Markup) -> Markup:
    return said if code == speaker.language.code or not said else Markup('<foreign lang="{}">{}</foreign>').format(code, said)
