"""How a command ends that failed: the problems it met, or one line about a bug of ours. Never a traceback without ``--debug``."""

import sys
import traceback
from pathlib import Path

import click

from briefgen import __version__
from briefgen.cli.report import print_problems
from briefgen.errors import BriefgenError, printable


def told(wrong: Exception, debug: bool) -> int:
    """Say on standard error what ended the command; the exit code."""
    if isinstance(wrong, BriefgenError):
        print_problems(wrong.problems, sys.stderr)
        _explain(debug)
        return wrong.status
    click.echo(f"briefgen {__version__}: this is a bug of ours ({_place(wrong)}). Please report this line and the command that you ran.", err=True)
    _explain(debug)
    return 70


def _explain(debug: bool) -> None:
    if debug:
        click.echo(printable(traceback.format_exc()).replace("\\u000a", "\n"), err=True)


def _place(bug: BaseException) -> str:
    """The kind of failure and our line where it happened; never its words, which may hold facts."""
    ours = [frame for frame in traceback.extract_tb(bug.__traceback__) if "briefgen" in Path(frame.filename).parts]
    last = Path(ours[-1].filename).parts if ours else ()
    inside = "/".join(last[len(last) - last[::-1].index("briefgen") :])
    return f"{type(bug).__name__} in {inside}:{ours[-1].lineno}" if ours else type(bug).__name__
