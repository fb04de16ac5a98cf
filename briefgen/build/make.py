"""From an order to bytes in memory: plan, compose, check, render. Everything heavy is behind this door."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256

from briefgen.build.edits import changed_by_hand, refusals
from briefgen.build.files import hash_of
from briefgen.build.inputs import Inputs
from briefgen.build.left import left_behind, told
from briefgen.build.manifest import Entry, Manifest
from briefgen.build.order import Order
from briefgen.build.places import folders
from briefgen.build.plan import Target
from briefgen.build.render import render
from briefgen.build.survey import survey, work
from briefgen.build.workers import Workers
from briefgen.check import Examined, Work
from briefgen.document import Document
from briefgen.errors import BriefgenError, Grade, Problem
from briefgen.write import House


@dataclass(frozen=True, slots=True)
class Made:
    """``files`` to write with their ``entries`` for the manifest; ``names`` of all that the order asks for; what needs no writing."""

    files: dict[str, bytes]
    entries: dict[str, Entry]
    names: tuple[str, ...]
    current: tuple[str, ...]
    edited: tuple[str, ...]
    doubts: tuple[Problem, ...]
    left: tuple[str, ...] = ()


def make(order: Order, inputs: Inputs, manifest: Manifest, tick: Callable[[int, str], None], workers: Workers | None = None) -> Made:
    """Compose and render what of ``order`` is out of date. Raises all problems at once; touches no file."""
    desk = survey(order, sound=False)
    targets = desk.targets
    keys = desk.keys(inputs)
    stale = [target for target in targets if _stale(order, target, keys[target], manifest)]
    # A Word file needs its PDF's pages even where that is up to date: it is then made anew, and not written.
    needed = [*stale, *{desk.counted[target]: None for target in stale if target in desk.counted and desk.counted[target] not in stale}]
    pdfs = {work(target): target for target in needed if target.format == "pdf"}

    def begin(one: Work, document: Document) -> None:
        if workers and one in pdfs:
            workers.give(pdfs[one], document)

    found = desk.examine(_works(targets, stale), begin)
    changed = changed_by_hand(order.out, {target.name for target in stale} & set(manifest.files), manifest)
    refused = [] if order.overwrite else refusals(order.out, changed)
    hidden = {problem.address for problem in found.problems if problem.code == "F050"}
    left = left_behind(order.out, desk, manifest, {target.name for target in targets if target.event not in hidden})
    if found.errors or refused:  # with the doubts: whoever mends the errors mends those too
        raise BriefgenError([*refused, *told(order.out, left), *(problem for problem in found.problems if problem.grade is not Grade.ADVICE)])
    tick(len(stale), "")
    documents = {target: found.documents[work(target)] for target in needed}
    house = House.load(folders(order.root, "templates"))
    made = render(documents, house, lambda name: tick(len(needed), name), workers, desk.counted) if stale else {}
    files = {target.name: made[target] for target in stale}
    entries = {target.name: _entry(target, made[target], keys[target][0], found) for target in stale}
    rest = [target.name for target in targets if target not in set(stale)]
    edited = tuple(changed_by_hand(order.out, rest, manifest))
    current = tuple(name for name in rest if name not in edited)
    doubts = tuple(sorted({doubt for target in stale for doubt in found.doubts[work(target)]}))
    return Made(files, entries, tuple(target.name for target in targets), current, edited, doubts, left)


def _works(targets: Iterable[Target], stale: Iterable[Target]) -> list[Work]:
    """The stale documents, and the same event's and kind's in the other languages: whether they agree is asked of all of them."""
    touched = {(target.event, target.kind, target.audience) for target in stale}
    return [work(target) for target in targets if (target.event, target.kind, target.audience) in touched]


def _stale(order: Order, target: Target, keys: tuple[str, ...], manifest: Manifest) -> bool:
    entry = manifest.files.get(target.name)
    now = hash_of(order.out / target.name)
    return entry is None or entry.key not in keys or not now or (order.overwrite and now != entry.sha256)


def _entry(target: Target, data: bytes, key: str, found: Examined) -> Entry:
    doubts = len(found.doubts[work(target)])
    return Entry(sha256(data).hexdigest(), key, found.documents[work(target)].draft, doubts)
