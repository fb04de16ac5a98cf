"""What cannot be said is told, all at once, with the place of the fact and the line of the template."""

from pathlib import Path

import pytest

from briefgen.compose import Kind, compose
from briefgen.document import Comment, plain, walk
from briefgen.errors import BriefgenError, Grade, Problem
from briefgen.facts import View
from briefgen.language import Language
from tests.compose.desks import HEAD, REGISTER, note, view

FACTS = HEAD + "when: 2025-12-08\nsides: {ID: head-id, RU: head-ru}\ntopics: [odd, ports]\n"
ODD = REGISTER.replace("terms:\n", "terms:\n  odd: {id: kapal, en: ships, ru: отрокбар}\n  quoted: {id: kapal, en: ships, ru: для ремонта}\n")


def problems(seen: View, kind: Kind, code: str = "en") -> tuple[Problem, ...]:
    with pytest.raises(BriefgenError) as caught:
        compose(seen, kind, Language(code))
    return caught.value.problems


def block(words: str) -> str:
    return "{# first line #}\n{% block body %}\n<p>" + words + "</p>\n{% endblock %}"


WRONG = {
    "an absent fact": ("{{ event.place | name }}", "T030", "talks.place", "sources/talks/facts.yaml"),
    "an absent part of an absent fact": ("{{ event.place.within | name }}", "T030", "talks.place.within", "sources/talks/facts.yaml"),
    "an absent fact without a filter": ("{{ event.place }}", "T032", "talks.place", "sources/talks/facts.yaml"),
    "a fact without a filter": ("{{ event.title }}", "T032", "talks.title", "sources/talks/facts.yaml"),
    "several facts without a filter": ("{{ sides }}", "T032", "", "note/en.j2.xml"),
    "an answer": ("{{ apart }}", "T032", "", "note/en.j2.xml"),
    "a misspelt field": ("{{ event.titel | text }}", "T031", "", "note/en.j2.xml"),
    "a misspelt field without a filter": ("{{ event.titel }}", "T031", "", "note/en.j2.xml"),
    "a misspelt field as an argument": ("{{ event.title | verbatim(event.langage) }}", "T031", "", "note/en.j2.xml"),
    "a missing label": ('{{ "No such label" | label }}', "L010", "", "note/en.j2.xml"),
    "no date": ("{{ event.title | date }}", "T030", "talks.title", "sources/talks/facts.yaml"),
    "no time of day": ("{{ event.when | time }}", "T030", "talks.when", "sources/talks/facts.yaml"),
    "no quantity": ("{{ event.when | measure }}", "T030", "talks.when", "sources/talks/facts.yaml"),
    "an unknown phrase": ('{{ event | as_("nosuch") }}', "T053", "", "_phrases/en.j2.xml"),
}  # fmt: skip


@pytest.mark.parametrize(("words", "code", "address", "file"), WRONG.values(), ids=WRONG.keys())
def test_each_is_told(tmp_path: Path, words: str, code: str, address: str, file: str) -> None:
    (problem,) = problems(view(tmp_path, FACTS, register=ODD), note(tmp_path, block(words)))
    assert (problem.code, problem.address, problem.where.file, problem.language) == (code, address, file, "en")
    assert problem.hint
    assert "note/en.j2.xml:3" in (problem.template, str(problem.where))


def test_a_missing_translation(tmp_path: Path) -> None:
    seen = view(tmp_path, FACTS.replace("en: Bilateral meeting, ", ""), register=ODD)
    (problem,) = problems(seen, note(tmp_path, block("{{ event.title | text }}")))
    assert (problem.code, problem.address, str(problem.where)) == ("F040", "talks.title", "sources/talks/facts.yaml:3:8")
    assert (problem.template, problem.hint) == ("note/en.j2.xml:3", "add 'en: …'")


def test_a_missing_translation_of_what_stands_around_the_prose(tmp_path: Path) -> None:
    seen = view(tmp_path, FACTS.replace("en: Bilateral meeting, ", ""), register=ODD)
    (problem,) = problems(seen, note(tmp_path, block("Words.")))
    assert (problem.code, problem.address, problem.language) == ("F040", "talks.title", "en")


def test_a_form_that_cannot_be_derived_is_an_error(tmp_path: Path) -> None:
    seen = view(tmp_path, FACTS.replace("odd, ports", "quoted"), register=ODD)
    (problem,) = problems(seen, note(tmp_path, block('{{ event.topics | join("gen") }}'), code="ru"), "ru")
    assert (problem.code, problem.language, problem.template) == ("L010", "ru", "note/ru.j2.xml:3")
    assert problem.where.file.startswith("sources/")
    assert problem.where.line
    assert problem.where.column
    assert problem.address == "terms.quoted"
    assert "forms" in problem.hint


def test_a_form_that_is_not_certain_makes_a_marked_draft(tmp_path: Path) -> None:
    kind = note(tmp_path, block('{{ event.topics | join("gen") }}'), code="ru")
    composed = compose(view(tmp_path, FACTS, register=ODD), kind, Language("ru"))
    (doubt,) = composed.doubts
    assert (doubt.grade, doubt.code, doubt.address, doubt.language, doubt.template) == (Grade.DOUBT, "L020", "terms.odd", "ru", "note/ru.j2.xml:3")
    assert doubt.where.file == "sources/register/all.yaml"
    assert composed.document.draft
    assert composed.document.mark == "ПРОЕКТ"
    (comment,) = [node for node in walk(composed.document) if isinstance(node, Comment)]
    assert (plain(comment), comment.text) == ("Отрокбара", "the dictionary does not know «отрокбар»")
    certain = compose(view(tmp_path / "certain", FACTS.replace("odd, ", ""), register=ODD), kind, Language("ru"))
    assert (certain.doubts, certain.document.draft, certain.document.mark) == ((), False, "")


def test_a_fact_in_an_attribute_is_refused_at_its_line(tmp_path: Path) -> None:
    prose = "{% block body %}\n<p>Встреча</p>\n<p>a <em>б</em></p>\n<p role='{{ event.title | text }}'>c</p>\n<p>d</p>{% endblock %}"
    (problem,) = problems(view(tmp_path, FACTS, register=ODD), note(tmp_path, prose))
    assert (problem.code, str(problem.where)) == ("T010", "note/en.j2.xml:4")


def test_a_template_that_breaks_down_is_told_with_its_line(tmp_path: Path) -> None:
    (problem,) = problems(view(tmp_path, FACTS, register=ODD), note(tmp_path, block("{% if event.titel %}a{% endif %}")))
    assert (problem.code, str(problem.where)) == ("T033", "note/en.j2.xml:3")
    assert "titel" in problem.what


def test_everything_wrong_is_told_in_one_run(tmp_path: Path) -> None:
    prose = (
        '{% block one %}<p>{{ event.place | name }} {{ event.title }} {{ event.titel | text }}</p>{% endblock %}\n'
        '{% block two %}<p>{{ event.topics | join("gen") }}</p>\n<p>{{ event.number | number }}</p>{% endblock %}\n'
        "{% block three %}<p><blink>a</blink></p>\n<p style='a'>b</p>{% endblock %}\n"
        "{% block four %}<p>{{ event.when | time }}{% if event.titel %}{% endif %}</p>{% endblock %}"
    )  # fmt: skip
    blocks = "\n".join(f"  {key}: {{variants: {{always: 'true'}}}}" for key in ("one", "two", "three", "four", "five"))
    seen = view(tmp_path, FACTS.replace("odd, ports", "quoted"), register=ODD)
    found = problems(seen, note(tmp_path, prose, code="ru", blocks=blocks), "ru")
    assert sorted((problem.code, (problem.template or str(problem.where)).removeprefix("note/ru.j2.xml")) for problem in found) == [
        ("L010", ":2"), ("T011", ":4"), ("T011", ":5"), ("T030", ""), ("T030", ":1"), ("T030", ":3"), ("T031", ":1"),
        ("T032", ":1"), ("T033", ":6"), ("T054", ""),
    ]  # fmt: skip


def test_a_problem_in_a_phrase_is_told_at_the_phrase(tmp_path: Path) -> None:
    facts = HEAD + "statements:\n  a: {by: head-id, words: {en: We wait, ru: Мы ждём}, original: en}\n"
    prose = block("{% for said in event.statements %}{{ said | remark(1) }}{% endfor %}")
    (problem,) = problems(view(tmp_path, facts), note(tmp_path, prose, code="id"), "id")
    assert (problem.code, problem.address) == ("F040", "talks.statements.a.words")
    assert problem.template.startswith("_phrases/id.j2.xml:")


def test_a_kind_needs_its_language_and_its_fields(tmp_path: Path) -> None:
    kind = note(tmp_path, block("a"))
    (problem,) = problems(view(tmp_path, FACTS, register=ODD), kind, "ru")
    assert problem.code == "T050"
    (problem,) = problems(view(tmp_path / "again", FACTS, register=ODD), note(tmp_path / "needy", block("a"), blocks="  {}\nneeds: [place, when]"))
    assert (problem.code, problem.address) == ("T051", "talks.place")


def test_a_condition_that_cannot_be_answered_is_told_at_its_line(tmp_path: Path) -> None:
    kind = note(tmp_path, block("a"), blocks="  body:\n    variants:\n      a: event.titel\n      always: 'true'")
    (problem,) = problems(view(tmp_path, FACTS, register=ODD), kind)
    assert (problem.code, problem.where.file.rsplit("/", 1)[-1], problem.where.line) == ("T022", "kind.yaml", 7)
