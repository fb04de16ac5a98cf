"""The views of a run: made once, and only those that a document needs tell why there is none."""

from typing import Any

from briefgen.check import Views
from briefgen.errors import BriefgenError, Problem, Where

NOTHING = Problem(Where("facts.yaml", 1, 1), "F050", "nothing in this event is public")


class Desk:
    """Of ``closed`` the public sees nothing."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def view(self, event: str, audience: str) -> Any:
        self.asked.append((event, audience))
        if event == "closed" and audience == "public":
            raise BriefgenError(NOTHING)
        return (event, audience).__repr__


def test_who_only_compares_is_no_reason_for_an_error() -> None:
    views = Views(desk := Desk())  # type: ignore[arg-type]
    assert views.glimpse("closed", "public") is None
    assert views.problems == []
    assert views.of("closed", "internal") is not None
    assert views.problems == []
    assert views.of("closed", "public") is None
    assert views.problems == [NOTHING]
    assert desk.asked == [("closed", "public"), ("closed", "internal")]
