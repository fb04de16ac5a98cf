"""Two languages side by side: rows by key, and the same facts or nothing."""

from pathlib import Path

import pytest

from briefgen.compose import Kind, differences, pair
from briefgen.compose.kind import Part
from briefgen.document import Block, Document, Fact, Field, Figure, Foreign, Heading, Inline, Item, List, Pair, Para, Section, Text
from briefgen.errors import BriefgenError

PARTS = (Part("headline", (), block="lead"), Part("lead", (), block="lead"))
KIND = Kind("press-release", "Press release", "public", "block", PARTS, (), ("id", "ru"), (Path(),))


def fact(*refs: str) -> Fact:
    return Fact(refs, (Text("x"),))


def para(key: str, *content: Inline, **more: tuple[str, ...]) -> Para:
    return Para(key, content, "body", **more)


def document(lang: str, *blocks: Block) -> Document:
    return Document("press-release", (lang,), f"title {lang}", blocks, footer=(Field("page-of-pages", f"{{page}} {lang}"),), mark=f"mark {lang}")


def test_rows_are_level_by_key_and_left_leads() -> None:
    left = document("id", para("lead", fact("e.when")), para("end", Text("ends")))
    right = document("ru", para("lead", Text("г. Москва")), para("lead.2", fact("e.when")), para("scope", Text("a")))
    both = pair(left, right, KIND)
    assert both.langs == ("id", "ru")
    assert both.mark == "mark id / mark ru"
    rows = [block for block in both.content if isinstance(block, Pair)]
    assert [row.key for row in rows] == ["lead", "scope", "end"]
    assert [(len(row.left.content), len(row.right.content)) for row in rows] == [(1, 2), (0, 1), (1, 0)]
    assert (rows[0].left.lang, rows[0].right.lang) == ("id", "ru")


def test_a_dateline_of_one_side_stands_above_and_the_leads_are_level() -> None:
    left = document("id", Para("lead", (fact("e.when"),), "lead"))
    right = document("ru", Para("lead", (Text("г. Москва"),), "meta"), Para("lead.2", (fact("e.when"),), "lead"))
    for one, other, empty in ((left, right, 0), (right, left, 1)):
        rows = [block for block in pair(one, other, KIND).content if isinstance(block, Pair)]
        assert [len(side.content) for side in (rows[0].left, rows[0].right)] == [empty, 1 - empty]
        assert [(row.left.content[0].role, row.right.content[0].role) for row in rows[1:]] == [("lead", "lead")]  # type: ignore[union-attr]


def test_items_of_a_list_and_parts_of_a_section_stand_level() -> None:
    def side(lang: str) -> Document:
        items = tuple(Item(f"scope.1.{n}", (para(f"scope.1.{n}", Text(lang)),)) for n in (1, 2))
        return document(lang, Section("scope", (Heading("scope.heading", 2, (Text(lang),)), List("scope", items))))

    (section,) = pair(side("id"), side("ru"), KIND).content
    assert isinstance(section, Section)
    assert [block.key for block in section.content] == ["scope.heading", "scope.1.1", "scope.1.2"]


def test_lists_stand_level_where_one_side_has_a_paragraph_more() -> None:
    def items(key: str, lang: str, count: int) -> List:
        return List(key, tuple(Item(f"{key}.{n}", (para(f"{key}.{n}", Text(lang)),)) for n in range(count)))

    left = (
        para("terms", Text("China")),
        items("terms.2", "id", 2),
        para("terms.3", Text("five years")),
        para("terms.4", Text("Korea")),
        items("terms.5", "id", 3),
    )
    right = (para("terms", Text("China, five years")), items("terms.2", "ru", 2), para("terms.3", Text("Korea")), items("terms.4", "ru", 3))
    rows = [block for block in pair(document("id", *left), document("ru", *right), KIND).content if isinstance(block, Pair)]
    assert [tuple(side.content[0].key if side.content else "" for side in (row.left, row.right)) for row in rows] == [
        ("terms", "terms"), ("terms.2.0", "terms.2.0"), ("terms.2.1", "terms.2.1"), ("terms.3", ""), ("terms.4", "terms.3"),
        ("terms.5.0", "terms.5.0"), ("terms.5.1", "terms.5.1"), ("terms.5.2", "terms.5.2"),
    ]  # fmt: skip


def test_a_picture_stands_once_with_both_captions() -> None:
    def side(lang: str) -> Document:
        return document(lang, Figure("picture", b"", "image/png", (1, 1), f"alt {lang}", (Text(lang),)))

    (figure,) = pair(side("id"), side("ru"), KIND).content
    assert isinstance(figure, Figure)
    assert figure.caption == (Text("id"), Text(" / "), Foreign("ru", (Text("ru"),)))
    assert figure.alt == "alt id / alt ru"


def test_a_fact_on_one_side_only_is_refused() -> None:
    with pytest.raises(BriefgenError) as caught:
        pair(document("id", para("lead", fact("e.when", "e.place"))), document("ru", para("lead", fact("e.when"))), KIND)
    (problem,) = caught.value.problems
    assert (problem.address, problem.language) == ("e.place", "ru")


def test_headline_and_lead_count_as_one_block_and_later_mentions_do_not_count() -> None:
    left = document("id", para("headline", fact("e.when")), para("lead", Text("a")))
    right = document("ru", para("headline", Text("a")), para("lead", fact("e.when"), Fact(("p.short",), (Text("y"),), asserts=False)))
    assert not list(differences(left, right, KIND))


def test_the_same_fact_in_another_block_is_a_difference() -> None:
    left = document("id", para("scope", fact("e.when")), para("end"))
    right = document("ru", para("scope"), para("end", fact("e.when")))
    assert len(list(differences(left, right, KIND))) == 2


def test_what_a_language_says_elsewhere_it_may_omit_here() -> None:
    left = document("id", para("scope", fact("e.when")), para("end", fact("e.when")))
    omitting = document("ru", para("scope", omits=("e.when",)), para("end", fact("e.when")))
    forgetting = document("ru", para("scope", omits=("e.when",)), para("end"))
    assert not list(differences(left, omitting, KIND))
    assert list(differences(left, forgetting, KIND))
