"""Advice on composed releases: lengths, openings, reporting verbs, fillers, quotations, and sentences that many releases share."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from briefgen.check.phrases import finds, listed, sentences, unquoted
from briefgen.document import Document, Fact, Heading, Para, Section, Text, children, plain, refs
from briefgen.errors import Grade, Problem, Where

if TYPE_CHECKING:
    from briefgen.check.tongue import Tongue

_PROSE = ("lead", "body", "introduction")
_WORD = re.compile(r"[^\W_]+(?:[-’'.,][^\W_]+)*")
_DATELINE = re.compile(r"\A[^–]{3,60}\d{4}[^–]{0,6}[ \u00a0]–[ \u00a0]")
_GIVEN = 1.1  # what is composed of facts may be as much longer than what somebody wrote
_SHARED = 3  # releases that may not share a sentence, names and numbers masked
_FIXED = 4  # words that a sentence must have besides names and numbers to be compared
_REPEATED = 5  # words in a row that a quotation may not take from the lead
_VERBS = 3


@dataclass(frozen=True, slots=True)
class Block:
    """A headline or a paragraph of prose: its words, and the addresses that it was made from."""

    key: str
    role: str
    words: str
    refs: frozenset[str]
    masked: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True)
class Release:
    """One composed release in one language. ``places`` are the places of the event's facts by address."""

    event: str
    kind: str
    document: Document
    places: Mapping[str, Where]

    @property
    def lang(self) -> str:
        """Its language."""
        return self.document.lang

    def blocks(self) -> Iterator[Block]:
        """Headline, lead and paragraphs, in order; lists, tables, notes and contacts are not prose."""
        yield from _blocks(self.document)

    def problem(self, code: str, what: str, hint: str, block: Block | None = None, grade: Grade = Grade.ADVICE) -> Problem:
        """A problem at the first fact of a block that has a place in the event."""
        mine = sorted((ref for ref in block.refs if ref in self.places), key=lambda ref: self.places[ref]) if block else []
        where = self.places[mine[0]] if mine else Where(f"sources/{self.event}/facts.yaml", 1, 1)
        address = mine[0] if mine else self.event
        told = f"{self.kind}{f', block {block.key}' if block else ''}: {what}"
        return Problem(where, code, told, hint, address=address, language=self.lang, grade=grade)


def is_release(document: Document) -> bool:
    """Whether a document is prose with a lead, in one language."""
    return len(document.langs) == 1 and any(block.role == "lead" for block in _blocks(document))


def style(release: Release, tongue: "Tongue") -> Iterator[Problem]:
    """Advice on one release."""
    blocks = list(release.blocks())
    limits: Mapping[str, Any] = tongue.style.get("limits", {})
    prose = [block for block in blocks if block.role in _PROSE]
    yield from _headline(release, blocks, limits)
    yield from _long(release, prose, limits, tongue)
    yield from _openings(release, [block for block in prose if block.role != "lead"], frozenset(listed(tongue.style, "opening-spared")))
    yield from _verbs(release, prose, tongue)
    yield from _quotations(release, prose, limits, tongue)
    words = "\n".join(block.words for block in prose)
    for filler in tongue.words.fillers(words):
        yield release.problem("C053", f"'{filler}' stands more than once", "once is enough; say it plainly")


def shared(releases: Iterable[Release], tongues: Mapping[str, "Tongue"]) -> Iterator[Problem]:
    """Sentences that several releases share word for word, names and numbers masked."""
    found: dict[tuple[str, str, str], dict[str, tuple[Release, Block, str]]] = {}
    for release in releases:
        short = tongues[release.lang].short
        for block in release.blocks():
            if block.role in _PROSE:
                for (_, masked), (_, plainly) in zip(sentences(block.masked, short), sentences(block.words, short), strict=False):
                    if len(re.findall(r"[^\W\d_]{2,}", masked)) >= _FIXED:
                        bones = re.sub(r"[ \u00a0]+", " ", re.sub(r"\d+", "#", masked)).strip(" .–—")
                        found.setdefault((release.kind, release.lang, bones), {}).setdefault(release.event, (release, block, plainly))
    for (_, _, bones), mine in sorted(found.items()):
        if len(mine) >= _SHARED:
            release, block, _ = next(iter(mine.values()))
            what = f"{len(mine)} releases share the sentence '{bones}': {', '.join(mine)}"
            yield release.problem("C059", what, "choose another turn in `wording`, or give the template one more", block)


def _headline(release: Release, blocks: list[Block], limits: Mapping[str, Any]) -> Iterator[Problem]:
    for block in blocks:
        if block.role != "title":
            continue
        words, characters = len(_WORD.findall(block.words)), len(block.words)
        for size, unit in ((words, "words"), (characters, "characters")):
            most = int(limits.get(f"headline-{unit}", 0))
            if most and size > most * _given(release, block):
                yield release.problem("C050", f"the headline has {size} {unit}, {most} at most: {block.words}", "write a shorter `headline`", block)


def _long(release: Release, prose: list[Block], limits: Mapping[str, Any], tongue: "Tongue") -> Iterator[Problem]:
    for block in prose:
        size = len(_WORD.findall(_DATELINE.sub("", block.words)))
        most = int(limits.get("lead" if block.role == "lead" else "paragraph", 0))
        if most and size > most * _given(release, block):
            hint = "divide it, or leave out what can wait"
            yield release.problem("C051", f"the {'lead' if block.role == 'lead' else 'paragraph'} has {size} words, {most} at most", hint, block)
        most = int(limits.get("sentence", 0))
        for _, sentence in sentences(block.words, tongue.short) if most and block.role != "lead" else ():
            if (size := len(_WORD.findall(sentence))) > most * _given(release, block):
                start = " ".join(sentence.split()[:6])
                yield release.problem("C051", f"a sentence has {size} words, {most} at most: {start} …", "make two of it", block)


def _given(release: Release, block: Block) -> float:
    """How much longer a block may be than the limit: what somebody wrote, not at all."""
    written = any(ref.split(".")[0] == release.event and ref.split(".")[1:2] in (["headline"], ["lead"], ["body"]) for ref in block.refs)
    return 1 if written else _GIVEN


def _openings(release: Release, body: list[Block], spared: frozenset[str]) -> Iterator[Problem]:
    first = [[word.casefold() for word in _WORD.findall(block.words)[:2]] for block in body]
    for index in range(1, len(body)):
        if len(first[index]) == 2 and first[index] == first[index - 1]:
            what = f"two paragraphs in a row open with '{' '.join(_WORD.findall(body[index].words)[:2])}'"
            yield release.problem("C054", what, "turn one of them round", body[index])
        elif index > 1 and first[index] and first[index][0] not in spared and first[index][:1] == first[index - 1][:1] == first[index - 2][:1]:
            what = f"three paragraphs in a row open with '{_WORD.findall(body[index].words)[0]}'"
            yield release.problem("C054", what, "turn one of them round", body[index])


def _verbs(release: Release, prose: list[Block], tongue: "Tongue") -> Iterator[Problem]:
    words = unquoted("\n".join(block.words for block in prose), tongue.slips.marks)
    used = [(phrase, len(list(finds(words, [phrase])))) for phrase in listed(tongue.style, "reporting")]
    for phrase, times in used:
        if times >= _VERBS:
            yield release.problem("C055", f"the reporting verb '{phrase}' stands {times} times", "vary it, or take the plain one")


def _quotations(release: Release, prose: list[Block], limits: Mapping[str, Any], tongue: "Tongue") -> Iterator[Problem]:
    lead = [word.casefold() for block in prose if block.role == "lead" for word in _WORD.findall(block.words)]
    runs = {tuple(lead[index : index + _REPEATED]) for index in range(len(lead) - _REPEATED + 1)}
    opening, closing = tongue.slips.marks[0] if tongue.slips.marks else ('"', '"')
    most = int(limits.get("quotation", 0))
    for block in prose:
        if block.role == "lead":
            continue
        for found in re.finditer(rf"{re.escape(opening)}([^{re.escape(opening + closing)}]+){re.escape(closing)}", block.words):
            count = len(list(sentences(found[1], tongue.short)))
            if most and count > most:
                yield release.problem("C058", f"a quotation has {count} sentences, {most} at most", "keep the one that adds something", block)
            said = [word.casefold() for word in _WORD.findall(found[1])]
            if twice := next((run for index in range(len(said)) if (run := tuple(said[index : index + _REPEATED])) in runs), None):
                yield release.problem("C058", f"a quotation repeats the lead: {' '.join(twice)}", "quote what the lead does not say", block)


def _blocks(node: Document | Section) -> Iterator[Block]:
    for block in node.content:
        if isinstance(block, Section):
            yield from _blocks(block)
        elif isinstance(block, (Para, Heading)):
            yield Block(block.key, block.role, plain(block).strip(), refs(block), _masked(block))


def _masked(block: Para | Heading) -> str:
    """The words with every fact as one sign."""

    def said(node: Any) -> str:
        if isinstance(node, Fact):
            return "◦"
        return node.text if isinstance(node, Text) else "".join(map(said, children(node)))

    return "".join(map(said, block.content))
