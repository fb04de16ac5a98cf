"""The voice of one document: says facts in one language, and remembers what it said and what it could not say.

What cannot be said is recorded as a problem and printed as a mark, so that one run finds every problem; what is said with a
doubt is recorded and marked for confirmation.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from secrets import token_hex
from typing import Any, Literal, Protocol, TypeVar

from markupsafe import Markup, escape

from briefgen.compose.asked import Asked
from briefgen.compose.memory import Memory
from briefgen.compose.seen import Seen
from briefgen.errors import Grade, Problem, Where
from briefgen.facts import Group, Leaf, View
from briefgen.language import Doubt, Language, Unsayable
from briefgen.values import Moment, PartialDate, Span, Wording

T = TypeVar("T")
Opens = Literal["", "sentence", "paragraph"]
MARK = "\N{REPLACEMENT CHARACTER}"
"""Stands in a tree that is never written, in place of what could not be said."""


class MissingError(Exception):
    """Something that prose needs is not in the facts."""

    def __init__(self, what: str, hint: str, where: Where, address: str, code: str = "T030") -> None:
        super().__init__(what)
        self.problem = Problem(where, code, what, hint, address)


class Phrase(Protocol):
    """Renders a named block of the language's ``_phrases`` file."""

    def __call__(self, name: str, values: Mapping[str, Any], opens: Opens = "") -> Markup: ...


@dataclass
class Speaker:
    """Says facts in one language for one document."""

    language: Language
    view: View
    phrase: Phrase
    memory: Memory = field(default_factory=Memory)
    problems: list[Problem] = field(default_factory=list)
    seal: str = field(default_factory=lambda: token_hex(8))
    """Stands in each fact's tag and nowhere else: prose cannot know it, so what prose makes look like a fact is none."""
    asked: dict[Problem, Asked] = field(default_factory=dict)
    _read: dict[str, Leaf] = field(default_factory=dict)  # the texts that were looked at, by address; the last one is being said

    @property
    def protocol(self) -> bool:
        """Whether this desk writes in the manner of protocol: formal names of states, posts and honorifics at first mention."""
        return self.view.settings.register == "protocol"

    # ── what is printed ──

    def mark(self, refs: Iterable[str], said: str, *, later: bool = False, where: Where | None = None) -> Markup:
        """``said`` as a fact made from ``refs``; a doubt that it carries is recorded and marked.

        ``later`` says that it asserts nothing (a short form, a pronoun); ``where`` is the place of the words, for the doubt.
        """
        doubt = getattr(said, "doubt", None)
        refs = tuple(refs)
        extra = ' later="yes"' if later else ""
        if doubt:
            number = self._doubted(refs[-1] if refs else "", said, doubt, where or Where())
            extra += f' problem="{number}" confirm="{escape(doubt.why)}"'
        return Markup(f'<fact seal="{self.seal}" ref="{escape(" ".join(refs))}"{extra}>{escape(str(said))}</fact>')  # noqa: S704  every part is escaped

    def _doubted(self, address: str, said: str, doubt: Doubt, where: Where) -> int:
        """Record that ``said`` is not certain, and the form that a person would write; the number of the problem."""
        leaf = self._read.get(address)
        hint = f"write the form there, as {{text: …, forms: {{{doubt.form or 'prep'}: …}}}}"
        hint += f", for instance {', '.join(doubt.alternatives)}" if doubt.alternatives else ""
        problem = Problem(leaf.where if leaf else where, "L020", f"'{said}': {doubt.why}", hint, address, grade=Grade.DOUBT)
        if leaf and doubt.form:
            self.asked[problem] = Asked(leaf.where, address, self.language.code, doubt.form, doubt.said, doubt.alternatives, doubt.why)
        return self.note(problem)

    def note(self, problem: Problem) -> int:
        """Record a problem; its number ties it to the template line that met it."""
        self.problems.append(problem)
        return len(self.problems) - 1

    def failed(self, problem: Problem) -> Markup:
        """A mark in place of what could not be said."""
        return Markup(f'<fact seal="{self.seal}" ref="" problem="{self.note(problem)}">{MARK}</fact>')  # noqa: S704  a number

    def attempt(self, say: Callable[[], T], about: Leaf | Group | None, instead: Callable[[Problem], T]) -> T:
        """What ``say`` returns, or ``instead`` of the problem that it met; ``about`` is the fact in question."""
        try:
            return say()
        except MissingError as missing:
            return instead(missing.problem)
        except Unsayable as error:
            where, address = (about.where, about.address) if about else (Where(), "")
            leaf = next(reversed(self._read.values()), None)
            if about is None or leaf is None or not f"{leaf.address}.".startswith(f"{address}."):
                return instead(Problem(where, "L010", error.message, error.hint, address))
            problem = Problem(leaf.where, "L010", error.message, error.hint, address)
            if error.form:
                self.asked[problem] = Asked(leaf.where, leaf.address, self.language.code, error.form, "", (), error.message)
            return instead(problem)

    def beside(self, code: str) -> "Speaker":
        """The same document's voice in the language ``code``; what it cannot say is recorded here."""
        return self if code == self.language.code else replace(self, language=self.language.beside(code))

    # ── words ──

    def wording(self, leaf: Leaf) -> Wording:
        """The text of a fact in this language.

        Raises:
            MissingError: it is not written in this language.
        """
        found = leaf.value.get(self.language.code) if isinstance(leaf.value, Mapping) else None
        if not isinstance(found, Wording):
            raise MissingError("this text is missing", f"add '{self.language.code}: …'", leaf.where, leaf.address, "F040")
        self._read.pop(leaf.address, None)
        self._read[leaf.address] = leaf
        return found

    def naming(self, value: Seen, form: str = "name") -> tuple[tuple[str, ...], Wording]:
        """The addresses and the words that name an entity: a state, a term, an organisation, a person, a text.

        Raises:
            MissingError: the facts have no such words.
        """
        target = value.target
        if isinstance(target, Leaf):
            return value.refs, self.wording(target)
        if isinstance(target, Group):
            if target.model == "side" and isinstance(party := value.part("party"), Seen):
                return self.naming(party, form)
            if target.model == "state" and "name" not in target.fields:
                return value.refs, self.language.state_wording(target.key, "formal" if form == "formal" else "short")
            for name in (form, "name", "title"):
                leaf = target.fields.get(name)
                if isinstance(leaf, Leaf) and (name != "abbr" or self.has(leaf)):
                    return (*value.refs, leaf.address), self.wording(leaf)
        raise MissingError("there is no name to print here", "name it in the facts, or leave it out of the prose", _where(target), target.address)

    def has(self, leaf: object) -> bool:
        """Whether ``leaf`` is a text that is written in this language; abbreviations and short forms need not be."""
        return isinstance(leaf, Leaf) and isinstance(leaf.value, Mapping) and self.language.code in leaf.value

    def heading(self, msgid: str, **values: str) -> str:
        """A label that the kind asks for; a missing one is a problem like any other."""

        def instead(problem: Problem) -> str:
            self.note(problem)
            return MARK

        return self.attempt(lambda: self.language.label(msgid, **values), None, instead)

    def day(self) -> PartialDate | None:
        """The day of the event, as precise as known; where it lasted several, the first."""
        when = self.view.event.fields.get("when")
        value = when.value if isinstance(when, Leaf) else None
        if isinstance(value, Moment):
            return value.date
        if isinstance(value, Span):
            return value.start
        return value if isinstance(value, PartialDate) else None


def _where(node: object) -> Where:
    where = getattr(node, "where", None)
    return where if isinstance(where, Where) else Where()
