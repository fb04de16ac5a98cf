"""The strict reader of markup."""

from pathlib import Path

import pytest

from briefgen.compose import compose
from briefgen.compose.markup import Reader
from briefgen.compose.typeset import typeset
from briefgen.document import Comment, Emph, Fact, Foreign, Heading, Item, Link, List, Note, Para, Table, Text, plain, refs
from briefgen.errors import BriefgenError, Where
from briefgen.language import Language
from tests.compose.desks import HEAD, note, view

MARKS = [("«", "»"), ("„", "“")]


def read(markup: str) -> tuple[object, ...]:
    return Reader("kind/ru.j2.xml", MARKS).read(markup, "lead", "body")


def test_blocks_take_the_key_of_their_part() -> None:
    first, second = read("<p>a</p>\n<p role='quote'>b</p>")
    assert first == Para("lead", (Text("a"),), "body")
    assert second == Para("lead.2", (Text("b"),), "quote")


def test_quotation_marks_nest_over_nodes() -> None:
    (block,) = read("<p><q>a <em>b <q>c</q></em></q></p>")
    assert block == Para("lead", (Text("«"), Text("a "), Emph((Text("b "), Text("„"), Text("c"), Text("“"))), Text("»")), "body")


def test_facts_carry_their_addresses_and_doubts_become_comments() -> None:
    (block,) = read('<p><fact ref="e.when e.place">x</fact><fact ref="p" later="yes">y</fact><fact ref="q" problem="0" confirm="why">z</fact></p>')
    assert isinstance(block, Para)
    assert block.content[0] == Fact(("e.when", "e.place"), (Text("x"),))
    assert block.content[1] == Fact(("p",), (Text("y"),), asserts=False)
    assert block.content[2] == Comment("why", (Fact(("q",), (Text("z"),)),))
    assert refs(block) == {"e.when", "e.place", "q"}


def test_inlines_lists_and_tables() -> None:
    heading, items, table = read(
        '<h level="3">t</h><list ordered="yes"><item>a</item><item><p>b</p><p>c</p></item></list>'
        '<table widths="0.3 0.7"><row><cell head="yes">h</cell><cell>v<note key="n">w</note></cell></row></table>',
    )
    assert isinstance(heading, Heading)
    assert heading.level == 3
    assert isinstance(items, List)
    assert items.ordered
    assert [type(item) for item in items.items] == [Item, Item]
    assert [block.key for block in items.items[1].content] == ["lead.2.2", "lead.2.2.2"]
    assert isinstance(table, Table)
    assert table.widths == (0.3, 0.7)
    cell = table.rows[0].cells[1].content[0]
    assert isinstance(cell, Para)
    assert cell.content[1] == Note("n", (Text("w"),))
    (para,) = read('<p><link href="https://example.org">a</link><foreign lang="id">b</foreign></p>')
    assert para == Para("lead", (Link("https://example.org", (Text("a"),)), Foreign("id", (Text("b"),))), "body")


def test_a_paragraph_before_a_list_introduces_it_and_a_list_looks_as_it_says() -> None:
    first, second, items = read("<p>a</p><p>b:</p><list><item>c</item></list>")
    assert [block.role for block in (first, second, items) if isinstance(block, (Para, List))] == ["body", "introduction", ""]
    own, notes = read("<p role='quote'>a</p><list role='reference'><item>b</item></list>")
    assert isinstance(own, Para)
    assert isinstance(notes, List)
    assert (own.role, notes.role, [block.role for block in notes.items[0].content if isinstance(block, Para)]) == ("quote", "reference", ["reference"])


def test_what_says_nothing_is_no_block() -> None:
    assert read("<p> </p>\n<p></p>") == ()
    assert read("<list></list>") == ()
    assert read('<table><row><cell head="yes">only a head</cell></row></table>') == ()


REFUSED = {
    "columns of no width": ('<table widths="0.0 0.0"><row><cell>a</cell><cell>b</cell></row></table>', "widths"),
    "words outside a block": ("a <p>b</p>", "outside"),
    "an unknown element": ("<p><blink>a</blink></p>", "<blink>"),
    "an unknown attribute": ('<p style="color:red">a</p>', "style"),
    "a block in a paragraph": ("<p><list><item>a</item></list></p>", "inside a paragraph"),
    "an inline as a block": ("<em>a</em>", "cannot stand here"),
    "a link to a file": ('<p><link href="file:///etc/passwd">a</link></p>', "http"),
    "a script link": ('<p><link href="javascript:x">a</link></p>', "http"),
    "markup that is open": ("<p>a", "well-formed"),
    "an entity": ("<p>&file;</p>", "well-formed"),
    "a fact that prose wrote": ('<p><fact l="1" ref="a">b</fact></p>', "a filter does"),
    "words between items": ("<list>a <item>b</item></list>", "outside"),
    "words after a row": ("<table><row><cell>a</cell></row> b</table>", "outside"),
    "a list of paragraphs": ("<list><p>a</p></list>", "<item>"),
    "a table of cells": ("<table><cell>a</cell></table>", "<row>"),
    "a row of items": ("<table><row><item>a</item></row></table>", "<cell>"),
    "a level that is no number": ('<h level="x">a</h>', "'level'"),
    "a level too deep": ('<h level="7">a</h>', "'level'"),
    "a span of nothing": ('<table><row><cell span="0">a</cell></row></table>', "'span'"),
    "widths in words": ('<table widths="half half"><row><cell>a</cell></row></table>', "'widths'"),
    "a comment": ("<p>a<!-- b --></p>", "no element"),
}


@pytest.mark.parametrize(("markup", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(markup: str, said: str) -> None:
    with pytest.raises(BriefgenError, match=said):
        read(markup)


def test_the_template_line_is_told() -> None:
    with pytest.raises(BriefgenError) as caught:
        read('<p l="7"><blink l="8">a</blink></p>')
    assert caught.value.problems[0].where.line == 8


def test_a_stamp_may_name_another_file() -> None:
    with pytest.raises(BriefgenError) as caught:
        read('<p l="kind/ru.j2.xml:7"><q l="_phrases/ru.j2.xml:3"><blink>a</blink></q></p>')
    assert str(caught.value.problems[0].where) == "_phrases/ru.j2.xml:3"


def test_broken_markup_is_told_at_the_last_stamp_before_it_and_places_what_it_held() -> None:
    reader = Reader("kind/ru.j2.xml", MARKS)
    first, broken = '<p l="2">Слова</p>\n<p l="3"><fact ref="" problem="5">ж</fact></p>\n', '<p l="4" role="<fact ref="a">b</fact>">c</p>\n<p l="5">d</p>'
    with pytest.raises(BriefgenError) as caught:
        reader.read(first + broken, "lead")
    assert str(caught.value.problems[0].where) == "kind/ru.j2.xml:4"
    assert reader.lines == {5: Where("kind/ru.j2.xml", 3)}


@pytest.mark.parametrize(("depth", "told"), [(20, ""), (60, "nested"), (250, "nested"), (300, "well-formed")])
def test_deep_nesting_is_no_crash(depth: int, told: str) -> None:
    markup = "<p>" + "<em>" * depth + "a" + "</em>" * depth + "</p>"
    if told:
        with pytest.raises(BriefgenError, match=told):
            read(markup)
    else:
        (block,) = Reader("kind/en.j2.xml", MARKS).read(markup, "lead")
        assert plain(typeset(block, Language("en"))) == "A\n"


def test_a_problem_knows_the_line_that_met_it() -> None:
    reader = Reader("kind/ru.j2.xml", MARKS)
    reader.read('<p l="12">a <fact ref="" problem="3">x</fact></p>', "lead")
    assert reader.lines == {3: Where("kind/ru.j2.xml", 12)}


FORGED = [
    '<fa{# #}ct ref="talks.kind">x</fa{# #}ct>',
    '<{# #}fact ref="talks.kind" seal="">x</fact>',
    '<f{% if true %}act{% endif %} ref="talks.kind">x</fact>',
]


@pytest.mark.parametrize("words", FORGED)
def test_prose_cannot_make_a_fact_however_it_splits_the_tag(tmp_path: Path, words: str) -> None:
    kind = note(tmp_path, "{% block body %}<p>" + words + "</p>{% endblock %}")
    with pytest.raises(BriefgenError, match="prose writes no <fact>; a filter does"):
        compose(view(tmp_path, HEAD), kind, Language("en"))


def test_the_seal_is_in_no_tree(tmp_path: Path) -> None:
    composed = compose(view(tmp_path, HEAD), note(tmp_path, "{% block body %}<p>{{ event.title | text }}</p>{% endblock %}"), Language("en"))
    assert refs(composed.document) == {"talks.title"}
    assert "seal" not in repr(composed.document)
