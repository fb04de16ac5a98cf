"""Processes that make PDFs while the parent does the rest.

One is forked first of all: it loads WeasyPrint while the parent reads the facts and composes. Once it is given a document it forks into two
workers, so what it loaded is loaded once. (Two that each load it were slower wherever the machine had anything else to do.) Documents are
given one by one, as they are composed; should the build then come to nothing, their PDFs are dropped.
"""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from briefgen.build.lock import let_go
from briefgen.errors import BriefgenError, Problem, Where

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from briefgen.build.plan import Target
    from briefgen.document import Document
    from briefgen.write import House, Pages

WORKERS = 2
BEFORE_RENEWAL = 100
"""PDFs that a pair of workers makes before fresh ones take over: WeasyPrint's memory grows."""


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file, with its pages if they were counted; or the problems and the exit status instead.

    An exception would lose its parts on its way out of a process.
    """

    data: bytes = b""
    pages: "Pages | None" = None
    problems: tuple[Problem, ...] = ()
    status: int = 0


def made(document: "Document", form: str, house: "House", pages: "Pages | None" = None) -> Made:
    """One file, or its problems. ``pages`` are those of its PDF, where a Word file says them."""
    from briefgen.document import Contents  # noqa: PLC0415 - heavy
    from briefgen.write import paginate, write  # noqa: PLC0415

    try:
        if form == "pdf" and any(isinstance(block, Contents) for block in document.content):
            return Made(*paginate(document, house))
        return Made(write(document, form, house, pages=pages) if pages else write(document, form, house))
    except BriefgenError as wrong:
        return Made(problems=wrong.problems, status=wrong.status)
    except Exception as error:  # noqa: BLE001 - a bug of ours may not leave a worker as a traceback: its lines could show facts
        what = f"a {form} of {document.kind} could not be made: a bug of ours ({type(error).__name__})"
        return Made(problems=(Problem(Where(), "B011", what, "report it, with the versions that `briefgen doctor` prints"),), status=70)


def possible() -> bool:
    """Whether workers can run beside us here. Not on macOS: it forks, but its own libraries may not be used afterwards."""
    if sys.platform in {"win32", "darwin"}:
        return False
    return len(os.sched_getaffinity(0)) > 1


def load(templates: Sequence[Path]) -> "House":
    """Load what PDFs need: the house style in ``templates``, WeasyPrint, the fonts; and what a first page makes it load besides."""
    from briefgen.document import Document, Emph, Heading, Para, Text  # noqa: PLC0415 - heavy
    from briefgen.write import House, write  # noqa: PLC0415
    from briefgen.write.glyphs import covered  # noqa: PLC0415

    gc.disable()  # all that is loaded stays
    house = House.load(templates)
    lines = "Aa bb " * 60  # a text that is broken into lines makes it load more
    with suppress(BriefgenError):  # writing says the same, for each file
        write(Document("", ("en",), "Aa", (Heading("a", 1, (Text("Aa"),)), Para("b", (Text(lines), Emph((Text("Aa"),)), Text(lines))))), "pdf", house)
        for font in house.fonts.values():
            covered(font)
    gc.freeze()  # or the collector would copy it into each worker
    gc.enable()
    return house


class Workers:
    """The process beside us. At the end of the ``with`` block it is gone."""

    def __init__(self, templates: Sequence[Path]) -> None:
        context = multiprocessing.get_context("fork")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._ours, templates))
        self._process.start()
        theirs.close()
        self._given: dict[Target, None] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._ours.close()  # tells it to end, at the latest after the document in hand; killing it would orphan its workers
        self._process.join()

    def give(self, target: "Target", document: "Document") -> None:
        """Have the PDF of ``document`` made, for ``target``; what was given before is not made twice. Raises B008 if a worker is killed."""
        if target not in self._given:
            self._given[target] = None
            with _stopped():
                self._ours.send(document)

    def take(self, meanwhile: Callable[[], None]) -> "Iterator[tuple[Target, Made]]":
        """The target and the PDF of each document that was given, as it is done, after ``meanwhile`` has run. Raises B008 if a worker is killed."""
        with _stopped():
            self._ours.send(None)
        meanwhile()
        targets = list(self._given)
        for _ in targets:
            with _stopped():
                number, result = self._ours.recv()
            yield targets[number], result


@contextmanager
def _stopped() -> Iterator[None]:
    try:
        yield
    except (EOFError, OSError) as wrong:
        stopped = Problem(Where(), "B008", "a process that makes PDFs was stopped by the system", "it may lack memory: build fewer events at once")
        raise BriefgenError(stopped, status=3) from wrong


def _serve(pipe: Connection, parents: Connection, templates: Sequence[Path]) -> None:
    """The process beside: load, take the work, then send each file when it is done. It ends when the parent's end of the pipe is closed."""
    from concurrent.futures import as_completed  # noqa: PLC0415 - the parent needs none of it
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    parents.close()
    let_go()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    with suppress(EOFError, BrokenPipeError, BrokenProcessPool, BriefgenError), ExitStack() as pools:
        house = load(templates)
        waiting: dict[Future[Made], int] = {}
        pool = _pool(pipe, pools)
        pool.submit(bool)  # so the two are forked while nothing is to be done yet
        while (document := pipe.recv()) is not None:
            if waiting and len(waiting) % BEFORE_RENEWAL == 0:
                pool.shutdown()
                pool = _pool(pipe, pools)
            waiting[pool.submit(made, document, "pdf", house)] = len(waiting)
        for future in as_completed(waiting):
            pipe.send((waiting[future], future.result()))


def _begin(pipe: Connection) -> None:
    """In each worker."""
    pipe.close()  # only the process beside talks to the parent
    gc.disable()  # each document first collects what the one before left: none waits for its own


def _pool(pipe: Connection, ended: ExitStack) -> "ProcessPoolExecutor":
    """Workers that end with ``ended``; what they have not begun by then is dropped."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    pool = ProcessPoolExecutor(WORKERS, multiprocessing.get_context("fork"), _begin, (pipe,))
    ended.callback(pool.shutdown, cancel_futures=True)
    return pool
