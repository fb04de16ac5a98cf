"""Where things lie: the desk above a folder, and the templates and locales that it looks through.

Imports nothing heavy: a build that finds nothing to do never needs more than this.
"""

from pathlib import Path

from briefgen.errors import BriefgenError, Problem, Where

DESK_FILE = "desk.yaml"
MEMORY = ".briefgen"
"""The folder below the output folder for what ``build`` remembers; nothing in it goes out."""

DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
"""What Windows takes for a device, with any ending: no file or folder of ours is called so."""

_PACKAGE = Path(__file__).resolve().parent.parent


def desk_root(start: Path) -> Path:
    """The nearest folder with a desk.yaml, from ``start`` upwards. Raises D001 if there is none."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / DESK_FILE).is_file():
            return folder
    hint = "run briefgen inside a desk, or make one with: briefgen init DIR"
    raise BriefgenError(Problem(Where(), "D001", f"no {DESK_FILE} in this folder or above it", hint))


def shipped(name: str) -> Path:
    """The package's own ``templates`` or ``locales``: inside the wheel, else beside the source (found by file, not by the import system)."""
    inside = _PACKAGE / "_data" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def folders(root: Path, name: str) -> tuple[Path, ...]:
    """The folders called ``name`` to look through: the desk's own first, then the package's. Each once, and only those there are."""
    found = [folder for folder in (root / name, shipped(name)) if folder.is_dir()]
    return tuple({folder.resolve(): folder for folder in found}.values())
