"""What the grammar of a language finds wrong with texts, written or composed; nothing where it has no such module."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefgen.check.phrases import listed
from briefgen.check.releases import Release
from briefgen.check.written import Places, Written
from briefgen.errors import Grade, Problem
from briefgen.language.grammars import faults


class Government:
    """The faults of one language."""

    def __init__(self, code: str, grammar: str, style: Mapping[str, Any]) -> None:
        self._code = code
        self._governs: Mapping[str, Sequence[str]] = style.get("governs", {})
        self._spared = listed(style, "genitive-spared")
        self._faults: Any = faults(grammar) if self._governs else None

    def refused(self, text: Written, places: Places) -> Iterator[Problem]:
        """Prepositions before a word that has none of their cases."""
        if text.copied or self._faults is None:
            return
        words = text.words[self._code]
        for start, end, cases in self._faults.ungoverned(words, self._governs):
            what = f"'{words[start:end]}': the preposition takes {cases}, and the word is none of these"
            where = places.of(text, self._code, start, end)
            yield Problem(where, "C023", what, "put the word into its case", address=text.address, language=self._code)

    def composed(self, release: Release) -> Iterator[Problem]:
        """The same where prose and facts come together."""
        for block in release.blocks() if self._faults is not None else ():
            for start, end, cases in self._faults.ungoverned(block.words, self._governs):
                what = f"'{block.words[start:end]}': the preposition takes {cases}, and the word is none of these"
                yield release.problem("C023", what, "mend the template, or write the form into the facts", block, Grade.ERROR)

    def advised(self, text: Written, places: Places) -> Iterator[Problem]:
        """Genitives in a row."""
        if text.copied or self._faults is None or text.shape == "n":
            return
        words = text.words[self._code]
        for start, end in self._faults.genitives(words, self._spared):
            what = f"three nouns in the genitive in a row: '{words[start:end]}'"
            where = places.of(text, self._code, start, end)
            yield Problem(where, "C056", what, "turn one into a clause or a verb", address=text.address, language=self._code, grade=Grade.ADVICE)
