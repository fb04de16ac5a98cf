"""One noun: from the lexicon, from the dictionary, or by its ending with a doubt."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefgen.language.grammars.ru import dictionary, endings, lists
from briefgen.language.said import Doubt, Said, Unsayable
from briefgen.values import Case, Gender, Number, Wording


@dataclass(frozen=True)
class Noun:
    """A noun as it stands in a phrase, with what is known of it."""

    word: str
    gender: Gender | None = None
    number: Number = "sg"
    animate: bool = False
    given: bool = False
    """Whether the gender was stated, not found."""


def readings(word: str, number: Number | None, gender: Gender | None) -> list[dictionary.Parse]:
    """The dictionary's nominative readings of ``word``; of a hyphenated word, of its last part."""
    found = dictionary.nouns(word, number, gender)
    if "-" in word and not any(p.is_known for p in found):
        found = dictionary.nouns(word.rsplit("-", 1)[-1], number, gender) or found
    return found


def is_abbreviation(word: str) -> bool:
    """МИД, АСЕАН: capitals throughout, never bent."""
    return len(word) > 1 and word == word.upper() and word != word.lower()


def decline(words: Mapping[str, Wording], noun: Noun, case: Case, number: Number) -> Said:
    """``noun`` in ``case`` and ``number``."""
    word = noun.word
    if is_abbreviation(word) or not re.search("[а-яё]", word.lower()):
        return Said(word)
    if known := words.get(word) or words.get(word.lower()):
        if known.indeclinable:
            return Said(word)
        written = known.forms.get(case if number == (known.number or "sg") else f"{number}.{case}")
        if written:
            return Said(dictionary.like(word, written))
    if case == "nom" and number == noun.number:
        return Said(word)
    if "-" in word and not any(p.is_known for p in dictionary.nouns(word, noun.number, noun.gender)):
        return _hyphenated(words, noun, case, number)
    return _single(noun, case, number)


def _single(noun: Noun, case: Case, number: Number) -> Said:
    word = noun.word
    if (prefix := lists.PREFIX.match(word)) and (base := _known_base(word[prefix.end() :], noun)):
        rest = _single(replace(noun, word=base), case, number)
        return Said(word[: prefix.end()] + rest, rest.doubt)
    found = dictionary.nouns(word, noun.number, noun.gender) or dictionary.nouns(word, noun.number)
    forms = list(dict.fromkeys(made for parse in found if (made := dictionary.form(parse, case, number, word))))
    if any(parse.is_known for parse in found) and forms:
        return Said(forms[0], Doubt(f"«{word}» has two readings", tuple(forms[1:])) if len(forms) > 1 else None)
    if number != noun.number:
        if forms:
            return Said(forms[0], Doubt(f"the dictionary does not know «{word}»", tuple(forms[1:])))
        raise Unsayable(f"no {number} of «{word}» is known", "write it: forms: {pl.nom: …}")
    if noun.number == "sg" and noun.gender:
        made = endings.decline(word, noun.gender, case) if noun.animate else endings.inanimate(word, noun.gender, case)
        others = tuple(other for other in forms if other != made)
        sure = noun.given and word[:1].isupper() and endings.is_regular(word, noun.gender)
        return Said(made, None if sure else Doubt(f"the dictionary does not know «{word}»", others))
    if forms:
        return Said(forms[0], Doubt(f"the dictionary does not know «{word}», and no gender is given", tuple(forms[1:])))
    raise Unsayable(f"«{word}» is no noun in the nominative", "write its gender, its forms, or indeclinable: true")


def _known_base(rest: str, noun: Noun) -> str | None:
    """``rest`` of a word without its prefix, if the dictionary knows it as the same noun (кибербезопасность) and not the whole."""
    whole = dictionary.nouns(noun.word, noun.number, noun.gender)
    known = any(p.is_known for p in dictionary.nouns(rest, noun.number, noun.gender))
    return rest if known and len(rest) > 3 and not any(p.is_known for p in whole) else None


def _hyphenated(words: Mapping[str, Wording], noun: Noun, case: Case, number: Number) -> Said:
    parts = noun.word.split("-")
    link = next((index for index, part in enumerate(parts) if index and part.lower() in lists.LINKS), None)
    if link:  # Ростов-на-Дону
        head = decline(words, Noun("-".join(parts[:link]), noun.gender, noun.number, noun.animate), case, number)
        return Said("-".join([head, *parts[link:]]), head.doubt)
    first, last = "-".join(parts[:-1]), parts[-1]
    tail = decline(words, Noun(last, None if _declines(first) else noun.gender, noun.number, noun.animate), case, number)
    if not _declines(first):
        return Said(f"{first}-{tail}", tail.doubt)
    head = decline(words, Noun(first, noun.gender, noun.number, noun.animate), case, number)
    return Said(f"{head}-{tail}", head.doubt or tail.doubt)


def _declines(part: str) -> bool:
    """Whether the first part of a hyphenated word bends: страна-партнёр does, вице-премьер and Куала-Лумпур do not."""
    if part.lower() in lists.FROZEN_PREFIXES or part[:1].isupper() or not re.fullmatch("[а-яё]+", part):
        return False
    return any(p.is_known for p in dictionary.nouns(part))
