"""What facts must be to each other, and what the texts must be."""

from pathlib import Path

import pytest

from briefgen.errors import BriefgenError, Grade
from briefgen.facts import Desk
from tests.facts.desks import REGISTER, SETTINGS, desk, errors, event, opening, told

TEXT = "{id: x, en: x, ru: х}"


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ("agreements: {x: {parties: ID, initialled: 2025-06-18, signed: 2025-06-17}}", "F060 agreements.x.signed: signed (2025-06-17) is before initialled"),
        ("agreements: {x: {parties: ID, signed: 2025-06-18, ends: 2024}}", "F060 agreements.x.ends: ends (2024) is before signed (2025-06-18)"),
        ("agreements: {x: {parties: ID, signed: 2025-06-18, status: agreed}}", "F069 agreements.x.status: the status is 'agreed', but signed has a date"),
        ("agreements: {x: {parties: ID}}", "F061 agreements.x.status: nothing says how far"),
        ("statements: {s: {by: siti}}", "F062 statements.s: a statement has either `that` (reported) or `words` (the very words); it has neither"),
        (f"statements: {{s: {{by: siti, that: {TEXT}, words: {TEXT}, original: id}}}}", "`words` (the very words), not both"),
        (f"statements: {{s: {{by: siti, words: {TEXT}}}}}", "F062 statements.s.original: nothing says in which language"),
        (f"statements: {{s: {{by: siti, words: {TEXT}, original: de}}}}", "F062 statements.s.original: the words were spoken in 'de'"),
        (f"statements: {{s: {{by: siti, that: {TEXT}, original: id}}}}", "F062 statements.s.original: `original` belongs to `words`"),
        (f"figures: {{f: {{what: {TEXT}}}}}", "F063 figures.f: a figure has either a `value` or a `series`; it has neither"),
        (f"figures: {{f: {{what: {TEXT}, value: 3 USD, unit: EUR}}}}", "F063 figures.f: '3 USD' is not in EUR"),
        (f"figures: {{f: {{what: {TEXT}, value: 3, counts: [ID, RU]}}}}", "F064 figures.f: the figure is 3, but it counts 2"),
        (f"programme: {{p: {{start: 2025-06-19 10:00, end: 2025-06-19 09:00, what: {TEXT}}}}}", "F067 programme.p.end: this ends"),
        ("headline: {id: x, en: x}", "F051 headline [ru]: there is no text in this language; add `ru:`"),
        ("statements: {s: {by: siti, that: {id: ya., en: yes, ru: да}}}", "F054 statements.s.that [id]: this goes on inside"),
        ("commitments: {c: {what: {id: x, en: Set up, ru: х}}}", "F054 commitments.c.what [en]: this goes on inside"),
        ("lead: {id: Satu., en: One, ru: Один.}", "F054 lead [en]: these are whole sentences, and the last one does not end"),
        ("lead: {id: Satu., en: one., ru: Один.}", "F054 lead [en]: these are whole sentences, and the first begins with a small letter"),
        ("headline: {id: ' x', en: x, ru: х}", "F054 headline [id]: the text begins or ends with a space"),
    ],
)  # fmt: skip
def test_a_contradiction_is_an_error(tmp_path: Path, more: str, says: str) -> None:
    found = errors(tmp_path, event(more))
    assert len(found) == 1, found
    assert says in found[0]


def test_an_event_with_an_error_has_no_view(tmp_path: Path) -> None:
    for more in ("agreements: {x: {parties: ID}}", "place: nowhere", "place: &x moscow"):
        with pytest.raises(BriefgenError):
            desk(tmp_path, event(more)).view("a", "internal")


@pytest.mark.parametrize(
    "more",
    [
        "agreements: {x: {parties: ID, initialled: 2025-06, signed: 2025-06-18, in_force: 2025-06}}",  # imprecision contradicts nothing
        "agreements: {x: {parties: ID, exchanged: 2025-08, in_force: 2025-07, signed: 2025-06-18}}",
        "agreements: {x: {parties: ID, signed: 2025-06-18, status: signed}}",
        f"figures: {{f: {{what: {TEXT}, value: over 1, counts: [ID, RU]}}}}",
        "statements: {s: {by: siti, that: {id: Indonesia mau, en: Indonesia wants, ru: Индонезия хочет}}}",
        "lead: {id: 'Katanya “siap.”', en: Why not?, ru: Один…}",
        "people: {lone: {name: {every: Lone, ru: Лон}, gender: m, short: {id: L}}}\nsides: {ID: lone}",
    ],
)
def test_what_looks_odd_but_is_right(tmp_path: Path, more: str) -> None:
    assert errors(tmp_path, event(more)) == []


def test_the_post_must_have_been_held_on_the_day(tmp_path: Path) -> None:
    gap = event("statements: {s: {by: pavel, that: {id: x, en: x, ru: х}}}").replace("2025-06-19", "2010-05-05")
    says = "F065 people.pavel: 'pavel' held none of the posts known on the day in question (2010-05-05); add the post held then, or correct its period"
    assert errors(tmp_path, gap) == [f"5:22 {says}"]
    assert errors(tmp_path, gap.replace("by: pavel,", "by: pavel, post: envoy,")) == []
    assert errors(tmp_path, gap.replace("by: pavel,", "by: pavel, when: 2012-06,")) == []


def test_an_act_is_judged_by_its_own_day(tmp_path: Path) -> None:
    assert errors(tmp_path, event("agreements: {x: {parties: RU, initialled: {date: 2005, by: {RU: pavel}}, signed: 2025-06-19}}")) == []
    found = errors(tmp_path, event("agreements: {x: {parties: RU, initialled: {date: 2010, by: {RU: pavel}}, signed: 2025-06-19}}"))
    assert [line.split(": ")[0] for line in found] == ["5:65 F065 people.pavel"]


def test_a_place_within_itself(tmp_path: Path) -> None:
    register = REGISTER.replace("zone: Europe/Moscow}", "within: hall}")
    assert [line.split(": ", 1)[1] for line in errors(tmp_path, event("place: hall"), register)] == [
        "'moscow' lies within itself: moscow → hall → moscow; correct `within` or `part_of`",
        "'hall' lies within itself: hall → moscow → hall; correct `within` or `part_of`",
    ]


def test_an_undecided_conflict_stops_the_public_document_only(tmp_path: Path) -> None:
    undecided = "place: {value: moscow, against: [{value: hall, source: cable}]}"
    opened = desk(tmp_path, event(undecided))
    with pytest.raises(BriefgenError, match=r"F055 a\.place: another source says 'hall'"):
        opened.view("a", "public")
    assert [p.code for p in opened.view("a", "delegation").doubts] == ["F055"]
    assert [line.split(" ")[1] for line in told(opened.check("a"))] == ["F055"]
    hidden = desk(tmp_path, event(undecided.replace("value: moscow,", "value: moscow, audience: internal,")))
    assert hidden.view("a", "public").doubts == ()
    assert [line.split(" ")[1] for line in told(hidden.check("a"), Grade.DOUBT)] == ["F055"]
    decided = desk(tmp_path, event(undecided.replace("source: cable", "source: cable, note: an older copy")))
    assert decided.view("a", "public").doubts == ()


def test_a_fact_without_a_source_is_a_doubt(tmp_path: Path) -> None:
    bare = event().replace("source: news, ", "")
    assert [(p.code, p.address, p.grade) for p in desk(tmp_path, bare).view("a", "public").doubts] == [("F056", "a", Grade.DOUBT)]
    some = desk(tmp_path, bare + "place: {value: moscow, source: news}\n").view("a", "public")
    assert [p.address for p in some.doubts] == ["a.when"]  # kind and title are the office's own


def test_languages_asked_for(tmp_path: Path) -> None:
    opened = desk(tmp_path, event("headline: {id: x}\nlanguages: [id, en]"))
    assert [p.language for p in opened.check("a") if p.code == "F051"] == ["en"]
    assert [p.language for p in opened.check("a", languages=("ru",)) if p.code == "F051"] == ["ru"]
    assert [p.language for p in opened.check("a", languages=["id"]) if p.code == "F051"] == []


def test_the_register_is_held_to_the_languages_of_the_event(tmp_path: Path) -> None:
    register = REGISTER.replace("  ports: {id: pelabuhan, en: ports, ru: порты}", "  ports: {id: pelabuhan, en: ports}")
    assert errors(tmp_path, event("topics: ports"), register) == ["24:10 F051 terms.ports [ru]: there is no text in this language; add `ru:`"]
    assert [p.address for p in desk(tmp_path, event("topics: ports"), register=register).check("a") if p.code == "F051"] == ["terms.ports"]
    assert not [p for p in desk(tmp_path, event("topics: ships"), register=register).check("a") if p.code == "F051"]


def test_advice_changes_nothing(tmp_path: Path) -> None:
    opened = desk(tmp_path, event("sides: [ID]\nagreements: {x: {parties: [embassy], status: agreed}}\nterms: {odd: {id: x, en: x, ru: х, de: x}}"))
    assert told(opened.check("a")) == []
    assert {p.code for p in opened.check("a") if p.grade is Grade.ADVICE} == {"F090", "F092", "F093"}
    assert opened.view("a", "public").doubts == ()


def test_unused_entries_are_told_when_all_events_are_checked(tmp_path: Path) -> None:
    opened = desk(tmp_path, event("sides: {RU: pavel}\nplace: hall"))
    (unused,) = (p for p in opened.check() if p.code == "F093")
    assert unused.where.file == "sources/register/all.yaml"
    assert unused.what == "no event refers to people.siti, terms.ports, terms.ships and 1 more"
    assert not [p for p in opened.check("a") if p.code == "F093"]


def test_how_many_facts_each_audience_sees(tmp_path: Path) -> None:
    opened = desk(tmp_path, event("place: {value: moscow, audience: internal}\nnumber: {value: '7', audience: delegation}"))
    assert [p.what for p in opened.check("a") if p.code == "F092"] == ["facts that each audience sees: public 3, delegation 4, internal 5"]


def test_checking_reads_only_what_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk(tmp_path, event("related: b"), event(), event("place: nowhere"))
    opened = Desk.open(tmp_path)
    assert told(opened.check("a")) == []
    opened.view("a", "public")
    assert set(opened._loaded) == {"a", "b"}


def test_the_desk_needs_nothing_but_settings(tmp_path: Path) -> None:
    (tmp_path / "desk.yaml").write_text(SETTINGS, encoding="utf-8")
    opened = Desk.open(tmp_path)
    assert opened.events == ()
    assert opened.check() == ()


def test_an_embargo_is_never_lent_by_default(tmp_path: Path) -> None:
    facts = event().replace("defaults: {", "defaults: {embargo: 2025-06-20 08:00 Asia/Jakarta, ")
    assert "embargo:" in facts
    assert any("F068 defaults.embargo: an embargo is no default" in line for line in errors(tmp_path, facts))


def test_an_act_after_the_event_says_which_dates_disagree(tmp_path: Path) -> None:
    told_ = errors(tmp_path, event("agreements: {x: {parties: ID, signed: 2031-01-01}}"))
    assert any("F069 agreements.x.signed: signed (2031-01-01) is after the event" in line for line in told_), told_


def test_a_mark_that_would_hold_for_nothing_is_refused(tmp_path: Path) -> None:
    found = opening(tmp_path, register="audience: internal\nembargo: 2099-01-01 08:00 Asia/Jakarta\n" + REGISTER)
    assert any("'audience' is not known here" in line for line in found), found
    assert any("'embargo' is not known here" in line for line in found), found


def test_an_embargo_on_a_side_binds(tmp_path: Path) -> None:
    facts = event("sides: {ID: {embargo: 2099-01-01 08:00 Asia/Jakarta}, RU: {}}")
    opened = desk(tmp_path, facts)
    assert [str(moment) for moment in opened.view("a", "public").embargo] == ["2099-01-01 08:00 Asia/Jakarta"]
