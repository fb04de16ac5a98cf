"""Trees to bytes. PDFs in two forked processes where the system forks safely, the other formats in the parent meanwhile."""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from briefgen.build.plan import Target
from briefgen.document import Document, plain
from briefgen.errors import BriefgenError, Problem, Where
from briefgen.write import House, write

WORKERS = 2
_BEFORE_RENEWAL = 100  # PDFs that a pair of workers makes before fresh ones take over: WeasyPrint's memory grows

Made = bytes | tuple[tuple[Problem, ...], int]
"""A finished file, or the problems and the exit status instead."""


def render(documents: Mapping[Target, Document], house: House, tick: Callable[[str], None], workers: int = WORKERS) -> dict[Target, bytes]:
    """Every target's bytes. Raises all problems of all writers at once. ``tick`` is told the name of each file that is done."""
    made: dict[Target, Made] = {}
    slow = sorted((target for target in documents if target.format == "pdf"), key=lambda target: (-_size(documents[target]), target))
    quick = [target for target in documents if target.format != "pdf"]
    forked = workers > 1 and len(slow) > 1 and _forks_safely()
    for target, result in _in_workers(slow, quick, documents, house, workers) if forked else _here([*quick, *slow], documents, house):
        made[target] = result
        tick(target.name)
    failed = [result for result in made.values() if not isinstance(result, bytes)]
    if failed:
        raise BriefgenError((problem for problems, _ in failed for problem in problems), status=max(status for _, status in failed))
    return {target: result for target, result in made.items() if isinstance(result, bytes)}


def _here(targets: Sequence[Target], documents: Mapping[Target, Document], house: House) -> Iterator[tuple[Target, Made]]:
    for target in targets:
        yield target, _make(documents[target], target.format, house)


def _in_workers(
    slow: Sequence[Target], quick: Sequence[Target], documents: Mapping[Target, Document], house: House, workers: int
) -> Iterator[tuple[Target, Made]]:
    _warm(house)
    rest = iter(slow)
    while batch := list(islice(rest, _BEFORE_RENEWAL)):
        with ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), _quiet) as pool:
            waiting: dict[Future[Made], Target] = {pool.submit(_make, documents[target], target.format, house): target for target in batch}
            try:
                yield from _here(quick, documents, house)
                quick = ()
                for future in as_completed(waiting):
                    yield waiting[future], future.result()
            except BrokenProcessPool as wrong:
                stopped = Problem(Where(), "B008", "a process that makes PDFs was stopped by the system", "it may lack memory: build fewer events at once")
                raise BriefgenError(stopped, status=3) from wrong
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise


def _make(document: Document, form: str, house: House) -> Made:
    """One file. Problems are returned, since an exception loses its parts on its way out of a worker."""
    try:
        return write(document, form, house)
    except BriefgenError as wrong:
        return wrong.problems, wrong.status


def _warm(house: House) -> None:
    """Load what the workers need before they are forked, and keep the collector from copying it into each."""
    from briefgen.write.pdf import warm  # noqa: PLC0415 - heavy: only where PDFs are made

    warm(house)
    gc.collect()
    gc.freeze()


def _quiet() -> None:
    """Ctrl-C is the parent's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _forks_safely() -> bool:
    """Not on macOS: it forks, but its own libraries may not be used afterwards."""
    return hasattr(os, "fork") and sys.platform != "darwin" and (os.cpu_count() or 1) > 1


def _size(document: Document) -> int:
    return len(plain(document)) * len(document.langs)
