"""A kind of document: its folder in ``templates/``, read once.

``kind.yaml`` says for all languages which blocks there are, in which order, and which variant applies; the prose of a
language is one file beside it. So a condition is written once, and keys agree by construction.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar, get_args

from briefgen.errors import BriefgenError, Problem, Where
from briefgen.facts import reaches
from briefgen.lines import Map, Node, Seq, Str, read

Parity = Literal["block", "section", "document"]
Audience = Literal["public", "delegation", "internal"]
SHARED = "all"
"""The file of blocks that are labels and facts alone, the same in every language: ``all.j2.xml``."""
Choice = TypeVar("Choice", bound=str)
_PROSE = ".j2.xml"
_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Variant:
    """One way of a block: its prose is the Jinja block ``name``; it applies where the condition ``when`` holds."""

    name: str
    when: str
    where: Where


@dataclass(frozen=True, slots=True)
class Part:
    """One block of a kind: the first variant whose condition holds is written, and none if none holds.

    ``heading`` is a label; ``block`` is the key that parity counts it under (headline and lead count as one).
    """

    key: str
    variants: tuple[Variant, ...]
    role: str = ""
    heading: str = ""
    block: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document.

    ``needs`` are fields without which none is made, ``languages`` those that have prose; in ``lettered`` ones the sections have letters.

    ``folders`` are the folders of templates, the desk's before the package's: of files with the same name the first is used.
    """

    name: str
    label: str
    audience: Audience
    parity: Parity
    parts: tuple[Part, ...]
    needs: tuple[str, ...]
    languages: tuple[str, ...]
    folders: tuple[Path, ...]
    lettered: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    """The kinds that are bound into it, where it is a pack."""
    also_for: tuple[str, ...] = ()
    """The audiences below its highest that it has a version for: what is internal goes into a pack for others only if it says so here."""

    def prose(self, language: str) -> Path:
        """The file with this kind's prose in ``language`` (or ``all``)."""
        return _first(self.folders, f"{self.name}/{language}{_PROSE}")

    def phrases(self, language: str) -> Path:
        """The file with the phrases of ``language`` that all kinds share."""
        return _first(self.folders, f"_phrases/{language}{_PROSE}")


def kinds(folders: Sequence[Path]) -> Mapping[str, Kind]:
    """All kinds found in ``folders`` (the desk's ``templates/`` before the package's), by name.

    Raises:
        BriefgenError: all that is wrong with any ``kind.yaml``.
    """
    names = dict.fromkeys(path.parent.name for folder in folders for path in sorted(folder.glob("*/kind.yaml")) if not path.parent.name.startswith("_"))
    found: dict[str, Kind] = {}
    wrong: list[Problem] = []
    for name in names:
        try:
            found[name] = _kind(name, tuple(folders))
        except BriefgenError as error:
            wrong.extend(error.problems)
    if wrong:
        raise BriefgenError(wrong)
    return found


def _first(folders: Sequence[Path], path: str) -> Path:
    return next((folder / path for folder in folders if (folder / path).is_file()), folders[-1] / path)


def _kind(name: str, folders: tuple[Path, ...]) -> Kind:
    reading = _Reading(read(_first(folders, f"{name}/kind.yaml"), f"templates/{name}/kind.yaml"))
    kind = Kind(
        name,
        label=reading.text(reading.data, "label") or name,
        audience=reading.one_of("audience", get_args(Audience)),
        parity=reading.one_of("parity", get_args(Parity)),
        parts=reading.parts(),
        needs=reading.names("needs", "title", reaches, "an event has no field"),
        languages=tuple(sorted({path.name.removesuffix(_PROSE) for folder in folders for path in (folder / name).glob(f"*{_PROSE}")} - {SHARED})),
        folders=folders,
        lettered=reading.names("lettered", "id"),
        documents=reading.names("documents", "press-release"),
        also_for=reading.names("also_for", "delegation", get_args(Audience).__contains__, "there is no audience"),
    )
    if reading.wrong:
        raise BriefgenError(reading.wrong)
    return kind


class _Reading:
    """One ``kind.yaml`` while it is read; what is wrong is gathered, each at its line."""

    def __init__(self, data: Map) -> None:
        self.data = data
        self.wrong: list[Problem] = []
        self._known(data, ("label", "audience", "parity", "needs", "lettered", "documents", "also_for", "blocks"), "kind.yaml")

    def refuse(self, where: Where, what: str, hint: str = "") -> None:
        self.wrong.append(Problem(where, "T020", what, hint))

    def text(self, data: Map, field: str) -> str:
        """The words of ``field``, or ""."""
        found = data.get(field, Str(""))
        if isinstance(found, Str):
            return str(found)
        self.refuse(found.where, f"'{field}' is one line of text")
        return ""

    def one_of(self, field: str, choices: tuple[Choice, ...]) -> Choice:
        """The word of a closed list in ``field``."""
        written = self.text(self.data, field)
        for choice in choices:
            if choice == written:
                return choice
        where = getattr(self.data.get(field), "where", self.data.where)
        self.refuse(where, f"'{field}' is one of {', '.join(choices)}, not '{written}'")
        return choices[0]

    def parts(self) -> tuple[Part, ...]:
        """The blocks, in order; each of their variants has a name of its own."""
        parts = tuple(self._part(key, node) for key, node in self._map(self.data, "blocks").items())
        names: set[str] = set()
        for variant in (variant for part in parts for variant in part.variants):
            if variant.name in names:
                self.refuse(variant.where, f"the prose of two variants would be called '{variant.name}'", "rename the block or the variant")
            names.add(variant.name)
        return parts

    def names(self, field: str, such_as: str, known: Callable[[str], bool] = lambda _name: True, otherwise: str = "") -> tuple[str, ...]:
        """The list in ``field``, which is written ``such_as``; of what is not ``known``, ``otherwise`` is said."""
        found, hint = self.data.get(field, Seq()), f"write {field}: [{such_as}]"
        if not isinstance(found, Seq):
            self.refuse(found.where, f"'{field}' is a list", hint)
            return ()
        for name in found:
            if not isinstance(name, Str):
                self.refuse(name.where, f"'{field}' is a list of names", hint)
            elif not known(name):
                self.refuse(name.where, f"{otherwise} '{name}'", hint)
        return tuple(name for name in found if isinstance(name, Str))

    def _part(self, key: str, node: Node) -> Part:
        where = self.data.where if not isinstance(blocks := self.data["blocks"], Map) else blocks.keys_where.get(key, self.data.where)
        if not _NAME.fullmatch(key):
            self.refuse(where, f"'{key}' is no name of a block", "write small letters, digits and _")
        if not isinstance(node, Map):
            self.refuse(where, f"block '{key}' needs 'variants'")
            return Part(key, ())
        self._known(node, ("variants", "role", "heading", "block"), f"block '{key}'")
        variants = tuple(self._variant(key, name, when) for name, when in self._map(node, "variants").items())
        return Part(key, variants, self.text(node, "role"), self.text(node, "heading"), self.text(node, "block") or key)

    def _variant(self, key: str, name: str, when: Node) -> Variant:
        if not _NAME.fullmatch(name):
            self.refuse(when.where, f"'{name}' is no name of a variant", "write small letters, digits and _")
        if not isinstance(when, Str) or not when.strip():
            self.refuse(when.where, f"the variant '{name}' needs a condition", 'write "true" for one that always applies')
        return Variant(key if name == "always" else f"{key}_{name}", str(when), when.where)

    def _map(self, data: Map, field: str) -> Map:
        found = data.get(field, Map())
        if isinstance(found, Map):
            return found
        self.refuse(found.where, f"'{field}' is a mapping", f"write each on a line of its own below {field}:")
        return Map()

    def _known(self, data: Map, fields: tuple[str, ...], what: str) -> None:
        for key in data:
            if key not in fields:
                self.refuse(data.keys_where.get(key, data.where), f"{what} has no '{key}'", f"there are {', '.join(fields)}")
