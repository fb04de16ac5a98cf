"""What follows the head of a phrase. Most of it stays; some of it bends too, and what cannot be told carries a doubt.

What bends: a second phrase that is joined (обмен опытом и подготовка кадров) or stands beside the head (господин посол), and
a participle of the head (меры, направленные на рост). All of «губернатор провинции Западная Ява» stays but its head.
"""

import re

from briefgen.language.grammars.ru import adjectives, apposed, beside, dictionary, heads, lists, nouns
from briefgen.language.grammars.ru.heads import Parsed, Words
from briefgen.language.said import Doubt

_PERHAPS, _LIKELY, _SURELY = 0.15, 0.6, 0.8
"""How often, in the dictionary's texts, a form is a direct plural for it to be thought of as one, taken for one, and more than a preposition's object."""


_AMONG = ["в", "том", "числе"]
_LENGTH = len(_AMONG)


def look(words: Words, parsed: Parsed) -> None:
    """Find in what follows the head of ``parsed`` a second phrase and words that agree with the head."""
    if parsed.second is not None or parsed.head is None or parsed.noun is None:
        return
    head = parsed.head
    after = [index for index in parsed.places if index > head]
    if not after or beside.deal(words, parsed, after):
        return
    governed, among = False, 0
    for at, index in enumerate(after):
        token = parsed.tokens[index]
        if dictionary.leads(token):
            continue  # страна, не имеющая выхода к морю
        first = _start(parsed, after, at)
        comma = "," in parsed.tokens[first - 1]
        joint = at > 0 and parsed.tokens[after[at - 1]].lower() in ("и", "или")
        adjacent = at == (1 if joint else 0)
        if comma and [parsed.tokens[place].lower() for place in after[at : at + _LENGTH]] == _AMONG:
            among = at + _LENGTH
        if at < among:
            continue
        comma, adjacent = comma or at == among > 0, adjacent or at == among == _LENGTH
        if token.lower() in lists.ACCUSATIVE and not (comma and adjacent and token.lower() != "включая"):
            governed = True
        elif dictionary.knows(token, "PREP") and not dictionary.knows(token, "NOUN"):
            governed = False
        elif (comma or joint) and not _subordinate(token) and _begins(words, parsed, after, at, joint=joint, adjacent=adjacent, governed=governed):
            return
    apposed.find(words, parsed, after)
    _strangers(parsed, after)


def are_chapters(parsed: Parsed) -> bool:
    """Whether «главы» may be chapters: alone, by number, or of a document; главы государств are persons."""
    after = [parsed.tokens[index] for index in parsed.places if index > (parsed.head or 0)]
    if parsed.noun is None or parsed.noun.word.lower() != "главы":
        return False
    return not after or not re.match("[А-Яа-яЁё]", after[0]) or any(apposed.lemmas(word) & lists.DOCUMENTS for word in after[:3])


def _start(parsed: Parsed, after: list[int], at: int) -> int:
    """Where the words begin that lead the one at ``at``."""
    while at and dictionary.leads(parsed.tokens[after[at - 1]]):
        at -= 1
    return after[at]


def _begins(words: Words, parsed: Parsed, after: list[int], at: int, *, joint: bool, adjacent: bool, governed: bool) -> bool:
    """Whether a second phrase begins at this word, which «и» or a comma precedes; a participle of the head is noted."""
    tokens, index = parsed.tokens, after[at]
    token = tokens[index]
    if token.lower() in ("и", "или", "также", "а"):
        return False
    if not joint and (_is_clause(parsed, after, at) or _governs(parsed, after, at)):
        parsed.agreeing.append(index)
        return False
    if joint and any(place > (parsed.head or 0) and dictionary.knows(tokens[place], "PRTF") for place in parsed.agreeing) and _is_clause(parsed, after, at):
        parsed.agreeing.append(index)  # меры, направленные на рост и предусматривающие …
        return False
    if adjacent:
        parsed.second, parsed.joined = index, True
        return True
    if joint and token[:1].isupper() and not governed and _joins_a_name(words, parsed, after, at):
        return False  # компании Газпром и Роснефть
    if _is_capital_head(parsed, after, at):
        return _is_second(parsed, after, at, joint=joint, governed=governed)
    if not _only_nominative(token) and not (not governed and _leads_nominative(parsed, after, at)):
        return _perhaps_second(parsed, after, at, governed=governed)
    return not (joint and _pairs(tokens, after, at)) and _is_second(parsed, after, at, joint=joint, governed=governed)


def _joins_a_name(words: Words, parsed: Parsed, after: list[int], at: int) -> bool:
    """Whether «и» joins a name to another that stays; to a genitive it cannot join a name that is none (Правительство Москвы и Росатом), which is a doubt."""
    token, before = parsed.tokens[after[at]], parsed.tokens[after[at - 2]]
    lone = at + 1 == len(after) or parsed.tokens[after[at + 1]] in lists.PREPOSITIONS
    kind = apposed.kind(words, token)
    if before[:1].isupper() and apposed.kind(words, before) in ("nominative", "open"):
        return lone and dictionary.knows(token, "Orgn", "nomn")
    name = kind == "nominative" and not _is_capital_head(parsed, after, at) and not adjectives.is_adjective(token)
    genitive = "gent" in dictionary.cases(before) or before in words
    if genitive and (name or (kind == "open" and re.search("[бвгджзклмнпрстфхцчшщ]\\Z", token))):
        parsed.doubt = parsed.doubt or Doubt(f"«{token}» may be joined to the head")
    return False


def _is_second(parsed: Parsed, after: list[int], at: int, *, joint: bool, governed: bool) -> bool:
    """Take the nominative at this word for a second phrase, unless it is rather the object of a preposition."""
    tokens, index = parsed.tokens, after[at]
    token = tokens[index]
    if governed and "accs" in dictionary.cases(token) and not _leads_a_person(parsed, after, at):
        parsed.doubt = Doubt(f"it is not sure whether «{token}» is joined to the head or to what precedes it")
        if joint and _direct_plural(token) and _direct_plural(tokens[after[at - 2]]):
            return False  # переход на национальные валюты и платёжные системы
    elif "-" not in token and not any(p.is_known for p in dictionary.parses(token)):
        parsed.doubt = Doubt(f"the dictionary does not know «{token}»")
    parsed.second, parsed.joined = index, True
    return True


def _leads_a_person(parsed: Parsed, after: list[int], at: int) -> bool:
    """Whether an adjective leads a person, whose accusative would look otherwise: посол в Индонезии, постоянный представитель при АСЕАН."""
    token, following = parsed.tokens[after[at]], parsed.tokens[after[at + 1]] if at + 1 < len(after) else ""
    found = nouns.readings(following, None, None) if following and adjectives.is_adjective(token) and heads.key(token) in ("m", "pl") else []
    return bool(found) and all(p.is_known and dictionary.is_a(p, "anim") for p in found)


def _direct_plural(token: str) -> bool:
    """Whether ``token`` can be a plural in the accusative that looks like a nominative: порты, платёжные."""
    return any(p.tag.number == "plur" and p.tag.case == "accs" and p.tag.animacy != "anim" for p in dictionary.parses(token))


def _perhaps_second(parsed: Parsed, after: list[int], at: int, *, governed: bool) -> bool:
    """Whether a noun that is a nominative plural or a genitive singular (стажировки) begins a second phrase; a doubt where both would do."""
    index, noun = after[at], parsed.noun
    token = parsed.tokens[index]
    readings = [p for p in dictionary.parses(token) if p.is_known and p.tag.POS == "NOUN"]
    if noun is None or token[:1].isupper() or "nomn" not in {p.tag.case for p in readings} or noun.word.lower() in lists.INSTITUTIONS:
        return False
    if noun.living:
        return noun.number == "pl" and not governed and _is_of_people(parsed, token, index)
    before = [parsed.tokens[place] for place in after[:at] if re.match("[А-Яа-яЁё]", parsed.tokens[place])]
    nominal = [cases for word in before if word not in ("и", "или") and not dictionary.knows(word, "PREP") and (cases := dictionary.cases(word))]
    plural = sum(p.score for p in readings if p.tag.number == "plur" and p.tag.case in ("nomn", "accs"))
    if governed:
        nominal = nominal[-1:]  # поездка по стране и встречи с бизнесом
    if nominal and not (dictionary.cases(token) - ({"nomn"} if governed else {"nomn", "accs"})) & frozenset().union(*nominal):
        parsed.second, parsed.joined = index, True  # торговля товарами и услуги
        return True
    if plural >= (_SURELY if governed else _PERHAPS):
        parsed.doubt = Doubt(f"«{token}» may be joined to «{noun.word}» or to what follows it")
    if plural >= _LIKELY and not governed and before and dictionary.knows(parsed.tokens[after[at - 2]] if at > 1 else "", "NOUN", "gent", "plur"):
        parsed.second, parsed.joined = index, True
        return True
    return False


def _is_of_people(parsed: Parsed, token: str, index: int) -> bool:
    """Whether people are joined to people: заместители министров и главы агентств; taken for so, with a doubt."""
    if not any(dictionary.is_a(p, "NOUN", "anim", "plur", "nomn") or dictionary.is_a(p, "NOUN", "ms-f", "plur", "nomn") for p in dictionary.parses(token)):
        return False
    parsed.second, parsed.joined = index, True
    parsed.doubt = Doubt(f"«{token}» may be joined to the head or to what follows it")
    return True


def _leads_nominative(parsed: Parsed, after: list[int], at: int) -> bool:
    """Whether an adjective that may be another case stands before a noun that is a nominative alone: деловой завтрак."""
    token, following = parsed.tokens[after[at]], parsed.tokens[after[at + 1]] if at + 1 < len(after) else ""
    if not following or token[:1].isupper() or not adjectives.is_adjective(token) or not _only_nominative(following):
        return False
    return heads.key(token) == "m" and bool(nouns.readings(following, "sg", "m"))


def _pairs(tokens: list[str], after: list[int], at: int) -> bool:
    """Whether the word before «и» is an adjective of the same form: на новое и перспективное направление."""
    before = tokens[after[at - 2]] if at > 1 else ""
    return bool(before) and adjectives.is_adjective(before) and heads.key(before) is not None and heads.key(before) == heads.key(tokens[after[at]])


def _is_clause(parsed: Parsed, after: list[int], at: int) -> bool:
    """Whether a participle or adjective that agrees with the head stands here, without a noun of its own."""
    token, noun = parsed.tokens[after[at]], parsed.noun
    if noun is None or not adjectives.is_adjective(token) or not dictionary.only_nominative(token) or not heads.fits(token, noun):
        return False
    following = parsed.tokens[after[at + 1]] if at + 1 < len(after) else ""
    return not (following and not dictionary.knows(following, "PREP") and _shares(token, following))


def _governs(parsed: Parsed, after: list[int], at: int) -> bool:
    """Whether an active participle of the head stands before its object, which looks as if it agreed: документ, регулирующий порядок поставок."""
    token, noun = parsed.tokens[after[at]], parsed.noun
    if noun is None or not dictionary.knows(token, "PRTF", "actv", "tran", "nomn") or not dictionary.only_nominative(token) or not heads.fits(token, noun):
        return False
    parsed.doubt = Doubt(f"«{token}» may belong to «{noun.word}» or to what follows")
    return True


def _shares(token: str, following: str) -> bool:
    """Whether ``following`` is the noun of ``token``, or another word that agrees with it: возобновляемая энергетика."""
    own = heads.key(token)
    if not dictionary.only_nominative(following) or own is None:
        return False
    if adjectives.is_adjective(following):
        return heads.key(following) == own
    return bool(nouns.readings(following, "pl", None) if own == "pl" else nouns.readings(following, "sg", heads.GENDERS[own]))


def _strangers(parsed: Parsed, after: list[int]) -> None:
    """Doubt a word in small letters that can only be a nominative and was not accounted for, and a name's initials."""
    governed = named = False
    noun, before = parsed.noun, ""
    for index in after:
        token = parsed.tokens[index]
        placed, before = before in lists.CITIES, str(dictionary.parses(token)[0].normal_form)  # мэр города Владимир
        if noun and noun.living and re.fullmatch(r"([А-ЯЁ]\.){1,2}", token):
            parsed.doubt = parsed.doubt or Doubt("a person's name stands in the phrase; it bends for itself")
        if noun and noun.living and token[:1].isupper() and not placed and _is_a_given_name(token):
            parsed.doubt = parsed.doubt or Doubt(f"«{token}» may be a person's name, which bends for itself")
        if token.lower().startswith("котор"):
            return
        if token.lower() in lists.ACCUSATIVE:
            governed = True
        elif dictionary.knows(token, "PREP") and not dictionary.knows(token, "NOUN"):
            governed = False
        named = named or token[:1].isupper() or index in parsed.agreeing
        if index in parsed.agreeing or governed or named or not _only_nominative(token) or (noun and noun.word.lower() in lists.NAMED_BY_NOMINATIVE):
            continue
        parsed.doubt = parsed.doubt or Doubt(f"«{token}» in «{''.join(parsed.tokens)}» looks like a nominative that may have to bend")


def _is_a_given_name(token: str) -> bool:
    """Whether ``token`` is a given name in the nominative and nothing else: губернатор области Валерий Лимаренко."""
    readings = [p for p in dictionary.parses(token) if p.is_known and p.tag.number == "sing"]
    return any(dictionary.is_a(p, "Name", "nomn") for p in readings) and not any(p.tag.case in ("gent", "datv", "ablt", "loct") for p in readings)


def _subordinate(token: str) -> bool:
    """Whether a clause begins that has nothing to do with the head's case."""
    return token.lower().startswith(("котор", "чтобы", "где")) or any(p.tag.POS in ("CONJ", "PREP", "GRND") for p in dictionary.parses(token))


def _is_capital_head(parsed: Parsed, after: list[int], at: int) -> bool:
    """Whether a second phrase with a capital begins here: Правительство России и Правительство Индонезии, but провинции Ачех и Западная Ява."""
    place = at
    while place < len(after) and adjectives.is_adjective(parsed.tokens[after[place]]):
        place += 1
    if place == len(after) or not parsed.tokens[after[at]][:1].isupper() or not dictionary.only_nominative(parsed.tokens[after[at]]):
        return False
    word = parsed.tokens[after[place]]
    readings = [p for p in dictionary.parses(word) if p.is_known and not {"Name", "Surn", "Patr"} & set(p.tag.grammemes)]
    nominative = any(dictionary.is_a(p, "NOUN", "nomn") for p in readings) if place > at else dictionary.only_nominative(word)  # Пушкинский зал
    return nominative and not any("Geox" in p.tag.grammemes for p in readings)


def _only_nominative(token: str) -> bool:
    """Whether ``token`` can be a nominative but no case that a tail would be in (обмен, цифровая; not торговли)."""
    if nouns.is_abbreviation(token) or token[:1].isupper() or not re.fullmatch("[а-яё-]+", token):
        return False
    readings = dictionary.parses(token)
    small = any(p.tag.POS in ("ADVB", "PREP", "CONJ") for p in readings)
    return dictionary.only_nominative(token) and not small
