"""``briefgen build``."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from briefgen.build import Order, Outcome, build, finish
from briefgen.build.places import desk_root
from briefgen.build.run import Tick
from briefgen.cli.options import EVENTS, OUT, listed, out_folder
from briefgen.cli.report import counted, print_problems

_EXAMPLES = """\b
Examples:
  briefgen build                                   all that desk.yaml asks for
  briefgen build digital-mou-2025                  one event
  briefgen build --lang ru,en --format docx        two languages, Word only
  briefgen build --pair id-ru --kind press-release side by side
  briefgen build --kind briefing-note --audience public

Nothing is written if anything is wrong, and a file that you have changed is never replaced: see --overwrite.
"""


@click.command("build", epilog=_EXAMPLES)
@EVENTS
@listed("--lang", "Languages, one document each.")
@listed("--pair", "Two languages side by side: id-ru.")
@listed("--kind", "Kinds of document.")
@listed("--format", "docx, pdf, html, txt; or tree, for authors of templates: it holds the addresses of facts.")
@click.option("--audience", default="", metavar="NAME", help="public, delegation or internal. Default: each kind's highest.")
@OUT
@click.option("--overwrite", is_flag=True, help="Replace files that you have changed; yours are kept beside as NAME.edited-1.EXT.")
def command(  # noqa: PLR0917 - one parameter an option
    events: tuple[str, ...], lang: tuple[str, ...], pair: tuple[str, ...], kind: tuple[str, ...], format: tuple[str, ...],  # noqa: A002
    audience: str, out: Path | None, overwrite: bool,
) -> None:  # fmt: skip
    """Make the documents: every event, kind, language and format that desk.yaml names, or what the options say."""
    root = desk_root(Path.cwd())
    order = Order(root, out_folder(root, out), tuple(event.rstrip("/") for event in events), lang, pair, kind, format, audience, overwrite)
    _finish(order.out)
    with progress() as tick:
        done = build(order, tick)
    _tell(order.out, done)


def _finish(out: Path) -> None:
    """Finish a build that was cut off, and say so, whatever becomes of this one."""
    before = finish(out)
    if before.finished:
        click.echo("An earlier build was cut off, so this set was partly old, partly new; it is now finished:")
        _names(out, before.finished)
    if before.left:
        click.echo("These could not be finished, since they were changed or lost in between:")
        _names(out, before.left)


def _tell(out: Path, done: Outcome) -> None:
    if done.written:
        click.echo(f"Wrote {counted(len(done.written), 'file')}:")
        _names(out, done.written)
        if done.current:
            click.echo(f"{counted(len(done.current), 'file')} already up to date.")
    else:
        click.echo(f"Nothing to do: {counted(len(done.current) + len(done.edited), 'file')} in {out} up to date.")
    if done.edited:
        click.echo("Changed by hand and left as they are (--overwrite makes them anew):")
        _names(out, done.edited)
    if done.left:
        click.echo("Left behind by earlier builds; no build would write these now (delete what nobody needs):")
        _names(out, done.left)
    if done.kept:
        click.echo("Your changed files were kept as:")
        _names(out, done.kept)
    print_problems(done.doubts, sys.stderr)
    if done.drafts:
        click.echo(f"{counted(len(done.drafts), 'draft')} among them: briefgen status says why.")


def _names(out: Path, names: tuple[str, ...]) -> None:
    for name in sorted(names):
        click.echo(f"  {out / name}")


@contextmanager
def progress() -> Iterator[Tick]:
    """A line of progress on a terminal; silence in a pipe. It starts no thread, since the build forks."""
    if not sys.stderr.isatty():
        yield lambda _count, _name: None
        return
    from rich.console import Console  # noqa: PLC0415 - only on a terminal
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), auto_refresh=False, transient=True) as bar:
        task = bar.add_task("reading the facts", total=None)

        def tick(count: int, name: str) -> None:
            bar.update(task, total=count, advance=1 if name else 0, description=name or "making the documents")
            bar.refresh()

        bar.refresh()
        yield tick
