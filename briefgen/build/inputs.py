"""All that a document is made from, as digests: facts, templates, locales, fonts, our code and the versions of the libraries.

The question "is anything to do?" is answered from these, before anything heavy is imported. Digests are of contents, never of times.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from briefgen.build.places import DESK_FILE, folders

LIBRARIES = (
    "babel", "jinja2", "lxml", "pillow", "pydantic", "pydyf", "pymorphy3", "pymorphy3_dicts_ru", "pytrovich", "pyyaml", "tzdata",
    "weasyprint",
)  # fmt: skip
"""What can change the bytes of a document, by the names of their dist-info folders."""
_READ = {".yaml", ".png", ".jpg", ".jpeg"}
"""The endings of files that are read from the sources."""
_LARGEST = 5 * 1024 * 1024
"""Bytes of the largest such file that is taken: a picture."""


@dataclass(frozen=True)
class Inputs:
    """``facts``, ``templates`` and ``locales`` map a path below their folder to the digest of its contents; ``code`` is one digest of code and versions."""

    facts: Mapping[str, str]
    templates: Mapping[str, str]
    locales: Mapping[str, str]
    mentions: Mapping[str, frozenset[str]]
    code: str

    @classmethod
    def read(cls, root: Path) -> "Inputs":
        """Read and digest everything that a build of the desk at ``root`` may use."""
        facts, mentions = _facts(root)
        return cls(facts, _overlaid(root, "templates"), _overlaid(root, "locales"), mentions, _code())

    @cached_property
    def digest(self) -> str:
        """One digest of it all."""
        return _sum({**_under("facts", self.facts), **_under("templates", self.templates), **_under("locales", self.locales), "code": self.code})

    def key(self, event: str, kind: str, langs: tuple[str, ...], more: str = "") -> str:
        """A digest of what one document can depend on: the register, its event and those that name each other, its kind, its languages.

        A pack (``kind`` is then "") depends on every kind; ``more`` is what else tells two forms of a document apart.
        Rather too much than too little: a file is left out only where its name says that it belongs to something else.
        """
        events = self._related(event)
        others = self._languages - set(langs)
        mine = {path: value for path, value in self.facts.items() if _owner(path) in {"", "register"} | events}
        look = {path: value for path, value in self.templates.items() if not kind or _owner(path).startswith("_") or _owner(path) in {"", kind}}
        look = {path: value for path, value in look.items() if Path(path).name.split(".")[0] not in others}
        words = {path: value for path, value in self.locales.items() if _owner(path) not in others}
        return _sum({**_under("facts", mine), **_under("templates", look), **_under("locales", words), "code": self.code, "more": more})

    @cached_property
    def _languages(self) -> frozenset[str]:
        return frozenset(_owner(path) for path in self.locales) - {""}

    def _related(self, event: str) -> set[str]:
        """``event`` and all that it is tied to by naming, in either direction, at any distance."""
        found, todo = {event}, [event]
        while todo:
            one = todo.pop()
            near = self.mentions.get(one, frozenset()) | {other for other, named in self.mentions.items() if one in named}
            todo += near - found
            found |= near
        return found


def versions() -> dict[str, str]:
    """The versions of Python and of the installed libraries, read from folder names: importing their metadata would cost more than all the rest."""
    found = {"python": ".".join(map(str, sys.version_info[:3]))}
    for entry in dict.fromkeys(sys.path):
        folder = Path(entry or ".")
        for info in folder.glob("*.dist-info") if folder.name in {"site-packages", "dist-packages"} else ():
            name, _, version = info.name.removesuffix(".dist-info").partition("-")
            name = re.sub(r"[-_.]+", "_", name).lower()
            if name in LIBRARIES:
                found.setdefault(name, version)
    return dict(sorted(found.items()))


def _facts(root: Path) -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    """Digests of desk.yaml and of the sources, and which event's folder names which other event."""
    contents = {DESK_FILE: (root / DESK_FILE).read_bytes(), **dict(_facts_files(root / "sources"))}
    events = {_owner(path) for path in contents} - {"", "register"}
    named: dict[str, set[str]] = {event: set() for event in events}
    for path, data in contents.items():
        if _owner(path) in events and path.endswith(".yaml"):
            named[_owner(path)] |= {event for event in events if event != _owner(path) and event.encode() in data}
    return {path: sha256(data).hexdigest() for path, data in contents.items()}, {event: frozenset(others) for event, others in named.items()}


def _overlaid(root: Path, name: str) -> dict[str, str]:
    """Digests of the desk's ``name`` over the package's: the first that has a path wins, as everywhere."""
    found: dict[str, str] = {}
    for folder in folders(root, name):
        for path, data in _files(folder):
            found.setdefault(path, sha256(data).hexdigest())
    return found


def _code() -> str:
    package = Path(__file__).resolve().parent.parent
    return _sum({**{path: sha256(data).hexdigest() for path, data in _files(package, ".py")}, **versions()})


def _files(folder: Path, ending: str = "") -> Iterator[tuple[str, bytes]]:
    """Regular files below ``folder`` with their contents, in one order on every machine; hidden ones, caches and devices are none of ours."""
    for path in _paths(folder, ending):
        yield path.relative_to(folder).as_posix(), path.read_bytes()


def _paths(folder: Path, ending: str = "") -> Iterator[Path]:
    for path in sorted(folder.rglob("*" + ending)):
        if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in path.relative_to(folder).parts):
            yield path


def _facts_files(sources: Path) -> Iterator[tuple[str, bytes]]:
    """The facts and their pictures; what else lies beside them is nobody's input, and of what is too large to be taken the size says enough."""
    for path in _paths(sources):
        if path.suffix.lower() in _READ:
            size = path.stat().st_size
            yield path.relative_to(sources).as_posix(), path.read_bytes() if size <= _LARGEST else b"%d" % size


def _owner(path: str) -> str:
    """The first folder of a path: an event, a kind, a language; "" for a file at the top."""
    return path.split("/", 1)[0] if "/" in path else ""


def _under(name: str, found: Mapping[str, str]) -> dict[str, str]:
    return {f"{name}/{path}": value for path, value in found.items()}


def _sum(parts: Mapping[str, str]) -> str:
    return sha256("\n".join(f"{path}\0{value}" for path, value in sorted(parts.items())).encode()).hexdigest()
