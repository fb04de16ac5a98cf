"""Composes one document: for each block of its kind the variant that applies, rendered, read and typeset."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jinja2 import Template

from briefgen.compose.asked import Asked
from briefgen.compose.furnish import Picture, figure, furnish
from briefgen.compose.kind import Kind, Part, Variant
from briefgen.compose.markup import Reader
from briefgen.compose.needs import lacking
from briefgen.compose.occasion import occasion
from briefgen.compose.prose import Prose, conditions, phrase, phrases, prose, render, turn
from briefgen.compose.speaker import Speaker
from briefgen.compose.typeset import typeset
from briefgen.document import Block, Document, Heading, Section, Text
from briefgen.errors import BriefgenError, Grade, Problem, Where
from briefgen.facts import Leaf, Many, View
from briefgen.language import Language


@dataclass(frozen=True, slots=True)
class Composed:
    """A document with what is doubtful about it; a document with doubts is a draft."""

    document: Document
    doubts: tuple[Problem, ...]


def compose(view: View, kind: Kind, language: Language, picture: Picture | None = None, asked: list[Asked] | None = None) -> Composed:
    """The document of ``kind`` in ``language`` from what ``view`` may know. Forms that a person must confirm are added to ``asked``.

    Raises:
        BriefgenError: everything that is missing, contradictory or unsayable, all at once.
    """
    if language.code not in kind.languages:
        what = f"there is no {kind.name} in '{language.code}'"
        raise BriefgenError(Problem(Where(kind.name), "T050", what, f"write {kind.name}/{language.code}.j2.xml"))
    if missing := lacking(view, kind):
        raise BriefgenError(missing)
    writing = _Writing(view, kind, language)
    blocks = tuple(writing.blocks(picture))
    drafted = bool(view.doubts or writing.speaker.problems)
    document = furnish(blocks, kind, writing.speaker, draft=drafted)
    problems = tuple(writing.placed())
    if asked is not None:
        asked += writing.questions()
    wrong = [*writing.wrong, *(problem for problem in problems if problem.grade is Grade.ERROR)]
    if wrong:
        raise BriefgenError(wrong)
    return Composed(document, (*view.doubts, *problems))


class _Writing:
    """One document while it is being written: who speaks, what the facts are, and what went wrong so far."""

    def __init__(self, view: View, kind: Kind, language: Language) -> None:
        self.kind = kind
        self.wrong: list[Problem] = []
        self.facts = occasion(view)
        self.prose: Prose = prose(kind, language.code)
        self.conditions: Template = conditions(kind)
        self.asked = self.conditions.new_context(dict(self.facts))
        words = phrases(kind, language.code)
        self.speaker = Speaker(language, view, lambda name, values: phrase(words, name, values, self.speaker))
        self.reader = Reader(f"{kind.name}/{language.code}.j2.xml", [language.quote_marks(1), language.quote_marks(2)])

    def blocks(self, picture: Picture | None) -> Iterator[Block]:
        """The blocks of the document, in the order of its kind."""
        for part in self.kind.parts:
            if part.key == "picture":
                yield from figure(picture, self.speaker)
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
        name = chosen_turn(part.key, turns, self.speaker.view)
        self.speaker.memory.paused = part.role == "title"
        try:
            markup = render(file, name, self.facts, self.speaker)
        except Exception as error:  # a template pack may come from a stranger: its mistakes are told, never thrown
            where = Where(file.label, file.line(error))
            raise BriefgenError(Problem(where, "T033", f"'{name}' cannot be rendered: {error}")) from error
        read = self.reader.read(markup, part.key, part.role)
        blocks = tuple(typeset(block, self.speaker.language) for block in read)
        if part.heading and blocks:
            title = Heading(f"{part.key}.heading", 2, (Text(self.speaker.heading(part.heading)),), "heading")
            yield Section(part.key, (title, *blocks))
        else:
            yield from blocks


def chosen_turn(key: str, turns: list[str], view: View) -> str:
    """The turn that this event takes: written by hand in ``wording:``, else by a digest of event and slot, so that it never moves."""
    chosen = view.event.fields.get("wording")
    fixed = chosen.items.get(key) if isinstance(chosen, Many) else None
    if isinstance(fixed, Leaf):
        return turns[(int(str(fixed.value)) - 1) % len(turns)]
    return turn(turns, view.event.address, key)
