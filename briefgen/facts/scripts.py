"""Which script a language is written in, and which script a text is in.

A script that the code of a language names (``sr-Latn``) comes first; else the usual one, by the Suppress-Script of the IANA language
subtag registry [S] for scripts other than Latin, and by custom [K] where the registry names none. A language that is written in two says
which: ``sr-Latn``.
"""

import re
import unicodedata
from collections.abc import Mapping

_USUAL = """
Arab: ar fa ks ps sd ug ur    Armn: hy    Beng: as bn    Cyrl: ab ba be bg ce cv kk ky mk mn os ru sah sr tg tt uk    Deva: bho hi mai mr ne sa
Ethi: am ti    Geor: ka    Grek: el    Gujr: gu    Guru: pa    Han: zh ja yue    Hang: ko    Hebr: he yi    Khmr: km    Knda: kn    Laoo: lo    Mlym: ml
Mymr: my    Orya: or    Sinh: si    Taml: ta    Telu: te    Thaa: dv    Thai: th    Tibt: bo dz
"""
_SCRIPTS: Mapping[str, str] = {code: script for script, codes in re.findall(r"(\w+): ((?:[a-z-]+ ?)+)", _USUAL) for code in codes.split()}
_NAMED: Mapping[str, str] = {
    "ARABIC": "Arab", "ARMENIAN": "Armn", "BENGALI": "Beng", "CYRILLIC": "Cyrl", "DEVANAGARI": "Deva", "ETHIOPIC": "Ethi", "GEORGIAN": "Geor",
    "GREEK": "Grek", "GUJARATI": "Gujr", "GURMUKHI": "Guru", "CJK": "Han", "HIRAGANA": "Han", "KATAKANA": "Han", "HANGUL": "Hang", "HEBREW": "Hebr",
    "KHMER": "Khmr", "KANNADA": "Knda", "LAO": "Laoo", "MALAYALAM": "Mlym", "MYANMAR": "Mymr", "ORIYA": "Orya", "SINHALA": "Sinh", "TAMIL": "Taml",
    "TELUGU": "Telu", "THAANA": "Thaa", "THAI": "Thai", "TIBETAN": "Tibt",
}  # fmt: skip
"""The first word of a letter's Unicode name, as ISO 15924 calls the script; the two syllabaries count with the characters that they stand among."""


def script_of(language: str) -> str:
    """The script (ISO 15924) that ``language`` is written in; Japanese and Chinese share one here, since names in either serve both."""
    primary, *rest = language.split("-")
    said = next((part.title() for part in rest if len(part) == 4 and part.isalpha()), "")
    if said:
        return "Han" if said in {"Hans", "Hant", "Jpan"} else said
    return _SCRIPTS.get(primary, "Latn")


def script_in(text: str) -> str:
    """The script of ``text``: that of its first letter which is not Latin, else Latin."""
    found = (_NAMED.get(unicodedata.name(letter, "").partition(" ")[0].partition("-")[0]) for letter in text if letter.isalpha())
    return next(filter(None, found), "Latn")
