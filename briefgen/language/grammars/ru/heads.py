"""The head of a noun phrase and the words before it that agree with it.

In «подписанный сторонами меморандум о взаимопонимании» the participle agrees, and what depends on it stays.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from briefgen.language.grammars.ru import adjectives, dictionary, lists, nouns
from briefgen.language.grammars.ru.nouns import Noun
from briefgen.language.said import Doubt, Unsayable
from briefgen.values import Gender, Number, Wording

if TYPE_CHECKING:
    from briefgen.language.grammars.ru.apposed import Apposed

Words = Mapping[str, Wording]
_TOKEN = re.compile(r"[^\s,;:()]+|[\s,;:()]+")
_GENDERS: Mapping[str, Gender] = {"masc": "m", "femn": "f", "neut": "n"}
GENDERS: Mapping[str, Gender] = {"m": "m", "f": "f", "n": "n"}


@dataclass
class Parsed:
    """A phrase taken apart: ``tokens`` with their separators, and which of them bend."""

    tokens: list[str]
    agreeing: list[int] = field(default_factory=list)
    """The words that agree with the head, before it and after it."""
    head: int | None = None
    noun: Noun | None = None
    second: int | None = None
    """Where a second phrase begins that bends too."""
    joined: bool = False
    """Whether the second is joined by «и» or a comma; else it stands beside the head (господин посол)."""
    apposed: "Apposed | None" = None
    """A name behind the genitive that follows the head (столица Татарстана Казань)."""
    doubt: Doubt | None = None

    @property
    def places(self) -> list[int]:
        """Where the words are."""
        return [index for index, token in enumerate(self.tokens) if re.match(r"[^\s,;:()]", token)]


def find(words: Words, text: str, given: Wording) -> Parsed:
    """``text`` with its head, and with what agrees before it. Raises ``Unsayable`` where there is none."""
    parsed = Parsed(tokens(text))
    places = parsed.places
    for place, index in enumerate(places):
        token = parsed.tokens[index]
        following = parsed.tokens[places[place + 1]] if place + 1 < len(places) else ""
        before = parsed.tokens[places[place - 1]] if place else ""
        if _passes(token, following, bool(parsed.agreeing) or before.endswith("-")):
            continue
        if adjectives.is_adjective(token) and not _is_noun_here(words, token, following):
            parsed.agreeing.append(index)
            continue
        if parsed.agreeing and (before.lower() in ("и", "или") or "," in parsed.tokens[index - 1]) and _is_a_noun_too(words, parsed):
            parsed.second, parsed.joined = index, True  # животные и растения
            break
        if _are_people(parsed, index, token):
            break
        parsed.noun = None if token in lists.PREPOSITIONS else _noun(words, token, parsed, given)
        parsed.head = index if parsed.noun else None
        if parsed.noun is None and parsed.agreeing:
            _look_further(words, parsed, place, given)
        break
    if parsed.noun is None or not _keeps_together(parsed):
        _substantivise(words, parsed, text, given)
    return parsed


def _stem(word: str) -> str:
    return re.sub("(?:[ыи]й|ая|[ыи]е)(?:ся)?\\Z", "", word.lower())


def _are_people(parsed: Parsed, index: int, token: str) -> bool:
    """Whether the adjective before ``token`` is a noun of people, and ``token`` its complement: учёные МГУ, служащие министерства."""
    before = parsed.agreeing[-1] if parsed.agreeing else None
    if before is None or index - before > len("ab"):
        return False
    stem = _stem(parsed.tokens[before])
    if nouns.is_abbreviation(token):
        return stem in lists.PEOPLE | lists.PERHAPS_PEOPLE
    genitive = key(parsed.tokens[before]) == "pl" and dictionary.knows(token, "NOUN", "gent", "sing")
    if genitive and stem == "рабоч" and {str(p.normal_form) for p in dictionary.parses(token)} & lists.WORKPLACES:
        parsed.doubt = Doubt(f"«{parsed.tokens[before]}» are people, or agree with «{token}»")
    return genitive and stem in lists.PEOPLE - lists.LEARNED


def _is_a_noun_too(words: Words, parsed: Parsed) -> bool:
    """Whether the last agreeing word can be a noun of its own: животные, учёные, военные."""
    word = parsed.tokens[parsed.agreeing[-1]]
    return word in words or any(p.is_known and dictionary.is_a(p, "NOUN", "nomn") for p in dictionary.parses(word))


def tokens(text: str) -> list[str]:
    """The words of ``text`` and what separates them."""
    return _TOKEN.findall(text)


def key(token: str) -> str | None:
    """What an adjective agrees with by its ending: m, f, n or pl."""
    if re.match(r"\d+-", token):
        return {"й": "m", "я": "f", "е": "n"}.get(token[-1])
    return adjectives.possessive(token) or adjectives.key(token.rsplit("-", 1)[-1])


def fits(token: str, noun: Noun) -> bool:
    """Whether the adjective ``token``, in the nominative, agrees with ``noun``."""
    own = key(token)
    if re.match(r"\d+-е\Z", token):
        return noun.number == "pl" or noun.gender == "n"
    return own is None or own == ("pl" if noun.number == "pl" else noun.gender) or (noun.number == "sg" and noun.gender is None and own != "pl")


def _passes(token: str, following: str, after_adjective: bool) -> bool:
    """Whether ``token`` stands before the head without bending: figures, Latin words, «и» between adjectives, adverbs before them."""
    if re.fullmatch(r"\d+|[^А-Яа-яЁё]+", token) and not re.match(r"\d+-[а-я]", token):
        return bool(following) and (token.isdigit() or following not in ("и", "или"))
    if token.lower() in ("и", "или"):
        return after_adjective
    if _before_ordinal(token, following) or (token.lower() == "же" and after_adjective):
        return True
    if (token.lower() == "не" and adjectives.is_adjective(following)) or (token.lower() in ("всё", "все") and following in ("более", "менее")):
        return True  # не вступившее в силу соглашение, всё более тесное сотрудничество
    if token.endswith("-"):
        return bool(following)  # микро-, малые и средние предприятия
    return bool(following) and adjectives.is_adjective(following) and dictionary.knows(token, "ADVB") and not adjectives.is_adjective(token)


def _before_ordinal(token: str, following: str) -> bool:
    """Whether a number stays before an ordinal: двадцать первый саммит, сто двадцать пятая сессия."""
    if not dictionary.knows(token, "NUMR", "nomn"):
        return False
    return dictionary.knows(following, "ADJF", "Anum", "nomn") or dictionary.knows(following, "NUMR", "nomn")


def _is_noun_here(words: Words, token: str, following: str) -> bool:
    """Whether a word that looks like an adjective is a noun of the lexicon (рабочий, управляющий) with nothing to agree with."""
    if adjectives.possessive(token) and "nomn" not in (dictionary.cases(following) if following else ()):
        return True  # Ванино, Пушкино: towns
    if nouns.is_town(token) and not (following and following not in lists.PREPOSITIONS and nouns.readings(following, "sg", None)):
        return True  # Спасск-Дальний, but Брест-Литовский мир
    known = words.get(token)
    return bool(known and known.gender and not following)


def _noun(words: Words, token: str, parsed: Parsed, given: Wording) -> Noun | None:
    """``token`` as the head, if it agrees with the words before it."""
    if token.lower() in lists.TITLES and given.gender:
        given = replace(given, gender=None)  # Его Величество король: the gender that is stated is the person's
    known = words.get(token) or words.get(token.lower())
    keys = _keys(parsed)
    number: Number | None = given.number or (known.number if known else None) or ("pl" if "pl" in keys else None)
    wanted = given.gender or (known.gender if known else None) or next((g for g in ("m", "f", "n") if keys == {g}), None)
    stated = True if given.animate else None
    if nouns.is_abbreviation(token):
        return Noun(token, wanted, number or "sg", stated, given.animate)
    if nouns.is_frozen(token) and not known:
        return Noun(token, wanted or ("m" if token[:1].islower() else "n"), "sg", stated, given.animate or token[:1].islower())
    if known and (known.gender or known.forms or known.indeclinable):
        return Noun(token, wanted, number or "sg", known.animate or given.animate, known.animate or given.animate)
    return _of_the_dictionary(words, Noun(token, wanted, number or "sg", stated, given.animate, bool(given.gender)), number, parsed, given)


def _of_the_dictionary(words: Words, noun: Noun, number: Number | None, parsed: Parsed, given: Wording) -> Noun | None:
    """``noun`` with what the dictionary knows of it; None where it does not agree with the words before it."""
    token, wanted, stated = noun.word, noun.gender, noun.animate
    keys = _keys(parsed)
    attempts: list[Number | None] = [number] if number else ["sg"] if given.gender else [None, "sg", "pl"]
    for attempt in attempts:
        found = nouns.readings(token, attempt, wanted if attempt != "pl" else None)
        found = [p for p in found if p.is_known] or ([] if attempt is None else found)
        if not found:
            continue
        if attempt is None and not keys and _either_number(token, found):
            found.sort(key=lambda parse: dictionary.is_a(parse, "sing"))
            parsed.doubt = Doubt(f"«{token}» is a singular or a plural")  # корма, вина
        best = found[0]
        got: Number = "pl" if dictionary.is_a(best, "plur") else "sg"
        acting = token.lower() == "обязанности" and any(parsed.tokens[index].lower().startswith("исполняющ") for index in parsed.agreeing)
        if got == "pl" and (acting or (keys & {"m", "f", "n"} and "pl" not in keys and not _joined(parsed))):
            return None  # исполняющий обязанности: no agreement, the participle is the head
        if got == "pl" and "-" not in token:
            stated = stated or _reviewed(words, best)  # операторы, as оператор; фрукты, as фрукт
        living = given.animate or (nouns.is_living(token, best) if stated is None else stated)
        return Noun(token, wanted or _GENDERS.get(str(best.tag.gender)), got, stated, living, bool(given.gender))
    if keys and given.gender is None and not any(dictionary.is_a(p, "NOUN") and p.is_known and dictionary.is_a(p, "nomn") for p in dictionary.parses(token)):
        strange = any(p.is_known for p in dictionary.parses(token)) or not dictionary.knows(token, "nomn", *(["plur"] if keys == {"pl"} else []))
        return None if strange else noun  # данные Росстата
    if given.gender and not (parsed.agreeing and any(p.is_known for p in dictionary.parses(token))):
        return replace(noun, number=given.number or "sg")
    return None


def _either_number(token: str, found: list[dictionary.Parse]) -> bool:
    """Whether the nominative ``token`` is one noun in the singular and another in the plural."""
    known = [p for p in found if p.is_known and not {"Fixd", "Geox"} & set(p.tag.grammemes)]
    return token[1:].islower() and len({str(p.tag.number) for p in known}) > 1


def _keys(parsed: Parsed) -> set[str]:
    """What the words before the head agree with."""
    keys = {own for index in parsed.agreeing if (own := key(parsed.tokens[index])) and not re.match(r"\d+-е\Z", parsed.tokens[index])}
    if "pl" in keys and (last := key(parsed.tokens[parsed.agreeing[-1]])) not in ("pl", None):
        keys = {str(last)}  # большие данные и искусственный интеллект: another noun's
    return keys


def _reviewed(words: Words, reading: dictionary.Parse) -> bool | None:
    """Whether the lexicon has the singular of a noun as a living being; None where it has not the word."""
    known = words.get(str(reading.normal_form))
    return known.animate if known and known.gender else None


def _joined(parsed: Parsed) -> bool:
    """Whether «и» or a comma joins the agreeing words: первое и второе заседания."""
    return any("и" in parsed.tokens[a:b] or "или" in parsed.tokens[a:b] or "," in "".join(parsed.tokens[a + 1 : b]) for a, b in pairwise(parsed.agreeing))


def _keeps_together(parsed: Parsed) -> bool:
    """Whether the words before a singular head agree with it; in «большие данные и искусственный интеллект» the first do not."""
    noun = parsed.noun
    if noun is None or noun.number == "pl" or not parsed.agreeing or noun.word in ("глава", "судья"):
        return True
    odd = [index for index in parsed.agreeing if index < (parsed.head or 0) and not fits(parsed.tokens[index], noun)]
    last = parsed.agreeing.index(odd[-1]) if odd else None
    if last is None or last + 1 == len(parsed.agreeing):
        return True
    after = parsed.agreeing[last + 1]
    if "и" not in parsed.tokens[odd[-1] : after] and "," not in "".join(parsed.tokens[odd[-1] + 1 : after]):
        return True
    parsed.agreeing, parsed.second, parsed.joined = parsed.agreeing[: last + 1], after, True
    return False


def _look_further(words: Words, parsed: Parsed, place: int, given: Wording) -> None:
    """The head of an adjective or participle with words of its own: подписанный сторонами меморандум, первый в истории визит."""
    last = parsed.tokens[parsed.agreeing[-1]]
    places, own = parsed.places, key(last)
    person = dictionary.knows(last, "NOUN", "anim") or last in words
    if own is None or (person and not dictionary.knows(last, "PRTF")):  # второй по численности город, but учёный с мировым именем
        return
    governed = False
    for at in range(place, len(places)):
        token = parsed.tokens[places[at]]
        before = parsed.tokens[places[at - 1]]
        if dictionary.knows(token, "PREP"):
            governed = True
            continue
        if before in ("и", "или") or "," in parsed.tokens[places[at] - 1]:
            return
        if not governed and own == key(token) and adjectives.is_adjective(token):
            parsed.agreeing.append(places[at])
            continue
        found = nouns.readings(token, "pl" if own == "pl" else "sg", GENDERS.get(own))
        if any(p.is_known for p in found) and not (governed and "accs" in dictionary.cases(token)):  # nothing governs a nominative alone
            parsed.noun = _noun(words, token, parsed, Wording(token, given.gender, given.number, given.animate))
            parsed.head = places[at] if parsed.noun else None
            return
        governed = governed and (adjectives.is_adjective(token) or dictionary.knows(token, "ADJF"))
    parsed.agreeing = [index for index in parsed.agreeing if index < places[place]]


def _substantivise(words: Words, parsed: Parsed, text: str, given: Wording) -> None:
    """The last agreeing word becomes the head: временный поверенный, исполняющий обязанности."""
    if not parsed.agreeing:
        raise Unsayable(f"no noun in the nominative is found in «{text}»", "write its gender, its forms, or indeclinable: true")
    head = parsed.agreeing[-1]
    for before, index in pairwise(parsed.agreeing):
        if index - before > 2 and "и" not in parsed.tokens[before:index] and "," not in "".join(parsed.tokens[before + 1 : index]):
            head = before
            break
    parsed.agreeing = [index for index in parsed.agreeing if index <= head]
    word, own = parsed.tokens[head], key(parsed.tokens[head])
    place = word[:1].isupper() and dictionary.knows(word, "NOUN", "Geox")
    thing = word.lower() in lists.THINGS or (dictionary.knows(word, "NOUN", "inan", "nomn") and not dictionary.knows(word, "NOUN", "anim", "nomn"))
    person = dictionary.knows(word, "NOUN", "anim") or dictionary.knows(word, "PRTF", "actv") or given.gender is not None or _stem(word) in lists.PEOPLE
    reviewed = words.get(word) or words.get(word.lower())
    participle = dictionary.knows(word, "PRTF")
    named = word[:1].isupper() and head == parsed.places[-1] and not participle and not dictionary.knows(word, "NOUN", "anim")  # Восточный: who or where?
    living = given.animate or bool(reviewed and reviewed.animate) or (person and not place and not thing and not (named and own == "m"))
    number: Number = "pl" if own == "pl" or re.fullmatch(r"\d{2,}0-е", word) else "sg"
    known = living or place or thing or own in ("f", "n") or (number == "pl" and word[:1].isdigit())
    following = parsed.tokens[head + 2] if head + 2 < len(parsed.tokens) else ""
    known = known and (given.animate or not (nouns.is_abbreviation(following) and _stem(word) in lists.PERHAPS_PEOPLE))  # военные АСЕАН, военные НИИ
    likely = living or (not known and not named and (participle or own == "m"))
    parsed.head, parsed.noun = head, Noun(word, GENDERS.get(own or "m"), number, living if known else None, likely)
