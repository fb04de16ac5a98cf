"""Labels: short fixed words, from gettext catalogues (``locales/xx/LC_MESSAGES/briefgen.po``), read as they are."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from briefgen.language.folder import paths
from briefgen.language.said import Unsayable


def label(code: str, folders: Sequence[Path], msgid: str) -> str:
    """The label ``msgid`` in the language ``code``; a desk's catalogue wins over the package's."""
    for path in paths(code, "LC_MESSAGES/briefgen.po", folders):
        found = _read(path, path.stat().st_mtime_ns).get(msgid)
        if found:
            return found
    raise Unsayable(f"{code} has no label {msgid!r}", f"write it into locales/{code}/LC_MESSAGES/briefgen.po")


@cache
def _read(path: Path, _changed: int) -> dict[str, str]:
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with path.open("rb") as file:
        catalogue = read_po(file)
    return {str(message.id): str(message.string) for message in catalogue if message.id and message.string and not message.fuzzy}
