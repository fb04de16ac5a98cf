"""PDF by WeasyPrint from our own HTML: PDF/UA-1 and PDF/A-3a in one file, with the fonts of the house and nothing else; the same bytes each time."""

import gc
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256
from typing import Any

from briefgen.document import Document, Figure
from briefgen.errors import BriefgenError, Problem, Where
from briefgen.write import glyphs
from briefgen.write.across import lies_across, picture
from briefgen.write.engine import complaints, engine, fetcher, filled, intend
from briefgen.write.house import House
from briefgen.write.html import Markup
from briefgen.write.looks import Pages
from briefgen.write.metadata import xmp
from briefgen.write.style import Page

_LONG = 20
"""Pages of a document for which memory counts more than the tenths of a second that it takes to look through all of it."""


_ROOM = (4, 8, 12)
"""Millimetres by which pages are made shorter, one after the other, where a note would not stand on the page of its call."""


def write(document: Document, house: House) -> bytes:
    """The PDF. BriefgenError where a character has no glyph or anything that the page needs could not be had."""
    return paginate(document, house)[0]


def paginate(document: Document, house: House) -> tuple[bytes, Pages]:
    """The PDF, and on which of its pages the entries of the contents stand: for a Word file of the same, which cannot count its pages itself."""
    pages, tight = Pages(), False
    lost: list[str] = []

    def finish(made: Any, pdf: Any) -> None:
        nonlocal pages
        places = Counter(name for page in made.pages for name in page.anchors)
        lost.extend(f"the note {name} stands {places[name]} times" for name in markup.noted if places[name] != 1)
        wanted = {f"h{entry.number}": entry.number for entry in markup.entries}
        found = {wanted[name]: number for number, page in enumerate(made.pages, 1) for name in page.anchors if name in wanted}
        pages = Pages(found, len(made.pages), tight)
        _described(document, pdf)

    pictures: dict[str, tuple[bytes, str]] = {}

    def source(figure: Figure) -> str:
        # A scheme of our own, and a name made of the picture itself: bytes do not depend on the folder.
        address = f"brief:{sha256(figure.data).hexdigest()[:16]}"
        pictures[address] = (figure.data, figure.media)
        return address

    def across(page: Page) -> str:
        data = picture(document, house, page)
        address = f"brief:{sha256(data).hexdigest()[:16]}"
        pictures[address] = (data, "image/svg+xml")
        return address

    markup = Markup(document, house, paged=True, source=source, across=across if lies_across(document.mark) else None)
    html = markup.page()
    glyphs.check(document, house, markup.used.fonts())
    weasyprint, configuration = _ready(house)
    with _uncollected(), complaints() as found:
        source_html = weasyprint.HTML(string=html.replace(markup.style, "", 1), url_fetcher=fetcher(weasyprint, pictures))
        options = {"pdf_variant": "pdf/ua-1", "pdf_identifier": sha256(html.encode()).digest()[:16]}

        def lay(style: str) -> Any:
            sheets = [_parsed(style, weasyprint, configuration)]
            laid = source_html.render(configuration, stylesheets=sheets, **options)
            for room in _ROOM:
                if not _strayed(laid, markup.noted):
                    break
                shorter = _parsed(f"@page{{padding-bottom:{room}mm}}", weasyprint, configuration)
                laid = source_html.render(configuration, stylesheets=[*sheets, shorter], **options)
            return laid

        laid = lay(markup.style)
        if _runs_over(laid, packed=markup.used.packed):
            drawn = lay(markup.sheet(tight=True))
            tight = len(drawn.pages) < len(laid.pages)
            laid = drawn if tight else laid
        if len(laid.pages) > _LONG:
            gc.collect()  # what laying out left behind would else stand beside the file: a sixth of the memory
        data: bytes = laid.write_pdf(finisher=finish, **options)
    _whole([*found, *lost])
    return data, pages


def _runs_over(laid: Any, *, packed: bool) -> bool:
    """Whether a page could be saved: by what the last one holds, or in a pack that is not long by what any behind the contents does.

    A page that is drawn in has room for some fifth more, so a second page that is fuller is not tried.
    """
    count = len(laid.pages)
    if packed:
        return count <= _LONG and any(part < 1 / 4 for part in filled(laid)[2:])
    return count > 1 and filled(laid)[-1] < min(1 / 3, (count - 1) / 5)


def _strayed(laid: Any, noted: list[str]) -> bool:
    """Whether a note stands on another page than its first call. In a row of two columns WeasyPrint may find too late that there is no room for it."""
    places = {name: number for number, page in enumerate(laid.pages) for name in page.anchors}
    return any(places.get(name) != places.get(call) for name in noted for call in [re.sub(r"n(?=\d+\Z)", "c", name)])


@lru_cache(maxsize=64)
def _parsed(style: str, weasyprint: Any, configuration: Any) -> Any:
    """The style sheet in an element, read once: documents of one kind and language have the same."""
    with complaints() as found:
        css = weasyprint.CSS(string=style.removeprefix("<style>").removesuffix("</style>\n"), font_config=configuration, url_fetcher=fetcher(weasyprint, {}))
    _whole(found)  # raised, so not kept: the next document hears of it too
    return css


def _whole(complaints: list[str]) -> None:
    if complaints:
        raise BriefgenError(Problem(Where(), "W009", f"the PDF would not be whole: {line}", "mend what is named, or leave it out") for line in complaints)


def _ready(house: House) -> tuple[Any, Any]:
    """WeasyPrint and its fonts."""
    return engine(tuple(sorted(file for font in house.fonts.values() for file in font.files.values())))


def _described(said: Document, pdf: Any) -> None:
    """What a file must say to keep two standards, PDF/UA-1 and PDF/A-3a (WeasyPrint knows one at a time), and nothing of the tool that made it."""
    pdf.info.pop("Producer", None)
    intend(pdf)
    for thing in pdf.objects:
        if getattr(thing, "extra", {}).get("Type") == "/Metadata":
            thing.stream, thing.compress = [xmp(said.title, said.subject, said.langs)], False
        elif isinstance(thing, dict) and thing.get("Type") == "/Annot":
            thing["F"] = 4  # printed (ISO 19005-3, 6.3.2)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Rendering makes very many objects, of which none can go: collecting meanwhile only costs time.

    What the document before left behind goes first, so that nobody waits for it behind the last one. All of that is in the youngest generation,
    so that alone is collected: looking through all that is loaded takes longer than a page.
    """
    was = gc.isenabled()
    gc.disable()
    gc.collect(0)
    try:
        yield
    finally:
        if was:
            gc.enable()
