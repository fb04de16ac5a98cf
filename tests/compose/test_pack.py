"""A pack binds documents as they stand alone: which ones, for whom, and what becomes of their headings."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from briefgen.build.order import Order
from briefgen.build.survey import Survey, survey
from briefgen.compose import Choice, Kind, audience_within, chosen, kinds, pack, pair
from briefgen.document import Block, Break, Contents, Document, Heading, Pair, Para, Part, Section, Text, plain, walk
from briefgen.errors import BriefgenError, Where
from tests.compose.desks import HEAD, ROOT, desk

HERE = Where("sources/talks/facts.yaml", 9)
NONE = Choice(())


def kind(name: str, audience: str = "public", documents: tuple[str, ...] = (), also_for: tuple[str, ...] = ()) -> Kind:
    return Kind(name, name, audience, "block", (), (), ("id", "ru"), (Path(),), documents=documents, also_for=also_for)  # type: ignore[arg-type]


PACK = kind("pack", "delegation", ("programme", "release", "letter"))
KINDS: Mapping[str, Kind] = {
    one.name: one
    for one in (PACK, kind("release"), kind("programme", "internal", also_for=("delegation",)), kind("note", "internal"), kind("list", "delegation"))
}


def names(event: Choice = NONE, office: Choice = NONE, audience: str = "delegation") -> list[str]:
    return [one.name for one, _ in chosen(PACK, event, office, KINDS, audience)]


def test_the_event_chooses_before_the_desk_and_the_desk_before_the_kind() -> None:
    event, office = Choice([("list", HERE)], firm=True), Choice([("release", HERE), ("list", HERE)])
    assert names() == ["programme", "release"], "a kind that does not exist is passed over in kind.yaml"
    assert names(office=office) == ["release", "list"]
    assert names(event=event, office=office) == ["list"]
    assert [firm for _, firm in chosen(PACK, event, office, KINDS, "delegation")] == [True]


@pytest.mark.parametrize(
    ("name", "audience", "code", "said"),
    [
        ("relase", "delegation", "T060", "did you mean release?"),
        ("pack", "delegation", "T061", "name the documents"),
        ("note", "delegation", "T062", "a note is internal and never goes into a pack, which is for delegation"),
        ("note", "public", "T062", "which is for public"),
        ("programme", "public", "T062", "which is for public"),
    ],
)
def test_what_cannot_be_bound_is_refused_where_it_is_written(name: str, audience: str, code: str, said: str) -> None:
    with pytest.raises(BriefgenError) as caught:
        names(event=Choice([("release", HERE), (name, HERE)]), audience=audience)
    (problem,) = caught.value.problems
    assert (problem.code, problem.where) == (code, HERE)
    assert said in str(problem)


def test_no_document_says_more_in_a_pack_than_alone() -> None:
    assert [audience_within(KINDS[name], "delegation") for name in ("release", "list", "programme")] == ["public", "delegation", "delegation"]
    assert audience_within(KINDS["list"], "public") == "public"


def words(text: str) -> tuple[Text, ...]:
    return (Text(text),)


def release(lang: str, title: str = "Ports signed") -> Document:
    return Document("release", (lang,), title, (
        Para("issuer", words("Office"), "issuer"),
        Para("kicker", words("Release"), "kicker"),
        Heading("headline", 1, words(title), "title"),
        Section("more", (Heading("more.heading", 2, words("More")), Para("more", words("text")))),
    ))  # fmt: skip


def cover(lang: str) -> Document:
    return Document("pack", (lang,), "Pack: Ports", (Para("title", words("Talks on ports"), "cover-title"), Break("contents.page"), Contents("contents")))


def heads(blocks: tuple[Block, ...]) -> list[tuple[int, str, str]]:
    return [(node.level, node.look, plain(node).strip()) for block in blocks for node in (block, *walk(block)) if isinstance(node, Heading)]


def part(document: Document) -> Part:
    (found,) = (block for block in document.content if isinstance(block, Part))
    return found


def test_the_line_that_names_a_document_becomes_its_heading_and_no_word_is_added() -> None:
    one = part(pack(cover("id"), [release("id")]))
    assert heads(one.content) == [(1, "kicker", "Release"), (2, "title", "Ports signed"), (3, "heading", "More")]
    assert plain(one) == "".join(plain(block) for block in release("id").content)


def test_a_title_that_only_repeats_the_cover_is_no_heading_and_no_level_is_left_out() -> None:
    one = part(pack(cover("id"), [release("id", "Talks on ports")]))
    assert heads(one.content) == [(1, "kicker", "Release"), (2, "heading", "More")]
    assert [block.role for block in one.content if isinstance(block, Para)] == ["issuer", "title"]


def test_a_document_without_such_a_line_is_named_by_its_title_or_by_its_kind() -> None:
    titled = Document("glossary", ("id",), "Glossary", (Heading("title", 1, words("Glossary")), Heading("a", 2, words("A"))))
    bare = Document("sheet", ("id",), "t", (Para("a", words("text")),), subject="Practical sheet")
    assert [heads(one.content) for one in pack(cover("id"), [titled, bare]).content if isinstance(one, Part)] == [
        [(1, "title", "Glossary"), (2, "heading", "A")],
        [(1, "kicker", "Practical sheet")],
    ]


def test_both_sides_of_a_pair_are_bound_alike() -> None:
    both = pair(release("id"), release("ru"), kind("release"))
    bound = part(pack(pair(cover("id"), cover("ru"), PACK), [both]))
    assert bound.langs == ("id", "ru")
    assert [level for level, _, _ in heads(bound.content)] == [1, 1, 2, 2, 3, 3]
    named = next(block for block in bound.content if isinstance(block, Pair) and block.key == "kicker")
    assert [type(side.content[0]) for side in (named.left, named.right)] == [Heading, Heading]


def test_what_is_not_printed_in_pairs_stands_once_in_each_language() -> None:
    bound = pack(pair(cover("id"), cover("ru"), PACK), [release("id"), release("ru")])
    assert [(one.key, one.langs) for one in bound.content if isinstance(one, Part)] == [("release.id", ("id",)), ("release.ru", ("ru",))]


# ── on a desk ──


def surveyed(folder: Path, facts: str = "", office: str = "", **order: tuple[str, ...]) -> Survey:
    root = desk(folder / "desk", HEAD + facts)
    (root / "desk.yaml").write_text((root / "desk.yaml").read_text(encoding="utf-8").replace("[press-release]", "[pack]") + office, encoding="utf-8")
    return survey(Order(root, root / "out", **order))  # type: ignore[arg-type]


def bound_in(found: Survey) -> dict[tuple[str, ...], list[str]]:
    examined = found.examine()
    assert [str(problem) for problem in examined.errors] == []
    return {one.langs: [block.key for block in document.content if isinstance(block, Part)] for one, document in examined.documents.items()}


def test_an_event_gets_what_it_has_facts_for_in_every_language_and_pair(tmp_path: Path) -> None:
    assert bound_in(surveyed(tmp_path)) == {langs: ["press-release"] for langs in (("id",), ("en",), ("ru",), ("id", "ru"))}


def test_an_event_and_a_desk_may_choose(tmp_path: Path) -> None:
    agreed = "agreements:\n  ports: {instrument: memorandum-of-understanding, field: ports, parties: [ID, RU], status: agreed}\n"
    agreed += "sides: {ID: head-id, RU: head-ru}\n"
    assert bound_in(surveyed(tmp_path / "a", agreed, pairs=("id-ru",))) == {
        ("id", "ru"): ["delegations", "press-release", "agreements", "fact-sheet", "glossary"]
    }
    chosen = agreed + "pack: [agreements, press-release]\n"
    assert bound_in(surveyed(tmp_path / "b", chosen, pairs=("id-ru",))) == {("id", "ru"): ["agreements", "press-release"]}
    office = "pack: [delegations]\n"
    assert bound_in(surveyed(tmp_path / "c", agreed, office, pairs=("id-ru",))) == {("id", "ru"): ["delegations"]}


def test_what_there_is_nothing_of_for_its_readers_is_passed_over(tmp_path: Path) -> None:
    """An event that is for the delegation alone has no press release, and a pack all the same."""
    root = desk(tmp_path / "desk", HEAD.replace("audience: public", "audience: delegation") + "sides: {ID: head-id, RU: head-ru}\n")
    examined = survey(Order(root, root / "out", langs=("en",), kinds=("pack",))).examine()
    assert [str(problem) for problem in examined.errors] == []
    (document,) = examined.documents.values()
    assert [block.key for block in document.content if isinstance(block, Part)] == ["delegations", "glossary"]


@pytest.mark.parametrize(
    ("facts", "office", "code"),
    [
        ("pack: [briefing-note]\n", "", "T062"),
        ("", "pack: [briefing-note]\n", "T062"),
        ("pack: [agreements]\n", "", "T051"),
        ("", "pack: [agreements]\n", "T063"),
        ("pack: [press-relase]\n", "", "T060"),
        ("", "pack: [pack]\n", "T061"),
    ],
)
def test_what_a_choice_gets_wrong_is_an_error_and_nothing_is_bound(tmp_path: Path, facts: str, office: str, code: str) -> None:
    examined = surveyed(tmp_path, facts, office, langs=("en",)).examine()
    assert [problem.code for problem in examined.errors] == [code]
    assert not examined.documents


def test_no_pack_of_the_house_holds_what_is_internal() -> None:
    found = kinds([ROOT / "templates"])
    assert chosen(found["pack"], NONE, NONE, found, "delegation")
    assert chosen(found["pack"], NONE, NONE, found, "public")


def test_a_draft_makes_the_pack_a_draft_and_its_cover_says_so(tmp_path: Path) -> None:
    examined = surveyed(tmp_path, langs=("en",)).examine()
    assert [(document.draft, document.mark) for document in examined.documents.values()] == [(False, "")]
    root = tmp_path / "desk"
    place = root / "sources" / "talks" / "facts.yaml"
    place.write_text(HEAD.replace("source: desk, ", "") + "place: jakarta\n", encoding="utf-8")
    examined = survey(Order(root, root / "out", langs=("en",))).examine()
    assert [(document.draft, document.mark) for document in examined.documents.values()] == [(True, "DRAFT")]
    assert all(examined.doubts.values())
