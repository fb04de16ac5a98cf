"""Mistakes in texts: each planted one is found with both values, none is found without its check, and nothing harmless is reported."""

import random
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from briefgen.check import names, numbers, tongues
from briefgen.check.government import Government
from briefgen.check.slips import Slips
from briefgen.check.statuses import Statuses
from briefgen.check.terms import Terms
from briefgen.check.words import Words
from briefgen.language import Language
from tests.check.planting import LANGUAGES, Bed, Plant, harmless, plants

PLANTS, HARMLESS = plants(), harmless()
CHECKS: dict[str, list[tuple[Any, str]]] = {
    "C001": [(numbers, "compare")],
    "C002": [(numbers, "compare")],
    "C003": [(numbers, "compare")],
    "C004": [(numbers, "weekdays")],
    "C005": [(numbers, "against")],
    "C006": [(names, "compare")],
    "C007": [(names, "links")],
    "C010": [(Words, "_avoided"), (Terms, "look")],
    "C011": [(Statuses, "nouns")],
    "C012": [(Words, "_lettered")],
    "C020": [(Statuses, "look")],
    "C021": [(Words, "refused")],
    "C022": [(Words, "refused")],
    "C023": [(Government, "refused")],
    "C030": [(Slips, "_letters")],
    "C031": [(Slips, "_pairs")],
    "C032": [(Slips, "_quotes")],
    "C033": [(Slips, "_repeated")],
    "C034": [(Slips, "_spaces")],
    "C035": [(Slips, "_spaces")],
    "C036": [(tongues, "foreign"), (tongues, "same")],
    "C037": [(tongues, "lengths")],
    "C052": [(Words, "advised")],
    "C053": [(Words, "advised")],
    "C056": [(Government, "advised")],
}
"""What finds a code; taken away, the mistake must go unnoticed."""


@pytest.fixture(scope="module")
def bed(tmp_path_factory: pytest.TempPathFactory) -> Bed:
    return Bed(tmp_path_factory.mktemp("desk"))


def name(plant: Plant) -> str:
    return f"{plant.code or 'none'} {plant.language or next(iter(plant.texts.values()))[:40]} {plant.says[0][:30] if plant.says else ''}"


def test_there_are_enough_of_both() -> None:
    assert len(PLANTS) >= 40
    assert len(HARMLESS) >= 40
    assert {plant.code for plant in PLANTS} == set(CHECKS)


@pytest.mark.parametrize("plant", PLANTS, ids=name)
def test_a_mistake_is_found_with_both_values_at_its_place(plant: Plant, bed: Bed) -> None:
    found = [problem for problem in bed.say(plant.at, plant.spoilt, advice=True) if problem.code == plant.code]
    assert [problem for problem in found if all(said in problem.what for said in plant.says)], [str(problem) for problem in found]
    (problem, *_) = [problem for problem in found if all(said in problem.what for said in plant.says)]
    assert (problem.address, problem.language) == (plant.at, plant.language)
    line = (bed.desk.root / problem.where.file).read_text("utf-8").splitlines()[problem.where.line - 1]
    assert line[problem.where.column - 1 :].strip()
    assert problem.hint


@pytest.mark.parametrize("plant", PLANTS, ids=name)
def test_without_the_mistake_nothing_is_said(plant: Plant, bed: Bed) -> None:
    assert [str(problem) for problem in bed.say(plant.at, plant.texts, advice=True)] == []


@pytest.mark.parametrize("plant", PLANTS, ids=name)
def test_without_its_check_the_mistake_goes_unnoticed(plant: Plant, bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    for owner, check in CHECKS[plant.code]:
        monkeypatch.setattr(owner, check, lambda *_: iter(()))
    assert [problem for problem in bed.say(plant.at, plant.spoilt, advice=True) if problem.code == plant.code] == []


@pytest.mark.parametrize("plant", HARMLESS, ids=name)
def test_nothing_is_said_of_what_is_harmless(plant: Plant, bed: Bed) -> None:
    assert [str(problem) for problem in bed.say(plant.at, plant.texts, advice=True)] == []


def test_the_events_of_the_desk_have_nothing_wrong(bed: Bed) -> None:
    for event in bed.desk.events:
        bed.clean(event)
    assert len(bed.desk.events) > 5
    assert [str(problem) for problem in bed.problems(*bed.desk.events, advice=True)] == []  # with the whole register


def test_a_problem_stands_at_its_word(bed: Bed) -> None:
    texts = {"id": "Ini 25 kapal.", "en": "These are 25 ships.", "ru": "Это 52 судна."}
    (problem,) = bed.say("talks.points.fact.text", texts)
    line = (bed.desk.root / problem.where.file).read_text("utf-8").splitlines()[problem.where.line - 1]
    assert line[problem.where.column - 1 :].startswith("52 судна")


def test_what_is_not_for_the_public_may_speak_of_itself(bed: Bed) -> None:
    texts = {"id": "Kami memiliki pelabuhan.", "en": "We have a port.", "ru": "У нас есть порт."}
    assert [problem.code for problem in bed.say("talks.points.fact.text", texts)] == ["C022"] * 3
    bed.clean("talks")
    assert bed.say("talks.points.note.text", texts) == []


def test_texts_are_read_though_other_facts_are_wrong(bed: Bed) -> None:
    bed.clean("talks")
    path = bed.desk.root / "sources" / "talks" / "facts.yaml"
    source = path.read_text("utf-8").replace("kind: meeting", "kind: meting").replace("The port is large.", "The the port is large.")
    bed._write(path, source)
    assert bed.desk.load("talks").event is None
    assert [problem.code for problem in bed.problems("talks")] == ["C033"]
    bed._write(path, source.replace("when: 2026-04-14", "when: soon").replace("Порт большой", "Порт большой и меморандум о морских портах подписан"))
    assert [problem.code for problem in bed.problems("talks")] == ["C033"]
    bed.clean("talks")


# ── the same number by each language's own conventions ──


@pytest.fixture(scope="module")
def spoken() -> dict[str, Language]:
    return {code: Language(code) for code in LANGUAGES}


def said(spoken: dict[str, Language], way: str, value: Decimal) -> dict[str, str]:
    return {code: str(getattr(language, way)(*((value, "USD", "compact") if way == "money" else (value,)))) for code, language in spoken.items()}


def values() -> Iterator[tuple[str, Decimal]]:
    chance = random.Random(7)
    for way in ("number", "compact", "percent", "money"):
        for _ in range(25):
            number = Decimal(chance.choice([chance.randint(2, 99), chance.randint(1000, 99999), chance.randint(10**6, 10**12)]))
            if way in ("number", "percent"):
                number = number / chance.choice([1, 10, 100])
            elif number > 10**6:
                number = Decimal(f"{number:.2E}")
            yield way, number


@pytest.mark.parametrize(("way", "value"), [*values()])
def test_a_number_by_each_language_s_conventions_raises_nothing(way: str, value: Decimal, spoken: dict[str, Language], bed: Bed) -> None:
    words = said(spoken, way, value)
    texts = {"id": f"Nilainya {words['id']}.", "en": f"The value is {words['en']}.", "ru": f"Значение – {words['ru']}."}
    assert [str(problem) for problem in bed.say("talks.points.fact.text", texts)] == []
    other = said(spoken, way, value + 1 if value < 10**6 else value * 2)
    wrong = {**texts, "ru": f"Значение – {other['ru']}."}
    assert {problem.code for problem in bed.say("talks.points.fact.text", wrong)} == {"C001"}
