"""Lists of words and phrases as patterns: ``knowledge *`` stands for any letters. And what in a text is somebody's own words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

_SPACE = "[ \u00a0\u202f\n]+"
_PART = re.compile(r"[ *]")
_SENTENCE = re.compile(r"[.!?…]+[»”’\")]*(?=[ \u00a0\n]+[\"«„“‘(]?[A-ZА-ЯЁ\d])")


@lru_cache(maxsize=512)
def pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One of ``phrases``, as whole words, whatever their capitals; the longest wins."""
    if not phrases:
        return re.compile("(?!)")
    body = "|".join(_SPACE.join(_word(word) for word in phrase.split(" ")) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{body})(?![\w-])", re.IGNORECASE)


def listed(data: Mapping[str, object], name: str) -> tuple[str, ...]:
    """The list ``name`` of a language's ``style.yaml``; empty where it has none."""
    found = data.get(name, ())
    return tuple(str(word) for word in found) if isinstance(found, Iterable) else ()


def finds(text: str, phrases: Sequence[str], without: Sequence[str] = ()) -> Iterator[re.Match[str]]:
    """Where one of ``phrases`` stands in ``text``, but for those within one of ``without``."""
    phrases = tuple(phrases)
    if not _may_hold(text, phrases):
        return
    spared = [found.span() for found in pattern(tuple(without)).finditer(text)] if without else []
    for found in pattern(phrases).finditer(text):
        if not any(start <= found.start() and found.end() <= end for start, end in spared):
            yield found


def _may_hold(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether a part of any of ``phrases`` stands in ``text``: most texts hold none, and that is seen without a pattern, many of which are never made."""
    folded = text.casefold()
    # To a pattern, i with and without its dot are capitals of each other.
    return any(part in folded for part in _parts(phrases)) or "ı" in folded or "\u0307" in folded


@lru_cache(maxsize=512)
def _parts(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """The longest part of each phrase that is written as it is."""
    return tuple(dict.fromkeys(max(_PART.split(phrase), key=len).casefold() for phrase in phrases))


def unquoted(text: str, marks: Sequence[Sequence[str]]) -> str:
    """``text`` with everything in quotation marks blanked, as long as before."""
    for opening, closing in marks:
        text = re.sub(rf"{re.escape(opening)}[^{re.escape(opening + closing)}]*{re.escape(closing)}", lambda found: " " * len(found[0]), text)
    return re.sub(r'"[^"\n]*"', lambda found: " " * len(found[0]), text)


def sentences(text: str, short: frozenset[str] = frozenset()) -> Iterator[tuple[int, str]]:
    """The sentences of ``text``, each with its place; a full stop after one of ``short`` or after one letter ends none."""
    start = 0
    for found in _SENTENCE.finditer(text):
        word = re.search(r"[^\s«„“‘(]*\Z", text[: found.start()])
        bare = word[0] if word else ""
        if found[0] == "." and (bare in short or f"{bare}." in short or len(bare) == 1):
            continue
        yield start, text[start : found.end()]
        start = found.end() + len(re.match(r"[ \u00a0\n]*", text[found.end() :])[0])  # type: ignore[index]
    if text[start:].strip():
        yield start, text[start:]


def _word(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*")
