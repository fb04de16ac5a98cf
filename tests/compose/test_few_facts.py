"""Events of which little is known: every kind of document, in every language, says just that and reads well."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from briefgen.compose import applies, compose, differences, kinds
from briefgen.document import plain
from briefgen.facts import Desk
from briefgen.language import Language
from tests.compose.desks import HEAD, LANGUAGES, ROOT, desk, release, view, words
from tests.compose.test_events import RAW

HEADS = "sides: {ID: head-id, RU: head-ru}\n"
SIDES = "sides: [ID, RU]\n"
WHEN = "when: 2025-12-08\n"


def kind(name: str) -> str:
    return HEAD.replace("kind: meeting", f"kind: {name}")


def text(instrument: str, more: str, parties: str = "ID, RU") -> str:
    return f"agreements:\n  one: {{instrument: {instrument}, parties: [{parties}], {more}}}\n"


EVENTS = {
    "nine lines": HEAD + "when: 2025-12-08 14:00\nplace: jakarta\ntopics: [ports, shipping]\n" + HEADS
    + text("memorandum-of-understanding", "status: agreed, scope: [ports]"),
    "a title": kind("announcement"),
    "an announcement with sides": kind("announcement") + SIDES + "topics: [ports]\n",
    "a meeting of sides": HEAD + SIDES,
    "a meeting about something": HEAD + SIDES + "topics: [ports]\n",
    "a meeting of one side": HEAD + "sides: {RU: head-ru}\n",
    "a call": kind("call") + HEADS,
    "a call about something": kind("call") + WHEN + HEADS + "topics: [ports]\n",
    "a call of sides": kind("call") + SIDES,
    "a visit": kind("visit") + "when: 2025-12-08/2025-12-10\nplace: jakarta\n" + HEADS,
    "a visit of one": kind("visit") + "when: 2025-12\nplace: jakarta\nsides: {RU: head-ru}\n",
    "a visit of one, place unknown": kind("visit") + "sides: {RU: head-ru}\n",
    "an exhibition": kind("exhibition") + "place: jakarta\n" + SIDES,
    "an exhibition of one": kind("exhibition") + "sides: [RU]\n",
    "an exhibition without sides": kind("exhibition"),
    "a forum, place unknown": kind("forum") + SIDES,
    "a session of three": kind("session") + "when: 2025\nsides: [ID, RU, CN]\ntopics: [ports]\n",
    "a signing without sides": kind("signing") + text("agreement", "signed: 2025-12-08"),
    "a signing, subject unknown": kind("signing") + WHEN + SIDES + text("treaty", "signed: 2025-12-08"),
    "three sign one text": kind("signing") + WHEN + "sides: [ID, RU, CN]\n" + text("agreement", "signed: 2025-12-08, scope: [ports, shipping]", "ID, RU, CN"),
    "two of three sign": kind("signing") + WHEN + "sides: [ID, RU, CN]\n" + text("agreement", "signed: 2025-12-08", "ID, RU"),
    "two signed on two days": kind("signing") + SIDES + text("treaty", "signed: 2025-12-08, field: ports") + "  two: {parties: [ID, RU], signed: 2025-12-07}\n",
    "signed apart, of different kinds": kind("signing") + WHEN + "sides: [ID, RU, CN, JP]\n" + text("treaty", "signed: 2025-12-08, scope: [ports]")
    + "  two: {instrument: memorandum-of-understanding, parties: [ID, CN], signed: 2025-12-08, field: shipping}\n"
    + "  three: {instrument: treaty, parties: [ID, JP], signed: 2025-12-08}\n",
    "agreed, heads unknown": HEAD + SIDES + text("agreement", "status: agreed, field: ports"),
    "two agreed, subjects unknown": HEAD + SIDES + text("agreement", "status: agreed") + "  two: {instrument: treaty, parties: [ID, RU], status: concluded}\n",
    "drafted": HEAD + WHEN + SIDES + text("convention", "status: drafted, field: ports"),
    "a drafted declaration": HEAD + SIDES + text("declaration", "status: drafted"),
    "discussed": HEAD + WHEN + HEADS + text("treaty", "status: discussed, field: ports"),
    "a declaration": HEAD + HEADS + text("joint-statement", "title: {id: Pernyataan, en: Joint Statement, ru: Заявление}, signed: 2025-12-08"),
    "pledges": HEAD + SIDES + "commitments:\n  a: {what: {id: membangun, en: build a port, ru: построить порт}, who: [ID]}\n"
    "  b: {what: {id: membangun, en: build a port, ru: построить порт}, due: 2026-09}\n  c: {what: {id: membangun, en: build a port, ru: построить порт}}\n",
    "a figure": kind("announcement") + "figures:\n  f: {what: {id: nilai, en: value, ru: объём}, value: 4 %}\n",
}  # fmt: skip


@pytest.mark.parametrize("facts", EVENTS.values(), ids=EVENTS.keys())
def test_every_kind_is_composed_alike_in_every_language(tmp_path: Path, facts: str) -> None:
    opened = Desk.open(desk(tmp_path / "desk", facts))
    for found in kinds([ROOT / "templates"]).values():
        seen = opened.view("talks", found.audience)
        documents = [compose(seen, found, Language(code)).document for code in LANGUAGES if applies(seen, found)]
        for document in documents:
            said = "".join(map(plain, document.content))
            assert RAW.findall(said) == []
            assert [line for line in said.splitlines() if not line.strip()] == []
        for left, right in combinations(documents, 2):
            assert [str(problem) for problem in differences(left, right, found)] == []


LEADS = {
    "nine lines": (
        "Indonesia and Russia settled a memorandum of understanding on ports at talks between Indonesia’s Minister of Transport Lira Santani and "
        "Russia’s Minister of Transport Tomas Arden in Jakarta on Monday 8 December."
    ),
    "a title": "Bilateral meeting.",
    "a meeting about something": "Talks between Indonesia and Russia dealt with ports.",
    "a call of sides": "Indonesia and Russia spoke by telephone.",
    "a visit of one": "Russia’s Minister of Transport Tomas Arden visited Jakarta in December 2025.",
    "an exhibition of one": "Bilateral meeting: Russia.",
    "a signing without sides": "Indonesia and Russia signed an agreement on Monday 8 December.",
    "three sign one text": "Indonesia, Russia and China signed an agreement on Monday 8 December.",
    "two of three sign": "Indonesia and Russia signed an agreement on Monday 8 December.",
    "two signed on two days": "Indonesia and Russia signed a treaty on ports on Monday 8 December. It is one of two documents that they have signed.",
    "agreed, heads unknown": "Indonesia and Russia settled an agreement on ports.",
    "drafted": "Indonesia and Russia have drafted a convention on ports, which is still to be agreed.",
}


@pytest.mark.parametrize("name", LEADS)
def test_the_lead_says_what_is_known_and_no_more(tmp_path: Path, name: str) -> None:
    lead = words(release(view(tmp_path, EVENTS[name]), "en"), "lead")
    assert lead.split(" – ")[-1] == LEADS[name]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_sentence_within_a_paragraph_has_its_capital(tmp_path: Path, code: str) -> None:
    paragraph = words(release(view(tmp_path, EVENTS["pledges"]), code), "pledges")
    assert paragraph.count(". ") > 1
    assert re.findall(r"(?<!г)\. [a-zа-яё]", paragraph) == []


def test_notes_to_editors_stand_only_where_there_are_titles(tmp_path: Path) -> None:
    assert words(release(view(tmp_path / "a", EVENTS["drafted"]), "en"), "notes") == ""
    assert (
        words(release(view(tmp_path / "b", EVENTS["a declaration"]), "en"), "notes") == "Notes to editors\nFull title of the joint statement: Joint Statement."
    )


def test_a_verb_takes_the_gender_of_a_figure_that_nobody_wrote_down(tmp_path: Path) -> None:
    figure = "figures:\n  trade: {what: {id: perdagangan, en: bilateral trade, ru: двусторонняя торговля}, value: 3 million USD, period: 2025}\n"
    assert "Двусторонняя торговля в 2025 году составляла" in words(release(view(tmp_path, HEAD + HEADS + figure), "ru"), "figures")


@pytest.mark.parametrize(("code", "says"), [("en", "by 30 June 2026"), ("id", "paling lambat 30 Juni 2026"), ("ru", "не позднее 30 июня 2026 г.")])
def test_a_due_date_is_a_deadline(tmp_path: Path, code: str, says: str) -> None:
    pledge = "commitments:\n  body: {what: {id: membentuk komite, en: set up a committee, ru: создать комитет}, due: 2026-06-30}\n"
    assert says in words(release(view(tmp_path, HEAD + HEADS + pledge), code), "pledges")
