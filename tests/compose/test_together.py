"""Two tables as one over the whole page."""

from dataclasses import replace

import pytest

from briefgen.compose.together import together
from briefgen.document import Cell, Foreign, Para, Row, Table, Text, plain


def cell(words: str, *, header: bool = False, span: int = 1) -> Cell:
    return Cell((Para(words or "-", (Text(words),), "cell-head" if header else "cell"),), header, span)


def table(way: str, *rows: tuple[str, ...]) -> Table:
    head, *body = rows
    lines = [Row("t.1", tuple(cell(words, header=True) for words in head)), *(Row(f"t.{n}", tuple(map(cell, row))) for n, row in enumerate(body, 2))]
    return Table("t", tuple(lines), (0.2, 0.5, 0.3), together=way)  # type: ignore[arg-type]  # a parameter of the test


LEFT = (("Waktu", "Acara", "Tempat"), ("10.00", "Pertemuan", "Jakarta"))
RIGHT = (("Время", "Мероприятие", "Место"), ("10:00", "Встреча", "Джакарта"))


def said(found: Table | None) -> list[list[str]]:
    assert found is not None
    return [["|".join(plain(block).strip() for block in cell.content) for cell in row.cells] for row in found.rows]


@pytest.mark.parametrize(
    ("way", "rows", "widths"),
    [
        (
            "beside",
            [["Waktu", "Acara", "Tempat", "Мероприятие", "Место"], ["10.00", "Pertemuan", "Jakarta", "Встреча", "Джакарта"]],
            (0.16, 0.2625, 0.1575, 0.2625, 0.1575),
        ),
        (
            "between",
            [["Acara", "Tempat", "Waktu", "Мероприятие", "Место"], ["Pertemuan", "Jakarta", "10.00", "Встреча", "Джакарта"]],
            (0.2625, 0.1575, 0.16, 0.2625, 0.1575),
        ),
        ("stacked", [["Waktu / Время", "Acara / Мероприятие", "Tempat / Место"], ["10.00", "Pertemuan|Встреча", "Jakarta|Джакарта"]], (0.2, 0.5, 0.3)),
    ],
)
def test_the_first_column_is_shared_and_the_others_stand_as_the_table_says(way: str, rows: list[list[str]], widths: tuple[float, ...]) -> None:
    both = together(table(way, *LEFT), table(way, *RIGHT), "id", "ru")
    assert said(both) == rows
    assert both is not None
    assert both.widths == pytest.approx(widths)


def test_the_right_words_are_marked_as_being_in_their_language_and_have_keys_of_their_own() -> None:
    both = together(table("beside", *LEFT), table("beside", *RIGHT), "id", "ru")
    assert both is not None
    (para,) = both.rows[1].cells[3].content
    assert isinstance(para, Para)
    assert (para.key, para.content) == ("Встреча.ru", (Foreign("ru", (Text("Встреча"),)),))


def test_what_is_the_same_in_both_languages_stands_once() -> None:
    both = together(table("stacked", *LEFT[:1], ("1", "–", "Jakarta")), table("stacked", *RIGHT[:1], ("1", "–", "Джакарта")), "id", "ru")
    assert said(both)[1] == ["1", "–", "Jakarta|Джакарта"]


def test_hours_and_numbers_stand_once_and_what_has_a_word_twice() -> None:
    rows = ("10.00—11.00", "Laut\u00a02", "2026 tahun"), ("10:00–11:00", "Laut 2", "2026 год")
    both = together(table("stacked", LEFT[0], rows[0]), table("stacked", RIGHT[0], rows[1]), "id", "ru")
    assert said(both)[1] == ["10.00—11.00", "Laut\u00a02", "2026 tahun|2026 год"]


def test_tables_of_two_shapes_stay_apart() -> None:
    assert together(table("beside", *LEFT), table("beside", *RIGHT[:1]), "id", "ru") is None


def test_without_a_way_a_wide_table_shares_its_cells() -> None:
    both = together(table("", *LEFT), table("", *RIGHT), "id", "ru")
    assert said(both) == [["Waktu / Время", "Acara / Мероприятие", "Tempat / Место"], ["10.00", "Pertemuan|Встреча", "Jakarta|Джакарта"]]


def test_without_a_way_labels_and_values_stand_twice_in_a_row_each_in_its_language() -> None:
    left, right = (
        Table("t", (Row("t.1", (cell(label, header=True), cell(value))),), (0.3, 0.7)) for label, value in (("Tempat", "Jakarta"), ("Место", "Джакарта"))
    )
    both = together(left, right, "id", "ru")
    assert said(both) == [["Tempat", "Jakarta", "Место", "Джакарта"]]
    assert both is not None
    assert [cell.lang for cell in both.rows[0].cells] == ["id", "id", "ru", "ru"]
    assert both.widths == (0.3, 0.7, 0.3, 0.7)


def test_captions_of_both_stand_above() -> None:
    left, right = (replace(table("", *rows), caption=(Text(words),)) for rows, words in ((LEFT, "Acara"), (RIGHT, "Программа")))
    both = together(left, right, "id", "ru")
    assert both is not None
    assert both.caption == (Text("Acara"), Text(" / "), Foreign("ru", (Text("Программа"),)))


def test_a_heading_over_all_columns_stays_one() -> None:
    heads = [
        replace(table("beside", *side), rows=(Row("t.0", (cell(words, span=3),)), *table("beside", *side).rows))
        for side, words in ((LEFT, "Hari"), (RIGHT, "День"))
    ]
    both = together(heads[0], heads[1], "id", "ru")
    assert said(both)[0] == ["Hari|День"]
    assert both is not None
    assert both.rows[0].cells[0].span == 5
