"""Terms as the register has them: what it tells to avoid, names as another language spells them, and what an instrument is called."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from briefgen.check.names import Bending
from briefgen.check.phrases import unquoted
from briefgen.check.spelled import fold
from briefgen.check.written import Places, Written
from briefgen.errors import Problem
from briefgen.facts.record import Record
from briefgen.values import Wording


class Terms:
    """What one language must not write, with what it writes instead; each word in any of its forms."""

    def __init__(self, code: str, names: Mapping[str, Any], marks: Sequence[Sequence[str]]) -> None:
        self._code, self._marks = code, marks
        self._endings = "|".join(sorted((re.escape(str(ending)) for ending in names.get("endings", ())), key=len, reverse=True))
        self._bending = Bending(names) if "strip" in names else None
        self._instead: dict[str, tuple[str, str, str]] = {}
        self._pattern: re.Pattern[str] | None = None

    def avoid(self, phrase: str, instead: str, address: str = "", home: str = "") -> None:
        """``phrase`` is not to be written; ``address`` is the entry that says so (none for a foreign spelling), ``home`` the event that it holds for."""
        self._instead.setdefault(self._bent(phrase), (instead, address, home))
        self._pattern = None

    def look(self, text: Written, places: Places) -> Iterator[Problem]:
        """What ``text`` has that is to be avoided, outside of quotations."""
        if not self._instead or text.copied:
            return
        if self._pattern is None:
            self._pattern = re.compile("|".join(f"(?P<p{n}>{phrase})" for n, phrase in enumerate(self._instead)))
        words = unquoted(text.words[self._code], self._marks)
        for found in self._pattern.finditer(words):
            instead, address, home = list(self._instead.values())[int(str(found.lastgroup)[1:])]
            if address == text.address or not text.address.startswith(home) or (not address and self._of_a_name(words, found)):
                continue
            what = f"'{found[0]}' is not the register's word" if address else f"'{found[0]}' is another language's spelling"
            hint = f"write '{instead}'" + (f" ({address})" if address else "")
            where = places.of(text, self._code, found.start(), found.end())
            yield Problem(where, "C010", what, hint, address=text.address, language=self._code)

    def _bent(self, phrase: str) -> str:
        parts = [self._form(word) for word in phrase.split(" ")]
        return r"(?<![\w-])" + "[ \u00a0\n]+".join(parts) + r"(?![\w-])"

    def _form(self, word: str) -> str:
        bare = word.rstrip("*")
        first = f"[{bare[0].lower()}{bare[0].upper()}]" if bare[0].islower() else re.escape(bare[0])
        if word.endswith("*"):
            return first + re.escape(bare[1:]) + r"\w*"
        if self._bending is None:
            return first + re.escape(bare[1:]) + (f"(?:{self._endings})?" if self._endings else "")
        stem = len(self._bending.stem(bare))
        return first + re.escape(bare[1:stem]) + f"(?:{self._endings})?"

    @staticmethod
    def _of_a_name(words: str, found: re.Match[str]) -> bool:
        """Whether a foreign spelling is part of a name (Moscow Exchange, Bank of Russia)."""
        after = re.match(r"[ \u00a0]+([^\W\d_]+)", words[found.end() :])
        before = re.search(r"([^\W\d_]+)[ \u00a0]+\Z", words[: found.start()])
        return bool((after and after[1][0].isupper()) or (before and before[1] == "of"))


def told(entries: Iterable[tuple[str, Record]]) -> Iterator[tuple[str, str, str, str]]:
    """``(language, phrase, instead, address)`` for all that the entries of a register tell to avoid."""
    for address, record in entries:
        avoided = getattr(record, "avoid", None)
        for code, words in (avoided or {}).items():
            named = getattr(record, "name", None) or getattr(record, "title", None)
            wording: Wording | None = named.value.get(str(code)) if named else None
            for word in words if isinstance(words, tuple) else (words,):
                yield str(code), str(word), wording.text if wording else "", address


def foreign(names: Mapping[str, str], scripts: Mapping[str, str], own: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str, str]]:
    """``(language, phrase, instead)``: a place as another language of the same script spells it (Moscow for Moskow).

    Only where the two are spellings of one word, and the other is no word of the language's own (``own``: its names and adjectives).
    """
    for code, name in names.items():
        for other, spelling in names.items():
            other_word = other != code and scripts.get(code) == scripts.get(other) and fold(name) != fold(spelling) and spelling not in own.get(code, ())
            if other_word and spelling[0] == name[0] and " " not in spelling and difflib.SequenceMatcher(None, name.lower(), spelling.lower()).ratio() >= 0.6:
                yield code, spelling, name
