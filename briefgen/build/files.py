"""Reads what lies in the output folder: whole regular files only. A pipe or a folder in a file's place is told, and never waited for."""

import os
import stat
from hashlib import sha256
from pathlib import Path

from briefgen.build.trouble import told
from briefgen.errors import BriefgenError, Problem, Where


def contents(path: Path) -> bytes | None:
    """The bytes of the file at ``path``, None if nothing is there. Raises B014 if what is there is no file."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        if path.exists() and not path.is_file():
            raise _no_file(path) from None
        with told(path, "read"):
            raise
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise _no_file(path)
    with told(path, "read"), os.fdopen(handle, "rb") as file:
        return file.read()


def hash_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, "" if there is no such file."""
    data = contents(path)
    return "" if data is None else sha256(data).hexdigest()


def _no_file(path: Path) -> BriefgenError:
    return BriefgenError(Problem(Where(str(path)), "B014", "this is no file, and it stands where one belongs", "move it away, then build again"), status=3)
