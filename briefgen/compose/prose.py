"""The files of prose: found, checked, compiled once, and rendered block by block."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Template, nodes
from markupsafe import Markup

from briefgen.compose.blocks import Blocks
from briefgen.compose.filters import TESTS, filters, output
from briefgen.compose.kind import SHARED, Kind, Variant
from briefgen.compose.leading import NAMES
from briefgen.compose.seen import Absent
from briefgen.compose.speaker import Opens, Speaker
from briefgen.compose.syntax import Environment, check, parse, read_prose
from briefgen.compose.turns import candidates, first_fitting
from briefgen.errors import BriefgenError, Problem, Where

PHRASE_NAMES = frozenset({"it", "case", "person", "post", "office", "home", "noun", "field", "full", "abbr", "protocol"})
"""What a block of ``_phrases`` may use."""


@dataclass(frozen=True, slots=True)
class Prose:
    """The files in which a block is looked for: the language's own, then the one that all languages share."""

    files: tuple[Blocks, ...]

    def find(self, name: str) -> tuple[Blocks, list[str]] | None:
        """The file, and the turns of variant ``name``: the block itself and ``NAME_2``, ``NAME_3`` and so on."""
        return next(((file, turns(file, name)) for file in self.files if name in file.names), None)


def turns(file: Blocks, name: str) -> list[str]:
    """The block ``name`` of ``file`` and its other turns of the same facts: ``NAME_2``, ``NAME_3`` and so on."""
    found = [name]
    while (following := f"{name}_{len(found) + 1}") in file.names:
        found.append(following)
    return found


def prose(kind: Kind, code: str) -> Prose:
    """The prose of ``kind`` in the language ``code``.

    Raises:
        BriefgenError: what the closed syntax refuses in its files.
    """
    paths = [path for path in (kind.prose(code), kind.prose(SHARED)) if path.is_file()]
    labels = [f"{kind.name}/{path.name}" for path in paths]
    return Prose(tuple(_read(path, label, NAMES, path.stat().st_mtime_ns) for path, label in zip(paths, labels, strict=True)))


def phrases(kind: Kind, code: str) -> Blocks:
    """The phrases of the language ``code``, which all kinds share.

    Raises:
        BriefgenError: there are none, or the closed syntax refuses something in them.
    """
    path, label = kind.phrases(code), f"_phrases/{code}.j2.xml"
    if not path.is_file():
        raise BriefgenError(Problem(Where(label), "T052", "the phrases of this language are missing", "copy those of another language"))
    return _read(path, label, PHRASE_NAMES, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def conditions(kind: Kind) -> Template:
    """All conditions of a kind as one template, a block each.

    Raises:
        BriefgenError: each condition that the closed syntax refuses, at its line of ``kind.yaml``.
    """
    variants = [variant for part in kind.parts for variant in part.variants]
    together = "".join(map(_condition, variants))
    tree, refused = parse(together, _environment(), NAMES)
    if not refused and [block.name for block in tree.find_all(nodes.Block)] == [variant.name for variant in variants]:
        return Template.from_code(_environment(), _environment().compile(tree), {})  # all is well; else one by one, to say which is not
    wrong = [
        Problem(variant.where, "T021", f"the condition '{variant.when}': {what}", "docs/how-to/kind.md lists what a condition may say")
        for variant in variants
        for _, what in check(_condition(variant), _environment(), NAMES)
    ]
    if wrong:
        raise BriefgenError(wrong)
    return _environment().from_string(together)


def _condition(variant: Variant) -> str:
    return f"{{% block {variant.name} %}}{{% if {variant.when} %}}1{{% endif %}}{{% endblock %}}"


@lru_cache(maxsize=64)
def _read(path: Path, label: str, names: frozenset[str], stamp: int) -> Blocks:  # noqa: ARG001  the stamp makes a changed file a new key
    return read_prose(path, label, _environment(), names)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(filters(), TESTS, output)


def render(file: Blocks, block: str, names: Mapping[str, Any], speaker: Speaker) -> str:
    """One block of ``file``, said by ``speaker``."""
    return file.render(block, {**names, "_speaker": speaker})


def phrase(found: Blocks, name: str, values: Mapping[str, Any], speaker: Speaker, opens: Opens = "") -> Markup:
    """The phrase ``name`` of the language, about ``values``, in the turn that fits what was said before.

    ``opens`` tells that it is a whole sentence, and whether it begins a paragraph.
    """
    if name not in found.names:
        return speaker.failed(Problem(Where(found.label), "T053", f"there is no phrase '{name}'", "add the block to the language's phrases"))
    names = dict.fromkeys(PHRASE_NAMES - {"case", "protocol"}, Absent("", Where())) | {"case": "nom", "protocol": speaker.protocol} | dict(values)

    def say(one: str) -> Markup:
        said = Markup(render(found, one, names, speaker))  # noqa: S704  the template escapes
        if opens:
            speaker.memory.openings = speaker.memory.openings.heard(said.striptags(), paragraph=opens == "paragraph")
        return said

    return first_fitting(speaker, candidates(turns(found, name), speaker.view, name), name, say)
