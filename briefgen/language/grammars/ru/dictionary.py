"""The dictionary (pymorphy3), loaded when a form is not written anywhere, and asked for one thing at a time."""

from functools import cache
from typing import Any

from briefgen.values import Case, Gender, Number

CASE = {"nom": "nomn", "gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "prep": "loct"}
GENDER = {"m": "masc", "f": "femn", "n": "neut"}
NUMBER = {"sg": "sing", "pl": "plur"}

Parse = Any
"""pymorphy3 is untyped: a parse has word, tag, is_known, lexeme, score."""


@cache
def _analyser() -> Any:
    import pymorphy3  # noqa: PLC0415

    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def parses(word: str) -> tuple[Parse, ...]:
    """All readings of ``word``, likeliest first."""
    return tuple(_analyser().parse(word.lower()))


def is_a(parse: Parse, *grammemes: str) -> bool:
    """Whether ``parse`` has all of ``grammemes``; comparing the tag itself would raise on an unknown one."""
    return set(grammemes) <= set(parse.tag.grammemes)


def nouns(word: str, number: Number | None = None, gender: Gender | None = None) -> list[Parse]:
    """The readings of ``word`` as a noun in the nominative; those that the dictionary knows, if it knows any."""
    found = [
        parse
        for parse in parses(word)
        if is_a(parse, "NOUN", "nomn")
        and (number is None or is_a(parse, NUMBER[number]))
        and (gender is None or number == "pl" or is_a(parse, GENDER[gender]) or is_a(parse, "Ms-f"))
    ]
    known = [parse for parse in found if parse.is_known]
    found = known or found
    plain = [parse for parse in found if not {"Surn", "Name", "Patr", "Init", "Abbr"} & set(parse.tag.grammemes)]
    return plain or found


def knows(word: str, *grammemes: str) -> bool:
    """Whether some reading of ``word`` has all of ``grammemes``."""
    return any(is_a(parse, *grammemes) for parse in parses(word))


def form(parse: Parse, case: Case, number: Number, pattern: str) -> str | None:
    """The form of the noun ``parse`` in ``case`` and ``number``, with the capitals and the ё-custom of ``pattern``.

    Rare second cases (в году, чаю) and marked forms are left aside.
    """
    for other in parse.lexeme:
        if is_a(other, CASE[case], NUMBER[number]) and not {"V-oy", "Infr", "Slng", "Arch", "Erro", "Dist"} & set(other.tag.grammemes):
            word = str(other.word)
            plain = "ё" in str(parse.word) and "ё" not in pattern.lower()  # партнер for партнёр: the text does without ё
            return like(pattern, word.replace("ё", "е") if plain else word)
    return None


def like(pattern: str, word: str) -> str:
    """``word`` with the capitals of ``pattern``, from which it was made: Нью-Йорк, Нью-Йорке."""
    parts = pattern.split("-")
    made = word.split("-")
    if len(parts) != len(made):
        parts, made = [pattern], [word]
    return "-".join(new[:1].upper() + new[1:] if old[:1].isupper() else new for old, new in zip(parts, made, strict=True))
