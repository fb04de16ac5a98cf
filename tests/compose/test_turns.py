"""Several turns of the same facts: which one an event takes is written by hand, or follows from its name and the slot alone."""

from pathlib import Path

from briefgen.compose.turns import turn
from briefgen.facts import Desk
from tests.compose.desks import HEAD, desk, note, said, view

PROSE = "{% block body %}<p>One</p>{% endblock %}{% block body_2 %}<p>Two</p>{% endblock %}{% block body_3 %}<p>Three</p>{% endblock %}"
TURNS = ["One", "Two", "Three"]


def test_the_facts_may_choose_the_turn(tmp_path: Path) -> None:
    for number, words in enumerate(TURNS, 1):
        folder = tmp_path / words
        assert said(view(folder, HEAD + f"wording: {{body: {number}}}\n"), note(folder, PROSE)) == words


def test_a_block_with_an_underscore_is_named_with_a_hyphen(tmp_path: Path) -> None:
    blocks = "  two_words: {variants: {always: 'true'}}"
    assert said(view(tmp_path, HEAD + "wording: {two-words: 2}\n"), note(tmp_path, PROSE.replace("body", "two_words"), blocks=blocks)) == "Two"


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


BLOCKS = "  first: {role: body, variants: {always: 'true'}}\n  body: {role: body, variants: {always: 'true'}}"


def second(folder: Path, *turns: str, first: str = "Ships came.", facts: str = "") -> str:
    """The second paragraph of a note whose first is ``first``; it may be said in ``turns``, beginning with the first of them."""
    blocks = "".join(f"{{% block body{'' if n == 1 else f'_{n}'} %}}<p>{words}</p>{{% endblock %}}" for n, words in enumerate(turns, 1))
    event = next(event for event in (f"talks{n}" for n in range(99)) if turn([*turns], event, "body") == turns[0])
    register = desk(folder / "desk", HEAD + facts, event=event)
    kind = note(folder, f"{{% block first %}}<p>{first}</p>{{% endblock %}}" + blocks, blocks=BLOCKS)
    return said(Desk.open(register).view(event, "public"), kind).split("\n")[1]


def test_a_turn_that_begins_as_the_paragraph_before_is_passed_over(tmp_path: Path) -> None:
    assert second(tmp_path / "a", "The boats left.", "Then boats left.") == "The boats left."
    assert second(tmp_path / "b", "Ships came again.", "Then ships came again.") == "Then ships came again."
    assert second(tmp_path / "c", "Boats left. Boats left early.", "Boats left early.") == "Boats left early."


def test_a_reporting_verb_is_used_once(tmp_path: Path) -> None:
    stressed = "<q>{{ 'stressed' | reporting }}</q>"
    assert second(tmp_path / "a", f"He {stressed} that.", "He said that.", first=f"She {stressed} this.") == "He said that."
    assert second(tmp_path / "b", f"He {stressed} that.", "He said that.", first="She said this.") == "He “stressed” that."


def test_where_every_turn_repeats_the_plainest_is_taken(tmp_path: Path) -> None:
    assert second(tmp_path, "Ships came, he said.", "Ships came, said he.") == "Ships came, he said."


def test_a_turn_fixed_by_hand_is_taken_whatever_it_repeats(tmp_path: Path) -> None:
    assert second(tmp_path, "Boats left.", "Ships came again.", facts="wording: {body: 2}\n") == "Ships came again."


def test_a_turn_that_was_tried_leaves_nothing_behind(tmp_path: Path) -> None:
    """Neither a mention nor a problem: the turn that is passed over names the minister and prints a fact that is not there."""
    facts = "when: 2025-12-08\nsides: {ID: head-id}\n"
    tried, taken = "Ships came with {{ own_head | mention }} {{ event.number | number }}.", "Then {{ own_head | mention }} came."
    assert second(tmp_path, tried, taken, facts=facts) == "Then Indonesia’s Minister of Transport Lira Santani came."


def test_a_phrase_takes_turns_as_a_block_does(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "_phrases"
    folder.mkdir(parents=True)
    turns = "".join(f"{{% block one{end} %}}{words}{{% endblock %}}" for end, words in (("", "a"), ("_2", "b")))
    (folder / "en.j2.xml").write_text(turns, encoding="utf-8")
    kind = note(tmp_path, "{% block body %}<p>{{ event | as_('one') }}</p>{% endblock %}")
    assert {said(view(tmp_path / f"{n}", HEAD + f"wording: {{one: {n}}}\n"), kind) for n in (1, 2)} == {"A", "B"}
