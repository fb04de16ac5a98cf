"""briefgen: one set of facts, every language, ready to print.

The three names below are loaded at first use, so that ``import briefgen`` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefgen.facts import Desk as Desk
    from briefgen.language import Language as Language

__version__ = "0.1.0"

_HOMES = {"Desk": "briefgen.facts", "Language": "briefgen.language"}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'briefgen' has no attribute {name!r}")
