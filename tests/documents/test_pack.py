"""Whole packs from facts: of the worked example, and of a long visit made by rule. No word lost, contents right, the same in both formats."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from bench.long import desk
from briefgen.build.order import Order
from briefgen.build.survey import survey
from briefgen.document import Document, Part, Table, walk
from briefgen.write import House, paginate
from briefgen.write.looks import entries
from tests.compose.desks import EXAMPLE
from tests.documents.test_files import broken_over_pages, letters, printed, typed, words

LANGS = (("ru",), ("id", "ru"), ("en", "ru"))
pytestmark = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not here (apt-get install poppler-utils)")


def packs(root: Path) -> Mapping[tuple[str, ...], Document]:
    """The packs of the one event of a desk."""
    order = Order(root, root / "out", (), ("ru",), ("id-ru", "en-ru"), ("pack",), ("pdf",))
    found = survey(order).examine()
    assert [str(problem) for problem in found.errors] == []
    return {work.langs: document for work, document in found.documents.items()}


@pytest.fixture(scope="module")
def example() -> Mapping[tuple[str, ...], Document]:
    return packs(EXAMPLE)


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, ...], Document]:
    return packs(desk(tmp_path_factory.mktemp("visit") / "desk", 5))


@pytest.mark.parametrize("langs", LANGS, ids="-".join)
def test_every_word_is_in_the_pdf_and_in_the_word_file(
    example: Mapping[tuple[str, ...], Document], house: House, langs: tuple[str, ...], tmp_path: Path
) -> None:
    document = example[langs]
    wanted = words(document)
    assert len(wanted) > 400
    data, _ = paginate(document, house)
    pages = printed(data, tmp_path)
    word_text, pdf_text = letters(typed(document, house)), letters(pages)
    assert [word for word in wanted if word not in word_text] == []
    assert [word for word in wanted if word not in pdf_text and not broken_over_pages(word, pages)] == []


def test_the_example_has_every_document_of_a_pack(example: Mapping[tuple[str, ...], Document]) -> None:
    parts = [part.key for part in example["id", "ru"].content if isinstance(part, Part)]
    assert parts == ["programme", "delegations", "press-release", "agreements", "fact-sheet", "glossary"]


@pytest.mark.parametrize("langs", [("ru",), ("id", "ru")], ids="-".join)
def test_a_long_pack_has_its_headings_where_its_contents_say(
    visit: Mapping[tuple[str, ...], Document], house: House, langs: tuple[str, ...], tmp_path: Path
) -> None:
    document = visit[langs]
    data, counted = paginate(document, house)
    assert counted.count >= 9
    file = tmp_path / "a.pdf"
    file.write_bytes(data)
    for entry in entries(document):
        number = str(counted.entries[entry.number])
        said = subprocess.run(["pdftotext", "-f", number, "-l", number, file, "-"], check=True, capture_output=True).stdout.decode()
        for _, head in entry.heads:
            assert letters("".join(node.text for node in walk(head) if hasattr(node, "text"))) in letters(said)
    numbers = list(counted.entries.values())
    assert numbers == sorted(numbers)


def test_tables_of_a_pair_stand_once(visit: Mapping[tuple[str, ...], Document]) -> None:
    alone, both = ([node for node in walk(visit[langs]) if isinstance(node, Table)] for langs in (("ru",), ("id", "ru")))
    assert len(alone) == len(both) > 3


def test_the_same_size_and_seed_are_the_same_facts(tmp_path: Path) -> None:
    made = [desk(tmp_path / name, 3) / "sources" / "long-visit-2026" / "facts.yaml" for name in ("a", "b")]
    assert made[0].read_bytes() == made[1].read_bytes()
    assert "no such visit took place" in made[0].read_text(encoding="utf-8")
