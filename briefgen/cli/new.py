"""``briefgen new``."""

import re
from pathlib import Path

import click

from briefgen.build.places import DEVICES, desk_root, shipped
from briefgen.errors import BriefgenError, Problem, Where

_ID = re.compile(r"[a-z][a-z0-9-]{0,63}")
_RESERVED = {"register", "unknown", "none", "all", "any", "self", "desk"}

_EXAMPLES = """\b
Examples:
  briefgen new event trade-talks-2026      writes sources/trade-talks-2026/facts.yaml
  briefgen new person siti-rahma           writes sources/register/siti-rahma.yaml
  briefgen new agreement fisheries         prints an entry to put under "agreements:" of its event
"""


@click.command("new", epilog=_EXAMPLES)
@click.argument("what", type=click.Choice(["event", "person", "agreement"]))
@click.argument("key")
def command(what: str, key: str) -> None:
    """Begin an event, a person or an agreement: a commented file to fill in.

    KEY names it for good: small letters, digits and hyphens. No file is ever replaced.
    """
    if not _ID.fullmatch(key) or key in _RESERVED | DEVICES or key.startswith("x-"):
        hint = "write small letters, digits and hyphens, a letter first, at most 64: trade-talks-2026"
        raise BriefgenError(Problem(Where(), "U011", f"{key!r} cannot be a key", hint), status=2)
    root = desk_root(Path.cwd())
    text = (shipped("templates") / "_new" / f"{what}.yaml").read_text(encoding="utf-8").replace("KEY", key)
    if what == "agreement":
        click.echo(text, nl=False)
        return
    place = root / "sources" / (f"{key}/facts.yaml" if what == "event" else f"register/{key}.yaml")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise BriefgenError(Problem(Where(str(place)), "U012", "is there already", "choose another key, or change that file"), status=2) from None
    click.echo(f"Wrote {place}. Fill it in, then: briefgen check{f' {key}' if what == 'event' else ''}")
