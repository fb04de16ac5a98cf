"""Our tokens are Jinja's, or none at all."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import Environment, TemplateSyntaxError
from jinja2.lexer import Lexer, Token

from briefgen.compose.tokens import tokens

PROSE = sorted((Path(__file__).parents[2] / "templates").rglob("*.j2.xml"))
JINJA = Lexer(Environment(trim_blocks=True, lstrip_blocks=True, autoescape=True))
SIGNS = (*"{}%#()[]|.,:-+=!<>\\\"'_~*/ \n\t\r\u00a0", "{%", "%}", "{{", "}}", "{#", "#}", "%}\n", "==", "if", "raw", "endraw", "x1", "é", "д", "0", "12", "007")
PIECES = st.lists(st.sampled_from(SIGNS), max_size=12).map("".join)


def theirs(source: str) -> list[Token] | None:
    try:
        return list(JINJA.wrap(JINJA.tokeniter(source, None)))
    except (TemplateSyntaxError, ValueError):
        return None


@pytest.mark.parametrize("path", PROSE, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_all_prose_of_ours_is_read_by_us_and_as_jinja_reads_it(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    found = tokens(source)
    assert found is not None
    assert found == theirs(source)


@pytest.mark.parametrize(
    "source",
    ["a{%- if x %}", "{{ x -}} b", "{% raw %}{{{% endraw %}", "{{ 'a\\n' }}", "{{ 1.5 }}", "{{ 0x1 }}", "{{ (x] }}", "{{ x", "{# x", "{{ é }}", "a\r\nb"],
)
def test_what_is_not_known_is_left_to_jinja(source: str) -> None:
    assert tokens(source) is None


@given(st.one_of(PIECES, PIECES.map(lambda inner: f"  {{% {inner} %}}\n"), PIECES.map(lambda inner: f"a {{{{{inner}}}}}\n")))
@example("\n  {% if x %}\n  {# no #}\n\ttext{{ x|f('a\nb', 2) }}\n")
@example("{%text1\u00a0%}")
def test_whatever_is_read_is_read_as_jinja_reads_it(source: str) -> None:
    found = tokens(source)
    assert found is None or found == theirs(source)
