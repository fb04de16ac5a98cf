"""One word of a person's name: which way it bends, and where usage or its unknown stress leaves two."""

import re

from briefgen.language.grammars.ru import adjectives, dictionary, endings, foreign, petrovich, stress
from briefgen.language.said import Said
from briefgen.values import Case, Gender, Wording

_FLEETING = {"Лев": "Льв", "Павел": "Павл", "Пётр": "Петр", "Петр": "Петр"}
_FIXED = tuple("оуиыэюеё")
_NO_ADJECTIVES = frozenset({"MD", "AM", "AZ", "GE", "KZ", "KG", "TJ", "TM", "UZ"})
"""Where a family name in -ой or -ий that the dictionary does not know is rather a noun: Попшоя."""
_ADJECTIVE = re.compile(r".+(ский|цкий|ской|цкой|ская|цкая)\Z")
_ARABIC_IN = re.compile(r".+[уиаое][дт]?дин\Z")


def decline(word: str, role: str, name: Wording, case: Case, *, russian: bool) -> Said:
    """``word`` in ``case``, with a doubt where there are two ways."""
    gender: Gender = name.gender or "m"
    if word.lower().endswith(_FIXED):
        return Said(word)
    if gender == "m" and role == "given" and (stem := _FLEETING.get(word)):
        return Said(endings.decline(stem, "m", case))
    if russian:
        return _given(word, gender, case) if role == "given" else _family(word, name, gender, case)
    return foreign.decline(word, role, name, gender, case)


def _given(word: str, gender: Gender, case: Case) -> Said:
    plain = endings.decline(word, gender, case)
    if gender == "f" and word.endswith("ь") and word != "Любовь":
        return stress.either(word, endings.inanimate(word, "f", case), f"«{word}» is bent by some and not by others")
    if re.search("[аеоуиыэюя]а$", word):
        return stress.either(plain, word[:-1] + endings.decline("ха", gender, case)[1:], f"«{word}» can bend in two ways")
    made = petrovich.decline(word, "given", gender, case)
    known = [p for p in dictionary.parses(word) if p.is_known and dictionary.is_a(p, "Name", "nomn", dictionary.GENDER[gender])]
    for parse in known:
        forms = dictionary.forms(parse, case, "sg", word, animate=True)
        if made in forms:
            return Said(made)
    return stress.either(plain, made, f"«{word}» can bend in two ways")


def _family(word: str, name: Wording, gender: Gender, case: Case) -> Said:
    """A family name of Russian pattern: by pytrovich, held against the plain endings and the dictionary."""
    made, plain, low = petrovich.decline(word, "family", gender, case), endings.decline(word, gender, case), word.lower()
    if gender == "f" and not low.endswith(("а", "я")):
        return Said(word)
    if _ADJECTIVE.match(low):
        return Said(adjectives.decline(word, case, animate=True))
    if low.endswith(("ых", "их")):
        stays = any(p.is_known and dictionary.is_a(p, "gent", "plur") and p.tag.POS in ("ADJF", "PRTF") for p in dictionary.parses(word))
        return Said(word) if stays else stress.either(made, plain if made == word else word, f"«{word}» is bent by some and not by others")
    if gender == "f" and low.endswith(("ска", "цка")):
        return stress.either(adjectives.decline(word + "я", case, animate=True), plain, f"«{word}» can bend in two ways")
    if low.endswith(("ий", "ый", "ой", "ая", "яя")):
        return _adjectival(word, name, case, made, plain)
    slavic = name.origin in ("RU", "BY", "UA", None)
    if gender == "m" and _ARABIC_IN.match(low) and (not slavic or low.endswith(("тдин", "ддин"))):
        return stress.either(plain, made if slavic else plain, f"«{word}» can be Russian or not")  # Гайнутдином
    if gender == "m" and re.search("(ов|ев|ёв|ин|ын)$", low):
        doubtful = name.origin in ("MD", "RS", "ME", "MK") and low.endswith("н")
        return stress.either(made, plain, f"«{word}» can be Russian or not") if doubtful else Said(made)
    if gender == "f" and re.search("(ов|ев|ёв|ин|ын)а$", low):
        common = any(
            p.is_known and p.tag.POS == "NOUN" and p.tag.case == "nomn" and "Surn" not in p.tag and "Name" not in p.tag for p in dictionary.parses(word)
        )
        if common and dictionary.knows(word[:-1], "Surn", "masc", "nomn"):
            return stress.either(made, plain, f"«{word}» can be the pair of «{word[:-1]}» or a word of its own")
        return stress.either(plain, made, f"«{word}» can be a word of its own or the pair of «{word[:-1]}»") if common else Said(made)
    return stress.decline(word, name, gender, case, plain if low.endswith(("а", "я")) or made.endswith(("ым", "им")) else made)


def _adjectival(word: str, name: Wording, case: Case, made: str, plain: str) -> Said:
    """Толстой, Горький, but Цой, Палий: an adjective where the dictionary knows one, else with a doubt."""
    gender: Gender = name.gender or "m"
    if len(re.findall("[аеёиоуыэюя]", word.lower())) == 1 and gender == "m":
        return stress.either(plain, made, f"«{word}» can bend in two ways")
    like = adjectives.decline(word, case, animate=True)
    if gender == "f" or word.endswith("ая"):
        return Said(like if gender == "f" else plain)
    readings = [p for p in dictionary.parses(word) if p.is_known]
    named = [form for p in readings if dictionary.is_a(p, "Surn", "masc", "nomn") for form in dictionary.forms(p, case, "sg", word, animate=True)]
    if named == [like] or (not named and any(p.tag.POS in ("ADJF", "PRTF") for p in readings)):
        return Said(like)
    if name.origin in _NO_ADJECTIVES or any(dictionary.is_a(p, "NOUN", "nomn") and "Surn" not in p.tag for p in readings):  # Попшой, Прибой
        return stress.either(plain, like, f"«{word}» can bend as an adjective or as a noun")
    return stress.either(made, plain if made == like else like, f"«{word}» can bend as an adjective or as a noun")
