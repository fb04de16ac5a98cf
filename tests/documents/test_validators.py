"""Real documents held against the validators of their formats and against each other; and each check seen to find what it looks for."""

import io
import re
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest

from briefgen.document import Document, Para, Text
from briefgen.write import House, write
from tests import validators
from tests.documents.conftest import Key

EVENT = "digital-mou-2025"
LANGS = ("id", "en", "ru", "id-ru")


@pytest.fixture(scope="module")
def files(documents: Mapping[Key, Document], pairs: Mapping[Key, Document], house: House, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every kind of one event as a pair; of those with much prose each language too."""
    folder = tmp_path_factory.mktemp("files")
    made = []
    for (event, kind, lang), document in {**documents, **pairs}.items():
        if event == EVENT and lang in (LANGS if kind in {"press-release", "briefing-note"} else LANGS[-1:]):
            for form in ("docx", "pdf"):
                made.append(folder / f"{kind}.{lang}.{form}")
                made[-1].write_bytes(write(document, form, house))
    assert len(made) >= 2 * 2 * len(LANGS)
    return made


def test_no_validator_finds_a_fault(files: list[Path]) -> None:
    found, left = validators.validate(files)
    assert len(found) == len(files)
    assert {file.name: complaints for file, complaints in found.items() if complaints} == {}
    if left:
        pytest.skip("; ".join(left))


def test_words_that_differ_are_found(files: list[Path], tmp_path: Path) -> None:
    word = next(file for file in files if file.name == "press-release.en.docx")
    assert validators.same_words(word, word.with_suffix(".pdf")) == []
    other = tmp_path / "other.docx"
    _rewritten(word, other, "word/document.xml", "Putin", "Putna")
    (said,) = validators.same_words(other, word.with_suffix(".pdf"))
    assert "Word «na" in said
    assert "PDF «in" in said


def test_a_word_lost_in_printing_is_found(files: list[Path]) -> None:
    word = next(file for file in files if file.name == "press-release.en.docx")
    assert validators.kept_words(word, word.with_suffix(".pdf")) == []
    other = next(file for file in files if file.name == "press-release.id.pdf")
    assert validators.kept_words(word, other)[0].startswith("LibreOffice loses ")


def test_a_broken_word_file_is_found(files: list[Path], tmp_path: Path) -> None:
    word = next(file for file in files if file.suffix == ".docx")
    broken = tmp_path / "broken.docx"
    _rewritten(word, broken, "word/document.xml", "<w:body>", "<w:body><w:nonsense/>")
    try:
        found = validators.open_xml([word, broken])
    except validators.NotHere as lacking:
        pytest.skip(str(lacking))
    assert found[word] == []
    assert found[broken]


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not here (apt-get install poppler-utils)")
@pytest.mark.parametrize(
    ("style", "said"),
    [("margin-left:-24mm!important", "outside the margins"), ("margin-bottom:-1.2em!important", "stands over"), ("break-before:page", "")],
)
def test_words_over_each_other_and_off_the_page_are_found(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, style: str, said: str) -> None:
    from briefgen.write import css  # noqa: PLC0415

    monkeypatch.setattr(css, "_COMMON", f"{css._COMMON}\np{{{style}}}")
    document = Document("k", ("en",), "t", (Para("a", (Text("Some words that stand in a line of their own"),)), Para("b", (Text("And others below them"),))))
    file = tmp_path / "a.pdf"
    file.write_bytes(write(document, "pdf", house))
    found = validators.laid_out(file)
    assert any(said in complaint for complaint in found) if said else found == []


def test_a_blank_page_and_a_missing_font_are_found(files: list[Path], tmp_path: Path) -> None:
    good = next(file for file in files if file.suffix == ".pdf")
    assert validators.fonts(good) == []
    with pikepdf.open(good) as pdf:
        pdf.add_blank_page()
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/FontFile2" in thing:
                del thing.FontFile2
        pdf.attachments["note.txt"] = b"internal"
        pdf.save(tmp_path / "bad.pdf")
    assert [said for said in validators.fonts(tmp_path / "bad.pdf") if "not embedded" in said]
    assert "1 files are attached" in validators.fonts(tmp_path / "bad.pdf")
    assert validators.standards(tmp_path / "bad.pdf")
    if shutil.which("pdftotext"):
        assert any(said.endswith("is blank") for said in validators.laid_out(tmp_path / "bad.pdf"))


def test_a_stream_of_another_length_is_found(files: list[Path], tmp_path: Path) -> None:
    data = next(file for file in files if file.suffix == ".pdf").read_bytes()
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(re.sub(rb"/Length (\d+)", lambda found: b"/Length %d" % (int(found[1]) - 1), data, count=1))
    assert any("not as long as it says" in said for said in validators.standards(bad))


def _rewritten(file: Path, to: Path, part: str, old: str, new: str) -> None:
    """A copy of a Word file with one thing changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode(), 1)
            target.writestr(name, data)
    to.write_bytes(out.getvalue())
