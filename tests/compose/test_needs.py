"""Kinds that need more than every event has: which events they are passed over for, and what is said where one is asked for."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.build.order import Order
from briefgen.build.survey import survey
from briefgen.compose import Kind, applies, compose, kinds
from briefgen.errors import BriefgenError
from briefgen.facts import reaches
from briefgen.language import Language
from tests.compose.desks import HEAD, ROOT, desk, view

KIND = "label: Briefing note\naudience: {audience}\nparity: block\nneeds: [title, programme]\nblocks:\n  title: {{variants: {{always: 'true'}}}}\n"
PROSE = "{% block title %}<p>{{ event.title | text }}</p>{% endblock %}"
PROGRAMME = """
programme:
  opening: {start: 2026-04-14 09:00, what: {id: pembukaan, en: opening, ru: {text: открытие, gender: n}}}
"""


def programme(folder: Path, audience: str = "public") -> Kind:
    """A kind that needs a programme, with prose in every language."""
    place = folder / "templates" / "agenda"
    place.mkdir(parents=True)
    (place / "kind.yaml").write_text(KIND.format(audience=audience), encoding="utf-8")
    for code in ("id", "en", "ru"):
        (place / f"{code}.j2.xml").write_text(PROSE, encoding="utf-8")
    return kinds([folder / "templates", ROOT / "templates"])["agenda"]


def test_it_applies_where_the_audience_sees_what_it_needs(tmp_path: Path) -> None:
    kind = programme(tmp_path)
    assert applies(view(tmp_path / "a", HEAD + PROGRAMME), kind)
    assert not applies(view(tmp_path / "b", HEAD), kind)
    hidden = PROGRAMME.replace("{start", "{audience: internal, start")
    assert not applies(view(tmp_path / "c", HEAD + hidden), kind)
    assert applies(view(tmp_path / "d", HEAD + hidden, "internal"), kind)


def test_a_title_that_nobody_marked_for_the_audience_is_told_not_passed_over(tmp_path: Path) -> None:
    kind = programme(tmp_path)
    facts = HEAD.replace("ru: {text: двусторонняя встреча, gender: f}}", "ru: {text: двусторонняя встреча, gender: f}, audience: internal}") + PROGRAMME
    seen = view(tmp_path / "a", facts)
    assert applies(seen, kind)
    with pytest.raises(BriefgenError, match=r"T051 talks\.title: a agenda needs this"):
        compose(seen, kind, Language("en"))


def test_the_desk_passes_over_it_and_an_order_for_it_says_what_is_missing(tmp_path: Path) -> None:
    root = desk(tmp_path / "desk", HEAD)
    programme(root)
    (root / "desk.yaml").write_text((root / "desk.yaml").read_text(encoding="utf-8").replace("[press-release]", "[press-release, agenda]"), encoding="utf-8")
    usual = survey(Order(root, root / "out"))
    assert {target.kind for target in usual.targets} == {"press-release"}
    assert usual.passed == (("talks", "agenda"),)
    asked = survey(Order(root, root / "out", events=("talks",), kinds=("agenda",)))
    assert {problem.code for problem in asked.examine().errors} == {"T051"}


def test_a_need_may_ask_for_any_of_several(tmp_path: Path) -> None:
    """``sides.head`` is there where one of the sides has a head."""
    kind = replace(programme(tmp_path), needs=("title", "sides.head"))
    assert applies(view(tmp_path / "a", HEAD + "sides: {ID: {}, RU: head-ru}\n"), kind)
    for number, sides in enumerate(("", "sides: [ID, RU]\n")):
        assert not applies(view(tmp_path / str(number), HEAD + sides), kind)


def test_an_event_with_wrong_facts_is_not_passed_over(tmp_path: Path) -> None:
    root = desk(tmp_path / "desk", HEAD + "when: soon\n")
    programme(root)
    (root / "desk.yaml").write_text((root / "desk.yaml").read_text(encoding="utf-8").replace("[press-release]", "[agenda]"), encoding="utf-8")
    usual = survey(Order(root, root / "out"))
    assert usual.targets
    assert "F020" in {problem.code for problem in usual.examine().errors}


@pytest.mark.parametrize("path", ["title", "place.zone", "sides.head", "sides.head.name", "agreements.signed.by", "picture.file", "first.kind"])
def test_a_need_may_name_any_field_that_the_model_has(path: str) -> None:
    assert reaches(path)


def test_a_need_that_only_another_record_has_is_lacking_and_no_crash(tmp_path: Path) -> None:
    facts = HEAD + "first: ports\nagreements: {ports: {parties: ID, status: agreed}}\n"
    kind = replace(programme(tmp_path), needs=("first.kind",))  # points have a kind, agreements have none
    assert not applies(view(tmp_path, facts), kind)
