"""Spelling, by the hunspell program where it is installed: one process a language, knowing the register's words in all their forms."""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefgen.check.names import Bending
from briefgen.check.written import Places, Written
from briefgen.errors import Grade, Problem, Where

PROGRAM = "hunspell"
_WORD = re.compile(r"(?<![\w@./-])[^\W\d_]{3,}(?:[’'][^\W\d_]+)?(?![\w@/]|\.\w)")
_LETTERS = {"Latn": re.compile("[A-Za-z\u00c0-\u024f’']+"), "Cyrl": re.compile("[\u0400-\u052f]+")}
_PASSED = re.compile(r"https?://\S+|\S+@\S+|www\.\S+|(?<!\w)([^\W\d_]+)-\1(?!\w)", re.IGNORECASE)  # addresses; masing-masing
_WAIT = 60  # seconds


@dataclass(frozen=True, slots=True)
class Speller:
    """What a language brings: its dictionary's name (``id_ID``), its script, how its words end."""

    code: str
    dictionary: str
    script: str
    bending: Bending


def spelling(texts: Sequence[Written], known: Mapping[str, Iterable[str]], spellers: Sequence[Speller], places: Places) -> Iterator[Problem]:
    """Advice for each word that neither the dictionary nor the register (``known``, by language) has, where it first stands."""
    if shutil.which(PROGRAM) is None:
        hint = "install it: apt-get install hunspell hunspell-id hunspell-ru hunspell-en-gb, or brew install hunspell"
        yield Problem(Where(), "C091", "spelling was not checked: the program hunspell is not here", hint, grade=Grade.ADVICE)
        return
    for speller in spellers:
        yield from _language(texts, known.get(speller.code, ()), speller, places)


def _language(texts: Sequence[Written], known: Iterable[str], speller: Speller, places: Places) -> Iterator[Problem]:
    stems = {speller.bending.stem(word) for words in known for word in re.findall(r"[^\W\d_]+", words)}
    first: dict[str, tuple[Written, int]] = {}
    for text in texts:
        words = text.words.get(speller.code, "") if not text.copied else ""
        for found in _WORD.finditer(_PASSED.sub(lambda passed: " " * len(passed[0]), words)):
            word = found[0]
            letters = _LETTERS.get(speller.script)
            odd = word[1:] != word[1:].lower() or (letters and not letters.fullmatch(word))  # abbreviations, names of brands, other scripts
            if not odd and word not in first and stems.isdisjoint(speller.bending.stems(word)):
                first[word] = (text, found.start())
    answers = _ask(list(first), speller.dictionary)
    if answers is None:
        hint = "install it: apt-cache search hunspell names the packages"
        what = f"spelling was not checked: hunspell has no dictionary {speller.dictionary}"
        yield Problem(Where(), "C091", what, hint, language=speller.code, grade=Grade.ADVICE)
        return
    for word, suggestions in answers.items():
        text, start = first[word]
        where = places.of(text, speller.code, start, start + len(word))
        hint = f"did you mean {', '.join(suggestions[:3])}?" if suggestions else "if it is right, a term of the register makes it known"
        yield Problem(where, "C090", f"'{word}' is not in the dictionary", hint, address=text.address, language=speller.code, grade=Grade.ADVICE)


def _ask(words: Sequence[str], dictionary: str) -> dict[str, list[str]] | None:
    """The words that the dictionary does not know, with what it suggests; None where there is no such dictionary."""
    lines = [line for word in words for line in dict.fromkeys((word, word.replace("ё", "е").replace("’", "'")))]  # dictionaries do without ё
    command = [PROGRAM, "-a", "-i", "utf-8", "-d", dictionary]
    done = subprocess.run(command, input="".join(f"^{line}\n" for line in lines), capture_output=True, encoding="utf-8", check=False, timeout=_WAIT)  # noqa: S603
    if done.returncode or not done.stdout.startswith("@"):
        return None
    unknown: dict[str, list[str]] = {}
    for line in done.stdout.splitlines()[1:]:
        if line[:2] in ("& ", "# "):
            head, _, tail = line[2:].partition(":")
            unknown[head.split(" ")[0]] = [word.strip() for word in tail.split(",") if word.strip()]
    return {word: unknown[word] for word in words if all(form in unknown for form in dict.fromkeys((word, word.replace("ё", "е").replace("’", "'"))))}
