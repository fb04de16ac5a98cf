"""Talking points and questions: in the order in which they are needed, short enough to be said, and what is only for somebody who asks is marked."""

from pathlib import Path

import pytest

from briefgen.compose import applies, compose, kinds
from briefgen.facts import Desk, Leaf, Many
from briefgen.language import Language
from tests.compose.desks import EXAMPLE, HEAD, ROOT, view, words

TEXT = "{{id: {0} id., en: {0} en., ru: {0} ru.}}"
KINDS = ("avoid", "if-raised", "request", "evidence", "message")
POINTS = "talking_points:\n" + "".join(f"  {kind}: {{kind: {kind}, text: {TEXT.format(kind.title())}}}\n" for kind in KINDS)
SIDES = "when: 2026-04-14\nsides: [ID, RU]\n"


def said(folder: Path, kind: str, facts: str, code: str = "en") -> list[str]:
    seen = view(folder, HEAD + SIDES + facts, "internal")
    return words(compose(seen, kinds([ROOT / "templates"])[kind], Language(code))).split("\n")


@pytest.mark.parametrize(
    ("code", "heads"),
    [
        ("en", ["Main points", "Facts to use", "Requests", "If raised", "Do not raise"]),
        ("id", ["Pesan Utama", "Data Pendukung", "Permintaan", "Jika Ditanyakan", "Tidak Perlu Diangkat"]),
        ("ru", ["Инициативно", "Обоснование", "Просьбы и предложения", "В случае постановки вопроса собеседником", "Не затрагивать"]),
    ],
)
def test_message_then_evidence_then_request_then_what_is_held_back(tmp_path: Path, code: str, heads: list[str]) -> None:
    lines = said(tmp_path, "talking-points", POINTS, code)
    assert lines[4:] == [line for head, kind in zip(heads, reversed(KINDS), strict=True) for line in (head, f"{kind.title()} {code}.")]


def test_a_heading_without_points_is_left_out(tmp_path: Path) -> None:
    assert said(tmp_path, "talking-points", f"talking_points:\n  one: {{kind: request, text: {TEXT.format('One')}}}\n")[4:] == ["Requests", "One en."]


AGREED = "agreements:\n  a: {instrument: agreement, parties: [ID, RU], field: ports, signed: 2026-04-14}\n"
FIGURE = "figures:\n  f: {what: {id: nilai, en: value, ru: {text: объём, gender: m}}, value: about 2 billion EUR, period: 2025}\n"
ONE = f"talking_points:\n  one: {{kind: message, text: {TEXT.format('One')}}}\n"


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("en", ["The agreement on ports was signed on 14 April 2026.", "Value: about 2 billion euros in 2025."]),
        ("id", ["Persetujuan tentang pelabuhan ditandatangani pada 14 April 2026.", "Nilai: sekitar 2 miliar euro pada 2025."]),
        ("ru", ["Соглашение в сфере портов подписано 14 апреля 2026 года.", "Объём: около 2 миллиардов евро в 2025 году."]),
    ],
)
def test_facts_are_composed_as_lines_that_can_be_said(tmp_path: Path, code: str, lines: list[str]) -> None:
    assert said(tmp_path, "talking-points", AGREED + FIGURE + ONE, code)[-2:] == lines


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "Documents on ports and shipping were signed on 14 April 2026."),
        ("id", "Dokumen tentang pelabuhan dan pelayaran ditandatangani pada 14 April 2026."),
        ("ru", "14 апреля 2026 года подписаны документы о портах и о судоходстве."),
    ],
)
def test_several_texts_of_one_day_are_one_line(tmp_path: Path, code: str, line: str) -> None:
    more = "  b: {instrument: agreement, parties: [ID, RU], field: shipping, signed: 2026-04-14}\n"
    assert said(tmp_path, "talking-points", AGREED + more + ONE, code)[-1] == line


QUESTION = "{id: Mengapa?, en: Why?, ru: Почему?}"
ASKED = f"question: {QUESTION}, answer: {TEXT.format('Answer')}"


def test_questions_stand_by_group_with_who_cleared_them(tmp_path: Path) -> None:
    facts = f"questions:\n  a: {{group: money, {ASKED}, cleared_by: [head-id]}}\n  b: {{group: legal, {ASKED}}}\n  c: {{group: money, {ASKED}}}\n"
    assert said(tmp_path, "questions", facts)[4:] == [
        "Money", "Why?", "Answer en.", "Cleared by: Lira Santani, Minister of Transport of Indonesia", "Why?", "Answer en.", "Legal", "Why?", "Answer en.",
    ]  # fmt: skip


@pytest.mark.parametrize(("code", "mark"), [("en", "Do not volunteer"), ("id", "Hanya jika ditanyakan"), ("ru", "Только в ответ на вопрос")])
@pytest.mark.parametrize("only", ["true", "false"])
def test_an_answer_only_to_somebody_who_asks_is_marked(tmp_path: Path, code: str, mark: str, only: str) -> None:
    lines = said(tmp_path, "questions", f"questions:\n  a: {{group: legal, {ASKED}, only_if_asked: {only}}}\n", code)
    assert (mark in lines) is (only == "true")


@pytest.mark.parametrize("kind", ["talking-points", "questions"])
@pytest.mark.parametrize("audience", ["public", "delegation"])
def test_nobody_outside_sees_that_there_are_any(tmp_path: Path, kind: str, audience: str) -> None:
    seen = view(tmp_path, HEAD + SIDES + ONE + f"questions:\n  a: {{group: legal, {ASKED}}}\n", audience)
    assert not applies(seen, kinds([ROOT / "templates"])[kind])


@pytest.mark.parametrize("root", [ROOT, EXAMPLE], ids=["the repository's desk", "the worked example"])
def test_what_is_to_be_said_can_be_said_in_one_breath(root: Path) -> None:
    desk = Desk.open(root)
    found = 0
    for name in desk.events:
        points = desk.view(name, "internal").event.get("talking_points")
        for point in points if isinstance(points, Many) else ():
            text = point["text"]  # type: ignore[index]  # each entry is a record
            assert isinstance(text, Leaf)
            for code in ("id", "en", "ru"):
                found += 1
                assert len(text.value[code].text.split()) <= 20, f"{text.address} [{code}]"
    assert found >= 15
