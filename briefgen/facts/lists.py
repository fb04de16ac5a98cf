"""The closed lists of the model, in one table; a label for each stands in every language's catalogue.

Keys are the field (``record.field``); a new word here needs its label there.
"""

from collections.abc import Mapping
from typing import Final

LISTS: Final[Mapping[str, tuple[str, ...]]] = {
    "event.kind": ("meeting", "visit", "signing", "forum", "session", "announcement", "exhibition", "call"),
    "agreement.instrument": (
        "memorandum-of-understanding", "agreement", "treaty", "convention", "protocol", "declaration", "joint-statement", "joint-declaration", "communique",
        "letter-of-intent", "framework-agreement", "cooperation-agreement", "free-trade-agreement", "partnership-agreement", "contract", "arrangement",
        "exchange-of-notes", "action-plan", "road-map", "programme", "charter", "minutes",
    ),
    # Rising: a later word claims more than an earlier one.
    "agreement.status": ("discussed", "explored", "proposed", "drafted", "agreed", "concluded", "initialled", "signed", "exchanged", "in_force", "ended"),
    "renewal.kind": ("automatic", "by-agreement", "none"),
    "statement.act": ("say", "confirm", "stress", "propose", "welcome", "hope", "thank"),
    "commitment.status": ("open", "in-hand", "late", "blocked", "done", "dropped"),
    "point.kind": ("discussed", "agreed", "proposed", "offered", "presented", "reviewed", "aim", "expectation", "background"),
    "programme.press": ("open-to-press", "photo-only", "closed-to-press"),
    "opportunity.kind": ("photo", "interview", "press-statement", "press-briefing"),
    "talking_point.kind": ("message", "evidence", "request", "if-raised", "avoid"),
    "question.group": ("content", "money", "timing", "legal", "not-agreed", "third-parties"),
    "reference.kind": ("news", "web", "press-release", "official", "law", "treaty", "statistics", "speech", "letter", "report", "interview", "book", "article"),
    "person.gender": ("m", "f"),
}  # fmt: skip

ACTS: Final = ("initialled", "signed", "exchanged", "in_force", "ends")
"""The dated acts of an agreement, in the order in which they can happen."""

STATUS_OF_ACT: Final[Mapping[str, str]] = {"initialled": "initialled", "signed": "signed", "exchanged": "exchanged", "in_force": "in_force", "ends": "ended"}

RESERVED: Final = frozenset({"unknown", "none", "all", "any", "self", "desk"})
"""Ids kept for later, so that they can mean something one day."""
