"""What is wrong, said so that a person can mend it. Imports nothing.

One form for every room: a ``Problem`` has a place, a code, what is wrong and what to do. A room
collects problems and raises one ``BriefgenError`` with all of them, so that a run reports everything at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Grade(StrEnum):
    """How much a problem weighs."""

    ERROR = "error"  # nothing is written
    DOUBT = "doubt"  # written as a marked draft
    ADVICE = "advice"  # said by `check`, changes nothing


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a file; ``line`` and ``column`` count from 1, and 0 means "the file as a whole"."""

    file: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)]) if self.file else ""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong.

    ``code`` is documented in docs/problems.md; ``address`` names the fact (``EVENT.agreements.KEY.signed``),
    ``language`` the language that lacks it, ``template`` the prose line that needs it, ``hint`` what to do.
    """

    where: Where
    code: str
    what: str
    hint: str = ""
    address: str = ""
    language: str = ""
    template: str = ""
    grade: Grade = field(default=Grade.ERROR)

    def __str__(self) -> str:
        head = " ".join(part for part in (f"{self.where}:" if self.where.file else "", self.code) if part)
        subject = " ".join(part for part in (self.address, f"[{self.language}]" if self.language else "") if part)
        said = f"{head} {subject}: {self.what}" if subject else f"{head} {self.what}"
        needed = f" (needed by {self.template})" if self.template else ""
        return printable(said + needed + (f"; {self.hint}" if self.hint else ""))


class BriefgenError(Exception):
    """All problems of one step. ``status`` is the exit code: 1 the inputs, 3 the machine."""

    def __init__(self, problems: Problem | Iterable[Problem], status: int = 1) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(sorted(set(problems)))
        self.status = status
        super().__init__("\n".join(map(str, self.problems)))


_INVISIBLE = {*range(0x20), *range(0x7F, 0xA0), *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF}


def printable(text: str) -> str:
    """``text`` with control, zero-width and bidirectional characters escaped, for a terminal or a log."""
    return "".join(f"\\u{ord(c):04x}" if ord(c) in _INVISIBLE or 0xD800 <= ord(c) < 0xE000 else c for c in text)
