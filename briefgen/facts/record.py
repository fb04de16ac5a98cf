"""The base of every record: short forms, unknown keys, missing fields, and what is said about a whole group."""

from functools import cache
from typing import Annotated, Any, ClassVar, Self, cast, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, ValidationInfo, model_validator

from briefgen.errors import Where
from briefgen.facts.fields import Spec, locate_free
from briefgen.facts.marks import MARKS, NO_MARKS, Marks, read_marks
from briefgen.facts.reading import Reading, nearest, reading_of, spelling
from briefgen.facts.standins import Unwritten
from briefgen.facts.texts import Text, is_language
from briefgen.lines import Map, Node, Str

_NOWHERE = Where()


class Record(BaseModel):
    """A group of facts.

    ``first`` is the field that a scalar or a list fills where a group is expected; ``model`` the name in views. Fields whose YAML
    name is no Python name have an alias, as ``with_`` for ``with``.
    """

    model_config = ConfigDict(frozen=True, strict=True, defer_build=True, arbitrary_types_allowed=True, populate_by_name=False)

    first: ClassVar[str] = ""
    model: ClassVar[str] = ""
    lends: ClassVar[frozenset[str]] = MARKS
    """The marks that the group may bear: one that would hold for nothing is refused, lest an embargo vanish."""
    guarded: ClassVar[str] = ""
    """The audience of the group where it names none itself, whatever is said of what it stands in: nothing opens it unasked."""
    key_refers: ClassVar[bool] = False
    """Whether the record's key is itself a fact (a side, a post held); the record's own address is then that of the key's link."""

    _marks: Marks = PrivateAttr(default_factory=lambda: NO_MARKS)  # a factory, since pydantic copies a default for each record
    _where: Where = PrivateAttr(default_factory=lambda: _NOWHERE)
    _keys: dict[str, Where] = PrivateAttr(default_factory=dict)

    @property
    def marks(self) -> Marks:
        """What is said about the whole group."""
        return self._marks

    @property
    def where(self) -> Where:
        """Where the group stands."""
        return self._where

    def key_where(self, field: str) -> Where:
        """Where the key of a field stands; the group itself where it was written short."""
        return self._keys.get(field, self._where)

    @classmethod
    def below(cls, address: str, field: str) -> str:
        """The address of a field; the first field adds nothing, unless the address is the key's."""
        return address if field == cls.first and not cls.key_refers else f"{address}.{field}"

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, node: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        reading = reading_of(info)
        marks, data = cls._gather(node, reading)
        for name in required(cls):
            if name not in data:
                cls._lacks(name, node, data, reading)
        return handler(data)._stands(node, marks)  # noqa: SLF001 - its own

    @classmethod
    def _lacks(cls, name: str, node: Node, data: dict[str, Any], reading: Reading) -> None:
        """Notes a field that is missing, unless its group could not be read either, and lets something stand in for it."""
        unknown = isinstance(node, Map) and any(key not in data and key not in MARKS for key in node)
        if (isinstance(node, Map) or cls.first) and not (unknown and name == cls.first):  # a misspelt first field is told once
            reading.note(node, "F012", f"'{name}' is missing", "")
        reading.guess(node, cls.below("", name))
        data[name] = Unwritten("", node.where)

    def _stands(self, node: Node, marks: Marks) -> Self:
        self._marks, self._where = marks, node.where
        if isinstance(node, Map):
            self._keys = node.keys_where
        return self

    @classmethod
    def _gather(cls, node: Node, reading: Reading) -> tuple[Marks, dict[str, Any]]:
        known = specs(cls)
        if not isinstance(node, Map):
            if isinstance(node, Str) and not node and not required(cls):
                return NO_MARKS, {}
            if not cls.first:
                reading.note(node, "F011", "a group is expected here", "write 'name: value', one a line")
                reading.guess(node)
                return NO_MARKS, {}
            return NO_MARKS, {cls.first: node}
        data: dict[str, Any] = {}
        text = cls.first if isinstance(known.get(cls.first), Text) else ""
        if meant := cls._spelling(node):
            node = cls._corrected(node, meant, reading)
        for key, child in node.items():
            if key in known:
                data[key] = child
            elif key in cls.lends:
                continue
            else:
                words = data.setdefault(text, Map(node.where, node.offset))
                words[key] = child
                words.keys_where[key] = node.keys_where[key]
        return read_marks(node, reading) if cls.lends is MARKS else NO_MARKS, data

    @classmethod
    def _spelling(cls, node: Map) -> dict[str, str]:
        """The unknown keys of ``node``, each with the one that is most likely meant."""
        text = isinstance(specs(cls).get(cls.first), Text)
        names = {*specs(cls), *cls.lends}
        return spelling((key for key in node if key not in names and not (text and _is_text(key))), names - node.keys())

    @classmethod
    def _corrected(cls, node: Map, meant: dict[str, str], reading: Reading) -> Map:
        """``node`` with a problem for each unknown key, and put right where it is a slip for one that is known."""
        right = Map(node.where, node.offset)
        for key, child in node.items():
            where = node.keys_where.get(key, node.where)
            if key in meant:
                reading.note(cast("Node", key), "F010", f"'{key}' is not known here", nearest(key, (*specs(cls), *cls.lends)), where=where)
            if name := meant.get(key, key):
                right[name], right.keys_where[name] = child, where
        return right

    @classmethod
    def locate(cls, node: Node, address: str, out: dict[int, str]) -> None:
        """Enters the address of ``node`` and of all below it; the first field adds nothing."""
        out[id(node)] = address
        known = specs(cls)
        if not isinstance(node, Map):
            if cls.first:
                known[cls.first].locate(node, cls.below(address, cls.first), out)
            return
        meant = cls._spelling(node)
        for key, child in node.items():
            out[id(key)] = f"{address}.{key}"
            spec = known.get(meant.get(key, key))
            below = cls.below(address, meant.get(key) or key)
            if spec is None:
                locate_free(child, below, out)
            else:
                spec.locate(child, below, out)


def _is_text(key: str) -> bool:
    return key == "every" or is_language(key) or is_language(key.lower())


class Nested:
    """A field that is a record; made from its annotation."""

    def __init__(self, record: type[Record]) -> None:
        self.record = record

    def locate(self, node: Node, address: str, out: dict[int, str]) -> None:
        """As the record's own."""
        self.record.locate(node, address, out)


@cache
def specs(record: type[Record]) -> dict[str, Spec | Nested]:
    """What each field of a record holds, by its name in YAML, in the order of the model."""
    return {spec_field.alias or name: _spec(record, spec_field.annotation, spec_field.metadata) for name, spec_field in record.model_fields.items()}


@cache
def required(record: type[Record]) -> tuple[str, ...]:
    """The fields without which a record is none."""
    return tuple(spec_field.alias or name for name, spec_field in record.model_fields.items() if spec_field.is_required())


@cache
def attributes(record: type[Record]) -> dict[str, str]:
    """The Python name of each field by its name in YAML."""
    return {spec_field.alias or name: name for name, spec_field in record.model_fields.items()}


def _spec(record: type[Record], annotation: Any, metadata: list[Any]) -> Spec | Nested:
    for found in metadata:
        if isinstance(found, Spec):
            return found
    if get_origin(annotation) is Annotated:
        return _spec(record, get_args(annotation)[0], list(get_args(annotation)[1:]))
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return Nested(annotation)
    for choice in get_args(annotation):
        if choice is not type(None):
            return _spec(record, choice, [])
    raise TypeError(f"{record.__name__}: {annotation} has no Spec")


@cache
def known(model: str) -> frozenset[str]:
    """The fields that records of ``model`` may have, by their names in views."""
    return frozenset(name for record in _records(model) for name in specs(record))


@cache
def demanded(model: str) -> frozenset[str]:
    """Those of them that no such record is without."""
    return frozenset(field.alias or name for record in _records(model) for name, field in record.model_fields.items() if field.is_required())


def _records(model: str) -> list[type[Record]]:
    found: list[type[Record]] = [Record]
    for record in found:  # which grows meanwhile
        found += record.__subclasses__()
    return [record for record in found if record.model == model]
