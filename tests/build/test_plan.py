"""Which files an order asks for, and what is said where it does not fit the desk."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from briefgen.build.order import Order
from briefgen.build.plan import Known, Target, passed_over, plan
from briefgen.errors import BriefgenError


@dataclass(frozen=True)
class Sort:
    """A kind, as far as the plan looks at it."""

    audience: str = "public"
    parity: str = "block"
    languages: tuple[str, ...] = ("id", "en", "ru")


KNOWN = Known(
    events=("forum-2025", "talks"),
    languages=("en", "id", "ru"),
    kinds={"press-release": Sort(), "briefing-note": Sort("internal", "section"), "programme": Sort("delegation", "document")},
    formats=("docx", "html", "pdf", "txt"),
    default_languages=("id", "en", "ru"),
    default_pairs=("id-ru",),
    default_kinds=("press-release", "briefing-note"),
    default_formats=("docx", "pdf"),
)


def order(**asked: object) -> Order:
    return replace(Order(Path("desk"), Path("out")), **asked)  # type: ignore[arg-type]


def names(**asked: object) -> list[str]:
    return [target.name for target in plan(order(**asked), KNOWN)]


def problems(**asked: object) -> tuple[list[str], int]:
    with pytest.raises(BriefgenError) as caught:
        plan(order(**asked), KNOWN)
    return [problem.code for problem in caught.value.problems], caught.value.status


def test_without_options_the_desk_says_what_is_made() -> None:
    made = names()
    assert len(made) == 2 * 2 * (3 + 1) * 2
    assert "forum-2025/press-release.id-ru.pdf" in made
    assert "talks/briefing-note.ru.docx" in made
    assert made == names()


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        ({"langs": ("ru",)}, ["press-release.ru.docx"]),
        ({"pairs": ("en-ru",)}, ["press-release.en-ru.docx"]),
        ({"langs": ("en",), "pairs": ("ru-id",)}, ["press-release.en.docx", "press-release.ru-id.docx"]),
        ({"langs": ("en", "en")}, ["press-release.en.docx"]),
        ({"langs": ("en",), "kinds": ("briefing-note",), "audience": "public"}, ["briefing-note.en.public.docx"]),
        ({"langs": ("en",), "kinds": ("briefing-note",), "audience": "internal"}, ["briefing-note.en.docx"]),
        ({"kinds": ("programme",)}, ["programme.id.docx", "programme.en.docx", "programme.ru.docx"]),
    ],
)
def test_options_narrow_it(asked: dict[str, object], made: list[str]) -> None:
    assert names(**{"events": ("talks",), "kinds": ("press-release",), "formats": ("docx",), **asked}) == [f"talks/{name}" for name in made]


def test_an_event_may_name_its_own_languages() -> None:
    known = replace(KNOWN, spoken=lambda event: ("en", "id") if event == "talks" else ())
    made = [target.name for target in plan(order(kinds=("press-release",), formats=("pdf",)), known)]
    assert [name for name in made if name.startswith("talks")] == ["talks/press-release.en.pdf", "talks/press-release.id.pdf"]
    assert len(made) == 2 + 4
    assert names(events=("talks",), langs=("ru",), kinds=("press-release",), formats=("pdf",)) == ["talks/press-release.ru.pdf"]


SOME = replace(KNOWN, default_kinds=("press-release", "programme"), applies=lambda event, kind, _audience: (event, kind) != ("talks", "programme"))
"""A desk on which one event has no programme."""


def test_a_kind_of_the_desk_is_passed_over_where_an_event_lacks_what_it_needs() -> None:
    made = {(target.event, target.kind) for target in plan(order(), SOME)}
    assert made == {("forum-2025", "press-release"), ("forum-2025", "programme"), ("talks", "press-release")}
    assert passed_over(order(), SOME) == (("talks", "programme"),)
    assert {target.event for target in plan(order(kinds=("programme",)), SOME)} == {"forum-2025"}
    assert [target.kind for target in plan(order(events=("talks",), formats=("txt",), langs=("en",)), SOME)] == ["press-release"]


def test_what_is_asked_for_by_name_of_a_named_event_is_never_passed_over() -> None:
    asked = order(events=("talks",), kinds=("programme",))
    assert {(target.event, target.kind) for target in plan(asked, SOME)} == {("talks", "programme")}
    assert passed_over(asked, SOME) == ()


def test_an_order_that_no_event_can_answer_is_an_error() -> None:
    with pytest.raises(BriefgenError, match="U009 no event has what programme needs") as caught:
        plan(order(kinds=("programme",)), replace(SOME, events=("talks",)))
    assert caught.value.status == 2


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        ({"events": ("talk",)}, ["U001"]),
        ({"formats": ("doc",)}, ["U002"]),
        ({"kinds": ("press",)}, ["U003"]),
        ({"pairs": ("id",)}, ["U004"]),
        ({"pairs": ("ru-ru",)}, ["U004"]),
        ({"langs": ("fr",)}, ["U005"]),
        ({"audience": "world"}, ["U006", "U006"]),
        ({"audience": "internal", "kinds": ("press-release",)}, ["U007"]),
        ({"pairs": ("id-ru",), "kinds": ("programme",)}, ["U008"]),
        ({"events": ("talk",), "formats": ("doc",), "langs": ("fr",)}, ["U001", "U002", "U005"]),
    ],
)
def test_an_order_that_does_not_fit_says_all_of_it_at_once(asked: dict[str, object], codes: list[str]) -> None:
    found, status = problems(**asked)
    assert set(found) == set(codes)
    assert status == 2


def test_the_nearest_name_is_suggested() -> None:
    with pytest.raises(BriefgenError, match="did you mean press-release"):
        plan(order(kinds=("pres-release",)), KNOWN)


@pytest.mark.parametrize("wrong", [{"default_formats": ("doc",)}, {"default_kinds": ("memo",)}, {"default_pairs": ("id+ru",)}, {"default_languages": ("fr",)}])
def test_what_the_desk_itself_gets_wrong_is_an_error_of_the_inputs(wrong: dict[str, tuple[str, ...]]) -> None:
    with pytest.raises(BriefgenError) as caught:
        plan(order(), replace(KNOWN, **wrong))  # type: ignore[arg-type]
    assert caught.value.status == 1
    assert {problem.code for problem in caught.value.problems} == {"D010"}
    assert all(problem.where.file == "desk.yaml" for problem in caught.value.problems)


def test_a_language_need_not_have_every_kind() -> None:
    known = replace(KNOWN, kinds={**KNOWN.kinds, "briefing-note": Sort(languages=("en", "id"))}, default_pairs=("id-ru", "id-en"))
    made = [target.name for target in plan(order(events=("talks",), formats=("txt",)), known)]
    assert [name for name in made if "note" in name] == [f"talks/briefing-note.{langs}.txt" for langs in ("id", "en", "id-en")]
    assert len([name for name in made if "release" in name]) == 3 + 2


@pytest.mark.parametrize(
    "asked", [{"langs": ("ru", "en")}, {"pairs": ("ru-en",)}, {"langs": ("en", "ru"), "pairs": ("en-ru",), "formats": ("txt", "pdf", "docx")}]
)
def test_a_kind_that_is_asked_for_in_a_language_without_it_is_one_error(asked: dict[str, object]) -> None:
    known = replace(KNOWN, kinds={**KNOWN.kinds, "briefing-note": Sort(languages=("en",))})
    with pytest.raises(BriefgenError) as caught:
        plan(order(**asked), known)
    assert [(problem.code, problem.language) for problem in caught.value.problems] == [("B010", "ru")]


def test_a_kind_without_any_language_of_the_desk_is_said() -> None:
    known = replace(KNOWN, kinds={**KNOWN.kinds, "briefing-note": Sort(languages=("fr",))})
    with pytest.raises(BriefgenError) as caught:
        plan(order(), known)
    assert [(problem.code, problem.language) for problem in caught.value.problems] == [("B010", "en"), ("B010", "id"), ("B010", "ru")]


@pytest.mark.parametrize("event", ["con", "lpt1", "a b", "../x", "X", "-a", "a" * 65, "ё", "a\n"])
def test_no_name_is_unfit_for_a_file(event: str) -> None:
    with pytest.raises(BriefgenError, match="B009"):
        _ = Target(event, "note", ("en",), "public", "txt").name


def test_the_order_is_known_again_by_what_it_asks_for_alone() -> None:
    assert order().name == replace(order(), out=Path("elsewhere"), overwrite=True).name
    assert order().name != order(langs=("en",)).name != order(pairs=("en",)).name


def test_a_format_that_holds_addresses_is_made_by_name_only() -> None:
    known = replace(KNOWN, formats=(*KNOWN.formats, "tree"), default_formats=("docx", "tree"), inner_formats=frozenset({"tree"}))
    with pytest.raises(BriefgenError, match="D010 the format tree holds the addresses of facts") as caught:
        plan(order(), known)
    assert caught.value.status == 1
    assert {target.format for target in plan(order(formats=("tree",)), known)} == {"tree"}
