"""Several turns of the same facts: which one an event takes is written by hand, or follows from its name and the slot alone."""

from pathlib import Path

from briefgen.compose.prose import turn
from tests.compose.desks import HEAD, note, said, view

PROSE = "{% block body %}<p>One</p>{% endblock %}{% block body_2 %}<p>Two</p>{% endblock %}{% block body_3 %}<p>Three</p>{% endblock %}"
TURNS = ["One", "Two", "Three"]


def test_the_facts_may_choose_the_turn(tmp_path: Path) -> None:
    for number, words in enumerate(TURNS, 1):
        folder = tmp_path / words
        assert said(view(folder, HEAD + f"wording: {{body: {number}}}\n"), note(folder, PROSE)) == words


def test_a_turn_that_is_not_there_begins_again(tmp_path: Path) -> None:
    assert said(view(tmp_path, HEAD + "wording: {body: 4}\n"), note(tmp_path, PROSE)) == "One"


def test_another_fact_moves_no_turn(tmp_path: Path) -> None:
    plain = said(view(tmp_path / "a", HEAD), note(tmp_path, PROSE))
    more = "when: 2025-12-08\nplace: jakarta\nsides: {ID: head-id, RU: head-ru}\nnumber: 7\nwording: {other: 2}\n"
    assert said(view(tmp_path / "b", HEAD + more), note(tmp_path / "again", PROSE)) == plain


def test_other_events_and_other_slots_take_other_turns() -> None:
    assert {turn(TURNS, "talks", f"slot{n}") for n in range(20)} == set(TURNS)
    assert {turn(TURNS, f"talks{n}", "body") for n in range(20)} == set(TURNS)


def test_a_missing_number_ends_the_turns(tmp_path: Path) -> None:
    prose = PROSE.replace("body_2", "body_4")
    assert said(view(tmp_path, HEAD + "wording: {body: 2}\n"), note(tmp_path, prose)) == "One"
