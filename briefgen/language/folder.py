"""The folders that locales are found in. A desk's folder is looked through before the package's own, and its entries win."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from briefgen.language.said import Unsayable

_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
_ROOM = Path(__file__).resolve().parent.parent
PACKAGE = next((path for path in (_ROOM / "_data" / "locales", _ROOM.parent / "locales") if path.is_dir()), _ROOM / "_data" / "locales")
"""The locales that come with the package (in a checkout they lie beside it)."""


def languages(folders: Sequence[Path] = (PACKAGE,)) -> tuple[str, ...]:
    """The codes of the languages that have a ``language.yaml`` in one of ``folders``, sorted."""
    found = {path.parent.name for folder in folders for path in folder.glob("*/language.yaml")}
    return tuple(sorted(code for code in found if _CODE.match(code)))


def tables(code: str, name: str, folders: Sequence[Path], before: str = "") -> Mapping[str, Any]:
    """The table ``name`` of language ``code``: all folders merged, entry by entry, the first folder winning. Empty where none has it.

    ``before`` is a table that wins over ``name`` in the same folder.
    """
    merged: dict[str, Any] = {}
    for folder in reversed(folders):
        for file in (name, before) if before else (name,):
            for path in paths(code, f"{file}.yaml", (folder,)):
                merged = _over(_read(path, path.stat().st_mtime_ns), merged)
    return merged


def paths(code: str, name: str, folders: Sequence[Path]) -> list[Path]:
    """The files ``name`` of language ``code``, in the order of ``folders``."""
    if not _CODE.match(code):
        raise Unsayable(f"{code!r} is no language code", "write two or three small letters, as in id, en, ru")
    return [path for folder in folders if (path := folder / code / name).is_file()]


@cache
def _read(path: Path, _changed: int) -> Mapping[str, Any]:
    from briefgen import lines  # noqa: PLC0415

    return lines.read(path)


def _over(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(second)
    for key, value in first.items():
        below = merged.get(key)
        merged[key] = _over(value, below) if isinstance(value, Mapping) and isinstance(below, Mapping) else value
    return merged
