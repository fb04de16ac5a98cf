"""What a language says, and what it cannot say."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a form is not certain, and what else it may be.

    ``form`` is the name under which it is written once somebody has confirmed it (``gen``, ``pl.gen``), ``said`` the form itself, without a preposition.
    """

    why: str
    alternatives: tuple[str, ...] = ()
    form: str = ""
    said: str = ""


class Said(str):
    """Words that a language has said: a ``str`` that may carry a ``Doubt``."""

    __slots__ = ("doubt",)
    doubt: Doubt | None

    def __new__(cls, text: str, doubt: Doubt | None = None) -> "Said":
        """``text`` with ``doubt``, or with the doubt that ``text`` already carries."""
        said = super().__new__(cls, text)
        said.doubt = doubt or doubt_of([text])
        return said

    def __reduce__(self) -> tuple[type["Said"], tuple[str, Doubt | None]]:
        """Keep the doubt in copies and pickles."""
        return Said, (str(self), self.doubt)


class Unsayable(Exception):  # noqa: N818 -- the contract's name
    """A form that cannot be derived. ``hint`` says what to write, and where; ``form`` names it (``gen``, ``pl.gen``), where it is one of a phrase."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message = message
        self.hint = hint
        self.form = ""
        super().__init__(f"{message}; {hint}" if hint else message)


def doubt_of(parts: Iterable[object]) -> Doubt | None:
    """The doubts of all ``parts`` in one, or None."""
    doubts = list(dict.fromkeys(part.doubt for part in parts if isinstance(part, Said) and part.doubt))
    if len(doubts) < 2:
        return doubts[0] if doubts else None
    return Doubt("; ".join(d.why for d in doubts), tuple(a for d in doubts for a in d.alternatives))
