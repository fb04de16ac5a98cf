"""Composes one document: for each block of its kind the variant that applies, rendered, read and typeset."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Template
from markupsafe import Markup

from briefgen.compose.kind import SHARED, Kind, Part, Variant
from briefgen.compose.markup import Reader
from briefgen.compose.occasion import NAMES, occasion
from briefgen.compose.say import TESTS, Speaker, filters
from briefgen.compose.seen import Absent, Seen, Unprintable
from briefgen.compose.syntax import Environment, check, compile_prose
from briefgen.compose.typeset import inlines, typeset
from briefgen.document import Block, Document, Field, Figure, Heading, Section, Text, plain
from briefgen.errors import BriefgenError, Grade, Problem, Where
from briefgen.facts import Group, Leaf, Many, View
from briefgen.language import Language

PHRASE_NAMES = frozenset({"it", "case", "person", "post", "office", "home", "noun", "field", "full", "abbr"})
"""What a block of ``_phrases`` may use."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that passed the gate: re-encoded pixels, PNG or JPEG, with its size in pixels."""

    data: bytes
    media: str
    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Composed:
    """A document with what is doubtful about it; a document with doubts is a draft."""

    document: Document
    doubts: tuple[Problem, ...]


def compose(view: View, kind: Kind, language: Language, picture: Picture | None = None) -> Composed:
    """The document of ``kind`` in ``language`` from what ``view`` may know.

    Raises:
        BriefgenError: everything that is missing, contradictory or unsayable, all at once.
    """
    if language.code not in kind.languages:
        what = f"there is no {kind.name} in '{language.code}'"
        raise BriefgenError(Problem(Where(str(kind.folder.name)), "T050", what, f"write {kind.folder.name}/{language.code}.j2.xml"))
    _require(view, kind)
    facts = occasion(view)
    prose, phrases, conditions = _prose(kind, language.code), _phrases(kind, language.code), _conditions(kind)
    speaker = Speaker(language, view, lambda name, values: _phrase(phrases, name, values, speaker))
    reader = Reader(kind.prose(language.code).name, [language.quote_marks(1), language.quote_marks(2)])
    wrong: list[Problem] = []
    blocks: list[Block] = []
    for part in kind.parts:
        if part.key == "picture":
            blocks.extend(_figure(view, picture, speaker))
            continue
        variant = _choose(part, conditions, facts, wrong)
        if variant is None:
            continue
        try:
            blocks.extend(_render(part, variant, prose, facts, speaker, reader))
        except BriefgenError as error:
            wrong.extend(error.problems)
    problems = [replace(problem, language=language.code, template=_line(reader, n)) for n, problem in enumerate(speaker.problems)]
    wrong.extend(problem for problem in problems if problem.grade is Grade.ERROR)
    if wrong:
        raise BriefgenError(wrong)
    doubts = (*view.doubts, *(problem for problem in problems if problem.grade is Grade.DOUBT))
    return Composed(_furnish(tuple(blocks), kind, view, language, speaker, draft=bool(doubts)), doubts)


def _require(view: View, kind: Kind) -> None:
    missing = []
    for need in kind.needs:
        seen: Seen | Absent = Seen(view.event)
        for name in need.split("."):
            seen = seen.part(name) if isinstance(seen, Seen) else seen
        if isinstance(seen, Absent):
            missing.append(Problem(seen.where, "T051", f"a {kind.name} needs this", "add it, or mark it for this audience", seen.address))
    if missing:
        raise BriefgenError(missing)


# ── templates ──


@dataclass(frozen=True, slots=True)
class Prose:
    """The files in which a block is looked for: the language's own, then the one that all languages share."""

    files: tuple[tuple[str, Template], ...]

    def find(self, name: str) -> tuple[str, Template, list[str]] | None:
        """The file, its template, and the turns of variant ``name``: the block itself and ``NAME_2``, ``NAME_3``…"""
        for label, template in self.files:
            if name in template.blocks:
                turns = [name]
                while (following := f"{name}_{len(turns) + 1}") in template.blocks:
                    turns.append(following)
                return label, template, turns
        return None


def _prose(kind: Kind, code: str) -> Prose:
    paths = [path for path in (kind.prose(code), kind.prose(SHARED)) if path.is_file()]
    labels = [f"{kind.name}/{path.name}" for path in paths]
    return Prose(tuple((label, _compiled(path, label, NAMES, path.stat().st_mtime_ns)) for path, label in zip(paths, labels, strict=True)))


def _phrases(kind: Kind, code: str) -> Template:
    path, label = kind.phrases / f"{code}.j2.xml", f"_phrases/{code}.j2.xml"
    if not path.is_file():
        raise BriefgenError(Problem(Where(label), "T052", "the phrases of this language are missing", "copy those of another language"))
    return _compiled(path, label, PHRASE_NAMES, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _compiled(path: Path, label: str, names: frozenset[str], stamp: int) -> Template:  # noqa: ARG001  the stamp makes a changed file a new key
    template: Template = compile_prose(path, label, _environment(), names)
    template.filename = label
    return template


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(filters(), TESTS)


@lru_cache(maxsize=64)
def _conditions(kind: Kind) -> Template:
    """All conditions of a kind as one template, a block each."""
    variants = [variant for part in kind.parts for variant in part.variants]
    env = _environment()
    wrong = [
        Problem(variant.where, "T021", f"the condition '{variant.when}': {what}", "docs/how-to/kind.md lists what a condition may say")
        for variant in variants
        for _, what in check(_condition(variant), env, NAMES)
    ]
    if wrong:
        raise BriefgenError(wrong)
    return env.from_string("".join(map(_condition, variants)))


def _condition(variant: Variant) -> str:
    return f"{{% block {variant.name} %}}{{% if {variant.when} %}}1{{% endif %}}{{% endblock %}}"


def _phrase(phrases: Template, name: str, values: Mapping[str, Any], speaker: Speaker) -> Markup:
    if name not in phrases.blocks:
        return speaker.failed(Problem(Where(str(phrases.filename or "_phrases")), "T053", f"there is no phrase '{name}'", "add the block to the language's phrases"))
    names = dict.fromkeys(PHRASE_NAMES - {"case"}, Absent("", Where())) | {"case": "nom"} | dict(values)
    return Markup(_run(phrases, name, names, speaker))  # noqa: S704  the template escapes


def _run(template: Template, block: str, names: Mapping[str, Any], speaker: Speaker) -> str:
    context = template.new_context({**names, "_speaker": speaker})
    return "".join(template.blocks[block](context))


# ── blocks ──


def _choose(part: Part, conditions: Template, facts: Mapping[str, Any], wrong: list[Problem]) -> Variant | None:
    for variant in part.variants:
        try:
            if "".join(conditions.blocks[variant.name](conditions.new_context(dict(facts)))):
                return variant
        except Exception as error:  # noqa: BLE001  whatever a condition of a stranger does is that condition's problem
            wrong.append(Problem(variant.where, "T022", f"the condition '{variant.when}' cannot be answered: {error}"))
    return None


def _turn(part: Part, turns: list[str], view: View) -> str:
    """The turn that this event takes: written by hand in ``wording:``, else by a digest of event and slot, so that it never moves."""
    chosen = view.event.fields.get("wording")
    fixed = chosen.items.get(part.key) if isinstance(chosen, Many) else None
    if isinstance(fixed, Leaf):
        return turns[(int(str(fixed.value)) - 1) % len(turns)]
    digest = sha256(f"{view.event.address}/{part.key}".encode()).digest()
    return turns[digest[0] % len(turns)]


def _render(part: Part, variant: Variant, prose: Prose, facts: Mapping[str, Any], speaker: Speaker, reader: Reader) -> Iterator[Block]:
    found = prose.find(variant.name)
    if found is None:
        raise BriefgenError(Problem(Where(reader.file), "T054", f"the variant '{variant.name}' has no prose", f"add {{% block {variant.name} %}}"))
    label, template, turns = found
    name = _turn(part, turns, speaker.view)
    speaker.memory.paused = part.role == "title"
    try:
        markup = _run(template, name, facts, speaker)
    except Unprintable as error:
        raise BriefgenError(Problem(Where(label), "T032", f"'{name}' prints a fact without a filter", "add one: {{ … | text }}", str(error))) from None
    except BriefgenError:
        raise
    except Exception as error:  # a template pack may come from a stranger: its mistakes are told, never thrown
        raise BriefgenError(Problem(Where(label), "T033", f"'{name}' cannot be rendered: {error}")) from error
    reader.file = label
    blocks = tuple(typeset(block, speaker.language) for block in reader.read(markup, part.key, part.role))
    if part.heading and blocks:
        title = Heading(f"{part.key}.heading", 2, (Text(speaker.heading(part.heading)),), "heading")
        yield Section(part.key, (title, *blocks))
    else:
        yield from blocks


def _figure(view: View, picture: Picture | None, speaker: Speaker) -> Iterator[Figure]:
    group = view.event.fields.get("picture")
    if picture is None or not isinstance(group, Group):
        return
    record = Seen(group)
    alt, caption, credit = (record.part(name) for name in ("alt", "caption", "credit"))
    words: list[Text] = []
    if isinstance(caption, Seen):
        words.append(Text(speaker.naming(caption)[1].text))
    if isinstance(credit, Seen) and isinstance(credit.node, Leaf):
        words.append(Text(" " + speaker.language.label("Photo: {credit}", credit=str(credit.node.value))))
    said = speaker.naming(alt)[1].text if isinstance(alt, Seen) else ""
    yield Figure("picture", picture.data, picture.media, picture.size, said, inlines(tuple(words), speaker.language))


def _line(reader: Reader, number: int) -> str:
    return ":".join(map(str, reader.lines[number])) if number in reader.lines else reader.file


def _furnish(blocks: tuple[Block, ...], kind: Kind, view: View, language: Language, speaker: Speaker, *, draft: bool) -> Document:
    label = speaker.heading(kind.label)
    heading = next((plain(block).strip("\n") for block in blocks if isinstance(block, Heading) and block.level == 1), "")
    title = view.event.fields.get("title")
    name = language.capitalise(speaker.wording(title).text) if isinstance(title, Leaf) else heading
    marks = [speaker.heading("EMBARGO")] * bool(view.embargo) + [speaker.heading("DRAFT")] * draft
    return Document(
        kind=kind.name,
        langs=(language.code,),
        title=heading or f"{label}: {name}",
        content=blocks,
        subject=label,
        running=inlines((Text(f"{label} · {name}"),), language),
        footer=(Field("page-of-pages", speaker.heading("Page {page} of {pages}")),),
        mark=" · ".join(marks),
        draft=draft,
    )
