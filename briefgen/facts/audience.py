"""Who may see a fact: ceilings, defaults, sources and embargoes on the way down from the file to the value (rule 2)."""

from dataclasses import dataclass, replace

from briefgen.facts.marks import AUDIENCES, Marks, Source
from briefgen.values import Moment

RANK = {audience: rank for rank, audience in enumerate(AUDIENCES)}


@dataclass(frozen=True, slots=True)
class Scope:
    """What holds at one place. ``ceiling`` is the most restrictive audience said on the way here (a rank), if any was said."""

    default: str
    zone: str
    ceiling: int = 0
    said: bool = False
    sources: tuple[Source, ...] = ()
    embargoes: tuple[Moment, ...] = ()

    def enter(self, marks: Marks) -> "Scope":
        """The scope beneath a group or value with these marks."""
        if not (marks.audience or marks.source or marks.embargo):
            return self
        embargoes = (*self.embargoes, marks.embargo) if isinstance(marks.embargo, Moment) else self.embargoes
        said = RANK[marks.audience] if marks.audience else 0
        return Scope(self.default, self.zone, max(self.ceiling, said), self.said or bool(marks.audience), marks.source or self.sources, embargoes)

    def guarded(self, audience: str) -> "Scope":
        """The scope of a group that is for ``audience`` unless it says otherwise itself; a ceiling above it still holds."""
        return replace(self, default=audience, said=False) if audience else self

    def at(self, zone: str) -> "Scope":
        """The scope at a place with its own time zone."""
        return replace(self, zone=zone) if zone and zone != self.zone else self

    def rank(self, field_default: str = "", own: str = "") -> int:
        """The least audience that may see a value here.

        A field with a default of its own (``contact``) is opened by its own ``audience`` only, never by that of a group.
        """
        if field_default:
            return max(self.ceiling, RANK[own or field_default])
        return self.ceiling if self.said else max(self.ceiling, RANK[self.default])
