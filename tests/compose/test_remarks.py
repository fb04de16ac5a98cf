"""Statements as sentences: which phrase says one follows from what it is, then from its turn."""

from pathlib import Path

import pytest

from tests.compose.desks import HEAD, note, release, said, view, words

SIDES = HEAD + "sides: {ID: head-id, RU: head-ru}\nstatements:\n"
THAT = "that: {id: kapal datang, en: ships came, ru: суда пришли}"
VERY_WORDS = """words: {id: 'Kami “menanti” kapal', en: 'We “await” ships', ru: 'Мы „ждём“ суда'}, original: id"""


def spoken(folder: Path, code: str, *marks: str, by: str = "head-id", block: str = "own") -> list[str]:
    facts = SIDES + "".join(f"  s{n}: {{by: {by}, {mark}}}\n" for n, mark in enumerate(marks))
    return words(release(view(folder, facts), code), block).split("\n")


TELLTALE = "".join(f"{{% block remark_{name} %}}{name};{{% endblock %}}" for name in ("words", "first", "partner", "again", "act", "by", "added"))
"""Phrases that say which they are."""


@pytest.mark.parametrize(
    ("marks", "paragraphs"),
    [
        ([THAT], [["first"]]),
        ([THAT, THAT, THAT], [["first", "by", "added"]]),
        ([THAT, THAT, THAT, THAT], [["first", "by"], ["again", "by"]]),
        ([THAT, THAT + ", act: hope", THAT + ", act: stress"], [["first", "act", "act"]]),
        ([THAT, THAT + ", act: say"], [["first", "by"]]),
        ([THAT + ", act: hope", THAT], [["first", "by"]]),
        ([VERY_WORDS, THAT, VERY_WORDS], [["words", "by", "words"]]),
    ],
    ids=["one", "three", "four", "acts", "a plain act", "an act first", "very words"],
)
@pytest.mark.parametrize(("by", "first", "own"), [("head-id", "first", True), ("head-ru", "partner", False), ("[head-id, head-ru]", "first", True)])
def test_which_phrase_says_it(tmp_path: Path, marks: list[str], paragraphs: list[list[str]], by: str, first: str, own: bool) -> None:
    prose = "{% block body %}"
    for name in ("own_voices", "own_more") if own else ("partner_voices", "partner_more"):
        prose += "{% for voice in " + name + " %}<p>{% for said in voice.statements %}{{ said | remark(loop.index) }}{% endfor %}</p>{% endfor %}"
    folder = tmp_path / "templates" / "_phrases"
    folder.mkdir(parents=True)
    (folder / "en.j2.xml").write_text(TELLTALE, encoding="utf-8")
    kind = note(tmp_path, prose + "{% endblock %}")
    facts = SIDES + "".join(f"  s{n}: {{by: {by}, {mark}}}\n" for n, mark in enumerate(marks))
    wanted = [[first if name == "first" else name for name in paragraph] for paragraph in paragraphs]
    assert [line.rstrip(";").lower().split(";") for line in said(view(tmp_path, facts), kind).split("\n")] == wanted


@pytest.mark.parametrize(("code", "word"), [("id", "harap"), ("en", "hope"), ("ru", "надежду, что")])
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
    [("id", "“Kami ‘menanti’ kapal,”"), ("en", "“We ‘await’ ships,”"), ("ru", "«Мы „ждём“ суда»,")],
)
def test_the_very_words_have_the_quotation_marks_of_the_language(tmp_path: Path, code: str, quoted: str) -> None:
    (sentence,) = spoken(tmp_path, code, VERY_WORDS)
    assert sentence.startswith(quoted + " ")


def test_a_question_keeps_its_mark_and_a_stop_makes_way(tmp_path: Path) -> None:
    assert spoken(tmp_path, "en", "words: {id: 'Kapan?', en: 'When?', ru: 'Когда?'}, original: id")[0].startswith("“When?” ")
    assert spoken(tmp_path / "id", "id", "words: {id: 'Besok.', en: 'Tomorrow.', ru: 'Завтра.'}, original: id")[0].startswith("“Besok,” ")


def test_several_speak_with_one_voice(tmp_path: Path) -> None:
    for code, word in (("ru", "Лира Сантани и Томас Арден сказали, что"), ("en", "Ms Santani and Mr Arden said that")):
        assert word in spoken(tmp_path / code, code, THAT, by="[head-id, head-ru]")[0]
