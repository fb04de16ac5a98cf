"""Whether a text is in the language that it stands under, and as long as its neighbours say that it should be."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from briefgen.check.phrases import sentences
from briefgen.check.written import Places, Written
from briefgen.errors import Grade, Problem

_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = {"Latn": re.compile("[A-Za-z\u00c0-\u024f]"), "Cyrl": re.compile("[\u0400-\u052f]")}
_MOST = 2.2  # how many times longer one language may be than another; id, en and ru of one text differ by a third
_LONG = 120  # characters; below that a proportion says nothing
_NAMED = ("people", "organisations", "places", "references", "issuer")


def foreign(text: Written, styles: Mapping[str, Mapping[str, Any]], scripts: Mapping[str, str], places: Places) -> Iterator[Problem]:
    """Sentences in another language than the one that they stand under, by their script and by its small words."""
    named = any(part in _NAMED for part in text.address.split("."))
    small = {code: frozenset(style.get("function", ())) for code, style in styles.items()}
    for code, words in text.words.items():
        if text.copied or named or "every" in text.nodes:
            continue
        if (script := _script(words, scripts.get(code, ""))) and text.shape != "n":
            what = f"most letters of this text are {script}, and it stands under '{code}'"
            yield Problem(places.of(text, code), "C036", what, "translate it, or write it under its own language", address=text.address, language=code)
            continue
        for start, sentence in sentences(words):
            tokens = [word.lower() for word in _WORD.findall(sentence)]
            if len(tokens) < 5 or any(token in small.get(code, ()) for token in tokens):
                continue
            hits = {other: sum(token in mine for token in tokens) for other, mine in small.items() if other != code}
            other = max(hits, key=lambda one: hits[one], default="")
            if other and hits[other] >= (3 if text.shape == "n" else 2) and code in small:
                what = f"this is written in '{other}' and stands under '{code}': {_cut(sentence)}"
                where = places.of(text, code, start, start + len(sentence.split()[0]))
                yield Problem(where, "C036", what, "translate it, or write it under its own language", address=text.address, language=code)


def same(text: Written, places: Places) -> Iterator[Problem]:
    """The same sentence in two languages: one of them was not translated."""
    if text.copied or "every" in text.nodes or text.shape == "n":
        return
    seen: dict[str, str] = {}
    for code, words in text.words.items():
        for start, sentence in sentences(words):
            bare = " ".join(_WORD.findall(sentence.lower()))
            if bare.count(" ") < 3:
                continue
            if bare in seen and seen[bare] != code:
                what = f"{seen[bare]} and {code} have the same words: {_cut(sentence)}"
                where = places.of(text, code, start, start + len(sentence.split()[0]))
                yield Problem(where, "C036", what, "translate one of the two", address=text.address, language=code)
            seen.setdefault(bare, code)


def lengths(text: Written, places: Places) -> Iterator[Problem]:
    """Advice: a text much longer or shorter than in the other languages."""
    sizes = {code: len(words) for code, words in text.words.items()}
    if text.copied or len(sizes) < 2 or max(sizes.values()) < _LONG:
        return
    middle = sorted(sizes.values())[len(sizes) // 2 if len(sizes) > 2 else 0]
    for code, size in sizes.items():
        if size * _MOST < middle or middle * _MOST < size:
            others = ", ".join(f"{other} {sizes[other]}" for other in sizes if other != code)
            what = f"{code} has {size} characters, {others}"
            hint = "see whether something was left out or added"
            yield Problem(places.of(text, code), "C037", what, hint, address=text.address, language=code, grade=Grade.ADVICE)


def _script(words: str, own: str) -> str:
    """The script that most letters have, where that is not the language's own."""
    counts = {name: len(letters.findall(words)) for name, letters in _LETTERS.items()}
    most = max(counts, key=lambda name: counts[name])
    return {"Latn": "Latin", "Cyrl": "Cyrillic"}[most] if own in counts and most != own and counts[most] > 12 and counts[most] > 2 * counts[own] else ""


def _cut(sentence: str) -> str:
    return sentence if len(sentence) <= 60 else sentence[:57].rstrip() + "…"
