"""WeasyPrint as this house needs it: imported late and quietly, with our fonts only, hyphenating no names, saying every language, each note once.

Six of its parts are replaced when it is first used; each stands here with its reason. The dependency is pinned to 70.x for their sake.
"""

import contextlib
import ctypes.util
import io
import logging
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from weakref import WeakKeyDictionary
from xml.sax.saxutils import escape

from briefgen.errors import BriefgenError, Problem, Where

_SIZED = re.compile(r"\[\d+\]$")


@cache
def engine(fonts: tuple[Path, ...]) -> tuple[Any, Any]:
    """WeasyPrint and its one ``FontConfiguration`` for these font files; made once per process. BriefgenError M001 without Pango."""
    with _only(fonts):  # the import looks at the fonts too
        return _weasyprint(), _weasyprint().text.fonts.FontConfiguration()


@cache
def _weasyprint() -> Any:
    """WeasyPrint with its parts replaced, once per process."""
    weasyprint = _import()
    _say_languages()
    _spare_names()
    _keep_notes()
    _open_arrays()
    _let_spaces_hang()
    return weasyprint


@contextlib.contextmanager
def _only(fonts: Sequence[Path]) -> Iterator[None]:
    """Let fontconfig see these files and no others: its configuration is read once, so the file may go afterwards."""
    folders = "".join(f"<dir>{escape(str(folder))}</dir>" for folder in sorted({font.parent.resolve() for font in fonts}))
    allowed = "".join(f"<glob>{escape(str(font.resolve()))}</glob>" for font in fonts)
    with tempfile.TemporaryDirectory(prefix="briefgen-") as folder:
        file = Path(folder, "fonts.conf")
        file.write_text(
            f'<?xml version="1.0"?>\n<fontconfig>{folders}<cachedir>{escape(folder)}</cachedir>'
            f"<selectfont><acceptfont>{allowed}</acceptfont><rejectfont><glob>*</glob></rejectfont></selectfont></fontconfig>\n",
            encoding="utf-8",
        )
        before = os.environ.get("FONTCONFIG_FILE")
        os.environ["FONTCONFIG_FILE"] = str(file)
        try:
            yield
        finally:
            del os.environ["FONTCONFIG_FILE"]
            if before is not None:
                os.environ["FONTCONFIG_FILE"] = before


def _import() -> Any:
    """Import it without the 54 child processes that ``find_library`` starts on Linux (WeasyPrint#1125): the loader finds the same files.

    Should something not be found that way, it is imported once more as it is.
    """
    real = ctypes.util.find_library
    attempts = [lambda _: None, real] if sys.platform == "linux" and "weasyprint" not in sys.modules else [real]
    for attempt in attempts:
        ctypes.util.find_library = attempt  # type: ignore[assignment]
        try:
            with contextlib.redirect_stdout(io.StringIO()):  # it prints advice of its own when a library is missing
                import weasyprint  # noqa: PLC0415
                import weasyprint.text.fonts  # noqa: PLC0415
            return weasyprint
        except OSError as error:
            wrong = error
            for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
                del sys.modules[name]
        finally:
            ctypes.util.find_library = real
    what = f"PDF needs Pango, which was not found ({str(wrong).splitlines()[0]})"
    raise BriefgenError(Problem(Where(), "M001", what, "`briefgen doctor` says how to install it"), status=3)


def _say_languages() -> None:
    """Write ``/Lang`` on each element whose language is not its parent's (WeasyPrint writes the catalogue's only).

    Without it a screen reader reads Russian with an Indonesian voice; no validator complains. Notes are tagged as notes besides, and what
    stands in a list item as its body.
    """
    import pydyf  # type: ignore[import-untyped]  # noqa: PLC0415
    from weasyprint.pdf import tags  # noqa: PLC0415

    build = tags._build_box_tree  # noqa: SLF001  (there is no public way; pinned, and tested by reading a PDF back)
    around: list[str | None] = []

    def said(box: Any, parent: Any, pdf: Any, *rest: Any) -> Iterator[Any]:
        inner = getattr(box, "_box", box)  # what is placed absolutely comes wrapped
        outer = around[-1] if around else str(pdf.catalog["Lang"].string)
        lang = inner.style["lang"] or outer
        around.append(lang)
        try:
            # Eagerly: what is below must be built while this language is the one around it.
            elements = tuple(build(box, parent, pdf, *rest))
        finally:
            around.pop()
        for element in elements:
            if lang != outer and "Lang" not in element:
                element["Lang"] = pydyf.String(lang)
            if inner.element is not None and _joined(inner, element, pdf):
                continue
            if inner.element is not None and inner.element_tag == "span" and (number := inner.element.get("data-n")):
                element["S"], element["ID"] = "/Note", pydyf.String(f"note-{number}-{element.number}")
            if element["S"] == "/LI":
                _embody(element, pdf, pydyf)
            yield element

    tags._build_box_tree = said  # noqa: SLF001


def intend(pdf: Any) -> None:
    """Say that the colours of ``pdf`` are sRGB, as PDF/A asks; the profile is the one that comes with WeasyPrint."""
    import pydyf  # noqa: PLC0415

    profile = pydyf.Stream([_profile()], pydyf.Dictionary({"N": 3}), compress=True)
    pdf.add_object(profile)
    name = pydyf.String("sRGB")
    intent = {"Type": "/OutputIntent", "S": "/GTS_PDFA1", "OutputConditionIdentifier": name, "Info": name, "DestOutputProfile": profile.reference}
    pdf.catalog["OutputIntents"] = pydyf.Array([pydyf.Dictionary(intent)])


@cache
def _profile() -> bytes:
    return files("weasyprint.pdf").joinpath("sRGB2014.icc").read_bytes()


_BEGUN: WeakKeyDictionary[Any, dict[tuple[int, type], Any]] = WeakKeyDictionary()
"""By PDF: the element of each half of a pair, from the page on which it begins."""


def _joined(box: Any, element: Any, pdf: Any) -> bool:
    """Whether ``element`` is the rest of a half of a pair that began on an earlier page; then it goes on with what is in this one.

    A row of two columns that breaks over pages else reads left, right, left, right; now all of the left is read and then all of the right.
    """
    if not {"_pair", "_side"} & set((box.element.get("class") or "").split()):
        return False
    begun = _BEGUN.setdefault(pdf, {})
    first = begun.setdefault((id(box.element), type(box)), element)
    if first is element:
        return False
    for kid in element["K"]:
        pdf.objects[int(kid.split()[0])]["P"] = first.reference
    first["K"].extend(element["K"])
    element.clear()
    return True


def _embody(item: Any, pdf: Any, pydyf: Any) -> None:
    """Put what is neither label nor body of a list item into a body, as PDF/UA asks (a paragraph in an item else stands beside its label)."""
    kids = [(reference, pdf.objects[int(reference.split()[0])]) for reference in item["K"]]
    loose = [(reference, kid) for reference, kid in kids if kid["S"] not in ("/Lbl", "/LBody")]
    if not loose:
        return
    body = pydyf.Dictionary(
        {"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array([reference for reference, _ in loose]), "Pg": item["Pg"], "P": item.reference}
    )
    pdf.add_object(body)
    for _, kid in loose:
        kid["P"] = body.reference
    item["K"] = pydyf.Array([*(reference for reference, kid in kids if kid["S"] in ("/Lbl", "/LBody")), body.reference])


def _spare_names() -> None:
    """Hyphenate as ``hyphens.py`` does: no names, and of a dictionary only what is needed."""
    import pyphen  # type: ignore[import-untyped]  # noqa: PLC0415
    from weasyprint.text import line_break  # noqa: PLC0415

    from briefgen.write.hyphens import Spare  # noqa: PLC0415

    line_break.pyphen = SimpleNamespace(Pyphen=Spare, language_fallback=pyphen.language_fallback)


def _open_arrays() -> None:
    """Make arrays as long as what they begin with. WeasyPrint names the length in the type, and for each new type cffi reads all its C declarations again.

    That took a fifth of a press release.
    """
    from weasyprint.pdf import fonts  # noqa: PLC0415

    ffi = fonts.ffi

    class Open:
        def new(self, kind: str, begins: Any = None) -> Any:
            return ffi.new(_SIZED.sub("[]", kind) if isinstance(begins, (list, tuple)) else kind, begins)

        def __getattr__(self, name: str) -> Any:
            return getattr(ffi, name)

    fonts.ffi = Open()


def _keep_notes() -> None:
    """Let a page that is made again begin with the notes that the page before it had no room for.

    Where page numbers in the text become known (in a table of contents), single pages are made again. WeasyPrint then hands such a note to the
    next page that it makes, however far that is, and the note stands twice or at the foot of another document.
    """
    from weasyprint.layout import page  # noqa: PLC0415

    remake = page.remake_page

    def made(index: int, context: Any, *rest: Any) -> Any:
        left = context.__dict__.setdefault("notes_left", {})
        context.reported_footnotes = list(left.get(index - 1, ()))
        found = remake(index, context, *rest)
        left[index] = list(context.reported_footnotes)
        return found

    page.remake_page = made


def _let_spaces_hang() -> None:
    """Let words that fit on a line but for the space behind them stand there, where a box follows (a note, a range, a word in italics).

    WeasyPrint takes them for a line that cannot be broken earlier, and ends it behind the first word.
    """
    from weasyprint.layout import inline  # noqa: PLC0415

    split = inline.split_first_line

    def kept(text: str, style: Any, context: Any, max_width: Any, *rest: Any, **more: Any) -> Any:
        found = split(text, style, context, max_width, *rest, **more)
        near = found[2] is not None and text.endswith(" ") and len(text) * style["font_size"] < 4 * max_width  # as many letters as a line or two have
        if near and split(text.rstrip(" "), style, context, max_width, *rest, **more)[2] is None:
            return split(text, style, context, None, *rest, **more)
        return found

    inline.split_first_line = kept


def filled(laid: Any) -> list[float]:
    """How far down the lines of each page reach, as a part of its height."""
    from weasyprint.formatting_structure.boxes import LineBox  # noqa: PLC0415

    pages = [page._page_box for page in laid.pages]  # noqa: SLF001  (nothing public tells where the text ends)
    lowest = [[box.position_y + box.height for box in page.children[0].descendants() if isinstance(box, LineBox)] for page in pages]
    return [(max(lows, default=0) - page.children[0].position_y) / page.height for page, lows in zip(pages, lowest, strict=True)]


@contextlib.contextmanager
def complaints() -> Iterator[list[str]]:
    """What WeasyPrint warns of meanwhile. It writes a file without its logo or font rather than fail; we do not."""
    found: list[str] = []
    logger = logging.getLogger("weasyprint")
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: found.append(record.getMessage())  # type: ignore[method-assign]
    kept, logger.handlers, propagate, logger.propagate = logger.handlers, [handler], logger.propagate, False
    try:
        yield found
    finally:
        logger.handlers, logger.propagate = kept, propagate


def fetcher(weasyprint: Any, pictures: Mapping[str, tuple[bytes, str]]) -> Any:
    """A fetcher that knows these pictures by address and refuses everything else: no file, no network, no data."""

    class Fetcher(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:  # noqa: ARG002
            if url not in pictures:
                raise ValueError(f"{url} is not one of the document's pictures")
            data, media = pictures[url]
            return weasyprint.urls.URLFetcherResponse(url, data, {"Content-Type": media})

    return Fetcher()
