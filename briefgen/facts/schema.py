"""JSON Schema of the files of facts, for completion in an editor; the messages that count are ``briefgen check``'s.

An editor's YAML reads ``2025`` as a number and ``2025-06-19`` as a string, so scalars may be either.
"""

from typing import Any

from briefgen.facts.event import Event
from briefgen.facts.fields import Free, Keyed, Ref, Several, Spec, Word
from briefgen.facts.kinds import Figured, LanguageCode, Unit
from briefgen.facts.marks import AUDIENCES
from briefgen.facts.record import Nested, Record, required, specs
from briefgen.facts.register import Register
from briefgen.facts.settings import DeskFile
from briefgen.facts.texts import LANGUAGE, Text
from briefgen.facts.units import every
from briefgen.values import CASES

Schema = dict[str, Any]

_FILES: dict[str, type[Record]] = {"event": Event, "register": Register, "desk": DeskFile}
_SCALAR: Schema = {"type": ["string", "number", "boolean"]}
_KINDS = {
    "date": "2025, 2025-06, 2025-06-19, 2025-Q1 or early 2025",
    "span": "2024-10-21/.. or 2025-06-18/2025-06-21",
    "moment": "2025-06-19, 2025-06-19 14:00 or 2025-06-19 14:00 Europe/Moscow",
    "measure": "92 %, 4.3 billion USD, over 270 million people, 5 years",
}

_SOURCE: Schema = {"$ref": "#/$defs/source"}
_MARKS: Schema = {
    "sources": {"anyOf": [_SOURCE, {"type": "array", "items": _SOURCE}]},
    "audience": {"enum": list(AUDIENCES), "description": "a ceiling for all beneath"},
    "embargo": {"type": "string", "description": "2025-06-19 14:00 Asia/Jakarta, or lifted"},
    "note": {"type": "string", "description": "for the desk only"},
    "against": {"description": "what other sources say, and why it was not followed"},
}
_REFERRED: Schema = {name: {"$ref": f"#/$defs/{'sources' if name == 'source' else name}"} for name in ("source", "audience", "embargo", "note", "against")}


def json_schema(kind: str) -> Schema:
    """The schema (draft 2020-12) of an ``event``'s facts, of a ``register`` file, or of ``desk.yaml``."""
    definitions: Schema = {"source": _source(), "wording": _wording(), "text": _text(), **_MARKS}
    whole = _record(_FILES[kind], definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"briefgen: {kind}",
        **whole,
        "$defs": dict(sorted(definitions.items())),
    }


def _record(record: type[Record], definitions: Schema) -> Schema:
    group: Schema = {
        "type": "object",
        "description": (record.__doc__ or "").partition("\n")[0],
        "properties": {name: _field(spec, definitions) for name, spec in specs(record).items()} | _REFERRED,
        "additionalProperties": False,
    }
    first = specs(record).get(record.first)
    if isinstance(first, Text):  # a term: its languages stand directly in the entry
        group["patternProperties"] = {_PATTERN: {"$ref": "#/$defs/wording"}}
        group["properties"]["every"] = {"$ref": "#/$defs/wording"}
        return group
    if needed := required(record):
        group["required"] = list(needed)
    return {"anyOf": [_field(first, definitions), group]} if first else group


def _named(record: type[Record], definitions: Schema) -> Schema:
    if record.model not in definitions:
        definitions[record.model] = {}  # a record may hold itself
        definitions[record.model] = _record(record, definitions)
    return {"$ref": f"#/$defs/{record.model}"}


def _field(spec: Spec | Nested, definitions: Schema) -> Schema:
    match spec:
        case Nested():
            return _named(spec.record, definitions)
        case Keyed():
            return _keyed(spec, definitions)
        case Several():
            one = _field(spec.each, definitions)
            return {"anyOf": [one, {"type": "array", "items": one}]}
        case Text():
            return {"$ref": "#/$defs/text"}
        case Free():
            return {}
        case _:
            return _one(spec)


def _keyed(spec: Keyed, definitions: Schema) -> Schema:
    each = _field(spec.each, definitions) if isinstance(spec.each, Spec) else _named(spec.each, definitions)
    if spec.listed or (not isinstance(spec.each, Spec) and not required(spec.each)):
        each = {"anyOf": [each, {"type": "null"}]}
    group: Schema = {"type": "object", "additionalProperties": each}
    return {"anyOf": [group, {"type": "array", "items": _SCALAR}, {"type": "string"}]} if spec.listed else group


def _one(spec: Spec) -> Schema:
    value: Schema = dict(_SCALAR)
    match spec:
        case Word():
            value = {"enum": list(spec.words)}
        case Ref():
            value = {"type": "string", "description": f"an id in {' or '.join(spec.to)}"}
        case LanguageCode():
            value = {"type": "string", "pattern": f"^{LANGUAGE.pattern}$"}
        case Unit():
            value = {"type": "string", "examples": sorted(every())[:5]}
        case Figured():
            value["description"] = _KINDS["measure"]
        case _ if spec.kind in _KINDS:
            value["description"] = _KINDS[spec.kind]
    group = {"type": "object", "properties": {"value": value} | _REFERRED, "required": ["value"], "additionalProperties": False}
    return {"anyOf": [value, group]}


_PATTERN = f"^{LANGUAGE.pattern}$"


def _source() -> Schema:
    properties = {name: {"type": "string"} for name in ("at", "quote", "note")}
    return {"anyOf": [{"type": "string"}, {"type": "object", "properties": properties, "required": ["at"], "additionalProperties": False}]}


def _wording() -> Schema:
    forms = {"type": "object", "propertyNames": {"pattern": rf"^((sg|pl)\.)?({'|'.join(CASES)})$|^(sg|pl)$"}, "additionalProperties": {"type": "string"}}
    properties: Schema = {
        "text": {"type": "string"},
        "gender": {"enum": ["m", "f", "n"]},
        "number": {"enum": ["sg", "pl"]},
        "animate": {"type": "boolean"},
        "indeclinable": {"type": "boolean"},
        "preposition": {"type": "string"},
        "forms": forms,
        "draft": {"type": "boolean"},
    }
    return {"anyOf": [_SCALAR, {"type": "object", "properties": properties, "required": ["text"], "additionalProperties": False}]}


def _text() -> Schema:
    wording = {"$ref": "#/$defs/wording"}
    return {
        "type": "object",
        "properties": _REFERRED | {"every": wording},
        "patternProperties": {_PATTERN: wording},
        "additionalProperties": False,
    }
