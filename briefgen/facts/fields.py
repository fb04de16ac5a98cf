"""What a field of a record may hold: one value, several, or a mapping by key; short or long (rules 1 to 3 of the model).

Each field is annotated with a ``Spec``. It reads the YAML node (for pydantic), knows the address of each node below it (for
problems), and tells ``view`` and ``schema`` what the field is. There are no unions: what is no group fills the first field.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, cast

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from briefgen.errors import Where
from briefgen.facts.marks import MARKS, NO_MARKS, Marks, read_marks
from briefgen.facts.reading import Reading, Wrong, corrected, likely, nearest, reading_of, respelt
from briefgen.facts.standins import Unwritten, stand_in
from briefgen.lines import Map, Node, Seq, Str


@dataclass(frozen=True, slots=True)
class Fact:
    """One value, typed, with what was said about it; of a text also ``words``: each language's own as the file has them, with their places."""

    value: Any
    where: Where
    marks: Marks = NO_MARKS
    words: Mapping[str, Str] | None = None


@dataclass(frozen=True, kw_only=True)
class Spec:
    """What a field holds.

    ``kind`` is the kind of its leaves in a view; ``default`` the audience that the model gives the field where nothing nearer
    says one, and which no group opens; ``what`` a few words for the schema; ``locate`` names each node below for problems.
    """

    kind: str = "string"
    default: str = ""
    what: str = ""

    def read(self, node: Node, reading: Reading) -> Any:
        """The typed value of ``node``; notes what is wrong and goes on with something that stands in."""
        raise NotImplementedError

    def locate(self, node: Node, address: str, out: dict[int, str]) -> None:
        """Enters the address of ``node`` and of all below it, by identity."""
        out[id(node)] = address

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self._validate)

    def _validate(self, node: Any, info: ValidationInfo) -> Any:
        return self.read(node, reading_of(info))


@dataclass(frozen=True, kw_only=True)
class One(Spec):
    """One value. Long: ``{value: …, source: …, audience: …}``."""

    parse: Callable[[Str], Any] = str
    instead: Any = None
    """What stands in for a value that cannot be read, where its kind does not say."""

    def convert(self, node: Str, reading: Reading) -> Any:  # noqa: ARG002 - other kinds need it
        """The value of a scalar; raises ``Wrong``."""
        return self.parse(node)

    def guess(self, text: str, reading: Reading) -> Any:
        """A value of this kind that stands in for one that cannot be read."""
        return stand_in(self.kind, text, reading) if self.instead is None else self.instead

    def read(self, node: Node, reading: Reading) -> Fact:
        """The fact at ``node``, short or long."""
        value, marks = opened(node, reading)
        if isinstance(value, (Map, Seq)):
            reading.note(value, "F011", "one value is expected here, not a " + ("group" if isinstance(value, Map) else "list"), "write one value")
        elif value:
            try:
                return Fact(self.convert(value, reading), value.where, marks)
            except Wrong as wrong:
                reading.wrong(value, wrong)
        elif not isinstance(value, Unwritten):
            reading.note(value, "F013", "there is no value here", "write one, or delete the line")
        reading.guess(node)
        return Fact(self.guess(str(value) if isinstance(value, Str) else "", reading), node.where, marks)

    def locate(self, node: Node, address: str, out: dict[int, str]) -> None:
        """A long form's value has the address of the whole."""
        locate_free(node, address, out)
        if isinstance(node, Map):
            value = respelt(node, LONG).get(_VALUE)
            if value is not None:
                locate_free(value, address, out)


@dataclass(frozen=True, kw_only=True)
class Several(Spec):
    """One or more values, each short or long; ids or values, never keyed."""

    each: One

    def read(self, node: Node, reading: Reading) -> tuple[Fact, ...]:
        """The facts in order; the same twice is refused."""
        facts: list[Fact] = []
        for item in self._items(node):
            before = len(reading.unread)
            fact = self.each.read(item, reading)
            if len(reading.unread) > before:
                continue  # nothing stands in for an item: the list goes on without it
            if any(fact.value == other.value for other in facts):
                reading.note(item, "F016", f"'{fact.value}' stands in the list twice", "delete one")
            else:
                facts.append(fact)
        return tuple(facts)

    def locate(self, node: Node, address: str, out: dict[int, str]) -> None:
        """An item's address is its id, not its number."""
        out[id(node)] = address
        items = node if isinstance(node, Seq) else (node,)
        for item in items:
            value = respelt(item, LONG).get(_VALUE, item) if isinstance(item, Map) else item
            if isinstance(value, Seq):
                self.locate(value, address, out)
            elif isinstance(value, Str):
                self.each.locate(item, f"{address}.{value}", out)
            else:
                locate_free(item, address, out)

    @staticmethod
    def _items(node: Node) -> tuple[Node, ...]:
        if isinstance(node, Seq):
            return node
        if isinstance(node, Map) and isinstance(listed := (right := respelt(node, LONG)).get(_VALUE), Seq):
            return tuple(_marked(item, right if set(right) == set(node) else node) for item in listed if not isinstance(item, Map))
        return () if isinstance(node, Unwritten) else (node,)


@dataclass(frozen=True, kw_only=True)
class Keyed(Spec):
    """A mapping by key: of records, or of values. ``keys`` reads a key and raises ``Wrong``."""

    each: Any  # a Spec, or a Record class
    keys: Callable[[str], Any] = str
    listed: bool = False  # whether a plain list of keys will do (sides)
    refers: tuple[str, ...] = ()  # the sections that a key refers to, where it is a reference
    model: str = ""  # the record's name, for the schema

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        each = self.each.__get_pydantic_core_schema__(source, handler) if isinstance(self.each, Spec) else handler.generate_schema(self.each)
        mapping = core_schema.dict_schema(core_schema.str_schema(), each)
        frozen = core_schema.no_info_after_validator_function(MappingProxyType, mapping)
        return core_schema.with_info_before_validator_function(self._check, frozen)

    def _check(self, node: Any, info: ValidationInfo) -> Mapping[str, Any]:
        reading = reading_of(info)
        if not isinstance(node, Map) and self.listed:
            node = _as_map(node)
        if not isinstance(node, Map):
            reading.note(node, "F011", "entries with names are expected here", "write 'name: …', one entry a line")
            reading.guess(node)
            return {}
        kept: dict[str, Any] = {}
        for key, child in node.items():
            try:
                self.keys(key)
            except Wrong as wrong:
                reading.note(child, wrong.code, wrong.what, wrong.hint, where=node.keys_where.get(key))
                reading.guess(child)
                if isinstance(self.each, Spec):
                    continue  # what is wrong in a record's fields is still to be told
            if self.refers:
                reading.mention(cast("Str", key), self.refers)  # the reader's keys know their place
            kept[key] = child
        return kept

    def locate(self, node: Node, address: str, out: dict[int, str]) -> None:
        """An entry's address ends in its key."""
        out[id(node)] = address
        if not isinstance(node, Map) and self.listed:
            node = _as_map(node)
        if isinstance(node, Map):
            for key, child in node.items():
                out[id(key)] = f"{address}.{key}"
                self.each.locate(child, f"{address}.{key}", out)


@dataclass(frozen=True, kw_only=True)
class Free(Spec):
    """Whatever a desk wants to keep; read, never used."""

    def read(self, node: Node, reading: Reading) -> Node:  # noqa: ARG002 - other kinds need it
        """The node itself."""
        return node


@dataclass(frozen=True, kw_only=True)
class Word(One):
    """A word of a closed list."""

    kind: str = "word"
    words: tuple[str, ...] = ()
    others: Mapping[str, str] = field(default_factory=dict, hash=False, compare=False)  # words people write, and what to write

    def guess(self, text: str, reading: Reading) -> str:  # noqa: ARG002 - other kinds need it
        """The word that is most likely meant, else the first."""
        return self.others.get(text) or likely(text, self.words) or self.words[0]

    def convert(self, node: Str, reading: Reading) -> str:  # noqa: ARG002 - other kinds need it
        """The word, if it is in the list."""
        if node in self.words:
            return str(node)
        hint = f"write {self.others[node]}" if node in self.others else nearest(node, self.words)
        choices = ", ".join(self.words)
        raise Wrong(f"'{node}' is none of {choices}" if len(self.words) <= 12 else f"'{node}' is not in the list", hint or f"write one of {choices}", "F021")


@dataclass(frozen=True, kw_only=True)
class Line(One):
    """A short text that is the same in all languages: a file name, a number of a release."""

    most: int = 300
    lines: bool = False

    def convert(self, node: Str, reading: Reading) -> str:  # noqa: ARG002 - other kinds need it
        """The text, its outer spaces taken off."""
        text = node.strip(" \t\n") if self.lines else str(node)
        if not self.lines and "\n" in text.strip("\n"):
            raise Wrong("the text has more than one line", "write it in one")
        if len(text) > self.most:
            raise Wrong(f"the text has {len(text)} characters; at most {self.most} are taken here", "shorten it")
        return text.strip("\n")


@dataclass(frozen=True, kw_only=True)
class Ref(One):
    """An id of one of the sections in ``to``; resolved when all ids are known."""

    kind: str = "link"
    to: tuple[str, ...] = ()

    def convert(self, node: Str, reading: Reading) -> str:
        """The id; the reference is noted."""
        reading.mention(node, self.to)
        return str(node)


def locate_free(node: Node, address: str, out: dict[int, str]) -> None:
    """Enters the addresses below a node of which the model says no more (marks, unknown fields)."""
    out[id(node)] = address
    if isinstance(node, Map):
        for key, child in node.items():
            out[id(key)] = f"{address}.{key}"
            locate_free(child, f"{address}.{key}", out)
    elif isinstance(node, Seq):
        for child in node:
            locate_free(child, address, out)


def opened(node: Node, reading: Reading) -> tuple[Node, Marks]:
    """The value of a short or long form, and what is said about it."""
    if not isinstance(node, Map):
        return node, NO_MARKS
    right = corrected(node, LONG, reading)
    marks = read_marks(right, reading)
    if _VALUE not in right:
        if set(node) <= MARKS:
            reading.note(node, "F012", "'value' is missing", "write {value: …, source: …}")
        return Unwritten("", node.where), marks
    return right[_VALUE], marks


_VALUE = "value"
LONG = (_VALUE, *MARKS)


def _marked(item: Node, marks: Map) -> Map:
    """An item of ``{value: [a, b], audience: …}`` with the marks of the whole."""
    one = Map(item.where, item.offset)
    one.keys_where.update(marks.keys_where)
    one.update(marks)
    one[_VALUE] = item
    return one


def _as_map(node: Node) -> Map:
    """``[ID, RU]`` as ``{ID: , RU: }``; an item ``{value: ID, audience: …}`` keeps what is said about it."""
    mapping = Map(node.where, node.offset)
    for item in node if isinstance(node, Seq) else (node,):
        key = item.get(_VALUE) if isinstance(item, Map) else item
        if isinstance(key, Str):
            rest = Map(item.where, item.offset)
            if isinstance(item, Map):
                rest.update({k: v for k, v in item.items() if k != "value"})
                rest.keys_where.update(item.keys_where)
            mapping[key] = rest
            mapping.keys_where[key] = key.where
    return mapping
