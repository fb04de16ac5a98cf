"""What is no file and stands in the place of one: told in one line, never waited for, and nothing is written."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.build.files import contents, hash_of
from briefgen.build.inputs import Inputs
from briefgen.errors import BriefgenError

ROOT = Path(__file__).parents[2]
NAME = "port-mou-2026/press-release.en.txt"
JOB = ["build", "port-mou-2026", "--kind", "press-release", "--lang", "en", "--format", "txt"]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "templates" / "_new" / "desk", tmp_path / "desk")
    assert run(tmp_path / "desk", *JOB)[0] == 0
    return tmp_path / "desk"


def run(desk: Path, *arguments: str) -> tuple[int, str]:
    """Exit code and all that was said; a command that waits for a pipe is stopped, which fails the test."""
    known = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-m", "briefgen", *arguments], check=False, capture_output=True, cwd=desk, env=known, encoding="utf-8", timeout=120)
    return done.returncode, done.stdout + done.stderr


def put(place: Path, what: str) -> None:
    place.unlink(missing_ok=True)
    if what == "pipe":
        os.mkfifo(place)
    else:
        (place / "inside").mkdir(parents=True)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
@pytest.mark.parametrize("what", ["pipe", "folder"])
@pytest.mark.parametrize("name", [NAME, ".briefgen/manifest.json"])
def test_it_is_told_in_one_line(desk: Path, name: str, what: str) -> None:
    put(desk / "out" / name, what)
    for job in (JOB, ["status"]):
        code, said = run(desk, *job)
        assert code == 3
        assert f"{name}: B014 this is no file" in said
    assert not (desk / "out" / name).is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
@pytest.mark.parametrize("what", ["pipe", "folder"])
@pytest.mark.parametrize("name", [".briefgen/lock", ".briefgen/pending.json"])
def test_the_lock_and_the_journal_neither_hang_nor_break(desk: Path, name: str, what: str) -> None:
    put(desk / "out" / name, what)
    (desk / "out" / NAME).unlink()
    code, said = run(desk, *JOB)
    assert code in {0, 3}
    assert "a bug of ours" not in said
    assert code == 0 or name in said


def test_a_file_where_a_folder_belongs_is_nothing_there(tmp_path: Path) -> None:
    (tmp_path / "event").write_text("x")
    assert contents(tmp_path / "event" / "file") is None
    assert hash_of(tmp_path / "event" / "file") == ""
    with pytest.raises(BriefgenError, match="B014"):
        contents(tmp_path)


def test_what_lies_beside_the_facts_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    event = tmp_path / "sources" / "talks"
    event.mkdir(parents=True)
    (tmp_path / "desk.yaml").write_text("format: 1")
    (event / "facts.yaml").write_text("kind: meeting")
    (event / "film.mov").write_bytes(b"x")
    with (event / "scan.png").open("wb") as large:
        large.truncate(6 * 1024 * 1024)
    read: list[str] = []
    whole = Path.read_bytes

    def noted(path: Path) -> bytes:
        read.append(path.name)
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", noted)
    before = Inputs.read(tmp_path)
    assert "facts.yaml" in read
    assert {"film.mov", "scan.png"}.isdisjoint(read)
    with (event / "scan.png").open("wb") as large:
        large.truncate(7 * 1024 * 1024)
    assert Inputs.read(tmp_path).digest != before.digest
