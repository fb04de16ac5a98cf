"""A kind of document is a folder; a desk's file stands before the package's of the same name."""

from pathlib import Path

import pytest

from briefgen.compose import kinds
from briefgen.errors import BriefgenError
from tests.compose.desks import HEAD, KINDS, ROOT, said, view

GOOD = "label: Press release\naudience: public\nparity: block\nneeds: [title]\nblocks:\n  body:\n    variants:\n      short: event.when\n      always: 'true'\n"
PACKAGE = ROOT / "templates"


def put(folder: Path, name: str, text: str) -> Path:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_folders_are_the_register(tmp_path: Path) -> None:
    desk = put(tmp_path, "letter/kind.yaml", GOOD)
    put(desk, "_draft/kind.yaml", GOOD)
    put(desk, "letter/de.j2.xml", "")
    put(desk, "letter/all.j2.xml", "")
    found = kinds([desk, PACKAGE])
    assert set(found) == {*KINDS, "letter"}
    assert found["letter"].languages == ("de",)
    (part,) = found["letter"].parts
    assert (part.key, part.block, [(variant.name, variant.when, variant.where.line) for variant in part.variants]) == (
        "body", "body", [("body_short", "event.when", 8), ("body", "true", 9)],
    )  # fmt: skip


def test_a_desk_wins_file_by_file(tmp_path: Path) -> None:
    desk = put(tmp_path, "press-release/kind.yaml", GOOD.replace("audience: public", "audience: delegation"))
    put(desk, "press-release/en.j2.xml", "{% block body %}<p>Our own</p>{% endblock %}")
    found = kinds([desk, PACKAGE])["press-release"]
    assert found.audience == "delegation"
    assert said(view(tmp_path, HEAD), found) == "Our own"


def test_a_desk_adds_a_language_to_a_kind_of_the_package(tmp_path: Path) -> None:
    desk = put(tmp_path, "press-release/tg.j2.xml", "")
    put(desk, "_phrases/tg.j2.xml", "")
    found = kinds([desk, PACKAGE])["press-release"]
    assert set(found.languages) == {*kinds([PACKAGE])["press-release"].languages, "tg"}
    assert [found.prose(code).parent for code in ("tg", "en")] == [desk / "press-release", PACKAGE / "press-release"]
    assert [found.phrases(code).parent for code in ("tg", "en")] == [desk / "_phrases", PACKAGE / "_phrases"]


BAD = {
    "an unknown key": (GOOD + "colour: red\n", 10, "'colour'"),
    "a parity": (GOOD.replace("parity: block", "parity: line"), 3, "block, section, document"),
    "an audience": (GOOD.replace("public", "everyone"), 2, "public, delegation, internal"),
    "no parity": (GOOD.replace("parity: block\n", ""), 1, "'parity'"),
    "needs that are no list": (GOOD.replace("[title]", "title"), 4, "list"),
    "a need that no event has": (GOOD.replace("[title]", "[title, weather]"), 4, "'weather'"),
    "letters that are no list": (GOOD.replace("needs:", "lettered: id\nneeds:"), 4, "list"),
    "a need below a value": (GOOD.replace("[title]", "[title.wind]"), 4, "'title.wind'"),
    "a need that no entry has": (GOOD.replace("[title]", "[agreements.wind]"), 4, "'agreements.wind'"),
    "a need that no place has": (GOOD.replace("[title]", "[place.wind.x]"), 4, "'place.wind.x'"),
    "a need that is no word": (GOOD.replace("[title]", "[{title: x}]"), 4, "list"),
    "blocks that are no mapping": (GOOD[: GOOD.index("  body")].replace("blocks:", "blocks: body"), 5, "mapping"),
    "a block without variants": (GOOD[: GOOD.index("  body")] + "  body: text\n", 6, "variants"),
    "an unknown key in a block": (GOOD.replace("    variants", "    colour: red\n    variants"), 7, "'colour'"),
    "the name of a block": (GOOD.replace("  body:", "  Body-1:"), 6, "Body-1"),
    "variants that are no mapping": (GOOD[: GOOD.index("      short")].replace("variants:", "variants: [a]"), 7, "mapping"),
    "the name of a variant": (GOOD.replace("short", "Short"), 8, "'Short'"),
    "a variant without a condition": (GOOD.replace("short: event.when", "short:"), 8, "condition"),
    "a condition that is a list": (GOOD.replace("short: event.when", "short: [a]"), 8, "condition"),
    "two variants with one name": (GOOD + "  body_short:\n    variants:\n      always: 'true'\n", 12, "body_short"),
    "a label that is a list": (GOOD.replace("Press release", "[a]"), 1, "'label'"),
}


@pytest.mark.parametrize(("text", "line", "words"), BAD.values(), ids=BAD.keys())
def test_a_bad_kind_is_told_at_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(BriefgenError) as caught:
        kinds([put(tmp_path, "letter/kind.yaml", text)])
    (problem,) = caught.value.problems
    assert (problem.code, problem.where.line) == ("T020", line)
    assert words in f"{problem.what} {problem.hint}"


def test_all_that_is_wrong_with_all_kinds_is_told_at_once(tmp_path: Path) -> None:
    put(tmp_path, "one/kind.yaml", GOOD.replace("parity: block", "parity: line") + "colour: red\n")
    put(tmp_path, "two/kind.yaml", GOOD + "colour: red\n")
    with pytest.raises(BriefgenError) as caught:
        kinds([tmp_path])
    assert sorted((Path(problem.where.file).parent.name, problem.where.line) for problem in caught.value.problems) == [("one", 3), ("one", 10), ("two", 10)]


@pytest.mark.parametrize(
    "when", ["event.when +", "event.when + 1", "nosuch", "event.title | nosuch", "event is nosuch", "event()", "event.title == 'a' %}{% set a = 1 %}{% if a"]
)
def test_a_condition_outside_the_closed_syntax_is_told_at_its_line(tmp_path: Path, when: str) -> None:
    desk = put(tmp_path, "letter/kind.yaml", GOOD.replace("event.when", f'"{when}"'))
    put(desk, "letter/en.j2.xml", "{% block body %}<p>a</p>{% endblock %}")
    with pytest.raises(BriefgenError) as caught:
        said(view(tmp_path, HEAD), kinds([desk, PACKAGE])["letter"])
    assert {(problem.code, problem.where.line) for problem in caught.value.problems} == {("T021", 8)}
