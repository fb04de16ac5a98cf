"""Names of the register in a text, in any form: who and what is named, and by words that the register tells to avoid."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from briefgen.check.spelled import fold
from briefgen.check.written import Places, Written
from briefgen.errors import Problem

NAMED = ("people", "organisations", "places", "states")
"""The sections whose entries are looked for in texts."""

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>»”\")]+[^\s<>»”\").,;]|[^\s<>()«»“”,;]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one thing in one language, as the stems of its words; a small letter stands for either."""

    section: str
    key: str
    shown: str
    stems: tuple[str, ...]
    capitals: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a text."""

    name: Name
    start: int
    end: int

    @property
    def thing(self) -> "Thing":
        """What is named."""
        return self.name.section, self.name.key


class Bending:
    """How the ends of words may vary in a language: data (``names`` of ``reading.yaml``), no grammar."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._strip = re.compile(f"(?:{data['strip']})$") if "strip" in data else None
        self._endings = tuple(fold(str(ending)) for ending in data.get("endings", ()))
        self._ends = frozenset(self._endings)
        self._longest = max(map(len, self._endings), default=0)

    def stem(self, word: str) -> str:
        """The part of a word that stays; of a word so short that little would, all."""
        bare = self._strip.sub("", word) if self._strip else word
        return fold(bare if len(bare) > 1 else word)

    def stems(self, token: str) -> tuple[str, ...]:
        """All stems that a token may have."""
        folded = fold(token)
        cuts = (n for n in range(1, min(self._longest, len(folded) - 2) + 1) if folded[-n:] in self._ends)
        return (folded, *(folded[:-n] for n in cuts))


class Names:
    """All names in one language, found by their first word."""

    def __init__(self, bending: Bending) -> None:
        self._bending = bending
        self._first: dict[str, list[Name]] = {}
        self._known: set[tuple[str, str, tuple[str, ...]]] = set()
        self._stems = lru_cache(maxsize=8192)(bending.stems)

    def add(self, section: str, key: str, text: str, *, small: bool = False) -> None:
        """One name; without a capital in it only where ``small`` says so (adjectives), since it might be any word."""
        words = _WORD.findall(text)
        stems = tuple(self._bending.stem(word) for word in words)
        if not words or (not small and not any(word[0].isupper() for word in words)) or (section, key, stems) in self._known:
            return
        self._known.add((section, key, stems))
        self._first.setdefault(stems[0], []).append(Name(section, key, text, stems, tuple(word[0].isupper() for word in words)))

    def find(self, text: str) -> list[Mention]:
        """The names in ``text``; of a section the longest where several begin at one word."""
        tokens = list(_WORD.finditer(text))
        out: list[Mention] = []
        until: dict[str, int] = {}
        for index, token in enumerate(tokens):
            best: dict[str, list[Mention]] = {}
            for stem in self._stems(token[0]):
                for name in self._first.get(stem, ()):
                    if until.get(name.section, 0) <= index and self._fits(name, tokens, index, text):
                        found = Mention(name, token.start(), tokens[index + len(name.stems) - 1].end())
                        others = best.setdefault(name.section, [found])
                        if found.end > others[0].end:
                            best[name.section] = [found]
                        elif found.end == others[0].end and found is not others[0]:
                            others.append(found)
            for section, mentions in best.items():
                out += mentions
                until[section] = index + len(mentions[0].name.stems)
        return out

    def _fits(self, name: Name, tokens: list[re.Match[str]], index: int, text: str) -> bool:
        if index + len(name.stems) > len(tokens):
            return False
        for step, (stem, capital) in enumerate(zip(name.stems, name.capitals, strict=True)):
            token = tokens[index + step]
            if stem not in self._stems(token[0]) or (capital and not token[0][0].isupper()):
                return False
            if step and not re.fullmatch(r"[ \u00a0\n.–-]{1,3}", text[tokens[index + step - 1].end() : token.start()]):
                return False
        return True


Thing = tuple[str, str]
Kin = Mapping[Thing, frozenset[Thing]]
"""What a thing is part of, and so on upwards: a palace, its city."""


def compare(text: Written, names: Mapping[str, Names], kin: Kin, places: Places) -> Iterator[Problem]:
    """One language names somebody or something, and another names another in its place.

    That a name is missing is no fault: "his country", "the two ministers". Another name in its place is one, but for the city in place of its palace.
    """
    if text.address.split(".")[-3:-2] and text.address.split(".")[-3] in NAMED:
        return  # a name itself, in which other names may stand
    found = {code: names[code].find(words) for code, words in text.words.items() if code in names}
    told: set[tuple[str, Thing]] = set()
    codes = list(found)
    for code in codes:
        for other in codes:
            for section in sorted({mention.name.section for mention in found[code]}) if other != code else ():
                mine = {mention.thing: mention for mention in found[code] if mention.name.section == section}
                theirs = {mention.thing: mention for mention in found[other] if mention.name.section == section}
                here, there = _without(mine, theirs, kin), _without(theirs, mine, kin)
                if not here or not there:
                    continue
                agreeing = [lang for lang in codes if any(mention.thing == here[0] for mention in found[lang])]
                if len(agreeing) * 2 < len(codes) or (other, there[0]) in told:
                    continue
                told.update({(other, there[0]), *((lang, here[0]) for lang in agreeing)})
                odd, right = theirs[there[0]], mine[here[0]]
                said = text.words[code][right.start : right.end]
                what = f"{' and '.join(agreeing)} {'name' if len(agreeing) > 1 else 'names'} {said}, {other} names {text.words[other][odd.start : odd.end]}"
                where = places.of(text, other, odd.start, odd.end)
                yield Problem(where, "C006", what, "name the same in each language", address=text.address, language=other)


def _without(mine: Mapping[Thing, Mention], theirs: Mapping[Thing, Mention], kin: Kin) -> list[Thing]:
    """What one language names and another does not, nor what it is part of, nor a part of it."""
    return [thing for thing in mine if not any(thing == other or other in kin.get(thing, ()) or thing in kin.get(other, ()) for other in theirs)]


def links(text: Written, places: Places) -> Iterator[Problem]:
    """Addresses of the web and of mail that differ between the languages."""
    found = {code: dict.fromkeys(link.lower() for link in _LINK.findall(words)) for code, words in text.words.items()}
    if not any(found.values()) or "every" in text.nodes:
        return
    for code, mine in found.items():
        others = [other for other in found if other != code]
        here = [link for link in mine if not any(link in found[other] for other in others)]
        if here and all(len(found[other]) for other in others):
            other = others[0]
            what = f"{code} has {here[0]}, {other} has {next(iter(found[other]))}"
            start = text.words[code].lower().find(here[0])
            where = places.of(text, code, start, start + len(here[0]))
            yield Problem(where, "C007", what, "write the same address in each language", address=text.address, language=code)
            return
