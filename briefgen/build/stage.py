"""Files are made ready first and renamed last; a journal lets the next command finish what was cut off between two renames.

1. ``prepare``: each file whole in a temporary file beside its place, flushed, synced, read again and compared.
2. ``commit``: the journal (what is to be renamed, and the manifest to come); the renames; the manifest; the journal away.
3. ``recover``: after a crash, the same from the journal on. Before the journal every file is old, after it every file can be made new.
"""

import json
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from briefgen.build.files import hash_of
from briefgen.build.manifest import Entry, Manifest, manifest_path
from briefgen.build.places import MEMORY
from briefgen.build.trouble import no_links, told
from briefgen.errors import BriefgenError, Problem, Where

FILE = re.compile(r"(?P<event>[a-z0-9][a-z0-9-]{0,63})/(?P<file>[a-z0-9][a-z0-9-]{0,63}(\.[a-z0-9-]{1,64}){1,4})")
"""A name below the output folder: ``EVENT/KIND.LANG.EXT``, never made from a title."""

_ENDING = ".briefgen-new"


@dataclass(frozen=True, slots=True)
class Move:
    """A file made ready: its name below the output folder, the hash of what is ready and of what it replaces ("" for nothing)."""

    name: str
    new: str
    old: str


@dataclass(frozen=True, slots=True)
class Recovered:
    """What ``recover`` found: files of a mixed set that it finished, and those that it had to leave (a person changed them, or their new form is lost)."""

    finished: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def prepare(out: Path, files: Mapping[str, bytes]) -> None:
    """Write ``files`` (by name below ``out``) whole, under temporary names. Leaves nothing behind if one fails."""
    made: list[Path] = []
    try:
        for name, data in files.items():
            place = out / name
            no_links(out, place)
            with told(place):
                made += _folders(place.parent)
                made.append(ready(place))
                _write(ready(place), data)
    except BaseException:
        discard(made)
        raise


def discard(made: Iterable[Path]) -> None:
    """Remove temporary files and the folders made for them, where they are empty; what cannot be removed stays."""
    for path in reversed(list(made)):
        with suppress(OSError):
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)


def commit(out: Path, moves: Sequence[Move], manifest: Manifest) -> None:
    """Rename what ``prepare`` made ready, then write the manifest. The caller holds the lock. Raises B001 if a file was changed meanwhile."""
    changed = [move.name for move in moves if hash_of(out / move.name) != move.old]
    if changed:
        discard(ready(out / move.name) for move in moves)
        raise BriefgenError(Problem(Where(str(out / name)), "B001", "was changed while the build ran", "build again") for name in changed)
    journal = {"moves": [asdict(move) for move in moves], "manifest": manifest.dump().decode()}
    try:
        for move in moves:
            _not_held(out / move.name)
        with told(_journal(out)):
            put(_journal(out), json.dumps(journal).encode())
    except BaseException:
        discard(ready(out / move.name) for move in moves)
        raise
    _finish(out, moves, manifest.dump())


def recover(out: Path) -> Recovered:
    """Finish a build that was cut off, and clear away what it had made ready. The caller holds the lock."""
    no_links(out, _journal(out))
    if not _journal(out).is_file():
        discard(path for path in out.glob(f"*/.*{_ENDING}") if not path.parent.is_symlink())
        return Recovered()
    moves, manifest = _read_journal(out)
    possible, done, left = [], [], []
    for move in moves:
        now = hash_of(out / move.name)
        if now == move.new:
            done.append(move.name)
        elif now in {move.old, ""} and hash_of(ready(out / move.name)) == move.new:
            possible.append(move)
        else:
            left.append(move.name)
            if now == move.old:  # its new form is lost: remember the old one as ours and out of date
                manifest.files[move.name] = Entry(move.old, key="")
    _finish(out, possible, manifest.dump())
    discard(ready(out / name) for name in left)
    return Recovered(tuple(sorted(done + [move.name for move in possible])), tuple(sorted(left)))


def mixed(out: Path) -> tuple[str, ...]:
    """The files of a set that is neither old nor new as a whole, because a build was cut off; empty if all is well. Changes nothing."""
    return tuple(sorted(move.name for move in _read_journal(out)[0])) if _journal(out).is_file() else ()


def ready(place: Path) -> Path:
    """The temporary name of a file: beside its place, so that a rename is one step."""
    return place.with_name(f".{place.name}{_ENDING}")


def put(place: Path, data: bytes) -> None:
    """Replace one file in one step: whole or not at all."""
    _write(ready(place), data)
    ready(place).replace(place)
    _sync_folder(place.parent)


def _finish(out: Path, moves: Sequence[Move], manifest: bytes) -> None:
    for move in moves:
        place = out / move.name
        no_links(out, place)
        with told(place):
            ready(place).replace(place)
    for folder in {(out / move.name).parent for move in moves}:
        _sync_folder(folder)
    with told(manifest_path(out)):
        put(manifest_path(out), manifest)
        _journal(out).unlink()


def _journal(out: Path) -> Path:
    return out / MEMORY / "pending.json"


def _read_journal(out: Path) -> tuple[list[Move], Manifest]:
    """The journal, whose names are checked again: it may lie in a folder that came from a stranger."""
    path = _journal(out)
    try:
        raw = json.loads(path.read_bytes())
        moves = [Move(**move) for move in raw["moves"]]
        if not all(FILE.fullmatch(move.name) for move in moves):
            raise ValueError(moves)
        return moves, Manifest.parse(raw["manifest"].encode(), path)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as wrong:
        raise BriefgenError(Problem(Where(str(path)), "B012", "this record of a build that was cut off cannot be read", "delete it and build again")) from wrong


def _not_held(place: Path) -> None:
    """Raise B004 or B006 if a file that is to be replaced cannot be opened for writing: better now than between two renames."""
    if place.exists():
        with told(place), place.open("r+b"):
            pass


def _folders(folder: Path) -> list[Path]:
    """Make ``folder``; return those that were not there before, outermost first."""
    missing = [step for step in (folder, *folder.parents) if not step.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _write(path: Path, data: bytes) -> None:
    """Write a new file, sync it, open it again and compare."""
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if hash_of(path) != sha256(data).hexdigest():
        raise OSError(None, "what was written reads back differently")


def _sync_folder(folder: Path) -> None:
    """Make renames in ``folder`` last through a power cut, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
