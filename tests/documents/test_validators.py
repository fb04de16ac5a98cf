"""Real documents held against the validators of their formats and against each other; and each check seen to find what it looks for."""

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest

from briefgen.document import Document, Para, Text
from briefgen.write import House, write
from tests import validators
from tests.compose.desks import EXAMPLE, KINDS, ROOT
from tests.documents.conftest import Key
from tests.printed_pages import laid_out, pictured, sheets
from tests.word_customs import customs

EVENT = "digital-mou-2025"
LANGS = ("id", "en", "ru")
PAIR = "id-ru"
IN_A_TABLE = '<w:tbl><w:tr><w:tc><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Title</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The worked example as a user builds it: every kind in each language and as a pair, in Word and PDF."""
    return build(EXAMPLE, tmp_path_factory.mktemp("built"), "--lang", ",".join(LANGS), "--pair", PAIR, "--kind", ",".join(KINDS))


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The same event under an embargo, with a place whose Russian forms nobody has confirmed, on a desk that tracks the changes of drafts."""
    desk = shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("drafts") / "desk")
    for name, old, new in (
        ("desk.yaml", "#track_changes: drafts", "track_changes: drafts"),
        ("sources/port-mou-2026/facts.yaml", "\nwhen: 2026-04-14\n", "\nwhen: 2026-04-14\nembargo: 2026-04-14 14:00 Asia/Jakarta\n"),
        ("sources/register/names.yaml", "ru: {text: Джакарта, gender: f,", "ru: Танджунг-Теранг}\n# "),
    ):
        text = (desk / name).read_text(encoding="utf-8")
        assert old in text
        (desk / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return build(desk, tmp_path_factory.mktemp("drafted"), "--lang", "ru", "--pair", PAIR, "--kind", "press-release,pack")


def build(desk: Path, out: Path, *asked: str) -> list[Path]:
    """What ``briefgen build`` makes, as a user calls it."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "briefgen", "build", *asked, "--format", "docx,pdf", "--out", str(out)]
    subprocess.run(command, check=True, capture_output=True, cwd=desk, env=env)
    return [file for file in out.rglob("*") if file.suffix in {".docx", ".pdf"} and ".briefgen" not in file.parts]


@pytest.fixture(scope="module")
def files(documents: Mapping[Key, Document], house: House, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """One press release in two languages, for damage to be done to."""
    folder = tmp_path_factory.mktemp("files")
    made = [folder / f"press-release.{lang}.{form}" for lang in ("id", "en") for form in ("docx", "pdf")]
    for file in made:
        file.write_bytes(write(documents[EVENT, "press-release", file.suffixes[0][1:]], file.suffix[1:], house))
    return made


def test_no_validator_finds_a_fault(built: list[Path]) -> None:
    assert {file.name for file in built} == {f"{kind}.{lang}.{form}" for kind in KINDS for lang in (*LANGS, PAIR) for form in ("docx", "pdf")}
    found, left = validators.validate(built)
    assert len(found) == len(built)
    assert {file.name: complaints for file, complaints in found.items() if complaints} == {}
    if left:
        pytest.skip("; ".join(left))


def test_drafts_under_embargo_are_as_sound_and_say_what_they_are(drafts: list[Path]) -> None:
    found, left = validators.validate(drafts)
    assert len(found) == 2 * 2 * 2
    assert {file.name: complaints for file, complaints in found.items() if complaints} == {}
    for file in drafts:
        if file.suffix == ".docx":
            with zipfile.ZipFile(file) as archive:
                parts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}
            assert "<w:trackRevisions/>" in parts["word/settings.xml"]
            assert "Теранг" in parts["word/comments.xml"]
            heads = [xml for name, xml in parts.items() if name.startswith("word/header")]
            assert all("<v:textpath" in head and "ЭМБАРГО · ПРОЕКТ" in head for head in heads)
            assert len(heads) >= (8 if file.name.startswith("pack") else 2), "of every part"
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


def test_word_files_are_printed_in_the_fonts_of_the_house(files: list[Path], tmp_path: Path) -> None:
    word = next(file for file in files if file.suffix == ".docx")
    printed = validators.opened([word], tmp_path)[word]
    with pikepdf.open(printed) as pdf:
        found = {str(thing.FontName) for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"}
    assert any("LiberationSerif" in name for name in found)
    assert [name for name in found if "Liberation" not in name] == []


def test_a_tool_that_is_not_here_skips_its_test(monkeypatch: pytest.MonkeyPatch, files: list[Path]) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(pytest.skip.Exception, match="apt-get install poppler-utils"):
        validators.kept_words(*files[:2])


def test_a_broken_word_file_is_found(files: list[Path], tmp_path: Path) -> None:
    word = next(file for file in files if file.suffix == ".docx")
    broken = tmp_path / "broken.docx"
    _rewritten(word, broken, "word/document.xml", "<w:body>", "<w:body><w:nonsense/>")
    found = validators.open_xml([word, broken])
    assert found[word] == []
    assert found[broken]


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        ("document", '<w:lang w:val="en-GB"/>', "", "has no language"),
        ("document", '<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Heading3"/>', "is of level 3 below one of level 0"),
        ("document", "<w:body>", f"<w:body>{IN_A_TABLE}", "stands in a table"),
        ("footer2", 'w:fldCharType="separate"', 'w:fldCharType="none"', "has no result"),
        ("styles", 'w:ascii="Times New Roman"', 'w:ascii="Liberation Serif"', "does not come with Word"),
        ("numbering", "<w:startOverride", "<w:other", "goes on with the numbers"),
    ],
)
def test_what_a_user_of_word_would_miss_is_found(files: list[Path], tmp_path: Path, part: str, old: str, new: str, said: str) -> None:
    word = next(file for file in files if file.name == "press-release.en.docx")
    assert customs(word) == []
    _rewritten(word, tmp_path / "other.docx", f"word/{part}.xml", old, new)
    assert any(said in complaint for complaint in customs(tmp_path / "other.docx"))


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="pdftoppm is not here (apt-get install poppler-utils)")
@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("p{}", ""),
        ("p{border-left:40mm solid red;margin-left:-30mm!important}", "ink outside the margins"),
        ("p{color:#fff!important}", "is a blank picture"),
        ("p+p{break-before:page!important}", "page 2 is nearly empty"),
    ],
)
def test_blank_pages_and_ink_in_the_margins_are_seen(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, style: str, said: str) -> None:
    from briefgen.write import css  # noqa: PLC0415

    document = Document("k", ("en",), "t", tuple(Para(f"p{n}", (Text("Some words that stand in a line of their own"),)) for n in range(2)))
    (tmp_path / "a.docx").write_bytes(write(document, "docx", house))
    monkeypatch.setattr(css, "_COMMON", f"{css._COMMON}\n{style}")
    (tmp_path / "a.pdf").write_bytes(write(document, "pdf", house))
    found = pictured(tmp_path / "a.pdf", sheets(tmp_path / "a.docx"))
    assert any(said in complaint for complaint in found) if said else found == []


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
    found = laid_out(file)
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
        assert any(said.endswith("is blank") for said in laid_out(tmp_path / "bad.pdf"))


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
