"""The pages: every problem and every command is in them, every link leads somewhere, and the tutorial is true."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from briefgen.cli import COMMANDS, group, main
from briefgen.compose.filters import TESTS, filters
from briefgen.compose.leading import NAMES
from briefgen.compose.lists import WAYS
from briefgen.compose.markup import _ATTRIBUTES

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
TUTORIALS = ("tutorial.md", "tutorial.id.md")
EXPLAINED = re.compile(r"^\| ([A-Z]\d{3}) \|", re.MULTILINE)


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_there_are_pages() -> None:
    assert {"README.md", "docs/tutorial.md", "docs/tutorial.id.md", "docs/architecture.md", "docs/problems.md"} <= {relative(page) for page in PAGES}
    assert {path.stem for path in (DOCS / "how-to").glob("*.md")} == {"event", "format", "kind", "language", "look", "pack"}


# ── problems, commands, links ──


def codes() -> set[str]:
    """Every code that the program can say."""
    return {code for path in (ROOT / "briefgen").rglob("*.py") for code in re.findall(r'"([A-Z]\d{3})"', text(path))}


def test_every_problem_is_explained_once_and_no_other() -> None:
    explained = EXPLAINED.findall(text(DOCS / "problems.md"))
    assert len(explained) > 80
    assert sorted(explained) == sorted(codes())
    assert explained == sorted(explained, key=lambda code: ("YFDLQCTWRBMU".index(code[0]), code))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_shown(command: str) -> None:
    assert command in group.list_commands(None)  # type: ignore[arg-type]  # it asks for no context
    assert any(re.search(rf"briefgen {command}\b", text(page)) for page in PAGES)


def test_no_page_shows_a_command_that_is_not_there() -> None:
    shown = {word for page in PAGES for word in re.findall(r"^\$ briefgen ([a-z]+)", text(page), re.MULTILINE)}
    assert len(shown) > 4
    assert shown <= set(COMMANDS)


def slug(heading: str) -> str:
    """The anchor that a web page of the project gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def prose(page: Path) -> str:
    return re.sub(r"```.*?```", "", text(page), flags=re.DOTALL)


def links(page: Path) -> Iterator[str]:
    yield from (link for link in re.findall(r"\]\(([^)\s]+)\)", prose(page)) if not re.match(r"[a-z]+:", link))


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in links(page):
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), link
        assert target.is_relative_to(ROOT), link
        if anchor:
            assert anchor in {slug(heading) for heading in re.findall(r"^#+ (.+)$", prose(target), re.MULTILINE)}, link


def test_there_are_links() -> None:
    assert sum(1 for page in PAGES for _ in links(page)) > 25


def test_the_readme_names_both_targets_and_how_to_do_without_make() -> None:
    readme = text(ROOT / "README.md")
    for words in ("make demo", "make test", "sh scripts/demo.sh", "sh scripts/test.sh", "sudo apt-get install git make python3-venv"):
        assert re.search(rf"{re.escape(words)}(?!\w)", readme), words
    assert {"demo", "test"} <= set(re.findall(r"^([a-z]+):", text(ROOT / "Makefile"), re.MULTILINE))


# ── what prose may use ──


@pytest.mark.parametrize("words", [NAMES, filters(), TESTS, WAYS, _ATTRIBUTES], ids=["names", "filters", "tests", "ways to join", "elements"])
def test_all_that_prose_may_use_is_listed(words: Collection[str]) -> None:
    listed = set(re.findall(r"[a-z][a-z_0-9]*", " ".join(re.findall(r"`([^`]+)`", prose(DOCS / "how-to" / "kind.md")))))
    assert len(words) > 5
    assert sorted(set(words) - listed) == []


# ── the tutorial, followed ──


def answers(page: str) -> list[str]:
    """What the page shows as answers of `check`, but for what it leaves out and for lines of templates."""
    shown = [block for block in re.findall(r"```console\n(.*?)```", page, re.DOTALL) if block.startswith("$ briefgen check")]
    return [line for block in shown for line in known(block).splitlines() if not line.startswith(("$", "…"))]


def known(said: str) -> str:
    return re.sub(r"\.j2\.xml:\d+", ".j2.xml", said).replace("\u00a0", " ")


@pytest.mark.parametrize("name", TUTORIALS)
def test_the_tutorial_is_true(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    page = text(DOCS / name)
    event, place, form = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    assert main(["init", "my-desk"]) == 0
    monkeypatch.chdir(tmp_path / "my-desk")
    assert main(["new", "event", "lighthouse-talks-2026"]) == 0
    facts = tmp_path / "my-desk" / "sources" / "lighthouse-talks-2026" / "facts.yaml"
    elsewhere = event.replace("place: jakarta", "place: tanjung-terang") + "\n" + place
    wrong = elsewhere.replace("statements:", "statments:").replace("2026-09-09", "2026-09-31")
    wrong = re.sub(r"^ +ru: горящий маяк.*\n", "", wrong, flags=re.MULTILINE)
    mended = re.sub(r"^    name: .*Танджунг.*\n", form, elsewhere, flags=re.MULTILINE)
    capsys.readouterr()
    steps = [
        (event, 0),
        (wrong, 1),
        (elsewhere, 0),
        (mended, 0),
    ]
    said = []
    for words, code in steps:
        facts.write_text(words, encoding="utf-8")
        assert main(["check", "lighthouse-talks-2026"]) == code
        said.append(known(capsys.readouterr().out))
    expected = answers(page)
    assert len(expected) >= 9
    assert [line for line in expected if line not in "".join(said).splitlines()] == []
    assert "L020" in said[-2]
    assert "Doubts" not in said[-1]
    assert main(["build", "lighthouse-talks-2026", "--kind", "press-release", "--lang", "id,en,ru", "--format", "docx"]) == 0
    assert len(list((tmp_path / "my-desk" / "out").glob("*/press-release.*.docx"))) == 3
    headlines = re.findall(r"^> \*\*(.+)\*\*$", page, re.MULTILINE)
    assert main(["build", "lighthouse-talks-2026", "--kind", "press-release", "--lang", "id,en,ru", "--format", "txt"]) == 0
    built = {path.name: known(text(path)) for path in (tmp_path / "my-desk" / "out").glob("*/*.txt")}
    assert [headline for headline, code in zip(headlines, ("id", "en", "ru"), strict=True) if f"\n{headline}\n" not in built[f"press-release.{code}.txt"]] == []


def test_the_headlines_of_the_readme_are_those_that_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = dict(re.findall(r"^\| (id|en|ru) \| (.+) \|$", text(ROOT / "README.md"), re.MULTILINE))
    assert len(shown) == 3
    monkeypatch.chdir(ROOT)
    assert main(["build", "digital-mou-2025", "--kind", "press-release", "--lang", "id,en,ru", "--format", "txt", "--out", str(tmp_path)]) == 0
    built = {code: known(text(tmp_path / "digital-mou-2025" / f"press-release.{code}.txt")).splitlines() for code in shown}
    assert {code: headline for code, headline in shown.items() if headline not in built[code]} == {}


@pytest.mark.parametrize("name", TUTORIALS)
def test_both_tutorials_have_the_same_files_and_answers(name: str) -> None:
    blocks = [re.findall(r"```(?:yaml|console)\n.*?```", text(DOCS / one), re.DOTALL) for one in (TUTORIALS[0], name)]
    assert blocks[0] == blocks[1]
