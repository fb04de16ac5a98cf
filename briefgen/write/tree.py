"""The document tree to read: one node a line, indented, for golden files and for people who write templates.

A no-break space stands as an open box, other invisible characters as escapes, so that a difference can be seen.
"""

from dataclasses import fields

from briefgen.document import Document, Node, Table, Text, children
from briefgen.errors import printable
from briefgen.write.house import House

_SEEN = str.maketrans(
    {"\u00a0": "␣", "␣": "\\u2423", "\u00ad": "\\u00ad", "\u202f": "\\u202f", "\u2028": "\\u2028", "\u2029": "\\u2029", '"': '\\"', "\\": "\\\\"}
)


def write(document: Document, house: House) -> bytes:  # noqa: ARG001  (a tree has no look)
    """The tree in UTF-8."""
    lines = [f"Document {document.kind} {'-'.join(document.langs)}{' draft' if document.draft else ''}{' tracked' if document.tracked else ''}"]
    lines += [f"  {name} {_quoted(text)}" for name in ("title", "subject", "mark") if (text := getattr(document, name))]
    for name in ("running", "footer"):
        if part := getattr(document, name):
            lines += [f"  {name}", *(line for node in part for line in _lines(node, 2))]
    lines += [line for block in document.content for line in _lines(block, 1)]
    return ("\n".join(lines) + "\n").encode()


def _lines(node: Node, depth: int) -> list[str]:
    indent = "  " * depth
    if isinstance(node, Text):
        return [indent + _quoted(node.text)]
    lines = [" ".join([indent + type(node).__name__, *_marks(node)])]
    if isinstance(node, Table) and node.caption:
        lines += [f"{indent}  caption", *(line for part in node.caption for line in _lines(part, depth + 2))]
        return lines + [line for row in node.rows for line in _lines(row, depth + 1)]
    return lines + [line for child in children(node) for line in _lines(child, depth + 1)]


def _marks(node: Node) -> list[str]:  # noqa: C901  (one case a field)
    """The plain fields of a node: its key or kind bare, words in quotes, the rest by name where it is not as usual."""
    marks = []
    for spec in fields(node):
        value = getattr(node, spec.name)
        match spec.name, value:
            case (("key" | "kind" | "lang" | "href" | "media"), str()):
                marks.append(printable(value).translate({32: "\\u0020"}))
            case "level", int():
                marks.append(str(value))
            case "role", str():
                marks.append(f"role={value}" if value else "")
            case "size", (int(wide), int(high)):
                marks.append(f"{wide}x{high}")
            case (("refs" | "omits"), tuple()):
                marks += [("-" if spec.name == "omits" else "") + ref for ref in value]
            case "widths", tuple() if value:
                marks.append("widths=" + ":".join(f"{share:g}" for share in value))
            case "span", int() if value != 1:
                marks.append(f"span={value}")
            case "together", str() if value:
                marks.append(f"together={value}")
            case (("ordered" | "header"), True):
                marks.append(spec.name)
            case "asserts", False:
                marks.append("mention")
            case (("text" | "alt"), str()):
                marks.append(_quoted(value))
    return [mark for mark in marks if mark]


def _quoted(text: str) -> str:
    return '"' + printable(text.translate(_SEEN)) + '"'
