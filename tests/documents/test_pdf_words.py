"""The reader of tagged PDFs that the validators compare Word files with."""

from pathlib import Path

import pytest

from briefgen.document import Cell, Document, Note, Pair, Para, Row, Side, Table, Text
from briefgen.write import House, write
from tests.pdf_words import tagged_words


def table(key: str, rows: int) -> Table:
    head = Row(f"{key}.0", (Cell((Para(f"{key}.0.1", (Text("Head"),)),), header=True),))
    return Table(key, (head, *(Row(f"{key}.{n}", (Cell((Para(f"{key}.{n}.1", (Text(f"row {n}"),)),)),)) for n in range(1, rows + 1))))


@pytest.mark.parametrize(("between", "heads"), [((), 1), ((Para("p", (Text("Between"),)),), 2)], ids=["one table over pages", "two tables"])
def test_a_head_that_stands_again_is_read_once(house: House, tmp_path: Path, between: tuple[Para, ...], heads: int) -> None:
    blocks = (table("a", 80), *between, *((table("b", 3),) if between else ()))
    (tmp_path / "a.pdf").write_bytes(write(Document("k", ("en",), "t", blocks), "pdf", house))
    assert tagged_words(tmp_path / "a.pdf")[0].count("Head") == heads


def test_halves_of_a_row_that_breaks_are_read_one_after_the_other(house: House, tmp_path: Path) -> None:
    halves = [Side(lang, tuple(Para(f"p{n}", (Text(f"{lang}{n} " * 60),)) for n in range(20))) for lang in ("en", "ru")]
    (tmp_path / "a.pdf").write_bytes(write(Document("k", ("en", "ru"), "t", (Pair("p", *halves),)), "pdf", house))
    words = tagged_words(tmp_path / "a.pdf")[0].split()
    assert len(words) == 2 * 20 * 60
    assert [word[:2] for word in words] == ["en"] * 1200 + ["ru"] * 1200


def test_notes_are_apart_and_without_their_numbers(house: House, tmp_path: Path) -> None:
    document = Document(
        "k",
        ("en",),
        "t",
        (
            Para(
                "p",
                (Text("Said"), Note("n", (Text("By whom"),)), Text(" so.")),
            ),
        ),
    )
    (tmp_path / "a.pdf").write_bytes(write(document, "pdf", house))
    body, notes = tagged_words(tmp_path / "a.pdf")
    assert body.replace("\n", "") == "Said1 so."
    assert notes == ["By whom"]
