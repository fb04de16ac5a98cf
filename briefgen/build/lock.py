"""One build at a time in an output folder."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefgen.build.places import MEMORY
from briefgen.build.trouble import no_links, told
from briefgen.errors import BriefgenError, Problem, Where


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Hold the lock of the output folder ``out``. Raises B003 (status 3) if another build holds it; never waits.

    The system lets go of the lock when the process ends, however it ends. Only where there is no such lock (Windows) is the
    file itself the lock, and one that a killed build left behind must be deleted by hand; the message says so.
    """
    path = out / MEMORY / "lock"
    no_links(out, path)
    with told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    with _system_lock(path) if sys.platform != "win32" else _file_as_lock(path):
        yield


if sys.platform != "win32":
    import fcntl

    _held: set[int] = set()

    def let_go() -> None:
        """In a process that was forked off: close what it inherited of our locks, or they would outlive us in it."""
        for handle in _held:
            os.close(handle)
        _held.clear()

    @contextmanager
    def _system_lock(path: Path) -> Iterator[None]:
        with told(path):
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, 0o644)
        _held.add(handle)
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise _taken(path, "wait until it is done") from None
            yield
        finally:
            _held.discard(handle)
            os.close(handle)
else:

    def let_go() -> None:
        """Nothing is inherited here."""


@contextmanager
def _file_as_lock(path: Path) -> Iterator[None]:
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL)
    except FileExistsError:
        raise _taken(path, "wait until it is done; if none is running, delete this file") from None
    try:
        yield
    finally:
        os.close(handle)
        path.unlink(missing_ok=True)


def _taken(path: Path, hint: str) -> BriefgenError:
    return BriefgenError(Problem(Where(str(path)), "B003", "another build is writing to this folder", hint), status=3)
