"""Programs that tests call and that a bare machine may lack."""

import shutil

import pytest


class NotHere(pytest.skip.Exception):  # type: ignore[misc, name-defined]  # pytest leaves its type open
    """A tool that a check needs is not on this machine; says how to get it. A test that meets it is skipped, not failed."""


def tool(name: str, package: str) -> str:
    """Where a program is."""
    found = shutil.which(name)
    if not found:
        raise NotHere(f"{name} is not here (apt-get install {package})")
    return found
