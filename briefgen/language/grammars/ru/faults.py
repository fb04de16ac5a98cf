"""What is wrong with the grammar of a written text, as far as that is certain: a preposition with a case that it does not take, genitives in a row."""

import re
from collections.abc import Iterator, Mapping, Sequence

from briefgen.language.grammars.ru.dictionary import CASE, Parse, is_a, parses

_WORD = r"[А-Яа-яЁё]{3,}"
_ALSO = {"gen": ("gen1", "gen2"), "prep": ("loc1", "loc2"), "acc": ("acc2",)}
_BENDING = {"NOUN", "ADJF", "PRTF"}
_NAMES = ("Name", "Surn", "Patr", "Geox", "Abbr", "Orgn")
_MOST = 2  # genitives in a row


def ungoverned(text: str, governs: Mapping[str, Sequence[str]]) -> Iterator[tuple[int, int, str]]:
    """Prepositions before a word that has none of their cases, whichever way it is read: «в Джакарта»; the cases that they take.

    Only words that the dictionary knows, and knows as nothing but a noun or an adjective, are judged.
    """
    heads = "|".join(sorted(governs, key=len, reverse=True))
    for found in re.finditer(rf"(?<![\w-])(?P<head>{heads})[ \u00a0](?P<word>{_WORD})(?![\w-])", text, re.IGNORECASE):
        cases = governs[found["head"].lower()]
        grammemes = {name for case in cases for name in (CASE[case], *_ALSO.get(case, ()))}
        read = parses(found["word"])
        if found["word"].isupper() or not all(parse.is_known and parse.tag.POS in _BENDING for parse in read):
            continue
        if not any(grammemes & set(parse.tag.grammemes) for parse in read):
            yield found.start(), found.end(), ", ".join(cases)


def genitives(text: str, spared: Sequence[str] = ()) -> Iterator[tuple[int, int]]:
    """Three nouns in the genitive in a row, adjectives between them left aside: «вопросов развития сотрудничества».

    ``spared`` are nouns that are rather part of a preposition (от имени).
    """
    run: list[re.Match[str]] = []
    last: re.Match[str] | None = None
    for found in re.finditer(r"[А-Яа-яЁё-]+", text):
        if last and text[last.end() : found.start()] not in (" ", "\u00a0"):
            yield from _long(run)
            run = []
        kind = _kind(parses(found[0]), certain=not run) if found[0].lower() not in spared else ""
        if kind == "noun":
            run.append(found)
        elif kind != "adjective":
            yield from _long(run)
            run = []
        last = found
    yield from _long(run)


def _long(run: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    if len(run) > _MOST:
        yield run[0].start(), run[-1].end()


def _kind(read: Sequence[Parse], *, certain: bool) -> str:
    """Whether a word is a noun in the genitive, or an adjective in it; the first of a row must be nothing else (развития may be a subject)."""
    genitive = [parse for parse in read if is_a(parse, "gent")]
    if not genitive:
        return ""
    if any(parse.tag.POS in ("ADJF", "PRTF") for parse in genitive):
        return "adjective"
    noun = all(parse.is_known and parse.tag.POS == "NOUN" for parse in read)
    if certain and any(is_a(parse, case) for parse in read for case in ("nomn", "accs")):
        return ""
    return "noun" if noun and not any(name in parse.tag.grammemes for parse in read for name in _NAMES) else ""
