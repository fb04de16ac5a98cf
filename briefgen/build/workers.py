"""Processes that make PDFs while the parent does the rest.

One is forked first of all: it loads WeasyPrint while the parent reads the facts and composes. Once it is given its work it forks into two
workers, so what it loaded is loaded once. (Two that each load it were slower wherever the machine had anything else to do.)
"""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from briefgen.errors import BriefgenError, Problem, Where

if TYPE_CHECKING:
    from briefgen.document import Document
    from briefgen.write import House

WORKERS = 2
BEFORE_RENEWAL = 100
"""PDFs that a pair of workers makes before fresh ones take over: WeasyPrint's memory grows."""

Made = bytes | tuple[tuple[Problem, ...], int]
"""A finished file, or the problems and the exit status instead: an exception loses its parts on its way out of a process."""


def made(document: "Document", form: str, house: "House") -> Made:
    """One file, or its problems."""
    from briefgen.write import write  # noqa: PLC0415 - heavy

    try:
        return write(document, form, house)
    except BriefgenError as wrong:
        return wrong.problems, wrong.status


def possible() -> bool:
    """Whether workers can run beside us here. Not on macOS: it forks, but its own libraries may not be used afterwards."""
    if sys.platform in {"win32", "darwin"}:
        return False
    return len(os.sched_getaffinity(0)) > 1


def load(templates: Sequence[Path]) -> "House":
    """Load what PDFs need: the house style in ``templates``, WeasyPrint, the fonts."""
    from briefgen.write import House  # noqa: PLC0415 - heavy
    from briefgen.write.pdf import warm  # noqa: PLC0415

    house = House.load(templates)
    with suppress(BriefgenError):  # writing says the same, for each file
        warm(house)
    return house


class Workers:
    """The process beside us. At the end of the ``with`` block it is gone."""

    def __init__(self, templates: Sequence[Path]) -> None:
        context = multiprocessing.get_context("fork")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._ours, templates))
        self._process.start()
        theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._ours.close()  # tells it to end, at the latest after the document in hand; killing it would orphan its workers
        self._process.join()

    def make(self, documents: "Sequence[Document]", meanwhile: Callable[[], None]) -> Iterator[tuple[int, Made]]:
        """The number and the PDF of each document as it is done, after ``meanwhile`` has run. Raises B008 if a worker is killed."""
        try:
            self._ours.send(documents)
            meanwhile()
            for _ in documents:
                yield self._ours.recv()
        except (EOFError, OSError) as wrong:
            stopped = Problem(Where(), "B008", "a process that makes PDFs was stopped by the system", "it may lack memory: build fewer events at once")
            raise BriefgenError(stopped, status=3) from wrong


def _serve(pipe: Connection, parents: Connection, templates: Sequence[Path]) -> None:
    """The process beside: load, take the work, send each file when it is done. It ends when the parent's end of the pipe is closed."""
    parents.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    with suppress(EOFError, BrokenPipeError, BrokenProcessPool, BriefgenError):
        house = load(templates)
        with closing(_all(pipe.recv(), house, pipe)) as results:
            for result in results:
                pipe.send(result)


def _all(documents: "Sequence[Document]", house: "House", pipe: Connection) -> Generator[tuple[int, Made], None, None]:
    if len(documents) == 1:
        yield 0, made(documents[0], "pdf", house)
        return
    gc.collect()
    gc.freeze()  # or the collector would copy all that was loaded into each worker
    for first in range(0, len(documents), BEFORE_RENEWAL):
        pool = ProcessPoolExecutor(WORKERS, multiprocessing.get_context("fork"), pipe.close)  # only we talk to the parent
        try:
            batch = range(first, min(first + BEFORE_RENEWAL, len(documents)))
            waiting: dict[Future[Made], int] = {pool.submit(made, documents[number], "pdf", house): number for number in batch}
            for future in as_completed(waiting):
                yield waiting[future], future.result()
        finally:
            pool.shutdown(cancel_futures=True)
