"""The JSON Schema: what the model takes, an editor does not underline."""

import json
from typing import Any

import pytest

from briefgen.facts.event import Event
from briefgen.facts.record import Record, specs
from briefgen.facts.register import Register
from briefgen.facts.schema import json_schema
from briefgen.facts.settings import DeskFile


@pytest.mark.parametrize(("kind", "record"), [("event", Event), ("register", Register), ("desk", DeskFile)])
def test_every_field_is_in_the_schema_and_every_reference_resolves(kind: str, record: type[Record]) -> None:
    schema = json_schema(kind)
    assert set(specs(record)) <= set(schema["properties"])
    assert set(_references(schema)) <= {f"#/$defs/{name}" for name in schema["$defs"]}
    assert len(json.dumps(schema)) < 100_000


def _references(node: Any) -> list[str]:
    if isinstance(node, dict):
        return [node["$ref"]] if "$ref" in node else [ref for child in node.values() for ref in _references(child)]
    return [ref for child in node for ref in _references(child)] if isinstance(node, list) else []


def test_short_and_long_forms_are_both_offered() -> None:
    definitions = json_schema("event")["$defs"]
    short, long = definitions["act"]["anyOf"]
    assert "date" in long["properties"]
    assert long["required"] == ["date"]
    assert short != long
    assert json_schema("event")["properties"]["sides"]["anyOf"][1]["type"] == "array"
