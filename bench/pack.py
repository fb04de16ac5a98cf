"""A long pack in two languages beside what it is made with and what others would make it with: time, growth with pages, peak memory.

``python -m bench.pack ours|bare FOLDER`` makes one PDF in a process of its own and prints its peak memory.
"""

import math
import pickle
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Any

from bench.long import ROOT, desk
from bench.rounds import measure, show
from briefgen.build.order import Order
from briefgen.build.places import folders
from briefgen.build.survey import survey
from briefgen.document import Block, Blocks, Document, Heading, Pair, Para, Table, plain, walk
from briefgen.write import House, paginate, write
from briefgen.write.html import Markup

SIZES = {10: 4, 20: 15, 40: 35, 80: 75}
"""Sizes of the invented visit, by the pages that its pack has, about."""
USUAL = 40


def packed(folder: Path, size: int) -> Document:
    """The pack of an invented visit of ``size``, in Indonesian and Russian."""
    root = desk(folder, size)
    found = survey(Order(root, root / "out", (), (), ("id-ru",), ("pack",), ("pdf",))).examine()
    if found.errors:
        raise SystemExit("\n".join(map(str, found.errors)))
    return next(iter(found.documents.values()))


def bare(html: str) -> bytes:
    """The same HTML, its style within, through WeasyPrint alone."""
    import weasyprint  # noqa: PLC0415 - after ours has loaded it, where both are measured: the same fonts, the same libraries

    made: bytes = weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")
    return made


def markup(document: Document, house: House) -> str:
    """What the PDF is made from."""
    return Markup(document, house, paged=True, source=lambda _figure: "").page()


def naive(document: Document) -> bytes:
    """The same words through python-docx as its documentation shows it: two columns as a table, a row a block."""
    from docx import Document as Word  # noqa: PLC0415

    made = Word()
    for block in document.content:
        _put(made, block)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _put(made: Any, block: Block) -> None:
    match block:
        case Pair():
            _row(made.add_table(rows=0, cols=2), [side.content for side in (block.left, block.right)])
        case Table():
            table = made.add_table(rows=0, cols=max(sum(cell.span for cell in row.cells) for row in block.rows))
            for row in block.rows:
                _row(table, [cell.content for cell in row.cells])
        case Heading():
            made.add_heading(plain(block).strip(), level=block.level)
        case Para():
            made.add_paragraph(plain(block).strip())
        case _:
            for inner in getattr(block, "content", ()):
                _put(made, inner)


def _row(table: Any, contents: Sequence[Blocks]) -> None:
    cells = table.add_row().cells
    for number, blocks in enumerate(contents):
        cells[number].text = " ".join(plain(block).strip() for block in blocks)


def pack(folder: Path, rounds: int) -> None:
    """Print the tables."""
    house = House.load(folders(ROOT, "templates"))
    documents = {pages: packed(folder / f"long{pages}", size) for pages, size in SIZES.items()}
    usual, html = documents[USUAL], markup(documents[USUAL], house)
    _, pages = paginate(usual, house)
    letters = sum(len(plain(node)) for node in walk(usual) if isinstance(node, Para))
    title = f"A pack of {pages.count} pages, Indonesian and Russian side by side, {letters} letters, warm"
    routes: dict[str, Callable[[], object]] = {
        "WeasyPrint alone, the same HTML to tagged PDF": lambda: bare(html),
        "briefgen, tree to PDF": lambda: paginate(usual, house),
    }
    show(title, measure(routes, rounds))
    word: dict[str, Callable[[], object]] = {
        "python-docx, the same words, plainly": lambda: naive(usual),
        "briefgen, tree to DOCX, with the pages of the PDF": lambda: write(usual, "docx", house, pages=pages),
    }
    show("The same pack as DOCX: python-docx is given the finished words, and no look", measure(word, rounds))
    print("\nGrowth with pages: the exponent of time (1 is in proportion)")
    for name, exponent, told in growth(documents, house, rounds):
        print(f"  {name:<58} {exponent:6.2f}  ({told})")
    print("\nPeak memory of a process that makes the PDF")
    peaks = {name: peak(name, folder, usual, html) for name in ("bare", "ours")}
    for name, title in (("bare", "WeasyPrint alone, the same HTML"), ("ours", "briefgen, tree to PDF")):
        print(f"  {title:<58} {peaks[name] / peaks['bare']:6.2f}  ({peaks[name] / 1024:.0f} MB)")


def growth(documents: dict[int, Document], house: House, rounds: int) -> Iterator[tuple[str, float, str]]:
    """For each format the slope of a line through the logarithms of pages and of the median times."""
    counts = {size: paginate(document, house)[1] for size, document in documents.items()}
    makers: dict[str, Callable[[int], object]] = {
        "briefgen, tree to PDF": lambda size: paginate(documents[size], house),
        "briefgen, tree to DOCX": lambda size: write(documents[size], "docx", house, pages=counts[size]),
    }
    for name, make in makers.items():
        points = []
        for size in documents:
            taken = []
            for _ in range(max(3, rounds // 2)):
                start = time.process_time()  # of this process alone, whatever else the machine does
                make(size)
                taken.append(time.process_time() - start)
            points.append((math.log(counts[size].count), math.log(median(taken))))
        across, up = (sum(point[at] for point in points) / len(points) for at in (0, 1))
        slope = sum((x - across) * (y - up) for x, y in points) / sum((x - across) ** 2 for x, _ in points)
        said = ", ".join(f"{math.exp(x):.0f} pages {1000 * math.exp(y):.0f} ms" for x, y in points)
        yield name, slope, said


def peak(who: str, folder: Path, document: Document, html: str) -> int:
    """The peak of a process of its own, in KB."""
    (folder / "pack.pickle").write_bytes(pickle.dumps(document))
    (folder / "pack.html").write_text(html, encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "bench.pack", who, str(folder)], check=True, cwd=ROOT, capture_output=True, text=True)
    return int(done.stdout)


def main(who: str, folder: Path) -> None:
    """One PDF, and the peak memory of this process."""
    if who == "ours":
        paginate(pickle.loads((folder / "pack.pickle").read_bytes()), House.load(folders(ROOT, "templates")))
    else:
        bare((folder / "pack.html").read_text(encoding="utf-8"))
    print(_peak())


def _peak() -> int:
    """Linux counts into ``ru_maxrss`` what the process had that forked this one, so it is asked for the greatest size since this program began."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.is_file() else []
    found = [line.split()[1] for line in lines if line.startswith("VmHWM")]
    return int(found[0]) if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
