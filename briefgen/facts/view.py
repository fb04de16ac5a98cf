"""What one audience may see of an event: all that a template, a message or a file is made from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.errors import Problem
from briefgen.facts.nodes import Group, Leaf, Link, Many, leaves
from briefgen.values import Moment, PartialDate, Span

if TYPE_CHECKING:
    from briefgen.facts.settings import Settings


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """One event for one audience (``public``, ``delegation``, ``internal``). What is not for it does not exist here.

    ``embargo`` holds the moments that still bind facts in this view, sorted; ``references`` the sources that may be cited;
    ``doubts`` what makes a document of it a draft; ``issuer`` the issuing office, from the desk's settings.
    """

    event: Group
    audience: str
    settings: "Settings" = field(repr=False)
    embargo: tuple[Moment, ...] = ()
    references: Mapping[str, Group] = field(default_factory=dict, repr=False)
    doubts: tuple[Problem, ...] = field(default=(), repr=False)
    issuer: Group | None = field(default=None, repr=False)

    def leaves(self) -> Iterator[Leaf | Link]:
        """The event's own leaves and links, in order."""
        return leaves(self.event)

    def person_post(self, person: Group, on: PartialDate | None) -> Link | None:
        """The post that ``person`` held on that day, as a link to the post; the first written where there were several.

        Without a day: the first post that has no end. None where the facts know of no such post.
        """
        posts = person.get("posts")
        if not isinstance(posts, Many):
            return None
        for held in posts:
            if isinstance(held, Group) and isinstance(link := held.get("post"), Link) and any(_holds(span, on) for span in periods(held)):
                return link
        return None


def periods(held: Group) -> Iterator[Span]:
    """The periods for which a post was held."""
    listed = held.get("period")
    for leaf in listed if isinstance(listed, Many) else ():
        if isinstance(leaf, Leaf) and isinstance(leaf.value, Span):
            yield leaf.value


def _holds(span: Span, on: PartialDate | None) -> bool:
    return span.end is None if on is None else span.may_hold(on)
