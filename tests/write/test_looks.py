from briefgen.document import Document, Figure, Foreign, Heading, List, Note, Pair, Para, Side, Table, Text
from briefgen.write.looks import figure_width, look, numbered


def text(words: str) -> tuple[Text]:
    return (Text(words),)


def test_a_block_without_a_role_looks_like_its_place() -> None:
    assert look(Heading("k", 1, ())) == "title"
    assert look(Heading("k", 2, ())) == "heading"
    assert look(Heading("k", 4, ())) == "subheading"
    assert look(Para("k", ())) == "body"
    assert look(Para("k", ()), "item") == "item"
    assert look(Para("k", ()), "item", "notes") == "notes"
    assert look(Para("k", (), role="quote"), "item", "notes") == "quote"
    assert look(Table("k", ())) == "data"
    assert look(List("k", (), role="notes")) == "notes"


def test_notes_are_numbered_in_reading_order_and_shared_by_a_pair() -> None:
    left = Side("id", (Para("p", (Note("a", text("satu")), Note("b", text("example.org")))),))
    right = Side("ru", (Para("p", (Note("a", text("один")), Note("b", text("example.org")), Note("c", text("три")))),))
    notes = numbered(Document("k", ("id", "ru"), "t", (Pair("p", left, right), Para("q", (Note("c", text("tiga")),)))))
    assert [(key, note.number, note.texts) for key, note in notes.items()] == [
        ("a", 1, (("id", text("satu")), ("ru", text("один")))),
        ("b", 2, (("id", text("example.org")),)),
        ("c", 3, (("ru", text("три")), ("id", text("tiga")))),
    ]


def test_a_note_within_foreign_words_is_in_their_language() -> None:
    notes = numbered(Document("k", ("id",), "t", (Para("p", (Foreign("en", (Note("a", text("one")),)),)),)))
    assert notes["a"].texts == (("en", text("one")),)


def test_a_picture_is_never_enlarged_beyond_150_dots_an_inch_nor_higher_than_110_mm() -> None:
    def width(*size: int) -> float:
        return figure_width(Figure("f", b"", "image/png", size, "a"), 160)  # type: ignore[arg-type]

    assert width(300, 200) == 300 / 150 * 25.4
    assert width(3000, 2000) == 160
    assert width(900, 560) == 160, "near the whole line, so it takes it"
    assert round(width(2000, 4000), 3) == 55
