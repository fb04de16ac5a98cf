"""What this machine lacks to make documents, and the command that mends it. Starts no process and imports no library that it looks for."""

import ctypes
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata, util
from pathlib import Path

from briefgen.build.places import shipped

PYTHON = ((3, 11), (3, 14))
_MODULES = {
    "babel": "babel", "click": "click", "jinja2": "jinja2", "lxml": "lxml", "pillow": "PIL", "pydantic": "pydantic",
    "pymorphy3": "pymorphy3", "pytrovich": "pytrovich", "pyyaml": "yaml", "rich": "rich", "tzdata": "tzdata", "weasyprint": "weasyprint",
}  # fmt: skip
_APT = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
_MEND = {
    "apt-get": _APT,
    "dnf": "dnf install pango harfbuzz",
    "pacman": "pacman -S pango harfbuzz",
    "apk": "apk add pango harfbuzz-subset",
    "brew": "brew install pango",
}
"""The command for each package manager; WeasyPrint's own installation page names the same packages."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked for: its version (or "found"), or "" and the command that mends its lack."""

    name: str
    found: str
    mend: str = ""


def examine() -> tuple[Finding, ...]:
    """Everything that documents need, in a stable order; what is lacking has no ``found``."""
    return (_python(), *map(_library, _MODULES), *_system(), _fonts())


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    fits = PYTHON[0] <= sys.version_info[:2] < PYTHON[1]
    return Finding(f"Python {PYTHON[0][0]}.{PYTHON[0][1]} to 3.{PYTHON[1][1] - 1}", version if fits else "", "install one of these versions")


def _library(name: str) -> Finding:
    if util.find_spec(_MODULES[name]) is None:
        return Finding(name, "", "make setup, or: pip install briefgen")
    try:
        return Finding(name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(name, "found")


def _system() -> tuple[Finding, ...]:
    return (
        _shared("Pango", ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"), "pango_version_string"),
        _shared("PangoFT2", ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll")),
        _shared("HarfBuzz", ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"), "hb_version_string"),
        _shared("HarfBuzz subset", ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll")),
    )


def _shared(name: str, files: tuple[str, ...], version: str = "", load: Callable[[str], ctypes.CDLL] | None = None) -> Finding:
    """Load a shared library by its names (on macOS also from Homebrew's folders) and ask it for its version."""
    places = ("", "/opt/homebrew/lib/", "/usr/local/lib/") if sys.platform == "darwin" else ("",)
    for file in (place + file for file in files for place in places):
        try:
            library = (load or ctypes.CDLL)(file)
        except OSError:
            continue
        if not version:
            return Finding(name, "found")
        ask = getattr(library, version)
        ask.restype = ctypes.c_char_p
        return Finding(name, ask().decode())
    return Finding(name, "", mend())


def mend() -> str:
    """The command that installs Pango and HarfBuzz here."""
    return next((command for tool, command in _MEND.items() if shutil.which(tool)), "install Pango (with PangoFT2) and HarfBuzz")


def _fonts() -> Finding:
    fonts: list[Path] = sorted((shipped("templates") / "_house" / "fonts").glob("*.ttf"))
    return Finding("fonts", f"{len(fonts)} files" if fonts else "", "install briefgen again: its fonts are missing")
