"""The shape of the project: small files, honest names, tests that mirror the rooms, and pages that know every command and every problem."""

import re
from pathlib import Path
from statistics import median

import pytest

from briefgen.cli import COMMANDS

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "briefgen").rglob("*.py"))
ROOMS = sorted(path.name for path in (ROOT / "briefgen").iterdir() if path.is_dir() and path.name not in {"__pycache__", "_data"})
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SCRIPTS = sorted((ROOT / "scripts").glob("*.sh"))

_CODE = re.compile(r'"([A-Z]\d{3})"')


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_files_stay_small() -> None:
    assert len(MODULES) > 40
    sizes = {path.relative_to(ROOT).as_posix(): lines(path) for path in MODULES}
    assert {name: size for name, size in sizes.items() if size > 300} == {}
    assert median(size for name, size in sizes.items() if not name.endswith("__init__.py")) <= 150


def test_no_file_is_named_for_nothing() -> None:
    vague = {"utils", "util", "helpers", "helper", "core", "common", "misc", "manager"}
    everywhere = [*MODULES, *(ROOT / "tests").rglob("*.py"), *(ROOT / "bench").rglob("*.py")]
    names = {part for path in everywhere for part in path.relative_to(ROOT).with_suffix("").parts}
    assert {"build", "tests", "bench"} <= names
    assert names & vague == set()


def test_every_room_has_its_tests() -> None:
    assert {"build", "cli", "compose", "facts", "language", "write"} <= set(ROOMS)
    without = [room for room in ROOMS if not list((ROOT / "tests" / room).glob("test_*.py"))]
    assert without == []


def test_every_file_says_what_it_is_for() -> None:
    silent = [path.relative_to(ROOT).as_posix() for path in MODULES if not path.read_text(encoding="utf-8").lstrip().startswith('"""')]
    assert silent == []


@pytest.mark.parametrize("command", COMMANDS)
def test_the_pages_mention_each_command(command: str) -> None:
    assert any(f"briefgen {command}" in page.read_text(encoding="utf-8") for page in PAGES if page.is_file())


def test_the_pages_explain_each_problem() -> None:
    used = {code for path in MODULES for code in _CODE.findall(path.read_text(encoding="utf-8"))}
    assert len(used) > 30
    explained = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")
    assert sorted(code for code in used if code not in explained) == []


def test_the_lock_names_no_address_and_covers_what_is_declared() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert not re.search(r"://|^-|@ |file:", lock, re.MULTILINE)
    declared = re.findall(r'^\s+"([a-z0-9-]+)[><=]', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert {"weasyprint", "pytest", "docxtpl"} <= {*declared, "docxtpl"}
    locked = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
    assert set(declared) - locked - {"hatchling"} == set()
    assert lock.count("--hash=sha256:") > 2 * len(locked)


def test_scripts_are_plain_shell_and_the_makefile_calls_them() -> None:
    assert {path.stem for path in SCRIPTS} == {"setup", "demo", "test", "bench", "validate", "lock"}
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for path in SCRIPTS:
        text = path.read_text(encoding="utf-8")
        assert text.startswith("#!/bin/sh\n"), path.name
        assert f"scripts/{path.name}" in makefile
        assert not re.search(r"\[\[|\bpipefail\b|\blocal\b", text), f"{path.name} wants bash"


def test_nothing_tells_of_the_machine_that_it_was_written_on() -> None:
    kept = [path for folder in ("briefgen", "tests", "bench", "scripts", "docs", "locales", "templates", "sources") for path in (ROOT / folder).rglob("*.*")]
    texts = [path for path in kept if path != Path(__file__) and path.suffix in {".py", ".md", ".sh", ".yaml", ".xml", ".po", ".css"}]
    assert len(texts) > 80
    private = re.compile("/work/|/tmp/|/home/[a-z]|/root/|/Users/[a-z]")
    assert [path.relative_to(ROOT).as_posix() for path in texts if private.search(path.read_text(encoding="utf-8"))] == []
