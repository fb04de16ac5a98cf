"""From bytes to text: UTF-8 only, no control characters; what is wrong is named by line and byte."""

import codecs
import re

from briefgen.errors import Problem, Where

# C0 and C1 controls but for tab and line breaks, the two Unicode line separators (YAML counts them as lines, editors do not), and non-characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_MOST = 20  # a binary file would give thousands


def decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """The text of ``data``, a single byte-order mark taken off, and what is wrong with it (then the text is empty)."""
    for mark, name in ((codecs.BOM_UTF32_LE, "UTF-32"), (codecs.BOM_UTF32_BE, "UTF-32"), (codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16")):
        if data.startswith(mark):
            return "", [Problem(Where(file, 1, 1), "Y002", f"the file is in {name}, not in UTF-8", "save it as UTF-8")]
    if data[:400].count(0) * 3 > len(data[:400]):
        return "", [Problem(Where(file, 1, 1), "Y002", "the file is not in UTF-8 (every second byte is zero, as in UTF-16)", "save it as UTF-8")]
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        return "", [_not_utf8(data.removeprefix(codecs.BOM_UTF8), error, file)]
    problems = []
    for found in _FORBIDDEN.finditer(text):
        line, column = place(text, found.start())
        what = f"the character U+{ord(found[0]):04X} may not stand in a file of facts"
        hint = "start a new line instead" if found[0] in "\x85\u2028\u2029" else "delete it; it is invisible in most editors"
        problems.append(Problem(Where(file, line, column), "Y003", what, hint))
        if len(problems) == _MOST:
            break
    return text, problems


def place(text: str, offset: int) -> tuple[int, int]:
    r"""Line and column of ``offset``, both from 1; ``\r\n``, ``\n`` and ``\r`` end a line."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _not_utf8(data: bytes, error: UnicodeDecodeError, file: str) -> Problem:
    before = data[: error.start].decode()
    line, column = place(before, len(before))
    byte = data[error.start]
    if byte == 0xED and data[error.start + 1 : error.start + 2] >= b"\xa0":
        guess = "half of a surrogate pair"
    else:
        high = sum(b >= 0x80 for b in data)
        cyrillic = sum(b >= 0xC0 for b in data)
        guess = "it looks like Windows-1251" if cyrillic * 10 > high * 8 and high > 3 else "it looks like Windows-1252"
    return Problem(
        Where(file, line, column), "Y002", f"byte 0x{byte:02X} (the {error.start + 1}th of the file) is not UTF-8; {guess}", "save the file as UTF-8"
    )
