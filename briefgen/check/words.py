"""Words that a text may not have, or had better not: of time that passes, of the office about itself, praise, fillers, forms of ``ё``."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefgen.check.phrases import finds, listed, pattern, unquoted
from briefgen.check.written import Places, Written
from briefgen.errors import Grade, Problem

_OWN_WORDS = "w"  # the shape of a verbatim quotation
_HEADLINES = ("headline", "subhead")
_SPOKEN = ("talking_points", "questions", "issuer")
"""What is spoken for the office: there it may say we."""


class Words:
    """The word lists of one language (``style.yaml``), ``also`` the house's own."""

    def __init__(self, code: str, style: Mapping[str, Any], marks: Sequence[Sequence[str]], also: Mapping[str, str]) -> None:
        self._code, self._style, self._marks = code, style, marks
        self._avoid = {str(word): str(instead) for word, instead in {**style.get("avoid", {}), **also}.items()}
        letters = [(str(letter), str(plain)) for letter, plain in style.get("letters", {}).items()]
        self._plain = {_replaced(word, letters): word for word in listed(style, "letters-words")} if letters else {}
        self._letters = letters

    def refused(self, text: Written, public: bool, places: Places) -> Iterator[Problem]:
        """What stops a document."""
        words = text.words[self._code]
        said = unquoted(words, self._marks)
        yield from self._avoided(text, said, places)
        yield from self._lettered(text, words, places)
        if text.shape == _OWN_WORDS or text.copied:
            return
        for found in finds(said, listed(self._style, "relative"), listed(self._style, "relative-except")):
            what = f"'{found[0]}' is wrong the day after"
            yield self._problem(text, found, "C021", (what, "write the date, or the weekday with the date"), places)
        if public and text.address.split(".")[1:2] not in (["title"], *([part] for part in _SPOKEN)):
            for found in finds(said, listed(self._style, "we")):
                if not (found[0].isupper() and len(found[0]) > 1):
                    what = f"'{found[0]}' outside of a quotation"
                    yield self._problem(text, found, "C022", (what, "name the office or the state, or quote"), places)

    def advised(self, text: Written, places: Places) -> Iterator[Problem]:
        """Advice on the choice of words."""
        if text.shape == _OWN_WORDS or text.copied:
            return
        said = unquoted(text.words[self._code], self._marks)
        for found in finds(said, listed(self._style, "praise")) if text.shape != "n" or text.name in _HEADLINES else ():
            hint = "say what the facts show, or leave it out"
            yield self._problem(text, found, "C052", (f"empty praise: '{found[0]}'", hint), places, advice=True)
        rather: Mapping[str, str] = self._style.get("rather", {})
        for found in finds(said, tuple(rather)):
            yield self._problem(text, found, "C053", (f"'{found[0]}'", f"rather write '{_instead(found[0], rather)}'"), places, advice=True)

    def fillers(self, words: str) -> Iterator[str]:
        """The fillers in a whole document that stand more than once."""
        stood: list[str] = [found[0].casefold() for found in finds(unquoted(words, self._marks), listed(self._style, "filler"))]
        yield from (word for word in dict.fromkeys(stood) if stood.count(word) > 1)

    def _avoided(self, text: Written, said: str, places: Places) -> Iterator[Problem]:
        for found in finds(said, tuple(self._avoid), listed(self._style, "avoid-except")):
            yield self._problem(text, found, "C010", (f"'{found[0]}' is not written here", f"write '{_instead(found[0], self._avoid)}'"), places)

    def _lettered(self, text: Written, words: str, places: Places) -> Iterator[Problem]:
        for found in finds(words, tuple(self._plain)):
            marked = self._marked(found[0])
            if marked.casefold() != found[0].casefold():
                yield self._problem(text, found, "C012", (f"'{found[0]}' without its {self._letters[0][0]}", f"write '{marked}'"), places)

    def _marked(self, word: str) -> str:
        """A word with the letters that it lacks."""
        bare = word.casefold()
        for plain, full in self._plain.items():
            if pattern((plain,)).fullmatch(bare):
                stem = full.rstrip("*")
                return stem + bare[len(stem) :]
        return word

    def _problem(self, text: Written, found: re.Match[str], code: str, what: tuple[str, str], places: Places, *, advice: bool = False) -> Problem:
        where = places.of(text, self._code, found.start(), found.end())
        grade = Grade.ADVICE if advice else Grade.ERROR
        return Problem(where, code, *what, address=text.address, language=self._code, grade=grade)


def _instead(word: str, table: Mapping[str, str]) -> str:
    """What a table has for a word that one of its phrases found."""
    return next(str(instead) for phrase, instead in table.items() if pattern((str(phrase),)).fullmatch(word))


def _replaced(word: str, letters: list[tuple[str, str]]) -> str:
    for letter, plain in letters:
        word = word.replace(letter, plain)
    return word
