"""The tree is walked in reading order; a document bound into a pack keeps to itself what is on paper only."""

from briefgen.document import Cell, Contents, Document, Fact, Field, Heading, Note, Part, Row, Table, Text, children, plain, refs, walk
from tests.write.samples import bound

HEAD = Heading("h", 1, (Fact(("e.title",), (Text("Ports"),)),))
PART = Part("p", "press-release", ("en",), (HEAD,), (Text("Press release"),))
PACK = Document("pack", ("en",), "t", (Contents("c"), PART), running=(Text("Pack"),), footer=(Field("page", "{page}"),))


def test_the_running_head_of_a_part_is_no_word_of_its_text() -> None:
    assert list(children(PART)) == [HEAD]
    assert plain(PART) == "Ports\n"
    assert [node for node in walk(PACK) if isinstance(node, (Contents, Part, Heading))] == [PACK.content[0], PART, HEAD]


def test_facts_of_a_part_are_facts_of_the_pack() -> None:
    assert refs(PACK) == {"e.title"}


def test_a_heading_without_a_role_looks_as_its_level_does() -> None:
    assert [Heading("h", level, ()).look for level in (1, 2, 3, 4)] == ["title", "heading", "subheading", "subheading"]
    assert Heading("h", 1, (), "kicker").look == "kicker"


def test_a_caption_is_read_before_its_table_and_a_note_is_no_word_of_the_line() -> None:
    table = Table("t", (Row("r", (Cell((Heading("x", 2, (Text("one"), Note("n", (Text("two"),)))),)),)),), caption=(Text("Caption"),))
    assert plain(table) == "Caption\none\n"


def test_the_main_language_of_a_part_is_the_left_one() -> None:
    assert [part.lang for part in bound("id", "ru").content if isinstance(part, Part)] == ["id"] * 3
