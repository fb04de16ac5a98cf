"""Every document asked for is composed once, and everything that is wrong is said together."""

import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from briefgen.check import Work, examine
from briefgen.document import Document, Fact, Para, Text
from briefgen.errors import BriefgenError, Grade, Problem, Where
from briefgen.facts import Group, Leaf

KIND = SimpleNamespace(name="note", parity="block", documents=())


def problem(what: str, grade: Grade = Grade.ERROR) -> Problem:
    return Problem(Where("facts.yaml", 1), "X001", what, grade=grade)


@dataclass
class Desk:
    """Facts that say what is wrong with them: an event called ``broken-…`` has no view, and nobody knows what was meant."""

    root: Path = Path()
    settings: Any = field(default_factory=lambda: SimpleNamespace(house={}, languages=()))
    checked: list[tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=list)

    def check(self, *events: str, languages: tuple[str, ...]) -> tuple[Problem, ...]:
        self.checked.append((events, languages))
        return tuple(problem(f"{event} is broken") for event in events if event.startswith("broken"))

    register: Any = field(default_factory=dict)

    def load(self, event: str) -> Any:
        return SimpleNamespace(event=None, meant=None)

    def view(self, event: str, audience: str) -> Any:
        if event.startswith("broken"):
            raise BriefgenError(problem(f"{event} is broken"))
        return SimpleNamespace(event=SimpleNamespace(get=lambda name: None), name=event, audience=audience)

    def meant(self, event: str, audience: str) -> None:
        """Nobody can say what was meant."""


@pytest.fixture
def composed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Composing as a list of what was asked for; Russian has doubts, French cannot be composed, and events called ``odd-…`` state more in English."""
    asked: list[tuple[str, str]] = []

    def compose(view: Any, kind: Any, language: str, picture: object, to_confirm: object, *, draft: bool) -> Any:
        asked.append((view.name, language))
        if language == "fr":
            raise BriefgenError(problem(f"{view.name} lacks French"))
        refs = ("a", "b") if view.name.startswith("odd") and language == "en" else ("a",)
        doubts = (problem("derived", Grade.DOUBT),) if language == "ru" else ()
        return SimpleNamespace(document=Document("note", (language,), "t", (Para("p", (Fact(refs, (Text("x"),)),)),), draft=bool(doubts)), doubts=doubts)

    def differences(left: Document, right: Document, kind: Any) -> list[Problem]:
        return [problem("differs")] if left.content != right.content else []

    def pair(left: Document, right: Document, kind: Any) -> Document:
        if wrong := differences(left, right, kind):
            raise BriefgenError(wrong)
        return Document("note", (left.lang, right.lang), "t", left.content)

    for name, double in {"compose": compose, "differences": differences, "pair": pair, "Language": lambda code, *_: code}.items():
        monkeypatch.setattr(sys.modules["briefgen.check.documents"], name, double)  # the function of that name hides the module
    return asked


def run(*works: Work, desk: Desk | None = None) -> Any:
    return examine(desk or Desk(), {"note": KIND}, works, ())  # type: ignore[arg-type,dict-item]


def work(event: str, *langs: str) -> Work:
    return Work(event, "note", langs, "public")


def test_each_language_is_composed_once_and_pairs_come_from_the_same_trees(composed: list[tuple[str, str]]) -> None:
    found = run(work("talks", "id"), work("talks", "en"), work("talks", "id", "en"), work("talks", "en", "id"))
    assert sorted(composed) == [("talks", "en"), ("talks", "id")]
    assert found.problems == ()
    assert {wanted.langs: document.langs for wanted, document in found.documents.items()} == {
        langs: langs for langs in (("id",), ("en",), ("id", "en"), ("en", "id"))
    }


def test_all_problems_of_all_documents_come_at_once(composed: list[tuple[str, str]]) -> None:
    found = run(work("broken-talks", "en"), work("odd-talks", "en"), work("odd-talks", "id"), work("talks", "fr"), work("talks", "en"))
    assert [one.what for one in found.errors] == ["broken-talks is broken", "differs", "talks lacks French"]
    assert work("talks", "en") in found.documents
    assert ("broken-talks", "en") not in composed


def test_a_pair_that_differs_is_said_once_and_not_made(composed: list[tuple[str, str]]) -> None:
    found = run(work("odd-talks", "en", "id"))
    assert [one.what for one in found.problems] == ["differs"]
    assert found.documents == {}


def test_doubts_are_no_errors_and_stay_with_their_document(composed: list[tuple[str, str]]) -> None:
    found = run(work("talks", "ru"), work("talks", "en"), work("talks", "en", "ru"))
    assert found.errors == ()
    assert [one.grade for one in found.problems] == [Grade.DOUBT]
    assert {wanted.langs: len(doubts) for wanted, doubts in found.doubts.items()} == {("ru",): 1, ("en",): 0, ("en", "ru"): 1}


def test_an_event_is_checked_for_the_languages_that_it_is_wanted_in(composed: list[tuple[str, str]]) -> None:
    desk = Desk()
    run(work("talks", "en"), work("visit", "en"), work("forum", "ru", "id"), desk=desk)
    assert sorted(desk.checked) == [(("forum",), ("id", "ru")), (("talks", "visit"), ("en",))]


def test_the_same_problem_twice_is_said_once_and_in_a_stable_order(composed: list[tuple[str, str]]) -> None:
    works = (work("talks", "fr"), work("broken-b", "en"), work("broken-a", "en"), work("talks", "fr", "en"))
    assert run(*works).problems == run(*reversed(works)).problems
    assert [one.what for one in run(*works).problems] == ["broken-a is broken", "broken-b is broken", "talks lacks French"]


def test_a_picture_outside_of_its_event_is_refused(composed: list[tuple[str, str]], tmp_path: Path) -> None:
    (tmp_path / "sources" / "talks").mkdir(parents=True)
    (tmp_path / "secret.png").write_bytes(b"\x89PNG")
    file = Leaf("talks.picture.file", "string", "../../secret.png", Where("facts.yaml", 9), (), "public")
    picture = Group("talks.picture", "picture", "", Where("facts.yaml", 8), {"file": file})
    desk = Desk(root=tmp_path)
    desk.view = lambda event, audience: SimpleNamespace(event=SimpleNamespace(get={"picture": picture}.get, address=event), name=event, audience=audience)  # type: ignore[method-assign]
    assert [one.code for one in run(work("talks", "en"), desk=desk).errors] == ["B013"]
