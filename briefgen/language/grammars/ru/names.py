"""Names of people. Gender must be known; origin decides what an ending cannot tell (Путиным, but Садикином)."""

import re
from functools import cache
from typing import Any

from briefgen.language.grammars.ru import dictionary, endings, lists
from briefgen.language.said import Doubt, Said, Unsayable
from briefgen.values import Case, Gender, Wording

FAMILY_FIRST = frozenset({"CN", "TW", "HK", "MO", "KR", "KP", "VN"})
"""Where only the last element of a name bends."""
RUSSIAN_PATTERN = frozenset({"RU", "BY", "UA", "KZ", "KG", "UZ", "TJ", "TM", "AM", "AZ", "GE", "MD", "BG", "MK", "RS", "ME"})
_PATRONYMIC = re.compile(r".+(вич|ична|вна|ич)\Z")
_RUSSIAN_FAMILY = re.compile(r".+(ов|ев|ёв|ин|ын|ский|цкий|ской|ова|ева|ёва|ина|ына|ская|цкая|ых|их)\Z")
_UNSURE = re.compile(r".+(ов|ев|ёв|ин|ын|ий|ый|ой|ова|ева|ёва|ина|ына|ая|[аоуиеэюя]а|ец|ок|ек)\Z")


def decline(name: Wording, case: Case) -> Said:
    """``name`` in ``case``."""
    if written := name.forms.get(case):
        return Said(written)
    if case == "nom" or name.indeclinable or not re.search("[А-Яа-яЁё]", name.text):
        return Said(name.text)
    if name.gender not in ("m", "f"):
        raise Unsayable(f"the gender of {name.text} is not known", "write gender: m or f; it is never guessed")
    parts = re.split(r"([ \u00a0]+)", name.text)
    places = [index for index, part in enumerate(parts) if index % 2 == 0 and _bends(part)]
    if name.origin in FAMILY_FIRST:
        places = places[-1:] if places and places[-1] == len(parts) - 1 else []
        return _set(parts, {index: endings.decline(parts[index], name.gender, case) for index in places})
    if _is_russian(name, parts, places):
        return _russian(parts, places, name, case)
    done = {index: _foreign(parts[index], name.gender, case) for index in places}
    said = _set(parts, done)
    return Said(said, _doubt(name, parts, done, case))


def _set(parts: list[str], done: dict[int, str]) -> Said:
    return Said("".join(done.get(index, part) for index, part in enumerate(parts)))


def _bends(part: str) -> bool:
    """Whether a word of a name can bend: no initials, no particles, nothing in another script."""
    return bool(re.search("[А-Яа-яЁё]", part)) and not part.endswith(".") and part.lower() not in lists.NAME_PARTICLES and part[:1].isupper()


def _is_russian(name: Wording, parts: list[str], places: list[int]) -> bool:
    if name.origin:
        return name.origin in RUSSIAN_PATTERN
    if any(_PATRONYMIC.match(parts[index]) for index in places[1:]):
        return True
    # without an origin: a given name and a family name that the dictionary knows as such
    first, last = (parts[places[0]], parts[places[-1]]) if places else ("", "")
    given = any(p.is_known and dictionary.is_a(p, "Name", "nomn", dictionary.GENDER[name.gender or "m"]) for p in dictionary.parses(first)) if first else False
    return given and bool(_RUSSIAN_FAMILY.match(last)) and any(p.is_known and dictionary.is_a(p, "Surn") for p in dictionary.parses(last))


def _foreign(word: str, gender: Gender, case: Case) -> str:
    """A foreign name's word; of a hyphenated one its last part, but a woman's names in -а both (Анны-Марии)."""
    *first, last = word.split("-")
    if gender == "f":
        first = [endings.decline(part, "f", case) if part.endswith(("а", "я")) else part for part in first]
    made = _slavic(last, gender, case) if re.search("(ский|цкий|ская|цкая)$", last) else endings.decline(last, gender, case)
    return "-".join([*first, made])


def _slavic(word: str, gender: Gender, case: Case) -> str:
    from briefgen.language.grammars.ru import adjectives  # noqa: PLC0415

    return adjectives.decline(word, case, animate=True) if gender == "m" or word.endswith("ая") else word


def _doubt(name: Wording, parts: list[str], done: dict[int, str], case: Case) -> Doubt | None:
    """Why the form of a foreign name is not certain, if it is not."""
    unsure = [parts[index] for index in done if _UNSURE.match(parts[index].lower())]
    if name.origin is None and len(done) > 1 and any(done[index] != parts[index] for index in list(done)[:-1]):
        return Doubt(f"without an origin it is not sure which words of «{name.text}» bend", (_last_only(parts, done),))
    if unsure and name.origin is None:
        others = _russian(parts, list(done), name, case)
        return Doubt(f"without an origin the ending of «{unsure[-1]}» can be read in two ways", (str(others),))
    risky = [word for word in unsure if re.search("(ий|ый|ой|ая|[аоуеэюя]а|ец|ок|ек)$", word.lower()) and not re.search("(ский|цкий|ская|цкая)$", word)]
    return Doubt(f"«{risky[-1]}» can bend in two ways") if risky else None


def _last_only(parts: list[str], done: dict[int, str]) -> str:
    last = max(done)
    return str(_set(parts, {last: done[last]}))


def _russian(parts: list[str], places: list[int], name: Wording, case: Case) -> Said:
    """A name of Russian pattern: given name, patronymic and family name, in this order or with the family name first."""
    maker, kinds, genders, cases = _petrovich()
    roles = _roles([parts[index] for index in places])
    gender: Gender = name.gender or "m"
    done = {}
    for index, role in zip(places, roles, strict=True):
        word = parts[index]
        if endings.decline(word, gender, "gen") == word and word.lower().endswith(tuple("оуиыэюе")):
            done[index] = word
        elif role == "FIRSTNAME" and "-" in word and gender == "m":
            done[index] = _foreign(word, gender, case)
        else:
            done[index] = str(maker.make(kinds[role], genders["MALE" if gender == "m" else "FEMALE"], cases[case], word))
    return _set(parts, done)


def _roles(words: list[str]) -> list[str]:
    middle = next((index for index, word in enumerate(words) if index and _PATRONYMIC.match(word) and len(words) > 2), None)
    if middle is None:
        return ["FIRSTNAME"] * (len(words) - 1) + ["LASTNAME"] if len(words) > 1 else ["LASTNAME"] * len(words)
    if middle == len(words) - 1 and len(words) == 3:
        return ["LASTNAME", "FIRSTNAME", "MIDDLENAME"]
    return ["FIRSTNAME" if index < middle else "MIDDLENAME" if index == middle else "LASTNAME" for index in range(len(words))]


@cache
def _petrovich() -> tuple[Any, Any, Any, dict[str, Any]]:
    from pytrovich.enums import Case as PetrovichCase  # noqa: PLC0415
    from pytrovich.enums import Gender as PetrovichGender  # noqa: PLC0415
    from pytrovich.enums import NamePart  # noqa: PLC0415
    from pytrovich.maker import PetrovichDeclinationMaker  # noqa: PLC0415

    names = {"gen": "GENITIVE", "dat": "DATIVE", "acc": "ACCUSATIVE", "ins": "INSTRUMENTAL", "prep": "PREPOSITIONAL"}
    return PetrovichDeclinationMaker(), NamePart, PetrovichGender, {case: PetrovichCase[name] for case, name in names.items()}
