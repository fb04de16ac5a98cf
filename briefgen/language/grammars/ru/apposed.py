"""A name in the nominative behind a genitive that follows the head: столица Татарстана Казань, крупнейший порт страны Сурабая.

It stands beside the head: a genitive it is not, and a proper name takes no other name as its complement. Where names of the head's kind bend it bends
(столицы Татарстана Казани), elsewhere it stays; either way with a doubt. What names the noun just before it stays in silence: посол Республики Индонезия.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from briefgen.language.grammars.ru import adjectives, dictionary, lists, nouns
from briefgen.language.grammars.ru.heads import Parsed, Words
from briefgen.language.said import Doubt, Said
from briefgen.values import Gender, Wording

_Kind = Literal["nominative", "open", "fixed", "genitive"]
_NAME = re.compile("[А-ЯЁ][А-Яа-яЁё’-]*[а-яё]\\Z")
_FIXED = re.compile("[оеёиуыэю]\\Z")
_FEMININE = re.compile("[ая]\\Z")
_OFFICE = re.compile("(?:Рос|Мин|Гос|Глав|Внеш|Пром)[а-яё]+\\Z")
"""Росрыболовства, Минвостокразвития: bodies that the dictionary does not know, in the genitive."""
_BETWEEN = re.compile("([ \u00a0]и[ \u00a0]|, )(?=[А-ЯЁ])")


@dataclass(frozen=True)
class Apposed:
    """A name beside the head: at which token it begins, whether the first suggestion bends it, and why it is not certain."""

    begins: int
    bends: bool
    why: Doubt


def kind(words: Words, token: str) -> _Kind:
    """What a word with a capital can be: a nominative alone, perhaps one (nobody knows it), a form for every case, or a genitive."""
    if known := words.get(token):
        return "fixed" if known.indeclinable or known.forms.get("gen") == token else "nominative"
    if not _NAME.match(token):
        return "genitive"  # МИД, ВТБ and figures stay in any case
    readings = [p for p in dictionary.parses(token) if p.is_known and p.tag.POS in ("NOUN", "ADJF", "PRTF")]
    if not readings:
        if dictionary.parses(token)[0].tag.POS == "ADJF" and re.search("(?:[ое]го|[ыи]х|ой|ей)\\Z", token):
            return "genitive"  # Бандунгского
        return "fixed" if _FIXED.search(token) else "open"
    cases = {str(p.tag.case) for p in readings}
    family = any(dictionary.is_a(p, "Surn", "nomn", "sing") for p in readings)
    plural = [p for p in readings if p.tag.number == "plur" and ("Name" in p.tag or (family and "Geox" not in p.tag))]  # Иванов, Бортников, Путин
    genitive = [p for p in readings if p.tag.case in ("gent", "gen2") and p not in plural]
    if "nomn" in cases:
        both = any("Fixd" in p.tag for p in genitive)
        return "fixed" if both else "genitive" if genitive else "nominative"
    names = all("Name" in p.tag for p in readings if p.tag.case == "gent")
    return "open" if names and (not genitive or _FEMININE.search(token)) and cases & {"gent"} else "genitive"  # Сурабая, of Сурабай; Марий Эл


def _kind(words: Words, token: str, before: str, *, place: bool) -> _Kind:
    """The same behind ``before``: what looks like a genitive is none behind a name, which has no complement (столица ЮАР Претория)."""
    found = kind(words, token)
    if found != "genitive" or not _NAME.match(token):
        return found
    if place and dictionary.knows(token, "Geox", "nomn"):
        return "open"  # Дубна, or of Дубно
    proper = before in words or nouns.is_abbreviation(before) or dictionary.knows(before, "Geox", "gent")
    common = all(p.tag.POS == "NOUN" and not {"Geox", "Orgn", "Surn"} & set(p.tag.grammemes) for p in dictionary.parses(token))
    return "open" if place and proper and common and _FEMININE.search(token) else "genitive"


def find(words: Words, parsed: Parsed, after: list[int]) -> None:
    """Note in ``parsed`` a name behind the genitive that follows the head; beside a person only a doubt that there may be one."""
    noun = parsed.noun
    if noun is None or parsed.doubt is not None:
        return
    place = bool(lemmas(noun.word) & lists.NAMED_PLACES)
    at = _first(words, parsed, after, place=place)
    if at is None:
        return
    tokens = [parsed.tokens[index] for index in after]
    run = _run(tokens, at)
    if all(kind(words, token) == "fixed" for token in run):
        return
    name = " ".join(run)
    person = noun.living and (not _is_place(words, run[0]) or _is_known(run[0], "Name"))
    if not place and (person or (_is_known(run[0], "Name") and not _is_place(words, run[0]))):
        parsed.doubt = Doubt(f"«{name}» may be a person's name, which bends for itself")
        return
    bearer = _bears(tokens, at - 1) and not lemmas(tokens[at - 1]) & lists.LANDS
    bends = place and not bearer and not nouns.is_open_place(run[-1])
    parsed.apposed = Apposed(after[at], bends, Doubt(f"«{name}» stands beside «{noun.word}» and may bend, or stays"))


def bend(words: Words, text: str, inflect: Callable[[Wording], Said]) -> str:
    """The names at the beginning of ``text`` bent; of one that the dictionary does not know the last word, by its ending."""
    pieces = _BETWEEN.split(text)
    return "".join(piece if index % 2 else _one(words, piece, inflect) for index, piece in enumerate(pieces))


def _one(words: Words, text: str, inflect: Callable[[Wording], Said]) -> str:
    run = _run(text.split(), 0)
    last = run[-1]
    if len(run) > 1 and adjectives.is_adjective(run[0]):
        return inflect(Wording(text))
    stays = text[: text.index(last)] if len(run) > 1 else ""
    name = text[len(stays) :]
    if last in words or any(p.is_known for p in nouns.readings(last, None, None)):
        return stays + inflect(Wording(name))
    gender: Gender = "f" if _FEMININE.search(last) else "n" if _FIXED.search(last) else "m"
    return stays + inflect(Wording(name, gender=gender))


def is_a_person(words: Words, token: str) -> bool:
    """Whether a word with a capital is a person's name in the nominative, or one that nobody knows."""
    found = kind(words, token)
    return (found == "nominative" and not _is_place(words, token)) or (found == "open" and not _FEMININE.search(token))


def lemmas(word: str) -> set[str]:
    """The nouns of which ``word``, or a half of it, is a form: города-побратимы."""
    return {str(p.normal_form) for part in (word, *word.split("-")) for p in dictionary.parses(part) if p.tag.POS == "NOUN"}


def _run(tokens: list[str], at: int) -> list[str]:
    """The words of the name that begins at ``at``."""
    end = at + 1
    while end < len(tokens) and (
        tokens[end][:1].isupper() or (tokens[end] in lists.NAME_PARTICLES and end + 1 < len(tokens) and tokens[end + 1][:1].isupper())
    ):
        end += 1
    return [token.strip(",") for token in tokens[at:end]]


def _first(words: Words, parsed: Parsed, after: list[int], *, place: bool) -> int | None:
    """Where among the words ``after`` the head a name begins that is not in the genitive; None where there is none."""
    tokens = [parsed.tokens[index] for index in after]
    for at in range(1, _reach(words, parsed, after)):
        token = tokens[at]
        if not token[:1].isupper() or _is_of_the_tail(words, tokens, at, place=place):
            continue
        if _bears(tokens, at - 1):
            return _behind_its_bearer(words, tokens, at, place=place, person=parsed.noun is not None and parsed.noun.living)
        if _kind(words, token, tokens[at - 1], place=place) == "fixed" and _is_place(words, token):
            continue
        begins = _with_adjective(tokens, at)
        return begins if begins and _is_apart(words, parsed, tokens, begins, at, place=place) else None
    return None


def _reach(words: Words, parsed: Parsed, after: list[int]) -> int:
    """How many of the words ``after`` the head may be of its genitive: up to a comma, a nominative, or whom something is called after."""
    tokens = [parsed.tokens[index] for index in after]
    if tokens[0][:1].isupper() and " ".join(tokens[:2]) not in words:
        own = kind(words, tokens[0])
        if own == "nominative" or (own == "open" and dictionary.is_a(dictionary.parses(tokens[0])[0], "nomn")):
            return 0  # Университет Гаджа Мада
    for at, token in enumerate(tokens):
        stops = token.islower() and not _is_preposition(token) and dictionary.only_nominative(token)
        if stops or parsed.tokens[after[at] - 1].strip() or token.lower() in ("имени", "им."):
            return at
    return len(tokens)


def _is_of_the_tail(words: Words, tokens: list[str], at: int, *, place: bool) -> bool:
    """Whether the word at ``at`` is a genitive, half of a name that stays (Марий Эл), or joined to or governed by what precedes it."""
    if any(f"{one} {two}" in words for one, two in pairwise(tokens[at - 1 : at + 2])):
        return True
    before = tokens[at - 1]
    return _kind(words, tokens[at], before, place=place) == "genitive" or before in ("и", "или") or dictionary.knows(before, "PREP")


def _is_preposition(token: str) -> bool:
    return dictionary.knows(token, "PREP") and not dictionary.knows(token, "NOUN")


def _bears(tokens: list[str], at: int) -> bool:
    """Whether the noun at ``at`` has its name behind it; Амурской области has it before."""
    named = at > 0 and tokens[at - 1][:1].isupper() and dictionary.knows(tokens[at - 1], "ADJF", "gent")
    return bool(lemmas(tokens[at]) & lists.BEARERS) and not named


def _with_adjective(tokens: list[str], at: int) -> int:
    """Where a name begins of which an adjective is the first word: Золотой Рог."""
    before = tokens[at - 1]
    adjective = before[:1].isupper() and adjectives.is_adjective(before) and bool(nouns.readings(tokens[at], "sg", "m"))
    return at - 1 if adjective else at


def _is_apart(words: Words, parsed: Parsed, tokens: list[str], begins: int, at: int, *, place: bool) -> bool:
    """Whether the name at ``begins`` stands beside the head, and not beside what precedes it."""
    token, before, noun = tokens[at], tokens[begins - 1], parsed.noun
    found = _kind(words, token, tokens[at - 1], place=place)
    led = any(map(_is_preposition, tokens[:begins]))
    living = any(word.islower() and dictionary.knows(word, "NOUN", "anim", "gent") for word in tokens[:begins])
    if noun is None or (led and (found != "nominative" or {"nomn", "accs"} & dictionary.cases(before))):
        return False
    if living and not noun.living and not place and found != "nominative":
        return False  # визит министра Пенни Вонг
    if found != "open" or not _FEMININE.search(token):
        return True
    if _OFFICE.match(token) or any("Orgn" in p.tag for p in dictionary.parses(token)):
        return False
    if before[:1].isupper():
        return kind(words, before) != "open"  # Университет Гаджа Мада
    if place or lemmas(noun.word) & lists.KIN:
        return True
    named = len(run := _run(tokens, at)) > 1 and kind(words, run[-1]) in ("nominative", "open")  # заместитель министра Нежла Гулер
    return noun.living and (named or (not living and "министр" in noun.word.lower()))


def _behind_its_bearer(words: Words, tokens: list[str], at: int, *, place: bool, person: bool) -> int | None:
    """Where a name begins behind the one that names the noun before it (вулкан острова Ява Семеру); a lone name may be either's."""
    run = _run(tokens, at)
    named = 2 if len(run) > 1 and adjectives.is_adjective(run[0]) else 1
    rest = run[named:]
    if rest and (named > 1 or _is_place(words, run[0])) and kind(words, rest[0]) != "genitive":
        return at + named
    if person and _is_known(run[0], "Surn") and not _is_place(words, run[0]):
        return at  # директор завода Иванов
    bearer = lemmas(tokens[at - 1])
    official = tokens[at - 1][:1].isupper()  # столица Республики Индонезия
    return at if place and not official and not bearer & lists.SETTLEMENTS else None


def _is_place(words: Words, token: str) -> bool:
    return token in words or _is_known(token, "Geox")


def _is_known(token: str, name: str) -> bool:
    return any(p.is_known and dictionary.is_a(p, name, "nomn") for p in dictionary.parses(token))
