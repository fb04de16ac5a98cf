"""One pass over libyaml's events builds the nodes: no recursion, no composing, nothing loaded that was not asked for."""

import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from briefgen.errors import BriefgenError, Problem, Where
from briefgen.lines.characters import decode
from briefgen.lines.nodes import Map, Node, Seq, Str, Style
from briefgen.lines.traps import explain

LARGEST = 2 * 1024 * 1024
"""Bytes in one file; a desk's largest is a register, split long before that."""
DEEPEST = 40
"""Groups within groups; the model needs eight."""
MOST = 200
"""Problems told of one file."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
_STYLES: dict[str | None, Style] = {"'": "quoted", '"': "quoted", "|": "block", ">": "block", "": "plain", None: "plain"}
_NULLS = frozenset({"~", "null", "Null", "NULL"})
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufffe\uffff]")
_ODD_SPACE = re.compile("[\u00a0\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff]")


def read(path: Path, name: str | None = None) -> Map:
    """The file as nodes.

    :param path: a regular file of at most 2 MB; pipes, devices and folders are refused before they are opened.
    :param name: what problems call the file; the path as given if left out.
    :raises BriefgenError: with all problems found (codes Y0xx).
    """
    file = name or str(path)

    def refuse(what: str, hint: str = "") -> BriefgenError:
        return BriefgenError(Problem(Where(file), "Y004", what, hint))

    try:
        # Not blocking: a pipe put in the file's place must not hang us between looking and opening.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise refuse(f"the file cannot be opened ({error.strerror})") from error
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        os.close(handle)
        raise refuse("this is not a regular file", "facts stand in plain files")
    with os.fdopen(handle, "rb") as stream:
        if status.st_size > LARGEST:
            raise refuse(f"the file has {status.st_size // 1024} KB, more than the 2048 KB that are read", "split it")
        data = stream.read(LARGEST + 1)
    return parse(data[:LARGEST], file)


def parse(data: bytes, file: str) -> Map:
    """``data`` as nodes; an empty file is an empty mapping.

    :raises BriefgenError: with all problems found.
    """
    text, problems = decode(data, file)
    if problems:
        raise RefusedError(problems)
    builder = _Builder(text, file)
    whole = False
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
            if len(builder.problems) >= MOST:
                break
    except yaml.MarkedYAMLError as error:
        builder.problems.append(explain(error, text, file))
    except yaml.YAMLError as error:  # a reader error carries no mark; decode() has seen to all that we know of
        builder.problems.append(Problem(Where(file), "Y001", f"this cannot be read as YAML ({error})"))
    except _TooDeepError as error:
        builder.problems.append(error.problem)
    else:
        whole = len(builder.problems) < MOST
    if builder.problems:
        raise RefusedError(builder.problems, builder.root if whole else None)
    return builder.root if builder.root is not None else Map(Where(file, 1, 1))


class RefusedError(BriefgenError):
    """What is wrong with a file as YAML. ``root`` is what else could be read, None where the file could not be followed to its end."""

    def __init__(self, problems: Iterable[Problem], root: Map | None = None) -> None:
        super().__init__(problems)
        self.root = root


class _TooDeepError(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__()


class _Frame:
    """A mapping or sequence that is still open; ``key`` is the one that waits for its value, None where it was refused."""

    __slots__ = ("flow", "items", "key", "keyed", "mapping", "offset", "where")

    def __init__(self, mapping: Map | None, where: Where, offset: int, flow: bool) -> None:
        self.mapping = mapping
        self.items: list[Node] = []
        self.keyed = False  # a key was read, its value comes next
        self.key: Str | None = None
        self.flow = flow
        self.where = where
        self.offset = offset


class _Builder:
    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.problems: list[Problem] = []
        self.root: Map | None = None
        self.stack: list[_Frame] = []
        self.documents = 0

    def take(self, event: Any) -> None:
        """The next event, of the type that each branch says."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind in _STARTS:
            self._open(event)
        elif kind in _ENDS:
            frame = self.stack.pop()
            if frame.mapping is None:
                self._put(Seq(frame.items, frame.where, frame.offset))
            else:
                if frame.flow:
                    frame.mapping.end = event.end_mark.index
                self._put(frame.mapping)
        elif isinstance(event, yaml.AliasEvent):
            where = self._where(event)
            self._refuse(where, f"'*{event.anchor}' refers to an anchor; anchors are not read", "write the text again, or put it in quotes if it is text")
            self._put(Str("", where))
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents == 2:
                self._refuse(self._where(event), "'---' begins a second document in this file", "delete the line, or make it a file of its own")
            if event.version or event.tags:
                self._refuse(self._where(event), "a line that begins with '%' instructs YAML; it is not read", "delete it")

    def _open(self, event: Any) -> None:
        where = self._where(event)
        if event.anchor or event.tag:
            self._plain(event, where)
        frame = self.stack[-1] if self.stack else None
        if frame and frame.mapping is not None and not frame.keyed:
            self._refuse(where, "a name is expected here, not a group or a list", "write 'name: value'")
        if len(self.stack) >= DEEPEST:
            raise _TooDeepError(Problem(where, "Y006", f"groups stand more than {DEEPEST} deep in each other here"))
        offset = event.start_mark.index
        mapping = Map.read(where, offset) if type(event) is yaml.MappingStartEvent else None
        self.stack.append(_Frame(mapping, where, offset, bool(event.flow_style)))

    def _scalar(self, event: Any) -> None:
        mark = event.start_mark
        place = (self.file, mark.line + 1, mark.column + 1)
        if event.anchor or event.tag:
            self._plain(event, Where(*place))
        value = event.value
        style = _STYLES[event.style]
        if style == "plain":
            if value in _NULLS:
                value = ""
        elif style == "quoted" and (odd := _CONTROL.search(value)):
            self._refuse(Where(*place), f"this text holds the character U+{ord(odd[0]):04X}, written as an escape", "leave it out", "Y003")
            value = ""
        node = Str.read(value, place, mark.index, event.end_mark.index, style)
        frame = self.stack[-1] if self.stack else None
        if frame and frame.mapping is not None and not frame.keyed:
            self._key(node, frame, frame.mapping)
        else:
            self._put(node)

    def _key(self, key: Str, frame: _Frame, mapping: Map) -> None:
        frame.keyed, frame.key = True, None
        if key == "<<" and key.style == "plain":
            self._refuse(key.where, "'<<' merges groups; that is not read", "write the entries out")
        elif not key.isascii() and (odd := _ODD_SPACE.search(key)):
            self._refuse(
                key.where,
                f"the name {str(key)!r} holds a no-break or invisible space (U+{ord(odd[0]):04X})",
                "type the indent and the name anew with plain spaces",
            )
        elif key in mapping:
            self._refuse(
                key.where,
                f"'{key}' is written twice, first in line {next(one.where.line for one in mapping if one == key and isinstance(one, Str))}",
                "keep one of the two",
                "Y005",
            )
        else:
            frame.key = key

    def _put(self, node: Node) -> None:
        if not self.stack:
            if self.documents == 1:
                self._finish(node)
            return
        frame = self.stack[-1]
        if frame.mapping is None:
            frame.items.append(node)
            return
        if not frame.keyed:  # a group as a key, already refused: what follows is its value
            frame.keyed, frame.key = True, None
            return
        key, frame.keyed, frame.key = frame.key, False, None
        if key is None:
            return
        if frame.flow and not node and isinstance(node, Str) and node.offset == node.end and ":" not in self.text[key.end : node.offset]:
            self._refuse(
                key.where, f"'{key}' has no value; a comma inside {{ }} begins a new entry", "put the text in quotes, or each language on its own line"
            )
            return
        frame.mapping[key] = node

    def _finish(self, node: Node) -> None:
        if isinstance(node, Map):
            self.root = node
        elif node or not isinstance(node, Str):
            glued = isinstance(node, Str) and ":" in node
            hint = "write a space after the colon" if glued else "begin with 'name: value'"
            self._refuse(node.where, "the file must hold names with values", hint)

    def _plain(self, event: Any, where: Where) -> None:
        if event.anchor:
            self._refuse(where, f"'&{event.anchor}' sets an anchor; anchors are not read", "put the text in quotes if it is text")
        if tag := getattr(event, "tag", None):
            self._refuse(
                where,
                f"{self.text[event.start_mark.index :].split(None, 1)[0]!r} is a YAML tag ({tag}); tags are not read",
                "delete it, or put the text in quotes",
            )

    def _refuse(self, where: Where, what: str, hint: str, code: str = "Y007") -> None:
        self.problems.append(Problem(where, code, what, hint))

    def _where(self, event: Any) -> Where:
        mark = event.start_mark
        return Where(self.file, mark.line + 1, mark.column + 1)
