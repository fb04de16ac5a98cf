"""The five events of the repository's own desk, in every kind and every language that they are asked for in, and in one that nobody speaks."""

import re
from collections.abc import Mapping
from itertools import combinations, permutations
from pathlib import Path

import pytest

from briefgen.compose import Composed, compose, differences, kinds, pair
from briefgen.compose.prose import phrases, prose
from briefgen.document import (
    Block,
    Break,
    Contents,
    Document,
    Fact,
    Figure,
    Node,
    Pair,
    Para,
    Section,
    Side,
    Table,
    Text,
    children,
    plain,
    walk,
)
from briefgen.facts import Desk
from tests.compose.desks import CASES, EVENTS, KINDS, LANGUAGES, ROOT
from tests.tongues.desks import DOCUMENTS, PROSE, TONGUES, found, speaks, spoken

Documents = Mapping[tuple[str, str, str], Composed]

SAYS_NOTHING_ITSELF = re.compile(
    r"\.languages\.\w+$"  # in which languages it is published
    r"|\.(kind|first|act|under)$"  # chooses what leads, or the verb
    r"|\.(statements|points|talking_points)\.[\w-]+\.(topics\.[\w-]+|when|by\.[\w-]+)$"  # the text says it; a speaker is printed with the first statement
    r"|\.area\.\w+$|\.counts\.[\w-]+$",  # what a figure is about stands in its name
)


FURNITURE = {"issuer", "kicker", "release", "end", "contact"}
RAW = re.compile(r"None|[{}<>_�]|  | $|\(\)|,,|\.\.|,\.|undefined|\.agreements|\.statements", re.MULTILINE)


@pytest.fixture(scope="module")
def documents(everywhere: Path) -> Documents:
    desk, known = Desk.open(everywhere), found(everywhere)
    return {(event, kind, code): compose(desk.view(event, known[kind].audience), known[kind], speaks(everywhere, code)) for event, kind, code in DOCUMENTS}


def test_there_is_something_to_test() -> None:
    assert len(EVENTS) == 5
    assert {"press-release", "briefing-note", "programme"} <= set(KINDS)
    assert all((event, kind) in CASES for event in EVENTS for kind in ("press-release", "briefing-note"))
    assert set(LANGUAGES) == {"id", "en", "ru"}
    assert {*LANGUAGES, "qps"} <= set(TONGUES)
    assert all({*LANGUAGES, "qps"} <= set(spoken(event, kind)) for event, kind in CASES)


@pytest.mark.parametrize(("event", "kind"), CASES)
def test_the_same_facts_in_every_language(documents: Documents, event: str, kind: str) -> None:
    known = kinds([ROOT / "templates"])[kind]
    for left, right in combinations(spoken(event, kind), 2):
        assert not list(differences(documents[event, kind, left].document, documents[event, kind, right].document, known))


@pytest.mark.parametrize(("event", "code"), sorted({(event, code) for event, _, code in DOCUMENTS}))
def test_every_fact_is_printed_somewhere(documents: Documents, event: str, code: str) -> None:
    printed = {
        ref
        for name, kind, lang in DOCUMENTS
        if (name, lang) == (event, code)
        for node in walk(documents[event, kind, code].document)
        if isinstance(node, Fact)
        for ref in node.refs
    }
    known = [leaf.address for leaf in Desk.open(ROOT).view(event, "internal").leaves()]
    assert len(known) > 15
    assert [address for address in known if address not in printed and not SAYS_NOTHING_ITSELF.search(address)] == []


@pytest.mark.parametrize(("event", "kind"), CASES)
def test_nothing_blank_and_nothing_raw(documents: Documents, event: str, kind: str) -> None:
    for code in spoken(event, kind):
        document = documents[event, kind, code].document
        text = "".join(plain(block) for block in document.content)
        assert RAW.findall(text) == []
        facts = [node for node in walk(document) if isinstance(node, Fact)]
        assert len(facts) > (15 if kind in {"press-release", "briefing-note"} else 3)
        assert all(plain(fact).strip() for fact in facts)


@pytest.mark.parametrize(("event", "kind"), CASES)
def test_the_documents_are_final(documents: Documents, event: str, kind: str) -> None:
    assert [str(doubt) for code in spoken(event, kind) for doubt in documents[event, kind, code].doubts] == []


@pytest.mark.parametrize(("event", "kind"), CASES)
def test_every_pair_keeps_every_word_of_both(documents: Documents, event: str, kind: str) -> None:
    known = kinds([ROOT / "templates"])[kind]
    for left, right in permutations(spoken(event, kind), 2):
        ours, theirs = (documents[event, kind, code].document for code in (left, right))
        both = pair(ours, theirs, known)
        words = {left: "", right: ""}
        for node in walk(both):
            if isinstance(node, Side):
                words[node.lang] += "".join(plain(block) for block in node.content)
        for one in (ours, theirs):
            body = "".join(apart(block) for block in one.content)
            assert sorted(words[one.lang].split()) == sorted(body.split())
        assert all(isinstance(block, (Pair, Section, Figure, Table, Break, Contents)) for block in both.content)
        assert [word for one in (ours, theirs) for word in tabled(one) if word not in tabled(both)] == []


def apart(block: Block) -> str:
    """The words of a block that stand in a column of their own in a pair: not a picture's, nor those of a table over both columns."""
    if isinstance(block, Section):
        return "".join(map(apart, block.content))
    return "" if isinstance(block, (Figure, Table)) else plain(block)


def tabled(document: Document) -> list[str]:
    """The words of the tables of a document, but for those that share a column in a pair; figures and hours stand there once."""
    words = " ".join(plain(node) for node in walk(document) if isinstance(node, Table) and not node.together).split()
    return [word for word in words if re.search(r"[^\W\d_]{2}", word)]


@pytest.mark.parametrize(("kind", "code"), PROSE)
def test_every_language_has_every_variant_and_no_other(everywhere: Path, kind: str, code: str) -> None:
    known = found(everywhere)[kind]
    found_prose = prose(known, code)
    wanted = {variant.name for part in known.parts for variant in part.variants}
    assert wanted
    assert {name for name in wanted if found_prose.find(name) is None} == set()
    written = {re.sub(r"_\d$", "", name) for file in found_prose.files for name in file.names}
    assert written - wanted == set()


@pytest.mark.parametrize("code", TONGUES)
def test_every_language_has_every_phrase_and_no_other(everywhere: Path, code: str) -> None:
    said, english = ({re.sub(r"_\d$", "", name) for name in phrases(found(everywhere)["press-release"], lang).names} for lang in (code, "en"))
    assert len(english) > 15
    assert said == english


def test_five_releases_do_not_read_like_one_form(documents: Documents) -> None:
    """Sentences that two releases share word for word, but for the desk's own furniture."""
    for code in LANGUAGES:
        seen: dict[str, str] = {}
        for event in EVENTS:
            body = [block for block in documents[event, "press-release", code].document.content if block.key.split(".")[0] not in FURNITURE]
            for line in "".join(map(plain, body)).split("\n"):
                for sentence in re.split(r"(?<=[.!?]) ", line):
                    if len(sentence.split()) > 4:
                        assert seen.setdefault(sentence, event) == event, sentence
        assert len(seen) > 40


def skeleton(node: Node) -> str:
    """The template's own words, with X for each fact."""
    if isinstance(node, Fact):
        return "X"
    return node.text if isinstance(node, Text) else "".join(map(skeleton, children(node)))


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_two_releases_are_built_from_the_same_sentences(documents: Documents, code: str) -> None:
    """Sentences that are alike but for names, dates and figures; who said something may be told alike."""
    seen: dict[str, str] = {}
    for event in EVENTS:
        prose_of = [
            block
            for block in documents[event, "press-release", code].document.content
            if isinstance(block, Para) and block.role in {"lead", "body", "introduction"}
        ]
        for sentence in re.split(r"(?<=[.!?]) ", " ".join(skeleton(block).replace("\u00a0", " ") for block in prose_of)):
            if len(re.findall(r"[^\W\d_]{2,}", sentence)) > 3:
                assert seen.setdefault(sentence, event) == event, sentence
    assert len(seen) > 8
