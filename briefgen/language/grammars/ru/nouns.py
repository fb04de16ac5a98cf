"""One noun: from the lexicon, from the dictionary, or by its ending with a doubt."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from briefgen.language.grammars.ru import adjectives, dictionary, endings, halves, lists
from briefgen.language.said import Doubt, Said, Unsayable
from briefgen.values import Case, Gender, Number, Wording

_OPEN_PLACE = re.compile(r"\A[А-ЯЁ][а-яё-]+(ов|ев|ёв|ин|ын)о\Z")
"""Сколково, Домодедово: grammars bend them, usage mostly not."""


@dataclass(frozen=True)
class Noun:
    """A noun as it stands in a phrase, with what is known of it."""

    word: str
    gender: Gender | None = None
    number: Number = "sg"
    animate: bool | None = None
    """Whether the accusative is that of a living being; None where each reading of the dictionary is to say."""
    living: bool = False
    """The same for the words that agree with the noun, as far as is known."""
    given: bool = False
    """Whether the gender was stated, not found."""


def readings(word: str, number: Number | None, gender: Gender | None) -> list[dictionary.Parse]:
    """The dictionary's nominative readings of ``word``; of a hyphenated word, of its last part."""
    found = dictionary.nouns(word, number, gender)
    if "-" in word and not any(p.is_known for p in found):
        found = dictionary.nouns(word.rsplit("-", 1)[-1], number, gender) or found
    return found


def is_living(word: str, reading: dictionary.Parse) -> bool:
    """Whether ``word`` is a living being by its reading; of a hyphenated one by its first half (государства-члены)."""
    first = word.partition("-")[0]
    if first != word and _declines(first, word.rsplit("-", 1)[-1]):
        return any(dictionary.is_a(parse, "anim") for parse in dictionary.nouns(first))
    return dictionary.is_a(reading, "anim")


def is_abbreviation(word: str) -> bool:
    """МИД, АСЕАН: capitals throughout, never bent."""
    return len(word) > 1 and word == word.upper() and word != word.lower()


_FROZEN_END = re.compile(r"(?P<begin>[Зз]ав|[Зз]ам|[Пп]ом|Мин|Рос|Глав)(?P<rest>[а-яё]{4,})\Z")


@cache
def is_frozen(word: str) -> bool:
    """Whether an abbreviation that the dictionary does not know ends in a word in another case, and stays: завкафедрой, Минвостокразвития."""
    found = _FROZEN_END.match(word)
    if not found or any(p.is_known for p in dictionary.parses(word)):
        return False
    wanted = {"gent"} if found["begin"] in ("Мин", "Рос", "Глав") else {"gent", "ablt"}
    for at in range(len(found["rest"]) - 3):
        read = [p for p in dictionary.parses(found["rest"][at:]) if p.is_known and p.tag.POS == "NOUN"]
        if read:
            return bool(wanted & {str(p.tag.case) for p in read}) and not any(dictionary.is_a(p, "nomn", "sing") for p in read)
    return False


def is_open_place(word: str) -> bool:
    """Сколково, Домодедово: a name that may stay unbent."""
    return bool(_OPEN_PLACE.search(word))


def is_town(word: str) -> bool:
    """Переславль-Залесский: a town of a noun and its adjective, of which both bend; Каменец-Подольский."""
    first, hyphen, last = word.partition("-")
    return (
        bool(hyphen)
        and any(p.is_known for p in dictionary.nouns(first))
        and first[:1].isupper()
        and last[:1].isupper()
        and adjectives.is_adjective(last)
        and bool(re.search("[бвгджзклмнпрстфхцчшщь]\\Z", first))
    )


def decline(words: Mapping[str, Wording], noun: Noun, case: Case, number: Number) -> Said:
    """``noun`` in ``case`` and ``number``."""
    word = noun.word
    if re.search(r"[а-яё]\.[а-яё]", word.lower()):
        return Said(word, Doubt(f"«{word}» is an address, and as a name may bend or stay"))
    if word.lower().startswith("пол-") and word not in words:
        return Said(word, Doubt(f"«{word}» has forms of its own"))
    if is_abbreviation(word) or not re.search("[а-яё]", word.lower()) or (is_frozen(word) and word not in words):
        return Said(word)
    if known := words.get(word) or words.get(word.lower()):
        if known.indeclinable:
            return Said(word)
        written = known.forms.get(case if number == (known.number or "sg") else f"{number}.{case}")
        if written:
            return Said(dictionary.like(word, written))
        if known.animate and noun.animate is None:
            noun = replace(noun, animate=True)
    if case == "nom" and number == noun.number:
        return Said(word)
    if "-" in word and not any(p.is_known for p in dictionary.nouns(word, noun.number, noun.gender)):
        return _hyphenated(words, noun, case, number)
    return _single(noun, case, number)


def _single(noun: Noun, case: Case, number: Number) -> Said:
    word = noun.word
    if (prefix := halves.PREFIX.match(word)) and (base := _known_base(word[prefix.end() :], noun)):
        rest = _single(replace(noun, word=base), case, number)
        return Said(word[: prefix.end()] + rest, rest.doubt)
    found = dictionary.nouns(word, noun.number, noun.gender) or dictionary.nouns(word, noun.number)
    if noun.animate and any(dictionary.is_a(parse, "anim") for parse in found):
        found = [parse for parse in found if dictionary.is_a(parse, "anim")]
    made = [form for parse in found for form in dictionary.forms(parse, case, number, word, animate=is_animate(noun, parse))]
    forms = list(dict.fromkeys(made))
    if any(parse.is_known for parse in found) and forms:
        return _one_of(forms, noun, found, case, number)
    if number != noun.number:
        if forms:
            return Said(forms[0], Doubt(f"the dictionary does not know «{word}»", tuple(forms[1:])))
        raise Unsayable(f"no {number} of «{word}» is known", "write it: forms: {pl.nom: …}")
    if noun.number == "sg" and noun.gender:
        ending = endings.decline(word, noun.gender, case) if noun.animate else endings.inanimate(word, noun.gender, case)
        others = tuple(other for other in forms if other != ending)
        if word.endswith("ец") and others:  # балиец, балийца: the dictionary knows its like
            return Said(others[0], Doubt(f"the dictionary does not know «{word}»", (ending,)))
        sure = noun.given and word[:1].isupper() and endings.is_regular(word, noun.gender)
        return Said(ending, None if sure else Doubt(f"the dictionary does not know «{word}»", others))
    if forms:
        form = word if case == "acc" and word[:1].isupper() and not noun.animate else forms[0]  # Дарданеллы
        return Said(form, Doubt(f"the dictionary does not know «{word}», and no gender is given", tuple(other for other in forms if other != form)))
    raise Unsayable(f"«{word}» is no noun in the nominative", "write its gender, its forms, or indeclinable: true")


def _one_of(forms: list[str], noun: Noun, found: list[dictionary.Parse], case: Case, number: Number) -> Said:
    """The first of the ``forms`` that the dictionary has, with a doubt where usage or another reading has another."""
    word = noun.word
    if case == "acc" and forms[0] != word and noun.animate is None and word[:1].isupper() and all("Surn" in p.tag for p in found):
        return Said(forms[0], Doubt(f"«{word}» is a person, or a place called after one", (word,)))  # Циолковский
    if word in lists.UNBENT_TOO:
        return Said(forms[0], Doubt(f"«{word}» is used unbent too", (word,)))
    if noun.number == "sg" and _OPEN_PLACE.search(word) and case != "acc" and any(dictionary.is_a(p, "Geox") for p in found):
        return Said(forms[0], Doubt(f"«{word}» is used unbent too", (word,)))
    if case == "acc" and forms[0] != word and noun.animate is None and str(found[0].normal_form) in lists.SEAFOOD and (number == "pl" or noun.gender != "f"):
        return Said(forms[0], Doubt(f"«{word}» is a living being or food", (word,)))
    return Said(forms[0], Doubt(f"«{word}» has two readings", tuple(forms[1:])) if len(forms) > 1 else None)


def is_animate(noun: Noun, parse: dictionary.Parse) -> bool:
    """Whether ``noun``, read as ``parse``, is a living being."""
    return dictionary.is_a(parse, "anim") if noun.animate is None else noun.animate


def _known_base(rest: str, noun: Noun) -> str | None:
    """``rest`` of a word without its prefix, if the dictionary knows it as the same noun (кибербезопасность) and not the whole."""
    whole = dictionary.nouns(noun.word, noun.number, noun.gender)
    known = any(p.is_known for p in dictionary.nouns(rest, noun.number, noun.gender))
    return rest if known and len(rest) > 3 and not any(p.is_known for p in whole) else None


def _hyphenated(words: Mapping[str, Wording], noun: Noun, case: Case, number: Number) -> Said:
    parts = noun.word.split("-")
    link = next((index for index, part in enumerate(parts) if index and part.lower() in halves.LINKS), None)
    if link:  # Ростов-на-Дону
        head = decline(words, Noun("-".join(parts[:link]), noun.gender, noun.number, noun.animate), case, number)
        return Said("-".join([head, *parts[link:]]), head.doubt)
    first, last = "-".join(parts[:-1]), parts[-1]
    if is_town(noun.word):
        begun = decline(words, Noun(first, "m", "sg", animate=False, given=True), case, number)
        return Said(f"{begun}-{adjectives.decline(last, case, animate=False, target='m')}", begun.doubt)
    if adjectives.key(first) == "pl" and noun.number == "pl" and dictionary.knows(first, "PRTF", "actv"):  # трудящиеся-мигранты
        tail = decline(words, replace(noun, word=last), case, number)
        return Said(f"{adjectives.decline(first, case, animate=True, target='pl')}-{tail}", tail.doubt)
    if not _declines(first, last):
        place = noun.animate is None and _is_place(noun.word)
        tail = decline(words, replace(noun, word=last, animate=False if place else noun.animate), case, number)
        return Said(f"{first}-{tail}", tail.doubt)
    if stays := _is_of_the_second(first, last, noun):
        tail = decline(words, replace(noun, word=last), case, number)
        begun = decline(words, Noun(first, None, noun.number), case, number)
        other = f"{begun}-{tail}"
        return Said(f"{first}-{tail}", tail.doubt or (None if stays == "surely" else Doubt(f"it is not sure whether «{first}» bends", (other,))))
    head = decline(words, Noun(first, noun.gender, noun.number, noun.animate), case, number)
    tail = decline(words, Noun(last, None, noun.number, _follows(first, noun, number)), case, number)
    frozen = f"{first}-{tail}"
    unsure = not noun.given and _may_stay(first, last, noun) and frozen != f"{head}-{tail}"
    return Said(
        f"{head}-{tail}", head.doubt or tail.doubt or (Doubt(f"without a gender it is not sure whether «{first}» bends", (frozen,)) if unsure else None)
    )


def _may_stay(first: str, last: str, noun: Noun) -> bool:
    """Whether a masculine thing stands before a thing of another gender, and may be no more than its adjective: своп-линия; but музея-усадьбы."""
    begins, ends = dictionary.nouns(first.lower(), noun.number, "m"), dictionary.nouns(last, noun.number)
    hard = bool(re.search("[бвгджзклмнпрстфхцчшщ]\\Z", first)) and bool(begins) and bool(ends)
    return (
        noun.number == "sg"
        and hard
        and not any(dictionary.is_a(p, "anim") or dictionary.is_a(p, "masc") for p in (*ends,))
        and not dictionary.is_a(begins[0], "anim")
    )


def _is_place(word: str) -> bool:
    """Whether a hyphenated word is a name and no post: Шарм-эш-Шейх, but Вице-Президент."""
    first, *_, last = word.split("-")
    return first[:1].isupper() and last[:1].isupper() and first.lower() not in halves.FROZEN_PREFIXES


def _is_of_the_second(first: str, last: str, noun: Noun) -> str:
    """Whether the second half is the noun and the first one stays, as the stated gender tells: роуд-шоу (n), роман-газета (f)."""
    begins = {str(p.tag.gender) for p in dictionary.nouns(first, noun.number)}
    ends = dictionary.nouns(last, noun.number)
    fixed = bool(ends) and all(dictionary.is_a(p, "Fixd") for p in ends)
    wanted = dictionary.GENDER.get(noun.gender or "") if noun.given else None
    if (
        last in halves.CONTAINERS
        and re.search("[бвгджзклмнпрстфхцчшщ]\\Z", first)
        and not any(dictionary.is_a(p, "anim") for p in dictionary.nouns(first.lower()))
    ):
        return "perhaps"
    either = any({"Ms-f", "ms-f"} & set(p.tag.grammemes) for p in dictionary.nouns(first, noun.number))
    if noun.number == "pl" or either or (wanted in begins if wanted else not fixed) or not ends:
        return ""
    if wanted and wanted not in {str(p.tag.gender) for p in ends}:
        return ""
    return "surely" if fixed and wanted else "perhaps"


def _follows(first: str, noun: Noun, number: Number) -> bool | None:
    """Whether the second half is a living being: a thing by the first in государства-члены and город-побратим, by itself in страну-партнёра."""
    found = dictionary.nouns(first, noun.number)
    if number == "sg" and any(dictionary.is_a(parse, "femn") for parse in found):
        return None
    return bool(found) and dictionary.is_a(found[0], "anim")


def _declines(part: str, last: str) -> bool:
    """Whether the first part of a hyphenated word bends: Страна-партнёр does, вице-премьер, Порт-Морсби and Куала-Лумпур do not."""
    low = part.lower()
    if low in halves.FROZEN_PREFIXES or not re.fullmatch("[А-ЯЁа-яё][а-яё]*", part):
        return False
    if (
        part[:1].isupper()
        and last != last.lower()
        and not all(any(dictionary.is_a(p, "anim") for p in dictionary.nouns(half.lower())) for half in (part, last))
    ):
        return False
    return any(p.is_known and not dictionary.is_a(p, "Fixd") for p in dictionary.nouns(low))
