"""Captions and references in prose: numbered where a number tells one from another, and never pointing at nothing."""

from pathlib import Path

import pytest

from briefgen.compose import compose
from briefgen.document import Document, Field, Ref, Table, plain, walk
from briefgen.errors import BriefgenError
from briefgen.language import Language
from tests.compose.desks import HEAD, note, view

TABLE = "<table><caption>{}</caption><row><cell head='yes'>A</cell></row><row><cell>b</cell></row></table>"


def made(folder: Path, prose: str, code: str = "en") -> Document:
    kind = note(folder, f"{{% block body %}}{prose}{{% endblock %}}", code=code)
    return compose(view(folder, HEAD), kind, Language(code)).document


def captions(document: Document) -> list[str]:
    return ["".join(map(plain, node.caption)).replace("\u00a0", " ") for node in walk(document) if isinstance(node, Table)]


def test_a_single_caption_has_no_number(tmp_path: Path) -> None:
    assert captions(made(tmp_path, TABLE.format("Trade"))) == ["Trade"]


@pytest.mark.parametrize(("code", "first"), [("en", "Table 1."), ("id", "Tabel 1."), ("ru", "Таблица 1.")])
def test_several_are_numbered_in_the_words_of_the_language(tmp_path: Path, code: str, first: str) -> None:
    document = made(tmp_path, TABLE.format("Trade") + "<table><row><cell>c</cell></row></table>" + TABLE.format("Ports"), code)
    assert captions(document) == [f"{first} Trade", "", f"{first.replace('1', '2')} Ports"]
    assert [node.text for node in walk(document) if isinstance(node, Field) and node.kind == "table"] == ["1", "2"]


def test_one_that_is_referred_to_has_a_number_and_the_reference_says_it(tmp_path: Path) -> None:
    document = made(tmp_path, "<p>See table <ref to='body.2'/>, and <ref to='body'>above</ref>.</p>" + TABLE.format("Trade"))
    assert captions(document) == ["Table 1. Trade"]
    assert [(node.key, node.text) for node in walk(document) if isinstance(node, Ref)] == [("body.2", "1"), ("body", "above")]
    assert plain(document.content[0]).strip().replace("\u00a0", " ") == "See table 1, and above."


@pytest.mark.parametrize(
    ("prose", "said"),
    [
        ("<p>See <ref to='nowhere'/>.</p>", "T012 a reference to 'nowhere', which is no block"),
        ("<p>See <ref to='body'/>.</p>", "T012 a reference to the number of 'body', which is no table"),
        ("<table><row><cell>b</cell></row><caption>late</caption></table>", "T011 a table has one <caption>, before its rows"),
    ],
)
def test_what_leads_nowhere_is_an_error(tmp_path: Path, prose: str, said: str) -> None:
    with pytest.raises(BriefgenError) as caught:
        made(tmp_path, prose)
    assert any(said in str(problem) for problem in caught.value.problems)
