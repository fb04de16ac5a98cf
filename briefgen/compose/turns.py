"""Which turn of phrase is taken: the one that event and slot point to, or the next that repeats nothing said before.

The starting point is a digest of the event's name and the slot, so that two releases of a day differ and a release does not
change when another fact is corrected. What a turn would repeat is heard only when it is said, so each is tried in the
document as it stands, and taken back if another serves better.
"""

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import TypeVar

from briefgen.compose.speaker import Speaker
from briefgen.facts import Leaf, Many, View

T = TypeVar("T")


def turn(choices: Sequence[str], event: str, slot: str) -> str:
    """The turn that ``event`` takes in ``slot``, all else being equal."""
    return choices[sha256(f"{event}/{slot}".encode()).digest()[0] % len(choices)]


def candidates(choices: Sequence[str], view: View, slot: str) -> tuple[str, ...]:
    """The turns to try, in order: the one written by hand in ``wording:`` alone; else from the one of the digest all round."""
    chosen = view.event.fields.get("wording")
    fixed = chosen.items.get(slot.replace("_", "-")) if isinstance(chosen, Many) else None
    if isinstance(fixed, Leaf):
        return (choices[(int(str(fixed.value)) - 1) % len(choices)],)
    start = choices.index(turn(choices, view.event.address, slot))
    return (*choices[start:], *choices[:start])


def first_fitting(speaker: Speaker, choices: Sequence[str], plainest: str, say: Callable[[str], T]) -> T:
    """What ``say`` makes of the first of ``choices`` that repeats nothing; where each repeats something, of the ``plainest``."""
    before, problems = speaker.memory, len(speaker.problems)
    for name in choices:
        speaker.memory = before.copy()
        said = say(name)
        if len(choices) == 1 or speaker.memory.repeats == before.repeats:
            return said
        del speaker.problems[problems:]
    speaker.memory = before.copy()
    return say(plainest)
