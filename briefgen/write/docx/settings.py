"""The small parts: settings, fonts, properties."""

from briefgen.document import Document
from briefgen.write.docx.job import Job
from briefgen.write.docx.package import NAMESPACES
from briefgen.write.docx.words import escape

_WORD = "http://schemas.microsoft.com/office/word"
_COMPATIBLE = {  # what Word 2013 and later write themselves; less, and a file opens "in compatibility mode"
    "compatibilityMode": 15, "overrideTableStyleFontSizeAndJustification": 1, "enableOpenTypeFeatures": 1, "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}  # fmt: skip
_FAMILIES = {"serif": "roman", "sans-serif": "swiss", "monospace": "modern"}


def settings(job: Job) -> None:
    """Add the settings. Words may be broken where their style lets them, as in the PDF, capitals never."""
    reserved = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' if job.notes.called else ""
    tracked = "<w:trackRevisions/>" if job.document.tracked else ""
    mirrored = "<w:mirrorMargins/>" if job.page.mirror else ""
    compatible = "".join(f'<w:compatSetting w:name="{name}" w:uri="{_WORD}" w:val="{value}"/>' for name, value in _COMPATIBLE.items())
    job.package.add("settings").xml = (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/>{mirrored}{tracked}<w:defaultTabStop w:val="720"/><w:autoHyphenation/>'
        '<w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="360"/><w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'{reserved}<w:compat>{compatible}</w:compat><w:themeFontLang w:val="{escape(job.document.tag(job.document.lang), "lang")}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def fonts(job: Job) -> None:
    """Add the table of fonts: what family to take where a machine lacks one, with the metrically equal one by name."""
    rows = "".join(
        f'<w:font w:name="{escape(font.word, name)}">'
        + (f'<w:altName w:val="{escape(font.family, name)}"/>' if font.family != font.word else "")
        + f'<w:family w:val="{_FAMILIES.get(font.generic, "auto")}"/><w:pitch w:val="variable"/></w:font>'
        for name, font in job.house.fonts.items()
    )
    job.package.add("fontTable").xml = f"<w:fonts {NAMESPACES}>{rows}</w:fonts>"


def core(document: Document) -> str:
    """The properties: title, subject and language. No author, no date, no program."""
    elements = (("title", document.title), ("subject", document.subject), ("language", ", ".join(map(document.tag, document.langs))))
    rows = "".join(f"<dc:{name}>{escape(text, name)}</dc:{name}>" for name, text in elements if text)
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{rows}</cp:coreProperties>'
    )
