"""The YAML reader: every scalar as text that knows its file, line, column and offset.

It reads a small, safe part of YAML (no anchors, aliases, tags, merge keys, several documents) and reports every problem of a
file at once. It knows nothing of what a value means: ``NO``, ``014`` and ``2026-02-30`` are text here.
"""

from briefgen.lines.nodes import Map, Node, Seq, Str
from briefgen.lines.reader import RefusedError, parse, read
from briefgen.lines.splice import put

__all__ = ["Map", "Node", "RefusedError", "Seq", "Str", "parse", "put", "read"]
