import gc
import io
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest
from page import validate_pdf

from briefgen.document import Document, Emph, Figure, Heading, Item, List, Pair, Para, Side, Text, walk
from briefgen.errors import BriefgenError
from briefgen.write import House, write
from briefgen.write.engine import engine, fetcher
from tests.write.conftest import TEMPLATES
from tests.write.samples import note, pack, release

SAMPLES = {"en": release("en", mark=True), "id": release("id"), "ru": release("ru"), "id-ru": pack("id", "ru"), "note": note("en")}


@pytest.fixture(scope="module")
def built(house: House) -> dict[str, bytes]:
    return {name: write(document, "pdf", house) for name, document in SAMPLES.items()}


def pages(data: bytes, *options: str) -> list[str]:
    """The text of each page, read by poppler."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (poppler-utils) is not installed")
    text = subprocess.run(["pdftotext", *options, "-", "-"], input=data, capture_output=True, check=True).stdout.decode()
    return text.removesuffix("\f").split("\f")


def elements(data: bytes) -> list[tuple[str, str, str]]:
    """The structure tree in order: kind, language in force, and the texts' own marks left out."""
    found = []

    def read(element: pikepdf.Object, lang: str) -> None:
        if isinstance(element, pikepdf.Dictionary) and "/S" in element:
            lang = str(element.get("/Lang", lang))
            found.append((str(element.S), lang, str(element.get("/ID", ""))))
            kids = element.get("/K", pikepdf.Array())
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                read(kid, lang)

    with pikepdf.open(io.BytesIO(data)) as pdf:
        read(pdf.Root.StructTreeRoot.K[0], str(pdf.Root.Lang))
    return found


@pytest.mark.parametrize("name", SAMPLES)
def test_it_is_accessible_and_sound(built: dict[str, bytes], name: str, tmp_path: Path) -> None:
    file = tmp_path / "f.pdf"
    file.write_bytes(built[name])
    for profile in ("ua1", "3a"):
        report = validate_pdf(str(file), profile=profile)
        assert report.is_compliant, str(report)
        assert "0 failed" in str(report).split("Checks:")[1], str(report)
    if not shutil.which("qpdf"):
        pytest.skip("qpdf is not installed")
    subprocess.run(["qpdf", "--check", str(file)], check=True, capture_output=True)


@pytest.mark.parametrize("name", SAMPLES)
def test_only_fonts_of_the_house_are_in_it(built: dict[str, bytes], name: str) -> None:
    with pikepdf.open(io.BytesIO(built[name])) as pdf:
        names = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
        assert all(re.fullmatch(r"/[A-Z]{6}\+Liberation-(Serif|Sans)(-Bold|-Italic)?", font) for font in names)
        assert 1 < len(names) <= 6


@pytest.mark.parametrize("name", SAMPLES)
def test_it_says_nothing_of_itself_but_title_subject_and_language(built: dict[str, bytes], name: str) -> None:
    document = SAMPLES[name]
    with pikepdf.open(io.BytesIO(built[name])) as pdf:
        assert set(pdf.docinfo) == ({"/Title", "/Subject"} if document.subject else {"/Title"})
        assert str(pdf.docinfo["/Title"]) == document.title
        assert str(pdf.Root.Lang) == document.lang
        metadata = pdf.Root.Metadata.read_bytes().decode()
        assert document.title in metadata
        everything = metadata + "".join(str(thing) for thing in pdf.objects)
    for hidden in ("WeasyPrint", "Producer", "CreationDate", "ModDate", "event.fact", "trade.2025", "background", "file:", "/templates", "pydyf"):
        assert hidden not in everything


def test_every_element_knows_its_language(built: dict[str, bytes]) -> None:
    kinds = elements(built["id-ru"])
    assert [lang for kind, lang, _ in kinds if kind == "/H1"] == ["id", "ru"]
    assert {lang for kind, lang, _ in kinds if kind == "/TH"} == {"id", "ru"}
    langs = [lang for kind, lang, _ in elements(built["en"]) if kind == "/Span"]
    assert set(langs) == {"en", "id"}, "foreign words in a line"
    assert langs.count("id") <= 2


def test_notes_are_tagged_as_notes_with_their_languages(built: dict[str, bytes]) -> None:
    notes = [(lang, mark) for kind, lang, mark in elements(built["id-ru"]) if kind == "/Note"]
    assert [lang for lang, _ in notes] == ["id", "id"], "each note once, though both sides have it"
    assert len({mark for _, mark in notes}) == 2
    below = elements(built["id-ru"])
    start = below.index(("/Note", *notes[0]))
    assert "ru" in {lang for _, lang, _ in below[start : start + 8]}, "the right text of the note"


def test_list_items_have_a_label_and_a_body(built: dict[str, bytes]) -> None:
    kinds = [kind for kind, _, _ in elements(built["en"])]
    assert kinds.count("/LI") == kinds.count("/Lbl") == kinds.count("/LBody") == 6


def test_headings_are_bookmarks(built: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(built["en"])) as pdf, pdf.open_outline() as outline:
        (title,) = outline.root
        assert title.title == SAMPLES["en"].title
        assert [child.title for child in title.children] == ["Background"]
        assert [child.title for child in title.children[0].children] == ["What was agreed", "Notes to editors"]


def test_mark_running_head_and_page_numbers(built: dict[str, bytes]) -> None:
    texts = pages(built["en"])
    assert len(texts) == 2
    for number, text in enumerate(texts, 1):
        assert "Embargoed until 14:00 WIB (UTC+7), 14 April 2026" in text.replace("\u00a0", " ")
        assert f"Page {number} of 2" in text
    assert texts[0].count("Ministry of Industry of the Republic of Indonesia") == 2, "letterhead and footer"
    assert texts[1].count("Ministry of Industry of the Republic of Indonesia") == 1, "footer only"
    assert SAMPLES["en"].title not in " ".join(texts[0].split("\n")[:3])
    assert SAMPLES["en"].title in texts[1]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_word_is_printed(built: dict[str, bytes], name: str) -> None:
    def letters(text: str) -> str:
        return re.sub(r"[\W\d_]", "", text.casefold())

    printed = letters("".join(pages(built[name])))
    texts = [node.text for block in SAMPLES[name].content for node in walk(block) if isinstance(node, Text)]
    for text in texts:
        # A paragraph may cross a page and meet its footnotes there: look for it in halves, word for word.
        assert all(letters(word) in printed for word in text.split())
    short = [text for text in texts if len(text) < 60]
    assert short
    assert [text for text in short if name != "id-ru" and letters(text) not in printed] == []


def test_both_sides_of_a_pair_stand_level(built: dict[str, bytes]) -> None:
    text = pages(built["id-ru"], "-bbox")
    tops = {word: float(top) for top, word in re.findall(r'yMin="([\d.]+)"[^>]*>([^<]+)</word>', "".join(text))}
    for left, right in (("SIARAN", "ПРЕСС-РЕЛИЗ"), ("Untuk", "Для"), ("Narahubung", "Контакты"), ("Catatan", "Примечания"), ("Belakang", "Справочно")):
        assert tops[left] == pytest.approx(tops[right], abs=0.1)


def test_what_follows_a_list_stands_as_far_below_as_below_a_paragraph(house: House) -> None:
    def p(word: str) -> Para:
        return Para(word, (Text(word),))

    def items(word: str) -> List:
        return List(f"{word}.list", (Item(word, (p(word),)),))

    heads = {word: Heading(word, 2, (Text(word),)) for word in ("Beta", "Delta")}
    blocks = (p("Alpha"), heads["Beta"], items("Gamma"), heads["Delta"], items("Epsilon"), p("Zeta"), p("Eta"))
    (page,) = pages(write(Document("k", ("en",), "t", blocks), "pdf", house), "-bbox")
    top = {word: float(at) for at, word in re.findall(r'yMin="([\d.]+)"[^>]*>(\w+)</word>', page)}
    assert top["Delta"] - top["Gamma"] == pytest.approx(top["Beta"] - top["Alpha"], abs=0.01)
    assert top["Zeta"] - top["Epsilon"] == pytest.approx(top["Eta"] - top["Zeta"], abs=0.01)


def test_a_line_before_a_box_is_as_full_as_it_may_be(house: House) -> None:
    """Whatever its length, also where the words before the box fit but for the space behind them."""
    ends = ["i" * n + "r" * m for n in range(9) for m in range(5)]  # each some tenths of a point longer or shorter
    rows = tuple(
        Para(f"p{end}", (Text(f"Выставку планируется провести в\u00a0Екатери{end} "), Emph((Text("не\u00a0раньше\u00a0июля"),)), Text(" будущего года.")))
        for end in ends
    )
    content = tuple(Pair(row.key, Side("id", ()), Side("ru", (row,))) for row in rows)
    text = "".join(pages(write(Document("k", ("id", "ru"), "t", content), "pdf", house), "-layout"))
    first = [line.split() for line in text.splitlines() if "Выставку" in line or "Выстав-" in line]
    assert len(first) == len(ends)
    assert [line for line in first if line[:2] != ["Выставку", "планируется"]] == []


def test_words_are_hyphenated_and_names_are_not(house: House) -> None:
    text = " ".join(["в Джакарте договорились о взаимопонимании с Кировоградом и Красноярском,"] * 40)
    out = pages(write(Document("k", ("ru",), "t", (Para("p", (Text(text),)),)), "pdf", house), "-layout")
    ends = re.findall(r"(\w+)-\n", "".join(out))
    assert ends, "some words are broken"
    assert all(end[0].islower() for end in ends)


def test_a_word_wider_than_the_line_is_broken(house: House) -> None:
    document = Document("k", ("en",), "t", (Para("p", (Text("x" * 3000),)),))
    (page,) = pages(write(document, "pdf", house))
    assert page.count("x") == 3000
    assert max(map(len, page.split())) < 200


def test_a_character_that_the_fonts_lack_is_an_error(house: House) -> None:
    document = Document("k", ("en",), "t", (Para("greeting", (Text("Hello 世界"),)), Heading("h", 2, (Text("\u20bd"),))))
    with pytest.raises(BriefgenError) as caught:
        write(document, "pdf", house)
    said = "\n".join(map(str, caught.value.problems))
    assert "W007 greeting: the font Liberation Serif has no '世' (U+4E16)" in said
    assert "W007 h: the font Liberation Sans has no '₽' (U+20BD)" in said


def test_a_font_file_of_another_family_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "_house").mkdir()
    (tmp_path / "_house" / "style.yaml").write_text("fonts: {serif: {family: Times}}\n", encoding="utf-8")
    with pytest.raises(BriefgenError, match="W008 the file holds 'Liberation Serif', not 'Times'"):
        write(release("en"), "pdf", House.load([tmp_path, TEMPLATES]))


def test_it_does_not_matter_where_the_fonts_lie(built: dict[str, bytes], tmp_path: Path) -> None:
    shutil.copytree(TEMPLATES / "_house", tmp_path / "a (b) & c" / "_house")
    house = House.load([tmp_path / "a (b) & c"])
    assert write(SAMPLES["id-ru"], "pdf", house) == built["id-ru"]
    assert write(SAMPLES["en"], "pdf", house) == built["en"]


def test_a_picture_that_cannot_be_read_is_an_error(house: House) -> None:
    broken = Document("k", ("en",), "t", (Figure("f", b"not a picture", "image/png", (3, 2), "alt"),))
    with pytest.raises(BriefgenError, match=r"W009 the PDF would not be whole: .*brief:"):
        write(broken, "pdf", house)


def test_nothing_is_fetched(house: House) -> None:
    weasyprint, _ = engine(tuple(sorted(file for font in house.fonts.values() for file in font.files.values())))
    for address in ("file:///etc/passwd", "http://127.0.0.1:9/x", "data:text/plain,x", "brief:other"):
        with pytest.raises(ValueError, match="is not one of the document's pictures"):
            fetcher(weasyprint, {"brief:one": (b"", "image/png")}).fetch(address)


@pytest.mark.usefixtures("built")
def test_no_new_type_is_read_for_each_font(house: House) -> None:
    """An array's length is no part of its type: else cffi would read all its declarations again, several times a document."""
    weasyprint, _ = engine(tuple(sorted(file for font in house.fonts.values() for file in font.files.values())))
    ffi = weasyprint.pdf.fonts.ffi
    assert {kind for kind in ffi._parsed_types if kind.startswith("hb_codepoint_t")} == {"hb_codepoint_t[]"}
    assert list(ffi.new("hb_codepoint_t[3]", [4, 5, 6])) == [4, 5, 6]
    assert len(ffi.new("char[4]")) == 4


@pytest.mark.parametrize(("langs", "counts"), [(("en",), range(27, 40)), (("en", "id"), range(33, 46))])
def test_a_heading_stays_with_its_text(house: House, langs: tuple[str, ...], counts: range) -> None:
    """However much stands above, no page ends with a heading alone, in one column or in two."""

    def block(one: Heading | Para) -> Heading | Para | Pair:
        return one if len(langs) == 1 else Pair(one.key, Side(langs[0], (one,)), Side(langs[1], (one,)))

    lowest = []
    for lines in counts:
        filler: list[Heading | Para] = [Para(f"p{n}", (Text("Filling line."),)) for n in range(lines)]
        rest: list[Heading | Para] = [Heading("h", 2, (Text("Lonely heading"),)), Para("b", (Text("Following words. " * 30),))]
        document = Document("k", langs, "t", tuple(block(one) for one in (*filler, *rest)))
        for page in pages(write(document, "pdf", house), "-layout"):
            last = [line for line in page.strip().splitlines() if line][-1]
            assert "Lonely heading" not in last
        lowest.append("Lonely heading" in pages(write(document, "pdf", house))[0])
    assert set(lowest) == {True, False}, "the heading came to the foot of the page on the way"


def test_the_collector_is_as_it_was(house: House) -> None:
    assert gc.isenabled()
    write(release("en"), "pdf", house)
    assert gc.isenabled()


_JOB = """
import sys
children = []
sys.addaudithook(lambda name, args: children.append(name) if name in ("subprocess.Popen", "os.posix_spawn", "os.fork", "os.exec") else None)
from hashlib import sha256
from pathlib import Path
from briefgen.write import House, write
from tests.write.samples import pack
data = write(pack("id", "ru"), "pdf", House.load([Path(sys.argv[1])]))
print(sha256(data).hexdigest(), len(children))
"""


def test_the_same_bytes_anywhere_and_no_child_process(built: dict[str, bytes], tmp_path: Path) -> None:
    wanted = f"{sha256(built['id-ru']).hexdigest()} 0\n"
    root = str(TEMPLATES.parent)
    for zone, seed, folder in (("Asia/Jakarta", "1", root), ("America/New_York", "77", str(tmp_path))):
        env = {"TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": root, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(tmp_path)}
        run = subprocess.run([sys.executable, "-c", _JOB, str(TEMPLATES)], env=env, cwd=folder, capture_output=True, text=True, check=False)
        assert run.stdout == wanted, run.stderr


def test_without_pango_it_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "weasyprint").mkdir()
    (tmp_path / "weasyprint" / "__init__.py").write_text("print('advice')\nraise OSError(\"cannot load library 'libpango-1.0-0'\")\n", encoding="utf-8")
    job = _JOB.replace("data = write(", "from briefgen.errors import BriefgenError\ntry:\n    data = write(").replace(
        "print(sha256", "except BriefgenError as error:\n    print(error.status, error)\nelse:\n    print(sha256"
    )
    env = {"PYTHONPATH": f"{tmp_path}:{TEMPLATES.parent}", "PATH": "/usr/bin:/bin"}
    run = subprocess.run([sys.executable, "-c", job, str(TEMPLATES)], env=env, capture_output=True, text=True, check=False)
    assert run.stdout == "3 M001 PDF needs Pango, which was not found (cannot load library 'libpango-1.0-0'); `briefgen doctor` says how to install it\n", (
        run.stderr
    )
