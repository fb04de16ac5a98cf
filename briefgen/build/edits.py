"""Nobody's work is overwritten: which files a person has changed since briefgen wrote them, and what becomes of those."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from briefgen.build.files import hash_of
from briefgen.build.manifest import Manifest
from briefgen.build.stage import put
from briefgen.build.trouble import no_links, told
from briefgen.errors import Problem, Where

_HINT = "take your changes into the facts, or build with --overwrite: your file is then kept beside the new one"


def changed_by_hand(out: Path, names: Iterable[str], manifest: Manifest) -> list[str]:
    """Those of ``names`` whose file is there and is not what briefgen wrote; a file that it never wrote is one of them."""
    now = {name: hash_of(out / name) for name in sorted(names)}
    return [name for name, found in now.items() if found and (name not in manifest.files or manifest.files[name].sha256 != found)]


def refusals(out: Path, names: Iterable[str]) -> list[Problem]:
    """One B001 for each file that would be replaced."""
    return [Problem(Where(str(out / name)), "B001", "was changed since briefgen wrote it", _HINT) for name in names]


def keep(place: Path) -> Path:
    """Copy a changed file to the next free ``NAME.edited-N.EXT`` beside it, and return that."""
    number = 1
    while (kept := place.with_name(f"{place.stem}.edited-{number}{place.suffix}")).exists() or kept.is_symlink():
        number += 1
    no_links(place.parent, place)
    with told(kept):
        put(kept, place.read_bytes())
        shutil.copystat(place, kept)
    return kept
