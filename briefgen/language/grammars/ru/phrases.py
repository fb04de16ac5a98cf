"""Noun phrases: the head noun and the words that agree with it bend, what follows the head stays.

    министр промышленности и торговли Российской Федерации → министром промышленности и торговли Российской Федерации

What is quoted stays; both sides of " – " bend; so does a second noun joined by «и» or a comma directly to the head.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from briefgen.language.grammars.ru import adjectives, dictionary, nouns
from briefgen.language.grammars.ru.nouns import Noun
from briefgen.language.said import Doubt, Said, Unsayable, doubt_of
from briefgen.values import Case, Gender, Number, Wording

Words = Mapping[str, Wording]
_TOKEN = re.compile(r"[^\s,;:()]+|[\s,;:()]+")
_DASH = re.compile(r"([ \u00a0][–—] )")
_GENDERS: Mapping[str, Gender] = {"masc": "m", "femn": "f", "neut": "n"}


@dataclass
class Parsed:
    """A phrase taken apart: ``tokens`` with their separators, and which of them bend."""

    tokens: list[str]
    agreeing: list[int] = field(default_factory=list)
    head: int | None = None
    noun: Noun | None = None
    conjuncts: int | None = None
    """Where a second noun that bends too begins."""


def inflect(words: Words, phrase: Wording, case: Case, number: Number | None = None) -> Said:
    """``phrase`` in ``case``, and in ``number`` if that is not its own."""
    if written := _written(phrase, case, number):
        return Said(written)
    own = phrase.number
    change = number if number and number != own else None
    if phrase.indeclinable or not re.search("[А-Яа-яЁё]", phrase.text) or (case == "nom" and change is None):
        return Said(phrase.text)
    quoted = re.search(r"[ \u00a0]?[«„“\"(]", phrase.text)
    core, rest = (phrase.text[: quoted.start()], phrase.text[quoted.start() :]) if quoted and quoted.start() else (phrase.text, "")
    if quoted and not quoted.start():
        raise Unsayable(f"«{phrase.text}» begins with a quotation", "begin with a noun («форум „…“»), or write its forms")
    parts = _DASH.split(core)
    done = [parts[0] and _part(words, parts[0], phrase, case, change, first=True)]
    for index, part in enumerate(parts[1:], 1):
        done.append(part if index % 2 or _between_names(parts[0], part) else _part(words, part, phrase, case, change, first=False))
    said = Said("".join(done) + rest, doubt_of(done))
    return _checked(words, phrase, said)


def gender(words: Words, phrase: Wording) -> Gender | None:
    """The gender of the phrase's head, where it can be told."""
    try:
        noun = parse(words, phrase.text, phrase).noun
    except Unsayable:
        return None
    return noun.gender if noun else None


def concord(words: Words, phrase: Wording) -> tuple[Gender | None, Number]:
    """The gender and the number with which a verb agrees. Raises ``Unsayable`` where they can only be guessed."""
    if phrase.number == "pl":
        return None, "pl"
    if phrase.gender:
        return phrase.gender, "sg"
    parsed = parse(words, phrase.text, phrase)
    if parsed.conjuncts is not None or (parsed.noun and parsed.noun.number == "pl"):
        return None, "pl"
    sure = parsed.noun is not None and (parsed.noun.word in words or any(reading.is_known for reading in dictionary.parses(parsed.noun.word)))
    if not sure or parsed.noun is None or parsed.noun.gender is None:
        raise Unsayable(f"the gender of «{phrase.text}» is not known", "write it beside the text: {text: …, gender: m, f or n}")
    return parsed.noun.gender, "sg"


def animate(words: Words, phrase: Wording) -> bool:
    """Whether the phrase's head is a living being."""
    try:
        noun = parse(words, phrase.text, phrase).noun
    except Unsayable:
        return False
    return bool(noun and noun.animate)


def parse(words: Words, text: str, given: Wording) -> Parsed:
    """``text`` taken apart into agreeing words, head and tail."""
    parsed = Parsed(_TOKEN.findall(text))
    places = [index for index, token in enumerate(parsed.tokens) if re.match(r"[^\s,;:()]", token)]
    for place, index in enumerate(places):
        token = parsed.tokens[index]
        following = parsed.tokens[places[place + 1]] if place + 1 < len(places) else ""
        if _passes(token, following, bool(parsed.agreeing)):
            continue
        if dictionary.knows(token, "NUMR", "nomn") and place == 0 and not nouns.is_abbreviation(token):
            raise Unsayable(f"«{text}» begins with a numeral", "give the noun alone and count it")
        if adjectives.is_adjective(token) and not _is_noun_here(words, token, following):
            parsed.agreeing.append(index)
            continue
        parsed.noun = _noun(words, token, parsed, given)
        parsed.head = index if parsed.noun else None
        break
    if parsed.noun is None:
        _substantivise(parsed, text, given)
    parsed.conjuncts = _conjunct(parsed, places)
    return parsed


def bend(words: Words, parsed: Parsed, case: Case, number: Number | None = None, adjectives_in: tuple[Case, Number | None] | None = None) -> Said:
    """The head in ``case`` and ``number``, the words that agree with it likewise, or as told apart (два новых соглашения)."""
    noun = parsed.noun
    if noun is None or parsed.head is None:
        raise Unsayable(f"no noun is found in «{''.join(parsed.tokens)}»", "write its forms, or indeclinable: true")
    out = list(parsed.tokens)
    doubts = []
    for index in parsed.agreeing:
        adjective_case, wanted = adjectives_in or (case, number)
        target = None if wanted is None or wanted == noun.number else ("pl" if wanted == "pl" else noun.gender)
        out[index] = adjectives.decline(out[index], adjective_case, noun.animate, target)
    if parsed.head not in parsed.agreeing:
        said = nouns.decline(words, noun, case, number or noun.number)
        out[parsed.head] = said
        doubts.append(said)
    return Said("".join(out), doubt_of(doubts))


def _part(words: Words, text: str, phrase: Wording, case: Case, number: Number | None, *, first: bool) -> Said:
    given = phrase if first and text == phrase.text else Wording(text, phrase.gender if first else None, phrase.number if first else None, phrase.animate)
    parsed = _parts_of_a_sum(words, text, given) or parse(words, text, given)
    if parsed.conjuncts is None:
        return bend(words, parsed, case, number)
    split = parsed.conjuncts
    head = Parsed(parsed.tokens[:split], parsed.agreeing, parsed.head, parsed.noun)
    rest = "".join(parsed.tokens[split:])
    done = [bend(words, head, case, number), inflect(words, Wording(rest), case, number)]
    return Said("".join(done), doubt_of(done))


def _parts_of_a_sum(words: Words, text: str, given: Wording) -> Parsed | None:
    """A phrase that is plural only as a whole, taken apart: in «политика и регулирование» (pl) each noun is singular."""
    if given.number != "pl" or " и " not in text:
        return None
    try:
        alone = parse(words, text, replace(given, number=None))
    except Unsayable:
        return None
    return alone if alone.conjuncts is not None and alone.noun and alone.noun.number == "sg" else None


def _between_names(before: str, after: str) -> bool:
    """Whether a dash joins two names that both stay: сотрудничество Юг – Юг, диалог Россия – Индонезия."""
    *head, last = before.split()
    return bool(head) and last[:1].isupper() and after[:1].isupper() and dictionary.knows(last, "NOUN", "nomn", "sing")


def _written(phrase: Wording, case: Case, number: Number | None) -> str | None:
    own = number is None or number == (phrase.number or "sg")
    if own:
        return phrase.forms.get(case) or phrase.forms.get(f"{phrase.number or 'sg'}.{case}")
    return phrase.forms.get(f"{number}.{case}")


def _passes(token: str, following: str, after_adjective: bool) -> bool:
    """Whether ``token`` stands before the head without bending: figures, Latin words, «и» between adjectives, adverbs before them."""
    if re.fullmatch(r"\d+|[^А-Яа-яЁё]+", token) and not re.match(r"\d+-[а-я]", token):
        return bool(following)
    if token.lower() in ("и", "или"):
        return after_adjective
    if token.endswith("-"):
        return bool(following)  # микро-, малые и средние предприятия
    return bool(following) and adjectives.is_adjective(following) and dictionary.knows(token, "ADVB") and not adjectives.is_adjective(token)


def _is_noun_here(words: Words, token: str, following: str) -> bool:
    """Whether a word that looks like an adjective is a noun of the lexicon (рабочий, управляющий) with nothing to agree with."""
    known = words.get(token)
    return bool(known and known.gender and not following)


def _noun(words: Words, token: str, parsed: Parsed, given: Wording) -> Noun | None:
    """``token`` as the head, if it agrees with the words before it."""
    known = words.get(token) or words.get(token.lower())
    keys = {key for index in parsed.agreeing if (key := _key(parsed.tokens[index]))}
    number: Number | None = given.number or (known.number if known else None) or ("pl" if "pl" in keys else None)
    wanted = given.gender or (known.gender if known else None) or next((g for g in ("m", "f", "n") if keys == {g}), None)
    if nouns.is_abbreviation(token):
        return Noun(token, wanted, number or "sg", given.animate)
    if known and (known.gender or known.forms or known.indeclinable):
        return Noun(token, wanted, number or "sg", known.animate or given.animate)
    attempts: list[Number | None] = [None, "sg", "pl"] if number is None else [number]
    for attempt in attempts:
        found = nouns.readings(token, attempt, wanted if attempt != "pl" else None)
        found = [p for p in found if p.is_known] or ([] if attempt is None else found)
        if not found:
            continue
        best = found[0]
        got: Number = "pl" if dictionary.is_a(best, "plur") else "sg"
        if got == "pl" and keys & {"m", "f", "n"} and "pl" not in keys and len(keys) == len(parsed.agreeing) == 1:
            return None  # исполняющий обязанности: no agreement, the participle is the head
        return Noun(token, wanted or _GENDERS.get(str(best.tag.gender)), got, given.animate or dictionary.is_a(best, "anim"), bool(given.gender))
    if keys and given.gender is None and not any(dictionary.is_a(p, "NOUN") and p.is_known and dictionary.is_a(p, "nomn") for p in dictionary.parses(token)):
        return None if any(p.is_known for p in dictionary.parses(token)) else Noun(token, wanted, number or "sg", given.animate, bool(given.gender))
    if given.gender and not parsed.agreeing:
        return Noun(token, given.gender, given.number or "sg", given.animate, given=True)
    return None


def _key(token: str) -> str | None:
    return {"й": "m", "я": "f", "е": "n"}.get(token[-1]) if re.match(r"\d+-", token) else adjectives.key(token.rsplit("-", 1)[-1])


def _substantivise(parsed: Parsed, text: str, given: Wording) -> None:
    """The last agreeing word becomes the head: временный поверенный, исполняющий обязанности."""
    if not parsed.agreeing:
        raise Unsayable(f"no noun in the nominative is found in «{text}»", "write its gender, its forms, or indeclinable: true")
    head = parsed.agreeing[-1]
    for before, index in pairwise(parsed.agreeing):
        if index - before > 2 and "и" not in parsed.tokens[before:index]:
            head = before
            break
    parsed.agreeing = [index for index in parsed.agreeing if index <= head]
    key = _key(parsed.tokens[head])
    word = parsed.tokens[head]
    living = given.animate or given.gender is not None or dictionary.knows(word, "NOUN", "anim") or dictionary.knows(word, "PRTF", "actv")
    genders: Mapping[str, Gender] = {"m": "m", "f": "f", "n": "n"}
    parsed.head, parsed.noun = head, Noun(word, genders.get(key or "m"), "pl" if key == "pl" else "sg", living)


def _conjunct(parsed: Parsed, places: list[int]) -> int | None:
    """Where a second head begins: «торговля и инвестиции», «наука, образование и спорт», «подготовка кадров и обмен опытом»."""
    after = [index for index in places if parsed.head is not None and index > parsed.head]
    tokens = parsed.tokens
    if not after or parsed.head is None:
        return None
    if "," in tokens[parsed.head + 1] and not _subordinate(tokens[after[0]]):
        return after[0]
    if tokens[after[0]].lower() == "и" and len(after) > 1:
        return after[1]
    for joint, index in pairwise(after):
        if (tokens[joint].lower() == "и" or "," in tokens[joint + 1]) and _only_nominative(tokens[index]):
            return index
    return None


def _subordinate(token: str) -> bool:
    return token.lower().startswith("котор") or any(p.tag.POS in ("PRTF", "CONJ", "PREP", "GRND") for p in dictionary.parses(token))


def _only_nominative(token: str) -> bool:
    """Whether ``token`` can be a noun in the nominative but in no case that a tail would be in (обмен, but not торговли)."""
    if nouns.is_abbreviation(token) or token[:1].isupper():
        return False
    known = [p for p in dictionary.parses(token) if p.is_known]
    return any(dictionary.is_a(p, "NOUN", "nomn") for p in known) and not any({"gent", "datv", "ablt", "loct"} & set(p.tag.grammemes) for p in known)


def _checked(words: Words, phrase: Wording, said: Said) -> Said:
    """A doubt, where the rules do not find the forms that are written for the other cases."""
    for case in ("gen", "dat", "acc", "ins", "prep"):
        if (written := phrase.forms.get(case)) and not said.doubt:
            bare = Wording(phrase.text, phrase.gender, phrase.number, phrase.animate)
            try:
                derived = str(inflect(words, bare, case))
            except Unsayable:
                derived = ""
            if derived != written:
                return Said(said, Doubt(f"«{phrase.text}» has a written {case} that the rules do not find", (written,)))
    return said
