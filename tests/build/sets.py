"""A small set of files, old and new, written the way a build does; run as a script it dies at its n-th touch of the disk."""

import os
import sys
from hashlib import sha256
from pathlib import Path

from briefgen.build import stage
from briefgen.build.files import hash_of
from briefgen.build.manifest import Entry, Manifest

NAMES = ("talks/press-release.en.txt", "talks/press-release.ru.txt", "visit/press-release.en.txt")
OLD = {name: f"old {name}\n".encode() for name in NAMES}
NEW = {name: f"new {name}\n".encode() * 50 for name in NAMES}


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def write_set(out: Path, files: dict[str, bytes]) -> None:
    """What a build does with finished bytes."""
    (out / ".briefgen").mkdir(parents=True, exist_ok=True)
    manifest = Manifest.load(out)
    moves = [stage.Move(name, digest(data), hash_of(out / name)) for name, data in files.items()]
    stage.prepare(out, files)
    manifest.files.update({name: Entry(digest(data), key="k") for name, data in files.items()})
    stage.commit(out, moves, manifest)


def die_at(step: int, out: Path) -> None:
    """End this process, as ``kill -9`` does, at its ``step``-th opening, renaming, removing or making of something in ``out``."""
    steps = 0

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal steps
        if event in {"open", "os.rename", "os.remove", "os.mkdir"} and str(out) in str(arguments[0]):
            steps += 1
            if steps == step:
                os._exit(9)

    sys.addaudithook(count)


if __name__ == "__main__":
    place, at, what = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    die_at(at, place)
    if what == "build":
        write_set(place, NEW)
    else:
        stage.recover(place)
