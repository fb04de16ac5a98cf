"""Texts in several languages: ``{id: …, en: …, ru: {text: …, gender: n, forms: {gen: …}}}``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, cast

from briefgen.errors import Grade
from briefgen.facts.fields import Fact, Spec
from briefgen.facts.marks import MARKS, read_marks
from briefgen.facts.reading import Reading, nearest, one_of, reported
from briefgen.lines import Map, Node, Seq, Str
from briefgen.values import CASES, Gender, Number, Wording

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""A language as BCP 47 recommends writing it. A field of a text has four letters or more, so that it can never be one."""

EVERY = "every"
_WORDING = ("text", "gender", "number", "animate", "indeclinable", "preposition", "forms", "draft")
_FORM = re.compile(rf"((sg|pl)\.)?({'|'.join(CASES)})|sg|pl")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069]")
_WORD = re.compile(r"\S{101,}")
_MOST = {"n": 600, "c": 1500, "i": 1500, "s": 6000, "w": 6000}
_SCRIPTS = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "mn", "kk", "ky", "tg"), "Cyrillic"), **dict.fromkeys(("zh", "ja"), "Han"), "ko": "Hangul",
    **dict.fromkeys(("ar", "fa", "ur"), "Arabic"), "he": "Hebrew", "hi": "Devanagari", "th": "Thai", "el": "Greek", "ka": "Georgian", "hy": "Armenian",
}  # fmt: skip
_LETTERS = {
    "Cyrillic": "\u0400-\u04ff", "Han": "\u3040-\u30ff\u4e00-\u9fff", "Hangul": "\uac00-\ud7af", "Arabic": "\u0600-\u06ff", "Hebrew": "\u0590-\u05ff",
    "Devanagari": "\u0900-\u097f", "Thai": "\u0e00-\u0e7f", "Greek": "\u0370-\u03ff", "Georgian": "\u10a0-\u10ff", "Armenian": "\u0530-\u058f",
}  # fmt: skip


def is_language(key: str) -> bool:
    """Whether a key of a text is a language."""
    return LANGUAGE.fullmatch(key) is not None


@dataclass(frozen=True, kw_only=True)
class Text(Spec):
    """A text in each language.

    ``shape``: n noun phrase in the nominative, c clause after "that", i phrase after "to", s whole sentences, w the very words.
    ``lines``: may have line breaks. ``lacking``: a language may lack it (short forms, abbreviations).
    """

    kind: str = "text"
    shape: Literal["n", "c", "i", "s", "w"] = "n"
    lines: bool = False
    lacking: bool = False

    def read(self, node: Node, reading: Reading) -> Fact:
        """The fact whose value is ``{language: Wording}``."""
        if isinstance(node, Str):
            sample = f"{{{', '.join(f'{code}: …' for code in reading.languages or ('id', 'en'))}}}"
            reading.note(
                node,
                "F040",
                "a text needs to say which language it is in" if node else "there is no text here",
                f"write {sample}, or {{every: …}} for all of this script",
            )
            reported()
        if isinstance(node, Seq):
            reading.note(node, "F011", "a text in each language is expected here, not a list", "write {id: …, en: …}")
            reported()
        marks = read_marks(node, reading)
        words: dict[str, Wording] = {}
        good = True
        for key, child in node.items():
            if key in MARKS:
                continue
            if key != EVERY and not is_language(key):
                self._unknown(key, node, child, reading)
                good = False
            elif wording := self._wording(child, reading):
                words[key] = wording
            else:
                good = False
        if not good:
            reported()
        if not words:
            reading.note(node, "F040", "there is no text here", "write it in each language")
            reported()
        return Fact(MappingProxyType(_spread(words, reading)), node.where, marks)

    def locate(self, node: Node, address: str, out: dict[int, str]) -> None:
        """The language is no part of an address."""
        out[id(node)] = address
        if isinstance(node, Map):
            for child in node.values():
                self.locate(child, address, out)

    def _unknown(self, key: str, node: Map, child: Node, reading: Reading) -> None:
        hint = nearest(key, (*reading.languages, EVERY, *MARKS))
        if is_language(key.lower()):
            hint = f"languages are written in lower case: {key.lower()}"
        elif key in _WORDING:
            hint = f"say in which language: {{ru: {{{key}: …}}}}"
        elif " " in key:
            hint = "a comma inside { } begins a new entry: put the text in quotes, or each language on its own line"
        reading.note(child, "F041", f"'{key}' is no language", hint or "write id, en, ru", where=node.keys_where[key])

    def _wording(self, node: Node, reading: Reading) -> Wording | None:
        if isinstance(node, Seq):
            reading.note(node, "F011", "one text is expected here, not a list", "write one text")
            return None
        if isinstance(node, Str):
            return Wording(str(node).rstrip("\n")) if self._said(node, reading) else None
        return self._long(node, reading)

    def _long(self, node: Map, reading: Reading) -> Wording | None:
        before = len(reading.noted)
        for key, child in node.items():
            if key not in _WORDING:
                reading.note(child, "F010", f"'{key}' is not known here", nearest(key, _WORDING), where=node.keys_where[key])
        text = node.get("text")
        if not isinstance(text, Str):
            reading.note(
                node if text is None else text, "F012", "'text' is missing" if text is None else "one text is expected here", "write {text: …, gender: …}"
            )
            return None
        self._said(text, reading)
        preposition = node.get("preposition")
        if preposition is not None and not isinstance(preposition, Str):
            reading.note(preposition, "F011", "a preposition is plain text", "write it as one word")
        wording = Wording(
            str(text).rstrip("\n"),
            gender=cast("Gender | None", _pick(node, "gender", ("m", "f", "n"), reading)),
            number=cast("Number | None", _pick(node, "number", ("sg", "pl"), reading)),
            animate=_pick(node, "animate", ("true", "false"), reading) == "true",
            indeclinable=_pick(node, "indeclinable", ("true", "false"), reading) == "true",
            forms=MappingProxyType(_forms(node.get("forms"), reading)),
            preposition=str(preposition) if isinstance(preposition, Str) and preposition else None,
            draft=_pick(node, "draft", ("true", "false"), reading) == "true",
        )
        return wording if len(reading.noted) == before else None

    def _said(self, node: Str, reading: Reading) -> bool:
        before = len(reading.noted)
        most = _MOST[self.shape]
        if not node.strip():
            reading.note(node, "F013", "there is no text here", "write it, or delete the line")
        elif not self.lines and self.shape not in "sw" and "\n" in node.rstrip("\n"):
            reading.note(node, "F042", "this text has several lines; it is printed inside a sentence", "write it in one line")
        elif len(node) > most:
            reading.note(node, "F042", f"the text has {len(node)} characters; at most {most} are taken here", "shorten it, or divide it into several entries")
        elif long := _WORD.search(node):
            reading.note(node, "F042", f"a word of {len(long[0])} characters runs off the page", "divide it")
        elif odd := _INVISIBLE.search(node):
            reading.note(node, "F043", f"the text holds an invisible character (U+{ord(odd[0]):04X})", "delete it unless it is meant", grade=Grade.ADVICE)
            return True
        return len(reading.noted) == before


def _pick(node: Map, key: str, words: tuple[str, ...], reading: Reading) -> str | None:
    value = node.get(key)
    if value is None:
        return None
    if isinstance(value, Str) and value in words:
        return str(value)
    reading.note(value, "F021", f"'{value}' is none of {', '.join(words)}" if isinstance(value, Str) else "one word is expected here", f"write {one_of(words)}")
    return None


def _forms(node: Node | None, reading: Reading) -> dict[str, str]:
    if node is None:
        return {}
    if not isinstance(node, Map):
        reading.note(node, "F011", "forms are written by case", "write {gen: …, dat: …}")
        return {}
    for key, child in node.items():
        if not _FORM.fullmatch(key) or not isinstance(child, Str) or not child:
            hint = nearest(key, CASES) or f"cases are {', '.join(CASES)}; the other number is pl.gen"
            reading.note(child, "F044", f"'{key}' is no form that is known here", hint, where=node.keys_where[key])
    return {str(key): str(child) for key, child in node.items() if isinstance(child, Str)}


def _spread(words: dict[str, Wording], reading: Reading) -> Mapping[str, Wording]:
    """``every`` serves each language of the same script that has no text of its own, and never another."""
    if EVERY not in words:
        return words
    common = words.pop(EVERY)
    script = next((name for name, letters in _LETTERS.items() if re.search(f"[{letters}]", common.text)), "Latin")
    for language in reading.languages:
        if language not in words and _SCRIPTS.get(language.partition("-")[0], "Latin") == script:
            words[language] = common
    return words
