"""What the first paragraphs of a text need to know: who signed what with whom, what was promised under it, and what is still to come."""

from collections.abc import Mapping, Sequence
from typing import Any

from briefgen.compose.occasion import NAMES as OCCASION
from briefgen.compose.occasion import occasion, state_of, word
from briefgen.compose.seen import Absent, Seen, Several
from briefgen.facts import View

NAMES = OCCASION | {
    "protocol",
    "ahead",
    "signing_place",
    "same_hands",
    "own_hand",
    "other_hands",
    "lead_pledge",
    "further_groups",
    "further_dated",
    "to_say",
    "if_raised",
    "to_avoid",
}
"""Every name that a condition or a template may use."""

_POINTS = {"to_say": ("message", "evidence", "request"), "if_raised": ("if-raised",), "to_avoid": ("avoid",)}
_HAPPENED = ("agreements", "statements", "commitments", "points", "exchanged")
_PREPARED = ("talking_points", "programme", "coverage")


def names_of(view: View) -> Mapping[str, Any]:
    """The names of ``NAMES`` with their facts."""
    found = occasion(view)
    event, lead, signed = found["event"], found["lead_agreement"], found["signed"]
    hands = [_hands(text) for text in signed]
    ours = [[one for one in pair if state_of(one) == view.settings.home] for pair in hands]
    alone = ours[0][0] if ours and len({tuple(one.target.address for one in pair) for pair in ours}) == 1 and len(ours[0]) == 1 else None
    pledge = None if found["apart"] else _pledge(lead, found["parties"], found["pledges"])
    return {
        **found,
        "protocol": view.settings.register == "protocol",
        "ahead": len(found["heads"]) > 1 and any(map(event.part, _PREPARED)) and not any(map(event.part, _HAPPENED)),
        "signing_place": _place(lead) or event.part("place"),
        "same_hands": len(signed) > 1 and bool(hands[0]) and len({tuple(one.target.address for one in pair) for pair in hands}) == 1,
        "own_hand": alone or Absent(f"{event.node.address}.agreements", event.node.where),
        "other_hands": Several(tuple(one for pair in hands for one in pair if state_of(one) != view.settings.home)),
        "lead_pledge": pledge or Absent(f"{event.node.address}.commitments", event.node.where),
        "further_groups": tuple(group for group in found["pledge_groups"] if pledge is None or pledge not in group.statements.items),
        **{name: Several(tuple(one for one in event.part("talking_points") if word(one, "kind") in wanted)) for name, wanted in _POINTS.items()},
        "further_dated": Several(tuple(one for one in found["dated_pledges"] if one != pledge)),
    }


def _hands(text: Seen) -> Sequence[Seen]:
    """Who signed ``text``, in the order of the facts."""
    signed = text.part("signed")
    return list(signed.part("by")) if isinstance(signed, Seen) and signed.model == "act" else []


def _place(lead: Seen | Absent) -> Seen | None:
    signed = lead.part("signed") if isinstance(lead, Seen) else None
    place = signed.part("place") if isinstance(signed, Seen) and signed.model == "act" else None
    return place if isinstance(place, Seen) else None


def _pledge(lead: Seen | Absent, parties: Several, pledges: Several) -> Seen | None:
    """The one thing that the parties of the leading agreement undertook together under it.

    What was announced by itself, on a day or by somebody, is not said in the breath of the signing: nobody knows that it was agreed that day.
    """
    if isinstance(lead, Absent) or not pledges:
        return None
    names = {party.target.address for party in parties} | {
        one.target.address for party in parties for one in party.part("party") or () if party.model == "side"
    }
    under = [
        one
        for one in pledges
        if isinstance(text := one.part("under"), Seen)
        and text.target.address == lead.target.address
        and not one.part("announced")
        and len(one.part("who")) > 1
        and {who.target.address for who in one.part("who")} <= names
    ]
    return under[0] if len(under) == 1 else None
