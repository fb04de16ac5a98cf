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
  briefgen check --confirm               settle the forms that are not certain, one by one
  briefgen check --confirm --export forms.csv     the same as a table for a colleague
  briefgen check --confirm --answers forms.csv    write what the colleague confirmed

Each line is FILE:LINE:COLUMN: CODE address: what is wrong; what to do.
"""


@click.command("check", epilog=_EXAMPLES)
@EVENTS
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True, help="How to say it.")
@click.option("--spelling", is_flag=True, help="Ask the program hunspell about each word, too; this is advice.")
@click.option("--confirm", is_flag=True, help="Ask for each form that is not certain, and write the answers into the facts.")
@click.option("--export", type=click.Path(dir_okay=False, path_type=Path), help="With --confirm: write the questions as a table (CSV) instead.")
@click.option("--answers", type=click.Path(dir_okay=False, path_type=Path), help="With --confirm: take the answers from such a table.")
@click.pass_context
def command(ctx: click.Context, /, events: tuple[str, ...], form: str, *, spelling: bool, confirm: bool, export: Path | None, answers: Path | None) -> None:
    """Say everything that is wrong: facts, languages, and every document that desk.yaml asks for. Writes nothing, but for --confirm.

    Errors stop a build (exit code 1). Doubts make drafts. Advice changes nothing.
    """
    if (export or answers) and not confirm:
        raise click.UsageError("--export and --answers go with --confirm.")
    if export and answers:
        raise click.UsageError("--export writes the questions, --answers takes the answers: give one of the two.")
    root = desk_root(Path.cwd())
    order = Order(root, out_folder(root, None), tuple(event.rstrip("/") for event in events))
    if confirm:
        from briefgen.build.survey import survey  # noqa: PLC0415 - heavy
        from briefgen.cli.asking import confirm as ask  # noqa: PLC0415

        ask(root, survey(order).examine().asked, export, answers)
        return
    found, documents, status = _examine(order, spelling=spelling)
    if form == "json":
        print_json(found)
    elif form == "github":
        print_github(found)
    else:
        print_problems(found)
        click.echo(f"{summary(found)} in {counted(documents, 'document')}." if documents or not found else f"{summary(found)}.")
    ctx.exit(status)


def _examine(order: Order, *, spelling: bool) -> tuple[tuple[Problem, ...], int, int]:
    """All problems, how many documents were looked at, and the exit code."""
    from briefgen.build.survey import survey  # noqa: PLC0415 - heavy

    try:
        desk = survey(order, sound=False)
        examined = desk.examine(advice=True, spelling=spelling)
    except BriefgenError as wrong:
        return wrong.problems, 0, wrong.status
    found = examined.problems if order.events else (*examined.problems, *desk.desk.check())  # the whole desk: what nobody uses, too
    wanted = {(target.event, target.kind, target.langs) for target in desk.targets}
    return found, len(wanted), 1 if any(problem.grade is Grade.ERROR for problem in found) else 0
