"""Names of people. Gender must be known; origin decides what an ending cannot tell (Путиным, but Садикином)."""

import re

from briefgen.language.grammars.ru import dictionary, endings, families, lists, petrovich
from briefgen.language.said import Doubt, Said, Unsayable
from briefgen.values import Case, Gender, Wording

FAMILY_FIRST = frozenset({"CN", "TW", "HK", "MO", "KR", "KP", "VN"})
"""Where only the last element of a name bends."""
PERHAPS_FAMILY_FIRST = frozenset({"KH", "MM", "SG", "MY", "TH", "LA", "BN", "PH", "ID"})
"""Where the same holds of names in short syllables."""
RUSSIAN_PATTERN = frozenset({"RU", "BY", "UA", "KZ", "KG", "UZ", "TJ", "TM", "AM", "AZ", "GE", "MD", "BG", "MK", "RS", "ME"})
_PATRONYMIC = re.compile(r".+(вич|ична|вна|ич)\Z")
_RUSSIAN_FAMILY = re.compile(r".+(ов|ев|ёв|ин|ын|ский|цкий|ской|ова|ева|ёва|ина|ына|ская|цкая|ых|их)\Z")
_TWO_WAYS = re.compile(r".+(ов|ев|ёв|ин|ын|ий|ый|ой|ова|ева|ёва|ина|ына|ая|[аоуиеэюя]а|ец|ок|ек)\Z")
_ARTICLE = re.compile(r"(?i)(аль|эль|ас|ат|аш|ар|ад|аз|ан|ал|ад|бен|бин|ибн)-(?=[А-ЯЁ])")
_LETTERS = frozenset({"Джей", "Джи", "Кей", "Эй", "Би", "Си", "Ди", "Ти", "Пи", "Эм", "Эн", "Эл", "Эс", "Эф", "Ар", "Ви"})
"""English letters: of two in a row none bends (Джей Ди Вэнса)."""
_FATHERS = frozenset({"оглы", "оглу", "кызы", "гызы", "улы", "уулу", "кизи", "угли"})


def decline(name: Wording, case: Case) -> Said:
    """``name`` in ``case``."""
    if written := name.forms.get(case):
        return Said(written)
    if case == "nom" or name.indeclinable or not re.search("[А-Яа-яЁё]", name.text):
        return Said(name.text)
    if name.gender not in ("m", "f"):
        raise Unsayable(f"the gender of {name.text} is not known", "write gender: m or f; it is never guessed")
    parts = re.split(r"([ \u00a0]+)", name.text)
    places = [index for index in range(0, len(parts), 2) if _bends(parts, index, name)]
    western = name.origin in FAMILY_FIRST and _is_western(parts, name.origin)
    if name.origin in FAMILY_FIRST and not western:
        return _eastern(parts, places, name, case)
    if (name.origin in PERHAPS_FAMILY_FIRST and len(places) > 1 and _is_short(parts, name.origin)) or (not name.origin and _is_of_syllables(parts)):
        said = _eastern(parts, places, name, case)
        return Said(said, said.doubt or Doubt(f"it is not sure whether only the last word of «{name.text}» bends"))
    if not places:
        return Said(name.text)
    roles = _roles([parts[index] for index in places], parts)
    russian = _is_russian(name, parts, places)
    bent = {index: _word(parts[index], role, name, case, russian) for index, role in zip(places, roles, strict=True)}
    said = _set(parts, bent)
    if western and said != name.text:
        return Said(said, said.doubt or Doubt(f"«{parts[0]}» is taken for a given name", (str(_eastern(parts, places, name, case)),)))
    servant = next((part for part in parts if part.lower() in lists.DOUBTFUL_SERVANTS), None)
    if servant and name.gender == "m":
        return Said(said, said.doubt or Doubt(f"«{servant}» is bent by some and not by others", (said.replace(servant, endings.decline(servant, "m", case)),)))
    if len(parts) > 2 and {parts[0], parts[2]} <= _LETTERS and said != "".join([*parts[:-1], said.rpartition(" ")[2]]):
        other = "".join([*parts[:-1], said.rpartition(" ")[2]])
        return Said(said, said.doubt or Doubt(f"«{parts[0]} {parts[2]}» are letters, which some bend", (other,)))
    return Said(said, said.doubt or _without_origin(name, parts, bent, case, russian) or _other_gender(name, parts[places[0]], russian))


def _set(parts: list[str], bent: dict[int, Said]) -> Said:
    return _together("", [bent.get(index, Said(part)) for index, part in enumerate(parts)])


def _together(between: str, words: list[Said]) -> Said:
    """``words`` as one; a doubt about one of them offers the whole with the other form of it."""
    doubts = [word.doubt for word in words if word.doubt]
    if not doubts:
        return Said(between.join(words))
    other = between.join(word.doubt.alternatives[0] if word.doubt and word.doubt.alternatives else word for word in words)
    return Said(between.join(words), Doubt("; ".join(dict.fromkeys(doubt.why for doubt in doubts)), (other,) if other != between.join(words) else ()))


def _bends(parts: list[str], index: int, name: Wording) -> bool:
    """Whether a word of a name can bend: no initials, no particles, no father's name before оглы, nothing in another script."""
    part, low = parts[index], parts[index].lower()
    following = parts[index + 2].lower() if index + 2 < len(parts) else ""
    if not re.search("[А-Яа-яЁё]", part) or part.endswith(".") or following in _FATHERS or low in _FATHERS:
        return False
    if _ARTICLE.match(part):
        return True
    if not part[:1].isupper() or low in lists.SERVANTS:
        return False
    if low in lists.NAME_PARTICLES and name.origin not in FAMILY_FIRST:
        return not following or (index == 0 and low == "бен" and name.origin not in lists.ARAB)
    return True


def _is_short(parts: list[str], origin: str | None) -> bool:
    """Whether a name is one of short syllables, as Chinese names abroad and Burmese ones are: Ли Сянь Лун."""
    words = parts[::2]
    return origin in ("KH", "MM") or all(len(re.findall("[аеёиоуыэюя]+", word.lower())) == 1 for word in words)


def _is_of_syllables(parts: list[str]) -> bool:
    """Whether a name without an origin has the look of the East: Ким Чен Ын, Цай Ци, but not Ян Новак nor Марк Твен."""
    words = [part for part in parts[::2] if part[:1].isupper() and not part.endswith(".")]
    short = [len(re.findall("[аеёиоуыэюя]+", word.lower())) == 1 for word in words]
    if len(words) != len(parts[::2]) or len(words) < len("XY") or not short[0]:
        return False
    if len(words) > len("XY"):
        return all(short)
    return words[0] in lists.EASTERN_FAMILIES - lists.GIVEN_ELSEWHERE


def _eastern(parts: list[str], places: list[int], name: Wording, case: Case) -> Said:
    """Only the last element bends, and of a man only."""
    last = places[-1] if places and places[-1] == len(parts) - 1 else None
    if last is None:
        return Said(name.text)
    word = parts[last]
    gender: Gender = name.gender or "m"
    if word.lower().endswith(("а", "я")) and not re.search("[иуоаеэ]а$", word.lower()):
        bent = endings.decline(word, gender, case)
        return Said(name.text, Doubt(f"«{word}» is bent by some and not by others", ("".join([*parts[:last], bent]),)))
    return _set(parts, {last: Said(endings.decline(word, gender, case))})


def _is_western(parts: list[str], origin: str | None) -> bool:
    """Whether an eastern name begins with a given name of the West: Джон Ли, Дональд Цанг."""
    first = parts[0]
    if len(parts) == 1 or first in lists.EASTERN_FAMILIES or first in lists.COMPOUND_FAMILIES:
        return False
    named = first.startswith("Дж") or origin in ("HK", "MO", "TW")
    return len(re.findall("[аеёиоуыэюя]+", first.lower())) > 1 or (named and any(p.is_known and "Name" in p.tag for p in dictionary.parses(first)))


def _is_russian(name: Wording, parts: list[str], places: list[int]) -> bool:
    if name.origin:
        return name.origin in RUSSIAN_PATTERN
    if any(_PATRONYMIC.match(parts[index]) for index in places[1:]):
        return True
    # without an origin: a given name and a family name that the dictionary knows as such
    first, last = parts[places[0]], parts[places[-1]]
    given = _is_name(first, name.gender or "m")
    known = [p for p in dictionary.parses(last) if p.is_known]
    common = any(dictionary.is_a(p, "NOUN", "nomn", "sing") and not {"Surn", "Name", "Geox"} & set(p.tag.grammemes) for p in known)
    return given and (common or last.endswith(("ых", "их")) or (bool(_RUSSIAN_FAMILY.match(last)) and any(dictionary.is_a(p, "Surn") for p in known)))


def _is_name(word: str, gender: Gender) -> bool:
    return any(p.is_known and dictionary.is_a(p, "Name", "nomn", dictionary.GENDER[gender]) for p in dictionary.parses(word))


def _roles(words: list[str], parts: list[str]) -> list[str]:
    """given, patronymic or family, for each word that bends; the family name may come first."""
    middle = next((index for index, word in enumerate(words) if index and _PATRONYMIC.match(word) and len(words) > 2), None)
    if middle is None:
        lone = len(words) == 1 and len(parts) == 1 and dictionary.knows(words[0], "Name", "nomn")
        return ["given"] * (len(words) - 1) + ["given" if lone else "family"]
    if middle == len(words) - 1 and len(words) == 3:
        return ["family", "given", "patronymic"]
    return ["given" if index < middle else "patronymic" if index == middle else "family" for index in range(len(words))]


def _word(word: str, role: str, name: Wording, case: Case, russian: bool) -> Said:
    """One word of a name in ``case``, of a hyphenated one the parts that bend."""
    gender: Gender = name.gender or "m"
    if found := _ARTICLE.match(word):
        return Said(found[0] + endings.decline(word[found.end() :], gender, case))
    if role == "patronymic":
        return Said(petrovich.decline(word, role, gender, case))
    *first, last = word.split("-")
    if not first:
        return families.decline(word, role, name, case, russian=russian)
    if last[:1].islower():
        return Said("-".join([*first, families.decline(last, role, name, case, russian=False)]))  # Кара-оол
    end = families.decline(last, role, name, case, russian=russian)
    if gender == "f":
        begin = [families.decline(part, role, name, case, russian=russian) if part.endswith(("а", "я")) else Said(part) for part in first]
        return _together("-", [*begin, end])
    whole = [families.decline(part, role, name, case, russian=russian) if part[:1].isupper() else Said(part) for part in first]
    if russian and role == "family" and all(_is_full(part) for part in first):
        return _together("-", [*whole, end])  # Римского-Корсакова
    stays = _together("-", [*map(Said, first), end])
    settled = russian or end == last or name.origin in lists.FRENCH or not all(_is_full(part) for part in first)
    if settled or stays == _together("-", [*whole, end]):
        return stays
    if role == "given" and name.origin in lists.WESTERN:
        return Said(_together("-", [*whole, end]), Doubt(f"it is not sure whether the first half of «{word}» bends", (str(stays),)))
    return Said(stays, Doubt(f"it is not sure whether the first half of «{word}» bends", (_together("-", [*whole, end]),)))


def _is_full(part: str) -> bool:
    """Whether half a name is a name of its own, and no syllable (Тер-Петросян, Чан-Оча)."""
    return len(re.findall("[аеёиоуыэюя]", part.lower())) > 1 or len(part) > 4


def _without_origin(name: Wording, parts: list[str], bent: dict[int, Said], case: Case, russian: bool) -> Doubt | None:
    """Why the form of a name whose origin is not known is not certain, if it is not."""
    if name.origin or russian:
        return None
    changed, last = [index for index in bent if bent[index] != parts[index]], max(bent)
    if len(bent) > 1 and any(index < max(bent) for index in changed) and not _is_name(parts[min(bent)], name.gender or "m"):
        return Doubt(f"without an origin it is not sure which words of «{name.text}» bend", (_set(parts, {last: bent[last]}),))
    if parts[0] in lists.GIVEN_ELSEWHERE and 0 in changed:
        return Doubt(f"«{parts[0]}» may be a family name of the East", (str(_set(parts, {last: bent[last]})),))
    unsure = [index for index in bent if _TWO_WAYS.match(parts[index].lower())]
    if last in changed and re.fullmatch("[^аеёиоуыэюя]*[аеёиоуыэюя]?[^аеёиоуыэюя]*[ая]", parts[last].lower()):
        return Doubt(f"«{parts[last]}» bends unless its end is stressed", (str(_set(parts, {index: said for index, said in bent.items() if index != last})),))
    if not unsure:
        return None
    other = {index: families.decline(parts[index], "family", name, case, russian=True) for index in unsure}
    return Doubt(f"without an origin the ending of «{parts[unsure[-1]]}» can be read in two ways", (str(_set(parts, {**bent, **other})),))


def _other_gender(name: Wording, first: str, russian: bool) -> Doubt | None:
    """A doubt where the dictionary knows the given name of the other gender alone."""
    other: Gender = "f" if name.gender == "m" else "m"
    if (russian or not name.origin) and _is_name(first, other) and not _is_name(first, name.gender or "m"):
        return Doubt(f"«{first}» is known as a name of the other gender")
    return None
