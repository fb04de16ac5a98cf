"""Every kind of document of the worked example: the trees that were read and accepted, in every language, and whole in pairs."""

from collections.abc import Mapping
from itertools import permutations

import pytest

from briefgen.compose import compose, kinds, pair
from briefgen.document import Document, Para, Table, plain, walk
from briefgen.facts import Desk
from briefgen.language import Language
from briefgen.write import House, write
from tests.compose.desks import EXAMPLE, KINDS, LANGUAGES, OTHERS, ROOT
from tests.documents.test_golden import compare

EVENT = "port-mou-2026"
Key = tuple[str, str]


@pytest.fixture(scope="module")
def examples() -> Mapping[Key, Document]:
    """By kind and language. Nothing is passed over: the example has the facts for every kind."""
    desk, found = Desk.open(EXAMPLE), kinds([ROOT / "templates"])
    return {(name, code): compose(desk.view(EVENT, kind.audience), kind, Language(code)).document for name, kind in found.items() for code in LANGUAGES}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", OTHERS)
def test_the_tree_is_the_one_that_was_accepted(examples: Mapping[Key, Document], house: House, kind: str, code: str, pytestconfig: pytest.Config) -> None:
    compare(f"example/{kind}.{code}.tree", write(examples[kind, code], "tree", house).decode(), accept=pytestconfig.getoption("accept"))


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_the_example_is_a_draft(examples: Mapping[Key, Document], kind: str) -> None:
    assert [code for code in LANGUAGES if examples[kind, code].draft] == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_heading_without_content_and_no_cell_without_words(examples: Mapping[Key, Document], kind: str) -> None:
    for code in LANGUAGES:
        for node in walk(examples[kind, code]):
            assert not isinstance(node, Para) or plain(node).strip(), f"{kind}.{code}: {getattr(node, 'key', '')}"


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_over_both_columns_keeps_the_words_of_both(examples: Mapping[Key, Document], kind: str) -> None:
    found = kinds([ROOT / "templates"])[kind]
    if found.parity == "document":
        return
    for left, right in permutations(LANGUAGES, 2):
        both = pair(examples[kind, left], examples[kind, right], found)
        said = "".join(plain(block) for block in both.content).replace("\u00a0", " ")
        for code in (left, right):
            shared = [
                row.cells[0] for node in walk(examples[kind, code]) if isinstance(node, Table) and node.together in {"beside", "between"} for row in node.rows
            ]
            ours = {
                plain(cell).strip().replace("\u00a0", " ")
                for node in walk(examples[kind, code])
                if isinstance(node, Table) and node.together != "tongues"
                for row in node.rows
                for cell in row.cells
                if cell not in shared
            }
            assert [words for words in ours if words not in said and any(map(str.isalpha, words))] == []
