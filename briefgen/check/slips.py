"""Slips of the hand: letters of another script, marks without their pair, the wrong quotation marks, words and spaces twice."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefgen.check.phrases import listed
from briefgen.check.spelled import fold
from briefgen.check.written import Places, Written
from briefgen.errors import Grade, Problem

_SCRIPTS = {"Latn": "A-Za-z\u00c0-\u024f", "Cyrl": "\u0400-\u052f"}
_NAMES = {"Latn": "Latin", "Cyrl": "Cyrillic"}
_QUOTES = "«»„“”‟‹›"
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_ITEM = re.compile(r"(?:(?<=\s)|^)[\da-zа-яё]{1,2}\)")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_TWICE = re.compile(r"(?<![\w-])([^\W\d_]+)[ \u00a0\n]+\1(?![\w-])", re.IGNORECASE)
_SPACES = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_BEFORE = re.compile(r"(?<=\S)(?:[ \u00a0]+(?=[,.](?:\s|$))| (?=[;:!?](?:\s|$)))")  # French has a no-break space before ; : ! ?
_RANGE = re.compile(r"(?<![\w.,/+:-])(?:(?:1[89]|20)\d\d-(?:1[89]|20)\d\d|\d{1,2}-\d{1,2}(?=[ \u00a0][^\W\d_]))(?![\w-])")


class Slips:
    """The slips of one language."""

    def __init__(self, code: str, language: Mapping[str, Any], style: Mapping[str, Any]) -> None:
        self._code = code
        self._script = str(language.get("script", ""))
        self._marks: Sequence[Sequence[str]] = [tuple(mark.strip("\u00a0\u202f ") for mark in pair) for pair in language.get("quotes", ())]
        self._doubled = {fold(word) for word in listed(style, "doubled")}

    @property
    def marks(self) -> Sequence[Sequence[str]]:
        """The quotation marks of the language, outer first."""
        return self._marks

    def look(self, text: Written, places: Places) -> Iterator[Problem]:
        """All slips in ``text``."""
        words = text.words[self._code]
        for found in (*self._letters(words), *self._pairs(words), *self._quotes(words), *self._repeated(words), *self._spaces(words, text.copied)):
            start, end, code, what, hint, grade = found
            yield Problem(places.of(text, self._code, start, end), code, what, hint, address=text.address, language=self._code, grade=grade)

    def _letters(self, words: str) -> Iterator[tuple[int, int, str, str, str, Grade]]:
        own = _SCRIPTS.get(self._script)
        if own is None:
            return
        other = next(name for name in _SCRIPTS if name != self._script)
        alien = re.compile(f"[{_SCRIPTS[other]}]")
        mine = re.compile(f"[{own}]")
        for found in _WORD.finditer(words):
            for part in re.finditer(r"[^\W\d_]+", found[0]):
                strangers = alien.findall(part[0])
                natives = mine.findall(part[0])
                if not strangers or not (natives or self._alone(words, found, mine)):
                    continue
                few, script, inside = (strangers, other, "word") if len(strangers) <= len(natives) or not natives else (natives, self._script, "word")
                what = f"the {_NAMES[script]} letter{'s' * (len(set(few)) > 1)} {', '.join(dict.fromkeys(few))} in the {inside} '{part[0]}'"
                start = found.start() + part.start()
                yield start, start + len(part[0]), "C030", what, "type the word again on one keyboard", Grade.ERROR

    def _alone(self, words: str, found: re.Match[str], mine: re.Pattern[str]) -> bool:
        """Whether one small letter stands between words of the other script: a preposition typed on the wrong keyboard."""
        if len(found[0]) > 1 or not found[0].islower() or found[0] not in "aceopxyсаеорху":
            return False
        before, after = words[: found.start()].rstrip(" \u00a0"), words[found.end() :].lstrip(" \u00a0")
        return bool(after and mine.match(after[0]) and (not before or mine.match(before[-1])) and after != words[found.end() :])

    def _pairs(self, words: str) -> Iterator[tuple[int, int, str, str, str, Grade]]:
        closing = {**_BRACKETS, **{pair[0]: pair[1] for pair in self._marks if len(pair) == 2 and "’" not in pair}}
        masked = _ITEM.sub(lambda found: " " * len(found[0]), words)
        waiting: list[tuple[str, int]] = []
        for place, char in enumerate(masked):
            if waiting and char == closing[waiting[-1][0]]:
                waiting.pop()
            elif char in closing:
                waiting.append((char, place))
            elif char in closing.values():
                yield place, place + 1, "C031", f"{char} closes nothing", "add the opening mark, or delete this one", Grade.ERROR
        for char, place in waiting:
            yield place, place + 1, "C031", f"{char} is not closed", f"add {closing[char]}", Grade.ERROR

    def _quotes(self, words: str) -> Iterator[tuple[int, int, str, str, str, Grade]]:
        right = {mark for pair in self._marks for mark in pair}
        if not right:
            return
        shown = " ".join("…".join(pair) for pair in self._marks)
        for place, char in enumerate(words):
            if (char in _QUOTES and char not in right) or (char == '"' and not words[:place][-1:].isdigit()):
                yield place, place + 1, "C032", f"the quotation mark {char} is not one of this language", f"write {shown}", Grade.ERROR

    def _repeated(self, words: str) -> Iterator[tuple[int, int, str, str, str, Grade]]:
        for found in _TWICE.finditer(words):
            first, second = found[0][: len(found[1])], found[0][-len(found[1]) :]
            if fold(found[1]) in self._doubled or (first[0].isupper() and second[0].isupper()):
                continue
            yield *found.span(), "C033", f"'{found[1]}' stands twice", "delete one", Grade.ERROR

    def _spaces(self, words: str, copied: bool) -> Iterator[tuple[int, int, str, str, str, Grade]]:
        if copied:
            return
        for found in _SPACES.finditer(words):
            yield found.start() - 1, found.end() + 1, "C034", f"{len(found[0])} spaces in a row", "write one", Grade.ADVICE
        for found in _BEFORE.finditer(words):
            yield found.start() - 1, found.end() + 1, "C034", f"a space before '{words[found.end()]}'", "delete it", Grade.ADVICE
        for found in _RANGE.finditer(words):
            yield *found.span(), "C035", f"a hyphen in the range {found[0]}", "write the dash of a range", Grade.ADVICE
