"""The build itself, step after step. Whatever is heavy is imported once it is known that there is something to do."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.build import stage
from briefgen.build.edits import changed_by_hand, keep, refusals
from briefgen.build.files import hash_of
from briefgen.build.inputs import Inputs, versions
from briefgen.build.lock import locked
from briefgen.build.manifest import Manifest
from briefgen.build.order import Order
from briefgen.build.places import MEMORY, folders
from briefgen.build.trouble import no_links
from briefgen.errors import BriefgenError, Problem

if TYPE_CHECKING:
    from briefgen.build.make import Made


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did, by names below the output folder.

    ``written`` are new or changed, ``current`` were up to date, ``edited`` are up to date but for a person's changes and were
    left alone, ``kept`` are copies of edited files that were replaced. ``drafts`` are those of the order's files that bear doubts, with their number;
    ``left`` are files of earlier builds that no build would write now.
    """

    written: tuple[str, ...] = ()
    current: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    drafts: tuple[tuple[str, int], ...] = ()
    doubts: tuple[Problem, ...] = ()
    left: tuple[str, ...] = ()


Tick = Callable[[int, str], None]
"""Told how many files there will be, and which one has just been made ("" at the start)."""


def build(order: Order, tick: Tick = lambda _count, _name: None) -> Outcome:
    """Make what ``order`` asks for, as far as it is not up to date. Raises every problem of every document at once, having written nothing.

    Raises:
        BriefgenError: status 1 (the inputs), 2 (the order) or 3 (the machine).
    """
    no_links(order.out, order.out / MEMORY)
    with ExitStack() as held:
        if (order.out / MEMORY).is_dir():  # else there is nothing to recover, and an order with errors must leave no folder behind
            held.enter_context(locked(order.out))
            stage.recover(order.out)
        inputs = Inputs.read(order.root)
        manifest = Manifest.load(order.out)
        done = _nothing_to_do(order, inputs, manifest)
        if done is None:
            made = _make(order, inputs, manifest, tick)
            if not (order.out / MEMORY).is_dir():
                held.enter_context(locked(order.out))
                manifest = Manifest.load(order.out)  # another first build may have been quicker
            kept = _write(order, inputs, manifest, made)
            done = Outcome(tuple(made.files), made.current, made.edited, kept, doubts=made.doubts, left=made.left)
        drafts = tuple((name, manifest.files[name].doubts) for name in sorted({*done.written, *done.current, *done.edited}) if manifest.files[name].draft)
        return replace(done, drafts=drafts)


def _make(order: Order, inputs: Inputs, manifest: Manifest, tick: Tick) -> "Made":
    """Everything heavy is imported here, the engine for PDFs by a process beside us."""
    from briefgen.build.workers import Workers, possible  # noqa: PLC0415 - decide first, import after

    with ExitStack() as ended:
        pdfs = not order.formats or "pdf" in order.formats
        workers = ended.enter_context(Workers(folders(order.root, "templates"))) if pdfs and possible() else None
        from briefgen.build.make import make  # noqa: PLC0415 - after the fork

        return make(order, inputs, manifest, tick, workers)


def finish(out: Path) -> stage.Recovered:
    """Finish a build into ``out`` that was cut off between two renames, if there was one."""
    no_links(out, out / MEMORY)
    if not (out / MEMORY).is_dir():
        return stage.Recovered()
    with locked(out):
        return stage.recover(out)


def _nothing_to_do(order: Order, inputs: Inputs, manifest: Manifest) -> Outcome | None:
    """The outcome where the same order was answered from the same inputs and its files are still there; None if not."""
    digest, names = manifest.orders.get(order.name, ("", ()))
    if digest != inputs.digest or not names:
        return None
    now = {name: hash_of(order.out / name) for name in names}
    edited = tuple(name for name in names if now[name] != manifest.files[name].sha256)
    if (order.overwrite and edited) or not all(now.values()):
        return None
    left = tuple(name for name in manifest.left if hash_of(order.out / name))
    return Outcome(current=tuple(name for name in names if name not in edited), edited=edited, left=left)


def _write(order: Order, inputs: Inputs, manifest: Manifest, made: "Made") -> tuple[str, ...]:
    """Make ready, keep what a person changed, rename, remember. Returns the names of the kept copies."""
    files = made.files
    moves = [stage.Move(name, sha256(data).hexdigest(), hash_of(order.out / name)) for name, data in files.items()]
    same = {move.name for move in moves if move.old == move.new}
    edited = [name for name in changed_by_hand(order.out, files, manifest) if name not in same]
    if edited and not order.overwrite:
        raise BriefgenError(refusals(order.out, edited))
    stage.prepare(order.out, files)
    kept = tuple(keep(order.out / name).relative_to(order.out).as_posix() for name in edited)
    manifest.files.update(made.entries)
    manifest.versions = versions()
    manifest.left = made.left
    manifest.remember(order.name, inputs.digest, made.names)
    stage.commit(order.out, moves, manifest)
    return kept
