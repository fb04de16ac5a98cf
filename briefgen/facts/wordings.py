"""What the texts of an event must be: there in each language asked for, and of the shape that a sentence needs."""

import re
from collections.abc import Iterator

from briefgen.errors import Grade, Problem
from briefgen.facts.reading import nearest
from briefgen.facts.record import Record
from briefgen.facts.texts import Text
from briefgen.facts.walking import Found, walk

_ENDS = re.compile(r"[.!?…][»”’\"')\]]*$")
_STOP = re.compile(r"(?<!\.)\.$")


def translations(record: Record, address: str, languages: tuple[str, ...], known: tuple[str, ...]) -> Iterator[Problem]:
    """Texts that lack one of ``languages``; those of a language that is none of the desk's (``known``)."""
    for found in walk(record, address):
        if not isinstance(found.spec, Text):
            continue
        words = found.fact.value
        for language in languages:
            if language not in words and not found.spec.lacking:
                yield Problem(found.fact.where, "F051", "there is no text in this language", f"add `{language}:`", address=found.address, language=language)
            elif language in words and words[language].draft:
                what = "this text is marked as a draft"
                hint = "confirm it and delete `draft`; a public document counts it as missing"
                yield Problem(found.fact.where, "F052", what, hint, address=found.address, language=language, grade=Grade.DOUBT)
        for language in words:
            if language not in known and language not in languages:
                hint = nearest(language, known) or "add it to `languages` in desk.yaml, if it is meant"
                what = f"'{language}' is not among the languages of this desk"
                yield Problem(found.fact.where, "F053", what, hint, address=found.address, grade=Grade.ADVICE)


def shapes(record: Record, address: str) -> Iterator[Problem]:
    """Texts that would spoil the sentence they are put in."""
    for found in walk(record, address):
        if isinstance(found.spec, Text) and not found.spec.lines:
            yield from _shape(found, found.spec.shape)


def _shape(found: Found, shape: str) -> Iterator[Problem]:
    for language, wording in found.fact.value.items():
        what, hint, grade = _fault(wording.text, shape)
        if what:
            yield Problem(found.fact.where, "F054", what, hint, address=found.address, language=language, grade=grade)


def _fault(text: str, shape: str) -> tuple[str, str, Grade]:
    """What is wrong with a text of that shape, what to do, and how much it weighs."""
    first = next((c for c in text if c.isalpha()), "")
    if text != text.strip():
        return "the text begins or ends with a space", "delete the space", Grade.ERROR
    if shape in "ci" and _STOP.search(text):
        return "this goes on inside a sentence and ends with a full stop", "delete the full stop", Grade.ERROR
    if shape == "i" and first.isupper():
        return "this goes on inside a sentence and begins with a capital", "begin it with a small letter: 'set up a committee'", Grade.ERROR
    if shape == "s" and not _ENDS.search(text):
        return "these are whole sentences, and the last one does not end", "end it with a full stop", Grade.ERROR
    if shape == "s" and first.islower():
        return "these are whole sentences, and the first begins with a small letter", "begin it with a capital", Grade.ERROR
    if shape == "n" and _STOP.search(text) and " " in text:
        return "this is a name or a title and ends with a full stop", "delete it, unless it belongs to an abbreviation", Grade.ADVICE
    return "", "", Grade.ERROR
