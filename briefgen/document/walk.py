"""Walking the tree: its nodes, its facts, its words, in reading order."""

from collections.abc import Iterator, Mapping

from briefgen.document.nodes import (
    Break,
    Cell,
    Comment,
    Contents,
    Document,
    Emph,
    Fact,
    Field,
    Figure,
    Foreign,
    Heading,
    Item,
    LineBreak,
    Link,
    List,
    Node,
    Note,
    Pair,
    Para,
    Part,
    Ref,
    Row,
    Section,
    Side,
    Table,
    Text,
)

_INSIDE: Mapping[type, tuple[str, ...]] = {
    **dict.fromkeys((Text, Ref, Field, LineBreak, Break, Contents), ()),
    **dict.fromkeys((Fact, Emph, Foreign, Link, Note, Comment, Heading, Para, Item, Cell, Section, Side, Part), ("content",)),
    List: ("items",),
    Row: ("cells",),
    Table: ("caption", "rows"),
    Figure: ("caption",),
    Pair: ("left", "right"),
    Document: ("content", "running", "footer"),
}
"""The fields that hold nodes, in reading order. The running head of a part stands on paper only, as often as it has pages."""


def inside(node: Node | Document) -> tuple[Node, ...]:
    """The nodes directly below ``node``, in reading order (a table's caption before its rows, a figure's after its picture)."""
    names = _INSIDE[type(node)]
    if len(names) == 1:
        below: tuple[Node, ...] = getattr(node, names[0])
        return below
    if isinstance(node, Pair):
        return (node.left, node.right)
    return tuple(child for name in names for child in getattr(node, name))


def children(node: Node | Document) -> Iterator[Node]:
    """The nodes directly below ``node``, one after the other."""
    return iter(inside(node))


def walk(node: Node | Document) -> Iterator[Node]:
    """Every node below ``node``, depth first, in reading order."""
    waiting = [*reversed(inside(node))]
    while waiting:
        child = waiting.pop()
        yield child
        if below := inside(child):
            waiting.extend(reversed(below))


def refs(node: Node | Document) -> frozenset[str]:
    """The addresses of the facts asserted below ``node``, itself included."""
    here = node.refs if isinstance(node, Fact) and node.asserts else ()
    return frozenset(here).union(*(child.refs for child in walk(node) if isinstance(child, Fact) and child.asserts))


def plain(node: Node | Document) -> str:
    """The words below ``node`` in reading order, notes left out; blocks end with a line break."""
    if isinstance(node, (Text, Ref, Field)):
        return node.text
    if isinstance(node, LineBreak):
        return "\n"
    if isinstance(node, Note):
        return ""
    words = "".join(map(plain, inside(node)))
    if isinstance(node, Table) and node.caption:
        caption = "".join(map(plain, node.caption))
        return f"{caption}\n{words.removeprefix(caption)}"
    return words + "\n" if isinstance(node, (Heading, Para)) or (isinstance(node, Figure) and node.caption) else words
