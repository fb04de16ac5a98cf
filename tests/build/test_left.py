"""Files of earlier builds that no build would write now: said, and never touched."""

import shutil
from pathlib import Path

import pytest

from briefgen.cli import main

ROOT = Path(__file__).parents[2]
PUBLIC, NOTE = "out/port-mou-2026/press-release.en.txt", "out/port-mou-2026/briefing-note.en.txt"
JOB = ["build", "--kind", "press-release,briefing-note", "--lang", "en", "--format", "txt"]
INNER = ["build", "--kind", "briefing-note", "--lang", "en", "--format", "txt"]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    shutil.copytree(ROOT / "templates" / "_new" / "desk", tmp_path / "desk")
    monkeypatch.chdir(tmp_path / "desk")
    assert main(JOB) == 0
    capsys.readouterr()
    return tmp_path / "desk"


def close(desk: Path) -> None:
    """The whole event becomes internal."""
    facts = desk / "sources/port-mou-2026/facts.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("kind:", "audience: internal\nkind:", 1), encoding="utf-8")


def said(capsys: pytest.CaptureFixture[str]) -> str:
    told = capsys.readouterr()
    return told.out + told.err


def test_a_public_file_of_an_event_that_became_internal_is_named_at_each_build(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (desk / PUBLIC).read_bytes()
    close(desk)
    for _ in range(2):  # the second finds nothing to do
        assert main(INNER) == 0
        assert f"no build would write these now (delete what nobody needs):\n  {PUBLIC}\n" in said(capsys)
    assert main(["status"]) == 0
    assert f"left behind      {PUBLIC}" in said(capsys)
    assert (desk / PUBLIC).read_bytes() == before
    (desk / PUBLIC).unlink()
    assert main(INNER) == 0
    assert "Left behind" not in said(capsys)


def test_it_is_told_beside_the_error_where_the_public_document_is_asked_for(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    close(desk)
    assert main(JOB) == 1
    told = said(capsys)
    assert "F050 port-mou-2026: nothing in this event is public" in told
    assert f"{PUBLIC}: B015 was written by an earlier build" in told
    assert NOTE not in told


def test_files_of_an_event_that_is_gone_are_named_edited_or_not(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / NOTE).write_text("mine", encoding="utf-8")
    (desk / "sources/port-mou-2026").rename(desk / "sources/harbour-2026")
    assert main(JOB) == 0
    told = said(capsys)
    assert f"Left behind by earlier builds; no build would write these now (delete what nobody needs):\n  {NOTE}\n  {PUBLIC}\n" in told
    assert (desk / NOTE).read_text(encoding="utf-8") == "mine"


def test_what_is_only_not_asked_for_is_not_left_behind(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--kind", "briefing-note", "--lang", "ru", "--format", "txt"]) == 0
    assert "Left behind" not in said(capsys)
    facts = desk / "sources/port-mou-2026/facts.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("kind:", "kynd:", 1), encoding="utf-8")
    assert main(JOB) == 1
    assert "B015" not in said(capsys)
