"""A form that a person must confirm, in the sentence that needs it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from briefgen.errors import Where

Sentence = tuple[str, str, str]
_BLOCKS = ("p", "h", "cell", "item")
_HERE = "\x00"
_ENDS = re.compile(r"(?<=[.!?…])[ \u00a0]+(?=[«“\"(]?[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Asked:
    """One form of one text in one language.

    ``where`` is the place of the text in the facts, ``form`` the name of the form (``gen``, ``pl.gen``), ``said`` what the rules say ("" where
    they say nothing), ``alternatives`` what else it may be, ``why`` what is not certain. ``sentence`` is what stands before the form, the form
    as it is printed there (with a preposition, perhaps), and what stands after it.
    """

    where: Where
    address: str
    language: str
    form: str
    said: str
    alternatives: tuple[str, ...]
    why: str
    sentence: Sentence = ("", "", "")


def sentence_of(fact: etree._Element) -> Sentence:
    """What stands before ``fact`` in its sentence, its words, and what stands after it; notes are no part of it."""
    printed = "".join(map(str, fact.itertext()))
    block = next((up for up in fact.iterancestors() if up.tag in _BLOCKS), None)
    if block is None:
        return "", printed, ""
    words = re.sub("[ \t\r\n]+", " ", "".join(_words(block, fact))).strip(" ")
    before, _, after = words.partition(_HERE)
    return _ENDS.split(before)[-1], printed, _ENDS.split(f"x{after}")[0].removeprefix("x")


def _words(element: etree._Element, fact: etree._Element) -> Iterator[str]:
    if element is fact:
        yield _HERE
        return
    yield element.text or ""
    for child in element:
        if child.tag != "note":
            yield from _words(child, fact)
        yield child.tail or ""
