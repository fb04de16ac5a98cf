"""What one document has said so far: second mention, reporting verbs and openings need a memory, and ``Language`` has none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from briefgen.compose.openings import Openings

Form = Literal["full", "name", "post"]


@dataclass
class Memory:
    """The document so far. While ``paused`` (a headline, a note), no mention is remembered."""

    mentioned: set[str] = field(default_factory=set)
    quoted: set[str] = field(default_factory=set)
    paused: bool = False
    forms: dict[str, tuple[Form, int]] = field(default_factory=dict)
    """How each person was last referred to, and in which paragraph."""
    paragraph: int = 0
    verbs: set[str] = field(default_factory=set)
    """The reporting verbs used, the default ones apart."""
    twice: int = 0
    """How often such a verb came again."""
    openings: Openings = field(default_factory=Openings)
    introduced: dict[str, str] = field(default_factory=dict)
    """The short forms that stand in brackets at a first mention, by address."""
    needless: frozenset[str] = frozenset()
    """The addresses of short forms that do not come again, known from a rehearsal: they are not introduced."""

    @property
    def repeats(self) -> int:
        """What a reader has heard twice so far: a turn of phrase that adds to it is passed over for another."""
        return self.twice + self.openings.repeats

    def first(self, address: str) -> bool:
        """Whether this is the first mention of the entity at ``address``; from now on it is not."""
        if address in self.mentioned:
            return False
        if not self.paused:
            self.mentioned.add(address)
        return True

    def spoke(self, address: str) -> bool:
        """Whether the entity at ``address`` was quoted before; from now on it was."""
        before = address in self.quoted
        self.quoted.add(address)
        return before

    def reported(self, verb: str) -> None:
        """A reporting verb is used."""
        self.twice += verb in self.verbs
        self.verbs.add(verb)

    def introduce(self, address: str, words: str) -> bool:
        """Whether the short form at ``address`` is worth its brackets: it comes again, as far as is known."""
        if address in self.needless:
            return False
        if not self.paused:
            self.introduced[address] = words
        return True

    def unused(self, text: str) -> Iterator[str]:
        """The addresses of what was introduced in brackets and does not come again in ``text``."""
        for address, words in self.introduced.items():
            if f"({words})" in text and len(re.findall(rf"\b{re.escape(words)}\b", text)) < 2:
                yield address

    def copy(self) -> "Memory":
        """This memory as it is now, to try something and to come back to."""
        return replace(
            self,
            mentioned=set(self.mentioned),
            quoted=set(self.quoted),
            forms=dict(self.forms),
            verbs=set(self.verbs),
            introduced=dict(self.introduced),
        )
