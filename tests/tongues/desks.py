"""Every language there is and the pseudo-language, on desks that speak them all: whoever adds a language is held to these tests by its folder alone."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from briefgen.compose import Kind, kinds
from briefgen.facts import Desk
from briefgen.language import Language, languages
from briefgen.language.folder import PACKAGE
from tests.compose.desks import CASES, ROOT
from tests.tongues import pseudo

TONGUES = (*languages(), pseudo.CODE)


@cache
def _asked() -> Mapping[str, tuple[str, ...]]:
    """The languages in which each event of the repository's desk is published."""
    desk = Desk.open(ROOT)
    own = {event: desk.load(event).event for event in desk.events}
    return {event: tuple(fact.value for fact in facts.languages) or desk.settings.languages for event, facts in own.items() if facts}


def spoken(event: str, kind: str) -> tuple[str, ...]:
    """The languages in which there is a document of ``kind`` about ``event``: asked for, and with prose of that kind."""
    prose = kinds([ROOT / "templates"])[kind].languages
    return (*(code for code in _asked()[event] if code in prose), pseudo.CODE)


DOCUMENTS = [(event, kind, code) for event, kind in CASES for code in spoken(event, kind)]
PUBLISHED = [key for key in DOCUMENTS if key[2] != pseudo.CODE]
"""The documents of the repository's desk by itself."""

PROSE = [(name, code) for name, kind in kinds([ROOT / "templates"]).items() for code in TONGUES if code in (*kind.languages, pseudo.CODE)]
"""Kinds and the languages that have them: a language need not have every kind."""


def speaks(desk: Path, code: str) -> Language:
    """The language as a desk has it."""
    return Language(code, [desk / "locales", PACKAGE])


def taught(desk: Path) -> Path:
    """A small desk of English texts, in every language: what is not written in one of them is said there as in English."""
    return pseudo.teach(desk, {code: pseudo.pseudo if code == pseudo.CODE else str for code in TONGUES})


def found(desk: Path) -> Mapping[str, Kind]:
    """The kinds of documents on a desk."""
    return kinds([desk / "templates", ROOT / "templates"])
