"""A kind of document: its folder in ``templates/``, read once.

``kind.yaml`` says for all languages which blocks there are, in which order, and which variant applies; the prose of a
language is one file beside it. So a condition is written once, and keys agree by construction.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from briefgen.errors import BriefgenError, Problem, Where
from briefgen.lines import Map, Seq, Str, read

PARITIES = ("block", "section", "document")
AUDIENCES = ("public", "delegation", "internal")
SHARED = "all"
"""The file of blocks that are labels and facts alone, the same in every language: ``all.j2.xml``."""
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
    """A kind of document. ``needs`` are fields without which none is made; ``languages`` those that have prose."""

    name: str
    label: str
    audience: Literal["public", "delegation", "internal"]
    parity: Literal["block", "section", "document"]
    parts: tuple[Part, ...]
    needs: tuple[str, ...]
    languages: tuple[str, ...]
    folder: Path
    phrases: Path

    def prose(self, language: str) -> Path:
        """The file with this kind's prose in ``language`` (or ``all``)."""
        return self.folder / f"{language}.j2.xml"


def kinds(folders: Sequence[Path]) -> Mapping[str, Kind]:
    """All kinds found in ``folders`` (the desk's ``templates/`` before the package's), by name.

    Raises:
        BriefgenError: a ``kind.yaml`` that is not one.
    """
    found: dict[str, Kind] = {}
    for folder in folders:
        for path in sorted(folder.glob("*/kind.yaml")):
            if path.parent.name not in found:
                phrases = next((other / "_phrases" for other in folders if (other / "_phrases").is_dir()), folder / "_phrases")
                found[path.parent.name] = _kind(path, phrases)
    return found


def _kind(path: Path, phrases: Path) -> Kind:
    data = read(path)
    wrong: list[Problem] = []

    def refuse(value: object, what: str, hint: str = "") -> None:
        wrong.append(Problem(getattr(value, "where", data.where), "T020", what, hint))

    def one_of(field: str, choices: tuple[str, ...]) -> str:
        value = data.get(field, "")
        if value not in choices:
            refuse(value, f"'{field}' is one of {', '.join(choices)}", f"found '{value}'")
            return choices[0]
        return str(value)

    for key in data:
        if key not in {"label", "audience", "parity", "needs", "blocks"}:
            refuse(data.keys_where.get(key, data), f"'{key}' is not known in kind.yaml")
    parts = tuple(_part(key, value, refuse) for key, value in cast("Map", data.get("blocks", {})).items())
    needs = tuple(str(need) for need in cast("Seq", data.get("needs", ())))
    languages = tuple(sorted({prose.name.removesuffix(".j2.xml") for prose in path.parent.glob("*.j2.xml")} - {SHARED}))
    kind = Kind(
        path.parent.name, str(data.get("label", path.parent.name)), one_of("audience", AUDIENCES), one_of("parity", PARITIES),  # type: ignore[arg-type]
        parts, needs, languages, path.parent, phrases,
    )  # fmt: skip
    if wrong:
        raise BriefgenError(wrong)
    return kind


def _part(key: str, value: object, say: Callable[[object, str], None]) -> Part:
    if not isinstance(value, Map):
        say(value, f"block '{key}' needs 'variants'")
        return Part(key, ())
    for name in value:
        if name not in {"variants", "role", "heading", "block"}:
            say(value.keys_where.get(name, value), f"a block has no '{name}'")
    variants = []
    for name, when in cast("Map", value.get("variants", {})).items():
        if not _NAME.fullmatch(name):
            say(when, f"'{name}' is no name of a variant", "write small letters, digits and _")
        condition = str(when)
        variants.append(Variant(f"{key}_{name}" if name != "always" else key, condition, cast("Str", when).where))
    return Part(
        key, tuple(variants), str(value.get("role", "")), str(value.get("heading", "")), str(value.get("block", key)),
    )  # fmt: skip
