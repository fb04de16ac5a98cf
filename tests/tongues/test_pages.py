"""A language on paper: each format says which language it is, nothing runs off the page though words are a third longer, and no English word is left."""

import io
import re
import shutil
import subprocess
from collections.abc import Mapping
from itertools import permutations
from pathlib import Path

import pikepdf
import pytest

from briefgen.build.order import Order
from briefgen.build.plan import plan
from briefgen.build.survey import survey
from briefgen.compose import applies, compose, kinds, pair
from briefgen.document import Document, Fact, Foreign, Node, Text, children
from briefgen.errors import BriefgenError
from briefgen.facts import Desk, Leaf
from briefgen.write import House, write
from tests.compose.desks import EXAMPLE, LANGUAGES, ROOT
from tests.tongues import pseudo
from tests.tongues.desks import TONGUES, found, speaks
from tests.write.docx_file import File

EVENT = "port-mou-2026"
KINDS = sorted(kinds([ROOT / "templates"]))
Pages = Mapping[tuple[str, str], Document]
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>')
ENGLISH = re.compile(r"[A-Za-z]*[abcdefghijklnoprstuwyz][A-Za-z]*")
"""A word, or the rest of one, that bears no mark: of the letters without one (m, q, v, x) no word can be made."""


@pytest.fixture(scope="module")
def house() -> House:
    return House.load([ROOT / "templates"])


@pytest.fixture(scope="module")
def pages(example: Path) -> Pages:
    """Every kind of document of the worked example, in the pseudo-language and in pairs with it on either side, by kind and "en-qps"."""
    desk, known = Desk.open(example), found(example)
    made: dict[tuple[str, str], Document] = {}
    for name, kind in known.items():
        view = desk.view(EVENT, kind.audience)
        assert applies(view, kind)
        alone = {code: compose(view, kind, speaks(example, code)).document for code in (*LANGUAGES, pseudo.CODE)}
        made[name, pseudo.CODE] = alone[pseudo.CODE]
        for left, right in permutations(alone, 2):
            if kind.parity != "document" and pseudo.CODE in (left, right):
                made[name, f"{left}-{right}"] = pair(alone[left], alone[right], kind)
    return made


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_and_every_pair_can_be_written(pages: Pages, house: House, kind: str) -> None:
    made = [document for (name, _), document in pages.items() if name == kind]
    assert made
    for form in ("tree", "txt", "html", "docx"):
        assert all(len(write(document, form, house)) > 200 for document in made), form


@pytest.mark.parametrize("kind", KINDS)
def test_word_is_told_the_language_of_every_run(pages: Pages, house: House, kind: str) -> None:
    for key in ((kind, pseudo.CODE), (kind, f"ru-{pseudo.CODE}")):
        if key not in pages:
            continue
        file = File(pages[key], house)
        assert pseudo.TAG in file.values("//w:lang/@w:val")
        wrong = [text for text in file.values(f"//w:r[w:rPr/w:lang[@w:val='{pseudo.TAG}']]/w:t/text()") if re.search("[а-яё]{2}", text)]
        wrong += [text for text in file.values(f"//w:r[w:rPr/w:lang[@w:val!='{pseudo.TAG}']]/w:t/text()") if re.search("[éåî]{2}", text)]
        assert wrong == []


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not here (apt-get install poppler-utils)")
@pytest.mark.parametrize("kind", KINDS)
def test_a_pdf_says_its_language_and_nothing_runs_off_the_page(pages: Pages, house: House, kind: str, tmp_path: Path) -> None:
    for key in ((kind, pseudo.CODE), (kind, f"{pseudo.CODE}-ru")):
        if key not in pages:
            continue
        document = pages[key]
        (tmp_path / "a.pdf").write_bytes(data := write(document, "pdf", house))
        with pikepdf.open(io.BytesIO(data)) as file:
            assert str(file.Root.Lang) == pseudo.CODE
        page = house.page(document.lang, len(document.langs) > 1, document.kind)
        words = WORD.findall(subprocess.run(["pdftotext", "-bbox", tmp_path / "a.pdf", "-"], check=True, capture_output=True).stdout.decode())
        assert len(words) > 40
        left, right = page.left * 72 / 25.4, (page.width - page.right) * 72 / 25.4
        assert [text for start, end, text in words if float(start) < left - 1 or float(end) > right + 1] == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_english_word_is_left(pages: Pages, example: Path, kind: str) -> None:
    document = pages[kind, pseudo.CODE]
    known = Desk.open(example).view(EVENT, "internal").leaves()
    verbatim = {leaf.value for leaf in known if isinstance(leaf, Leaf) and isinstance(leaf.value, str)}
    names = {word for text in verbatim for word in ENGLISH.findall(text)}
    left = {word for text in ours(document) for word in ENGLISH.findall(re.sub(r"\S+@\S+", "", text)) if len(word) > 1}
    assert left - names - {"UTC"} == set()
    assert sum(len(text) for text in ours(document)) > 100


def ours(node: Node | Document) -> list[str]:
    """The words of a document but for those in another language and those that the facts spell alike everywhere."""
    if isinstance(node, Foreign) or (isinstance(node, Fact) and all(".references." in f".{ref}" for ref in node.refs)):
        return []
    here = [node.text] if isinstance(node, Text) else []
    return here + [text for child in children(node) for text in ours(child)]


@pytest.mark.parametrize(("langs", "pairs"), [(("xx",), ()), ((), ("en-xx",)), (("en", "xx"), ("xx-en",))])
def test_a_kind_that_a_language_lacks_is_one_error(tmp_path: Path, langs: tuple[str, ...], pairs: tuple[str, ...]) -> None:
    """A language need not have every kind; ``briefgen list`` says which it has."""
    desk = tmp_path / "desk"
    shutil.copytree(EXAMPLE, desk)
    pseudo.locale(ROOT, desk / "locales")
    (desk / "locales" / pseudo.CODE).rename(desk / "locales" / "xx")
    (desk / "templates" / "press-release").mkdir(parents=True)
    (desk / "templates" / "press-release" / "xx.j2.xml").write_text("")
    known = survey(Order(desk, tmp_path / "out")).known
    assert "xx" in known.kinds["press-release"].languages
    assert "xx" not in known.kinds["briefing-note"].languages
    with pytest.raises(BriefgenError) as caught:
        plan(Order(desk, tmp_path / "out", kinds=("briefing-note", "press-release"), formats=("txt", "pdf", "docx"), langs=langs, pairs=pairs), known)
    (problem,) = caught.value.problems
    assert (problem.code, problem.language) == ("B010", "xx")
    assert "templates/briefing-note/xx.j2.xml" in problem.hint


def test_there_are_languages_to_test() -> None:
    assert set(TONGUES) >= {"en", "id", "ru", "qps"}
