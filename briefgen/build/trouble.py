"""Troubles of the machine, as one line each: a full disk, a file that another program holds, a link in the way."""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefgen.errors import BriefgenError, Problem, Where

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_HELD_ON_WINDOWS = {5, 32, 33}  # access denied, sharing violation, lock violation: what Word does to a file that it has open


@contextmanager
def told(path: Path, doing: str = "written") -> Iterator[None]:
    """Turn an OSError on ``path`` into a BriefgenError of status 3 (the machine) that says what to do."""
    try:
        yield
    except OSError as wrong:
        raise BriefgenError(_problem(path, wrong, doing), status=3) from wrong


def no_links(out: Path, path: Path) -> None:
    """Raise B002 if ``out`` or anything between it and ``path`` is a symbolic link: what is behind it is not ours to write."""
    steps = [out, *(folder for folder in path.parents if folder.is_relative_to(out) and folder != out), path]
    for step in steps:
        if step.is_symlink():
            raise BriefgenError(Problem(Where(str(step)), "B002", "a symbolic link is in the way", "remove it, or give --out the folder that it points to"))


def _problem(path: Path, wrong: OSError, doing: str) -> Problem:
    where = Where(str(path))
    if wrong.errno in _FULL:
        return Problem(where, "B005", "the disk is full", "make room and build again; the old files are as they were")
    if sys.platform == "win32" and getattr(wrong, "winerror", 0) in _HELD_ON_WINDOWS:
        return Problem(where, "B004", "another program holds this file open", "close it there and build again")
    said = (wrong.strerror or type(wrong).__name__).lower()
    return Problem(where, "B006", f"cannot be {doing}: {said}", "see to the folder and its rights, then build again")
