"""What an event names and what it rests on: the entries of its glossary, and of each source the facts that cite it."""

from collections.abc import Iterator, Mapping
from typing import Any

from briefgen.compose.seen import Absent, Seen, Several
from briefgen.facts import Group, Leaf, Link, Many, Node, View

_SECTIONS = {"used_people": "person", "used_organisations": "organisation", "used_states": "state", "used_places": "place", "used_terms": "term"}
_CHOICES = frozenset({"kind", "first", "wording", "languages", "headline", "subhead"})
"""Fields that say how the event is told, not what happened."""
NAMES = frozenset(_SECTIONS)
"""The names that ``gathered`` gives."""


def gathered(view: View) -> Mapping[str, Any]:
    """Everybody and everything that the event names, each once, in order of appearance."""
    found: dict[str, Seen] = {}
    _visit(view, view.event, found)
    return {name: Several(tuple(one for one in found.values() if one.model == model)) for name, model in _SECTIONS.items()}


def _visit(view: View, node: Node, found: dict[str, Seen]) -> None:
    for link in _links(node):
        target = link.target
        if target.model not in _SECTIONS.values() or target.address in found:
            continue
        found[target.address] = Seen(link)
        _visit(view, target, found)
        if target.model == "person" and (held := view.person_post(target, _day(view))):
            _visit(view, held.target, found)


def _links(node: Node) -> Iterator[Link]:
    """The references in ``node``; those of a person's posts are left out, since only one post is of the day."""
    if isinstance(node, Link):
        yield node
        return
    below = node.fields if isinstance(node, Group) else node.items if isinstance(node, Many) else {}
    for name, child in below.items():
        if name != "posts":
            yield from _links(child)


def _day(view: View) -> Any:
    when = view.event.get("when")
    value = when.value if isinstance(when, Leaf) else None
    return getattr(value, "date", None) or getattr(value, "start", None) or value


def has(value: Seen, code: str, field: str) -> bool:
    """Whether ``field`` of an entry is written in the language ``code``."""
    part = value.part(field)
    return isinstance(part, Seen) and isinstance(part.node, Leaf) and isinstance(part.node.value, Mapping) and code in part.node.value


def resting(view: View, reference: Seen, section: str) -> Several:
    """The entries of ``section`` of the event that cite a source.

    ``event`` stands for the event's own fields, ``names`` for people, organisations and the like that the source attests.
    """
    key = reference.target.key if isinstance(reference.target, Group) else ""
    if section == "names":
        return Several(tuple(one for group in gathered(view).values() for one in group if one.entity is not None and _attested(one.target, key)))
    if section != "event":
        entries = view.event.get(section)
        return Several(tuple(Seen(entry) for entry in (entries if isinstance(entries, Many) else ()) if _cites(entry, key)))
    plain = (node for name, node in view.event.fields.items() if name not in _CHOICES and not _keyed(node))
    return Several(tuple(Seen(node) for node in plain if _cites(node, key)))


def _keyed(node: Node) -> bool:
    """Whether a field holds entries of their own, which are listed apart."""
    return isinstance(node, Many) and any(isinstance(entry, Group) and entry.model != "side" for entry in node)


def _attested(entry: Node, key: str) -> bool:
    """Whether a source says who or what an entry is, or, of a person, what the posts are."""
    posts = entry.get("posts") if isinstance(entry, Group) else None
    held = (link.target for link in _all_links(posts)) if posts else ()
    return _cites(entry, key) or any(_cites(post, key) for post in held)


def _all_links(node: Node) -> Iterator[Link]:
    if isinstance(node, Link):
        yield node
    elif isinstance(node, (Group, Many)):
        for child in (node.fields if isinstance(node, Group) else node.items).values():
            yield from _all_links(child)


def _cites(node: Node, key: str) -> bool:
    if isinstance(node, (Leaf, Link)):
        return key in {source.partition("#")[0] for source in node.sources}
    return any(_cites(child, key) for child in (node.fields if isinstance(node, Group) else node.items).values())


def field(value: Seen | Absent) -> str:
    """The name of the field that ``value`` is."""
    return value.node.address.rpartition(".")[2] if isinstance(value, Seen) else ""
