"""Advice on composed releases: each is given where it should be, and not where it need not."""

from dataclasses import replace

import pytest

from briefgen.check.government import Government
from briefgen.check.releases import Release, is_release, shared, style
from briefgen.check.tongue import Tongue
from briefgen.document import Blocks, Document, Fact, Heading, Para, Text
from briefgen.errors import Grade, Where
from briefgen.language.folder import PACKAGE

PLACE = Where("sources/talks/facts.yaml", 7, 3)


@pytest.fixture(scope="module")
def tongues() -> dict[str, Tongue]:
    return {code: Tongue(code, (PACKAGE,), {}) for code in ("id", "en", "ru")}


def release(
    *body: str | Para,
    lang: str = "en",
    headline: str = "Ports agree link",
    lead: str = "The two ports will be linked.",
    event: str = "talks",
    ref: str = "headline",
) -> Release:
    paragraphs = [
        one if isinstance(one, Para) else Para(f"body.{number}", (Fact((f"{event}.body.{number}",), (Text(one),)),), "body") for number, one in enumerate(body)
    ]
    content: Blocks = (
        Heading("headline", 1, (Fact((f"{event}.{ref}",), (Text(headline),)),), "title"),
        Para("lead", (Fact((f"{event}.lead" if ref == "headline" else f"{event}.{ref}",), (Text(lead),)),), "lead"),
        *paragraphs,
    )
    return Release(event, "press-release", Document("press-release", (lang,), headline, content), {"talks.points.a.text": PLACE})


def told(given: Release, tongues: dict[str, Tongue]) -> list[tuple[str, str]]:
    found = list(style(given, tongues[given.lang]))
    assert all(problem.grade is Grade.ADVICE and problem.hint and problem.language == given.lang for problem in found)
    return [(problem.code, problem.what) for problem in found]


def words(number: int) -> str:
    return " ".join(["Word", *["word"] * (number - 1)]) + "."


@pytest.mark.parametrize(
    ("given", "code", "says"),
    [
        (release(headline="x" * 66), "C050", "the headline has 66 characters, 65 at most"),
        (release(headline="x" * 72, ref="title"), "C050", "the headline has 72 characters, 65 at most"),
        (release(lead=words(39), ref="title"), "C051", "the lead has 39 words, 35 at most"),
        (release(lang="id", headline=words(13), lead="Dua pelabuhan."), "C050", "the headline has 13 words, 12 at most"),
        (release(lang="ru", headline=words(13), lead="Два порта."), "C050", "the headline has 13 words, 12 at most"),
        (release(lead=words(36)), "C051", "the lead has 36 words, 35 at most"),
        (release(words(31)), "C051", "a sentence has 31 words, 30 at most: Word word word word word word …"),
        (release(f"{words(30)} {words(30)} A."), "C051", "the paragraph has 61 words, 60 at most"),
        (release("Ministers met there.", "Ministers met again."), "C054", "two paragraphs in a row open with 'Ministers met'"),
        (release("Ships came.", "Ships left.", "Ships sank."), "C054", "three paragraphs in a row open with 'Ships'"),
        (release("He stressed a. She stressed b.", "They stressed c."), "C055", "the reporting verb 'stressed' stands 3 times"),
        (release("In this regard, a port.", "It grows in this regard."), "C053", "'in this regard' stands more than once"),
        (release("“One. Two. Three. Four.”"), "C058", "a quotation has 4 sentences, 3 at most"),
        (release("He said “the two ports will be linked”."), "C058", "a quotation repeats the lead: the two ports will be"),
    ],
)
def test_advice_is_given(given: Release, code: str, says: str, tongues: dict[str, Tongue]) -> None:
    (found,) = told(given, tongues)
    assert found[0] == code
    assert says in found[1]


@pytest.mark.parametrize(
    "given",
    [
        release(headline="x" * 65, lead=words(35)),
        release(headline="x" * 71, lead=words(38), ref="title"),
        release(lead=f"JAKARTA, 9 September 2026 – {words(35)}"),
        release(f"{words(30)} {words(29)}"),
        release("Ministers met there.", "A ship came.", "Ministers met again."),
        release("The ships came.", "The port grew.", "The sea rose."),
        release("He stressed a. She stressed b.", "They said c. They said d. They said e."),
        release("In this regard, a port.", "The words “in this regard” are a phrase."),
        release("“One. Two. Three.”", "He said “two ports will soon be one”."),
        release("Mr. A. B. Smith of St. Petersburg, H.E. the ambassador, came."),
        release(lang="ru", headline="Порты свяжут", lead="Два порта свяжут линией 19 июня 2025 г."),
    ],
)
def test_no_advice_where_none_is_needed(given: Release, tongues: dict[str, Tongue]) -> None:
    assert told(given, tongues) == []


def fact(words: str) -> Para:
    return Para("terms", (Text("The memorandum on "), Fact(("talks.points.a.text",), (Text(words),)), Text(" runs for 5 years and covers them.")), "body")


def test_a_sentence_of_three_releases_is_told_with_its_releases(tongues: dict[str, Tongue]) -> None:
    alike = [release(fact(words), event=event, lead=f"{event} is here.") for words, event in (("ports", "talks"), ("fish", "visit"), ("roads", "forum"))]
    (problem,) = shared(alike, tongues)
    assert problem.code == "C059"
    assert "3 releases share the sentence 'The memorandum on ◦ runs for # years and covers them': talks, visit, forum" in problem.what
    assert (problem.where, problem.address) == (PLACE, "talks.points.a.text")
    assert list(shared(alike[:2], tongues)) == []
    other = replace(alike[2], document=replace(alike[2].document, langs=("id",)))
    assert list(shared([*alike[:2], other], tongues)) == []


def test_a_case_is_missed_where_prose_and_facts_meet() -> None:
    style = {"governs": {"в": ["acc", "prep"]}}
    place = Fact(("talks.points.a.text",), (Text("Джакарта"),))
    given = release(Para("where", (Text("Встреча в "), place), "body"), lang="ru", lead="Встреча в Джакарте.")
    (problem,) = Government("ru", "ru", style).composed(given)
    assert (problem.code, problem.grade, problem.where) == ("C023", Grade.ERROR, PLACE)
    assert "'в Джакарта'" in problem.what
    assert list(Government("ru", "ru", {}).composed(given)) == []
    assert list(Government("id", "", style).composed(given)) == []


def test_a_release_is_prose_with_a_lead_in_one_language() -> None:
    given = release("Body.").document
    assert is_release(given)
    assert not is_release(replace(given, langs=("en", "ru")))
    assert not is_release(replace(given, content=given.content[:1]))
