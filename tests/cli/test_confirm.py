"""``check --confirm``: forms that are not certain are asked for in their sentence and written where they belong."""

import csv
import io
from pathlib import Path

import pytest

from briefgen.cli import main
from tests.compose.desks import REGISTER, desk

FACTS = """
kind: meeting
title: {id: Pertemuan, en: Meeting, ru: {text: встреча, gender: f}}
when: 2026-04-14
place: jakarta
defaults: {source: desk, audience: public}
sides: {ID: head-id, RU: head-ru}
topics: [odd]
wording: {headline: 1, lead: 1}
"""
ODD = REGISTER.replace("terms:\n", "terms:\n  # nobody knows this word\n  odd: {id: aneh, en: odd things, ru: {text: отрокбара, gender: f}}  # yet\n")
UNKNOWN = REGISTER.replace("terms:\n", "terms:\n  odd: {id: aneh, en: odd things, ru: «Отрокбара»}\n")


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = desk(tmp_path, FACTS, register=ODD)
    monkeypatch.chdir(root)
    return root


def say(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def register(root: Path) -> str:
    return (root / "sources" / "register" / "all.yaml").read_text(encoding="utf-8")


def status(capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["check", "talks", "--format", "text"]) == 0
    return capsys.readouterr().out.splitlines()[-1]


def test_a_confirmed_form_settles_the_doubt_and_leaves_all_else(at: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(capsys).startswith("1 doubt,")  # two sentences, one form, told once
    say(monkeypatch, "отрокбару")
    capsys.readouterr()
    assert main(["check", "--confirm"]) == 0
    said = capsys.readouterr().out
    assert "отрокбара → acc" in said
    assert "[отрокбару]" in said
    assert "(and 1 more)" in said
    assert "Индонезия и Россия обсудили" in said  # the whole sentence
    assert register(at) == ODD.replace("gender: f}}  # yet", "gender: f, forms: {acc: отрокбару}}}  # yet")
    assert "doubt" not in status(capsys)


def test_enter_takes_what_is_proposed_and_a_number_another(at: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, "")
    assert main(["check", "--confirm"]) == 0
    assert "forms: {acc: отрокбару}" in register(at)


@pytest.mark.parametrize("typed", [["s"], ["q"], []], ids=["skipped", "stopped", "no more input"])
def test_nothing_is_written_that_was_not_confirmed(at: Path, monkeypatch: pytest.MonkeyPatch, typed: list[str]) -> None:
    say(monkeypatch, *typed)
    assert main(["check", "--confirm"]) == 0
    assert register(at) == ODD


def test_a_form_that_nothing_is_known_of_is_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = desk(tmp_path, FACTS, register=UNKNOWN)
    monkeypatch.chdir(root)
    assert main(["check", "talks"]) == 1
    say(monkeypatch, "«Отрокбару»", "«Отрокбары»", "«Отрокбаре»")
    assert main(["check", "--confirm"]) == 0
    assert "ru: {text: «Отрокбара», forms: {" in register(root)
    assert "acc: «Отрокбару»" in register(root)
    assert main(["check", "talks"]) == 0


def test_a_colleague_fills_in_a_table(at: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--confirm", "--export", "forms.csv"]) == 0
    table = (at / "forms.csv").read_bytes()
    assert table.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][-1] == "confirmed"
    assert [row[1:6] for row in rows[1:]] == [["terms.odd", "ru", "отрокбара", "acc", "отрокбару"]]
    assert "[отрокбару]" in rows[1][8]
    assert register(at) == ODD
    assert main(["check", "--confirm", "--export", "forms.csv"]) == 1  # somebody may have filled it in
    assert (at / "forms.csv").read_bytes() == table
    rows[1][-1] = "отрокбару"
    out = io.StringIO()
    csv.writer(out, delimiter="\t").writerows(rows)  # another program, other separators
    (at / "back.csv").write_text(out.getvalue(), encoding="utf-8")
    assert main(["check", "--confirm", "--answers", "back.csv"]) == 0
    assert "acc: отрокбару" in register(at)
    assert "no form to confirm" in _said(capsys, ["check", "--confirm"])
    assert main(["check", "--confirm", "--answers", "back.csv"]) == 0  # nothing is asked any more


@pytest.mark.parametrize(
    ("table", "code", "line"),
    [
        ("a;b\n1;2\n", "Q002", ":1:"),
        ("address;language;text;form;confirmed\nterms.odd;ru;иное;acc;иного\n", "Q003", ":2:"),
        ("address;language;text;form;confirmed\nterms.odd;ru;отрокбара;acc;от\u202eрок\n", "Q001", ""),
        (None, "Q002", ""),
    ],
    ids=["no such columns", "another text", "no form", "no file"],
)
def test_a_wrong_table_is_told_and_nothing_written(at: Path, capsys: pytest.CaptureFixture[str], table: str | None, code: str, line: str) -> None:
    if table is not None:
        (at / "t.csv").write_text(table, encoding="utf-8")
    assert main(["check", "--confirm", "--answers", "t.csv"]) == 1
    said = capsys.readouterr()
    assert code in said.err + said.out
    assert line in said.err + said.out
    assert register(at) == ODD


def test_the_options_of_confirming_go_together(at: Path) -> None:
    assert main(["check", "--export", "a.csv"]) == 2
    assert main(["check", "--confirm", "--export", "a.csv", "--answers", "b.csv"]) == 2


def _said(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> str:
    capsys.readouterr()
    assert main(arguments) == 0
    return capsys.readouterr().out
