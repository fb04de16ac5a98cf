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

    made = pymorphy3.MorphAnalyzer(lang="ru")
    look_up, known = made.dictionary.word_is_known, dict[str, bool]()

    def word_is_known(word: str, substitutes_compiled: Any = None) -> bool:
        if word not in known:
            known[word] = look_up(word, substitutes_compiled)
        return known[word]

    made.dictionary.word_is_known = word_is_known  # each reading asks anew, and letter by letter: half of all time without this
    return made


@cache
def parses(word: str) -> tuple[Parse, ...]:
    """All readings of ``word``, likeliest first."""
    return tuple(_analyser().parse(word.lower()))


def is_a(parse: Parse, *grammemes: str) -> bool:
    """Whether ``parse`` has all of ``grammemes``; comparing the tag itself would raise on an unknown one."""
    return set(grammemes) <= set(parse.tag.grammemes)


def nouns(word: str, number: Number | None = None, gender: Gender | None = None) -> list[Parse]:
    """The readings of ``word`` as a noun in the nominative; those that the dictionary knows, if it knows any.

    Of a word with a capital a place comes first (Орёл, Владимир), of any other word a person's name comes last.
    """
    found = [
        parse
        for parse in parses(word)
        if is_a(parse, "NOUN", "nomn")
        and (number is None or is_a(parse, NUMBER[number]))
        and (gender is None or number == "pl" or is_a(parse, GENDER[gender]) or {"Ms-f", "ms-f"} & set(parse.tag.grammemes))
    ]
    known = [parse for parse in found if parse.is_known]
    found = known or found
    places = [parse for parse in found if parse.is_known and is_a(parse, "Geox")] if word[:1].isupper() else []
    plain = [parse for parse in found if not {"Surn", "Name", "Patr", "Init", "Abbr"} & set(parse.tag.grammemes)]
    return places or plain or found


def knows(word: str, *grammemes: str) -> bool:
    """Whether some reading of ``word`` has all of ``grammemes``."""
    return any(is_a(parse, *grammemes) for parse in parses(word))


@cache
def cases(word: str) -> frozenset[str]:
    """The cases in which ``word`` can stand as a noun, adjective, participle or pronoun; names of people aside, and of places if it has no capital."""
    known = [parse for parse in parses(word) if parse.is_known] or list(parses(word))
    names = {"Surn", "Name", "Patr", "Init", "Abbr"} | ({"Geox"} if word[:1].islower() else set())
    plain = [parse for parse in known if not names & set(parse.tag.grammemes)]
    return frozenset(str(parse.tag.case) for parse in plain if parse.tag.POS in ("NOUN", "ADJF", "PRTF") and parse.tag.case)


def only_nominative(word: str) -> bool:
    """Whether ``word`` is a nominative, or an accusative that looks like one, and no other case."""
    return "nomn" in cases(word) and not {"gent", "gen2", "datv", "ablt", "loct", "loc2"} & cases(word)


def leads(token: str) -> bool:
    """Whether ``token`` is a particle or an adverb, which may lead a participle: не, активно."""
    readings = [p.tag.POS for p in parses(token) if p.is_known]
    return "nomn" not in cases(token) and "PREP" not in readings and ("PRCL" in readings or "ADVB" in readings)


_MARKED = frozenset({"V-oy", "V-ey", "V-be", "V-bi", "V-en", "V-ej", "Infr", "Slng", "Arch", "Litr", "Erro", "Dist", "Abbr"})


def forms(parse: Parse, case: Case, number: Number, pattern: str, *, animate: bool) -> list[str]:
    """The forms of the noun ``parse`` in ``case`` and ``number``, with the capitals and the ё-custom of ``pattern``.

    The accusative follows from ``animate``; rare second cases (в году, чаю) and marked forms are left aside.
    """
    if case == "acc" and (number == "pl" or not (is_a(parse, "femn") or str(parse.normal_form).endswith(("а", "я")))):
        case = "gen" if animate and (number == "pl" or not is_a(parse, "neut")) else "nom"
        if case == "nom" and is_a(parse, "nomn", NUMBER[number]):
            return [pattern]
    marks = _MARKED - set(parse.tag.grammemes)
    found = [str(other.word) for other in parse.lexeme if is_a(other, CASE[case], NUMBER[number]) and not marks & set(other.tag.grammemes)]
    if number == "sg" and not {"Ms-f", "ms-f", "GNdr"} & set(parse.tag.grammemes):  # the pair of a family name (Иванов, Иванова) shares a lexeme
        same = [str(other.word) for other in parse.lexeme if is_a(other, CASE[case], "sing") and other.tag.gender == parse.tag.gender]
        found = [word for word in found if word in same]
    if len({str(other.word) for other in parse.lexeme if is_a(other, "nomn", NUMBER[number])}) > 1:  # ритейлер and ретейлер: the spelling of the text is kept
        most = max((_shared(pattern.lower(), word) for word in found), default=0)
        found = [word for word in found if _shared(pattern.lower(), word) == most]
    plain = "ё" in str(parse.word) and "ё" not in pattern.lower()  # партнер for партнёр: the text does without ё
    base = next((str(other.word) for other in parse.lexeme if is_a(other, "nomn", NUMBER[number])), "")
    found.sort(key=lambda word: ("ё" in word) != ("ё" in base))  # счета, счетов: of two forms that differ in ё, the one like its nominative
    found = list({word.replace("ё", "е"): word for word in reversed(found)}.values())[::-1]
    return [like(pattern, word.replace("ё", "е") if plain else word) for word in found]


def _shared(pattern: str, word: str) -> int:
    """How many letters two words have in common at their beginning; ё is е."""
    pairs = zip(pattern.replace("ё", "е"), word.replace("ё", "е"), strict=False)
    return next((at for at, (old, new) in enumerate(pairs) if old != new), min(len(pattern), len(word)))


def like(pattern: str, word: str) -> str:
    """``word`` with the capitals of ``pattern``, from which it was made: Нью-Йорк, Нью-Йорке; КамАЗ, КамАЗа."""
    parts = pattern.split("-")
    made = word.split("-")
    if len(parts) != len(made):
        parts, made = [pattern], [word]
    return "-".join(_like(old, new) for old, new in zip(parts, made, strict=True))


def _like(pattern: str, word: str) -> str:
    if pattern[1:] == pattern[1:].lower():
        return word[:1].upper() + word[1:] if pattern[:1].isupper() else word
    same = next((at for at, (old, new) in enumerate(zip(pattern.lower(), word, strict=False)) if old != new), min(len(pattern), len(word)))
    return pattern[:same] + word[same:]
