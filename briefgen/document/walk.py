"""Walking the tree: its nodes, its facts, its words, in reading order."""

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from typing import Any

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


def _nothing(_: object) -> tuple[Node, ...]:
    return ()


Below = Callable[[Any], tuple[Node, ...]]
_INSIDE: Mapping[type, Below] = {
    **dict.fromkeys((Text, Ref, Field, LineBreak, Break, Contents), _nothing),
    # The running head of a part stands on paper only, as often as it has pages.
    **dict.fromkeys((Fact, Emph, Foreign, Link, Note, Comment, Heading, Para, Item, Cell, Section, Side, Part), attrgetter("content")),
    List: attrgetter("items"),
    Row: attrgetter("cells"),
    Table: lambda table: (*table.caption, *table.rows),
    Figure: attrgetter("caption"),
    Pair: attrgetter("left", "right"),
    Document: lambda document: (*document.content, *document.running, *document.footer),
}
"""What is below a node of each kind, in reading order: a table's caption before its rows, a figure's after its picture."""
_WORDS = frozenset((Text, Ref, Field))
_LINES = frozenset((Para, Heading))


def inside(node: Node | Document) -> tuple[Node, ...]:
    """The nodes directly below ``node``, in reading order."""
    return _INSIDE[type(node)](node)


def children(node: Node | Document) -> Iterator[Node]:
    """The nodes directly below ``node``, one after the other."""
    return iter(inside(node))


def walk(node: Node | Document) -> Iterator[Node]:
    """Every node below ``node``, depth first, in reading order."""
    waiting = [*reversed(inside(node))]
    while waiting:
        child = waiting.pop()
        yield child
        if below := _INSIDE[type(child)](child):
            waiting.extend(below[::-1])


def kinds(node: Node | Document) -> set[type]:
    """What kinds of nodes there are in ``node``, itself included."""
    met: set[type] = set()
    layer: list[Node | Document] = [node]
    while layer:
        met.update(map(type, layer))
        layer = [child for one in layer if type(one) is not Text for child in _INSIDE[type(one)](one)]
    return met


def refs(node: Node | Document) -> frozenset[str]:
    """The addresses of the facts asserted below ``node``, itself included."""
    here = node.refs if isinstance(node, Fact) and node.asserts else ()
    return frozenset(here).union(*(child.refs for child in walk(node) if isinstance(child, Fact) and child.asserts))


def plain(node: Node | Document) -> str:
    """The words below ``node`` in reading order, notes left out; blocks end with a line break."""
    said: list[str] = []
    _say(node, said)
    return "".join(said)


def _say(node: Node | Document, said: list[str]) -> None:
    kind = type(node)
    if kind in _WORDS:
        said.append(node.text)  # type: ignore[union-attr]
    elif kind is LineBreak:
        said.append("\n")
    elif isinstance(node, Table) and node.caption:
        for inline in node.caption:
            _say(inline, said)
        said.append("\n")
        for row in node.rows:
            _say(row, said)
    elif kind is not Note:
        for child in _INSIDE[kind](node):
            if type(child) is Text:  # as most are: it is spared a call
                said.append(child.text)
            else:
                _say(child, said)
        if kind in _LINES or (isinstance(node, Figure) and node.caption):
            said.append("\n")
