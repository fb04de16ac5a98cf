"""The parts beside the text: footnotes and comments."""

from briefgen.document import Part
from briefgen.write.docx.job import Job
from briefgen.write.docx.package import NAMESPACES
from briefgen.write.docx.runs import Runs, mark_properties
from briefgen.write.docx.styles import Voice
from briefgen.write.docx.words import lang_xml


def footnotes(job: Job) -> None:
    """Add the footnotes, if there are any; a note that both sides of a pair have holds a paragraph in each language."""
    if not job.notes.called:
        return
    part = job.package.add("footnotes")
    rule = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        f"<w:r><w:rPr>{lang_xml(job.document.tag(job.document.lang))}</w:rPr><w:{kind}/></w:r></w:p></w:footnote>"
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    notes = []
    for number, key, note, scope in job.notes.called:
        paragraphs: list[str] = []
        for lang, content in note.texts:
            tag = job.document.tag(lang)
            mark = f"<w:r>{mark_properties('FootnoteReference', tag)}<w:footnoteRef/></w:r>" if not paragraphs else ""
            space = f'<w:r><w:rPr>{lang_xml(tag)}</w:rPr><w:t xml:space="preserve"> </w:t></w:r>' if mark else ""
            style = job.styles.paragraph("footnote", Voice(lang, len(scope.langs) > 1, scope.kind if isinstance(scope, Part) else ""))
            paragraphs.append(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{mark}{space}{Runs(job, part, f"note {key}").xml(content, lang)}</w:p>')
        notes.append(f'<w:footnote w:id="{number}">{"".join(paragraphs)}</w:footnote>')
    part.xml = f"<w:footnotes {NAMESPACES}>{rule}{''.join(notes)}</w:footnotes>"


def comments(job: Job) -> None:
    """Add the comments, if there are any. They bear no date and no name of a person: who asks is the desk."""
    if not job.comments.made:
        return
    style = job.styles.variant("annotation text", job.styles.usual, lambda voice: job.styles.role("footnote", voice))
    rows = "".join(
        f'<w:comment w:id="{number}" w:author="briefgen" w:initials="b"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f"<w:r>{mark_properties('CommentReference', lang)}<w:annotationRef/></w:r>"
        f'<w:r><w:rPr>{lang_xml(lang)}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:comment>'
        for number, (text, lang) in enumerate(job.comments.made)
    )
    job.package.add("comments").xml = f"<w:comments {NAMESPACES}>{rows}</w:comments>"
