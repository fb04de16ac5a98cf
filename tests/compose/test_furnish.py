"""What a person wrote wins, and what stands around the prose: embargo, marks, pictures, signatures."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.compose import Picture, compose, kinds, pair
from briefgen.document import Figure, Heading, Para, plain, refs
from briefgen.errors import BriefgenError
from briefgen.facts import Desk
from briefgen.language import Language
from tests.compose.desks import HEAD, ROOT, desk, release, view, words

MEETING = HEAD + "when: 2025-12-08\nplace: jakarta\nsides: {ID: head-id, RU: head-ru}\n"
WRITTEN = """
headline: {id: judul sendiri, en: A headline of our own, ru: Собственный заголовок}
subhead: {id: anak judul, en: and more, ru: и ещё}
lead: {id: Teras sendiri., en: A lead of our own., ru: Собственный лид.}
body:
  first: {id: Paragraf pertama., en: The first paragraph., ru: Первый абзац.}
  second: {audience: delegation, id: Paragraf kedua., en: The second paragraph., ru: Второй абзац.}
"""


@pytest.mark.parametrize(
    ("code", "headline", "lead", "body"),
    [
        ("id", "Judul Sendiri", "Jakarta, 8 Desember 2025 – Teras sendiri.", "Paragraf pertama."),
        ("en", "A headline of our own", "JAKARTA, 8 December 2025 – A lead of our own.", "The first paragraph."),
        ("ru", "Собственный заголовок", "г. Джакарта, 8 декабря 2025 г.\nСобственный лид.", "Первый абзац."),
    ],
)
def test_written_beats_composed(tmp_path: Path, code: str, headline: str, lead: str, body: str) -> None:
    composed = release(view(tmp_path, MEETING + WRITTEN), code)
    assert [words(composed, key) for key in ("headline", "lead", "body")] == [headline, lead, body]
    assert composed.document.title == headline
    assert words(composed, "subhead")


def test_a_delegation_reads_the_paragraph_that_is_for_it(tmp_path: Path) -> None:
    assert words(release(view(tmp_path, MEETING + WRITTEN, "delegation"), "en"), "body") == "The first paragraph.\nThe second paragraph."


@pytest.mark.parametrize(("said", "doubtful", "tracked"), [("drafts", True, True), ("drafts", False, False), ("never", True, False), ("", True, False)])
def test_a_desk_may_ask_that_word_records_the_changes_of_drafts(tmp_path: Path, said: str, doubtful: bool, tracked: bool) -> None:
    folder = desk(tmp_path / "desk", MEETING)
    if said:
        (folder / "desk.yaml").write_text(f"{(folder / 'desk.yaml').read_text(encoding='utf-8')}track_changes: {said}\n", encoding="utf-8")
    kind, seen = kinds([ROOT / "templates"])["press-release"], Desk.open(folder).view("talks", "public")
    left, right = (compose(seen, kind, Language(code), draft=doubtful).document for code in ("id", "ru"))
    assert (left.draft, left.tracked) == (doubtful, tracked)
    assert pair(replace(left, tracked=False), right, kind).tracked is tracked


@pytest.mark.parametrize(
    ("code", "line", "mark"),
    [
        ("id", "EMBARGO s.d. pukul 14.00 WIB, 9 Desember 2025", "EMBARGO"),
        ("en", "Embargoed until 14:00 WIB (UTC+7), 9 December 2025", "EMBARGO"),
        ("ru", "Эмбарго до 14:00 (UTC+7) 9 декабря 2025 г.", "ЭМБАРГО"),
    ],
)
def test_an_embargo_is_told_on_the_first_page_and_on_every_page(tmp_path: Path, code: str, line: str, mark: str) -> None:
    facts = MEETING + "embargo: 2025-12-09 14:00 Asia/Jakarta\n"
    composed = release(view(tmp_path, facts), code)
    assert words(composed, "release") == line
    assert composed.document.mark == mark
    assert words(release(view(tmp_path / "free", MEETING), code), "release") != words(composed, "release")
    assert release(view(tmp_path / "freed", MEETING), code).document.mark == ""


def test_of_several_embargoes_the_latest_is_told_whatever_its_zone(tmp_path: Path) -> None:
    facts = """
points:
  a: {embargo: 2025-12-09 14:00 Europe/Moscow, kind: background, text: {id: A., en: A., ru: А.}}
  b: {embargo: 2025-12-09 15:00 Asia/Jakarta, kind: background, text: {id: B., en: B., ru: Б.}}
"""
    seen = view(tmp_path, MEETING + facts)
    assert len(seen.embargo) == 2
    assert "14:00" in words(release(seen, "en"), "release")


PICTURE = Picture(b"pixels", "image/png", (4, 3))
PHOTO = (
    "picture:\n  file: a.png\n  caption: {id: Para menteri., en: The ministers., ru: Министры.}\n  alt: {id: Dua orang., en: Two people., ru: Два человека.}\n"
)


@pytest.mark.parametrize(
    ("code", "caption", "alt"),
    [
        ("id", "Para menteri. Foto: A. Example", "Dua orang."),
        ("en", "The ministers. Photo: A. Example", "Two people."),
        ("ru", "Министры. Фото: A. Example", "Два человека."),
    ],
)
def test_a_picture_has_its_caption_its_credit_and_its_words(tmp_path: Path, code: str, caption: str, alt: str) -> None:
    document = release(view(tmp_path, MEETING + PHOTO + "  credit: A. Example\n"), code, PICTURE).document
    (figure,) = [block for block in document.content if isinstance(block, Figure)]
    assert plain(figure).replace("\u00a0", " ").strip() == caption
    assert (figure.alt, figure.data, figure.media, figure.size) == (alt, b"pixels", "image/png", (4, 3))
    assert refs(figure) == {"talks.picture.caption", "talks.picture.credit"}


def test_no_picture_without_pixels_or_without_the_right_to_see_it(tmp_path: Path) -> None:
    hidden = PHOTO.replace("picture:\n", "picture:\n  audience: internal\n")
    for name, facts, picture in (("a", PHOTO, None), ("b", "", PICTURE), ("c", hidden, PICTURE)):
        document = release(view(tmp_path / name, MEETING + facts), "en", picture).document
        assert not [block for block in document.content if isinstance(block, Figure)]


def test_a_caption_that_is_not_translated_is_told(tmp_path: Path) -> None:
    with pytest.raises(BriefgenError) as caught:
        release(view(tmp_path, MEETING + PHOTO.replace("en: The ministers., ", "").replace("en: Two people., ", "")), "en", PICTURE)
    assert [(problem.code, problem.address) for problem in caught.value.problems] == [("F040", "talks.picture.caption"), ("F040", "talks.picture.alt")]


SIGNED = """
agreements:
  one:
    instrument: agreement
    field: ports
    parties: [ID, RU]
    signed: {date: 2025-12-08, place: jakarta, by: {ID: head-id, RU: head-ru}}
    valid_for: 5 years
    renewal: automatic
"""


@pytest.mark.parametrize(
    ("code", "headline", "ceremony", "terms"),
    [
        ("id", ("Indonesia dan Rusia", "Persetujuan", "Pelabuhan"), ("Menteri Perhubungan Lira Santani", "Tomas Arden"), ("lima tahun", "otomatis")),
        (
            "en",
            ("Indonesia and Russia", "agreement", "ports"),
            ("Indonesia’s Minister of Transport Lira Santani", "Tomas Arden"),
            ("five years", "automatically"),
        ),
        ("ru", ("Индонезия и Россия", "соглашение о портах"), ("министр транспорта Индонезии Лира Сантани", "Томас Арден"), ("пять лет", "автоматическ")),
    ],
)
def test_the_signing_of_one_agreement(tmp_path: Path, code: str, headline: tuple[str, ...], ceremony: tuple[str, ...], terms: tuple[str, ...]) -> None:
    composed = release(view(tmp_path, MEETING + SIGNED), code)
    for key, wanted in (("headline", headline), ("ceremony", ceremony), ("terms", terms)):
        assert [part for part in wanted if part not in words(composed, key)] == [], words(composed, key)


def test_blocks_keep_their_kind_of_node(tmp_path: Path) -> None:
    content = release(view(tmp_path, MEETING + SIGNED), "en").document.content
    assert [(block.key, block.role) for block in content if isinstance(block, (Heading, Para))] == [
        ("issuer", "issuer"), ("kicker", "kicker"), ("release", "release"), ("headline", "title"), ("lead", "lead"), ("ceremony", "body"),
        ("terms", "body"), ("end", "end-mark"),
    ]  # fmt: skip
