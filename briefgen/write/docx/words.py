"""Words as WordprocessingML: escaped, and each tagged with its language."""

import re

from briefgen.errors import BriefgenError, Problem, Where, printable

_BARRED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, section 2.2, and the C1 controls
_ODD = re.compile(_BARRED.pattern.removesuffix("]") + '&<>"\t\r\n]')
"""Letters that cannot be written as they are: one set, which is looked through four times as fast as a choice of two."""
_SPACE = re.compile("[ \t\r\n]{2,}|[\t\r\n]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})

_RIGHT_TO_LEFT = {"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}
_EAST_ASIAN = {"ja", "ko", "zh"}


def odd(text: str) -> bool:
    """Whether ``text`` cannot be written as it is; most can. Asked before ``escape`` where there are many words."""
    return "  " in text or _ODD.search(text) is not None


def escape(text: str, key: str) -> str:
    """``text`` for an element or an attribute, white space collapsed as HTML does (a no-break space stays).

    Raises:
        BriefgenError: it holds a control character, a lone surrogate or a noncharacter; ``key`` names the block.
    """
    if not odd(text):
        return text
    if barred := _BARRED.search(text):
        sample = _BARRED.sub(lambda found: f"\\u{ord(found.group()):04x}", printable(text[max(0, barred.start() - 20) : barred.end() + 20]))
        what = f"block {key!r} holds a character that no Word file can hold, U+{ord(barred.group()):04X}: “{sample}”"
        raise BriefgenError(Problem(Where(), "W020", what, "take it out of the fact or of the template that says it"))
    return _SPACE.sub(" ", text).translate(_ENTITIES)


def is_right_to_left(lang: str) -> bool:
    """Whether the language is written from right to left."""
    return lang.split("-", maxsplit=1)[0] in _RIGHT_TO_LEFT


def lang_xml(lang: str, *, run: bool = True) -> str:
    """The end of a run's properties: its language, in the attribute that Word reads for such a script, and its direction (runs only).

    ``lang`` is a tag with its region (``Document.tag``): by that Word finds its spelling.
    """
    name = escape(lang, "language")
    if is_right_to_left(lang):
        return f'{"<w:rtl/>" * run}<w:lang w:val="{name}" w:bidi="{name}"/>'
    if lang.split("-", maxsplit=1)[0] in _EAST_ASIAN:
        return f'<w:lang w:val="{name}" w:eastAsia="{name}"/>'
    return f'<w:lang w:val="{name}"/>'
