"""What happened, in the order in which prose needs it: derived from the view, never stored.

Chooses what leads, sorts agreements by how far they came, and groups statements by who spoke. These lists are what
``kind.yaml`` asks its conditions of and what the prose of all languages shares.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from briefgen.compose.gathering import NAMES as GATHERED
from briefgen.compose.gathering import gathered
from briefgen.compose.prepared import NAMES as PREPARED
from briefgen.compose.prepared import prepared
from briefgen.compose.seen import Absent, Seen, Several, Voice
from briefgen.errors import Where
from briefgen.facts import Group, Leaf, Link, Many, View
from briefgen.values import Measure, PartialDate

DECLARATORY = frozenset({"declaration", "joint-declaration", "joint-statement", "communique", "statement"})
_RANK = ("discussed", "explored", "proposed", "drafted", "agreed", "concluded", "initialled", "signed", "exchanged", "in_force", "ended")
_POINTS = {
    "aims": ("aim",), "talks": ("discussed", "reviewed"), "accords": ("agreed",), "offers": ("offered", "proposed", "presented"),
    "expectations": ("expectation",), "backgrounds": ("background",),
}  # fmt: skip

NAMES = frozenset({
    "event", "issuer", "sides", "own", "partners", "own_head", "partner_heads", "heads", "members", "agreements", "lead_agreement",
    "other_agreements", "parties", "signed", "settled", "pending", "considered", "declarations", "titled", "alike", "same_day", "witnesses",
    "own_voices", "own_more", "partner_voices", "partner_more", "voices", "pledges", "pledge_groups", "dated_pledges", "figures", "headline_figures",
    "series", "topics", "references", "points", "counted", "offered", "offers_lead", "other_offers",
    "signed_declarations", "internal", "delegation", "apart", "embargo", "people", *_POINTS, *PREPARED, *GATHERED,
})  # fmt: skip
"""What this module finds; ``leading`` adds to it."""


def occasion(view: View) -> Mapping[str, Any]:
    """The names of ``NAMES`` with their facts."""
    event = Seen(view.event)
    sides = _own_first(_list(event, "sides"), view.settings.home)
    own, partners = sides[:1], sides[1:]
    agreements = _list(event, "agreements")
    declarations = [one for one in agreements if word(one, "instrument") in DECLARATORY and one.part("title") and _come(one, "signed")]
    texts = [one for one in agreements if one not in declarations]
    signed = [one for one in texts if _come(one, "signed")]
    settled = [one for one in texts if _come(one, "agreed") and one not in signed]
    pending = [one for one in texts if _come(one, "drafted") and not _come(one, "agreed")]
    considered = [one for one in texts if not _come(one, "drafted")]
    lead = _lead(event, signed or settled or pending or considered)
    home = state_of(own[0]) if own else view.settings.home
    voices = sorted(_grouped(_list(event, "statements"), "by", home), key=lambda voice: not voice.own)
    pledges = _list(event, "commitments")
    points = _list(event, "points")
    kinds = {name: Several(tuple(point for point in points if word(point, "kind") in wanted)) for name, wanted in _POINTS.items()}
    offered = _topics(points, ("offered", "proposed"))
    figures = _list(event, "figures")
    heads = [head for side in sides if isinstance(head := side.part("head"), Seen)]
    names = {
        "event": event,
        "issuer": issuer(view),
        "sides": Several(tuple(sides)),
        "own": own[0] if own else Absent(f"{event.node.address}.sides", event.node.where),
        "partners": Several(tuple(partners)),
        "own_head": own[0].part("head") if own else Absent(f"{event.node.address}.sides", event.node.where),
        "partner_heads": Several(tuple(head for side in partners if isinstance(head := side.part("head"), Seen))),
        "heads": Several(tuple(heads)),
        "members": Several(tuple(member for side in sides for member in _list(side, "members"))),
        "agreements": Several(tuple(texts)),
        "lead_agreement": lead or Absent(f"{event.node.address}.agreements", event.node.where),
        "other_agreements": Several(tuple(one for one in (signed or settled or pending or considered) if one != lead)),
        "parties": Several(tuple(_parties(sides, lead))),
        "signed": Several(tuple(signed)),
        "settled": Several(tuple(settled)),
        "pending": Several(tuple(pending)),
        "considered": Several(tuple(considered)),
        "declarations": Several(tuple(declarations)),
        "titled": Several(tuple(one for one in (*texts, *declarations) if one.part("title"))),
        "alike": len({about.target.address if (about := topic(text)) else text.node.address for text in signed}) == 1,
        "same_day": len({_day(text) for text in signed}) == 1,
        "witnesses": Several(tuple(_witnesses(event, lead))),
        "voices": tuple(voices),
        "own_voices": tuple(voice for voice in _opening(voices) if voice.own),
        "own_more": tuple(voice for voice in _following(voices) if voice.own),
        "partner_voices": tuple(voice for voice in _opening(voices) if not voice.own),
        "partner_more": tuple(voice for voice in _following(voices) if not voice.own),
        "pledges": Several(tuple(pledges)),
        "pledge_groups": tuple(_grouped([pledge for pledge in pledges if not pledge.part("due")], "who", home)),
        "dated_pledges": Several(tuple(pledge for pledge in pledges if pledge.part("due"))),
        "figures": Several(tuple(figure for figure in figures if not figure.part("counts") and figure.part("value"))),
        "headline_figures": Several(tuple(figure for figure in figures if not figure.part("counts") and _telling(figure))),
        "series": Several(tuple(figure for figure in figures if figure.part("series"))),
        "counted": Several(tuple(figure for figure in figures if figure.part("counts"))),
        "topics": event.part("topics"),
        "points": Several(tuple(points)),
        "references": Several(tuple(Seen(reference) for reference in view.references.values())),
        "people": Several(tuple(people(view))),
        "offered": Several(offered),
        "offers_lead": bool(offered) and len(partners) == 1 and len(heads) > 1 and not texts and word(event, "kind") in {"meeting", "visit", "session"},
        "other_offers": Several(tuple(point for point in kinds["offers"] if not _list(point, "topics"))),
        "signed_declarations": Several(tuple(one for one in declarations if one.part("signed"))),
        "apart": len({tuple(party.target.address for party in _list(text, "parties")) for text in signed}) > 1 and len(sides) > 2,
        "embargo": bool(view.embargo),
        "internal": view.audience == "internal",
        "delegation": view.audience == "delegation",
        **kinds,
        **prepared(view, event, sides),
        **gathered(view),
    }
    assert names.keys() == NAMES, names.keys() ^ NAMES  # noqa: S101  a name that prose may use is always there
    return names


def topic(agreement: Seen) -> Seen | None:
    """What an agreement is about: its field, or the one thing in its scope."""
    about = agreement.part("field")
    if isinstance(about, Seen):
        return about
    scope = agreement.part("scope")
    return next(iter(scope)) if isinstance(scope, Seen) and len(scope) == 1 else None


def _come(agreement: Seen, status: str) -> bool:
    """Whether an agreement has come at least as far as ``status``."""
    return _RANK.index(word(agreement, "status") or "discussed") >= _RANK.index(status)


def _day(agreement: Seen) -> object:
    """The day on which a text was signed, or, where none is known, something that is no other's."""
    signed = agreement.part("signed")
    date = signed.part("date") if isinstance(signed, Seen) else signed
    value = date.node.value if isinstance(date, Seen) and isinstance(date.node, Leaf) else None
    return value if isinstance(value, PartialDate) and value.exact else agreement.node.address


def _parties(sides: list[Seen], lead: Seen | None) -> list[Seen]:
    """Who concluded the lead agreement: the sides that are parties, or all sides where offices signed for them, or else its parties."""
    if lead is None:
        return sides
    parties = _list(lead, "parties")
    named = {party.target.address for party in parties}
    among = [side for side in sides if isinstance(party := side.part("party"), Seen) and party.target.address in named]
    if len(among) > 1:
        return among
    return parties if among or not sides else sides


def word(record: Seen, field: str) -> str:
    """The word of a closed list in ``field``, or ""."""
    found = record.part(field)
    return str(found.node.value) if isinstance(found, Seen) and isinstance(found.node, Leaf) else ""


def issuer(view: View) -> Seen | Absent:
    """The issuing office of the desk, as a record like any other."""
    return Seen(view.issuer) if view.issuer else Absent("desk.issuer", Where("desk.yaml"))


def _topics(points: list[Seen], kinds: tuple[str, ...]) -> tuple[Seen, ...]:
    """What the first point of these kinds with topics is about."""
    return next((tuple(topics) for point in points if word(point, "kind") in kinds and (topics := _list(point, "topics"))), ())


def _telling(figure: Seen) -> bool:
    """Whether a figure carries a sentence: a share, a sum, a number of millions, with its period. Others stand in the briefing note's table."""
    value = figure.part("value") if figure.part("period") else None
    measure = value.node.value if isinstance(value, Seen) and isinstance(value.node, Leaf) else None
    return isinstance(measure, Measure) and (measure.unit == "%" or measure.is_money or measure.scale is not None)


def _list(record: Seen, field: str) -> list[Seen]:
    return list(record.part(field))


def _own_first(sides: list[Seen], home: str) -> list[Seen]:
    return sorted(sides, key=lambda side: side.node.address.rsplit(".", 1)[-1] != home)


def _lead(event: Seen, candidates: list[Seen]) -> Seen | None:
    first = event.part("first")
    wanted = first.target.address if isinstance(first, Seen) else ""
    return next((one for one in candidates if one.node.address == wanted), candidates[0] if candidates else None)


def _witnesses(event: Seen, lead: Seen | None) -> Iterator[Seen]:
    found: dict[str, Seen] = {}
    for record, act in ((event, "exchanged"), (lead, "signed")):
        if record and (group := record.part(act)):
            for witness in _list(group, "witnesses") if isinstance(group, Seen) else ():
                found.setdefault(witness.target.address, witness)
    yield from found.values()


def state_of(entity: Seen) -> str:
    """The state code that a person, organisation, post or side belongs to, or ""."""
    if entity.model == "state":
        return entity.target.key if isinstance(entity.target, Group) else ""
    for field in ("origin", "state", "party"):
        try:
            found = entity.part(field)
        except KeyError:
            continue
        if isinstance(found, Seen):
            return str(found.node.value) if isinstance(found.node, Leaf) else state_of(found)
    return ""


def _grouped(records: list[Seen], field: str, home: str) -> Iterator[Voice]:
    """Records by who is named in ``field``, in order of first appearance."""
    grouped: dict[tuple[str, ...], list[Seen]] = {}
    for record in records:
        grouped.setdefault(tuple(one.target.address for one in _list(record, field)), []).append(record)
    for same in grouped.values():
        others = [_list(record, field) for record in same[1:]]
        by = tuple(replace(one, via=(*one.via, *(named[n].node.address for named in others))) for n, one in enumerate(_list(same[0], field)))
        yield Voice(Several(by), Several(tuple(same)), home in map(state_of, by))


_BREATH = 3
"""How many statements of one speaker a paragraph holds."""


def _opening(voices: Iterable[Voice]) -> Iterator[Voice]:
    for voice in voices:
        yield next(_paragraphs(voice))


def _following(voices: Iterable[Voice]) -> Iterator[Voice]:
    for voice in voices:
        yield from tuple(_paragraphs(voice))[1:]


def _paragraphs(voice: Voice) -> Iterator[Voice]:
    """What one speaker said, cut evenly: four statements are two and two, five are three and two, so that none stands alone."""
    items, start = voice.statements.items, 0
    count = -(-len(items) // _BREATH)
    for n in range(count):
        end = start + len(items) // count + (n < len(items) % count)
        yield replace(voice, statements=Several(items[start:end]))
        start = end


def people(view: View) -> Iterable[Seen]:
    """Everybody whom the event names, once, in order of appearance."""
    found: dict[str, Seen] = {}

    def visit(node: Group | Leaf | Link | Many) -> None:
        if isinstance(node, Link):
            if node.target.model == "person":
                found.setdefault(node.target.address, Seen(node))
        elif isinstance(node, Group):
            for child in node.fields.values():
                visit(child)
        elif isinstance(node, Many):
            for child in node.items.values():
                visit(child)

    visit(view.event)
    return found.values()
