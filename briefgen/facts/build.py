"""From records to a view: walks the leaves, keeps what the audience may see, links references, and drops what is left empty."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from briefgen.errors import Where
from briefgen.facts.audience import RANK, Scope
from briefgen.facts.book import NO_BOOK, Book, Shown, Spot, rank_of
from briefgen.facts.dates import days
from briefgen.facts.fields import Fact, Free, Keyed, Ref, Several, Spec
from briefgen.facts.marks import AUDIENCES, Marks
from briefgen.facts.meaning import derived_status, give_grammar, give_unit
from briefgen.facts.nodes import Group, Leaf, Link, Many, Node
from briefgen.facts.record import Nested, Record, attributes, specs
from briefgen.facts.register import SECTIONS
from briefgen.facts.texts import Text
from briefgen.values import Moment, Span

_APART = frozenset({"defaults", "extra", "formerly"})
_OTHERS = frozenset({"related", "part_of"})  # an event that is only referred to shows none of its own relations, or a chain would be read to its end


class Builder:
    """Builds the groups of one view; each entity and each event once."""

    def __init__(self, books: Callable[[str], Book | None], audience: str) -> None:
        self.audience = audience
        self.shown = Shown()
        self._books = books
        self._rank = RANK[audience]
        self._fields: dict[int, dict[str, Node]] = {}  # the mutable side of each group and many, until pruned
        self._made: dict[tuple[str, str, str], Group] = {}
        self._links: list[tuple[Book, Link, str, str]] = []
        self._alive: dict[int, bool] = {}
        self._ranks: dict[tuple[str, str], int] = {}

    def event(self, name: str) -> Group | None:
        """The event's group with all that it links to; None where the audience sees nothing of it."""
        group = self._event(name, own=True)
        self._settle()
        return group if group and self._prune(group) else None

    def entity(self, book: Book, section: str, key: str) -> Group | None:
        """One entity with all that it links to."""
        group = self._entity(book, section, key)
        self._settle()
        return group if group and self._prune(group) else None

    def record(self, record: Record, address: str, scope: Scope) -> Group | None:
        """A record that refers to nothing, such as the issuing office."""
        group = self._group(Spot(NO_BOOK, address, scope), record, "")
        return group if self._prune(group) else None

    def cites(self, book: Book, reference: str) -> bool:
        """Whether the audience may know of a reference."""
        return self._rank_of(book, reference) <= self._rank

    def _rank_of(self, book: Book, reference: str) -> int:
        asked = (book.name, reference)
        if asked not in self._ranks:
            self._ranks[asked] = rank_of(book, reference)
        return self._ranks[asked]

    # ── Making ───────────────────────────────────────────────────────────────────────────────────

    def _event(self, name: str, *, own: bool) -> Group | None:
        if ("", "event", name) in self._made:
            return self._made["", "event", name]
        book = self._books(name)
        if book is None:
            return None
        mine, self.shown = self.shown, self.shown if own else Shown()
        group = self._group(Spot(book, name, book.scope), book.event, name, without=_OTHERS if not own else frozenset())
        self._made["", "event", name] = group
        if not own:
            mine.take(self.shown, conflicts=False)
        self.shown = mine
        return group

    def _entity(self, book: Book, section: str, key: str) -> Group | None:
        found = book.entity(section, key)
        if found is None:
            if section != "states":
                return None
            return self._made.setdefault(("", section, key), Group(f"states.{key}", "state", key, Where(), MappingProxyType({})))
        record, own = found
        home = book.name if own else ""
        if (home, section, key) not in self._made:
            address = f"{book.name}.{section}.{key}" if own else f"{section}.{key}"
            mine, self.shown = self.shown, Shown()
            self._made[home, section, key] = self._group(Spot(book, address, Scope("public", book.scope.zone)), record, key)
            mine.take(self.shown, conflicts=True)
            self.shown = mine
        return self._made[home, section, key]

    def _group(self, spot: Spot, record: Record, key: str, *, without: frozenset[str] = frozenset()) -> Group:
        spot = spot.enter(record.marks, record.guarded)
        place = getattr(record, "place", None)
        if isinstance(place, Fact):
            spot = spot.at(place.value)
        fields: dict[str, Node] = {}
        group = Group(spot.address, record.model, key, record.where, MappingProxyType(fields))
        self._fields[id(group)] = fields
        known = specs(type(record))
        for name, attribute in attributes(type(record)).items():
            value = getattr(record, attribute)
            if value is None or value == () or name in _APART or name in without or (record.model == "event" and name in SECTIONS):
                continue
            node = self._node(Spot(spot.book, record.below(spot.address, name), spot.scope), known[name], value)
            if node is not None:
                fields[name] = node
        self._complete(spot.book, record, group, fields)
        if fields:
            self._conflicts(spot.address, record.marks)
        return group

    def _node(self, spot: Spot, spec: Spec | Nested, value: Any) -> Node | None:
        match spec:
            case Nested():
                group = self._group(spot, value, "")
                return group if self._fields[id(group)] else None
            case Keyed():
                items = {key: self._entry(spot.below(key), spec, key, entry) for key, entry in value.items()}
                return self._many(spot, items, next((entry.where for entry in value.values()), Where()))
            case Several():
                listed = {str(fact.value): self._fact(spot.below(str(fact.value)), spec.each, fact) for fact in value}
                return self._many(spot, listed, value[0].where)
            case Free():
                return None
            case _:
                return self._fact(spot, spec, value)

    def _entry(self, spot: Spot, spec: Keyed, key: str, entry: Any) -> Node | None:
        """An entry of a mapping; one whose key is itself a reference (a side, a post held) links to what the key names."""
        if isinstance(entry, Fact):
            return self._fact(spot, spec.each, entry)
        group = self._group(spot, entry, key)
        fields = self._fields[id(group)]
        if spec.refers:
            spot = spot.enter(entry.marks)
            if spot.scope.rank() <= self._rank and (link := self._link(spot, key, spec.refers, group.where)):
                self.shown.embargo.update(spot.scope.embargoes)
                rest = dict(fields)
                fields.clear()
                fields["party" if group.model == "side" else "post"] = link
                fields.update(rest)
        return group if fields else None

    def _many(self, spot: Spot, items: Mapping[str, Node | None], where: Where) -> Many | None:
        kept = {key: node for key, node in items.items() if node is not None}
        if not kept:
            return None
        many = Many(spot.address, MappingProxyType(kept), where)
        self._fields[id(many)] = kept
        return many

    def _fact(self, spot: Spot, spec: Spec, fact: Fact) -> Node | None:
        spot = spot.enter(fact.marks)
        rank = spot.scope.rank(spec.default, fact.marks.audience)
        self.shown.counts[AUDIENCES[rank]] += 1
        if rank > self._rank:
            return None
        node = self._link(spot, fact.value, spec.to, fact.where) if isinstance(spec, Ref) else self._leaf(spot, spec, fact, rank)
        if node is not None:
            self._seen(spot, fact, rank)
        return node

    def _leaf(self, spot: Spot, spec: Spec, fact: Fact, rank: int) -> Leaf | None:
        value = fact.value
        if isinstance(spec, Text) and self.audience == "public":  # a draft counts as missing for the public
            value = MappingProxyType({code: wording for code, wording in value.items() if not wording.draft})
            if not value:
                return None
        elif isinstance(value, Moment) and value.time and not value.zone:
            value = replace(value, zone=spot.scope.zone)
        kind = "span" if isinstance(value, Span) else spec.kind
        return Leaf(spot.address, kind, value, fact.where, self._citable(spot), AUDIENCES[rank], spec.shape if isinstance(spec, Text) else "")

    def _link(self, spot: Spot, text: str, kinds: tuple[str, ...], where: Where) -> Link | None:
        found = spot.book.resolve(text, kinds)
        if found is None:
            return None
        link = Link(spot.address, _NOWHERE, where, self._citable(spot), AUDIENCES[spot.scope.rank()])
        self._links.append((spot.book, link, *found))
        return link

    def _seen(self, spot: Spot, fact: Fact, rank: int) -> None:
        scope = spot.scope
        self.shown.embargo.update(scope.embargoes)
        if not scope.sources:
            self.shown.unsourced.append((spot.address, fact.where))
        else:
            self.shown.sourced += 1
            if rank == 0 and not any(source.reference == "desk" or self._rank_of(spot.book, source.reference) == 0 for source in scope.sources):
                self.shown.unciteable.append((spot.address, fact.where))
        self._conflicts(spot.address, fact.marks)

    def _conflicts(self, address: str, marks: Marks) -> None:
        self.shown.undecided += [(address, claim) for claim in marks.against if not claim.note]

    def _citable(self, spot: Spot) -> tuple[str, ...]:
        citable = tuple(source for source in spot.scope.sources if source.reference == "desk" or self.cites(spot.book, source.reference))
        self.shown.cited.update(source.reference for source in citable)
        return tuple(source.at for source in citable)

    def _complete(self, book: Book, record: Record, group: Group, fields: dict[str, Node]) -> None:
        """What the fields of a record mean together."""
        if record.model == "agreement" and fields and "status" not in fields:
            on = days(book.event.when.value) if book.event.when else None
            if (status := derived_status(group.address, fields, on)) is not None:
                fields["status"] = status
        elif record.model == "figure" and isinstance(unit := fields.get("unit"), Leaf):
            give_unit(fields, unit.value, self._fields)
        elif record.model == "person":
            give_grammar(fields, record)

    # ── Settling ─────────────────────────────────────────────────────────────────────────────────

    def _settle(self) -> None:
        """Gives each link its target; a target may bring links of its own."""
        while self._links:
            book, link, section, key = self._links.pop()
            object.__setattr__(link, "target", self._target(book, section, key) or _NOWHERE)

    def _target(self, book: Book, section: str, key: str) -> Group | None:
        if section in SECTIONS:
            return self._entity(book, section, key)
        if section == "events":
            return self._event(key, own=False)
        name = book.name
        if "." in key:
            name, _, key = key.partition(".")
        event = self._event(name, own=False)
        many = event.get(section) if event else None
        found = many.get(key) if isinstance(many, Many) else None
        return found if isinstance(found, Group) else None

    def _prune(self, node: Node) -> bool:
        """Whether the audience sees anything of ``node``; what it does not see is taken out."""
        if isinstance(node, Leaf):
            return True
        if isinstance(node, Link):
            return node.target is not _NOWHERE and self._prune(node.target)
        if isinstance(node, Group) and node.model == "state":
            return True  # states need no facts to exist
        if id(node) in self._alive:
            return self._alive[id(node)]
        below = self._fields[id(node)]
        # A leaf makes a group visible; in a circle of links only, nobody would be.
        self._alive[id(node)] = any(isinstance(child, Leaf) and not child.derived for child in below.values())
        for name in [name for name, child in below.items() if not self._prune(child)]:
            del below[name]
        self._alive[id(node)] = any(not (isinstance(child, Leaf) and child.derived) for child in below.values())
        return self._alive[id(node)]


_NOWHERE = Group("", "", "", Where(), MappingProxyType({}))
