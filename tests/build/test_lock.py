"""One build at a time in an output folder."""

import os
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from briefgen.build import lock, workers
from briefgen.errors import BriefgenError


def test_a_second_build_is_turned_away_and_the_third_gets_in(tmp_path: Path) -> None:
    with lock.locked(tmp_path):
        with pytest.raises(BriefgenError, match="B003") as caught, lock.locked(tmp_path):
            pytest.fail("two at a time")
        assert caught.value.status == 3
    with lock.locked(tmp_path):
        pass


def test_the_plain_lock_does_the_same_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with lock._file_as_lock(path), pytest.raises(BriefgenError, match="delete this file"), lock._file_as_lock(path):
        pytest.fail("two at a time")
    assert not path.exists()


def test_two_folders_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with lock.locked(tmp_path / "a"), lock.locked(tmp_path / "b"):
        pass


def test_a_link_in_place_of_the_lock_is_an_error(tmp_path: Path) -> None:
    (tmp_path / ".briefgen").mkdir()
    (tmp_path / ".briefgen" / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BriefgenError, match="B002"), lock.locked(tmp_path):
        pytest.fail("followed a link")
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is forked there")
def test_a_process_beside_us_does_not_keep_the_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after ``kill -9``: we are gone, and the process that makes PDFs has not noticed yet."""

    def load(templates: object) -> None:
        with suppress(OSError):
            os.fstat(handle)
            (tmp_path / "inherited").touch()
        (tmp_path / "loaded").touch()

    monkeypatch.setattr(workers, "load", load)
    with lock.locked(tmp_path):
        (handle,) = lock._held
        with workers.Workers(()):
            pass  # the end waits for it
    assert (tmp_path / "loaded").exists()
    assert not (tmp_path / "inherited").exists()
    assert not lock._held
