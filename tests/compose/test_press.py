"""For the press: the fact sheet with its figures and their sources, and the advisory with its hours, zones and no results."""

from pathlib import Path

import pytest

from briefgen.compose import applies, compose, kinds
from briefgen.language import Language
from tests.compose.desks import HEAD, REGISTER, ROOT, view, words
from tests.compose.test_programme import PLACES

NOUN = "{id: pertemuan, en: meeting, ru: встреча}"
TEXT = "{id: Kalimat., en: Sentence., ru: Предложение.}"
HEADS = "when: 2026-04-14\nsides: {ID: head-id, RU: head-ru}\n"
SIGNED = "agreements:\n  a: {instrument: agreement, parties: [ID, RU], field: ports, signed: 2026-04-14}\n"


def said(folder: Path, kind: str, facts: str, code: str = "en", register: str = REGISTER) -> list[str]:
    seen = view(folder, HEAD + facts, register=register)
    return words(compose(seen, kinds([ROOT / "templates"])[kind], Language(code))).split("\n")


FIGURES = (
    "figures:\n  a: {what: {id: nilai, en: value, ru: объём}, value: 4 %, period: 2025, source: agency}\n"
    "  b: {what: {id: waktu, en: time, ru: время}, series: {2024: 41, 2025: 38}, unit: hours}\n"
)


@pytest.mark.parametrize(
    ("code", "asof", "rows"),
    [
        ("en", "As of 14 April 2026", ["Value", "4%", "2025", "Agency, 14 April 2026", "2024", "41 hours", "own data", "2025", "38 hours", "own data"]),
        ("id", "Data per 14 April 2026", ["Nilai", "4%", "2025", "Agency, 14 April 2026", "2024", "41 jam", "data sendiri", "2025", "38 jam", "data sendiri"]),
        ("ru", "По состоянию на 14 апреля 2026 г.", ["Объём", "4%", "2025 г.", "Agency, 14 апреля 2026 г.", "2024 г.", "41 час",
                "собственные данные", "2025 г.", "38 часов", "собственные данные"]),
    ],
)  # fmt: skip
def test_figures_and_series_stand_with_period_and_source(tmp_path: Path, code: str, asof: str, rows: list[str]) -> None:
    lines = [line.casefold() for line in said(tmp_path, "fact-sheet", HEADS + FIGURES, code)]
    assert asof.casefold() in lines
    at = 0
    for row in rows:
        assert row.casefold() in lines[at:], row
        at = lines.index(row.casefold(), at) + 1


def test_lead_ins_stand_only_for_what_is_known(tmp_path: Path) -> None:
    assert said(tmp_path / "a", "fact-sheet", "sides: [ID, RU]\n")[-1] == "Sides: Indonesia and Russia"
    more = said(
        tmp_path / "b", "fact-sheet", HEADS + SIGNED.replace("field: ports", "field: ports, valid_for: 5 years, renewal: automatic, scope: [ports, shipping]")
    )
    assert more[-5:] == [
        "Document: agreement on ports", "Date: Tuesday, 14 April 2026",
        "Taking part: Lira Santani, Minister of Transport of Indonesia; Tomas Arden, Minister of Transport of Russia",
        "Scope: ports and shipping", "Validity: five years; renewal: automatic",
    ]  # fmt: skip


COVERAGE = (
    "coverage:\n  doors: 2026-04-14 09:15\n  start: 2026-04-14 10:00\n  deadline: 2026-04-13 17:00\n"
    f"  documents: {NOUN}\n  accreditation: {TEXT}\n  opportunities:\n    a: {{start: 2026-04-14 10:00, kind: photo, what: {NOUN}}}\n"
)


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("en", ["Doors open", "09:15 Moscow time (UTC+3)", "13:15 WIB (UTC+7)", "Start", "10:00 Moscow time (UTC+3)",
                "Deadline: 17:00 Moscow time (UTC+3), Monday, 13 April 2026"]),
        ("id", ["Yth. Rekan Media,", "Registrasi", "Pukul 09.15 waktu Moskow (UTC+3)", "Pukul 13.15 WIB (UTC+7)", "Mulai",
                "Kami mohon konfirmasi kehadiran Rekan Media."]),
        ("ru", ["Уважаемые коллеги!", "Сбор", "09:15, московское время (UTC+3)", "13:15, западноиндонезийское время (UTC+7)", "Начало"]),
    ],
)  # fmt: skip
def test_each_hour_stands_with_its_zone_and_that_of_home(tmp_path: Path, code: str, lines: list[str]) -> None:
    found = said(tmp_path, "advisory", HEADS + "place: moscow\n" + COVERAGE, code, PLACES)
    assert [line for line in lines if line not in found] == []
    assert found.index(lines[1]) < found.index(lines[-1])


def test_an_advisory_tells_no_results(tmp_path: Path) -> None:
    facts = HEADS + SIGNED + "statements:\n  s: {by: head-id, that: {id: rahasia, en: secret, ru: тайна}}\n" + COVERAGE
    lines = " ".join(said(tmp_path, "advisory", facts)).casefold()
    assert "signed" not in lines
    assert "secret" not in lines


def test_without_coverage_there_is_no_advisory(tmp_path: Path) -> None:
    assert not applies(view(tmp_path, HEAD + HEADS), kinds([ROOT / "templates"])["advisory"])


def test_a_headline_and_a_contact_that_are_written_come_first(tmp_path: Path) -> None:
    own = f"  headline: {{id: Judul, en: Headline, ru: Заголовок}}\n  summary: {TEXT}\n  contact: {{audience: public, id: Budi, en: Budi, ru: Буди}}\n"
    lines = said(tmp_path, "advisory", HEADS + COVERAGE + own)
    assert "Headline" in lines
    assert lines[-1] == "Media contact: Budi"
