"""Programs that tests call and that a bare machine may lack."""

import shutil


class NotHere(Exception):  # noqa: N818 -- an answer, not a failure
    """A tool that a check needs is not on this machine; says how to get it."""


def tool(name: str, package: str) -> str:
    """Where a program is."""
    found = shutil.which(name)
    if not found:
        raise NotHere(f"{name} is not here (apt-get install {package})")
    return found
