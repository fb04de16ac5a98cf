"""Changes to a file of the desk, a few characters at a place: comments and layout stay as they were.

An edit is made on the text at the offsets that the reader gave, the result is read again, and only what was meant may differ.
"""

import json
import re
from collections.abc import Mapping, Sequence

from briefgen.errors import BriefgenError, Problem
from briefgen.lines.nodes import Map, Node, Seq, Str
from briefgen.lines.reader import parse

Path = Sequence[str]
Plain = str | dict[str, "Plain"] | list["Plain"]

_PLAIN = re.compile(r"[^\W\d_«“„][^\n:#,\[\]{}&*!|>'\"%@`]*|[«“„][^\n:#,\[\]{}&*!|>'\"%@`]*")
_WORDS_OF_YAML = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_ENDS_LINE = re.compile(r"\r?\n")
_STEP = 2


def put(text: str, file: str, path: Path, entries: Mapping[str, str], first: str) -> str:
    """``text`` with ``entries`` added to (or changed in) the mapping at ``path``; mappings on the way that are missing are made.

    :param file: the name of the file for problems.
    :param path: the keys that lead there.
    :param first: where a plain value stands on the way, it becomes a mapping with this key.
    :raises BriefgenError: Y010 where it cannot be done without touching something else; nothing is lost, since nothing was written.
    """
    root = parse(text.encode(), file)
    wanted = _merged(_plain(root), path, entries, first)
    for key, value in entries.items():
        text = _one(text, file, [*path, key], value, first)
    after = parse(text.encode(), file)
    if _plain(after) != wanted:
        raise _refused(root, path)
    return text


def _one(text: str, file: str, path: Path, value: str, first: str) -> str:
    node: Node = parse(text.encode(), file)
    for n, key in enumerate(path):
        if isinstance(node, Str):
            return _one(_opened(text, node, first), file, path, value, first)
        if not isinstance(node, Map):
            raise _refused(node, path)
        if key not in node:
            return _added(text, node, path[n:], value)
        below = node[key]
        if isinstance(below, Str) and n < len(path) - 1:
            return _one(_opened(text, below, first, None if node.end else _indent(node)), file, path, value, first)
        node = below
    if not isinstance(node, Str) or node.style == "block":
        raise _refused(node, path)
    return text[: node.offset] + _scalar(value) + text[node.end :]


def _opened(text: str, node: Str, first: str, indent: int | None = None) -> str:
    """``text`` with a plain value made a mapping of one entry: in braces, or on a line of its own below a key that stands at ``indent``."""
    if node.style == "block" or "\n" in text[node.offset : node.end]:
        raise _refused(node, [])
    written = text[node.offset : node.end]
    if indent is None:
        return f"{text[: node.offset]}{{{first}: {written if node.style == 'quoted' else _scalar(str(node))}}}{text[node.end :]}"
    return f"{text[: node.offset].rstrip(' ')}{_newline(text)}{' ' * (indent + _STEP)}{first}: {written}{text[node.end :]}"


def _added(text: str, node: Map, path: Path, value: str) -> str:
    """``text`` with the entry ``path`` at the end of a mapping."""
    said = _scalar(value)
    for key in reversed(path[1:]):
        said = f"{{{key}: {said}}}"
    entry = f"{path[0]}: {said}"
    if node.end:
        inside = text[: node.end - 1].rstrip(" \t\r\n")
        comma = "" if inside.endswith(("{", ",")) else ","
        space = "" if inside.endswith("{") else " "
        return f"{inside}{comma}{space}{entry}{text[len(inside) :]}"
    line = _ENDS_LINE.search(text, _last(node))
    end = line.start() if line else len(text)
    return f"{text[:end]}{_newline(text)}{' ' * _indent(node)}{entry}{text[end:]}"


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _last(node: Node) -> int:
    """Where the last character of a node stands."""
    if isinstance(node, Str):
        if node.style == "block":
            raise _refused(node, [])
        return node.end
    if isinstance(node, Map):
        return node.end or max(map(_last, node.values()), default=node.offset)
    return max(map(_last, node), default=node.offset)


def _indent(node: Map) -> int:
    return node.where.column - 1


def _scalar(value: str) -> str:
    """``value`` so that it is read as the same text, in braces or out of them."""
    if _PLAIN.fullmatch(value) and value.lower() not in _WORDS_OF_YAML and value == value.strip():
        return value
    return json.dumps(value, ensure_ascii=False)


def _plain(node: Node) -> Plain:
    if isinstance(node, Map):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, Seq):
        return [_plain(item) for item in node]
    return str(node)


def _merged(whole: Plain, path: Path, entries: Mapping[str, str], first: str) -> Plain:
    if isinstance(whole, str):
        whole = {first: whole}
    if not isinstance(whole, dict):
        return whole
    if not path:
        return {**whole, **entries}
    return {**whole, path[0]: _merged(whole.get(path[0], {}), path[1:], entries, first)}


def _refused(node: Node, path: Path) -> BriefgenError:
    what = f"'{'.'.join(path)}' cannot be written here without touching something else" if path else "this text cannot be made a group by itself"
    return BriefgenError(Problem(node.where, "Y010", what, "write it by hand"))
