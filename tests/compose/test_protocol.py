"""``register: protocol``: the impersonal manner of a foreign ministry in headline and lead, formal states and honorifics at first mention."""

from pathlib import Path

import pytest

from briefgen.facts import Desk
from tests.compose.desks import DESK, HEAD, REGISTER, desk, release, words

MEETING = HEAD + "when: 2025-12-08\nplace: jakarta\nsides: {ID: head-id, RU: head-ru}\ntopics: [ports]\n"
SIGNED = "agreements:\n  one: {instrument: agreement, field: ports, parties: [ID, RU], signed: {date: 2025-12-08, by: {ID: head-id, RU: head-ru}}}\n"


def protocol(folder: Path, facts: str, code: str, *keys: str) -> str:
    made = desk(folder, facts, register=REGISTER.replace("ru: Лира Сантани", "ru: {text: Лира Сантани, gender: f}"))
    (made / "desk.yaml").write_text(DESK + "register: protocol\n", encoding="utf-8")
    return words(release(Desk.open(made).view("talks", "public"), code), *keys)


@pytest.mark.parametrize(
    ("code", "headline", "lead"),
    [
        (
            "ru", "О встрече министра транспорта Индонезии Лиры Сантани с министром транспорта России Томасом Арденом",
            "состоялась встреча Министра транспорта Республики Индонезия Лиры Сантани и Министра транспорта Российской Федерации Томаса Ардена.",
        ),
        (
            "en", "Meeting of the Minister of Transport of Indonesia with the Minister of Transport of Russia",
            "H.E. Ms Lira Santani, Minister of Transport of the Republic of Indonesia, and H.E. Mr Tomas Arden, Minister of Transport of the Russian",
        ),
        (
            "id", "Pertemuan Menteri Perhubungan Indonesia dengan Menteri Transportasi Rusia",
            "Menteri Perhubungan Republik Indonesia Lira Santani dan Menteri Transportasi Federasi Rusia Tomas Arden mengadakan pertemuan di Jakarta",
        ),
    ],
)  # fmt: skip
def test_a_meeting_in_the_manner_of_protocol(tmp_path: Path, code: str, headline: str, lead: str) -> None:
    assert protocol(tmp_path / "a", MEETING, code, "headline") == headline
    assert lead in protocol(tmp_path / "b", MEETING, code, "lead")


@pytest.mark.parametrize(
    ("code", "headline", "lead"),
    [
        ("ru", "О подписании соглашения между Индонезией и Россией о портах", "состоялось подписание соглашения в сфере портов между Индонезией и Россией."),
        ("en", "Signing of an agreement on ports between Indonesia and Russia", "An agreement on ports between Indonesia and Russia was signed in Jakarta"),
        ("id", "Penandatanganan Persetujuan tentang Pelabuhan antara Indonesia dan Rusia", "Persetujuan tentang pelabuhan antara"),
    ],
)  # fmt: skip
def test_a_signing_in_the_manner_of_protocol(tmp_path: Path, code: str, headline: str, lead: str) -> None:
    assert protocol(tmp_path / "a", MEETING + SIGNED, code, "headline") == headline
    assert lead in protocol(tmp_path / "b", MEETING + SIGNED, code, "lead")


@pytest.mark.parametrize("code", ["id", "en", "ru"])
def test_no_honorific_and_no_formal_state_in_the_manner_of_the_press(tmp_path: Path, code: str) -> None:
    text = words(release(Desk.open(desk(tmp_path, MEETING)).view("talks", "public"), code))
    assert [mark for mark in ("H.E.", "Republik Indonesia", "Республики Индонезия", "Министра", "О встрече") if mark in text] == []
