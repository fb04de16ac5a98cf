"""Inline nodes as runs. Neighbours of one look become one run, so that a fact leaves no trace and Word finds whole phrases."""

import re
from functools import cache
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from briefgen.document import Comment, Emph, Fact, Field, Foreign, Inline, Inlines, LineBreak, Link, Note, Ref, Text
from briefgen.errors import BriefgenError, Problem, Where
from briefgen.write.docx.job import Job
from briefgen.write.docx.package import Part
from briefgen.write.docx.words import escape, lang_xml, odd

_PLACES = re.compile(r"(\{pages?\})")


class Look(NamedTuple):
    """How a run looks, beyond its paragraph's style; ``lang`` is the tag that Word reads."""

    lang: str
    term: bool = False
    strong: bool = False
    linked: bool = False


@cache
def properties(look: Look) -> str:
    """The properties of a run: character styles, so that emphasis in an italic paragraph stands upright, then the language.

    A run has one character style; the second and third of link, strong and term are said directly.
    """
    wanted = [name for name, on in (("Hyperlink", look.linked), ("Strong", look.strong), ("Emphasis", look.term)) if on]
    style = f'<w:rStyle w:val="{wanted[0]}"/>' if wanted else ""
    direct = ("<w:b/><w:bCs/>" if "Strong" in wanted[1:] else "") + ("<w:i/><w:iCs/>" if "Emphasis" in wanted[1:] else "")
    return f"<w:rPr>{style}{direct}{lang_xml(look.lang)}</w:rPr>"


def mark_properties(style: str, lang: str) -> str:
    """The properties of a run that is a mark (of a note, of a comment)."""
    return f'<w:rPr><w:rStyle w:val="{style}"/>{lang_xml(lang)}</w:rPr>'


def complex_field(code: str, shown: str, props: str) -> str:
    """A field whose result is ``shown`` until Word works it out."""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{shown}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{props}{part}</w:r>" for part in parts)


def simply(job: Job, content: Inlines, lang: str) -> str:
    """The one run of ``content`` that is nothing but words, as most of it is; "" where there is more to it, for ``Runs``."""
    words: list[str] = []
    if not _only_words(content, words):
        return ""
    said = "".join(words)
    if not said or odd(said):
        return ""
    if lang not in job.usual:
        job.usual[lang] = f'<w:r>{properties(Look(job.document.tag(lang)))}<w:t xml:space="preserve">'
    return f"{job.usual[lang]}{said}</w:t></w:r>"


def _only_words(content: Inlines, words: list[str]) -> bool:
    """Whether ``content`` is words and facts; if so, ``words`` are given them."""
    for node in content:
        if type(node) is Text:
            words.append(node.text)
        elif type(node) is not Fact or not _only_words(node.content, words):
            return False
    return True


class Runs:
    """The runs of one paragraph. ``part`` is where they stand, ``page`` the number that a page field shows until Word counts."""

    def __init__(self, job: Job, part: Part, key: str, *, page: int = 1, furniture: bool = False) -> None:
        self._job = job
        self._part = part
        self._key = key
        self._page = page
        self._furniture = furniture  # in headers and footers Word allows neither notes nor comments
        self._out: list[str] = []
        self._open = ""
        self._lang = ""
        self._before = ""
        self._look: Look | None = None
        """How the run looks whose words are open."""
        self._saying = False  # whether the words of a run are still open

    def xml(self, content: Inlines, lang: str) -> str:
        """All runs of ``content``, which is in ``lang``."""
        self._lang = lang
        self._add(content, Look(self._job.document.tag(lang)))
        self._close()
        return "".join(self._out)

    def _add(self, content: Inlines, look: Look) -> None:
        for node in content:
            kind = type(node)
            if kind is Text:  # by far the most nodes are one of these three
                self._words(node.text, look)  # type: ignore[union-attr]
            elif kind is Fact:
                self._add(node.content, look)  # type: ignore[union-attr]
            elif kind is Foreign:
                self._add(node.content, Look(self._job.document.tag(node.lang), look.term, look.strong, look.linked))  # type: ignore[union-attr]
            else:
                self._more(node, look)

    def _more(self, node: Inline, look: Look) -> None:
        match node:
            case Emph(inner, kind):
                self._add(inner, look._replace(term=True) if kind == "term" else look._replace(strong=True))
            case Link(href, inner):
                self._link(href, inner, look)
            case Note(key):
                self._note(key, look)
            case Ref(key, text):
                self._ref(key, text, look)
            case Field(("table" | "figure") as kind, text):
                self._number(kind, text, look)
            case Field(_, text):
                self._field(text, look)
            case Comment(text, inner):
                self._comment(text, inner, look)
            case LineBreak():
                self._inside(properties(look), "<w:br/>")

    # ── one run at a time ──

    def _inside(self, props: str, xml: str) -> None:
        """Put ``xml`` into the open run, if it looks the same, or into a new one."""
        self._hush()
        if props != self._open:
            self._close()
            self._out.append(f"<w:r>{props}")
            self._open = props
        self._out.append(xml)

    def _close(self) -> None:
        self._hush()
        if self._open:
            self._out.append("</w:r>")
            self._open = ""

    def _outside(self, xml: str) -> None:
        self._close()
        self._out.append(xml)

    def _words(self, text: str, look: Look) -> None:
        if not text:
            return
        self._before = text
        words = escape(text, self._key) if odd(text) else text
        if self._saying and self._look is look:
            self._out.append(words)
            return
        props = properties(look)
        if self._saying and self._open == props:
            self._out.append(words)
        else:
            self._inside(props, f'<w:t xml:space="preserve">{words}')
            self._saying = True
        self._look = look

    def _hush(self) -> None:
        if self._saying:
            self._out.append("</w:t>")
            self._saying = False

    # ── what is more than words ──

    def _link(self, href: str, inner: Inlines, look: Look) -> None:
        if look.linked:  # Word knows no link inside a link
            self._add(inner, look)
            return
        relation = self._part.relate("hyperlink", escape(_address(href, self._key), self._key), external=True)
        self._outside(f'<w:hyperlink r:id="{relation}" w:history="1">')
        self._add(inner, look._replace(linked=True))
        self._outside("</w:hyperlink>")

    def _ref(self, key: str, text: str, look: Look) -> None:
        name = self._job.bookmarks.asked(key, self._lang)
        if not name:
            raise BriefgenError(Problem(Where(), "W006", f"a reference to {key!r}, which is no block of this document", "check the key"))
        if look.linked:
            self._words(text, look)
            return
        if self._job.bookmarks.is_number(name):
            self._outside(complex_field(f"REF {name} \\h", escape(text, self._key), properties(look)))
            return
        self._outside(f'<w:hyperlink w:anchor="{name}" w:history="1">')
        self._words(text, look._replace(linked=True))
        self._outside("</w:hyperlink>")

    def _number(self, kind: str, text: str, look: Look) -> None:
        """The number in a caption, which Word counts by the word before it."""
        code = self._job.captions.code(kind, self._before.strip(), self._key)
        self._outside(self._job.bookmarks.number(self._key, self._lang, complex_field(code, text, properties(look))))

    def _note(self, key: str, look: Look) -> None:
        if self._furniture or self._part.name == "word/footnotes.xml":
            place = "a running head or footer" if self._furniture else "another note"
            raise BriefgenError(Problem(Where(), "W021", f"note {key!r} stands in {place}, where Word allows none", "move it into a paragraph of the text"))
        identity, number, bookmark = self._job.notes.call(key)
        props = mark_properties("FootnoteReference", look.lang)
        if identity:
            self._outside(self._job.bookmarks.around(bookmark, f'<w:r>{props}<w:footnoteReference w:id="{identity}"/></w:r>'))
        else:
            self._outside(complex_field(f"NOTEREF {bookmark} \\f \\h", number, props))

    def _field(self, text: str, look: Look) -> None:
        for piece in _PLACES.split(text):
            match piece:
                case "{page}":
                    self._outside(complex_field("PAGE", str(self._page), properties(look)))
                case "{pages}":
                    self._outside(complex_field("NUMPAGES", str(max(self._page, self._job.pages.count)), properties(look)))
                case _:
                    self._words(piece, look)

    def _comment(self, text: str, inner: Inlines, look: Look) -> None:
        if self._furniture:
            self._add(inner, look)
            return
        number = self._job.comments.add(text, look.lang, self._key)
        self._outside(f'<w:commentRangeStart w:id="{number}"/>')
        self._add(inner, look)
        props = mark_properties("CommentReference", look.lang)
        self._outside(f'<w:commentRangeEnd w:id="{number}"/><w:r>{props}<w:commentReference w:id="{number}"/></w:r>')


def _address(href: str, key: str) -> str:
    """``href`` as a target that Word opens. BriefgenError where it is none: one bad target and Word refuses the whole file."""
    try:
        parts = urlsplit(href)
        good = bool(parts.scheme in ("http", "https") and parts.hostname) or bool(parts.scheme == "mailto" and "@" in parts.path)
    except ValueError:
        good = False
    if not good:
        what = f"block {key!r} links to {href!r}, which is no address on http, https or mailto"
        raise BriefgenError(Problem(Where(), "W005", what, "write the whole address, as in https://example.org/page"))
    return "".join(quote(c) if c in ' "<>\\^`{|}' else c for c in href)
