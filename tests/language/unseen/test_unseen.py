"""Of forms that the rules have not seen, 97 of 100 are right, and none is wrong in silence."""

from pathlib import Path

import pytest

from briefgen.language import Doubt, Language, Said
from briefgen.values import Wording
from tests.language.unseen.examination import Answer, Result, Row, examine, lists, read, told

LEAST = 0.97


@pytest.mark.parametrize("path", lists(), ids=lambda path: path.name)
def test_the_list(path: Path) -> None:
    result = examine(Language("ru"), read(path), path.name)
    assert list(told(result.silent)) == [], result.figures()
    assert result.right / result.forms >= LEAST, "\n".join([result.figures(), *told(result.wrong)])


def test_there_are_lists_of_both_kinds() -> None:
    assert {row.kind for path in lists() for row in read(path)} == {"phrase", "name"}


def test_figures_tell_a_silent_error_from_a_doubted_one() -> None:
    row = Row("phrase", Wording("посол"), {"gen": ("посла",)}, "here")
    right, doubted, silent = Said("посла"), Said("посола", Doubt("vowel", ("посла",))), Said("посола")
    result = Result("here", [(row, [Answer("gen", said, ("посла",))]) for said in (right, doubted, silent, None)])
    assert (result.right, result.forms, len(result.wrong), len(result.silent), len(result.doubted)) == (1, 4, 3, 1, 2)
    assert list(told(result.silent)) == ["  here  посол – gen: посола instead of посла"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("стол\tm\t\tстола\tстолу\tстол\tстолом", "no prep"),
        ("стол\tx\t\tстола\tстолу\tстол\tстолом\tстоле", "gender 'x'"),
        ("стол\tm\t\tстола\tстолу\tстол\tстолом\tстоле\t\tстолом", "alternatives are written"),
        ("стол\tm\t\tстола\tстолу\tстол\tстолом\tстоле\t\t\t\t", "12 cells for 11 columns"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(tmp_path: Path, line: str, fault: str) -> None:
    header = "phrase\tgender\tanimate\tgen\tdat\tacc\tins\tprep\tnumber\talternatives\tsource"
    path = tmp_path / "list.tsv"
    path.write_text(f"{header}\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=f"list.tsv:2: .*{fault}"):
        read(path)


def test_a_list_without_its_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.tsv"
    path.write_text("phrase\tgen\nстол\tстола\n", encoding="utf-8")
    with pytest.raises(ValueError, match="the header needs"):
        read(path)


def test_alternatives_count_as_right(tmp_path: Path) -> None:
    path = tmp_path / "list.tsv"
    path.write_text("name\tgender\tgen\tdat\tacc\tins\tprep\talternatives\nАли\tm\tx\tАли\tАли\tАли\tАли\tgen=y; gen=Али\n", encoding="utf-8")
    result = examine(Language("ru"), read(path), "list")
    assert (result.right, result.forms) == (5, 5)
