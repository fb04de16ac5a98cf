"""The facts as a template sees them: wrapped, with their addresses, never as a bare value.

A ``Seen`` can be asked for its parts, looped over and tested; printing it without a filter is an error, since only
a filter knows how a language says it. What is not there is ``Absent``: false in a condition, an error when printed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.errors import Where
from briefgen.facts import Group, Leaf, Link, Many, known

Node = Leaf | Group | Many | Link


class UnprintableError(Exception):
    """A template printed a fact without a filter."""


@dataclass(frozen=True, slots=True)
class Absent:
    """A fact that the model knows and the facts do not say (or the audience may not know)."""

    address: str
    where: Where

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator["Seen"]:
        return iter(())

    def __len__(self) -> int:
        return 0


@dataclass(frozen=True, slots=True)
class Seen:
    """One node of the view. ``via`` has the addresses of the references that led here, so that a name says where it is used."""

    node: Node
    via: tuple[str, ...] = ()

    @property
    def refs(self) -> tuple[str, ...]:
        """What a print of this asserts."""
        return tuple(dict.fromkeys((*self.via, self.node.address)))

    @property
    def target(self) -> Node:
        """The node itself, or what a reference points to."""
        return self.node.target if isinstance(self.node, Link) else self.node

    @property
    def entity(self) -> Leaf | Group | None:
        """What a problem with this is about: a value or a record, with its place."""
        return self.target if isinstance(self.target, (Leaf, Group)) else None

    @property
    def model(self) -> str:
        """The record's kind: person, state, agreement…; "" for a leaf."""
        return self.target.model if isinstance(self.target, Group) else ""

    def part(self, name: str) -> "Seen | Absent":
        """The field ``name``.

        Raises:
            KeyError: the model has no such field.
        """
        group = self.target
        if isinstance(group, Many):
            found = group.items.get(name)
            return Seen(found, self.via) if found is not None else Absent(f"{group.address}.{name}", group.where)
        if not isinstance(group, Group) or (name not in group.fields and name not in known(group.model)):
            raise KeyError(name)
        found = group.fields.get(name)
        via = self.refs if isinstance(self.node, Link) else self.via
        return Absent(f"{group.address}.{name}", group.where) if found is None else Seen(found, via)

    def __iter__(self) -> Iterator["Seen"]:
        target = self.target
        if isinstance(target, Many):
            return (Seen(item, self.via) for item in target.items.values())
        return iter((self,))

    def __len__(self) -> int:
        target = self.target
        return len(target.items) if isinstance(target, Many) else 1

    def __bool__(self) -> bool:
        return True

    def __str__(self) -> str:
        raise UnprintableError(self.node.address)

    __html__ = __str__


@dataclass(frozen=True, slots=True)
class Several:
    """A derived list: facts chosen or put in order by briefgen. What is counted or listed carries each address."""

    items: tuple[Seen, ...]

    def __iter__(self) -> Iterator[Seen]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __str__(self) -> str:
        raise UnprintableError(", ".join(item.node.address for item in self.items))

    __html__ = __str__

    @property
    def refs(self) -> tuple[str, ...]:
        """The addresses of all items."""
        return tuple(dict.fromkeys(ref for item in self.items for ref in item.refs))


@dataclass(frozen=True, slots=True)
class Voice:
    """What one speaker said, in order. ``by`` may be several (a joint statement); ``own`` tells our side from the partners'."""

    by: Several
    statements: Several
    own: bool
