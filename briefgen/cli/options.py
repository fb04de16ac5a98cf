"""What several commands take: events by name, lists with commas, the output folder."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

EVENTS = click.argument("events", nargs=-1, metavar="[EVENT]...")
OUT = click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="The output folder. Default: out/ on the desk.")


def listed(name: str, what: str) -> Decorator:
    """An option that takes several values, with commas or by being given again."""
    return click.option(name, multiple=True, callback=_split, metavar="A,B", help=what)


def out_folder(root: Path, given: Path | None) -> Path:
    """The output folder: as given, else ``out`` on the desk. Said relative to where the command runs, if it lies below."""
    folder = root / "out" if given is None else given
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_absolute() and folder.is_relative_to(here) and folder != here else folder


def _split(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for value in given for part in value.split(",") if part.strip())
