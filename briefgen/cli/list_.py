"""``briefgen list``."""

from pathlib import Path

import click

from briefgen.build.order import Order
from briefgen.build.places import desk_root
from briefgen.cli.options import out_folder
from briefgen.cli.report import wrapped


@click.command("list")
def command() -> None:
    """List the events, kinds, languages and formats there are, and which go together."""
    from briefgen.build.survey import survey  # noqa: PLC0415 - heavy

    root = desk_root(Path.cwd())
    desk = survey(Order(root, out_folder(root, None)))
    there = desk.known
    click.echo(f"Events:     {wrapped(there.events)}")
    click.echo(f"Languages:  {wrapped(there.languages)} (this desk: {wrapped(there.default_languages)}; in pairs: {wrapped(there.default_pairs)})")
    formats = [f"{name} (for authors of templates, with the addresses of facts)" if name in there.inner_formats else name for name in there.formats]
    click.echo(f"Formats:    {wrapped(formats)} (this desk: {wrapped(there.default_formats)})")
    click.echo("Kinds:")
    for name, kind in sorted(there.kinds.items()):
        pairs = "also in pairs" if kind.parity != "document" else "not in pairs"
        used = "" if name in there.default_kinds else "; not on this desk's list"
        passed = [event for event in there.events if not there.applies(event, name, kind.audience)]
        lacking = f"; not of {wrapped(passed)}, which lack{'s' * (len(passed) == 1)} what it needs" if passed else ""
        click.echo(f"  {name}: up to {kind.audience}, in {wrapped(kind.languages)}, {pairs}{used}{lacking}")
