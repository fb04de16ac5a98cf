"""Adjectives, participles and ordinals: their endings follow from the nominative alone, so no dictionary is asked.

(The dictionary errs on them: it makes the superlative лучший a form of хороший.)
"""

import re
from functools import cache

from briefgen.language.grammars.ru import dictionary
from briefgen.language.said import Unsayable
from briefgen.values import Case, Gender, Number

_HARD = {
    "m": {"nom": "ый", "gen": "ого", "dat": "ому", "acc": "ый", "ins": "ым", "prep": "ом"},
    "f": {"nom": "ая", "gen": "ой", "dat": "ой", "acc": "ую", "ins": "ой", "prep": "ой"},
    "n": {"nom": "ое", "gen": "ого", "dat": "ому", "acc": "ое", "ins": "ым", "prep": "ом"},
    "pl": {"nom": "ые", "gen": "ых", "dat": "ым", "acc": "ые", "ins": "ыми", "prep": "ых"},
}
_SOFT = {
    "m": {"nom": "ий", "gen": "его", "dat": "ему", "acc": "ий", "ins": "им", "prep": "ем"},
    "f": {"nom": "яя", "gen": "ей", "dat": "ей", "acc": "юю", "ins": "ей", "prep": "ей"},
    "n": {"nom": "ее", "gen": "его", "dat": "ему", "acc": "ее", "ins": "им", "prep": "ем"},
    "pl": {"nom": "ие", "gen": "их", "dat": "им", "acc": "ие", "ins": "ими", "prep": "их"},
}
_POSSESSIVE = {
    "m": {"nom": "ий", "gen": "ьего", "dat": "ьему", "acc": "ий", "ins": "ьим", "prep": "ьем"},
    "f": {"nom": "ья", "gen": "ьей", "dat": "ьей", "acc": "ью", "ins": "ьей", "prep": "ьей"},
    "n": {"nom": "ье", "gen": "ьего", "dat": "ьему", "acc": "ье", "ins": "ьим", "prep": "ьем"},
    "pl": {"nom": "ьи", "gen": "ьих", "dat": "ьим", "acc": "ьи", "ins": "ьими", "prep": "ьих"},
}
_ENDING = re.compile(r"(?P<stem>.+?)(?P<end>ый|ий|ой|ая|яя|ое|ее|ые|ие|ья|ье|ьи)(?P<back>ся)?\Z")
_KEY = {"ый": "m", "ий": "m", "ой": "m", "ая": "f", "яя": "f", "ое": "n", "ее": "n", "ые": "pl", "ие": "pl", "ья": "f", "ье": "n", "ьи": "pl"}
_ORDINAL = re.compile(r"(?P<figures>\d+)-(?P<end>й|я|е)\Z")
_ORDINAL_KEY = {"й": "m", "я": "f", "е": "n"}
_NAMED = re.compile(r"[А-ЯЁ][а-яё]+(?:ов|ев|ёв|ин|ын)(?P<end>|а|о|ы)\Z")
_NAMED_KEY = {"": "m", "а": "f", "о": "n", "ы": "pl"}
_STRESSED = ("больш", "чуж", "небольш")
_VELAR, _HUSH = "гкх", "жшчщ"


def key(word: str) -> str | None:
    """What the nominative ``word`` agrees with by its ending: m, f, n, pl; None if it has no adjective's ending."""
    found = _ENDING.match(word.lower())
    return _KEY[found["end"]] if found else None


def is_adjective(word: str) -> bool:
    """Whether ``word`` can be an adjective, participle or ordinal in the nominative."""
    if _ORDINAL.match(word):
        return True
    last = word.rsplit("-", 1)[-1]
    if possessive(word):
        return True
    if not key(last):
        return any(dictionary.is_a(p, "ADJF", "Apro", "nomn") for p in dictionary.parses(word) if p.is_known)
    readings = [p for p in dictionary.parses(last) if p.is_known] or list(dictionary.parses(last))
    return any(p.tag.POS in ("ADJF", "PRTF") and dictionary.is_a(p, "nomn") for p in readings)


def decline(word: str, case: Case, animate: bool, target: str | None = None) -> str:
    """``word`` (nominative) in ``case``; ``target`` (m, f, n, pl) asks for another gender or number than its own."""
    if ordinal := _ORDINAL.match(word):
        return f"{ordinal['figures']}-{_ordinal_ending(target or _ORDINAL_KEY[ordinal['end']], case, animate)}"
    if named := possessive(word):
        return _possessive(word, named, case, animate, target)
    found = _ENDING.match(word.lower())
    if not found or word.lower() in ("свой", "мой", "твой"):
        return _pronominal(word, case, animate, target)
    own, stem = _KEY[found["end"]], word[: len(found["stem"])]
    want = target or own
    used: Case = case
    if case == "acc" and want in ("m", "pl"):
        used = "gen" if animate else "nom"
    if used == "nom" and want == own:
        return word
    return stem + _end(stem.lower(), found["end"], want, used) + (found["back"] or "")


@cache
def possessive(word: str) -> str | None:
    """What a possessive of a person agrees with: Берингов (m) пролив, Баренцево (n) море; None for every other word."""
    found = _NAMED.match(word)
    if not found:
        return None
    known = [p for p in dictionary.parses(word) if p.is_known]
    named = any(dictionary.is_a(p, "ADJF", "Poss", "nomn") for p in known) or (
        found["end"] == "ы" and all("Surn" in p.tag.grammemes or p.tag.POS == "ADJS" for p in known)
    )  # Каймановы острова
    return _NAMED_KEY[found["end"]] if named else None


def _possessive(word: str, own: str, case: Case, animate: bool, target: str | None) -> str:
    want = target or own
    if case == "acc" and want in ("m", "pl"):
        case = "gen" if animate else "nom"
    stem = word if own == "m" else word[:-1]
    return (
        stem
        + {
            "m": {"nom": "", "gen": "а", "dat": "у", "acc": "", "ins": "ым", "prep": "ом"},
            "f": {"nom": "а", "gen": "ой", "dat": "ой", "acc": "у", "ins": "ой", "prep": "ой"},
            "n": {"nom": "о", "gen": "а", "dat": "у", "acc": "о", "ins": "ым", "prep": "ом"},
            "pl": {"nom": "ы", "gen": "ых", "dat": "ым", "acc": "ы", "ins": "ыми", "prep": "ых"},
        }[want][case]
    )


def agree(word: str, gender: Gender | None, number: Number, case: Case, animate: bool) -> str:
    """``word``, given in the masculine nominative, made to agree."""
    if key(word) != "m" and not _ORDINAL.match(word):
        raise Unsayable(f"«{word}» has no ending of a masculine adjective", "give its masculine nominative: новый")
    return decline(word, case, animate, "pl" if number == "pl" else gender)


def _end(stem: str, end: str, want: str, case: Case) -> str:
    last = stem[-1]
    if end in ("ья", "ье", "ьи") or (end == "ий" and (stem.endswith("трет") or _is_kind(f"{stem}ьего"))):
        return _POSSESSIVE[want][case]  # третьего, казачьего
    if last in _VELAR:
        ending = _HARD[want][case]
        return "ой" if ending == "ый" and end == "ой" else ending.replace("ы", "и")
    if last in _HUSH:
        ending = _HARD[want][case].replace("ы", "и")
        if end in ("ой", "ое") or (stem.rsplit("-", 1)[-1] in _STRESSED and end in ("ая", "ие")):
            return "ой" if ending == "ий" else ending
        return {"ого": "его", "ому": "ему", "ом": "ем", "ой": "ей", "ое": "ее"}.get(ending, ending)
    if end in ("ий", "яя", "ее", "ие"):
        return _SOFT[want][case]
    ending = _HARD[want][case]
    return "ой" if ending == "ый" and end == "ой" else ending


def _is_kind(genitive: str) -> bool:
    """Whether there is such a genitive, of an adjective of kind: казачьего, охотничьего."""
    return any(p.is_known and dictionary.is_a(p, "ADJF", "gent") for p in dictionary.parses(genitive))


def _ordinal_ending(want: str, case: Case, animate: bool) -> str:
    if case == "acc" and want in ("m", "pl"):
        case = "gen" if animate else "nom"
    return {
        "m": {"nom": "й", "gen": "го", "dat": "му", "ins": "м", "prep": "м"},
        "f": {"nom": "я", "gen": "й", "dat": "й", "acc": "ю", "ins": "й", "prep": "й"},
        "n": {"nom": "е", "gen": "го", "dat": "му", "acc": "е", "ins": "м", "prep": "м"},
        "pl": {"nom": "е", "gen": "х", "dat": "м", "ins": "ми", "prep": "х"},
    }[want][case]


def _pronominal(word: str, case: Case, animate: bool, target: str | None) -> str:
    """этот, весь, наш: few words with endings of their own, from the dictionary."""
    for parse in dictionary.parses(word):
        if dictionary.is_a(parse, "ADJF", "nomn") and parse.is_known:
            number = "plur" if (target == "pl" if target else dictionary.is_a(parse, "plur")) else "sing"
            wanted = {dictionary.CASE[case], number}
            if number == "sing":
                wanted.add(dictionary.GENDER[target] if target else parse.tag.gender)
            if case == "acc" and (number == "plur" or "masc" in wanted):
                wanted.add("anim" if animate else "inan")
            for other in parse.lexeme:
                if dictionary.is_a(other, *wanted) and other.word != "самоё":
                    return dictionary.like(word, str(other.word))
    raise Unsayable(f"no forms of «{word}» are known", "write them: forms: {gen: …}")
