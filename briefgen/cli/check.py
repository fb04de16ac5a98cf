"""``briefgen check``."""

from pathlib import Path

import click

from briefgen.build.order import Order
from briefgen.build.places import desk_root
from briefgen.cli.options import EVENTS, out_folder
from briefgen.cli.report import counted, print_github, print_json, print_problems, summary
from briefgen.errors import BriefgenError, Grade, Problem

_EXAMPLES = """\b
Examples:
  briefgen check                         the whole desk
  briefgen check digital-mou-2025        one event
  briefgen check --format github         beside the lines of a pull request

Each line is FILE:LINE:COLUMN: CODE address: what is wrong; what to do.
"""


@click.command("check", epilog=_EXAMPLES)
@EVENTS
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True, help="How to say it.")
@click.pass_context
def command(ctx: click.Context, events: tuple[str, ...], form: str) -> None:
    """Say everything that is wrong: facts, languages, and every document that desk.yaml asks for. Writes nothing.

    Errors stop a build (exit code 1). Doubts make drafts. Advice changes nothing.
    """
    root = desk_root(Path.cwd())
    order = Order(root, out_folder(root, None), tuple(event.rstrip("/") for event in events))
    found, documents, status = _examine(order)
    if form == "json":
        print_json(found)
    elif form == "github":
        print_github(found)
    else:
        print_problems(found)
        click.echo(f"{summary(found)} in {counted(documents, 'document')}." if documents or not found else f"{summary(found)}.")
    ctx.exit(status)


def _examine(order: Order) -> tuple[tuple[Problem, ...], int, int]:
    """All problems, how many documents were looked at, and the exit code."""
    from briefgen.build.survey import survey  # noqa: PLC0415 - heavy

    try:
        desk = survey(order)
        examined = desk.examine()
    except BriefgenError as wrong:
        return wrong.problems, 0, wrong.status
    found = examined.problems if order.events else (*examined.problems, *desk.desk.check())  # the whole desk: what nobody uses, too
    wanted = {(target.event, target.kind, target.langs) for target in desk.targets}
    return found, len(wanted), 1 if any(problem.grade is Grade.ERROR for problem in found) else 0
