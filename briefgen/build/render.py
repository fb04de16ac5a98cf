"""Trees to bytes: PDFs in workers, where there are any, longest first unless they were begun before; the other formats in the parent meanwhile."""

from collections.abc import Callable, Mapping, Sequence

from briefgen.build.plan import Target
from briefgen.build.workers import Made, Workers, made
from briefgen.document import Document, plain
from briefgen.errors import BriefgenError
from briefgen.write import House, Pages


def render(
    documents: Mapping[Target, Document],
    house: House,
    tick: Callable[[str], None],
    workers: Workers | None = None,
    counted: Mapping[Target, Target] | None = None,
) -> dict[Target, bytes]:
    """Every target's bytes. Raises all problems of all writers at once. ``tick`` is told the name of each file that is done.

    ``counted`` are files that wait for a PDF, whose pages they say.
    """
    waiting = {target: pdf for target, pdf in (counted or {}).items() if target in documents}
    slow = sorted((target for target in documents if target.format == "pdf"), key=lambda target: (-_size(documents[target]), target))
    quick = [target for target in documents if target.format != "pdf" and target not in waiting]
    pages: dict[Target, Pages | None] = {}
    done: dict[Target, bytes] = {}
    failed: list[BriefgenError] = []

    def take(target: Target, result: Made) -> None:
        if result.problems:
            failed.append(BriefgenError(result.problems, result.status))
        else:
            done[target] = result.data
            pages[target] = result.pages
        tick(target.name)

    def here(targets: Sequence[Target]) -> None:
        for target in targets:
            take(target, made(documents[target], target.format, house, pages.get(waiting[target]) if target in waiting else None))

    if workers and slow:
        for target in slow:
            workers.give(target, documents[target])
        for target, result in workers.take(lambda: here(quick)):
            take(target, result)
    else:
        here([*quick, *slow])
    here([*waiting])
    if failed:
        raise BriefgenError((problem for one in failed for problem in one.problems), status=max(one.status for one in failed))
    return done


def _size(document: Document) -> int:
    return len(plain(document)) * len(document.langs)
