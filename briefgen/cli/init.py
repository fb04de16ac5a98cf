"""``briefgen init``."""

import shutil
from pathlib import Path

import click

from briefgen.build.places import DESK_FILE, shipped
from briefgen.errors import BriefgenError, Problem, Where


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """Make a new desk in DIR with one worked example. DIR must be new or empty."""
    if folder.is_symlink() or (folder.exists() and any(folder.iterdir())):
        raise BriefgenError(Problem(Where(str(folder)), "U010", "is not empty", "name a folder that is new or empty"), status=2)
    shutil.copytree(shipped("templates") / "_new" / "desk", folder, dirs_exist_ok=True)
    click.echo(f"A desk is ready in {folder}: {DESK_FILE} says what it makes, sources/ holds the facts.")
    click.echo(f"Next:\n  cd {folder}\n  briefgen check\n  briefgen build")
