"""Names of states and places, and what stands before them: in, to, from, with, about."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile

from briefgen.language import text
from briefgen.language.grammar import Grammar
from briefgen.language.locale import Locale
from briefgen.language.said import Said, Unsayable, doubt_of
from briefgen.values import CASES, Case, Wording

FORMS = ("short", "formal", "list", "adjective")
_STATE = re.compile(r"[A-Z]{2}\Z")


def state_wording(locale: Locale, code: str, form: str = "short") -> Wording:
    """The name of the state ``code`` (ISO 3166-1 alpha-2). Forms: ``short``, ``formal``; ``list`` (without an article), ``adjective``."""
    known = locale.table("states").get(code)
    if known is None:
        raise Unsayable(f"{locale.code} knows no state {code!r}", "give an ISO 3166-1 code in capitals, or write it into states.yaml")
    if form not in FORMS:
        raise Unsayable(f"{locale.code} knows no form {form!r} of a state", f"known are {', '.join(FORMS)}")
    entry = known.get(form) or (known["short"] if form == "list" else known["short"] if form == "formal" else None)
    if entry is None:
        raise Unsayable(f"{locale.code} has no {form} of {code}", f"write it into locales/{locale.code}/states.yaml")
    wording = locale.wording(entry)
    return Wording(bare(locale, wording.text)) if form == "list" and locale.find("bare") else wording


def bare(locale: Locale, name: str) -> Said:
    """``name`` without its article, in a language whose states have one."""
    rule = locale.find("bare")
    return Said(re.sub(rule["find"], rule["put"], name) if rule else name, doubt_of([name]))


def agreeing(locale: Locale, grammar: Grammar, code: str) -> Wording:
    """The formal name of a state with the short name in it bent too (Республики Индонезии): a house's choice.

    Only where both are feminine, as grammars of Russian allow it: Республики Индии, but Республики Казахстан.
    """
    formal, short = state_wording(locale, code, "formal"), state_wording(locale, code)
    head = formal.text.removesuffix(short.text).rstrip()
    if not grammar.bends or head in ("", formal.text) or not formal.gender == short.gender == "f":
        return formal
    forms: dict[str, str] = {case: f"{grammar.inflect(replace(formal, text=head, forms={}), case)} {grammar.inflect(short, case)}" for case in CASES}
    return replace(formal, forms=forms)


def placed(locale: Locale, value: str | Wording) -> Wording:
    """``value`` as a wording with its preposition: a state by its code, a place of the lexicon by its name."""
    if isinstance(value, str) and _STATE.match(value) and value in locale.table("states"):
        return state_wording(locale, value)
    return known_wording(locale, value)


def known_wording(locale: Locale, value: str | Wording) -> Wording:
    """``value`` with the grammar that the reviewed lexicon knows of it; what the wording itself states wins."""
    given = value if isinstance(value, Wording) else Wording(value)
    found = locale.words.get(given.text)
    if found is None:
        return given
    return Wording(
        given.text,
        gender=given.gender or found.gender,
        number=given.number or found.number,
        animate=given.animate or found.animate,
        indeclinable=given.indeclinable or (found.indeclinable and not given.forms),
        origin=given.origin or found.origin,
        forms={**found.forms, **given.forms},
        preposition=given.preposition or found.preposition,
    )


def bent(say: Callable[[], Said], form: str) -> Said:
    """What ``say`` says; a doubt about it, or that it cannot be said, bears the name of the ``form`` that a person would write."""
    try:
        said = say()
    except Unsayable as error:
        error.form = error.form or form
        raise
    if said.doubt is None:
        return said
    others = tuple(dict.fromkeys(_whole(str(said), other) for other in said.doubt.alternatives))
    return Said(said, replace(said.doubt, alternatives=others, form=form, said=str(said)))


def _whole(said: str, other: str) -> str:
    """An alternative to one word of a phrase as the whole phrase: in place of the word that begins most like it."""
    words = said.split(" ")
    if len(other.split(" ")) >= len(words):
        return other
    alike = max(range(len(words)), key=lambda n: sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words[n].lower(), other.lower(), strict=False))))
    return " ".join([*words[:alike], other, *words[alike + 1 :]])


def prepositional(locale: Locale, grammar: Grammar, which: str, value: str | Wording) -> Said:
    """``value`` after a preposition of the locale: ``at``, ``to``, ``from``, ``with``, ``about``."""
    wording = placed(locale, value)
    rule = locale.find("prepositions", which)
    if rule is None:
        raise Unsayable(f"{locale.code} has no preposition {which!r}", "write it into language.yaml, prepositions")
    case: Case = next((name for name in CASES if name == rule.get("case")), "nom")
    word = rule.get("word", "")
    if rule.get("own") == "true" and wording.preposition:
        word = (rule.get("pairs") or {}).get(wording.preposition, wording.preposition)
    said = bent(lambda: grammar.located(wording) if which == "at" else grammar.inflect(wording, case), case)
    return Said(text.contract(locale, f"{word} {said}".lstrip(" ")), doubt_of([said]))
