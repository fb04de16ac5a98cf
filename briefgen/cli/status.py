"""``briefgen status``."""

import sys
from pathlib import Path

import click

from briefgen.build.files import hash_of
from briefgen.build.manifest import Manifest
from briefgen.build.order import Order
from briefgen.build.places import desk_root
from briefgen.build.stage import mixed
from briefgen.cli.options import OUT, out_folder
from briefgen.cli.report import print_problems, wrapped
from briefgen.errors import Grade


@click.command("status")
@OUT
def command(out: Path | None) -> None:
    """Say which documents are final and which are drafts, and why; and which are missing, out of date, or changed by hand."""
    from briefgen.build.inputs import Inputs  # noqa: PLC0415
    from briefgen.build.left import left_behind  # noqa: PLC0415 - heavy
    from briefgen.build.survey import survey  # noqa: PLC0415

    root = desk_root(Path.cwd())
    folder = out_folder(root, out)
    if cut_off := mixed(folder):
        click.echo("A build was cut off, so these files are partly old, partly new; briefgen build finishes them:")
        for name in cut_off:
            click.echo(f"  {folder / name}")
    desk = survey(Order(root, folder))
    inputs, manifest = Inputs.read(root), Manifest.load(folder)
    made = manifest.files
    keys = {target.name: found for target, found in desk.keys(inputs).items()}
    left = left_behind(folder, desk, manifest, ())
    for name, found in keys.items():
        click.echo(f"{'left behind' if name in left else _state(folder, name, found, manifest):<16} {folder / name}")
    for event, kind in desk.passed:
        click.echo(f"{'passed over':<16} {folder / event}: {kind}, which needs {wrapped(desk.kinds[kind].needs)}")
    for name in sorted(set(made) - set(keys)):
        if hash_of(folder / name):
            click.echo(f"{'left behind' if name in left else 'not asked for':<16} {folder / name}")
    if left:
        click.echo("Left behind: no build would write these files now, since their event is gone or no longer for that audience. Delete what nobody needs.")
    if any(made[name].draft for name in keys if name in made):
        reasons = [problem for problem in desk.examine().problems if problem.grade is not Grade.ADVICE]
        print_problems(reasons, sys.stdout)


def _state(out: Path, name: str, keys: tuple[str, ...], manifest: Manifest) -> str:
    made = manifest.files.get(name)
    now = hash_of(out / name)
    if made is None:
        return "not built yet" if not now else "not briefgen's"
    if not now:
        return "missing"
    if now != made.sha256:
        return "changed by hand"
    if made.key not in keys:
        return "out of date"
    return "draft" if made.draft else "final"
