"""The documents of the repository's own desk, composed once a session."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from briefgen.compose import compose, kinds, pair
from briefgen.document import Document
from briefgen.facts import Desk
from briefgen.language import Language
from briefgen.write import House
from tests.compose.desks import ROOT
from tests.tongues.desks import PUBLISHED

Key = tuple[str, str, str]


@pytest.fixture(scope="session")
def house() -> House:
    return House.load([ROOT / "templates"])


@pytest.fixture(scope="session")
def documents() -> Mapping[Key, Document]:
    """By event, kind and language."""
    desk, found = Desk.open(ROOT), kinds([ROOT / "templates"])
    return {(event, name, code): compose(desk.view(event, found[name].audience), found[name], Language(code)).document for event, name, code in PUBLISHED}


@pytest.fixture(scope="session")
def pairs(documents: Mapping[Key, Document]) -> Mapping[Key, Document]:
    """Indonesian and Russian side by side, by event, kind and "id-ru"."""
    found = kinds([ROOT / "templates"])
    return {
        (event, name, "id-ru"): pair(documents[event, name, "id"], documents[event, name, "ru"], found[name])
        for event, name, code in documents if code == "id"
    }  # fmt: skip


GOLDEN = Path(__file__).parents[1] / "golden"
