"""The words of every document, as a person has read and accepted them.

``python -m pytest tests/documents --accept`` writes them anew; read every line of the difference before you commit it.
"""

from collections.abc import Mapping

import pytest

from briefgen.document import Document
from briefgen.write import House, write
from tests.compose.desks import LANGUAGES, OTHERS
from tests.documents.conftest import GOLDEN, Key
from tests.tongues.desks import PUBLISHED

TREES = [key for key in PUBLISHED if key[:2] == ("digital-mou-2025", "press-release")]
"""One event's trees as well: every address that stands behind every phrase."""


def compare(name: str, made: str, *, accept: bool) -> None:
    path = GOLDEN / name
    if accept:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, encoding="utf-8")
    assert path.is_file(), f"{name} was never accepted"
    assert made == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("event", "kind", "code"), PUBLISHED)
def test_the_words_are_those_that_were_accepted(
    documents: Mapping[Key, Document], house: House, event: str, kind: str, code: str, pytestconfig: pytest.Config
) -> None:
    compare(f"{event}/{kind}.{code}.txt", write(documents[event, kind, code], "txt", house).decode(), accept=pytestconfig.getoption("accept"))


@pytest.mark.parametrize("key", TREES, ids=".".join)
def test_the_tree_is_the_one_that_was_accepted(documents: Mapping[Key, Document], house: House, key: Key, pytestconfig: pytest.Config) -> None:
    compare(f"{key[0]}/{key[1]}.{key[2]}.tree", write(documents[key], "tree", house).decode(), accept=pytestconfig.getoption("accept"))


def test_no_golden_file_is_left_over() -> None:
    wanted = {f"{event}/{kind}.{code}.txt" for event, kind, code in PUBLISHED} | {f"{a}/{b}.{c}.tree" for a, b, c in TREES}
    wanted |= {f"example/{kind}.{code}.tree" for kind in OTHERS for code in LANGUAGES}
    assert {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()} == wanted
