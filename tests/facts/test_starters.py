"""What ``briefgen init`` and ``briefgen new`` write: a desk without problems, and files that only ask to be filled in."""

import re
import shutil
from pathlib import Path

import pytest

from briefgen.errors import Grade, Problem
from briefgen.facts import Desk
from briefgen.facts.checking import check

NEW = Path(__file__).parents[2] / "templates" / "_new"
FILLED = {
    "kind": "meeting",
    "id": "Pertemuan Jakarta",
    "en": "Meeting in Jakarta",
    "ru": "встреча в Джакарте",
    "gender": "f",
    "parties": "[ID, RU]",
    "status": "agreed",
}


def filled(text: str, *, examples: bool) -> str:
    """A starter filled in, with its examples switched on or not."""
    text = text.replace("KEY", "new-one")
    if examples:
        text = re.sub(r"(?m)^#(?=[a-z]| {2,}[a-z])", "", text)
        text = re.sub(r"(?m)^ *status:$\n", "", text)  # an act in the examples has a date
    return re.sub(r"(?m)^( *)(\w+):$(?!\n\1 )", lambda m: f"{m[1]}{m[2]}: {FILLED.get(m[2], '')}".rstrip(), text)


def problems(desk: Path) -> list[Problem]:
    return [problem for problem in check(Desk.open(desk), (), None) if problem.grade is not Grade.ADVICE]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return Path(shutil.copytree(NEW / "desk", tmp_path / "desk"))


def test_the_new_desk_has_no_problem(desk: Path) -> None:
    assert problems(desk) == []
    assert {leaf.audience for leaf in Desk.open(desk).view("port-mou-2026", "internal").leaves()} == {"public", "internal"}


@pytest.mark.parametrize("examples", [False, True])
def test_an_event_filled_in_has_no_problem(desk: Path, examples: bool) -> None:
    place = desk / "sources" / "new-one" / "facts.yaml"
    place.parent.mkdir()
    place.write_text(filled((NEW / "event.yaml").read_text(encoding="utf-8"), examples=examples), encoding="utf-8")
    assert problems(desk) == []
    event = Desk.open(desk).view("new-one", "public").event
    assert ("agreements" in event) is examples
    assert ("headline" in event) is examples


@pytest.mark.parametrize("examples", [False, True])
def test_a_person_filled_in_has_no_problem(desk: Path, examples: bool) -> None:
    (desk / "sources" / "register" / "new-one.yaml").write_text(filled((NEW / "person.yaml").read_text(encoding="utf-8"), examples=examples), encoding="utf-8")
    assert problems(desk) == []
    assert Desk.open(desk).register["people"]["new-one"] is not None


@pytest.mark.parametrize("examples", [False, True])
def test_an_agreement_filled_in_has_no_problem(desk: Path, examples: bool) -> None:
    place = desk / "sources" / "port-mou-2026" / "facts.yaml"
    entry = filled((NEW / "agreement.yaml").read_text(encoding="utf-8"), examples=examples)
    place.write_text(place.read_text(encoding="utf-8").replace("agreements:\n", f"agreements:\n{entry}"), encoding="utf-8")
    assert problems(desk) == []


def test_a_new_file_says_what_it_lacks(desk: Path) -> None:
    place = desk / "sources" / "new-one" / "facts.yaml"
    place.parent.mkdir()
    shutil.copy(NEW / "event.yaml", place)
    assert {problem.address for problem in Desk.open(desk).check("new-one") if problem.grade is Grade.ERROR} == {"new-one.kind", "new-one.title"}
