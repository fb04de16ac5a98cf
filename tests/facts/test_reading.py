"""What is wrong in a file of facts: all of it at once, each at its place, with its address and a hint."""

from pathlib import Path

import pytest

from briefgen.errors import BriefgenError, Grade
from briefgen.facts import Desk
from briefgen.facts.event import Event
from briefgen.facts.record import specs
from briefgen.facts.texts import _WORDING, LANGUAGE
from tests.facts.desks import REGISTER, SETTINGS, desk, errors, event, opening, told

FAULTY = """
kind: meting
titel: {id: x, en: x, ru: x}
title: {id: Pertemuan, en: Meeting, ru: встреча, EN: Meeting}
when: 2026-02-30
place: konstantin-palce
sides: {ru: siti, XX: pavel}
audience: publik
agreements:
  a:
    parties: [ID, RU]
    signed: {date: 2025-06-19, plcae: moscow}
    scope: [ports, ports, {value: shps}]
    valid_for: 5 lightyears
  Signed One: {parties: ID, status: agreed}
commitments:
  k: {what: {id: berlayar, en: sail, ru: плыть}, due: soon}
statements:
  s: {that: {id: ya, en: yes, ru: да}}
figures:
  f: {what: ports, value: '1,5 %'}
"""


def test_all_mistakes_come_at_once_each_at_its_place(tmp_path: Path) -> None:
    assert errors(tmp_path, FAULTY) == [
        "1:7 F021 kind: 'meting' is none of meeting, visit, signing, forum, session, announcement, exhibition, call; did you mean 'meeting'?",
        "2:1 F010 titel: 'titel' is not known here; did you mean 'title'?",
        "3:50 F041 title: 'EN' is no language; languages are written in lower case: en",
        "4:7 F020 when: February 2026 has 28 days; mend the day; dates are written year-month-day",
        "5:8 F031 place: no places called 'konstantin-palce'; add it to places, in this event or in sources/register",
        "6:9 F031 sides.ru: no states or organisations called 'ru'; states are written in capitals: RU",
        "6:19 F031 sides.XX: no states or organisations called 'XX'; write the ISO 3166 code of the state",
        "7:11 F022 audience: 'publik' is no audience; did you mean 'public'?",
        "11:32 F010 agreements.a.signed.plcae: 'plcae' is not known here; did you mean 'place'?",
        "12:20 F016 agreements.a.scope.ports: 'ports' stands in the list twice; delete one",
        "12:35 F031 agreements.a.scope.shps: no terms called 'shps'; did you mean 'ships'?",
        "13:16 F020 agreements.a.valid_for: 'lightyears' is no unit that is known here; did you mean 'flights'?",
        "14:3 F015 agreements.Signed One: 'Signed One' cannot be a name here: small letters, digits and hyphens, beginning with a letter; write signed-one",
        "16:55 F020 commitments.k.due: 'soon' is no date; write 2025, 2025-06, 2025-06-19, 2025-Q1 or early 2025",
        "18:6 F012 statements.s: 'by' is missing; ",
        "20:13 F040 figures.f.what: a text needs to say which language it is in; write {id: …, en: …, ru: …}, or {every: …} for all of this script",
        "20:27 F020 figures.f.value: '1,5' has a comma; write 1.5: a full stop for the fraction, nothing between thousands",
    ]


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ("note: [a]", "F011 note: a note is plain text"),
        ("place:", "F013 place: there is no value here"),
        ("place: [moscow, hall]", "F011 place: one value is expected here, not a list"),
        ("place: {value: moscow, sorce: news}", "F010 place.sorce: 'sorce' is not known here; did you mean 'source'?"),
        ("place: {source: news}", "F012 place: 'value' is missing"),
        ("agreements: [a, b]", "F011 agreements: entries with names are expected here"),
        ("agreements: {none: {parties: ID, status: agreed}}", "F015 agreements.none: 'none' is kept for later"),
        ("place: {value: moscow, embargo: 2025-06-19 14:00}", "F023 place.embargo: an embargo needs its zone"),
        ("place: {value: moscow, embargo: 2025-06-19}", "F023 place.embargo: an embargo needs its time and zone"),
        ("place: {value: moscow, source: nwes#p1}", "F031 place.source: no references called 'nwes'; did you mean 'news'?"),
        ("place: {value: moscow, source: 'news#'}", "F024 place.source: '#' is no place in a source"),
        ("place: {value: moscow, source: {at: news, qoute: x}}", "F010 place.source.qoute: 'qoute' is not known here; did you mean 'quote'?"),
        ("place: {value: moscow, against: [{note: x}]}", "F012"),
        ("headline: {id: x, en: x, ru: {text: x, gender: q}}", "F021 headline [ru]: 'q' is none of m, f, n"),
        ("headline: {id: x, en: x, ru: {text: x, forms: {ablative: x}}}", "F044 headline [ru]: 'ablative' is no form"),
        ("headline: {id: x, en: x, ru: {gender: m}}", "F012 headline [ru]: 'text' is missing"),
        ("headline: {id: 'x\n\n  y', en: x, ru: x}", "F042 headline [id]: this text has several lines"),
        (f"headline: {{id: {'x' * 700}, en: x, ru: x}}", "F042 headline [id]: the text has 700 characters"),
        (f"headline: {{id: {'x' * 200}, en: x, ru: x}}", "F042 headline [id]: a word of 200 characters"),
        ("picture: {file: ../x.png, caption: {every: X.}, alt: {every: X.}}", "F020 picture: '../x.png' leads out of the event's folder"),
        ("picture: {file: x.svg, caption: {every: X.}, alt: {every: X.}}", "F020 picture: 'x.svg' is no picture that is read here"),
        ("related: [b]", "F031 related.b: no events called 'b'"),
        ("first: ports", "F031 first: no agreements or points called 'ports'; 'ports' is in terms"),
        ("sides: [ID, kemenperin]", "F031 sides.kemenperin: no states or organisations called 'kemenperin'"),
        ("exchanged: {date: 2025-06-19, by: {ID: pavl}}", "F031 exchanged.by.ID: no people called 'pavl'; did you mean 'pavel'?"),
        ("people: {siti: {name: {every: S, ru: С}, gender: f}}", "F030 people.siti: 'siti' is in people twice, first in sources/register/all.yaml:3:3"),
        ("agreements: {a: {parties: ID, status: agreed, languages: [ID]}}", "languages are written in lower case: id"),
    ],
)  # fmt: skip
def test_one_mistake_one_message(tmp_path: Path, more: str, says: str) -> None:
    found = errors(tmp_path, event(more))
    assert len(found) == 1, found
    assert says in found[0]


def test_a_misspelt_name_is_read_as_what_is_meant(tmp_path: Path) -> None:
    found = errors(tmp_path, event("statements: {s: {bye: siti, taht: {id: x, en: x, ru: x}}}\n"))
    assert [line.split(" ")[1] for line in found] == ["F010", "F010"]


def test_short_and_long_are_the_same_fact(tmp_path: Path) -> None:
    short = desk(tmp_path / "1", event("agreements: {x: {parties: [ID, RU], signed: 2025-06-19, scope: ports}}")).view("a", "public")
    long = desk(
        tmp_path / "2",
        event("agreements: {x: {parties: {value: [ID, RU]}, signed: {date: {value: 2025-06-19}}, scope: [{value: ports}]}}"),
    ).view("a", "public")
    assert [(leaf.address, getattr(leaf, "value", "")) for leaf in short.leaves()] == [(leaf.address, getattr(leaf, "value", "")) for leaf in long.leaves()]


def test_what_is_already_called_otherwise_is_still_found(tmp_path: Path) -> None:
    register = REGISTER.replace("  ships: {id", "  ships: {formerly: vessels, id")
    opened = desk(tmp_path, event("topics: [vessels]\n"), register=register)
    assert [line for line in told(opened.check("a"), Grade.ADVICE) if "F033" in line] == [
        "5:10 F033 topics.vessels: 'vessels' is now called 'ships'; write ships"
    ]
    topic = next(leaf for leaf in opened.view("a", "public").leaves() if leaf.address == "a.topics.vessels")
    assert topic.target.address == "terms.ships"  # type: ignore[union-attr]


def test_every_serves_its_own_script_only(tmp_path: Path) -> None:
    assert errors(tmp_path, event("headline: {every: INNOPROM}")) == ["5:11 F051 headline [ru]: there is no text in this language; add `ru:`"]


@pytest.mark.parametrize(
    ("words", "served"),
    [
        ("Siti Rahma", {"fr", "vi", "sr-Latn", "qps"}),
        ("Сити Рахма", {"ru", "kk", "sr", "uz-Cyrl"}),
        ("INNOPROM 2026, 第1回", {"zh", "ja", "zh-Hant"}),
        ("アンタラ", {"zh", "ja", "zh-Hant"}),
        ("안타라", {"ko"}),
        ("ଆ", {"or"}),
        ("2026", {"fr", "vi", "sr-Latn", "qps"}),
    ],
)
def test_a_language_is_served_by_the_script_that_it_is_written_in(tmp_path: Path, words: str, served: set[str]) -> None:
    languages = ["fr", "vi", "sr-Latn", "qps", "ru", "kk", "sr", "uz-Cyrl", "zh", "ja", "zh-Hant", "ko", "or"]
    opened = desk(
        tmp_path,
        event(f"headline: {{every: '{words}'}}"),
        settings=SETTINGS.replace("id, en, ru", ", ".join(languages)),
        register="references: {news: {kind: news, title: A}}",
    )
    headline = opened.load("a").event.headline  # type: ignore[union-attr]
    assert headline is not None
    assert set(headline.value) == served


def test_an_agreement_of_another_event_is_named_with_it(tmp_path: Path) -> None:
    other = event("agreements: {x: {parties: ID, status: agreed}}")
    mine = event("commitments: {k: {what: {id: x, en: x, ru: x}, under: b.x}, j: {what: {id: x, en: x, ru: x}, under: b.y}}")
    found = told(desk(tmp_path, mine, other).check("a"))
    assert found == ["5:101 F031 commitments.j.under: no agreements called 'b.y'; an agreement of another event is EVENT.KEY"]


def test_fields_of_a_text_can_never_be_a_language() -> None:
    assert not [name for name in _WORDING if LANGUAGE.fullmatch(name)]
    assert not {"on", "off", "yes", "no", "y", "n"} & set(specs(Event))
    assert "id" not in specs(Event)


def test_yaml_faults_stop_at_the_file_but_not_the_others(tmp_path: Path) -> None:
    opened = desk(tmp_path, "kind: &x meeting\n", event("place: nowhere"))
    assert [(p.where.file, p.code) for p in opened.check() if p.grade is Grade.ERROR] == [("sources/a/facts.yaml", "Y007"), ("sources/b/facts.yaml", "F031")]


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        (SETTINGS.replace("format: 1", "format: 2\nnewfield: x"), "1:9 D002 desk.format: these facts have format 2; this briefgen reads format 1"),
        (SETTINGS.replace("audience: internal\n", ""), "1:1 F012 desk: 'audience' is missing"),
        (SETTINGS + "pairs: [id-ru, id-fr]\n", "D003 desk.pairs: the pair 'id-fr' needs fr"),
        (SETTINGS + "pairs: [id]\n", "D003 desk.pairs.id: 'id' is no pair of languages"),
        (SETTINGS.replace("home: ID", "home: id"), "D003 desk.home: 'id' is no state; states are written in capitals: ID"),
        (SETTINGS.replace("Asia/Jakarta", "WIB"), "F020 desk.zone: 'WIB' is an abbreviation; write Asia/Jakarta"),
        (SETTINGS + "issuer: {name: Office}\n", "F040 desk.issuer.name: a text needs to say"),
    ],
)
def test_settings_are_checked(tmp_path: Path, settings: str, says: str) -> None:
    found = opening(tmp_path, settings=settings)
    assert len(found) == 1, found
    assert says in found[0]


def test_the_settings_of_a_desk(tmp_path: Path) -> None:
    more = "pairs: [id-ru]\nkinds: pack\nunits: [wagons]\nregister: protocol\nhouse: {ru: {percent: gost}}\n"
    settings = desk(tmp_path, settings=SETTINGS + more).settings
    assert (settings.pairs, settings.kinds, settings.units, settings.register) == ((("id", "ru"),), ("pack",), frozenset({"wagons"}), "protocol")
    assert settings.house == {"ru": {"percent": "gost"}}


def test_the_register_is_one_however_it_is_split(tmp_path: Path) -> None:
    opened = desk(tmp_path)
    (tmp_path / "sources" / "register" / "more.yaml").write_text("terms:\n  ports: {every: x, ru: х}\n", encoding="utf-8")
    with pytest.raises(BriefgenError) as caught:
        Desk.open(opened.root)
    assert told(list(caught.value.problems)) == [
        "2:3 F030 terms.ports: 'ports' is in terms twice, first in sources/register/all.yaml:24:3; keep one of the two, or give one another name"
    ]


def test_a_desk_is_found_upwards(tmp_path: Path) -> None:
    desk(tmp_path, event())
    assert Desk.find(tmp_path / "sources" / "a") == tmp_path
    with pytest.raises(BriefgenError, match="D001"):
        Desk.find(tmp_path.parent)


def test_a_link_out_of_the_desk_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text(event(), encoding="utf-8")
    opened = desk(tmp_path / "desk")
    (opened.root / "sources" / "a").mkdir()
    (opened.root / "sources" / "a" / "facts.yaml").symlink_to(outside)
    assert [p.code for p in Desk.open(opened.root).check("a")] == ["D006"]
