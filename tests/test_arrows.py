"""The arrows of the house: which room may open which, and which libraries each may use. Read from the source, so a lazy import counts too."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "briefgen"
GROUND = {"document", "values", "errors"}
ALL = GROUND | {"lines", "facts", "language", "compose", "write", "read", "check", "build", "doctor", "cli"}

OPENS: dict[str, set[str]] = {
    "document": set(),
    "values": set(),
    "errors": set(),
    "lines": {"errors"},
    "facts": {"errors", "values", "lines"},
    "language": {"errors", "values", "document", "lines"},
    "write": {"errors", "document", "lines"},
    "read": {"errors", "document"},
    "compose": {"errors", "values", "document", "lines", "facts", "language"},
    "check": ALL - {"write", "build", "doctor", "cli", "check"},
    "build": ALL - {"cli", "doctor", "build"},
    "doctor": {"errors", "build"},
    "cli": ALL,
    "__init__": {"facts", "language"},
    "__main__": {"cli"},
}
USES: dict[str, set[str]] = {
    "lines": {"yaml"},
    "facts": {"pydantic", "pydantic_core"},
    "language": {"babel", "pymorphy3", "pytrovich"},
    "write": {"docx", "lxml", "weasyprint", "pikepdf", "fontTools", "pydyf", "pyphen"},  # the last three are parts of WeasyPrint
    "read": {"lxml", "pikepdf", "PIL"},
    "compose": {"jinja2", "markupsafe", "lxml"},
    "cli": {"click", "rich"},
}
LIGHT = {"cli", "build", "doctor", "__init__", "__main__"}
"""Rooms that a command passes through before it is known what there is to do."""
BEHIND_THE_DOOR = {"build/left.py", "build/make.py", "build/render.py", "build/survey.py", "build/workers.py", "cli/asking.py"}
"""Modules of those rooms that are imported only once something is to be done."""


@dataclass(frozen=True)
class Import:
    """One import: in which file and room, of what, and whether it runs when the file is imported."""

    file: str
    room: str
    line: int
    name: str
    at_once: bool


def imports(source: str, file: str) -> Iterator[Import]:
    """Every import in ``source``, wherever it stands; those for type checkers alone do not run."""
    room = file.split("/", maxsplit=1)[0].removesuffix(".py")

    def visit(node: ast.AST, at_once: bool, typing: bool) -> Iterator[Import]:
        if isinstance(node, ast.Import):
            yield from (Import(file, room, node.lineno, alias.name, at_once and not typing) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: a relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "briefgen" else [str(node.module)]
            yield from (Import(file, room, node.lineno, name, at_once and not typing) for name in names)
        inside = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        guarded = isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for child in ast.iter_child_nodes(node):
            yield from visit(child, at_once and not inside, typing or guarded)

    yield from visit(ast.parse(source), at_once=True, typing=False)


def everything() -> list[Import]:
    files = sorted(PACKAGE.rglob("*.py"))
    return [found for path in files for found in imports(path.read_text(encoding="utf-8"), path.relative_to(PACKAGE).as_posix())]


def room_opened(found: Import) -> str | None:
    """The room that an import opens, "" for one name of the package itself, None for anything else."""
    parts = found.name.split(".")
    if parts[0] != "briefgen":
        return None
    return parts[1] if len(parts) > 1 and (parts[1] in ALL) else ""


def wrong_arrow(found: Import) -> bool:
    room = room_opened(found)
    return bool(room) and room != found.room and room not in OPENS[found.room]


def wrong_library(found: Import) -> bool:
    name = found.name.split(".")[0]
    return name != "briefgen" and name not in sys.stdlib_module_names and name not in USES.get(found.room, set())


def test_every_room_was_found() -> None:
    rooms = {found.room for found in everything()}
    assert {"document", "values", "errors", "lines", "facts", "language", "write", "compose", "check", "build", "cli"} <= rooms
    assert rooms <= set(OPENS), "a room that the table does not know"
    assert len(everything()) > 200


def test_no_room_opens_one_that_it_may_not() -> None:
    assert [f"{found.file}:{found.line} opens {found.name}" for found in everything() if wrong_arrow(found)] == []


def test_no_room_uses_a_library_that_is_not_its_own() -> None:
    assert [f"{found.file}:{found.line} uses {found.name}" for found in everything() if wrong_library(found)] == []


def test_what_a_command_passes_through_is_light() -> None:
    heavy = {"facts", "language", "compose", "write", "read", "check", "lines"}
    libraries = set().union(*USES.values()) - {"click"}
    found = [one for one in everything() if one.room in LIGHT and one.at_once and one.file not in BEHIND_THE_DOOR]
    assert len(found) > 50
    at_once = [f"{one.file}:{one.line} {one.name}" for one in found if room_opened(one) in heavy or one.name.split(".")[0] in libraries]
    behind = [
        f"{one.file}:{one.line} {one.name}" for one in found if one.name.startswith("briefgen.") and one.name.replace(".", "/")[9:] + ".py" in BEHIND_THE_DOOR
    ]
    assert at_once + behind == []


@pytest.mark.parametrize(
    ("file", "source", "arrow", "library"),
    [
        ("write/pdf.py", "from briefgen.facts import Desk", True, False),
        ("facts/model.py", "def late():\n    from briefgen.language import Language", True, False),
        ("document.py", "from briefgen import errors", True, False),
        ("compose/say.py", "import weasyprint", False, True),
        ("check/x.py", "from briefgen.write import write", True, False),
        ("cli/x.py", "import yaml", False, True),
        ("write/html.py", "from briefgen.document import Text", False, False),
        ("lines.py", "import yaml.nodes", False, False),
    ],
)
def test_the_guard_sees_what_it_guards_against(file: str, source: str, arrow: bool, library: bool) -> None:
    (found,) = imports(source, file)
    assert (wrong_arrow(found), wrong_library(found)) == (arrow, library)
