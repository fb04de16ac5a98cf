"""What stands directly beside the head of a phrase: господин посол, Папа Римский, город Москва, улица Пречистенка, космодром Восточный."""

import re
from dataclasses import replace

from briefgen.language.grammars.ru import adjectives, apposed, dictionary, heads, lists, nouns
from briefgen.language.grammars.ru.heads import Parsed, Words
from briefgen.language.said import Doubt


def deal(words: Words, parsed: Parsed, after: list[int]) -> bool:
    """Deal with a word that stands directly beside the head: господин посол, Папа Римский, город Москва. True where all is found."""
    index, noun = after[0], parsed.noun
    token = parsed.tokens[index]
    if noun is None or parsed.head is None or parsed.tokens[index - 1].strip() or not re.match("[А-Яа-яЁё]", token) or nouns.is_abbreviation(token):
        return False
    head = parsed.tokens[parsed.head].lower()
    following = parsed.tokens[after[1]] if len(after) > 1 else ""
    if head in lists.TITLES and token[:1].islower() and "nomn" in dictionary.cases(token) and not dictionary.leads(token):
        parsed.second = index  # Его Высочество наследный принц, господа министры
        return True
    if adjectives.is_adjective(token) and dictionary.only_nominative(token) and not (noun.living and adjectives.possessive(token)):
        _adjective_beside(parsed, index, noun, following)
        return False
    if token[:1].isupper() and (_city_beside(words, parsed, after) or _street_beside(parsed, after)):
        return parsed.second is not None
    if _unknown_beside(words, parsed, after, noun):
        return False
    if noun.living and noun.number == "pl" and token[:1].isupper() and apposed.is_a_person(words, token):
        parsed.doubt = Doubt(f"«{token}» may be a person's name, which bends for itself")  # министры Алиханов и Картасасмита
    if not (head in lists.TITLES or (noun.living and noun.number == "sg")):
        return False
    readings = [p for p in dictionary.parses(token.rsplit("-", 1)[-1]) if p.is_known]
    if dictionary.only_nominative(token) and any(dictionary.is_a(p, "NOUN", "anim") for p in readings):
        parsed.second = index
        return True
    name = any({"Name", "Surn"} & set(p.tag.grammemes) and dictionary.is_a(p, "nomn", "sing") for p in readings)
    if token[:1].isupper() and (name or not (readings or apposed.kind(words, token) != "open" or token.endswith(("а", "я")))):
        parsed.doubt = Doubt(f"«{token}» may be a person's name, which bends for itself")
    return False


def _unknown_beside(words: Words, parsed: Parsed, after: list[int], noun: nouns.Noun) -> bool:
    """Whether two words with a capital may be one name, of which it is not known what bends: Сием Реап, Казань Экспо."""
    head, token = parsed.tokens[parsed.head or 0], parsed.tokens[after[0]]
    if noun.living and head[:1].isupper() and token[:1].isupper() and dictionary.knows(head, "Name", "nomn") and not dictionary.knows(token, "NOUN", "gent"):
        parsed.doubt = Doubt(f"«{''.join(parsed.tokens)}» may be a person's name, which bends for itself")
        return True
    if len(after) == 1 and _is_venue(words, head, token):
        parsed.doubt = Doubt(f"«{''.join(parsed.tokens)}» may be a name of two words, of which not both bend")
        return True
    unknown = head not in words and not any(p.is_known for p in nouns.readings(head, noun.number, None))
    if not (unknown and token[:1].isupper() and ("nomn" in dictionary.cases(token) or not any(p.is_known for p in dictionary.parses(token)))):
        return False
    parsed.doubt = Doubt(f"it is not sure which words of «{''.join(parsed.tokens)}» bend")
    alone = len(after) == 1 or parsed.tokens[after[1]] in lists.PREPOSITIONS
    if alone and not parsed.agreeing and noun.given and not noun.living and re.search("[бвгджзклмнпрстфхцчшщ]\\Z", token):
        parsed.head, parsed.noun = after[0], replace(noun, word=token)  # Сием Реап
    return True


def _is_venue(words: Words, head: str, token: str) -> bool:
    """Whether a name of a town begins another name: Казань Экспо, Самара Арена."""
    town = head in words or dictionary.knows(head, "Geox", "nomn")
    return (
        town
        and head[:1].isupper()
        and not nouns.is_abbreviation(head)
        and token[:1].isupper()
        and (apposed.kind(words, token) != "genitive" or "nomn" in dictionary.cases(token))
    )


def _adjective_beside(parsed: Parsed, index: int, noun: nouns.Noun, following: str) -> None:
    """Note an adjective after the head that agrees with it: Папа Римский, улица Тверская; космодром Восточный has a name that may stay."""
    token, head = parsed.tokens[index], parsed.tokens[parsed.head or 0]
    if not heads.fits(token, noun) or (following and (following[:1].isupper() or dictionary.only_nominative(following))):
        return
    if head.lower() in lists.NAMED_BY_NOMINATIVE:
        parsed.doubt = Doubt(f"«{token}» may agree with «{head}»")
        return
    if token[:1].isupper() and not noun.living and head.lower() not in lists.STREETS | lists.CITIES:
        parsed.doubt = Doubt(f"«{token}» agrees with «{head}», or is a name that stays")
    parsed.agreeing.append(index)


def _city_beside(words: Words, parsed: Parsed, after: list[int]) -> bool:
    """Whether the name of a town stands beside «город»: города Москвы."""
    token, head = parsed.tokens[after[0]], parsed.tokens[parsed.head or 0]
    if head.lower() not in lists.CITIES or (len(after) > 1 and parsed.tokens[after[1]][:1].isupper() and "nomn" in dictionary.cases(parsed.tokens[after[1]])):
        return False
    if apposed.kind(words, token) == "genitive":
        return False  # столица Западной Явы
    known = token in words or any(p.is_known and dictionary.is_a(p, "Geox", "nomn") for p in dictionary.parses(token))
    parsed.doubt = Doubt(f"«{token}» beside «{head}» is written both bent and unbent")
    parsed.second = after[0] if known and not _differs(parsed, token) else None
    return True


def _differs(parsed: Parsed, token: str) -> bool:
    """Whether a name has not the gender of its feminine noun: реки Амур, but реки Волги and города Москвы."""
    return parsed.noun is not None and parsed.noun.gender == "f" and not token.endswith(("а", "я", "ь"))


def _street_beside(parsed: Parsed, after: list[int]) -> bool:
    """Whether a feminine name stands beside «улица»: улицы Пречистенки, but улицы Арбат."""
    token, head = parsed.tokens[after[0]], parsed.tokens[parsed.head or 0]
    if head.lower() not in lists.STREETS or not dictionary.only_nominative(token) or not any(p.is_known for p in nouns.readings(token, "sg", "f")):
        return False
    parsed.doubt = Doubt(f"«{token}» beside «{head}» is written both bent and unbent")
    parsed.second = after[0]
    return True
