"""A build that is killed leaves every file old or new, whole, and the next command finishes it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.build import stage
from briefgen.build.manifest import Entry, Manifest, manifest_path
from briefgen.errors import BriefgenError
from tests.build.sets import NAMES, NEW, OLD, digest, write_set

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("sets.py")


def killed_at(out: Path, step: int, what: str) -> bool:
    """Run a set's writing, or its recovery, in a process that dies at its n-th touch of the disk; False once it gets through."""
    arguments = [sys.executable, str(SCRIPT), str(out), str(step), what]
    code = subprocess.run(arguments, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)}).returncode
    assert code in {0, 9}
    return code == 9


def contents(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in NAMES}


def leftovers(out: Path) -> list[Path]:
    return [path for path in out.rglob("*") if path.name.endswith(".briefgen-new") or path.name == "pending.json"]


def test_killed_at_any_step_every_file_is_old_or_new_and_the_next_command_finishes(tmp_path: Path) -> None:
    mixtures = finished = step = 0
    while True:
        step += 1
        out = tmp_path / f"out{step}"
        write_set(out, OLD)
        died = killed_at(out, step, "build")
        now = contents(out)
        assert all(now[name] in {OLD[name], NEW[name]} for name in NAMES), step
        mixed = now not in (OLD, NEW)
        mixtures += mixed
        if mixed:
            assert stage.mixed(out) == tuple(sorted(NAMES))
        recovered = stage.recover(out)
        finished += bool(recovered.finished)
        assert contents(out) in (OLD, NEW), step
        assert not mixed or contents(out) == NEW
        assert stage.mixed(out) == ()
        assert leftovers(out) == []
        assert {name: entry.sha256 for name, entry in Manifest.load(out).files.items()} == {name: digest(data) for name, data in contents(out).items()}
        if not died:
            break
    assert step > 15
    assert mixtures >= 2
    assert finished > mixtures


def test_killed_while_it_finishes_it_can_be_finished_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cut_off(tmp_path / "cut", monkeypatch)
    step = 0
    while True:
        step += 1
        out = tmp_path / f"out{step}"
        shutil.copytree(tmp_path / "cut", out)
        died = killed_at(out, step, "recover")
        stage.recover(out)
        assert contents(out) == NEW
        assert leftovers(out) == []
        if not died:
            break
    assert step > 5


def cut_off(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A set whose first file is new and whose others are old."""
    write_set(out, OLD)
    real, times = Path.replace, 0

    def once(self: Path, target: Path) -> Path:
        nonlocal times
        times += 1
        if times == 3:  # after the journal's own rename and one file's
            raise KeyboardInterrupt
        return real(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", once)
        with pytest.raises(KeyboardInterrupt):
            write_set(out, NEW)
    assert [contents(out)[name] == NEW[name] for name in NAMES] == [True, False, False]


def test_a_file_that_a_person_changed_in_between_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cut_off(tmp_path, monkeypatch)
    (tmp_path / NAMES[1]).write_bytes(b"mine")
    recovered = stage.recover(tmp_path)
    assert recovered.left == (NAMES[1],)
    assert (tmp_path / NAMES[1]).read_bytes() == b"mine"
    assert (tmp_path / NAMES[2]).read_bytes() == NEW[NAMES[2]]
    assert Manifest.load(tmp_path).files[NAMES[1]].sha256 != digest(b"mine")


def test_a_file_whose_new_form_is_lost_counts_as_out_of_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cut_off(tmp_path, monkeypatch)
    stage.ready(tmp_path / NAMES[1]).unlink()
    assert stage.recover(tmp_path).left == (NAMES[1],)
    assert Manifest.load(tmp_path).files[NAMES[1]] == Entry(digest(OLD[NAMES[1]]), key="")


def test_a_full_disk_is_one_line_and_the_old_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_set(tmp_path, OLD)
    real, times = os.fsync, 0

    def full(handle: int) -> None:
        nonlocal times
        times += 1
        if times == 2:
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BriefgenError) as caught:
        write_set(tmp_path, NEW)
    assert caught.value.status == 3
    assert [problem.code for problem in caught.value.problems] == ["B005"]
    assert contents(tmp_path) == OLD
    assert leftovers(tmp_path) == []


def test_a_failed_first_build_leaves_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BriefgenError):
        stage.prepare(tmp_path / "out", NEW)
    assert list(tmp_path.iterdir()) == []


def test_what_reads_back_differently_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage, "hash_of", lambda path: "0" * 64)
    with pytest.raises(BriefgenError, match="B006"):
        stage.prepare(tmp_path, NEW)


@pytest.mark.parametrize("place", ["talks", "talks/press-release.en.txt"])
def test_a_symbolic_link_in_the_way_is_an_error(tmp_path: Path, place: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "talks").mkdir(parents=True)
    out = tmp_path / "out"
    (out / place).parent.mkdir(parents=True)
    (out / place).symlink_to(elsewhere / place, target_is_directory=place == "talks")
    with pytest.raises(BriefgenError, match="B002"):
        stage.prepare(out, NEW)
    assert [path for path in elsewhere.rglob("*") if path.is_file()] == []


def test_a_change_while_the_build_ran_stops_it(tmp_path: Path) -> None:
    write_set(tmp_path, OLD)
    stage.prepare(tmp_path, NEW)
    moves = [stage.Move(name, digest(NEW[name]), digest(OLD[name])) for name in NAMES]
    (tmp_path / NAMES[0]).write_bytes(b"mine")
    with pytest.raises(BriefgenError, match="B001"):
        stage.commit(tmp_path, moves, Manifest())
    assert contents(tmp_path) == {**OLD, NAMES[0]: b"mine"}
    assert leftovers(tmp_path) == []


def test_a_journal_from_a_stranger_reaches_nothing_outside(tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / ".briefgen").mkdir(parents=True)
    (out / ".briefgen" / "pending.json").write_text('{"moves": [{"name": "../x.txt", "new": "a", "old": ""}], "manifest": "{}"}')
    with pytest.raises(BriefgenError, match="B012"):
        stage.recover(out)


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"format": 2}', b'{"format": 1, "files": {"a": 1}, "orders": {}, "versions": {}}'])
def test_a_damaged_manifest_is_said(tmp_path: Path, damage: bytes) -> None:
    write_set(tmp_path, OLD)
    manifest_path(tmp_path).write_bytes(damage)
    with pytest.raises(BriefgenError, match="B012"):
        Manifest.load(tmp_path)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_file_that_may_not_be_written_stops_the_set_before_its_first_rename(tmp_path: Path) -> None:
    write_set(tmp_path, OLD)
    (tmp_path / NAMES[2]).chmod(0o444)
    with pytest.raises(BriefgenError, match="B006"):
        write_set(tmp_path, NEW)
    assert contents(tmp_path) == OLD
