"""Forms are written into files of facts without touching anything else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import BriefgenError
from briefgen.lines import Map, parse, put

FILE = "terms.yaml"

CASES = {
    "a plain text on its line": (
        "terms:\n  a:\n    ru: порты  # a comment\n    en: ports\n",
        "terms:\n  a:\n    ru:\n      text: порты  # a comment\n      forms: {gen: портов}\n    en: ports\n",
    ),
    "a plain text in braces": (
        "terms:\n  a: {ru: порты, en: ports}\n",
        "terms:\n  a: {ru: {text: порты, forms: {gen: портов}}, en: ports}\n",
    ),
    "a quoted text": (
        'terms:\n  a:\n    ru: "порты, гавани"\n',
        'terms:\n  a:\n    ru:\n      text: "порты, гавани"\n      forms: {gen: портов}\n',
    ),
    "a group line by line": (
        "terms:\n  a:\n    ru:\n      text: порты\n      number: pl   # two\n\n  b: {ru: x}\n",
        "terms:\n  a:\n    ru:\n      text: порты\n      number: pl   # two\n      forms: {gen: портов}\n\n  b: {ru: x}\n",
    ),
    "a group in braces": (
        "terms:\n  a: {ru: {text: порты, number: pl}}\n",
        "terms:\n  a: {ru: {text: порты, number: pl, forms: {gen: портов}}}\n",
    ),
    "forms in braces, with a comma at the end": (
        "terms:\n  a:\n    ru:\n      text: порты\n      forms: {dat: портам,}\n",
        "terms:\n  a:\n    ru:\n      text: порты\n      forms: {dat: портам, gen: портов}\n",
    ),
    "forms line by line": (
        "terms:\n  a:\n    ru:\n      forms:\n        dat: портам\n      text: порты",
        "terms:\n  a:\n    ru:\n      forms:\n        dat: портам\n        gen: портов\n      text: порты",
    ),
    "a form that is there": (
        "terms:\n  a: {ru: {text: порты, forms: {gen: порта}}}  # why\n",
        "terms:\n  a: {ru: {text: порты, forms: {gen: портов}}}  # why\n",
    ),
    "line ends of Windows": (
        "terms:\r\n  a:\r\n    ru: порты\r\n    en: ports\r\n",
        "terms:\r\n  a:\r\n    ru:\r\n      text: порты\r\n      forms: {gen: портов}\r\n    en: ports\r\n",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_form_is_written_at_its_place(name: str) -> None:
    before, after = CASES[name]
    assert put(before, FILE, ["terms", "a", "ru", "forms"], {"gen": "портов"}, "text") == after


@pytest.mark.parametrize("text", ["terms:\n  a:\n    ru: >\n      порты\n", "terms:\n  - a\n", "terms:\n  a:\n    ru: порты и\n      гавани\n"])
def test_what_cannot_be_changed_by_itself_is_refused(text: str) -> None:
    with pytest.raises(BriefgenError) as refused:
        put(text, FILE, ["terms", "a", "ru", "forms"], {"gen": "портов"}, "text")
    (problem,) = refused.value.problems
    assert (problem.code, problem.where.file) == ("Y010", FILE)
    assert problem.where.line


WORDS = st.text(st.sampled_from("абвё «»—–,:#{}[]\"'-&*!|>%@`0123yesно"), min_size=1, max_size=12).map(str.strip).filter(bool)


@given(st.dictionaries(st.sampled_from(["gen", "dat", "acc", "ins", "prep", "pl.gen"]), WORDS, min_size=1), st.sampled_from(sorted(CASES)))
def test_whatever_the_words_are_they_are_read_back_and_nothing_else_changes(forms: dict[str, str], name: str) -> None:
    before, _ = CASES[name]
    after = put(before, FILE, ["terms", "a", "ru", "forms"], forms, "text")
    entry = _at(parse(after.encode(), FILE), "terms", "a", "ru")
    assert {key: entry["forms"][key] for key in forms} == forms  # type: ignore[call-overload,index]
    assert [comment for line in before.splitlines() for comment in line.split("#")[1:] if f"#{comment}" not in after] == []
    assert len(after.splitlines()) <= len(before.splitlines()) + 1 + len(forms)


def _at(node: Map, *path: str) -> Map:
    for key in path:
        below = node[key]
        assert isinstance(below, Map)
        node = below
    return node
