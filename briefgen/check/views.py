"""The views of a run, made once each: what the plan asks of an event, composing asks again."""

from typing import TYPE_CHECKING

from briefgen.errors import BriefgenError, Problem

if TYPE_CHECKING:
    from briefgen.facts import Desk, Following, View


class Views:
    """What each audience may see of each event; ``problems`` are those for which there is no view where a document needs one."""

    def __init__(self, desk: "Desk") -> None:
        self.problems: list[Problem] = []
        self._desk = desk
        self._made: dict[tuple[str, str], View | tuple[Problem, ...]] = {}
        self._meant: dict[tuple[str, str], tuple[View, Following] | None] = {}

    def of(self, event: str, audience: str) -> "View | None":
        """The view of ``event`` for ``audience``, None where its facts are wrong or hold nothing for it; why is told."""
        found = self._view(event, audience)
        if isinstance(found, tuple):
            self.problems += found
            return None
        return found

    def glimpse(self, event: str, audience: str) -> "View | None":
        """As ``of``, for a reader who only compares: that there is nothing for an audience is no problem where it is sent nothing."""
        found = self._view(event, audience)
        return None if isinstance(found, tuple) else found

    def _view(self, event: str, audience: str) -> "View | tuple[Problem, ...]":
        if (event, audience) not in self._made:
            try:
                self._made[event, audience] = self._desk.view(event, audience)
            except BriefgenError as wrong:
                self._made[event, audience] = wrong.problems
        return self._made[event, audience]

    def meant(self, event: str, audience: str) -> "tuple[View, Following] | None":
        """What the view would be, were the facts written as they are probably meant; for finding more problems, never for a document."""
        if (event, audience) not in self._meant:
            try:
                self._meant[event, audience] = self._desk.meant(event, audience)
            except BriefgenError as wrong:
                self.problems += wrong.problems
                self._meant[event, audience] = None
        return self._meant[event, audience]
