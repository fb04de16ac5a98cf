"""The house's choices where style guides dispute. ``language.yaml`` names each setting, its default, and what else it may be."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from briefgen.language import folder
from briefgen.language.said import Unsayable


def chosen(code: str, folders: Sequence[Path], house: Mapping[str, Any]) -> dict[str, Any]:
    """The settings of language ``code``: its defaults, then the house's for all languages, then the house's for this one.

    Raises:
        Unsayable: a setting that no language knows, or this one does not; a choice that the setting does not have.
    """
    data = folder.tables(code, "language", folders)
    defaults, choices = data.get("settings") or {}, data.get("choices") or {}
    own = house.get(code)
    own = _plain(own) if isinstance(own, Mapping) else {}
    common = _plain(house)
    if unknown := [key for key in own if key not in defaults]:
        raise Unsayable(f"{code} has no setting {unknown[0]!r}", f"known are {', '.join(defaults)}")
    if unknown := [key for key in common if key not in defaults and not _elsewhere(key, folders)]:
        raise Unsayable(f"no language has a setting {unknown[0]!r}", f"{code} knows {', '.join(defaults)}")
    settings = {**defaults, **{key: value for key, value in common.items() if key in defaults}, **own}
    for key, known in choices.items():
        if (found := settings.get(key)) is not None and str(found) not in known:
            raise Unsayable(f"{code} knows no choice {str(found)!r} of the setting {key!r}", f"known are {', '.join(known)}")
    return settings


def _plain(house: Mapping[str, Any]) -> dict[str, Any]:
    """The choices in ``house``; what is a mapping (a language, words to avoid) is no choice."""
    return {key: value for key, value in house.items() if not isinstance(value, Mapping)}


def _elsewhere(key: str, folders: Sequence[Path]) -> bool:
    """Whether another language has the setting ``key``; asked only where this one has not."""
    return any(key in (folder.tables(code, "language", folders).get("settings") or {}) for code in folder.languages(folders))
