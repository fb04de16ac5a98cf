"""Templates are a total language: every attack is refused before anything is compiled."""

import pytest

from briefgen.compose.filters import TESTS, filters, output
from briefgen.compose.leading import NAMES
from briefgen.compose.syntax import MAX_BYTES, Environment, check

ENV = Environment(filters(), TESTS, output)

REFUSED = {
    "arithmetic that hangs while compiling": "{{ 9**(9**9) }}",
    "a product": "{{ 'a' * 999999999 }}",
    "a sum": "{{ 1 + 1 }}",
    "a format that eats memory": "{{ '%999999999d' % 1 }}",
    "a call": "{{ event() }}",
    "a method": "{{ event.title.upper() }}",
    "range": "{% for n in range(99999999) %}{% endfor %}",
    "a class": "{{ event.__class__ | text }}{{ ''.__class__.mro() }}",
    "set": "{% set a = event %}",
    "a macro": "{% macro a() %}{% endmacro %}",
    "an include": "{% include '/etc/passwd' %}",
    "an import": "{% import 'x' as y %}",
    "an extends": "{% extends 'x' %}",
    "an autoescape block": "{% autoescape false %}{% endautoescape %}",
    "the filter safe": "{{ event.title | safe }}",
    "the filter attr": "{{ event | attr('x') }}",
    "an unknown name": "{{ self }}",
    "an unknown test": "{% if event is callable %}{% endif %}",
    "subscripts": "{{ event['title'] | text }}",
    "slices": "{{ event.title[0:9] | text }}",
    "concatenation": "{{ 'a' ~ 'b' }}",
    "recursive loops": "{% for a in sides recursive %}{% endfor %}",
    "nesting without end": "{% if event %}" * 9 + "{% endif %}" * 9,
    "a block twice": "{% block a %}{% endblock %}{% block b %}{% block a %}{% endblock %}{% endblock %}",
    "a loop with two names": "{% for a, b in sides %}{% endfor %}",
    "a number without end": "{{ " + "9" * 5000 + " }}",
    "size": "x" * (MAX_BYTES + 1),
    "a chain without end": "{{ event" + ".title" * 5000 + " }}",
    "filters without end": "{{ event" + " | first" * 5000 + " }}",
    "conditions without end": "{% if event" + " and event" * 5000 + " %}{% endif %}",
    "a negation without end": "{% if " + "not " * 5000 + "event %}{% endif %}",
    "a name of a loop outside it": "{% for a in sides %}{% endfor %}{{ a | name }}",
    "a loop with a condition": "{% for a in sides if a %}{% endfor %}",
    "no template at all": "{% block %}",
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED.keys())
def test_refused(source: str) -> None:
    assert list(check(source, ENV, NAMES)), source[:80]


def test_what_prose_needs_is_allowed() -> None:
    prose = '{% block a %}<p>{% for side in sides %}{% if loop.first and side is there %}{{ side | name("gen") }}{% endif %}{% endfor %}</p>{% endblock %}'
    assert list(check(prose, ENV, NAMES)) == []


def test_the_line_is_told() -> None:
    assert [line for line, _ in check("\n\n{{ 1 + 1 }}", ENV, NAMES)] == [3]
