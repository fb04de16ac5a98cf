"""What is prepared for the delegation alone stays with it, whatever is said of the file that it stands in."""

from itertools import product
from pathlib import Path

import pytest

from briefgen.facts.marks import AUDIENCES
from tests.facts.desks import LEAST, desk, errors, event, told
from tests.facts.test_audience import addresses

TEXT = "{id: Teks., en: Text., ru: Текст.}"
NOUN = "{id: teks, en: text, ru: текст}"
GUARDED = {
    "a talking point": "talking_points: {one: {MARK kind: message, text: " + TEXT + "}}",
    "a question": "questions: {one: {MARK group: money, question: " + TEXT + ", answer: " + TEXT + ", cleared_by: [siti], only_if_asked: true}}",
    "a next step": "agreements: {a: {parties: [ID, RU], status: drafted, next_step: {MARK what: " + NOUN + ", who: [ID], due: 2026-01}}}",
    "the next step of a commitment": "commitments: {a: {what: " + NOUN + ", next_step: {MARK what: " + NOUN + "}}}",
}


@pytest.mark.parametrize(("name", "around", "own"), list(product(GUARDED, ("defaults", "file"), ("", *AUDIENCES))))
def test_a_guarded_group_is_internal_unless_it_says_otherwise_itself(tmp_path: Path, name: str, around: str, own: str) -> None:
    """Neither the default of a file nor a word about the whole of it opens one."""
    least = LEAST if around == "defaults" else LEAST.replace("defaults: {source: news, audience: public}", "source: news\naudience: public")
    opened = desk(tmp_path, event(GUARDED[name].replace("MARK", f"audience: {own}," if own else ""), least))
    for audience in AUDIENCES:
        seen = {address for address in addresses(opened.view("a", audience)) if "one" in address or "next_step" in address}
        assert bool(seen) is (AUDIENCES.index(audience) >= AUDIENCES.index(own or "internal")), seen


def test_a_ceiling_above_a_guarded_group_holds(tmp_path: Path) -> None:
    more = "commitments: {a: {audience: internal, what: " + NOUN + ", next_step: {audience: public, what: " + NOUN + "}}}"
    assert not [address for address in addresses(desk(tmp_path, event(more)).view("a", "delegation")) if "commitments" in address]


def test_contacts_and_remarks_of_a_programme_are_opened_by_their_own_audience_only(tmp_path: Path) -> None:
    item = "programme: {tea: {audience: public, start: 2025-06-19 15:00, what: " + NOUN + ", met_by: siti, contact: CONTACT, remarks: REMARKS}}"
    closed = desk(tmp_path / "closed", event(item.replace("CONTACT", "pavel").replace("REMARKS", TEXT)))
    shown = {address for address in addresses(closed.view("a", "delegation")) if "tea" in address}
    assert shown == {"a.programme.tea", "a.programme.tea.what", "a.programme.tea.met_by.siti"}
    opened = item.replace("CONTACT", "{value: pavel, audience: delegation}").replace("REMARKS", TEXT.replace("{id", "{audience: public, id"))
    assert "a.programme.tea.contact.pavel" in addresses(desk(tmp_path / "opened", event(opened)).view("a", "delegation"))


def test_a_contact_for_the_press_is_internal_until_it_says_otherwise(tmp_path: Path) -> None:
    coverage = "coverage: {start: 2025-06-19 10:00, contact: {MARK id: a, en: a, ru: а}}"
    assert "a.coverage.contact" not in addresses(desk(tmp_path / "a", event(coverage.replace("MARK", ""))).view("a", "delegation"))
    assert "a.coverage.contact" in addresses(desk(tmp_path / "b", event(coverage.replace("MARK", "audience: public,"))).view("a", "public"))


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ("coverage: {start: 2025-06-19 10:00, doors: 2025-06-19 11:00}", "F067 coverage.doors: this (2025-06-19 11:00) is after the start (2025-06-19 10:00)"),
        ("coverage: {start: 2025-06-19 10:00, deadline: 2025-06-20}", "F067 coverage.deadline: this (2025-06-20) is after the start"),
        (
            f"coverage: {{opportunities: {{a: {{start: 2025-06-19 10:00, end: 2025-06-19 09:00, what: {NOUN}}}}}}}",
            "F067 coverage.opportunities.a.end: this ends",
        ),
    ],
)
def test_the_hours_of_the_press_are_in_a_possible_order(tmp_path: Path, facts: str, said: str) -> None:
    (line,) = errors(tmp_path, event(facts))
    assert said in line


def test_hours_that_are_in_order_are_no_problem(tmp_path: Path) -> None:
    facts = event("coverage: {doors: 2025-06-19 09:00, start: 2025-06-19 10:00, deadline: 2025-06-18 17:00}")
    assert told(desk(tmp_path, facts).check("a")) == []
