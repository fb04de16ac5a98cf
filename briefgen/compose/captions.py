"""Captions with numbers, and references to them: "Table 2" above a table, and its number where the text points to it.

A number tells one from another. So a table or a picture has one where several have captions, or where something refers to it; the only
picture of a press release is not "Figure 1".
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from briefgen.document import Block, Field, Figure, Node, Ref, Table, Text, walk
from briefgen.errors import BriefgenError, Problem, Where

LABELS = {"table": "Table {number}.", "figure": "Figure {number}."}


def counted(blocks: tuple[Block, ...], label: Callable[[str], str], file: str = "") -> tuple[Block, ...]:
    """``blocks`` with numbers in their captions, said as ``label`` says them, and in the references to them.

    Raises:
        BriefgenError: a reference to what is not there, or by a number to what has none; ``file`` is the prose that refers.
    """
    nodes = [node for block in blocks for node in (block, *walk(block))]
    wanted = {node.key for node in nodes if isinstance(node, Ref)}
    keys = {str(getattr(node, "key", "")) for node in nodes if not isinstance(node, Ref)}
    numbers: dict[str, tuple[str, int]] = {}
    for kind, found in (("table", Table), ("figure", Figure)):
        titled = [node.key for node in nodes if isinstance(node, found) and node.caption]
        if len(titled) > 1 or wanted.intersection(titled):
            numbers |= {key: (kind, number) for number, key in enumerate(titled, 1)}
    if wrong := [problem for node in nodes if isinstance(node, Ref) and (problem := _refusal(node, keys, numbers, file))]:
        raise BriefgenError(wrong)
    if not numbers:
        return blocks
    return tuple(_set(block, numbers, label) for block in blocks)


def _refusal(ref: Ref, keys: set[str], numbers: Mapping[str, tuple[str, int]], file: str) -> Problem | None:
    if ref.key not in keys:
        return Problem(Where(file), "T012", f"a reference to '{ref.key}', which is no block of this document", "write the key of a block: that of kind.yaml")
    if not ref.text and ref.key not in numbers:
        what = f"a reference to the number of '{ref.key}', which is no table or picture with a caption"
        return Problem(Where(file), "T012", what, "give it a caption, or write the words of the link between the tags")
    return None


def _set(node: Any, numbers: Mapping[str, tuple[str, int]], label: Callable[[str], str]) -> Any:
    """``node`` with what is counted below it."""
    if isinstance(node, Ref):
        return node if node.text else replace(node, text=str(numbers[node.key][1]))
    if isinstance(node, (Table, Figure)) and node.key in numbers:
        kind, number = numbers[node.key]
        node = replace(node, caption=(*_said(label(LABELS[kind]), kind, number), Text(" "), *node.caption))
    below = {
        name: _each(value, numbers, label) for name in ("content", "items", "rows", "cells", "caption") if isinstance(value := getattr(node, name, None), tuple)
    }
    return replace(node, **below) if below else node


def _each(nodes: tuple[Node, ...], numbers: Mapping[str, tuple[str, int]], label: Callable[[str], str]) -> tuple[Node, ...]:
    return tuple(_set(node, numbers, label) for node in nodes)


def _said(words: str, kind: Any, number: int) -> Iterator[Text | Field]:
    before, _, after = words.partition("{number}")
    yield from (Text(before), Field(kind, str(number)), Text(after))
