from briefgen.document import Cell, Document, Emph, Fact, Field, Figure, Item, List, Note, Para, Row, Table, Text, walk
from briefgen.write import House, write
from tests.write.samples import bound, pack, release


def test_one_node_a_line(house: House) -> None:
    document = Document(
        "press-release",
        ("ru",),
        "Итог",
        (
            Para(
                "lead",
                (Text("Сегодня "), Fact(("e.a", "e.b"), (Text("19\u00a0июня"),), asserts=False), Note("n", (Emph((Text('"so"'),)),))),
                role="lead",
                omits=("e.c",),
            ),
            Table("t", (Row("r", (Cell((), header=True, span=2),)),), widths=(1, 2.5), caption=(Text("c"),), role="data"),
            List("l", (Item("l.1", ()),), ordered=True),
            Figure("f", b"\0", "image/png", (3, 2), "alt\u202e\nx"),
        ),
        mark="Проект",
        footer=(Field("page", "{page}"),),
        draft=True,
    )
    assert write(document, "tree", house).decode() == (
        "Document press-release ru draft\n"
        '  title "Итог"\n'
        '  mark "Проект"\n'
        "  footer\n"
        '    Field page "{page}"\n'
        "  Para lead role=lead -e.c\n"
        '    "Сегодня "\n'
        "    Fact e.a e.b mention\n"
        '      "19␣июня"\n'
        "    Note n\n"
        "      Emph term\n"
        '        "\\"so\\""\n'
        "  Table t widths=1:2.5 role=data\n"
        "    caption\n"
        '      "c"\n'
        "    Row r\n"
        "      Cell header span=2\n"
        "  List l ordered\n"
        "    Item l.1\n"
        '  Figure f image/png 3x2 "alt\\u202e\\u000ax"\n'
    )


def test_no_node_is_left_out(house: House) -> None:
    for document in (release("en"), pack("id", "ru"), bound("id", "ru")):
        lines = write(document, "tree", house).decode().splitlines()
        assert len(lines) >= len(list(walk(document)))
