"""One build at a time in an output folder."""

from pathlib import Path

import pytest

from briefgen.build import lock
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
