"""The nodes of a view: what one audience may see, each with its address and its place. Immutable."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from briefgen.errors import Where

_NOWHERE = Where()
Kind = Literal["date", "span", "moment", "measure", "text", "word", "string", "number"]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value.

    ``value`` is a ``PartialDate``, ``Span``, ``Moment``, ``Measure``, a mapping of language to ``Wording`` (kind text, with its
    ``shape``), a ``str`` or an ``int``. ``sources`` are citable ones only: ``reference#locator``, or ``desk``. ``derived`` is made
    from other facts and written nowhere.
    """

    address: str
    kind: str
    value: Any
    where: Where
    sources: tuple[str, ...] = ()
    audience: str = "public"
    shape: str = ""
    derived: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """A record: its fields by the names they have in YAML. ``key`` is its id (a state's code)."""

    address: str
    model: str
    key: str
    where: Where
    fields: Mapping[str, "Node"] = field(repr=False)

    def __getitem__(self, name: str) -> "Node":
        return self.fields[name]

    def __contains__(self, name: object) -> bool:
        return name in self.fields

    def __iter__(self) -> Iterator[str]:
        return iter(self.fields)

    def get(self, name: str) -> "Node | None":
        """The field, or None where the audience knows of none."""
        return self.fields.get(name)


@dataclass(frozen=True, slots=True, eq=False)
class Many:
    """Several of a kind, by key, in the order written; a list of ids is keyed by its ids."""

    address: str
    items: Mapping[str, "Node"] = field(repr=False)
    where: Where = _NOWHERE

    def __getitem__(self, key: str) -> "Node":
        return self.items[key]

    def __contains__(self, key: object) -> bool:
        return key in self.items

    def __iter__(self) -> Iterator["Node"]:
        return iter(self.items.values())

    def __len__(self) -> int:
        return len(self.items)

    def get(self, key: str) -> "Node | None":
        """The entry, or None."""
        return self.items.get(key)


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """A reference: ``address`` is the place that refers, ``target`` the entity."""

    address: str
    target: Group = field(repr=False)
    where: Where
    sources: tuple[str, ...] = ()
    audience: str = "public"


Node = Leaf | Group | Many | Link


def leaves(node: Node) -> Iterator[Leaf | Link]:
    """The leaves and links at and below ``node``, in order; a link is not followed."""
    if isinstance(node, (Leaf, Link)):
        yield node
        return
    below = node.fields if isinstance(node, Group) else node.items
    for child in below.values():
        yield from leaves(child)
