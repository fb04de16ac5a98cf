"""The programme: by day, in the time of the place and in that of home or of the other side; what is for the desk alone is not in the general one."""

from pathlib import Path

import pytest

from briefgen.compose import compose, kinds
from briefgen.language import Language
from tests.compose.desks import HEAD, REGISTER, ROOT, view, words

NOUN = "{id: pertemuan, en: meeting, ru: встреча}"
TALKS = f"talks: {{start: 2026-04-14 10:00, end: 2026-04-14 11:00, place: PLACE, what: {NOUN}}}"
MOSCOW = "  moscow: {name: {id: Moskow, en: Moscow, ru: Москва}, state: RU, zone: Europe/Moscow}\n"
PLACES = REGISTER.replace("places:\n", "places:\n" + MOSCOW)


def programme(folder: Path, items: str, code: str = "en", audience: str = "internal", register: str = PLACES, more: str = "") -> str:
    """The words of a programme of ``items``."""
    seen = view(folder, f"{HEAD}sides: [ID, RU]\n{more}programme:\n" + "".join(f"  {item}\n" for item in items.split("\n")), audience, register=register)
    return words(compose(seen, kinds([ROOT / "templates"])["programme"], Language(code)))


@pytest.mark.parametrize(
    ("code", "head", "time"),
    [
        ("en", "Local time: Moscow time (UTC+3); in brackets: WIB (UTC+7)", "10:00–11:00\n(14:00–15:00)"),
        ("id", "Waktu setempat: waktu Moskow (UTC+3); dalam kurung: WIB (UTC+7)", "10.00—11.00\n(14.00—15.00)"),
        ("ru", "Местное время: московское время (UTC+3); в скобках: западноиндонезийское время (UTC+7)", "10:00–11:00\n(14:00–15:00)"),
    ],
)
def test_abroad_the_time_of_home_stands_beside_that_of_the_place(tmp_path: Path, code: str, head: str, time: str) -> None:
    said = programme(tmp_path, TALKS.replace("PLACE", "moscow"), code)
    assert head in said
    assert time in said


def test_at_home_the_time_of_the_other_side_stands_beside_it_where_the_register_knows_its_zone(tmp_path: Path) -> None:
    item = TALKS.replace("PLACE", "jakarta")
    assert "(" not in programme(tmp_path / "a", item).replace("(UTC+7)", "")
    said = programme(tmp_path / "b", item, register=PLACES + "states:\n  RU: {zone: Europe/Moscow}\n")
    assert "Local time: WIB (UTC+7); in brackets: Moscow time (UTC+3)" in said
    assert "10:00–11:00\n(06:00–07:00)" in said


def test_the_other_day_is_said_where_midnight_lies_between(tmp_path: Path) -> None:
    late = f"dinner: {{start: 2026-04-14 21:30, place: moscow, what: {NOUN}}}"
    assert "21:30\n(01:30, 15 April)" in programme(tmp_path, late)


def test_a_journey_names_the_zone_with_each_time(tmp_path: Path) -> None:
    items = "\n".join((TALKS.replace("PLACE", "jakarta"), TALKS.replace("PLACE", "moscow").replace("talks", "again").replace("04-14", "04-16")))
    said = programme(tmp_path, items)
    assert "Local time" not in said
    assert "10:00–11:00\nWIB (UTC+7)" in said
    assert "10:00–11:00\nMoscow time (UTC+3)" in said


@pytest.mark.parametrize(
    ("code", "days"),
    [
        ("en", ["Tuesday 14 April", "Thursday 16 April"]),
        ("id", ["Selasa, 14 April", "Kamis, 16 April"]),
        ("ru", ["14 апреля, вторник", "16 апреля, четверг"]),
    ],
)
def test_days_are_subheads_and_what_has_no_time_stays_with_its_day(tmp_path: Path, code: str, days: list[str]) -> None:
    items = f"one: {{start: 2026-04-14 10:00, what: {NOUN}}}\ntwo: {{what: {NOUN}}}\nthree: {{start: 2026-04-16, what: {NOUN}}}"
    lines = programme(tmp_path, items, code).split("\n")
    assert [line for line in lines if line in days] == days
    noun = {"en": "Meeting", "id": "Pertemuan", "ru": "Встреча"}[code]
    assert [lines.index(days[0]) < n < lines.index(days[1]) for n, line in enumerate(lines) if line == noun] == [True, True, False]


PREPARED = TALKS.replace("PLACE", "jakarta")[:-1] + (
    ", with: [head-ru], met_by: head-id, press: closed-to-press, contact: head-id, remarks: {id: Hujan., en: Rain plan., ru: На случай дождя.}}"
)


def test_the_working_version_has_what_the_general_one_has_not(tmp_path: Path) -> None:
    working = programme(tmp_path / "a", PREPARED)
    for text in (
        "Working programme",
        "Tomas Arden, Minister of Transport of Russia",
        "Lira Santani, Minister of Transport of Indonesia",
        "Rain plan.",
        "Press: closed",
    ):
        assert text in working
    for audience in ("delegation", "public"):
        general = programme(tmp_path / audience, PREPARED, audience=audience)
        assert general.split("\n")[-6:] == ["Time", "Event", "Place", "10:00–11:00", "Meeting", "Jakarta"]


def test_a_column_without_content_is_left_out(tmp_path: Path) -> None:
    assert programme(tmp_path, f"one: {{start: 2026-04-14 10:00, what: {NOUN}}}").split("\n")[-4:] == ["Time", "Event", "10:00", "Meeting"]
