"""The grammars of languages whose words bend. A grammar is a module here with a class ``Grammar(locale)``; language.yaml names it."""

from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from types import ModuleType

from briefgen.language.grammar import Grammar, Plain
from briefgen.language.locale import Locale
from briefgen.language.said import Unsayable


def grammar(locale: Locale) -> Grammar:
    """The grammar that ``locale`` names, or the plain one."""
    name = locale.find("grammar")
    if not name:
        return Plain(locale)
    known = sorted(module.name for module in iter_modules(__path__))
    if name not in known:
        raise Unsayable(f"{locale.code} names a grammar {name!r}", f"known are {', '.join(known)}; leave it out where words do not bend")
    made: Grammar = import_module(f"{__name__}.{name}").Grammar(locale)
    return made


def faults(name: str) -> ModuleType | None:
    """What the grammar ``name`` finds wrong with written texts; None where it has nothing of the kind."""
    if not name or find_spec(f"{__name__}.{name}.faults") is None:
        return None
    return import_module(f"{__name__}.{name}.faults")
