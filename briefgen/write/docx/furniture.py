"""What stands on every page: the running head, the mark, the footer, and the sections that hold them.

A document is one section, whose running head begins on page 2. A pack has one for its cover and contents and one for each document in it, with
its own page and running head; they share the footer, and notes are numbered anew in each.
"""

from dataclasses import replace

from briefgen.document import Inlines, Part, plain
from briefgen.write.across import lies_across
from briefgen.write.docx.job import Job
from briefgen.write.docx.measures import set_width, twips
from briefgen.write.docx.package import NAMESPACES
from briefgen.write.docx.runs import Runs, mark_properties
from briefgen.write.docx.styles import Voice
from briefgen.write.docx.watermark import watermark
from briefgen.write.docx.words import escape, lang_xml
from briefgen.write.style import Border, Page, Role

_AWAY = 7.0  # millimetres between the text and what stands above and below it
_BELOW = 2.0  # points between the running head and its rule
_EDGE = 5.5  # millimetres at the edge of the paper that no printer reaches


def bound_page(job: Job, part: Part) -> Page:
    """The page of a document that is bound into this one."""
    return job.house.page(part.lang, len(part.langs) > 1, part.kind).bound(job.page)


def section(job: Job, part: Part | None, page: Page) -> str:
    """The properties of a section, after its headers and footers have been added: that of the document itself, or of a ``part`` bound into it."""
    document, packed = job.document, any(isinstance(block, Part) for block in job.document.content)
    head, foot = _Head(job, part.running if part else document.running, page), job.styles.role("footer", Voice(document.lang))
    references = ""
    if head.content or document.mark:
        references += ("" if part else head.add(first=True)) + head.add(first=False)
    if document.footer and not part:  # a section without a footer goes on with that of the one before
        references += _footer(job, first=True, empty=packed) + _footer(job, first=False)
    notes = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>' if packed else ""
    start = f'<w:type w:val="{"oddPage" if page.start == "right" else "nextPage"}"/>' if part else ""
    top = twips(mm=page.top - _AWAY) - head.height
    bottom = twips(mm=page.bottom - _AWAY) - twips(foot.size * foot.leading)
    turned = ' w:orient="landscape"' if page.width > page.height else ""
    return (
        f'<w:sectPr>{references}{notes}{start}<w:pgSz w:w="{twips(mm=page.width)}" w:h="{twips(mm=page.height)}"{turned}/>'
        f'<w:pgMar w:top="{twips(mm=page.top)}" w:right="{twips(mm=page.right)}" w:bottom="{twips(mm=page.bottom)}" w:left="{twips(mm=page.left)}" '
        f'w:header="{max(twips(mm=_EDGE), top)}" w:footer="{max(twips(mm=_EDGE), bottom)}" w:gutter="{twips(mm=page.gutter)}"/><w:cols w:space="720"/>'
        f"{'' if part else '<w:titlePg/>'}</w:sectPr>"
    )


class _Head:
    """The head of the pages: on the first the mark alone, at the right; then the running head with the mark beside it, above a rule."""

    def __init__(self, job: Job, content: Inlines, page: Page) -> None:
        self.job, self.content, self.page = job, content, page
        self.voice, self.tag = Voice(job.document.lang), job.document.tag(job.document.lang)
        self.running = job.styles.role("running", self.voice)
        self.mark = job.styles.role("mark", self.voice)
        line = page.line / 25.4 * 72
        wide = set_width("".join(map(plain, content)), self.running)
        self.level = wide + set_width(job.document.mark, self.mark) < line - 12
        self.lines = 1 + int(wide // line)

    @property
    def height(self) -> int:
        """Of all lines, in twips."""
        lines = [self.running] * self.lines if self.level or not self.job.document.mark else [*[self.running] * self.lines, self.mark]
        return sum(twips(role.size * role.leading) for role in lines) + twips(_BELOW)

    def add(self, *, first: bool) -> str:
        """Add one header; its reference."""
        part = self.job.package.add("header", f"header{self.job.package.count('header')}")
        document, across = self.job.document, ""
        if lies_across(document.mark):
            picture = watermark(document.mark, self.job.house.font(self.mark.font).word, self.page, self.job.package.count("watermark"))
            across = f"<w:r><w:rPr><w:noProof/>{lang_xml(self.tag)}</w:rPr>{picture}</w:r>"
        if first:
            above = max(0, self.height - twips(_BELOW) - twips(self.mark.size * self.mark.leading))
            body = self._paragraph(self._right("First Mark", above), across + self._words())
        else:
            running = Runs(self.job, part, "running", page=2, furniture=True).xml(self.content, self.voice.lang)
            tab = f"<w:r><w:rPr>{lang_xml(self.tag)}</w:rPr><w:tab/></w:r>" if document.mark and self.content else ""
            style, tabs = self._ruled()
            if self.level or not document.mark:
                body = self._paragraph(style, across + running + tab + self._words(), tabs)
            else:
                body = self._paragraph(self._right("Mark"), across + self._words()) + self._paragraph(style, running, tabs)
        part.xml = f"<w:hdr {NAMESPACES}>{body}</w:hdr>"
        return f'<w:headerReference w:type="{"first" if first else "default"}" r:id="{self.job.package.body.relate("header", part.file)}"/>'

    def _words(self) -> str:
        if not self.job.document.mark:
            return ""
        properties = mark_properties(self.job.styles.character("mark", self.voice), self.tag)
        return f'<w:r>{properties}<w:t xml:space="preserve">{escape(self.job.document.mark, "mark")}</w:t></w:r>'

    def _right(self, title: str, before: int = 0) -> str:
        """The style of a mark at the right; on page 1 it stands as low as if the running head stood there too."""
        return self.job.styles.variant(title, self.voice, lambda voice: replace(self.job.styles.role("mark", voice), align="right", before=before / 20))

    def _ruled(self) -> tuple[str, str]:
        """The style of the running head, and the tab stop of its own where the page is wider or narrower than the first."""
        rule = Border(0.5, self.job.house.colours.get("rule", "#b9c1cb"))

        def look(voice: Voice) -> Role:
            return replace(self.job.styles.role("running", voice), border_bottom=rule, gap=_BELOW)

        def tabs(line: float) -> str:
            return f'<w:tabs><w:tab w:val="right" w:pos="{twips(mm=line)}"/></w:tabs>'

        style = self.job.styles.variant("header", self.voice, look, tabs=tabs(self.job.page.line))
        return style, "" if self.page.line == self.job.page.line else tabs(self.page.line)

    @staticmethod
    def _paragraph(style: str, xml: str, tabs: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{tabs}</w:pPr>{xml}</w:p>'


def _footer(job: Job, *, first: bool, empty: bool = False) -> str:
    """Add one footer, centred, ``empty`` below a cover; its reference."""
    voice = Voice(job.document.lang)
    style = job.styles.variant("footer", voice, lambda voice: replace(job.styles.role("footer", voice), align="center"))
    part = job.package.add("footer", "footer1" if first else "footer2")
    words = "" if empty else Runs(job, part, "footer", page=1 if first else 2, furniture=True).xml(job.document.footer, voice.lang)
    part.xml = f'<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{words}</w:p></w:ftr>'
    return f'<w:footerReference w:type="{"first" if first else "default"}" r:id="{job.package.body.relate("footer", part.file)}"/>'
