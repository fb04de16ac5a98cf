"""Nouns and names that no dictionary knows, by their last letters. What never bends in Russian stays here as it is."""

import re

from briefgen.values import Case, Gender

_SIBILANT = "жшчщ"
_ABSTRACT = re.compile(r"(?:ств|[нтш](и))[ое]\Z")
"""Росимущество, Россотрудничество: the ends of Russian nouns, never of foreign ones."""
_VOWEL_ENDS = tuple("оуиыэюеё")


def decline(word: str, gender: Gender, case: Case) -> str:
    """``word`` (nominative singular) in ``case`` by its ending."""
    if case == "nom" or word.lower().endswith(_VOWEL_ENDS) or not re.search(r"[а-яё]\Z", word.lower()):
        return word
    stem, last = word[:-1], word[-1].lower()
    before = stem[-1:].lower()
    if gender == "n" and last in "ая" and before != "м":
        return word  # Минвостокразвития
    if last == "а":
        if before in "аоуиыэюяеё":
            return word  # Гарсиа, Моруа
        return stem + _first_hard(before)[case]
    if last == "я":
        soft = "и" if before == "и" else "е"
        return stem + {"gen": "и", "dat": soft, "acc": "ю", "ins": "ей", "prep": soft}[case]
    if gender == "f":
        return word  # a woman's name in a consonant stays
    if last == "ь":
        return stem + {"gen": "я", "dat": "ю", "acc": "я", "ins": "ем", "prep": "е"}[case]
    if last == "й":
        return stem + {"gen": "я", "dat": "ю", "acc": "я", "ins": "ем", "prep": "и" if before == "и" else "е"}[case]
    return word + {"gen": "а", "dat": "у", "acc": "а", "ins": "ем" if last in _SIBILANT + "ц" else "ом", "prep": "е"}[case]


def inanimate(word: str, gender: Gender, case: Case) -> str:
    """The same for a thing or a place: a masculine accusative is the nominative, and a feminine -ь bends (Казань, Казани)."""
    if gender == "f" and word.endswith("ь"):
        return word if case in ("nom", "acc") else word[:-1] + ("ью" if case == "ins" else "и")
    if gender == "n" and (found := _ABSTRACT.search(word)):
        ends = {"о": ("а", "у", "о", "ом", "е"), "е": ("я", "ю", "е", "ем", "и" if found[1] == "и" else "е")}[word[-1]]
        return word if case == "nom" else word[:-1] + dict(zip(("gen", "dat", "acc", "ins", "prep"), ends, strict=True))[case]
    if gender == "n" and re.search("[бвгджзклмнпрстфхцчшщ]ье\\Z", word):  # Приамурье
        return word[:-1] + {"nom": "е", "gen": "я", "dat": "ю", "acc": "е", "ins": "ем", "prep": "е"}[case]
    if case == "acc" and not word.lower().endswith(("а", "я")):
        return word
    return decline(word, gender, case)


def is_regular(word: str, gender: Gender) -> bool:
    """Whether the ending leaves one way to bend ``word``: no vowel that may drop out (-ец, -ок), no vowel before -а."""
    if (
        re.search(r"[уыэюёи]\Z", word.lower())
        or (gender != "n" and word.lower().endswith(("о", "е")))
        or (gender == "n" and (_ABSTRACT.search(word) or re.search("[^м][ая]\\Z", word)))
    ):
        return True
    if gender == "f":
        return bool(re.search(r"([^аоуиыэюяеё]а|я|ь)\Z", word.lower())) and not word.lower().endswith(("ая", "яя"))
    return gender == "m" and bool(re.search(r"[бвгджзклмнпрстфхцчшщ]\Z", word.lower())) and not re.search(r"(ец|ок|ек|ёк|ел|ёл|ор)\Z", word.lower()[-2:])


def _first_hard(before: str) -> dict[Case, str]:
    gen = "и" if before in _SIBILANT + "гкх" else "ы"
    ins = "ей" if before in _SIBILANT + "ц" else "ой"
    return {"gen": gen, "dat": "е", "acc": "у", "ins": ins, "prep": "е"}
