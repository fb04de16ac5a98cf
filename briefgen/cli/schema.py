"""``briefgen schema``."""

import json
from pathlib import Path

import click

from briefgen.build.places import desk_root
from briefgen.build.stage import put
from briefgen.build.trouble import told

KINDS = ("event", "register", "desk")
FOLDER = ".briefgen-schema"

_EXAMPLES = f"""\b
Examples:
  briefgen schema event            prints one
  briefgen schema                  writes all three to {FOLDER}/ on the desk

\b
An editor completes a facts file that begins with
  # yaml-language-server: $schema=../../{FOLDER}/event.json
"""


@click.command("schema", epilog=_EXAMPLES)
@click.argument("kind", type=click.Choice(KINDS), required=False)
def command(kind: str | None) -> None:
    """Print the JSON Schema of a facts file, or write all of them for an editor to complete with."""
    from briefgen.facts.schema import json_schema  # noqa: PLC0415 - heavy

    if kind:
        click.echo(json.dumps(json_schema(kind), ensure_ascii=False, indent=2))
        return
    folder = desk_root(Path.cwd()) / FOLDER
    for name in KINDS:
        place = folder / f"{name}.json"
        with told(place):
            folder.mkdir(exist_ok=True)
            put(place, (json.dumps(json_schema(name), ensure_ascii=False, indent=2) + "\n").encode())
    click.echo(f"Wrote {folder.name}/{', '.join(f'{name}.json' for name in KINDS)}")
