"""The command on a real desk: the repository's own, copied, so that nothing is written into the project."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EVENT = "digital-mou-2025"
JOB = ["build", EVENT, "--kind", "press-release", "--lang", "en,ru", "--pair", "en-ru", "--format", "docx,pdf,txt"]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    shutil.copy(ROOT / "desk.yaml", folder)
    shutil.copytree(ROOT / "sources", folder / "sources")
    return folder


def run(*arguments: str, cwd: Path, code: int = 0, **environment: str) -> str:
    """What the command says on its standard output; warnings are errors."""
    known = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", **environment}
    done = subprocess.run([sys.executable, "-m", "briefgen", *arguments], check=False, capture_output=True, cwd=cwd, env=known, encoding="utf-8", timeout=120)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def files(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file() and ".briefgen" not in path.parts}


def test_a_build_from_facts_to_files_and_again(desk: Path) -> None:
    assert "Wrote 9 files" in run(*JOB, "--out", "a", cwd=desk)
    made = files(desk / "a")
    assert sorted(made) == sorted(f"{EVENT}/press-release.{lang}.{form}" for lang in ("en", "ru", "en-ru") for form in ("docx", "pdf", "txt"))
    assert all(data.startswith(b"%PDF") for name, data in made.items() if name.endswith("pdf"))
    assert all(data.startswith(b"PK") for name, data in made.items() if name.endswith("docx"))
    assert "Nothing to do: 9 files" in run(*JOB, "--out", "a", cwd=desk)
    assert files(desk / "a") == made


def test_the_same_facts_are_the_same_bytes_anywhere(desk: Path, tmp_path: Path) -> None:
    other = tmp_path / "somewhere else"
    shutil.copytree(desk, other, ignore=shutil.ignore_patterns("a", "b"))
    run(*JOB, "--out", "b", cwd=desk, TZ="Asia/Jakarta", PYTHONHASHSEED="1", LC_ALL="C.UTF-8")
    run(*JOB, "--out", "b", cwd=other, TZ="America/Lima", PYTHONHASHSEED="2", LC_ALL="POSIX", SOURCE_DATE_EPOCH="1")
    made = files(desk / "b")
    assert len(made) == 9
    assert files(other / "b") == made


def test_an_error_in_the_facts_is_lines_and_no_file(desk: Path, tmp_path: Path) -> None:
    broken = tmp_path / "desk"
    shutil.copytree(desk, broken, ignore=shutil.ignore_patterns("a", "b"))
    facts = broken / "sources" / EVENT / "facts.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("\nwhen:", "\nwhenn:", 1), encoding="utf-8")
    run(*JOB, cwd=broken, code=1)
    assert not (broken / "out").exists()
    said = run("check", EVENT, "--format", "github", cwd=broken, code=1)
    assert f"::error file=sources/{EVENT}/facts.yaml,line=" in said


def test_the_project_s_own_desk_has_no_error(desk: Path) -> None:
    assert "error" not in run("check", cwd=desk).splitlines()[-1]
    assert EVENT in run("list", cwd=desk)
    assert "not built yet" in run("status", "--out", "nowhere", cwd=desk)


def test_a_language_says_values(desk: Path) -> None:
    assert run("say", "ru", "date", "2025-06-19", "--style", "words", cwd=desk).replace("\u00a0", " ") == "19 июня 2025 года\n"
    assert run("say", "en", "join", "Indonesia", "Russia", "Tajikistan", cwd=desk) == "Indonesia, Russia and Tajikistan\n"
    run("say", "ru", "dat", "2025", cwd=desk, code=2)
    assert "\ndate          A date, only as precise as it is." in run("say", "ru", cwd=desk)
    run("say", "ru", "date", "no day", cwd=desk, code=1)


@pytest.mark.parametrize("kind", ["event", "register", "desk"])
def test_a_schema_is_printed(desk: Path, kind: str) -> None:
    assert run("schema", kind, cwd=desk).startswith("{")


def test_a_kind_that_an_event_lacks_the_facts_for_is_passed_over_and_shown(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "sources", tmp_path / "sources")
    written = (ROOT / "desk.yaml").read_text(encoding="utf-8")
    (tmp_path / "desk.yaml").write_text(re.sub(r"kinds: \[.*\]", "kinds: [press-release, card]", written), encoding="utf-8")
    card = tmp_path / "templates" / "card"
    card.mkdir(parents=True)
    kind = "label: Press release\naudience: public\nparity: block\nneeds: [title, lead]\nblocks:\n  lead: {variants: {always: 'true'}}\n"
    (card / "kind.yaml").write_text(kind, encoding="utf-8")
    for code in ("id", "en", "ru"):
        (card / f"{code}.j2.xml").write_text("{% block lead %}<p>{{ event.lead | text }}</p>{% endblock %}", encoding="utf-8")
    assert f"{EVENT}: card, which needs title, lead" in run("status", cwd=tmp_path)
    assert re.search(rf"  card: up to public.*; not of {EVENT}, .*, which lack what it needs", run("list", cwd=tmp_path))
    assert "card" not in run("build", EVENT, "--lang", "en", "--format", "txt", cwd=tmp_path)
    run("build", EVENT, "--kind", "card", "--lang", "en", "--format", "txt", cwd=tmp_path, code=1)
    run("build", "--kind", "card", "--lang", "en", "--format", "txt", cwd=tmp_path, code=2)
