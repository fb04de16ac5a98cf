"""Who may see what: nothing that is not for an audience exists in its view."""

from itertools import product
from pathlib import Path

import pytest

from briefgen.errors import BriefgenError, Grade
from briefgen.facts import Desk, Group, Leaf, Link, Many, Node, View
from briefgen.facts.marks import AUDIENCES
from briefgen.values import Moment, PartialDate
from tests.facts.desks import REGISTER, desk, event, told

NO_DEFAULT = "kind: meeting\ntitle: {id: P, en: M, ru: в}\nwhen: 2025-06-19\n"


def addresses(view: View) -> set[str]:
    return {leaf.address for leaf in view.leaves()}


def said(audience: str) -> str:
    return f", audience: {audience}" if audience else ""


@pytest.mark.parametrize(("group", "leaf", "default"), list(product(("", *AUDIENCES), ("", *AUDIENCES), ("", *AUDIENCES))))
def test_a_ceiling_a_value_and_a_default(tmp_path: Path, group: str, leaf: str, default: str) -> None:
    """The most restrictive of what is said on the way; the default only where nothing is said."""
    more = f"defaults: {{source: news{said(default)}}}\nexchanged: {{date: 2025-06-19{said(group)}, place: {{value: moscow{said(leaf)}}}}}\n"
    opened = desk(tmp_path, event(more, NO_DEFAULT))
    expected = max((a for a in (group, leaf) if a), key=AUDIENCES.index, default=default or "internal")
    for audience in AUDIENCES:
        try:
            seen = "a.exchanged.place" in addresses(opened.view("a", audience))
        except BriefgenError:  # nothing at all is for this audience
            seen = False
        assert seen is (AUDIENCES.index(audience) >= AUDIENCES.index(expected))


def test_contact_is_internal_whatever_its_person_says(tmp_path: Path) -> None:
    register = REGISTER.replace("  siti:\n", "  siti:\n    audience: public\n")
    opened = desk(tmp_path, event("sides: {ID: siti}"), register=register)
    for audience, knows in [("public", False), ("delegation", False), ("internal", True)]:
        assert ("contact" in head(opened.view("a", audience))) is knows
    opened = desk(tmp_path, event("sides: {ID: siti}"), register=register.replace("+62 21 555", "{value: +62 21 555, audience: delegation}"))
    assert "contact" in head(opened.view("a", "delegation"))
    assert "contact" not in head(opened.view("a", "public"))


def head(view: View) -> Group:
    sides = view.event["sides"]
    assert isinstance(sides, Many)
    side = sides["ID"]
    assert isinstance(side, Group)
    link = side["head"]
    assert isinstance(link, Link)
    return link.target


HIDING = """
exchanged: {date: 2025-06-19, audience: internal, by: {ID: siti}, place: hall}
agreements:
  secret: {audience: delegation, parties: [ID, RU], title: {id: Rahasia, en: Hidden, ru: тайна}, status: drafted, note: NEVER}
  open: {parties: [ID, RU], signed: {date: 2025-06-19, audience: internal}, status: signed}
  half: {parties: [ID, RU], initialled: 2025-06-18, signed: {date: 2025-06-19, audience: internal}, against: [{value: NEVER, note: NEVER}]}
figures:
  two: {what: {id: x, en: x, ru: х}, value: 2, counts: [secret, half]}
commitments:
  deed: {what: {id: x, en: x, ru: х}, under: secret, audience: delegation}
sides: {ID: {head: siti, audience: delegation}, RU: pavel}
"""


def texts(node: Node, seen: set[int]) -> list[str]:
    """Everything that can be read in a view, its links followed."""
    if id(node) in seen:
        return []
    seen.add(id(node))
    if isinstance(node, Leaf):
        return [node.address, str(node.value), *map(str, node.value.values() if hasattr(node.value, "values") else ()), *node.sources]
    if isinstance(node, Link):
        return [node.address, *node.sources, *texts(node.target, seen)]
    below = node.fields if isinstance(node, Group) else node.items
    return [node.address, *below, *(word for child in below.values() for word in texts(child, seen))]


def test_nothing_hidden_is_anywhere_in_a_view(tmp_path: Path) -> None:
    opened = desk(tmp_path, event(HIDING))
    public = "\n".join(texts(opened.view("a", "public").event, set()))
    for hidden in ("secret", "Hidden", "Siti", "exchanged", "hall", "NEVER", "555", "deed", "sides.ID"):
        assert hidden not in public
    inside = "\n".join(texts(opened.view("a", "internal").event, set()))
    for shown in ("secret", "Hidden", "Siti", "exchanged", "hall", "555", "deed"):
        assert shown in inside
    assert "NEVER" not in inside


def test_a_reference_to_somebody_whom_the_audience_may_not_know_is_absent(tmp_path: Path) -> None:
    register = REGISTER.replace("  pavel:\n", "  pavel:\n    audience: internal\n")
    opened = desk(tmp_path, event("sides: {RU: pavel}\nstatements: {s: {by: pavel, that: {id: x, en: x, ru: х}}}"), register=register)
    assert {"a.sides.RU.head", "a.statements.s.by.pavel"} <= addresses(opened.view("a", "internal"))
    assert not {address for address in addresses(opened.view("a", "public")) if "head" in address or "pavel" in address}


def test_a_status_follows_only_from_what_the_audience_knows(tmp_path: Path) -> None:
    opened = desk(tmp_path, event(HIDING))
    assert [status(opened.view("a", audience), "half") for audience in ("public", "internal")] == [("initialled", True), ("signed", True)]
    assert [status(opened.view("a", audience), "open") for audience in ("public", "internal")] == [("signed", False), ("signed", False)]


def status(view: View, key: str) -> tuple[str, bool]:
    leaf = entry(view, "agreements", key)["status"]
    assert isinstance(leaf, Leaf)
    assert leaf.address == f"a.agreements.{key}.status"
    return leaf.value, leaf.derived


def entry(view: View, section: str, key: str) -> Group:
    many = view.event[section]
    assert isinstance(many, Many)
    group = many[key]
    assert isinstance(group, Group)
    return group


def test_an_act_still_to_come_is_no_status(tmp_path: Path) -> None:
    opened = desk(tmp_path, event("agreements: {x: {parties: ID, signed: 2025-06-19, in_force: 2025-07, ends: 2030}}"))
    assert status(opened.view("a", "public"), "x") == ("signed", True)


def test_an_internal_source_hides_the_citation_not_the_fact(tmp_path: Path) -> None:
    opened = desk(
        tmp_path, event("place: {value: moscow, source: [cable#p1, news#p2]}\nheadline: {id: x, en: x, ru: х}\nexchanged: {date: 2025-06-19, source: cable}")
    )
    public, internal = opened.view("a", "public"), opened.view("a", "internal")
    by_address = {leaf.address: leaf.sources for leaf in public.leaves()}
    assert by_address["a.place"] == ("news#p2",)
    assert by_address["a.exchanged"] == ()
    assert set(public.references) == {"news"}
    assert set(internal.references) == {"news", "cable"}
    assert public.doubts == ()
    assert [line for line in told(opened.check("a"), Grade.ADVICE) if "F091" in line] == [
        "7:19 F091 exchanged: this is public, but its sources are not; cite a public source too, if there is one"
    ]


def test_embargoes_bind_what_is_visible_until_lifted(tmp_path: Path) -> None:
    more = """
    embargo: 2025-06-20 08:00 Asia/Jakarta
    place: {value: moscow, embargo: 2025-06-19 14:00 Europe/Moscow}
    exchanged: {date: 2025-06-19, audience: internal, embargo: 2025-06-21 14:00 Europe/Moscow}
    number: {value: '7', embargo: lifted}
    """
    opened = desk(tmp_path, event(more))
    assert [str(moment) for moment in opened.view("a", "public").embargo] == ["2025-06-19 14:00 Europe/Moscow", "2025-06-20 08:00 Asia/Jakarta"]
    assert len(opened.view("a", "internal").embargo) == 3
    assert desk(tmp_path, event("embargo: lifted")).view("a", "public").embargo == ()


def test_an_empty_view_says_so_and_how_to_mend_it(tmp_path: Path) -> None:
    opened = desk(tmp_path, event("defaults: {source: news}", NO_DEFAULT))
    with pytest.raises(BriefgenError, match=r"F050 a: nothing in this event is public; add `defaults: \{audience: public\}`"):
        opened.view("a", "public")
    assert opened.view("a", "internal")


def test_a_draft_is_missing_for_the_public(tmp_path: Path) -> None:
    opened = desk(tmp_path, event("headline: {id: x, en: x, ru: {text: х, draft: true}}"))
    assert set(text(opened.view("a", "public"), "headline")) == {"id", "en"}
    assert set(text(opened.view("a", "delegation"), "headline")) == {"id", "en", "ru"}


def text(view: View, name: str) -> dict[str, str]:
    leaf = view.event[name]
    assert isinstance(leaf, Leaf)
    return {code: str(wording) for code, wording in leaf.value.items()}


def test_a_time_has_the_zone_of_its_place(tmp_path: Path) -> None:
    more = "when: 2025-06-19 14:00\nplace: hall\nprogramme: {tea: {start: 2025-06-19 15:00, what: {id: x, en: x, ru: х}}}\n"
    view = desk(tmp_path, event(more, "kind: meeting\ntitle: {id: P, en: M, ru: в}\ndefaults: {source: news, audience: public}\n")).view("a", "public")
    zones = [leaf.value.zone for leaf in view.leaves() if isinstance(leaf, Leaf) and isinstance(leaf.value, Moment)]
    assert zones == ["Europe/Moscow", "Europe/Moscow"]  # the hall is within Moscow
    view = desk(tmp_path, event("statements: {s: {by: ID, that: {id: x, en: x, ru: х}, when: 2025-06-19 14:00}}")).view("a", "public")
    assert [leaf.value.zone for leaf in view.leaves() if leaf.address.endswith("s.when") and isinstance(leaf, Leaf)] == ["Asia/Jakarta"]


def test_the_post_held_on_a_day(tmp_path: Path) -> None:
    view = desk(tmp_path, event("sides: {RU: pavel}", event().replace("2025-06-19", "2025-06-19"))).view("a", "public")
    sides = view.event["sides"]
    assert isinstance(sides, Many)
    side = sides["RU"]
    assert isinstance(side, Group)
    link = side["head"]
    assert isinstance(link, Link)
    found = [view.person_post(link.target, on) for on in (PartialDate(2005), PartialDate(2010), PartialDate(2025, 6, 19), None)]
    assert [post and (post.address, post.target.address) for post in found] == [
        ("people.pavel.posts.envoy", "posts.envoy"), None, ("people.pavel.posts.envoy", "posts.envoy"), ("people.pavel.posts.envoy", "posts.envoy"),
    ]  # fmt: skip


def test_names_carry_gender_and_origin_for_their_forms(tmp_path: Path) -> None:
    name = head(desk(tmp_path, event("sides: {ID: siti}")).view("a", "public"))["name"]
    assert isinstance(name, Leaf)
    assert (name.value["ru"].gender, name.value["ru"].origin, name.value["ru"].animate) == ("f", "ID", True)


def test_a_series_has_the_unit_of_its_figure(tmp_path: Path) -> None:
    view = desk(tmp_path, event("figures: {f: {what: {id: x, en: x, ru: х}, unit: USD, series: {2023: 3.3 billion, 2024: 4.3 billion}}}")).view("a", "public")
    series = entry(view, "figures", "f")["series"]
    assert isinstance(series, Many)
    assert [(leaf.address, str(leaf.value)) for leaf in series if isinstance(leaf, Leaf)] == [
        ("a.figures.f.series.2023", "3.3 billion USD"),
        ("a.figures.f.series.2024", "4.3 billion USD"),
    ]


def test_states_exist_without_being_written_and_can_be_overridden(tmp_path: Path) -> None:
    def party(opened: Desk) -> Group:
        side = next(leaf for leaf in opened.view("a", "public").leaves() if leaf.address == "a.sides.ID")
        assert isinstance(side, Link)
        return side.target

    plain = party(desk(tmp_path / "1", event("sides: [ID, RU]")))
    assert (plain.model, plain.key, plain.address, dict(plain.fields)) == ("state", "ID", "states.ID", {})
    named = party(desk(tmp_path / "2", event("sides: [ID, RU]"), register=REGISTER + "states: {ID: {name: {id: RI, en: RI, ru: РИ}}}\n"))
    assert set(named) == {"name"}
    bare = party(desk(tmp_path / "3", event("sides: [ID, RU]"), register=REGISTER + "states: {ID: {zone: Asia/Jakarta, audience: internal}}\n"))
    assert not bare.fields


def test_another_event_is_shown_without_its_own_relations(tmp_path: Path) -> None:
    opened = desk(tmp_path, event("related: b"), event("related: c\nagreements: {x: {parties: ID, status: agreed}}"), event("related: a"))
    link = next(leaf for leaf in opened.view("a", "public").leaves() if leaf.address == "a.related.b")
    assert isinstance(link, Link)
    assert link.target.address == "b"
    assert "agreements" in link.target
    assert "related" not in link.target


def test_circles_of_references_come_to_an_end(tmp_path: Path) -> None:
    register = REGISTER.replace("embassy: {name", "embassy: {replaces: embassy, name")
    assert desk(tmp_path, event("led_by: embassy"), register=register).view("a", "public")


def test_the_issuer_is_a_group_of_its_own(tmp_path: Path) -> None:
    settings = 'format: 1\nlanguages: [id]\nzone: UTC\naudience: internal\nissuer: {name: {id: Kantor}, contact: {id: "satu\\ndua"}}\n'
    view = desk(tmp_path, event(), settings=settings).view("a", "public")
    assert view.issuer is not None
    assert {name: view.issuer[name].address for name in view.issuer} == {"name": "desk.issuer.name", "contact": "desk.issuer.contact"}


def test_no_such_event_or_audience(tmp_path: Path) -> None:
    opened = desk(tmp_path, event())
    with pytest.raises(BriefgenError, match="D004"):
        opened.view("z", "public")
    with pytest.raises(BriefgenError, match="D005 'publik' is no audience; did you mean 'public'"):
        opened.view("a", "publik")
