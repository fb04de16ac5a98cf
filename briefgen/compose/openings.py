"""How sentences and paragraphs begin: a text whose neighbours begin alike reads as if a form had been filled in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefgen.document import Block, Heading, Para, plain

Opening = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_SENTENCE = re.compile(
    r"(?:(?<=[.!?…][”’»])|(?<=[.!?…][ \u00a0]»)|(?<=[^.\s][^.\s][.!?…])|(?<=\d[ \u00a0]г\.))[ \u00a0](?=(?:[“«„‘‚][ \u00a0]?|»)?(?P<first>[^\W_]))",
)
"""Between two sentences; not after a letter and a full stop («г. Москва»), but after a year («2025 г. Стороны»). No small letter begins one."""
DATELINE = re.compile(r"^[^.!?]{1,80}\d{4}[ \u00a0]– |^[\w. -]{1,40}, [^.!?]{1,60}\d{4}[ \u00a0]– ")
"""Place and date before the first sentence, which opens after them."""
_PROSE = frozenset({"lead", "body", "introduction"})


@dataclass(frozen=True, slots=True)
class Openings:
    """The first two words of each paragraph so far and of the last sentence.

    ``repeats`` counts neighbours that begin alike: paragraphs with the same two words or three with the same first, sentences of
    one paragraph with the same first, or a sentence that begins with the word that ended the one before (…, kata Faisol. Faisol berharap …).
    """

    paragraphs: tuple[Opening, ...] = ()
    sentence: Opening = ()
    repeats: int = 0
    ended: str = ""

    def begun(self, words: Opening, *, paragraph: bool = False, ended: str = "") -> "Openings":
        """With one more sentence, that may open a ``paragraph``; ``ended`` is its last word."""
        if not words:
            return self
        before = self.paragraphs[-2:] if paragraph else ()
        thrice = len(before) == 2 and all(one[:1] == words[:1] for one in before)
        alike = words in before[-1:] or (words == self.sentence if paragraph else words[0] in (*self.sentence[:1], self.ended))
        paragraphs = (*self.paragraphs, words) if paragraph else self.paragraphs
        return Openings(paragraphs, words, self.repeats + (alike or thrice), ended)

    def heard(self, sentence: str, *, paragraph: bool = False) -> "Openings":
        """With ``sentence``, as it begins and ends."""
        words = _WORD.findall(sentence.casefold())
        return self.begun(tuple(words[:2]), paragraph=paragraph, ended=words[-1] if words else "")

    def read(self, blocks: Iterable[Block]) -> "Openings":
        """With what ``blocks`` say: the running text, and the headline, whose words the lead does not take up."""
        now = self
        for block in blocks:
            if isinstance(block, Heading) and block.role == "title":
                now = now.begun(opening(plain(block)), paragraph=True)
            elif isinstance(block, Para) and block.role in _PROSE:
                for number, sentence in enumerate(sentences(plain(block))):
                    now = now.heard(sentence, paragraph=number == 0)
            elif not isinstance(block, Para):
                now = replace(now, sentence=())
        return now


def sentences(text: str) -> Iterator[str]:
    """The sentences of a paragraph, near enough to hear how they begin."""
    begun, text = 0, DATELINE.sub("", text)
    for found in (*_SENTENCE.finditer(text), None):
        if found is None or not found["first"].islower():
            if said := text[begun : found.start() if found else None].strip():
                yield said
            begun = found.end() if found else 0


def opening(sentence: str) -> Opening:
    """The first two words, small and without marks."""
    return tuple(_WORD.findall(sentence.casefold())[:2])
