"""How a value is said in a language.

``Language("ru").date("2025-06-19")`` says ``19 июня 2025 г.``

A language is a folder of data, ``locales/xx/``. Only true grammar is Python, a plug-in in ``grammars/``.
"""

from briefgen.language.folder import languages
from briefgen.language.language import Language
from briefgen.language.said import Doubt, Said, Unsayable

__all__ = ["Doubt", "Language", "Said", "Unsayable", "languages"]
