"""Composes one document: for each block of its kind the variant that applies, rendered, read and typeset."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from string import ascii_uppercase
from typing import Any

from jinja2 import Template
from markupsafe import Markup

from briefgen.compose.asked import Asked
from briefgen.compose.blocks import Blocks
from briefgen.compose.captions import counted
from briefgen.compose.furnish import Picture, contents, figure, furnish
from briefgen.compose.kind import Kind, Part, Variant
from briefgen.compose.leading import names_of
from briefgen.compose.markup import Reader
from briefgen.compose.memory import Memory
from briefgen.compose.needs import lacking
from briefgen.compose.prose import Prose, conditions, phrase, phrases, prose, render
from briefgen.compose.speaker import Opens, Speaker
from briefgen.compose.turns import candidates, first_fitting
from briefgen.compose.typeset import typeset
from briefgen.document import Block, Document, Heading, Section, Text, plain
from briefgen.errors import BriefgenError, Grade, Problem, Where
from briefgen.facts import View
from briefgen.language import Language


@dataclass(frozen=True, slots=True)
class Composed:
    """A document with what is doubtful about it; a document with doubts is a draft."""

    document: Document
    doubts: tuple[Problem, ...]


def compose(view: View, kind: Kind, language: Language, picture: Picture | None = None, asked: list[Asked] | None = None, *, draft: bool = False) -> Composed:
    """The document of ``kind`` in ``language`` from what ``view`` may know; of a pack, its cover.

    Forms that a person must confirm are added to ``asked``. It is a ``draft`` if it has doubts, or if what it is the cover of has.

    Raises:
        BriefgenError: everything that is missing, contradictory or unsayable, all at once.
    """
    if language.code not in kind.languages:
        what = f"there is no {kind.name} in '{language.code}'"
        raise BriefgenError(Problem(Where(kind.name), "T050", what, f"write {kind.name}/{language.code}.j2.xml"))
    missing = lacking(view, kind)
    writing, blocks = _written(view, kind, language, picture)
    drafted = bool(draft or view.doubts or writing.speaker.problems)
    try:
        blocks = counted(blocks, writing.speaker.heading, writing.reader.file)
    except BriefgenError as error:
        writing.wrong.extend(error.problems)
    document = furnish(blocks, kind, writing.speaker, draft=drafted)
    problems = tuple(writing.placed())
    if asked is not None:
        asked += writing.questions()
    if missing or writing.wrong or any(problem.grade is Grade.ERROR for problem in problems):
        lacked = {problem.address for problem in missing}  # prose lacks it too, as anybody can see
        raise BriefgenError([*missing, *writing.wrong, *(problem for problem in problems if problem.address not in lacked)])
    return Composed(document, (*view.doubts, *problems))


def _written(view: View, kind: Kind, language: Language, picture: Picture | None) -> tuple["_Writing", tuple[Block, ...]]:
    """The document, written again without the abbreviations that it introduced and did not use."""
    needless: frozenset[str] = frozenset()
    while True:
        writing = _Writing(view, kind, language, needless)
        blocks = tuple(writing.blocks(picture))
        unused = frozenset(writing.speaker.memory.unused("".join(map(plain, blocks))))
        if not unused:
            return writing, blocks
        needless |= unused


class _Writing:
    """One document while it is being written: who speaks, what the facts are, and what went wrong so far."""

    def __init__(self, view: View, kind: Kind, language: Language, needless: frozenset[str]) -> None:
        self.kind = kind
        self.wrong: list[Problem] = []
        self.sections = 0
        self.facts = names_of(view)
        self.prose: Prose = prose(kind, language.code)
        self.conditions: Template = conditions(kind)
        self.asked = self.conditions.new_context(dict(self.facts))
        self.phrases = phrases(kind, language.code)
        self.speaker = Speaker(language, view, self._phrase, Memory(needless=needless))
        self.reader = Reader(f"{kind.name}/{language.code}.j2.xml", [language.quote_marks(1), language.quote_marks(2)], self.speaker.seal)

    def _phrase(self, name: str, values: Mapping[str, Any], opens: Opens = "") -> Markup:
        return phrase(self.phrases, name, values, self.speaker, opens)

    def blocks(self, picture: Picture | None) -> Iterator[Block]:
        """The blocks of the document, in the order of its kind."""
        for part in self.kind.parts:
            if part.key == "picture":
                yield from figure(picture, self.speaker)
                continue
            if part.key == "contents" and self.kind.documents:
                yield from contents(part.heading, part.role, self.speaker)
                continue
            variant = self._choose(part)
            try:
                yield from self._render(part, variant) if variant else ()
            except BriefgenError as error:
                self.wrong.extend(error.problems)

    def placed(self) -> Iterator[Problem]:
        """What could not be said, or only with a doubt, each with the template line that met it."""
        for number, problem in enumerate(self.speaker.problems):
            line = self.reader.lines.get(number, Where(self.reader.file))
            if problem.where.file:
                yield replace(problem, language=self.speaker.language.code, template=str(line))
            else:
                yield replace(problem, language=self.speaker.language.code, where=line)

    def questions(self) -> Iterator[Asked]:
        """The forms that are not certain or not known, each in its sentence."""
        for number, problem in enumerate(self.speaker.problems):
            if problem in self.speaker.asked:
                asked = self.speaker.asked[problem]
                yield replace(asked, sentence=self.reader.sentences.get(number, ("", asked.said, "")))

    def _choose(self, part: Part) -> Variant | None:
        for variant in part.variants:
            try:
                if "".join(self.conditions.blocks[variant.name](self.asked)):
                    return variant
            except Exception as error:  # noqa: BLE001  whatever a condition of a stranger does is that condition's problem
                self.wrong.append(Problem(variant.where, "T022", f"the condition '{variant.when}' cannot be answered: {error}"))
        return None

    def _render(self, part: Part, variant: Variant) -> Iterator[Block]:
        found = self.prose.find(variant.name)
        if found is None:
            raise BriefgenError(Problem(Where(self.reader.file), "T054", f"the variant '{variant.name}' has no prose", f"add {{% block {variant.name} %}}"))
        file, turns = found
        blocks = first_fitting(self.speaker, candidates(turns, self.speaker.view, part.key), turns[0], lambda name: self._say(part, file, name))
        if part.heading and blocks:
            title = Heading(f"{part.key}.heading", 2, (Text(self._letter() + self.speaker.heading(part.heading)),), "heading")
            yield Section(part.key, (title, *blocks))
        else:
            yield from blocks

    def _letter(self) -> str:
        """The letter of the next section, in a language where this kind has letters."""
        self.sections += 1
        return f"{ascii_uppercase[(self.sections - 1) % 26]}. " if self.speaker.language.code in self.kind.lettered else ""

    def _say(self, part: Part, file: Blocks, name: str) -> tuple[Block, ...]:
        """The turn ``name`` of a block, said after all that was said before; how its sentences begin is heard from the result."""
        memory, before = self.speaker.memory, self.speaker.memory.openings
        memory.paused = part.role == "title"
        memory.paragraph += 1
        self.reader.forget(len(self.speaker.problems))
        try:
            markup = render(file, name, self.facts, self.speaker)
        except Exception as error:  # a template pack may come from a stranger: its mistakes are told, never thrown
            where = Where(file.label, file.line(error))
            raise BriefgenError(Problem(where, "T033", f"'{name}' cannot be rendered: {error}")) from error
        read = self.reader.read(markup, part.key, part.role)
        blocks = tuple(typeset(block, self.speaker.language) for block in read)
        self.speaker.memory.openings = before.read(blocks)
        return blocks
