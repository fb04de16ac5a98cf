"""One word of a foreign person's name: by its ending, with a doubt where the ending of a people's names can be read in two ways."""

import re

from briefgen.language.grammars.ru import adjectives, endings, lists, petrovich, stress
from briefgen.language.said import Said
from briefgen.values import Case, Gender, Wording

_SLAVIC = frozenset({"PL", "CZ", "SK", "SI", "HR", "BA", "RS", "ME", "MK", "BG", "UA", "BY"})
_ADJECTIVE = re.compile(r".+(ский|цкий|ской|цкой|ская|цкая)\Z")
_OPEN_END = "«{}» is bent by some and not by others"


def decline(word: str, role: str, name: Wording, gender: Gender, case: Case) -> Said:
    """``word`` in ``case``; ``role`` is given or family."""
    low, slavic = word.lower(), name.origin in _SLAVIC
    if _ADJECTIVE.match(low) or (slavic and ((low.endswith(("ий", "ый")) and role == "family") or re.search(".{3}(ов|ев|ёв)а$", low))):
        return _adjective(word, gender, case)
    if name.origin in lists.EASTERN and len(word) == len("Ма"):
        return Said(word)  # Джека Ма
    plain = endings.decline(word, gender, case)
    if re.search("[аоеэюя]а$", low):
        return stress.either(plain, word[:-1] + endings.decline("ха", gender, case)[1:], _OPEN_END.format(word))
    if name.origin == "MN" and re.search("(айн|ийн|ын)$", low) and role == "given":
        return stress.either(word, plain, f"«{word}» is a father's name, which some bend")
    if low.endswith(("ый", "ий")):
        sure = gender == "f" or (low.endswith("ий") and case != "prep")
        return Said(plain) if sure else stress.either(plain, plain[:-1] + "е", f"«{word}» can bend in two ways")
    if role == "given":
        return Said(plain)
    return _of_a_man(word, name, case, plain) if gender == "m" else _of_a_woman(word, name, case, plain)


def _of_a_man(word: str, name: Wording, case: Case, plain: str) -> Said:
    low = word.lower()
    if re.search("(ов|ев|ёв|ин|ын)$", low) and case == "ins" and name.origin in lists.WESTERN:
        return stress.either(plain, petrovich.decline(word, "family", "m", case), f"«{word}» can be Russian or not")
    if low.endswith("ец") or ((name.origin in _SLAVIC or not name.origin) and stress.may_drop(low, name)):
        return stress.decline(word, name, "m", case, plain)
    return _in_a_vowel(word, name, "m", case, plain)


def _of_a_woman(word: str, name: Wording, case: Case, plain: str) -> Said:
    low = word.lower()
    if re.search("(ов|ев|ёв)а$", low):
        return stress.either(plain, petrovich.decline(word, "family", "f", case), f"«{word}» can be Russian or not")
    if name.origin in _SLAVIC and low.endswith(("ска", "цка", "на")) and case != "acc":
        return stress.either(plain, word[:-1] + "ой", f"«{word}» can bend in two ways")
    return _in_a_vowel(word, name, "f", case, plain)


def _in_a_vowel(word: str, name: Wording, gender: Gender, case: Case, plain: str) -> Said:
    """Family names in -а and -я: a stressed one of France stays (Дюма), and after a sibilant stress decides."""
    low = word.lower()
    if low.endswith(("а", "я")) and (name.origin in lists.FRENCH or name.origin == "FI"):
        if name.origin != "FI" and len(re.findall("[аеёиоуыэюя]", low)) < 3:
            return stress.either(word, plain, f"«{word}» bends unless its end is stressed")
        return stress.either(plain, word, _OPEN_END.format(word))
    if low.endswith(("ца", "жа", "ша", "ча", "ща")) and case == "ins":
        return stress.decline(word, name, gender, case, plain)
    return Said(plain)


def _adjective(word: str, gender: Gender, case: Case) -> Said:
    """A family name that bends as an adjective: Новотного, Чапутовой; of a woman only where it has the ending (-ская, -ова)."""
    if word.endswith(("ова", "ева", "ёва")):
        return Said(petrovich.decline(word, "family", "f", case) if gender == "f" else endings.decline(word, "m", case))
    return Said(adjectives.decline(word, case, animate=True) if gender == "m" or word.endswith("ая") else word)
