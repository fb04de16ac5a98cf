"""Typography on the joined text of a block, mapped back onto its pieces.

Every rule is an edit of the joined text; each character remembers the piece that it came from, so pieces keep their
number and order whatever the rules do. White space means space, tab and line breaks only: a no-break space is a letter.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from briefgen.language import text as words
from briefgen.language.locale import Locale
from briefgen.language.spaces import NO_BREAK

_BLANKS = re.compile(r"[ \t\r\n]+")
_UNEVEN = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")  # a single space is what it should be
_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
_COMMA = re.compile(r",(?=[.,;:!?])")
_GAPS = re.compile("[ \u00a0]")


@cache
def _rule(name: str, opening: str, closing: str) -> re.Pattern[str]:
    """A rule about quotation marks, for the characters that open and close them in a language."""
    wide = re.escape("".join(mark for mark in opening if mark not in "“‘"))  # an English text may close with what opens these
    return re.compile({
        "before": rf"[ \t\r\n\u00a0]+(?=[,.;:!?{closing})\]](?![\w]))",
        "after": rf"(?<=[{wide}(\[])[ \t\r\n\u00a0]+",
        "stops": rf"(?<!\.)\.(?P<quote>[{closing}“\"]+)\.(?!\.)",
        "ends": rf"(?P<word>\S*?)(?P<stop>[.!?…]+)[{closing}“\")]*[ \u00a0\n]+\Z",
    }[name])  # fmt: skip


class Block:
    """The joined text of a block, in which each character knows its piece."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self.text = "".join(pieces)
        self._owner = [index for index, piece in enumerate(pieces) for _ in piece]
        self._count = len(pieces)

    def sub(self, rule: re.Pattern[str], put: str | Callable[[re.Match[str]], str]) -> None:
        """Put ``put`` for every match. What is put belongs to the pieces of what it replaces."""
        if put == NO_BREAK:
            bound = rule.sub(NO_BREAK, self.text)
            if len(bound) == len(self.text):  # one character for one: each stays in its piece
                self.text = bound
                return
        matches = list(rule.finditer(self.text))
        if not matches:
            return
        out, owners, last = "", [], 0
        for found in matches:
            new = put(found) if callable(put) else found.expand(put) if "\\" in put else put
            old = self._owner[found.start() : found.end()]
            out += self.text[last : found.start()] + new
            owners += self._owner[last : found.start()] + _share(old, found[0], new)
            last = found.end()
        self.text = out + self.text[last:]
        self._owner = owners + self._owner[last:]

    def starts(self) -> list[int]:
        """Where a piece begins that holds something."""
        return [index for index, owner in enumerate(self._owner) if index == 0 or owner != self._owner[index - 1]]

    def put(self, index: int, char: str) -> None:
        """One character for another."""
        self.text = self.text[:index] + char + self.text[index + 1 :]

    def pieces(self) -> list[str]:
        """The text, cut where the pieces were."""
        out = [""] * self._count
        for owner, char in zip(self._owner, self.text, strict=True):
            out[owner] += char
        return out


def typeset(locale: Locale, pieces: Sequence[str], opening: bool = True, *, headline: bool = False) -> list[str]:
    """``pieces`` of one block, set as the language wants it. ``opening`` is False for a block that opens no sentence."""
    block = Block(pieces)
    block.sub(_UNEVEN, " ")
    block.sub(_rule("before", *locale.marks), "")
    block.sub(_rule("after", *locale.marks), "")
    block.sub(_COMMA, "")  # the comma that closes an apposition falls before any other stop
    _capitals(locale, block, opening)
    block.sub(_STOPS, ".")
    block.sub(_rule("stops", *locale.marks), lambda found: _one_stop(locale, found))
    for compiled, put in (*locale.replacing, *locale.binding):
        block.sub(compiled, put)
    if headline:
        _headline(locale, block)
    return block.pieces()


def _headline(locale: Locale, block: Block) -> None:
    """No short word at the end of a line, and the last word not alone on its line, where the two before it leave room."""
    for compiled, put in locale.headlining:
        block.sub(compiled, put)
    spaces = [found.start() for found in _GAPS.finditer(block.text)]
    most = int(locale.find("typography", "tail") or 0)
    if len(spaces) > 3 and block.text[spaces[-1]] == " " and len(block.text) - spaces[-2] <= most:
        block.put(spaces[-1], "\u00a0")


def _one_stop(locale: Locale, found: re.Match[str]) -> str:
    """One full stop at the end of a quotation: inside (“Text.”) or outside («Текст».), where one that abbreviates stays («в 2025 г.».)."""
    if locale.find("typography", "stop") != "outside":
        return "." + found["quote"]
    word = found.string[: found.start()].rpartition(" ")[2]
    return found[0] if _abbreviates(word, locale.abbreviations) else found["quote"] + "."


def _capitals(locale: Locale, block: Block, opening: bool) -> None:
    starts = block.starts()
    for start, end in pairwise((*starts, len(block.text))):
        head = block.text[:start]
        before = head.rstrip(" \u00a0\n")
        if not head.strip(" \t\r\n"):
            opens = opening
        elif before == head or before.rstrip(locale.marks[1] + '“")')[-1:] not in set(".!?…"):
            opens = False  # as the rule would find, but at once
        else:
            found = _rule("ends", *locale.marks).search(head)
            opens = bool(found) and (found["stop"] != "." or not _abbreviates(found["word"], locale.abbreviations))  # type: ignore[index]
        if opens:
            raised = words.capitalise(block.text[start:])
            for index in range(start, end):
                if raised[index - start] != block.text[index]:
                    block.put(index, raised[index - start])


def _abbreviates(word: str, short: frozenset[str]) -> bool:
    """Whether a full stop after ``word`` only abbreviates it. Two stops in a row never do: the second ends the sentence."""
    bare = word.rpartition("\u00a0")[2].lstrip("«„“‘\"'(")
    return bare in short or (len(bare) == 1 and bare.isalpha() and bare.isupper()) or bool(re.match(r"(\w\.)+\w\Z", bare))


def _share(old: list[int], before: str, after: str) -> list[int]:
    """Owners for ``after``: its common beginning and end keep theirs, the middle goes to the first piece that was replaced."""
    if not after:
        return []
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    middle = len(after) - head - tail
    first = old[head] if head < len(old) else old[-1]
    return old[:head] + [first] * middle + (old[-tail:] if tail else [])
