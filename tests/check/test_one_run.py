"""All problems of a run at once: whatever mistakes stand in an event together, each is told, once, and nothing that only follows from them."""

import random
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefgen.build import Order, build
from briefgen.build.survey import survey
from briefgen.errors import BriefgenError, Grade, Problem

ROOT = Path(__file__).parents[2]
EVENT_NAME = "lighthouse-talks-2026"

EVENT = """\
kind: meeting
title:
  id: Pertemuan tentang Keselamatan Pelayaran
  en: Meeting on Safety at Sea
  ru: встреча по безопасности мореплавания
when: 2026-09-09
place: tanjung-terang
defaults: {source: desk, audience: public}
sides: {ID: siti-rahma, RU: pavel-orlov}
topics: [seafarers, port-papers]
agreements:
  lighthouses:
    instrument: memorandum-of-understanding
    title:
      id: Nota Kesepahaman tentang Pemeliharaan Mercusuar
      en: Memorandum of Understanding on the Care of Lighthouses
      ru: Меморандум о взаимопонимании по обслуживанию маяков
    field: lighthouses
    parties: [ID, RU]
    status: agreed
  pilots:
    instrument: agreement
    field: seafarers
    parties: [ID, RU]
    initialled: 2026-03-02
    signed: {date: 2026-04-14, place: tanjung-terang}
    valid_for: 5 years
statements:
  light:
    by: siti-rahma
    that:
      id: mercusuar yang menyala menyelamatkan nyawa setiap malam
      en: a lighthouse that is lit saves lives every night
      ru: горящий маяк каждую ночь спасает жизни
  crews:
    by: pavel-orlov
    that:
      id: awak kapal kedua negara perlu mengenal perairan satu sama lain
      en: crews of both countries need to know each other's waters
      ru: экипажам обеих стран нужно знать воды друг друга
  ports:
    by: siti-rahma
    topics: [port-papers]
    that:
      id: dokumen pelabuhan harus lebih sederhana
      en: port papers must become simpler
      ru: портовые документы должны стать проще
commitments:
  list:
    what:
      id: menyusun daftar mercusuar yang perlu diperbaiki
      en: draw up a list of the lighthouses that need repair
      ru: составить перечень маяков, которые нуждаются в ремонте
    due: 2026-12
  visit:
    what:
      id: bertukar kunjungan para teknisi
      en: exchange visits of engineers
      ru: обменяться визитами инженеров
    who: [ID, RU]
figures:
  trade:
    what: {id: perdagangan laut, en: trade by sea, ru: морская торговля}
    value: 1.36 billion USD
    period: 2025
points:
  next:
    kind: background
    text:
      id: Kelompok kerja bertemu pada Januari.
      en: The working group meets in January.
      ru: Рабочая группа встретится в январе.
places:
  tanjung-terang:
    name: {id: Tanjung Terang, en: Tanjung Terang, ru: {text: Танджунг-Теранг, forms: {prep: Танджунг-Теранге}}}
    state: ID
    zone: Asia/Jakarta
terms:
  lighthouses: {id: mercusuar, en: lighthouses, ru: маяки}
"""


@dataclass(frozen=True)
class Mistake:
    """What is written for what, once, and the problem that must be told."""

    old: str
    new: str
    code: str
    address: str
    language: str = ""


MISTAKES = {
    "a section misspelt": Mistake("\nagreements:\n", "\nagrements:\n", "F010", "agrements"),
    "a section of definitions misspelt": Mistake("\nterms:\n", "\ntermz:\n", "F010", "termz"),
    "another section of definitions misspelt": Mistake("\nplaces:\n", "\nplacs:\n", "F010", "placs"),
    "a field misspelt": Mistake("    instrument: mem", "    instrumnt: mem", "F010", "agreements.lighthouses.instrumnt"),
    "a field that is needed misspelt": Mistake("    by: siti-rahma\n    that:", "    bye: siti-rahma\n    that:", "F010", "statements.light.bye"),
    "a mark misspelt": Mistake("{source: desk,", "{sorce: desk,", "F010", "defaults.sorce"),
    "no such audience": Mistake("audience: public}", "audience: publik}", "F022", "defaults.audience"),
    "no such word": Mistake("kind: meeting", "kind: meting", "F021", "kind"),
    "a word that is like no other": Mistake("kind: background", "kind: zzz", "F021", "points.next.kind"),
    "a wrong day": Mistake("2026-09-09", "2026-09-31", "F020", "when"),
    "a wrong month": Mistake("date: 2026-04-14", "date: 2026-14-04", "F020", "agreements.pilots.signed"),
    "no date at all": Mistake("due: 2026-12", "due: soon", "F020", "commitments.list.due"),
    "a wrong figure": Mistake("value: 1.36 ", "value: 1,36 ", "F020", "figures.trade.value"),
    "a wrong length": Mistake("5 years", "5 lightyears", "F020", "agreements.pilots.valid_for"),
    "nobody of that name": Mistake("RU: pavel-orlov", "RU: boris-godunov", "F031", "sides.RU.head"),
    "a name nearly right": Mistake("[seafarers, port", "[seafarrs, port", "F031", "topics.seafarrs"),
    "a state in small letters": Mistake("parties: [ID, RU]\n    init", "parties: [ID, ru]\n    init", "F031", "agreements.pilots.parties.ru"),
    "the same twice": Mistake("topics: [port-papers]", "topics: [port-papers, port-papers]", "F016", "statements.ports.topics.port-papers"),
    "a key with a capital": Mistake("\n  visit:\n", "\n  Visit:\n", "F015", "commitments.Visit"),
    "no title in Russian": Mistake("  ru: встреча по безопасности мореплавания\n", "", "F051", "title", "ru"),
    "no statement in English": Mistake("      en: port papers must become simpler\n", "", "F051", "statements.ports.that", "en"),
    "no background in Indonesian": Mistake("      id: Kelompok kerja bertemu pada Januari.\n", "", "F051", "points.next.text", "id"),
    "a language in capitals": Mistake("      en: crews of", "      EN: crews of", "F041", "statements.crews.that"),
    "no text after the colon": Mistake("ru: горящий маяк каждую ночь спасает жизни", "ru:", "F013", "statements.light.that", "ru"),
    "a full stop in a clause": Mistake("satu sama lain\n", "satu sama lain.\n", "F054", "statements.crews.that", "id"),
    "a field missing": Mistake("    by: pavel-orlov\n", "", "F012", "statements.crews"),
    "no such gender": Mistake("ru: морская торговля", "ru: {text: морская торговля, gender: q}", "F021", "figures.trade.what", "ru"),
    "dates in the wrong order": Mistake("initialled: 2026-03-02", "initialled: 2026-05-02", "F060", "agreements.pilots.signed"),
    "nothing says how far": Mistake("    status: agreed\n", "", "F061", "agreements.lighthouses.status"),
    "a form that nobody knows": Mistake(", forms: {prep: Танджунг-Теранге}}", "}", "L020", "places.tanjung-terang.name", "ru"),
}  # fmt: skip
RESTS = {"dates in the wrong order": {"a wrong month"}}
"""Mistakes that cannot be seen while another stands there: what a date comes before is not known until it can be read."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk") / "desk"
    shutil.copytree(ROOT / "templates" / "_new" / "desk", folder)
    (folder / "sources" / EVENT_NAME).mkdir()
    return folder


def plant(desk: Path, names: list[str]) -> list[tuple[str, str, str]]:
    """An event with the mistakes ``names``; the problems that must be told of it."""
    facts = EVENT
    for name in names:
        mistake = MISTAKES[name]
        assert facts.count(mistake.old) == 1, name
        facts = facts.replace(mistake.old, mistake.new)
    (desk / "sources" / EVENT_NAME / "facts.yaml").write_text(facts, encoding="utf-8")
    seen = [MISTAKES[name] for name in names if not RESTS.get(name, set()) & set(names)]
    return sorted((mistake.code, f"{EVENT_NAME}.{mistake.address}", mistake.language) for mistake in seen)


def problems(desk: Path) -> list[Problem]:
    found = survey(Order(desk, desk / "out", (EVENT_NAME,)), sound=False).examine().problems
    return [problem for problem in found if problem.grade is not Grade.ADVICE]


def told(found: list[Problem]) -> list[tuple[str, str, str]]:
    return sorted((problem.code, problem.address, problem.language) for problem in found)


def test_the_event_is_good_without_mistakes(desk: Path) -> None:
    assert plant(desk, []) == []
    assert problems(desk) == []


@pytest.mark.parametrize("name", MISTAKES)
def test_each_mistake_alone_is_one_problem(desk: Path, name: str) -> None:
    assert plant(desk, [name]) == told(problems(desk))


def test_all_mistakes_together_are_told_in_one_run_each_with_its_place_and_what_to_do(desk: Path) -> None:
    expected = plant(desk, list(MISTAKES))
    found = problems(desk)
    assert told(found) == expected
    assert len(expected) == len(MISTAKES) - len(RESTS)
    for problem in found:
        assert problem.where.file == f"sources/{EVENT_NAME}/facts.yaml"
        assert problem.where.line
        assert problem.where.column
        assert problem.what
        assert problem.hint or problem.code == "F012", problem


@pytest.mark.parametrize("seed", range(40))
def test_any_mistakes_together_are_each_told_once(desk: Path, seed: int) -> None:
    chance = random.Random(seed)
    names = chance.sample(list(MISTAKES), chance.randint(2, 12))
    expected = plant(desk, names)
    assert told(problems(desk)) == expected, names


def test_a_build_tells_the_same_and_writes_nothing(desk: Path) -> None:
    plant(desk, list(MISTAKES))
    with pytest.raises(BriefgenError) as caught:
        build(Order(desk, desk / "out", (EVENT_NAME,)))
    assert Counter(told(list(caught.value.problems))) == Counter(told(problems(desk)))
    assert not (desk / "out").exists()


def replaced(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def test_mistakes_in_the_desk_and_in_the_register_come_with_those_of_the_event(desk: Path, tmp_path: Path) -> None:
    mine = tmp_path / "desk"
    shutil.copytree(desk, mine)
    plant(mine, ["a wrong day", "no statement in English", "a form that nobody knows", "a section misspelt"])
    replaced(
        mine / "desk.yaml",
        ("audience: internal ", "audiance: internal "),
        ("[id-ru]", "[id-ru, id-fr]"),
        ("[press-release, b", "[pres-release, press-release, b"),
        ("zone: Asia/Jakarta", "zone: WIB"),
    )
    replaced(
        mine / "sources/register/names.yaml", ("    en: training of seafarers\n", ""), ("zone: Asia/Jakarta", "zone: Asia/Jakrta"), ("terms:\n", "termz:\n")
    )
    replaced(mine / "sources/register/people.yaml", ("gender: f\n", "gendre: f\n"), ("state: RU", "state: RUS"), ("2024-05-14/..", "2024-05-34/.."))
    found = problems(mine)
    assert [(str(problem.where), problem.code, problem.address.removeprefix(f"{EVENT_NAME}."), problem.language) for problem in found] == [
        ("desk.yaml:6:16", "D003", "desk.pairs", ""),
        ("desk.yaml:7:9", "D010", "", ""),
        ("desk.yaml:10:7", "F020", "desk.zone", ""),
        ("desk.yaml:11:1", "F010", "desk.audiance", ""),
        (f"sources/{EVENT_NAME}/facts.yaml:6:7", "F020", "when", ""),
        (f"sources/{EVENT_NAME}/facts.yaml:11:1", "F010", "agrements", ""),
        (f"sources/{EVENT_NAME}/facts.yaml:45:7", "F051", "statements.ports.that", "en"),
        (f"sources/{EVENT_NAME}/facts.yaml:74:11", "L020", "places.tanjung-terang.name", "ru"),
        ("sources/register/names.yaml:7:11", "F020", "places.jakarta.zone", ""),
        ("sources/register/names.yaml:37:1", "F010", "termz", ""),
        ("sources/register/names.yaml:43:5", "F051", "terms.seafarers", "en"),
        ("sources/register/people.yaml:8:5", "F010", "people.siti-rahma.gendre", ""),
        ("sources/register/people.yaml:20:26", "F020", "people.pavel-orlov.posts.minister-ports-ru.period.2024-05-34/..", ""),
        ("sources/register/people.yaml:65:12", "F031", "posts.minister-ports-ru.state", ""),
    ]
    with pytest.raises(BriefgenError) as caught:
        build(Order(mine, mine / "out"))
    assert set(found) <= set(caught.value.problems)


def test_a_register_that_cannot_be_read_raises_no_false_alarm(desk: Path, tmp_path: Path) -> None:
    mine = tmp_path / "desk"
    shutil.copytree(desk, mine)
    plant(mine, ["a wrong day", "no statement in English"])
    replaced(mine / "sources/register/people.yaml", ("gender: f\n", "gender: f\n     gender: f\n"))
    assert [(problem.code, problem.address.removeprefix(f"{EVENT_NAME}.")) for problem in problems(mine)] == [
        ("F020", "when"), ("F051", "statements.ports.that"), ("Y001", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("kind: meeting\n", "kind: meeting\nkind: visit\n", "Y005"),
        ("en: trade by sea,", "en: trade, by sea,", "Y007"),
        ("place: tanj", "place: &here tanj", "Y007"),
        ("kind: meeting\n", "kind: !!str meeting\n", "Y007"),
        ("due: 2026-12", "due: *later", "Y007"),
    ],
)
def test_what_yaml_refuses_comes_with_the_rest(desk: Path, old: str, new: str, code: str) -> None:
    expected = plant(desk, ["no title in Russian", "a form that nobody knows", "a word that is like no other"])
    facts = desk / "sources" / EVENT_NAME / "facts.yaml"
    replaced(facts, (old, new))
    found = problems(desk)
    line = facts.read_text(encoding="utf-8").split(new.rstrip("\n"))[0].count("\n") + new.rstrip("\n").count("\n") + 1
    assert [(problem.code, problem.where.line) for problem in found if problem.code.startswith("Y")] == [(code, line)]
    assert told([problem for problem in found if not problem.code.startswith("Y")]) == expected
