"""What the stress of a name decides and writing does not show: a vowel that drops out (Орла), -ом or -ем after a sibilant (Ткачом, Бабичем)."""

import re

from briefgen.language.grammars.ru import dictionary, endings
from briefgen.language.said import Doubt, Said
from briefgen.values import Case, Gender, Wording

_SIBILANT = tuple("жшчщц")
_MAY_DROP = re.compile(r".+(ец|яц|ок|ёк|ек|ел|ёл|ень|оть|ось)\Z")
_KEEPS = frozenset({"KZ", "KG", "UZ", "TJ", "TM", "AZ", "AM", "GE"})
"""Where family names keep all their vowels."""


def either(form: str, other: str, why: str) -> Said:
    """``form``, with a doubt where ``other`` is another."""
    return Said(form, Doubt(why, (other,)) if other != form else None)


def decline(word: str, name: Wording, gender: Gender, case: Case, form: str) -> Said:
    """``word`` in ``case``; ``form`` is what the rules make of it without its stress."""
    low, plain, common = word.lower(), endings.decline(word, gender, case), _as_common(word, gender, case)
    if gender == "m" and common and not low.endswith(_SIBILANT):
        if common.replace("ё", "е") != plain:
            return either(common, plain, f"«{word}» is a common noun too, and may bend like it or keep its vowel")
        return either(plain, common, f"the stress of «{word}» decides between -ем and -ём")
    if gender == "m" and common == plain != form:
        return either(plain, form, f"the vowel of «{word}» may drop out or stay")  # Кузнец, Кузнеца
    if gender == "m" and may_drop(low, name) and (not common or common != plain):
        return either(common or form, plain if common or form != plain else dropped(word, case), f"the vowel of «{word}» may drop out or stay")
    if gender == "m" and case == "ins" and low.endswith(_SIBILANT) and not low.endswith("ич"):
        return either(common or plain, plain if common and common != plain else word + "ом", f"the stress of «{word}» decides between -ом and -ем")
    if case == "ins" and low.endswith(("жа", "ша", "ча", "ща", "ца")):
        return either(plain, word[:-1] + "ой", f"the stress of «{word}» decides between -ой and -ей")
    if re.search("[аеоуыэюя]а$", low):
        return either(plain, form, f"«{word}» is bent by some and not by others")
    return either(form, plain, f"«{word}» can bend in two ways")


def may_drop(low: str, name: Wording) -> bool:
    """Whether the last vowel of a family name can drop out: never where it is the only one, nor in Turkic names."""
    return bool(_MAY_DROP.match(low)) and len(re.findall("[аеёиоуыэюя]", low)) > 1 and name.origin not in _KEEPS


def dropped(word: str, case: Case) -> str:
    """``word`` in ``case`` without its last vowel: Кравец, Кравца; Коваленок, Коваленка."""
    soft = "ь" if word.endswith("лец") else "й" if re.search("[аоуеэ]ец$", word) else ""
    stem = word[:-3] + word[-2:] if word.endswith("ь") else word[:-2] + soft + word[-1]
    return endings.decline(stem, "m", case)


def _as_common(word: str, gender: Gender, case: Case) -> str | None:
    """The form of the common noun of which a name is made (Кузнец, Орёл), if it is one."""
    found = [p for p in dictionary.nouns(word.lower(), "sg", gender) if p.is_known and not {"Surn", "Name", "Geox"} & set(p.tag.grammemes)]
    forms = dictionary.forms(found[0], case, "sg", word, animate=True) if found else []
    return forms[0] if forms else None
