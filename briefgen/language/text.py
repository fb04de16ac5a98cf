"""Lists, quotation marks, articles, contractions, initials, capitals."""

import re
import unicodedata
from collections.abc import Sequence

from briefgen.language.locale import Locale, fill
from briefgen.language.said import Said, Unsayable, doubt_of


def join(locale: Locale, items: Sequence[str], *, nested: bool = False) -> Said:
    """A list in a sentence: commas, and the last joined by "and". ``nested`` keeps apart items that have an "and" of their own."""
    parts = [str(item) for item in items]
    if not parts:
        raise Unsayable("an empty list cannot be said")
    patterns = {**_list_patterns(locale), **((nested and locale.find("list-nested")) or {})}
    if len(parts) == 2:
        said = patterns["2"].format(*parts)
    elif len(parts) > 2:
        said = patterns["end"].format(parts[-2], parts[-1])
        for part in reversed(parts[1:-2]):
            said = patterns["middle"].format(part, said)
        said = patterns["start"].format(parts[0], said)
    else:
        said = parts[0]
    return Said(said, doubt_of(items))


def has_and(locale: Locale, words: str) -> bool:
    """Whether ``words`` hold the conjunction of a list of two."""
    pattern = _list_patterns(locale)["2"]
    return pattern.replace("{0}", "").replace("{1}", "").strip() in re.split(r"[ \u00a0]", words)


def _list_patterns(locale: Locale) -> dict[str, str]:
    """The patterns of a list: Babel's, then language.yaml's, then those of the house's choice of a comma before "and"."""
    chosen = locale.settings.get("serial_comma")
    own: dict[str, str] = {**(locale.find("list") or {}), **((chosen and locale.find("list-serial", chosen)) or {})}
    return {**locale.babel.list_patterns["standard"], **own}


def quote_marks(locale: Locale, level: int = 1) -> tuple[str, str]:
    """The opening and the closing mark of a quotation; level 2 stands inside level 1, and so on in turn."""
    marks = locale.find("quotes")
    opening, closing = marks[(level - 1) % len(marks)]
    return opening, closing


def quote(locale: Locale, text: str, level: int = 1) -> Said:
    """``text`` in quotation marks; those inside it become the marks of the next level."""
    opening, closing = quote_marks(locale, level)
    return Said(opening + _inner(locale, text, level + 1) + closing, doubt_of([text]))


def _inner(locale: Locale, text: str, level: int) -> str:
    """``text`` with its own quotation marks, of whatever kind, made those of ``level`` and deeper."""
    out, depth, (openers, closers) = "", 0, locale.marks
    for index, char in enumerate(text):
        before, after = text[index - 1 : index], text[index + 1 : index + 2]
        if char == "’" and before.isalnum() and after.isalnum():
            out += char  # an apostrophe
        elif char == "“" and "„" in text and (not after or not after.isalnum()):
            depth -= 1  # “ closes where „ opens
            out += quote_marks(locale, level + max(depth, 0))[1]
        elif char in openers or (char == '"' and (not before or not (before.isalnum() or before in ".,!?…»”"))):
            out += quote_marks(locale, level + depth)[0]
            depth += 1
        elif (char in closers and depth) or char == '"':
            depth -= 1
            out += quote_marks(locale, level + max(depth, 0))[1]
        else:
            out += char
    return out


def article(locale: Locale, noun: str) -> Said:
    """``noun`` with its indefinite article, where the language has one. The first rule that fits wins."""
    for rule in locale.find("articles") or ():
        if re.search(rule["find"], noun):
            return Said(f"{rule['word']} {noun}", doubt_of([noun]))
    return Said(noun)


def contract(locale: Locale, text: str) -> str:
    """``text`` with the language's contractions: de + le is du, с + страной со."""
    if locale.contracting.search(text):  # most texts have nothing to contract, and one look is less than many
        for rule, put in locale.contractions:
            text = rule.sub(put, text)
    return text


def sorting(locale: Locale, words: str) -> str:
    """What ``words`` are sorted by: letters and digits, in small letters, ё as е and Latin letters without their marks."""
    rule = locale.find("bare")
    named = re.sub(rule["find"], rule["put"], words) if rule else words
    plain = re.sub(r"(?<=[a-z])[\u0300-\u036f]+", "", unicodedata.normalize("NFD", named.casefold()))
    return re.sub(r"^\W+", "", unicodedata.normalize("NFC", plain)).replace("ё", "е")


def tongue(locale: Locale, code: str) -> str:
    """The name of a language, as the language itself has it; its code where that is known to nobody (CLDR)."""
    name = locale.babel.languages.get(code)
    return fill(locale.find("tongue") or "{name}", {"name": name}) if name else code


def spell(locale: Locale, words: str) -> Said:
    """``words`` in the house's spelling (-ise or -ize), in a language that has more than one. For prose: names keep their own."""
    rule = locale.spelling
    return Said(rule[0].sub(rule[1], words) if rule else words, doubt_of([words]))


def initials(locale: Locale, name: str, origin: str | None = None) -> Said:
    """``name`` with its given names as initials. A name whose family name comes first (by ``origin``), or of one word, stays."""
    given, _, family = name.rpartition(" ")
    if not given or origin in (locale.find("initials", "whole") or ()):
        return Said(name)
    letters = ["-".join(f"{half[0].upper()}." for half in part.split("-") if half) for part in given.split(" ") if part]
    style = str(locale.settings.get("initials", "spaced"))
    between, after = locale.find("initials", style) or (" ", " ")
    return Said(between.join(letters) + after + family, doubt_of([name]))


def capitalise(text: str) -> Said:
    """``text`` with its first letter a capital, unless it is an address or written so that it must not change (iPhone)."""
    found = re.search(r"[^\W\d_]", text)
    word = re.match(r"[^\s’']*", text[found.start() :]) if found else None  # l’Indonésie begins with an article, not as iPhone does
    if not found or not word or re.search(r"@|://|\w\.\w", word[0]) or (word[0][:1].islower() and word[0] != word[0].lower()):
        return Said(text)
    if text[: found.start()].strip("«»„“”‘’‚‹›\"'([–— \u00a0"):
        return Said(text)  # it opens with a figure
    return Said(text[: found.start()] + found[0].upper() + text[found.end() :], doubt_of([text]))


def title_case(locale: Locale, text: str) -> Said:
    """``text`` with the capitals of a headline: every word but the small ones, where the language writes headlines so."""
    small = locale.find("headline", "small")
    if not small:
        return Said(text)
    words = re.split(r"([ \t\r\n\u00a0]+)", text)
    done = [word if index and word.lower() in small else _capital_parts(word) for index, word in enumerate(words)]
    return Said("".join(done), doubt_of([text]))


def _capital_parts(word: str) -> str:
    return re.sub(r"(^|[-–/])([^\w]*)([^\W\d_])(?![^\W\d_]*[A-Z])", lambda found: found[1] + found[2] + found[3].upper(), word)
