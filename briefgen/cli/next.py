"""``briefgen`` alone: what to do next."""

from pathlib import Path

import click

from briefgen.build import stage
from briefgen.build.files import hash_of
from briefgen.build.manifest import Manifest
from briefgen.build.places import DESK_FILE, desk_root
from briefgen.cli.options import out_folder
from briefgen.cli.report import counted
from briefgen.errors import BriefgenError


def say_next(here: Path) -> None:
    """Look at the desk without reading its facts, and name the one command that comes next (and the others that may)."""
    try:
        root = desk_root(here)
    except BriefgenError:
        click.echo(f"There is no desk here (a folder with {DESK_FILE}).")
        _steps({"briefgen init my-desk": "make one, with a worked example", "briefgen --help": "all commands"})
        return
    out = out_folder(root, None)
    events = sorted(path.parent.name for path in root.glob("sources/*/facts.yaml"))
    click.echo(f"Desk: {root.name}, {counted(len(events), 'event')}{': ' + ', '.join(events) if events else ''}.")
    if not events:
        _steps({"briefgen new event KEY": "begin an event"})
        return
    if cut_off := stage.mixed(out):
        click.echo(f"A build was cut off: {counted(len(cut_off), 'file')} in {out} are partly old, partly new.")
        _steps({"briefgen build": "finish it"})
        return
    made = [name for name in Manifest.load(out).files if hash_of(out / name)]
    if not made:
        _steps({"briefgen check": "see what is wrong", "briefgen build": "make the documents"})
        return
    click.echo(f"Made so far: {counted(len(made), 'file')} in {out}.")
    _steps({"briefgen build": "make what has changed", "briefgen status": "see what is draft and why", "briefgen new event KEY": "begin another event"})


def _steps(steps: dict[str, str]) -> None:
    click.echo("Next:")
    for command, what in steps.items():
        click.echo(f"  {command:<24} {what}")
