"""What facts mean together: the status of an agreement by its acts, the unit of a series, the grammar of a name."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from briefgen.facts.lists import ACTS, STATUS_OF_ACT
from briefgen.facts.nodes import Group, Leaf, Many, Node
from briefgen.facts.record import Record
from briefgen.values import Measure, Span, Wording


def derived_status(address: str, fields: Mapping[str, Node], on: Span | None) -> Leaf | None:
    """The status of an agreement by the last of its acts that had been done by ``on``; an end without a day to compare is still to come."""
    last: Leaf | None = None
    for act in ACTS:
        group = fields.get(act)
        date = group.get("date") if isinstance(group, Group) else None
        if not isinstance(date, Leaf):
            continue
        to_come = date.value.first > on.end.last if on and on.end else act == "ends"
        if not to_come:
            last = Leaf(f"{address}.status", "word", STATUS_OF_ACT[act], date.where, date.sources, date.audience, derived=True)
    return last


def give_unit(fields: dict[str, Node], unit: str, inside: Mapping[int, dict[str, Node]]) -> None:
    """A figure's unit, for its value and its series where they name none."""

    def given(node: Node) -> Node:
        bare = isinstance(node, Leaf) and isinstance(node.value, Measure) and not node.value.unit
        return replace(node, value=replace(node.value, unit=unit)) if bare and isinstance(node, Leaf) else node

    if "value" in fields:
        fields["value"] = given(fields["value"])
    series = fields.get("series")
    if isinstance(series, Many):
        items = inside[id(series)]
        items.update({key: given(node) for key, node in items.items()})


def give_grammar(fields: dict[str, Node], record: Record) -> None:
    """A person's gender and origin, for the forms of the name."""
    gender, origin = getattr(record, "gender", None), getattr(record, "origin", None)
    for name in ("name", "short"):
        leaf = fields.get(name)
        if isinstance(leaf, Leaf):
            words: dict[str, Wording] = {
                code: replace(wording, gender=wording.gender or (gender.value if gender else None), origin=origin.value if origin else None, animate=True)
                for code, wording in leaf.value.items()
            }
            fields[name] = replace(leaf, value=MappingProxyType(words))
