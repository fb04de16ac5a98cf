"""The command line: the only room that prints and exits.

One module a command, imported when it is called. Exit codes: 0 done (drafts and advice too), 1 an error in the inputs,
2 usage, 3 the machine, 70 a bug of ours.
"""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from briefgen import __version__

COMMANDS = {
    "init": "make a new desk with one worked example",
    "new": "a commented file to fill in: event, person or agreement",
    "check": "every problem at once, before anything is printed",
    "build": "make the documents",
    "list": "the events, kinds, languages and formats there are",
    "status": "which documents are final, which are drafts and why",
    "say": "how a language says a value",
    "doctor": "what this machine lacks, and the command that mends it",
    "schema": "JSON Schema, for completion in an editor",
}
"""Every command with its line of help: written here so that ``--help`` imports none of them."""

_EXAMPLES = """\b
Examples:
  briefgen                                    what to do next on this desk
  briefgen init my-desk                       a new desk with one worked example
  briefgen check                              everything that is wrong
  briefgen build                              what desk.yaml asks for
  briefgen build digital-mou-2025 --lang ru --format docx
  briefgen say ru date 2025-06-19             19 июня 2025 г.
"""


class _Commands(click.Group):
    """Finds a command's module by its name, when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"briefgen.cli.{'list_' if cmd_name == 'list' else cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Commands, invoke_without_command=True, epilog=_EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, help="Show where in the program a failure happened.")
@click.version_option(__version__, prog_name="briefgen")
@click.pass_context
def group(ctx: click.Context, debug: bool) -> None:  # noqa: ARG001 - `main` reads --debug, wherever it stands
    """One set of facts, every language, ready to print.

    briefgen turns the facts of a desk (a folder with desk.yaml) into press releases, briefing notes and bilingual documents, as Word and PDF.
    Called without a command it says what to do next.
    """
    if ctx.invoked_subcommand is None:
        from pathlib import Path  # noqa: PLC0415 - only where it is wanted

        from briefgen.cli.next import say_next  # noqa: PLC0415

        say_next(Path.cwd())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code. Never shows a traceback without ``--debug``."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given
    _speak_every_script()
    gc.set_threshold(50_000, 20, 20)  # a command is short, and most of what it makes stays: looking through it often finds nothing
    try:
        return _run([argument for argument in given if argument != "--debug"])
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read us has gone; say nothing at exit either
        return 0
    except Exception as wrong:  # noqa: BLE001 - the last door: whatever gets here is ours
        from briefgen.cli.failure import told  # noqa: PLC0415 - most commands need none of it

        return told(wrong, debug)


def _run(given: list[str]) -> int:
    try:
        code = group.main(given, prog_name="briefgen", standalone_mode=False)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.Abort:
        click.echo("Stopped. The old files are as they were.", err=True)
        return 130
    except click.ClickException as wrong:
        wrong.show(sys.stderr)
        return wrong.exit_code
    return code if isinstance(code, int) else 0


def _speak_every_script() -> None:
    """A pipe in an old code page must not break on Russian."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace", **({} if stream.isatty() else {"encoding": "utf-8"}))
