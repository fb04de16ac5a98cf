"""The texts that people wrote: each with its address, its languages, and the place of every character in its file."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefgen.errors import Where
from briefgen.facts.desk import Desk, book_of
from briefgen.facts.record import Record
from briefgen.facts.register import SECTIONS
from briefgen.facts.standins import BLANK
from briefgen.facts.texts import EVERY, Text
from briefgen.facts.walking import reached, walk
from briefgen.lines import Str


@dataclass(frozen=True, slots=True)
class Written:
    """One text in its languages.

    ``name`` is the field's (``text``, ``headline``), ``shape`` as the model has it (n noun phrase, c clause, i infinitive, s sentences,
    w the very words); ``words`` are the texts by language, ``nodes`` the same as the file has them.
    """

    address: str
    name: str
    shape: str
    words: Mapping[str, str]
    nodes: Mapping[str, Str]
    where: Where
    copied: bool = False
    """Whether it is copied rather than said: telephones, postal addresses."""


def texts(record: Record, address: str) -> Iterator[Written]:
    """The texts of a record, those of sections of its own included."""
    for found in walk(record, address):
        if isinstance(found.spec, Text):
            words = {code: wording.text for code, wording in found.fact.value.items() if wording.text != BLANK}
            parts = found.address.split(".")
            name = "body" if parts[1:2] == ["body"] else parts[-1]
            yield Written(found.address, name, found.spec.shape, words, found.fact.words or {}, found.fact.where, found.spec.lines)
    for section in SECTIONS:
        for key, entry in (getattr(record, section, None) or {}).items():
            yield from texts(entry, f"{address}.{section}.{key}")


def all_register_texts(desk: Desk) -> Iterator[Written]:
    """All texts of the register."""
    for section, entries in desk.register.items():
        for key, record in entries.items():
            yield from texts(record, f"{section}.{key}")


def register_texts(desk: Desk, names: Iterable[str]) -> Iterator[Written]:
    """The texts of the register that the events ``names`` lead to, each once."""
    from briefgen.facts.dates import days  # noqa: PLC0415 - beside its one use

    seen: set[str] = set()
    for name in names:
        loaded = desk.load(name)
        if loaded.meant is None:
            continue
        on = days(loaded.meant.when.value) if loaded.meant.when else None
        for record, address in reached(book_of(desk, loaded, loaded.meant), on).values():
            if address not in seen and not address.startswith(f"{name}."):
                seen.add(address)
                yield from texts(record, address)


@dataclass(slots=True)
class Places:
    """Finds the line and column of a character of a text; files are read when the first problem in them is told."""

    root: Path
    _files: dict[str, str] = field(default_factory=dict)

    def of(self, text: Written, language: str, start: int = 0, end: int | None = None) -> Where:
        """Where ``text[start:end]`` of a language stands; the text itself where that cannot be told."""
        node = text.nodes.get(language, text.nodes.get(EVERY))
        if node is None:
            return text.where
        words = text.words[language]
        found = _spot(self._file(node.where.file)[node.offset : node.end], words, words[start:end], start) if end else None
        return node.where if found is None else self._where(node, node.offset + found)

    def _file(self, name: str) -> str:
        if name not in self._files:
            try:
                self._files[name] = (self.root / name).read_text(encoding="utf-8-sig")
            except (OSError, UnicodeDecodeError):
                self._files[name] = ""  # it was read a moment ago; whoever changed it meanwhile gets the line of the text
        return self._files[name]

    def _where(self, node: Str, offset: int) -> Where:
        before = self._file(node.where.file)[:offset]
        return Where(node.where.file, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


def _spot(raw: str, words: str, snippet: str, start: int) -> int | None:
    """Where ``snippet``, which stands at ``start`` in ``words``, stands in the text as the file has it (folded lines, quotes)."""
    if not snippet.strip():
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, re.split(r"\s+", snippet))))
    earlier = sum(1 for _ in pattern.finditer(words, 0, start + len(snippet) - 1) if _.start() < start)
    hits = list(pattern.finditer(raw))
    return hits[earlier].start() if earlier < len(hits) else None
