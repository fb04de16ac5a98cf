"""The command as a person meets it: help, exit codes, one line for each problem, no traceback."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import click
import pytest

from briefgen.__main__ import command as process
from briefgen.cli import COMMANDS, failure, group, main, report
from briefgen.errors import BriefgenError, Grade, Problem, Where

ROOT = Path(__file__).parents[2]
HEAVY = {"pydantic", "weasyprint", "lxml", "jinja2", "babel", "yaml", "rich", "docx", "pikepdf", "PIL", "pymorphy3", "pytrovich"}
PROBLEMS = (
    Problem(Where("b.yaml", 2, 1), "F002", "is missing", "write it", "talks.when"),
    Problem(Where("a.yaml", 10, 3), "F001", "is\u202e wrong", "mend it", "talks.place", "ru"),
    Problem(Where("a.yaml", 9, 3), "L001", "derived", "confirm", grade=Grade.DOUBT),
    Problem(Where(), "F050", "unused", grade=Grade.ADVICE),
)


def run(*arguments: str, cwd: Path, code: int = 0) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "briefgen", *arguments], check=False, capture_output=True, text=True, cwd=cwd, env=environment, encoding="utf-8"
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["--version"], []])
def test_help_imports_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    script = f"import sys; from briefgen.cli import main; main({arguments!r}); print(sorted({HEAVY!r} & set(sys.modules)), 'click' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert done.stdout.splitlines()[-1] == "[] True"


def test_every_command_is_there_and_teaches() -> None:
    context = click.Context(group)
    for name in COMMANDS:
        command = group.get_command(context, name)
        assert command is not None
        assert command.name == name
        assert len(command.get_help(context).splitlines()) > 4
        assert command.help
        assert command.help.splitlines()[0].endswith((".", ":"))


def test_modules_and_commands_are_the_same_list() -> None:
    shared = {"__init__", "report", "options", "next", "failure", "asking"}
    assert {path.stem.rstrip("_") for path in (ROOT / "briefgen/cli").glob("*.py")} - {"__init"} - shared == set(COMMANDS)


def test_a_wrong_option_is_usage(tmp_path: Path) -> None:
    assert "No such option" in run("build", "--colour", cwd=tmp_path, code=2).stderr
    assert "No such command" in run("biuld", cwd=tmp_path, code=2).stderr


def test_outside_of_a_desk_it_says_what_to_do(tmp_path: Path) -> None:
    assert "briefgen init" in run(cwd=tmp_path).stdout
    for command in ("build", "check", "list", "status"):
        said = run(command, cwd=tmp_path, code=1).stderr
        assert said.startswith("D001 no desk.yaml")
        assert said.count("\n") == 1


def test_problems_are_one_sorted_line_each_errors_first(capsys: pytest.CaptureFixture[str]) -> None:
    report.print_problems([*PROBLEMS, PROBLEMS[0]])
    assert capsys.readouterr().out.splitlines() == [
        "a.yaml:10:3: F001 talks.place [ru]: is\\u202e wrong; mend it",
        "b.yaml:2:1: F002 talks.when: is missing; write it",
        "Doubts: documents are drafts, marked on each page, until these are settled.",
        "a.yaml:9:3: L001 derived; confirm",
        "Advice: changes nothing.",
        "F050 unused",
    ]
    assert report.summary(PROBLEMS) == "2 errors, 1 doubt, 1 piece of advice"
    assert report.summary(()) == "no problem"


def test_problems_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    report.print_json(PROBLEMS)
    whole = json.loads(capsys.readouterr().out)
    assert [problem["code"] for problem in whole["problems"]] == ["F001", "F002", "L001", "F050"]
    assert whole["problems"][1] == {
        "grade": "error", "code": "F002", "file": "b.yaml", "line": 2, "column": 1, "address": "talks.when", "language": "", "template": "",
        "what": "is missing", "hint": "write it",
    }  # fmt: skip
    assert (whole["errors"], whole["doubts"], whole["advice"]) == (2, 1, 1)


def test_problems_for_github_cannot_break_out_of_their_line(capsys: pytest.CaptureFixture[str]) -> None:
    report.print_github([Problem(Where("a,b:c.yaml", 3, 1), "F001", "50%\n::error::x"), PROBLEMS[2], PROBLEMS[3]])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "::error file=a%2Cb%3Ac.yaml,line=3,col=1,title=F001::a,b:c.yaml:3:1: F001 50%25\\u000a::error::x"
    assert lines[1].startswith("::warning file=a.yaml,")
    assert lines[2] == "::notice title=F050::F050 unused"


def raising(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(here: Path) -> None:
        raise error

    monkeypatch.setattr("briefgen.cli.next.say_next", fail)


def test_a_bug_of_ours_is_one_line_without_the_facts(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    raising(monkeypatch, KeyError("the secret figure"))
    assert main([]) == 70
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "this is a bug of ours (KeyError in cli/__init__.py:" in said
    assert "secret" not in said
    assert "Traceback" not in said
    assert main(["--debug"]) == 70
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("status", [1, 2, 3])
def test_problems_decide_the_exit_code(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], status: int) -> None:
    raising(monkeypatch, BriefgenError(PROBLEMS, status=status))
    assert main([]) == status
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("a.yaml:10:3: F001")
    assert "Traceback" not in said.err


def test_ctrl_c_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    raising(monkeypatch, KeyboardInterrupt())
    assert main([]) == 130
    assert capsys.readouterr().err.strip().splitlines() == ["Stopped. The old files are as they were."]


def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    script = f"{sys.executable} -m briefgen --help | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], check=True, capture_output=True, text=True, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert done.stdout.splitlines()[-1] == "0"
    assert done.stderr == ""


def test_the_place_of_a_bug_is_ours() -> None:
    with pytest.raises(AttributeError) as caught:
        report.print_problems([None])  # type: ignore[list-item]
    assert failure._place(caught.value).startswith("AttributeError in cli/report.py:")


class Ended(BaseException):
    """In place of the end of the process."""


class Full(io.BytesIO):
    """A disk with no room left."""

    def write(self, _data: object) -> int:
        raise OSError(28, "No space left on device")


@pytest.mark.parametrize(("disk", "code", "written"), [(io.BytesIO(), 0, b"said"), (Full(), 3, b"")])
def test_what_was_said_is_written_before_the_process_ends(disk: io.BytesIO, code: int, written: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def end(status: int) -> NoReturn:
        raise Ended(status, disk.getvalue())

    monkeypatch.setattr("sys.stdout", said := io.TextIOWrapper(disk))
    monkeypatch.setattr("briefgen.__main__.main", lambda: said.write("said") - 4)
    monkeypatch.setattr("os._exit", end)
    with pytest.raises(Ended) as ended:
        process()
    assert ended.value.args == (code, written)
    said.detach()
