"""Plants mistakes in texts of a copy of the repository's desk, and reads what the checks say of them."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefgen.check.texts import Texts
from briefgen.check.written import texts
from briefgen.errors import BriefgenError, Problem
from briefgen.facts import Desk, View
from briefgen.lines import Map, Seq, Str, read

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
LANGUAGES = ("id", "en", "ru")


@dataclass(frozen=True)
class Plant:
    """Texts at an address, good in themselves; ``change`` puts one thing for another in a language, and a check must say so."""

    at: str
    texts: Mapping[str, str]
    change: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    code: str = ""
    says: tuple[str, ...] = ()
    language: str = ""

    @property
    def spoilt(self) -> dict[str, str]:
        """The texts with the mistake."""
        out = dict(self.texts)
        for code, (old, new) in self.change.items():
            assert old in out[code], f"{self.at}: '{old}' is not in the {code} text"
            out[code] = out[code].replace(old, new, 1)
        return out


def plain(node: Any) -> Any:
    if isinstance(node, Map):
        return {str(key): plain(child) for key, child in node.items()}
    return [plain(child) for child in node] if isinstance(node, Seq) else str(node)


def plants() -> list[Plant]:
    """All of ``planted.yaml``."""
    out = []
    for base in plain(read(HERE / "planted.yaml"))["texts"]:
        words = {code: base[code] for code in LANGUAGES if code in base}
        for planted in base["plants"]:
            change = {code: tuple(planted[code]) for code in LANGUAGES if code in planted}
            says = planted["says"] if isinstance(planted["says"], list) else [planted["says"]]
            out.append(Plant(base.get("at", "talks.points.fact.text"), words, change, planted["code"], tuple(says), planted.get("in", next(iter(change)))))
    return out


def harmless() -> list[Plant]:
    """All of ``harmless.yaml``: nothing may be said of them."""
    return [
        Plant(base.get("at", "talks.points.fact.text"), {code: base[code] for code in LANGUAGES if code in base})
        for base in plain(read(HERE / "harmless.yaml"))["texts"]
    ]


class Bed:
    """A desk to plant in: the repository's own, with one event more."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(ROOT / "sources", folder / "sources")
        shutil.copy(ROOT / "desk.yaml", folder)
        shutil.copytree(HERE / "talks", folder / "sources" / "talks")
        self.desk = Desk.open(folder)
        self._clean = {event: (folder / "sources" / event / "facts.yaml").read_text(encoding="utf-8") for event in self.desk.events}

    def say(self, at: str, words: Mapping[str, str], *, advice: bool = False) -> list[Problem]:
        """What is said of the event once ``words`` stand at the address ``at``."""
        event = at.partition(".")[0]
        path = self.desk.root / "sources" / event / "facts.yaml"
        self._write(path, self._clean[event])
        loaded = self.desk.load(event).event
        assert loaded is not None
        (text,) = [text for text in texts(loaded, event) if text.address == at]
        source = self._clean[event]
        for code in sorted(words, key=lambda code: -text.nodes[code].offset):
            node: Str = text.nodes[code]
            source = source[: node.offset] + json.dumps(words[code], ensure_ascii=False) + source[node.end :]
        self._write(path, source)
        assert self.desk.load(event).event is not None, [str(problem) for problem in self.desk.load(event).problems]
        return self.problems(event, advice=advice)

    def problems(self, *events: str, advice: bool = False) -> list[Problem]:
        """What is said of ``events`` as they stand."""
        return list(self.texts.problems(events, advice=advice))

    @property
    def texts(self) -> Texts:
        """The checks, made anew."""
        return Texts(self.desk, (ROOT / "locales",), self._public)

    def clean(self, event: str) -> None:
        """The event as it was."""
        self._write(self.desk.root / "sources" / event / "facts.yaml", self._clean[event])

    def _public(self, event: str) -> View | None:
        try:
            return self.desk.view(event, "public")
        except BriefgenError:
            return None

    def _write(self, path: Path, text: str) -> None:
        path.write_text(text, encoding="utf-8")
        self.desk._loaded.pop(path.parent.name, None)
