"""The table of contents: a field of Word's, filled in beforehand with links, and with page numbers where a PDF has counted them.

What stands in it is what Word makes of the headings when it is asked to: the two of a pair are one line where they stand in one line in the
text, with the tab between them, and else two.
"""

from briefgen.document import Heading, plain
from briefgen.write.docx.body import Body, Frame
from briefgen.write.docx.measures import set_width, twips
from briefgen.write.docx.registers import toc_name
from briefgen.write.docx.runs import Look, complex_field, properties
from briefgen.write.docx.styles import Voice
from briefgen.write.docx.words import escape
from briefgen.write.looks import Entry

_NUMBERS = 12.0  # millimetres at the end of the line for page numbers
_TAB = "<w:tab/>"


def contents(body: Body) -> None:
    """Write the contents."""
    lines = [line for entry in body.job.entries for line in _lines(body, entry)]
    depth = max((entry.level for entry in body.job.entries), default=1)
    props = properties(Look(body.job.document.tag(body.job.document.lang)))
    for number, (style, xml, voice, tabs) in enumerate(lines):
        begin = _field(props, f'TOC \\o "1-{depth}" \\h \\z \\u') if number == 0 else ""
        end = f'<w:r>{props}<w:fldChar w:fldCharType="end"/></w:r>' if number == len(lines) - 1 else ""
        body.raw(style, f"{begin}{xml}{end}", Frame(voice, 0), tabs=tabs)
    body.gap(0, body.job.styles.usual)  # bears the end of the section: LibreOffice loses the fields of a footer that it meets inside of a field


def _field(props: str, code: str) -> str:
    parts = ('<w:fldChar w:fldCharType="begin"/>', f'<w:instrText xml:space="preserve"> {code} </w:instrText>', '<w:fldChar w:fldCharType="separate"/>')
    return "".join(f"<w:r>{props}{part}</w:r>" for part in parts)


def _lines(body: Body, entry: Entry) -> list[tuple[str, str, Voice, str]]:
    """Style, runs, voice and tab stops of each line."""
    styles, pair = body.job.styles, len(entry.heads) > 1
    voices = [Voice(lang, pair) for lang, _ in entry.heads]
    role = styles.role(f"contents-{entry.level}", voices[0])
    right = styles.right_column + twips(mm=role.indent)
    stops = f'<w:tab w:val="left" w:pos="{right}"/>' if pair else ""
    tabs = f'<w:tabs>{stops}<w:tab w:val="right" w:pos="{twips(mm=body.page.line)}"/></w:tabs>'
    style = styles.variant(f"toc {entry.level}", styles.usual, lambda voice: styles.role(f"contents-{entry.level}", voice), tabs=tabs)
    words = [(lang, _words(head)) for lang, head in entry.heads]
    room = twips(mm=(body.page.line - body.page.gap) / 2 - role.indent - _NUMBERS)
    if not pair or all(twips(set_width(text, role)) <= room for _, text in words):
        return [(style, _line(body, entry, words), voices[0], "")]
    alone = f'<w:tabs><w:tab w:val="clear" w:pos="{right}"/></w:tabs>'
    return [(style, _line(body, entry, [one]), voice, alone) for one, voice in zip(words, voices, strict=True)]


def _line(body: Body, entry: Entry, words: list[tuple[str, str]]) -> str:
    """One link: the words with a tab between, and the page if it is known."""
    name, document = toc_name(entry.number), body.job.document
    said = "".join(
        f'<w:r>{properties(Look(document.tag(lang)))}{_TAB * (n > 0)}<w:t xml:space="preserve">{escape(text, name)}</w:t></w:r>'
        for n, (lang, text) in enumerate(words)
    )
    page = body.job.pages.entries.get(entry.number)
    props = properties(Look(document.tag(document.lang)))
    number = f"<w:r>{props}{_TAB}</w:r>" + complex_field(f"PAGEREF {name} \\h", str(page), props) if page else ""
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{said}{number}</w:hyperlink>'


def _words(head: Heading) -> str:
    return " ".join(plain(head).split("\n")).strip()
