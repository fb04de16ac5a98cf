"""What is found at a glance is what the pattern finds."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.check.phrases import finds, pattern

LETTERS = st.text("aiıİIsſßSSKKkµμςσΣеёЕ \u00a0*-.", max_size=8)
PHRASES = st.lists(LETTERS.map(str.strip).filter(bool), max_size=3)


@given(LETTERS, PHRASES)
@example("Maſs", ["mass"])
@example("İ", ["i"])
@example("ı", ["I"])
@example("СТРАНЫ\u00a0и", ["стран* и"])
def test_a_glance_hides_nothing(text: str, phrases: list[str]) -> None:
    assert [found.span() for found in finds(text, phrases)] == [found.span() for found in pattern(tuple(phrases)).finditer(text)]


def test_no_pattern_is_made_for_a_text_without_any_part_of_a_phrase(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[str, ...]] = []

    def noted(phrases: tuple[str, ...]) -> re.Pattern[str]:
        made.append(phrases)
        return pattern(phrases)

    monkeypatch.setattr("briefgen.check.phrases.pattern", noted)
    assert not [*finds("nothing of it", ["world leading", "unique *"], ["so unique"])]
    assert not made
    assert [found[0] for found in finds("a Unique chance", ["world leading", "unique *"], ["so unique"])] == ["Unique chance"]
    assert made == [("so unique",), ("world leading", "unique *")]
