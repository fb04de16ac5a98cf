"""Phrasing content, as HTML calls it: the inline nodes as markup, and what they need to know of the place where they stand."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from briefgen.document import Comment, Document, Emph, Fact, Field, Figure, Foreign, Inline, Inlines, LineBreak, Link, Note, Ref, Text
from briefgen.errors import BriefgenError, Problem, Where
from briefgen.write.css import Uses, quoted
from briefgen.write.house import House
from briefgen.write.looks import entries
from briefgen.write.scope import Scope
from briefgen.write.style import Page

ALLOWED = ("http://", "https://", "mailto:")
_WHOLE = re.compile(r"<[^>]*>|[^ \t\r\n<>]*\d(?:[–—]\d|\u00a0[^\W\d]{5})[^ \t\r\n<>]*")
"""What stays on one line: a range of numbers, and a number with the long word bound to it."""
_CALL = re.compile(r"([^ \t\r\n<>]{1,40}<sup[^>]*>.*?</sup>)")


class Phrasing:
    """Words in one language after another.

    ``source`` gives the address of a picture, ``across`` that of the mark across a page, if there is one; ``used`` gathers roles and pages,
    for the style sheet; ``listed`` are the headings in the contents, each with its entry; ``noted`` the anchors of notes; ``scope`` is the
    document, or the one bound into it, that is being written.
    """

    def __init__(self, document: Document, house: House, *, paged: bool, source: Callable[[Figure], str], across: Callable[[Page], str] | None = None) -> None:
        self.document, self.house, self.paged, self.source, self.across = document, house, paged, source, across
        self.used = Uses(document, house)
        self.scope = Scope(document, self.used.page)
        self.entries = entries(document)
        self.listed = {id(entry.heads[0][1]): entry for entry in self.entries}
        self.noted: list[str] = []
        self.parts = 0
        self.lang, self.pair, self.half = document.lang, False, False

    @contextmanager
    def speaking(self, lang: str, *, pair: bool, half: bool = False) -> Iterator[None]:
        """Words in ``lang``, in a document of two languages if ``pair`` and in one of its columns if ``half``, until the block ends."""
        before, (self.lang, self.pair, self.half) = (self.lang, self.pair, self.half), (lang, pair, half or (pair and self.half))
        yield
        self.lang, self.pair, self.half = before

    def inlines(self, inlines: Inlines) -> str:
        """The words of one block."""
        said = self.within(inlines)
        return _WHOLE.sub(_on_one_line, said) if "–" in said or "—" in said or "\u00a0" in said else said

    def within(self, inlines: Inlines) -> str:
        """Words that stand among others."""
        said = "".join(self.inline(inline) for inline in inlines)
        # The mark of a note stays on the line of its word: a line may break between any two boxes. What no-break spaces bind to the word
        # is in the box too: WeasyPrint breaks a line too early before a box with no place to break before it.
        return _CALL.sub(r'<span class="_call">\1</span>', said) if any(isinstance(inline, Note) for inline in inlines) else said

    def inline(self, inline: Inline) -> str:  # noqa: C901  (one case a node)
        match inline:
            case Text():
                return quoted(inline.text)
            case Fact():
                return self.within(inline.content)
            case Comment():
                return f'<span class="_doubt">{self.within(inline.content)}</span>'
            case Emph():
                tag = "strong" if inline.kind == "strong" else "em"
                return f"<{tag}>{self.within(inline.content)}</{tag}>"
            case Foreign():
                return f'<span lang="{quoted(inline.lang)}">{self.within(inline.content)}</span>'
            case Link():
                if not inline.href.lower().startswith(ALLOWED):
                    raise _refused("W005", f"a link to {inline.href!r}", "links go to http, https and mailto")
                return f'<a href="{quoted(inline.href)}">{self.within(inline.content)}</a>'
            case Note():
                return self.note(inline.key)
            case Ref():
                target = self.scope.target(self.lang, inline.key)
                if target is None:
                    raise _refused("W006", f"a reference to {inline.key!r}, which is no block of this document", "check the key")
                return f'<a href="#{target}">{quoted(inline.text)}</a>'
            case Field():
                return self.field(inline)
            case LineBreak():
                return "<br>\n"

    def note(self, key: str) -> str:
        """The mark of a note, which leads to its text and back; on paper the text stands here, and the page takes it to its foot."""
        note, prefix = self.scope.notes[key], self.scope.prefix
        again, first = key in self.scope.printed, f' id="{prefix}c{note.number}"'
        self.scope.printed.add(key)
        role = "" if self.paged else ' role="doc-noteref"'
        call = f'<sup{"" if again else first}><a href="#{prefix}n{note.number}"{role}>{note.number}</a></sup>'
        if not self.paged or again:
            return call
        self.used.role("footnote", self.lang, self.pair, self.scope.kind)
        self.noted.append(f"{prefix}n{note.number}")
        back = f'<a href="#{prefix}c{note.number}">{note.number} </a>'
        role = f"_note footnote{' _two' * self.pair}"
        return f'{call}<span id="{prefix}n{note.number}" class="{role}" data-n="{note.number}">{back}{self.texts(note.texts)}</span>'

    def texts(self, texts: Iterable[tuple[str, Inlines]]) -> str:
        """The texts of a note, each in its language."""
        return "<br>".join(self.within(text) if lang == self.lang else f'<span lang="{quoted(lang)}">{self.within(text)}</span>' for lang, text in texts)

    def field(self, field: Field) -> str:
        if field.kind in ("table", "figure"):
            return quoted(field.text)
        if not self.paged:
            return ""
        text = quoted(field.text).replace("{page}", '<span class="_number"></span>')
        return text.replace("{pages}", '<span class="_numbers"></span>')

    # ── attributes ──

    def role(self, name: str, more: str = "", *, ends: bool = False) -> str:
        if not name:
            return ""
        self.used.role(name, self.lang, self.pair, self.scope.kind, ends=ends)
        return f' class="{quoted(name)}{" _two" * self.pair}{" _last" * ends}{more}"'

    def id(self, key: str) -> str:
        """The anchor of a block that something refers to."""
        anchor = self.scope.place(self.lang, key)
        return f' id="{anchor}"' if anchor else ""


def _on_one_line(found: re.Match[str]) -> str:
    """A range or a date with all that is bound to it, on one line: a line may break at a dash or in a month, and 5— or октя- at its end reads as a mistake."""
    return found[0] if found[0].startswith("<") else f'<span class="_call">{found[0]}</span>'


def _refused(code: str, what: str, hint: str) -> BriefgenError:
    return BriefgenError(Problem(Where(), code, what, hint))
