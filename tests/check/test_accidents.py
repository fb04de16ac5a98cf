"""Whatever becomes of a file of facts, the answer is a list of problems: never a traceback, never silence about an error."""

import random
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.build import Order
from briefgen.build.survey import survey
from briefgen.cli import main
from briefgen.errors import BriefgenError
from tests.check.mutations import mutated

ROOT = Path(__file__).parents[2]
EVENTS = {path.parent.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "sources").glob("*/facts.yaml"))}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("accidents") / "desk"
    shutil.copytree(ROOT / "sources", folder / "sources")
    shutil.copy(ROOT / "desk.yaml", folder)
    return folder


@settings(max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(event=st.sampled_from(sorted(EVENTS)), seed=st.integers(0, 2**32))
def test_no_accident_to_an_event_ends_in_a_traceback(desk: Path, event: str, seed: int) -> None:
    facts = desk / "sources" / event / "facts.yaml"
    facts.write_text(mutated(EVENTS[event], random.Random(seed)), encoding="utf-8")
    try:
        found = survey(Order(desk, desk / "out", (event,)), sound=False).examine().problems
    except BriefgenError as wrong:
        found = wrong.problems
    finally:
        facts.write_text(EVENTS[event], encoding="utf-8")
    assert found
    assert all(problem.what and problem.code for problem in found)


@settings(max_examples=12, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(("desk.yaml", *(f"sources/register/{path.name}" for path in sorted((ROOT / "sources" / "register").glob("*.yaml"))))),
    seed=st.integers(0, 2**32),
)
def test_no_accident_to_the_desk_or_the_register_ends_in_a_traceback(desk: Path, name: str, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (ROOT / name).read_text(encoding="utf-8")
    (desk / name).write_text(mutated(before, random.Random(seed)), encoding="utf-8")
    monkeypatch.chdir(desk)
    try:
        assert main(["check", "digital-mou-2025"]) in {0, 1}
    finally:
        (desk / name).write_text(before, encoding="utf-8")
