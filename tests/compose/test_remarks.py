"""Statements as sentences: which phrase says one follows from what it is, then from its turn."""

from pathlib import Path

import pytest

from tests.compose.desks import HEAD, release, view, words

SIDES = HEAD + "sides: {ID: head-id, RU: head-ru}\nstatements:\n"
THAT = "that: {id: kapal datang, en: ships came, ru: суда пришли}"
VERY_WORDS = """words: {id: 'Kami “menanti” kapal', en: 'We “await” ships', ru: 'Мы „ждём“ суда'}, original: id"""


def spoken(folder: Path, code: str, *marks: str, by: str = "head-id", block: str = "own") -> list[str]:
    facts = SIDES + "".join(f"  s{n}: {{by: {by}, {mark}}}\n" for n, mark in enumerate(marks))
    return words(release(view(folder, facts), code), block).split("\n")


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        ("id", "Lira menyatakan bahwa kapal datang. Menurut dia, kapal datang. Lira menambahkan bahwa kapal datang."),
        ("en", "Ms Santani said that ships came. Ships came, she said. She added that ships came."),
        ("ru", "Лира Сантани заявила, что суда пришли. По её словам, суда пришли. Она добавила, что суда пришли."),
    ],
)
def test_the_first_the_second_and_the_third(tmp_path: Path, code: str, sentences: str) -> None:
    assert spoken(tmp_path, code, THAT, THAT, THAT) == [sentences]


@pytest.mark.parametrize(
    ("code", "again"),
    [
        ("id", "Menhub juga menyatakan bahwa kapal datang. Menurut dia, kapal datang."),
        ("en", "Ms Santani also said that ships came. Ships came, she said."),
        ("ru", "Лира Сантани также заявила, что суда пришли. По её словам, суда пришли."),
    ],
)
def test_who_speaks_again_in_a_later_paragraph(tmp_path: Path, code: str, again: str) -> None:
    assert spoken(tmp_path, code, THAT, THAT, THAT, THAT, block="own_more") == [again]


@pytest.mark.parametrize(("code", "word"), [("id", "berharap bahwa"), ("en", "hoped that"), ("ru", "выразила надежду, что")])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_hope_is_never_said_as_a_bare_statement(tmp_path: Path, code: str, word: str, place: int) -> None:
    marks = [THAT, THAT, THAT]
    marks[place] += ", act: hope"
    (paragraph,) = spoken(tmp_path, code, *marks)
    sentences = paragraph.split(". ")
    assert [word in sentence for sentence in sentences] == [n == place for n in range(3)]


@pytest.mark.parametrize("act", ["confirm", "stress", "propose", "welcome", "hope", "thank"])
@pytest.mark.parametrize("code", ["id", "en", "ru"])
def test_every_act_has_its_own_verb(tmp_path: Path, act: str, code: str) -> None:
    plain, marked = (spoken(tmp_path / name, code, THAT + more) for name, more in (("plain", ""), ("marked", f", act: {act}")))
    assert plain != marked


@pytest.mark.parametrize(
    ("code", "quoted"),
    [
        ("id", "“Kami ‘menanti’ kapal,” ujar Lira."),
        ("en", "“We ‘await’ ships,” Ms Santani said."),
        ("ru", "«Мы „ждём“ суда», – сказала Лира Сантани."),
    ],
)
def test_the_very_words_have_the_quotation_marks_of_the_language(tmp_path: Path, code: str, quoted: str) -> None:
    assert spoken(tmp_path, code, VERY_WORDS) == [quoted]


def test_a_question_keeps_its_mark(tmp_path: Path) -> None:
    assert spoken(tmp_path, "en", "words: {id: 'Kapan?', en: 'When?', ru: 'Когда?'}, original: id") == ["“When?” Ms Santani said."]
    assert spoken(tmp_path / "id", "id", "words: {id: 'Besok.', en: 'Tomorrow.', ru: 'Завтра.'}, original: id") == ["“Besok,” ujar Lira."]


def test_a_partner_speaks_in_a_paragraph_of_its_own(tmp_path: Path) -> None:
    assert spoken(tmp_path, "ru", THAT, by="head-ru", block="partner") == ["Со своей стороны, Томас Арден заявил, что суда пришли."]


def test_several_speak_with_one_voice(tmp_path: Path) -> None:
    assert spoken(tmp_path, "ru", THAT, THAT, by="[head-id, head-ru]") == ["Лира Сантани и Томас Арден заявили, что суда пришли. По их словам, суда пришли."]
    assert spoken(tmp_path / "en", "en", THAT, THAT, by="[head-id, head-ru]") == ["Ms Santani and Mr Arden said that ships came. Ships came, they said."]
