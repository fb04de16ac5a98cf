"""Filters that make a sentence or a label of a fact: what somebody said, what a closed word means, what it rests on."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from briefgen.compose.concord import verb
from briefgen.compose.occasion import state_of, word
from briefgen.compose.seen import Absent, Seen, Several
from briefgen.compose.speaker import Speaker
from briefgen.facts import Group, Leaf
from briefgen.values import Case, Moment


def remark(speaker: Speaker, value: Seen, position: int) -> Markup:
    """A statement as a sentence. Which phrase says it follows from what it is, then from its ``position`` with its speaker.

    ``remark_words`` for a quotation, ``remark_first`` and ``remark_again`` where a speaker begins, ``remark_act`` where the fact
    itself says that it was hoped, stressed or proposed, and else ``remark_by`` and ``remark_added`` in turn.
    """
    speakers = list(value.part("by"))
    again = all(speaker.memory.spoke(one.target.address) for one in speakers)
    own = speaker.view.settings.home in map(state_of, speakers)
    if value.part("words"):
        phrase = "remark_words"
    elif position == 1:
        phrase = "remark_again" if again else "remark_first" if own else "remark_partner"
    elif word(value, "act") not in {"", "say"}:
        phrase = "remark_act"
    else:
        phrase = "remark_by" if position % 2 == 0 else "remark_added"
    if position == 1:
        speaker.memory.paragraph += 1
    return speaker.phrase(phrase, {"it": value}, "paragraph" if position == 1 else "sentence")


def reporting(speaker: Speaker, word: str, by: Seen | Several | None = None) -> Markup:
    """A reporting verb that no text uses twice, agreeing with whom it is said of; a turn of phrase that would repeat it is passed over."""
    speaker.memory.reported(word)
    return escape(word) if by is None else verb(speaker, word, by)


def spoken(speaker: Speaker, value: Seen, end: str = "") -> Markup:
    """Somebody's very words, to stand in ``<q>``: quotation marks inside become inner ones, and ``end`` takes the place of a full stop."""
    refs, wording = speaker.naming(value)
    opening, closing = speaker.language.quote_marks(1)
    inner = speaker.language.quote(wording.text).removeprefix(opening).removesuffix(closing).removesuffix(".")
    return speaker.mark(refs, inner if inner.endswith(("?", "!", "…")) else inner + end)


def as_(speaker: Speaker, value: Seen | Several | Absent | str, phrase: str, case: Case = "nom") -> Markup:
    """A fact as the block ``phrase`` of the language's phrases says it: what several kinds of document say alike."""
    return speaker.phrase(phrase, {"it": value, "case": case})


def saying(speaker: Speaker, words: str, value: Seen) -> Markup:
    """The template's own ``words`` as what says the fact: a closed word such as ``automatic`` inside a sentence."""
    return speaker.mark(value.refs, words)


def label(speaker: Speaker, value: Seen | str) -> Markup:
    """A label of the catalogue, or a word of a closed list (``by-agreement``) as the catalogue labels it."""
    if isinstance(value, str):
        return escape(speaker.language.label(value))
    found = value.target.value if isinstance(value.target, Leaf) else ""
    return speaker.mark(value.refs, speaker.language.label(str(found).replace("-", " ").replace("_", " ")))


def tongue(speaker: Speaker, value: Seen) -> Markup:
    """The name of a language, of which the facts have the code."""
    return speaker.mark(value.refs, speaker.language.tongue(str(value.target.value) if isinstance(value.target, Leaf) else ""))


def number(speaker: Speaker, value: Seen) -> Markup:
    """A plain string or number of the facts, as written."""
    return speaker.mark(value.refs, str(value.target.value) if isinstance(value.target, Leaf) else "")


def verbatim(speaker: Speaker, value: Seen, language: Seen | Absent) -> Markup:
    """A plain string of the facts, such as the title of a source, marked as being in ``language``."""
    words = number(speaker, value)
    code = str(language.node.value) if isinstance(language, Seen) and isinstance(language.node, Leaf) else speaker.language.code
    return words if code == speaker.language.code else Markup('<foreign lang="{}">{}</foreign>').format(code, words)


def embargo(speaker: Speaker, value: Seen) -> Markup:
    """The line that says until when nothing may be published: the latest embargo of what is visible."""

    def instant(moment: Moment) -> dt.datetime:
        return dt.datetime.combine(moment.date.last, moment.time or dt.time.max, ZoneInfo(moment.zone or speaker.view.settings.zone))

    latest = max(speaker.view.embargo, key=instant)
    said = speaker.language.label("Embargoed until {moment}", moment=speaker.language.moment(latest, "embargo"))
    return speaker.mark(value.refs, said, later=True)


def cited(speaker: Speaker, value: Seen) -> Markup:
    """One note with the sources of a fact, each source once in a document: at the first fact that rests on it."""
    keys, words = [], []
    for source in _sources(value.target):
        reference = speaker.view.references.get(source.partition("#")[0])
        if reference is not None and speaker.memory.first(reference.address):
            keys.append(reference.key)
            words.append(speaker.phrase("reference", {"it": Seen(reference)}))
    return Markup('<note key="{}">{}</note>').format("+".join(keys), Markup("; ").join(words)) if keys else Markup("")


def credited(speaker: Speaker, value: Seen) -> Markup:
    """Who says a fact, in a few words, as a table of figures has it: "ANTARA, June 2025"; the office's own knowledge by its name."""
    found = [speaker.view.references.get(source.partition("#")[0]) for source in _sources(value.target)]
    said = [speaker.phrase("credit", {"it": Seen(reference)}) for reference in dict.fromkeys(found) if reference is not None]
    return Markup("; ").join(said) if said else escape(speaker.language.label("own data"))


def _sources(node: Any) -> Iterable[str]:
    """The sources of the first fact in ``node`` that has any."""
    if isinstance(node, Leaf):
        return node.sources
    children: Iterable[Any] = node.fields.values() if isinstance(node, Group) else getattr(node, "items", {}).values()
    return next((found for child in children if isinstance(child, (Leaf, Group)) and (found := _sources(child))), ())
