"""Events of which little is known: every kind of document, in every language, says just that and reads well."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from briefgen.compose import applies, compose, composing, differences, prose
from briefgen.document import plain
from briefgen.facts import Desk
from briefgen.language import Language
from tests.compose.desks import DESK, HEAD, LANGUAGES, ROOT, desk, release, view, words
from tests.compose.test_events import RAW
from tests.tongues.desks import TONGUES, found, speaks, taught

HEADS = "sides: {ID: head-id, RU: head-ru}\n"
SIDES = "sides: [ID, RU]\n"
WHEN = "when: 2025-12-08\n"


def kind(name: str) -> str:
    return HEAD.replace("kind: meeting", f"kind: {name}")


def text(instrument: str, more: str, parties: str = "ID, RU") -> str:
    return f"agreements:\n  one: {{instrument: {instrument}, parties: [{parties}], {more}}}\n"


AHEAD = (
    HEAD + "when: 2026-04-15 10:00\nplace: jakarta\n" + HEADS + "topics: [ports, shipping]\ntalking_points:\n"
    "  a: {kind: message, text: {id: Kami siap memulai., en: We are ready to begin., ru: Подтвердить готовность начать.}}\n"
    "  b: {kind: if-raised, text: {id: Layak dikaji., en: Worth studying., ru: Тема заслуживает изучения.}}\n"
    "  c: {kind: avoid, text: {id: Kuota ikan., en: Fishing quotas., ru: Квоты на вылов рыбы.}}\n"
)  # fmt: skip
HANDS = "signed: {date: 2025-12-08, by: {ID: head-id, RU: head-ru}}"

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
    "pledged under the text": HEAD + SIDES + text("treaty", "signed: 2025-12-08, field: ports") + "commitments:\n  a: {what: {id: membangun, en: build a port, "
    "ru: построить порт}, who: [ID, RU], under: one, due: 2026-09}\n",
    "pledged under one of two": HEAD + "place: jakarta\n" + SIDES + text("treaty", "signed: 2025-12-08, field: ports")
    + "  two: {instrument: agreement, parties: [ID, RU], signed: 2025-12-08, field: shipping}\n"
    + "commitments:\n  a: {what: {id: membangun, en: build a port, ru: построить порт}, who: [ID, RU], under: one}\n",
    "two signed by the same": HEAD + "place: jakarta\n" + HEADS + text("treaty", "field: ports, " + HANDS)
    + f"  two: {{instrument: treaty, parties: [ID, RU], field: shipping, valid_for: 5 years, {HANDS}}}\n",
    "three signed by the same": HEAD + HEADS + text("treaty", "field: ports, " + HANDS)
    + f"  two: {{instrument: treaty, parties: [ID, RU], field: shipping, {HANDS}}}\n  three: {{instrument: treaty, parties: [ID, RU], {HANDS}}}\n",
    "apart, by one of ours": kind("signing") + WHEN + "sides: [ID, RU, CN]\n" + text("treaty", "field: ports, scope: [ports, shipping], " + HANDS)
    + f"  two: {{instrument: treaty, parties: [ID, CN], field: ports, {HANDS}}}\n",
    "exchanged before witnesses": kind("signing") + "place: jakarta\n" + SIDES + text("treaty", "field: ports, signed: 2025-12-08")
    + "exchanged: {date: 2025-12-08, witnesses: [head-id, head-ru]}\n",
    "a meeting to come": AHEAD,
    "offers": HEAD + WHEN + HEADS + "points:\n  a: {kind: offered, by: RU, topics: [ports, shipping], text: {id: Tawaran., en: An offer., ru: Предложение.}}\n",
    "a figure": kind("announcement") + "figures:\n  f: {what: {id: nilai, en: value, ru: объём}, value: 4 %}\n",
}  # fmt: skip


@pytest.mark.parametrize("register", ["press", "protocol"])
def test_every_turn_states_the_same_facts(tmp_path: Path, everywhere: Path, register: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Languages choose their turns independently, so each turn must say what every other says."""
    kind = found(everywhere)["press-release"]
    views = {}
    for n, (name, facts) in enumerate(EVENTS.items()):
        folder = desk(tmp_path / f"{n}", facts)
        (folder / "desk.yaml").write_text(DESK + f"register: {register}\n", encoding="utf-8")
        views[name] = Desk.open(taught(folder)).view("talks", kind.audience)
    plainest = {name: compose(seen, kind, speaks(everywhere, "en")).document for name, seen in views.items()}
    for number in (0, 1, 2):
        for module in (composing, prose):
            monkeypatch.setattr(module, "candidates", lambda turns, view, slot, number=number: (turns[number % len(turns)],))
        for code in (code for code in TONGUES if code in kind.languages):
            for name, seen in views.items():
                document = compose(seen, kind, speaks(everywhere, code)).document
                assert RAW.findall("".join(map(plain, document.content))) == [], (name, code, number)
                assert [str(problem) for problem in differences(document, plainest[name], kind)] == [], (name, code, number)


@pytest.mark.parametrize("facts", EVENTS.values(), ids=EVENTS.keys())
def test_every_kind_is_composed_alike_in_every_language(tmp_path: Path, everywhere: Path, facts: str) -> None:
    opened = Desk.open(taught(desk(tmp_path / "desk", facts)))
    for kind in found(everywhere).values():
        seen = opened.view("talks", kind.audience)
        documents = [compose(seen, kind, speaks(everywhere, code)).document for code in TONGUES if code in kind.languages and applies(seen, kind)]
        for document in documents:
            said = "".join(map(plain, document.content))
            assert RAW.findall(said) == []
            assert [line for line in said.splitlines() if not line.strip()] == []
        for left, right in combinations(documents, 2):
            assert [str(problem) for problem in differences(left, right, kind)] == []


LEADS = {
    "nine lines": (
        "The text of a memorandum of understanding on ports was agreed by Indonesia and Russia at talks between Indonesia’s Minister of Transport "
        "Lira Santani and Russia’s Minister of Transport Tomas Arden in Jakarta on Monday 8 December."
    ),
    "a title": "Bilateral meeting.",
    "a meeting about something": "Talks between Indonesia and Russia dealt with ports.",
    "a call of sides": "Indonesia and Russia spoke by telephone.",
    "a visit of one": "Russia’s Minister of Transport Tomas Arden visited Jakarta in December 2025.",
    "an exhibition of one": "Bilateral meeting: Russia.",
    "a signing without sides": "An agreement was signed on Monday 8 December by Indonesia and Russia.",
    "three sign one text": "An agreement was signed on Monday 8 December by Indonesia, Russia and China.",
    "two of three sign": "An agreement was signed on Monday 8 December by Indonesia and Russia.",
    "two signed on two days": "A treaty on ports was signed by Indonesia and Russia on Monday 8 December. It is one of two documents that they have signed.",
    "agreed, heads unknown": "The text of an agreement on ports was agreed by Indonesia and Russia.",
    "drafted": "A convention on ports between Indonesia and Russia has been drafted and is still to be agreed.",
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


@pytest.mark.parametrize(
    ("code", "begins", "heads"),
    [
        ("en", "You meet Russia’s Minister of Transport Tomas Arden on Wednesday, 15 April 2026 at 10:00",
         ["In brief", "Points to make", "If raised", "People"]),
        ("id", "Menhub dijadwalkan bertemu dengan Menteri Transportasi Rusia Tomas Arden pada Rabu, 15 April 2026, pukul 10.00 WIB, di Jakarta.",
         ["A. Ringkasan", "B. Butir Wicara", "C. Jika Ditanyakan", "D. Tokoh"]),
        ("ru", "Собеседник – министр транспорта России Томас Арден. Время – среда, 15 апреля 2026 г., в 10:00",
         ["Кратко", "Инициативно", "В случае постановки вопроса собеседником", "Участники"]),
    ],
)  # fmt: skip
def test_a_brief_for_a_meeting_to_come_follows_the_custom_of_its_language(tmp_path: Path, code: str, begins: str, heads: list[str]) -> None:
    """English speaks to the reader, Indonesian in the third person with letters, Russian impersonally."""
    kind = found(ROOT)["briefing-note"]
    text = words(compose(view(tmp_path, AHEAD, "internal"), kind, Language(code)))
    assert f"\n{begins}" in text, text
    assert [line for line in text.splitlines() if line in heads] == heads
    past = words(compose(view(tmp_path / "b", HEAD + HEADS, "internal"), kind, Language(code)))
    assert not re.search(r"You meet|dijadwalkan bertemu|Собеседник", past)


@pytest.mark.parametrize("name", ["a call about something", "an exhibition of two about something"])
def test_an_english_topic_in_the_plural_governs_no_verb(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in the facts tells whether an English term is singular, so no turn may hang a verb on one."""
    facts = EVENTS | {"an exhibition of two about something": kind("exhibition") + SIDES + "topics: [ports]\n"}
    for number in (0, 1):
        for module in (composing, prose):
            monkeypatch.setattr(module, "candidates", lambda turns, view, slot, number=number: (turns[number % len(turns)],))
        lead = words(release(view(tmp_path / str(number), facts[name]), "en"), "lead").split(" – ")[-1]
        assert re.search(r"\bports\b", lead)
        assert not re.match("Ports (is|was|are|were) ", lead), lead


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_was_announced_by_itself_is_not_dated_by_the_signing(tmp_path: Path, code: str) -> None:
    """A commitment made with the text may lead with it; of one that was told on another day nobody knows when it was agreed."""
    facts = EVENTS["pledged under the text"]
    together = release(view(tmp_path / "together", facts), code)
    apart = release(view(tmp_path / "apart", facts.replace("under: one", "under: one, announced: {date: 2025-12-09}")), code)
    pledge = {"id": "membangun", "en": "build a port", "ru": "построить порт"}[code]
    assert pledge in words(together, "lead")
    assert pledge not in words(apart, "lead")
    assert pledge in words(apart, "pledges")
