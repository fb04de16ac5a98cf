"""Verbs in the past tense, and short passive participles."""

from functools import cache

from briefgen.language.grammars.ru import dictionary
from briefgen.language.said import Doubt, Said, Unsayable
from briefgen.values import Gender, Number


@cache
def past(infinitive: str, gender: Gender | None, number: Number) -> Said:
    """провести, f: провела. What follows the verb stays (принять участие: приняла участие)."""
    return _form(infinitive, {"VERB", "past", "indc"}, gender, number)


@cache
def participle(infinitive: str, gender: Gender | None, number: Number) -> Said:
    """подписать, pl: подписаны."""
    return _form(infinitive, {"PRTS", "past", "pssv"}, gender, number)


def _form(infinitive: str, wanted: set[str], gender: Gender | None, number: Number) -> Said:
    if number == "sg" and gender is None:
        raise Unsayable(f"the gender for «{infinitive}» is not known", "give m, f or n, or number='pl'")
    if gender is not None and gender not in dictionary.GENDER:
        raise Unsayable(f"{gender!r} is no gender", "give m, f or n")
    verb, space, rest = infinitive.partition(" ")
    agree = {"plur"} if number == "pl" else {"sing", dictionary.GENDER[gender or "m"]}
    readings = [p for p in dictionary.parses(verb) if dictionary.is_a(p, "INFN")]
    known = [p for p in readings if p.is_known]
    forms = list(dict.fromkeys(str(other.word) for p in known or readings for other in p.lexeme if dictionary.is_a(other, *wanted, *agree)))
    if not forms:
        raise Unsayable(f"«{infinitive}» has no such form", "give the infinitive of a verb that has one")
    why = "" if known else f"the dictionary does not know «{verb}»"
    if len(forms) > 1:
        why = f"«{verb}» has several such forms"
    said = [dictionary.like(verb, word) + space + rest for word in forms]
    return Said(said[0], Doubt(why, tuple(said[1:])) if why else None)
