"""``briefgen check --confirm``: one form after the other, or all of them as a table."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from briefgen.check.questions import Question, answered, questions
from briefgen.check.sheet import answers, sheet
from briefgen.cli.report import counted
from briefgen.compose import Asked
from briefgen.errors import BriefgenError, Problem, Where

_HELP = "Enter takes the form in brackets, a number another one; or type the form. s skips, q stops and writes what was confirmed."


def confirm(root: Path, asked: Sequence[Asked], export: Path | None, table: Path | None) -> None:
    """Ask for each form that is not certain, or write the questions to ``export``, or take the answers from ``table``; write what is confirmed."""
    waiting = questions(root, asked)
    if not waiting:
        click.echo("There is no form to confirm.")
        return
    if export is not None:
        _new(export, sheet(waiting))
        click.echo(
            f"Wrote {counted(len(waiting), 'form')} to confirm into {export}. When its last column is filled in: briefgen check --confirm --answers {export}"
        )
        return
    given = _asked(waiting) if table is None else answers(_old(table), str(table), waiting)
    _write(root, given)


def _asked(waiting: Sequence[Question]) -> Mapping[Question, str]:
    click.echo(f"{counted(len(waiting), 'form')} to confirm. {_HELP}")
    given: dict[Question, str] = {}
    for number, question in enumerate(waiting, 1):
        answer = _one(question, f"{number}/{len(waiting)}")
        if answer is None:
            break
        if answer:
            given[question] = answer
    return given


def _one(question: Question, place: str) -> str | None:
    """The answer; "" if it was skipped, None if the asking is to stop."""
    asked, choices = question.asked, question.choices
    click.echo()
    click.echo(f"{place}  {asked.where}  {asked.address} [{asked.language}]")
    click.echo(f"  {question.nominative} → {asked.form}: {asked.why}")
    before, printed, after = question.sentence
    shown = click.style(f"[{printed}]", bold=True)
    more = f"  (and {question.number - 1} more)" if question.number > 1 else ""
    click.echo(f"  {before}{shown}{after}{more}")
    for n, choice in enumerate(choices, 1):
        click.echo(f"  {n}  {choice}")
    try:
        typed = click.prompt(f"  {asked.form}", default=choices[0] if choices else "s", show_default=bool(choices)).strip()
    except click.Abort:
        click.echo()
        return None
    if typed == "q":
        return None
    if typed == "s":
        return ""
    return choices[int(typed) - 1] if typed.isdecimal() and 0 < int(typed) <= len(choices) else str(typed)


def _write(root: Path, given: Mapping[Question, str]) -> None:
    from briefgen.build.stage import put  # noqa: PLC0415 - only where something is written

    if not given:
        click.echo("Nothing was confirmed, and nothing was written.")
        return
    files = answered(root, given)
    for path, data in files.items():
        put(path, data)
    click.echo(f"Wrote {counted(len(given), 'form')}:")
    for path in files:
        mine = sum(root / question.asked.where.file == path for question in given)
        click.echo(f"  {path.relative_to(root)}  ({mine})")


def _old(table: Path) -> bytes:
    try:
        return table.read_bytes()
    except OSError as error:
        raise BriefgenError(Problem(Where(str(table)), "Q002", f"the table cannot be opened ({error.strerror})", "check its name")) from None


def _new(table: Path, data: bytes) -> None:
    try:
        with table.open("xb") as stream:
            stream.write(data)
    except FileExistsError:
        raise BriefgenError(Problem(Where(str(table)), "Q004", "this file is there already; somebody may have filled it in", "give another name")) from None
    except OSError as error:
        raise BriefgenError(Problem(Where(str(table)), "Q004", f"the table cannot be written ({error.strerror})", "give another name"), status=3) from None
