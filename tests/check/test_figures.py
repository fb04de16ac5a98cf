"""A figure needs its period, or a note that says why it has none; and what the register tells to avoid is words by language."""

from pathlib import Path

import pytest

from briefgen.check.figures import periods
from briefgen.errors import Grade
from tests.facts.desks import REGISTER, desk, event, opening

FIGURE = "figures:\n  trade:\n    what: {id: dagang, en: trade, ru: торговля}\n"


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ("    value: 5 million USD\n", ["C057"]),
        ("    value: 5 million USD\n    period: 2024\n", []),
        ("    value: 5 million USD\n    note: the report names no year\n", []),
        ("    series: {2023: 4 million USD, 2024: 5 million USD}\n", []),
        ("    value: 2\n    counts: [ports, ships]\n", []),
    ],
)
def test_a_figure_has_a_period_or_says_why_not(more: str, codes: list[str], tmp_path: Path) -> None:
    loaded = desk(tmp_path, event(FIGURE + more)).load("a")
    assert loaded.event is not None, loaded.problems
    found = list(periods(loaded.event, "a"))
    assert [problem.code for problem in found] == codes
    assert all((problem.grade, problem.address) == (Grade.ADVICE, "a.figures.trade") for problem in found)


@pytest.mark.parametrize(
    ("avoid", "says"),
    [
        ("[dermaga]", "F011 terms.ports.avoid: the words to avoid are written by language"),
        ("{ID: dermaga}", "F041 terms.ports.avoid: 'ID' is no language"),
        ("{id: {a: b}}", "F011 terms.ports.avoid: words are expected here"),
    ],
)
def test_what_is_to_be_avoided_is_words_by_language(avoid: str, says: str, tmp_path: Path) -> None:
    register = REGISTER.replace("{id: pelabuhan, en: ports, ru: порты}", f"{{id: pelabuhan, en: ports, ru: порты, avoid: {avoid}}}")
    (problem,) = opening(tmp_path, register=register)
    assert says in problem


def test_what_is_to_be_avoided_stands_beside_the_name(tmp_path: Path) -> None:
    register = REGISTER.replace("{id: pelabuhan, en: ports, ru: порты}", "{id: pelabuhan, en: ports, ru: порты, avoid: {id: [bandar], ru: гавань}}")
    assert opening(tmp_path, register=register) == []
