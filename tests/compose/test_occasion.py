"""What happened, in the order in which prose needs it."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.compose.occasion import NAMES, occasion
from briefgen.compose.seen import Absent, Seen, Several, Voice
from tests.compose.desks import HEAD, view

FOUR = """
sides: {RU: head-ru, ID: head-id}
agreements:
  discussed: {instrument: treaty, parties: [ID, RU], status: discussed}
  drafted: {instrument: treaty, parties: [ID, RU], status: drafted, field: ports}
  agreed: {instrument: treaty, parties: [ID, RU], status: agreed, scope: [ports]}
  signed: {instrument: treaty, parties: [ID, RU], signed: 2025-12-08, scope: [ports, shipping]}
  statement:
    {instrument: joint-statement, title: {id: Pernyataan, en: Statement, ru: заявление}, parties: [ID, RU], signed: 2025-12-08}
"""


def keys(found: object) -> list[str]:
    assert isinstance(found, Several)
    return [item.node.address.rsplit(".", 1)[-1] for item in found]


def test_agreements_are_sorted_by_how_far_they_came(tmp_path: Path) -> None:
    names = occasion(view(tmp_path, HEAD + FOUR))
    assert {name: keys(names[name]) for name in ("signed", "settled", "pending", "considered", "declarations", "titled")} == {
        "signed": ["signed"], "settled": ["agreed"], "pending": ["drafted"], "considered": ["discussed"], "declarations": ["statement"],
        "titled": ["statement"],
    }  # fmt: skip
    assert set(names) == NAMES


@pytest.mark.parametrize(
    ("left_out", "leads"),
    [((), "signed"), (("signed",), "agreed"), (("signed", "agreed"), "drafted"), (("signed", "agreed", "drafted"), "discussed")],
    ids=["signed", "agreed", "drafted", "discussed"],
)
def test_what_came_furthest_leads(tmp_path: Path, left_out: tuple[str, ...], leads: str) -> None:
    facts = "\n".join(line for line in FOUR.splitlines() if line.strip().split(":")[0] not in left_out)
    assert occasion(view(tmp_path, HEAD + facts))["lead_agreement"].node.address == f"talks.agreements.{leads}"


def test_first_says_what_leads_among_equals(tmp_path: Path) -> None:
    facts = """
first: second
agreements:
  one: {instrument: treaty, parties: [ID, RU], signed: 2025-12-08}
  second: {instrument: treaty, parties: [ID, RU], signed: 2025-12-08}
"""
    names = occasion(view(tmp_path, HEAD + facts))
    assert names["lead_agreement"].node.address == "talks.agreements.second"
    assert keys(names["other_agreements"]) == ["one"]


def test_an_unsigned_or_untitled_declaration_is_a_text_like_any_other(tmp_path: Path) -> None:
    facts = "agreements:\n  one: {instrument: declaration, parties: [ID, RU], status: drafted}\n"
    names = occasion(view(tmp_path, HEAD + facts))
    assert (keys(names["declarations"]), keys(names["pending"])) == ([], ["one"])


def test_our_side_stands_first(tmp_path: Path) -> None:
    names = occasion(view(tmp_path, HEAD + "sides: {RU: head-ru, ID: head-id}\n"))
    assert keys(names["sides"]) == ["ID", "RU"]
    assert keys(names["partners"]) == ["RU"]
    assert names["own_head"].target.address == "people.head-id"
    assert [head.target.address for head in names["heads"]] == ["people.head-id", "people.head-ru"]


APART = """
sides: [ID, RU, CN]
agreements:
  one: {instrument: treaty, parties: [ID, RU], signed: 2025-12-08, field: ports}
  two: {instrument: treaty, parties: [ID, CN], signed: 2025-12-08, field: ports}
"""


@pytest.mark.parametrize(
    ("facts", "apart", "alike", "same_day"),
    [
        (APART, True, True, True),
        (APART.replace("[ID, CN]", "[ID, RU]"), False, True, True),
        (APART.replace("sides: [ID, RU, CN]", "sides: [ID, RU]"), False, True, True),
        (APART.replace("CN], signed: 2025-12-08, field: ports", "CN], signed: 2025-12-07, field: shipping"), True, False, False),
        (APART.replace("signed: 2025-12-08", "signed: 2025-12"), True, True, False),
    ],
    ids=["three sides, two texts", "the same parties", "two sides", "another day and subject", "no exact day"],
)
def test_what_several_texts_have_in_common(tmp_path: Path, facts: str, apart: bool, alike: bool, same_day: bool) -> None:
    names = occasion(view(tmp_path, HEAD + facts))
    assert (names["apart"], names["alike"], names["same_day"]) == (apart, alike, same_day)


@pytest.mark.parametrize(
    ("facts", "parties"),
    [
        ("sides: [ID, RU, CN]\nagreements:\n  one: {parties: [RU, ID], signed: 2025-12-08}\n", ["ID", "RU"]),
        ("sides: [ID, RU, CN]\nagreements:\n  one: {parties: [ID, RU, CN], signed: 2025-12-08}\n", ["ID", "RU", "CN"]),
        ("agreements:\n  one: {parties: [ID, RU], signed: 2025-12-08}\n", ["ID", "RU"]),
        ("sides: [ID, RU]\nagreements:\n  one: {parties: [bank, fund], signed: 2025-12-08}\n", ["ID", "RU"]),
        ("sides: [ID, RU]\n", ["ID", "RU"]),
    ],
    ids=["two of three sides", "three parties", "no sides", "offices sign for the sides", "no agreement"],
)
def test_who_concluded_what_leads(tmp_path: Path, facts: str, parties: list[str]) -> None:
    offices = "organisations:\n  bank: {name: {id: Bank, en: Bank, ru: банк}}\n  fund: {name: {id: Dana, en: Fund, ru: фонд}}\n"
    assert keys(occasion(view(tmp_path, HEAD + facts + offices))["parties"]) == parties


def statements(count: int, by: str = "head-id") -> str:
    words = "{id: kapal datang, en: ships came, ru: суда пришли}"
    return "statements:\n" + "".join(f"  s{n}: {{by: {by}, that: {words}}}\n" for n in range(count))


@pytest.mark.parametrize(("count", "paragraphs"), [(1, [1]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (6, [3, 3]), (7, [3, 2, 2]), (8, [3, 3, 2])])
def test_a_long_voice_is_cut_so_that_none_stands_alone(tmp_path: Path, count: int, paragraphs: list[int]) -> None:
    names = occasion(view(tmp_path, HEAD + "sides: {ID: head-id}\n" + statements(count)))
    voices: list[Voice] = [*names["own_voices"], *names["own_more"]]
    assert [len(voice.statements) for voice in voices] == paragraphs
    assert not [*names["partner_voices"], *names["partner_more"]]


def test_statements_are_grouped_by_who_spoke_ours_first(tmp_path: Path) -> None:
    words = "that: {id: kapal datang, en: ships came, ru: суда пришли}"
    facts = (
        f"statements:\n  a: {{by: head-ru, {words}}}\n  b: {{by: head-id, {words}}}\n  c: {{by: head-ru, {words}}}\n  d: {{by: [head-id, head-ru], {words}}}\n"
    )
    voices: tuple[Voice, ...] = occasion(view(tmp_path, HEAD + facts))["voices"]
    assert [(voice.own, [item.node.address[-1] for item in voice.statements]) for voice in voices] == [(True, ["b"]), (True, ["d"]), (False, ["a", "c"])]
    assert [ref for by in voices[2].by for ref in by.refs] == ["talks.statements.c.by.head-ru", "talks.statements.a.by.head-ru"]


def test_pledges_without_a_day_stand_together_by_who_gave_them(tmp_path: Path) -> None:
    what = "what: {id: membangun, en: build, ru: построить}"
    facts = f"commitments:\n  a: {{{what}, who: [ID]}}\n  b: {{{what}}}\n  c: {{{what}, who: [ID]}}\n  d: {{{what}, due: 2026-09}}\n"
    names = occasion(view(tmp_path, HEAD + facts))
    assert [keys(group.statements) for group in names["pledge_groups"]] == [["a", "c"], ["b"]]
    assert keys(names["dated_pledges"]) == ["d"]


def test_only_a_telling_figure_becomes_a_sentence(tmp_path: Path) -> None:
    what = "what: {id: nilai, en: value, ru: объём}"
    facts = (
        f"figures:\n  a: {{{what}, value: 92 %, period: 2025}}\n  b: {{{what}, value: 2, period: 2025}}\n"
        f"  c: {{{what}, value: 3 million USD}}\n  d: {{{what}, value: 1, counts: [ports]}}\n"
    )
    names = occasion(view(tmp_path, HEAD + facts))
    assert {name: keys(names[name]) for name in ("figures", "headline_figures", "counted")} == {
        "figures": ["a", "b", "c"], "headline_figures": ["a"], "counted": ["d"],
    }  # fmt: skip


def test_a_desk_without_an_office_has_no_issuer(tmp_path: Path) -> None:
    seen = view(tmp_path, HEAD)
    assert isinstance(occasion(seen)["issuer"], Seen)
    assert isinstance(occasion(replace(seen, issuer=None))["issuer"], Absent)
