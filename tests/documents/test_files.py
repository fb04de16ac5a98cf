"""Every real document as Word and PDF: no word lost, the same words in both, the same bytes anywhere."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from briefgen.document import Document, Field, Note, plain, walk
from briefgen.write import House, write
from tests.compose.desks import ROOT
from tests.documents.conftest import Key
from tests.write.docx_file import File

EVENT = "digital-mou-2025"
SPACE = re.compile(r"[\s\u00a0\u202f]+")


def letters(text: str) -> str:
    """Letters and digits alone, case folded: line ends hyphenate and small capitals are capitals in a PDF."""
    return re.sub(r"[\W_]+", "", text).casefold()


def words(document: Document) -> list[str]:
    notes = ("".join(map(plain, node.content)) for node in walk(document) if isinstance(node, Note))
    body = " ".join(("".join(plain(block) for block in document.content), *notes))
    return [word for word in (letters(word) for word in SPACE.split(body)) if word]


def broken_over_pages(word: str, text: str) -> bool:
    """Whether ``word`` is hyphenated at the end of one page and goes on after the next page's running head."""
    pages = text.split("\f")
    cuts = [(word[:n], word[n:]) for n in range(2, len(word) - 1)]
    return any(f"{head}-\n" in page.casefold() and tail in following.casefold() for page, following in pairwise(pages) for head, tail in cuts)


def printed(data: bytes, folder: Path) -> str:
    path = folder / "a.pdf"
    path.write_bytes(data)
    return subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True).stdout.decode()


def typed(document: Document, house: House) -> str:
    file = File(document, house)
    return "\n".join(text for part in ("document", *(["footnotes"] if "word/footnotes.xml" in file.parts else [])) for text in file.paragraphs(part))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not here (apt-get install poppler-utils)")
@pytest.mark.parametrize("kind", ["press-release", "briefing-note"])
@pytest.mark.parametrize("code", ["id", "en", "ru", "id-ru"])
def test_every_word_of_the_tree_is_in_the_word_file_and_in_the_pdf(
    documents: Mapping[Key, Document], pairs: Mapping[Key, Document], house: House, kind: str, code: str, tmp_path: Path
) -> None:
    document = {**documents, **pairs}[EVENT, kind, code]
    wanted = words(document)
    assert len(wanted) > 200
    word_text, pages = letters(typed(document, house)), printed(write(document, "pdf", house), tmp_path)
    pdf_text = letters(pages)
    assert [word for word in wanted if word not in word_text] == []
    assert [word for word in wanted if word not in pdf_text and not broken_over_pages(word, pages)] == []


def test_no_break_spaces_survive_in_both(documents: Mapping[Key, Document], house: House) -> None:
    document = documents[EVENT, "press-release", "ru"]
    assert "20\u00a0июня 2025\u00a0г." in plain(document)
    assert "20\u00a0июня 2025\u00a0г." in typed(document, house)
    assert "20\u00a0июня 2025\u00a0г." in write(document, "html", house).decode().replace("&nbsp;", "\u00a0")


def test_page_numbers_are_counted_in_the_language_of_the_page(documents: Mapping[Key, Document]) -> None:
    assert [node.text for node in documents[EVENT, "press-release", "ru"].footer if isinstance(node, Field)] == ["{page} из {pages}"]


def test_the_same_bytes_in_another_folder_time_zone_locale_and_hash_seed(tmp_path: Path) -> None:
    """What ``briefgen build`` writes here and what it writes for a copy of the desk, elsewhere and under another sky."""
    copy = tmp_path / "elsewhere"
    shutil.copytree(ROOT / "sources", copy / "sources")
    shutil.copy(ROOT / "desk.yaml", copy / "desk.yaml")
    found = []
    for root, seed, zone, locale in ((ROOT, "1", "UTC", "C.UTF-8"), (copy, "77", "Asia/Jakarta", "ru_RU.UTF-8")):
        out = tmp_path / f"out{seed}"
        command = [sys.executable, "-m", "briefgen", "build", "innoprom-2026-forum", "--kind", "press-release,briefing-note,pack", "--out", str(out)]
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONPATH": str(ROOT)}
        subprocess.run(command, check=True, capture_output=True, cwd=root, env=env)
        found.append({path.relative_to(out).as_posix(): sha256(path.read_bytes()).hexdigest() for path in out.rglob("*") if path.suffix in {".pdf", ".docx"}})
    assert len(found[0]) == 3 * 2 * 6
    assert found[0] == found[1]
