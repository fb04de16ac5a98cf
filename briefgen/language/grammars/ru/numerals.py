"""Phrases that begin with a number: два меморандума, двадцать пять новых соглашений, 22 участника."""

import re
from dataclasses import dataclass

from briefgen.language.grammars.ru import adjectives, dictionary, heads
from briefgen.language.grammars.ru.heads import Words
from briefgen.values import Case, Wording

_FEW = frozenset({"полтора", "полторы", "два", "две", "три", "четыре", "оба", "обе"})
_FIGURE = re.compile(r"(?P<number>\d{1,3}(?:[ \u00a0]?\d{3})*)(?P<space>[ \u00a0])(?P<rest>[^\d\s].*)\Z", re.DOTALL)


@dataclass(frozen=True)
class Counted:
    """A number above one as it is written, and what it counts, in the genitive that the number asks for."""

    number: str
    space: str
    rest: str

    @property
    def few(self) -> bool:
        """Whether the number takes the genitive singular: 2, 3, 4, 22."""
        digits = re.sub(r"\D", "", self.number)
        if digits:
            return digits[-1] in "234" and not re.search(r"1\d\Z", digits)
        return self.number.split()[-1].lower() in _FEW

    def bends_alive(self, animate: bool) -> bool:
        """Whether the accusative is that of living beings: двух министров, but 22 министра, пять министров."""
        return animate and self.few and (self.number in "234" or self.number.lower() in _FEW)

    def said(self, case: Case, animate: bool) -> str | None:
        """The number in ``case``; figures stay."""
        if self.number[0].isdigit():
            return self.number
        done = [_bent(word, case, animate) for word in self.number.split()]
        return " ".join(word for word in done if word) if all(done) else None


def split(text: str) -> Counted | None:
    """The parts of ``text``; None where it does not begin with a number above one."""
    if found := _FIGURE.match(text):
        digits = re.sub(r"\D", "", found["number"])
        one = digits[-1] == "1" and digits[-2:] != "11"  # 21 участник agrees like any singular
        return None if one or _is_a_year(digits, found["rest"]) else Counted(found["number"], found["space"], found["rest"])
    words = re.split(r"([ \u00a0])", text)
    last = 0
    while last < len(words) and dictionary.knows(words[last], "NUMR", "nomn") and not words[last].isupper():
        last += 2
    if not last or last >= len(words) or dictionary.knows(words[last], "ADJF", "Anum", "nomn", "sing"):
        return None  # двадцать первый саммит is no count
    return Counted("".join(words[: last - 1]), words[last - 1], "".join(words[last:]))


def _is_a_year(digits: str, rest: str) -> bool:
    """Whether the number names a year and counts nothing: 2025 год."""
    return len(digits) == 4 and re.match(r"год(?![а-яё])", rest) is not None


def in_plural(words: Words, counted: Counted) -> Wording | None:
    """What is counted as a plural phrase in the nominative; None where its noun is not recognised."""
    parsed = heads.Parsed(heads.tokens(counted.rest))
    few = counted.few
    for place, index in enumerate(parsed.places):
        token = parsed.tokens[index]
        tail = "".join(parsed.tokens[index + 1 :])
        if not place and (forms := _counting(words, token)):
            return Wording(counted.rest, number="pl", forms={case: form + tail for case, form in forms.items()})
        plural = re.sub(r"(?:(ы)|(и))[хе](ся)?\Z", lambda end: (end[1] or end[2]) + "е" + (end[3] or ""), token)
        if place + 1 < len(parsed.places) and plural.endswith(("ые", "ие", "иеся")) and adjectives.is_adjective(plural):
            parsed.tokens[index] = plural
            continue
        written = next((w for w in words.values() if w.forms.get("gen" if few else "pl.gen") == token and w.forms.get("pl.nom")), None)
        if written:
            return _plural(parsed, index, written.forms["pl.nom"], animate=written.animate)
        readings = [p for p in dictionary.parses(token) if p.is_known and dictionary.is_a(p, "NOUN", "gent", "sing" if few else "plur") and "Surn" not in p.tag]
        made = {form for p in readings for form in dictionary.forms(p, "nom", "pl", token, animate=False)}
        return _plural(parsed, index, made.pop(), animate=dictionary.is_a(readings[0], "anim")) if len(made) == 1 else None
    return None


def _bent(word: str, case: Case, animate: bool) -> str | None:
    wanted = dictionary.CASE["gen" if animate else "nom"] if case == "acc" else dictionary.CASE[case]
    for parse in dictionary.parses(word):
        if dictionary.is_a(parse, "NUMR", "nomn"):
            for other in parse.lexeme:
                if dictionary.is_a(other, wanted) and (not other.tag.gender or other.tag.gender == parse.tag.gender):
                    return dictionary.like(word, str(other.word))
    return None


def _counting(words: Words, token: str) -> dict[str, str] | None:
    """The forms of a noun with a form for counting: пяти лет, двумстам человекам."""
    known = next((w for w in words.values() if w.forms.get("count") == token or (w.forms.get("gen") == token and "count" in w.forms)), None)
    if known is None:
        return None
    return {"gen": known.forms["count"]} | {case: known.forms.get(f"count.{case}") or known.forms[f"pl.{case}"] for case in ("dat", "ins", "prep")}


def _plural(parsed: heads.Parsed, index: int, word: str, *, animate: bool) -> Wording:
    parsed.tokens[index] = word
    return Wording("".join(parsed.tokens), number="pl", animate=animate)
