"""Texts in several languages: ``{id: …, en: …, ru: {text: …, gender: n, forms: {gen: …}}}``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, cast

from briefgen.errors import Grade
from briefgen.facts.fields import Fact, Free, Spec
from briefgen.facts.marks import MARKS, read_marks
from briefgen.facts.reading import Reading, corrected, likely, nearest, one_of
from briefgen.facts.scripts import script_in, script_of
from briefgen.facts.standins import BLANK, Unwritten
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
        if not isinstance(node, Map):
            return self._no_text(node, reading)
        spelt = self._spelt(node, reading)
        marks = read_marks(spelt, reading)
        words = {key: self._wording(child, reading, key) for key, child in spelt.items() if key not in MARKS}
        if not words:
            if spelt.keys() >= node.keys():
                reading.note(node, "F040", "there is no text here", "write it in each language")
            reading.guess(node)
            words = dict.fromkeys(reading.languages, Wording(BLANK))
        texts = ((key, child.get("text") if isinstance(child, Map) else child) for key, child in spelt.items() if key not in MARKS)
        written = MappingProxyType({key: text for key, text in texts if isinstance(text, Str)})
        return Fact(MappingProxyType(_spread(words, reading)), node.where, marks, written)

    def _no_text(self, node: Node, reading: Reading) -> Fact:
        """Notes that a text is no group of languages; what is written stands in for each of them."""
        if isinstance(node, Str) and not isinstance(node, Unwritten):
            sample = f"{{{', '.join(f'{code}: …' for code in reading.languages or ('id', 'en'))}}}"
            what = "a text needs to say which language it is in" if node else "there is no text here"
            reading.note(node, "F040", what, f"write {sample}, or {{every: …}} for all of this script")
        elif isinstance(node, Seq):
            reading.note(node, "F011", "a text in each language is expected here, not a list", "write {id: …, en: …}")
        reading.guess(node)
        return Fact(MappingProxyType(dict.fromkeys(reading.languages, Wording(BLANK))), node.where)

    def locate(self, node: Node, address: str, out: dict[int, str]) -> None:
        """The language is no part of an address."""
        out[id(node)] = address
        if isinstance(node, Map):
            for key, child in node.items():
                out[id(key)] = address
                self.locate(child, address, out)

    def _spelt(self, node: Map, reading: Reading) -> Map:
        """``node`` with languages and marks as they are written; a problem for each key that is neither."""
        if all(key in MARKS or key == EVERY or is_language(key) for key in node):
            return node
        right = Map(node.where, node.offset)
        for key, child in node.items():
            name = key
            if key not in MARKS and key != EVERY and not is_language(key):
                self._unknown(key, node, child, reading)
                name = key.lower() if is_language(key.lower()) else likely(key, {*reading.languages, EVERY, *MARKS} - node.keys())
                if not name:
                    reading.guess(child)
            if name and name not in right and (name == key or name not in node):
                right[name], right.keys_where[name] = child, node.keys_where.get(key, node.where)
        return right

    def _unknown(self, key: str, node: Map, child: Node, reading: Reading) -> None:
        hint = nearest(key, (*reading.languages, EVERY, *MARKS))
        if is_language(key.lower()):
            hint = f"languages are written in lower case: {key.lower()}"
        elif key in _WORDING:
            hint = f"say in which language: {{ru: {{{key}: …}}}}"
        elif " " in key:
            hint = "a comma inside { } begins a new entry: put the text in quotes, or each language on its own line"
        reading.note(child, "F041", f"'{key}' is no language", hint or "write id, en, ru", where=node.keys_where[key])

    def _wording(self, node: Node, reading: Reading, language: str) -> Wording:
        """The words in one language; something stands in for them where anything is wrong with them."""
        before = len(reading.noted)
        wording = Wording(BLANK)
        if isinstance(node, Seq):
            reading.note(node, "F011", "one text is expected here, not a list", "write one text", language=language)
        elif isinstance(node, Map):
            wording = self._long(node, reading, language)
        else:
            self._said(node, reading, language)
            wording = Wording(str(node).rstrip("\n") if node.strip() else BLANK)
        if any(noted.grade is Grade.ERROR for noted in reading.noted[before:]):
            reading.guess(node, language="" if language == EVERY else language)
        return wording

    def _long(self, node: Map, reading: Reading, language: str) -> Wording:
        right = corrected(node, _WORDING, reading)
        text = right.get("text", Unwritten("", node.where))
        if isinstance(text, Unwritten):
            reading.note(node, "F012", "'text' is missing", "write {text: …, gender: …}", language=language)
        elif isinstance(text, Str):
            self._said(text, reading, language)
        else:
            reading.note(text, "F012", "one text is expected here", "write {text: …, gender: …}", language=language)
        preposition = right.get("preposition")
        if preposition is not None and not isinstance(preposition, Str):
            reading.note(preposition, "F011", "a preposition is plain text", "write it as one word", language=language)
        return Wording(
            str(text).rstrip("\n") if isinstance(text, Str) and text.strip() else BLANK,
            gender=cast("Gender | None", _pick(right, "gender", ("m", "f", "n"), reading, language)),
            number=cast("Number | None", _pick(right, "number", ("sg", "pl"), reading, language)),
            animate=_pick(right, "animate", ("true", "false"), reading, language) == "true",
            indeclinable=_pick(right, "indeclinable", ("true", "false"), reading, language) == "true",
            forms=MappingProxyType(_forms(right.get("forms"), reading, language)),
            preposition=str(preposition) if isinstance(preposition, Str) and preposition else None,
            draft=_pick(right, "draft", ("true", "false"), reading, language) == "true",
        )

    def _said(self, node: Str, reading: Reading, language: str) -> None:
        most = _MOST[self.shape]
        what = hint = ""
        if not node.strip():
            reading.note(node, "F013", "there is no text here", "write it, or delete the line", language=language)
        elif not self.lines and self.shape not in "sw" and "\n" in node.rstrip("\n"):
            what, hint = "this text has several lines; it is printed inside a sentence", "write it in one line"
        elif len(node) > most:
            what, hint = f"the text has {len(node)} characters; at most {most} are taken here", "shorten it, or divide it into several entries"
        elif long := _WORD.search(node):
            what, hint = f"a word of {len(long[0])} characters runs off the page", "divide it"
        elif odd := _INVISIBLE.search(node):
            what = f"the text holds an invisible character (U+{ord(odd[0]):04X})"
            reading.note(node, "F043", what, "delete it unless it is meant", language=language, grade=Grade.ADVICE)
            return
        if what:
            reading.note(node, "F042", what, hint, language=language)


@dataclass(frozen=True, kw_only=True)
class Avoided(Free):
    """What must not be written instead, by language: ``{id: [kerjasama], en: cooperations}``. For ``check``; in no view."""

    def read(self, node: Node, reading: Reading) -> Node:
        """The node, once it is known to be words by language."""
        if not isinstance(node, Map):
            reading.note(node, "F011", "the words to avoid are written by language", "write {id: […], en: […]}")
            return Map(node.where)
        for key, child in node.items():
            if not is_language(key):
                hint = nearest(key, reading.languages) or "write id, en, ru"
                reading.note(child, "F041", f"'{key}' is no language", hint, where=node.keys_where[key])
            elif not all(isinstance(word, Str) and word.strip() for word in (child if isinstance(child, Seq) else (child,))):
                reading.note(child, "F011", "words are expected here", "write one, or a list: [kerjasama]")
        return node

    def locate(self, node: Node, address: str, out: dict[int, str]) -> None:
        """The language is no part of an address."""
        out[id(node)] = address
        for child in node.values() if isinstance(node, Map) else ():
            out[id(child)] = address


def _pick(node: Map, key: str, words: tuple[str, ...], reading: Reading, language: str) -> str | None:
    value = node.get(key)
    if value is None:
        return None
    if isinstance(value, Str) and value in words:
        return str(value)
    what = f"'{value}' is none of {', '.join(words)}" if isinstance(value, Str) else "one word is expected here"
    reading.note(value, "F021", what, f"write {one_of(words)}", language=language)
    return None


def _forms(node: Node | None, reading: Reading, language: str) -> dict[str, str]:
    if node is None:
        return {}
    if not isinstance(node, Map):
        reading.note(node, "F011", "forms are written by case", "write {gen: …, dat: …}", language=language)
        return {}
    for key, child in node.items():
        if not _FORM.fullmatch(key) or not isinstance(child, Str) or not child:
            hint = nearest(key, CASES) or f"cases are {', '.join(CASES)}; the other number is pl.gen"
            reading.note(child, "F044", f"'{key}' is no form that is known here", hint, where=node.keys_where[key], language=language)
    return {str(key): str(child) for key, child in node.items() if isinstance(child, Str)}


def _spread(words: dict[str, Wording], reading: Reading) -> Mapping[str, Wording]:
    """``every`` serves each language of the same script that has no text of its own, and never another."""
    if EVERY not in words:
        return words
    common = words.pop(EVERY)
    script = script_in(common.text)
    for language in reading.languages:
        if language not in words and script_of(language) == script:
            words[language] = common
    return words
