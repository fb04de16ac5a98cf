"""How sentences begin, and that neighbours which begin alike are heard."""

import pytest

from briefgen.compose.openings import Openings, opening, sentences
from briefgen.document import Heading, Para, Text


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("JAKARTA, 19 June 2025 – Indonesia signed. It was one of four.", [("indonesia", "signed"), ("it", "was")]),
        ("St. Petersburg, 20 Juni 2025 – Kedua pihak sepakat.", [("kedua", "pihak")]),
        ("В г. Москва прибыли гости. Их встретил министр.", [("в", "г"), ("их", "встретил")]),
        ("“Ships came,” Ms Santani said. “They left.”", [("ships", "came"), ("they", "left")]),
        ("«Суда пришли», – сказала Лира Сантани. По её словам, ждали долго.", [("суда", "пришли"), ("по", "её")]),
        ("« C’est fait. » Émile Zola l’a dit. Élue hier, elle part. À suivre.", [("c’est", "fait"), ("émile", "zola"), ("élue", "hier"), ("à", "suivre")]),
        ("Ναι. Όλοι ήρθαν. الأولى. الثانية", [("ναι",), ("όλοι", "ήρθαν"), ("الأولى",), ("الثانية",)]),
        ("Итог подвели 8 декабря 2025 г. Стороны встретятся вновь.", [("итог", "подвели"), ("стороны", "встретятся")]),
    ],
)
def test_each_sentence_has_its_first_words(text: str, begin: list[tuple[str, str]]) -> None:
    assert [opening(sentence) for sentence in sentences(text)] == begin


def repeats(*paragraphs: str, role: str = "body") -> int:
    return Openings().read([Para(f"p{n}", (Text(text),), role) for n, text in enumerate(paragraphs)]).repeats


def test_neighbours_that_begin_alike_are_heard() -> None:
    assert repeats("Mr Riza said so. He hopes.", "Ships came.") == 0
    assert repeats("Mr Riza said so. Mr Riza hopes.") == 1
    assert repeats("Mr Riza said so. Ships came.", "Mr Riza hopes.") == 1
    assert repeats("Mr Riza said so.", "Ships came.", "Mr Riza hopes.") == 0


def test_three_paragraphs_with_the_same_first_word_are_heard() -> None:
    assert repeats("The text runs on.", "The sides agree.", "The end is near.") == 1
    assert repeats("The text runs on.", "The sides agree.", "An end is near.") == 0


def test_a_lead_does_not_take_up_the_words_of_its_headline() -> None:
    title = Heading("headline", 1, (Text("Indonesia and Russia agree"),), "title")
    same, other = (Para("lead", (Text(words),), "lead") for words in ("Indonesia and Russia signed.", "A text was signed."))
    assert [Openings().read([title, lead]).repeats for lead in (same, other)] == [1, 0]


def test_what_is_no_running_text_is_not_heard() -> None:
    assert repeats("Media contact: a", "Media contact: b", role="contact") == 0


def test_a_sentence_does_not_begin_with_the_word_that_ended_the_one_before() -> None:
    told = Openings().heard("Kerja sama itu terbuka, kata Faisol.", paragraph=True)
    assert told.heard("Faisol berharap pelaksanaannya segera dimulai.").repeats == 1
    assert told.heard("Dia berharap pelaksanaannya segera dimulai.").repeats == 0
    assert told.heard("Faisol berharap pelaksanaannya segera dimulai.", paragraph=True).repeats == 0
