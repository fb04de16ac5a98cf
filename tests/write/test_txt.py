import re

import pytest

from briefgen.document import Cell, Document, Link, Para, Row, Table, Text, walk
from briefgen.write import House, write
from tests.write.samples import pack, release


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


@pytest.mark.parametrize("lang", ["id", "en", "ru"])
def test_a_paragraph_a_line_and_every_word(house: House, lang: str) -> None:
    document = release(lang, mark=True)
    text = write(document, "txt", house).decode()
    assert text.splitlines()[0] == document.mark
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    texts = [node.text for block in document.content for node in walk(block) if isinstance(node, Text)]
    missing = [word for part in texts for word in words(part) if word not in words(text)]
    assert not missing
    assert "{page}" not in text, "pages belong to paper"


def test_lists_tables_notes_and_capitals(house: House) -> None:
    text = write(release("en"), "txt", house).decode()
    assert "\nPRESS RELEASE\n" in text
    assert "\n• a repair dock in Surabaya, open to ships of both countries from 2027;\n" in text
    assert "\n3. places for forty students" in text
    assert "\nSigned: 14\u00a0April 2026, Jakarta\n" in text
    assert "\nArea | First step | By\n" in text
    assert "technical cooperation.\u00a0[1]\n" in text
    assert text.endswith("\n[1] Signed in two originals, in Indonesian and Russian, both texts being equally authentic.\n[2] example.org/trade\n")
    assert "[Two ministers sit behind a table with two folders.]" in text


def test_a_pair_reads_left_then_right(house: House) -> None:
    text = write(pack("id", "ru"), "txt", house).decode()
    assert text.index("Latar Belakang") < text.index("Hal yang Disepakati") < text.index("Справочно") < text.index("Catatan untuk redaksi")
    assert "[1] Ditandatangani dalam dua naskah asli, berbahasa Indonesia dan Rusia, yang sama kuatnya. / Подписан" in text


def test_a_link_says_its_address_once(house: House) -> None:
    links = (Link("https://example.org/a", (Text("here"),)), Text(" "), Link("mailto:a@example.org", (Text("a@example.org"),)))
    assert write(Document("k", ("en",), "t", (Para("p", links),)), "txt", house) == b"here <https://example.org/a> a@example.org\n"


def test_what_a_cell_holds_is_kept_apart(house: House) -> None:
    heads = Cell((Para("cell", (Text("First, Minister"),)), Para("cell", (Text("Second, Minister"),))))
    table = Table("t", (Row("r", (Cell((Para("cell", (Text("Heads"),)),), header=True), heads)),))
    assert write(Document("k", ("en",), "t", (table,)), "txt", house) == b"Heads: First, Minister; Second, Minister\n"
