"""Quotation marks that do not close their words off: «зелёная» экономика, первый «круглый стол» по вопросам инвестиций.

Such a phrase bends as if the marks were not there. What else is quoted is a name, and stays.
"""

import re

from briefgen.language.grammars.ru import adjectives

_SPAN = re.compile(r"[«„\"](?P<inner>[^«»„“”\"]+)[»“”\"]")
_CLOSED = re.compile(r"«[^»]*(?:»|\Z)|„[^“]*(?:“|\Z)|\"[^\"]*(?:\"|\Z)|\((?P<bracket>[^()]*)\)")
_FIRST = 0xE000
"""A private character stands for each span that is held back: no letter, so nothing bends it."""
_MARKED = re.compile(r"(?P<open>[«„\"]*)(?P<word>[^«»„“”\"]*)(?P<close>[»“”\"]*)\Z")


def hold(text: str) -> tuple[str, list[str]]:
    """``text`` with its quotations and brackets held back, and these; a bracket between adjectives is none (Казанский (Приволжский) университет)."""
    spans: list[str] = []

    def keep(found: re.Match[str]) -> str:
        if found["bracket"] is not None and _is_between(text, found):
            return found[0]
        spans.append(found[0])
        return chr(_FIRST + len(spans) - 1)

    return _CLOSED.sub(keep, text), spans


def release(text: str, spans: list[str]) -> str:
    """``text`` with what was held back."""
    for index, span in enumerate(spans):
        text = text.replace(chr(_FIRST + index), span)
    return text


def _is_between(text: str, bracket: re.Match[str]) -> bool:
    before, inner = text[: bracket.start()].strip().rpartition(" ")[2], bracket["bracket"]
    follows = re.match(r"[ \u00a0][А-Яа-яЁё]", text[bracket.end() :])
    return bool(before and follows and re.fullmatch("[А-Яа-яЁё-]+", inner)) and adjectives.is_adjective(before) and adjectives.is_adjective(inner)


def opened(text: str) -> str | None:
    """``text`` without the marks that do not close their words off; None where there are none such."""
    made = _SPAN.sub(lambda span: span["inner"] if _is_open(text, span) else span[0], text)
    return made if made != text else None


def marked(text: str, bent: str) -> str:
    """``bent`` with the marks of ``text``, from which it was made: word for word."""
    old, new = re.split(r"([ \u00a0])", text), re.split(r"([ \u00a0])", bent)
    if len(old) != len(new):
        return bent
    return "".join(_like(mark, word) for mark, word in zip(old, new, strict=True))


def _like(old: str, new: str) -> str:
    found = _MARKED.match(old)
    if found is None or (found["open"] and new.startswith(found["open"])) or (found["close"] and new.endswith(found["close"])):
        return new
    return f"{found['open']}{new}{found['close']}"


def _is_open(text: str, span: re.Match[str]) -> bool:
    """Whether the marks hold adjectives of a noun that follows, or the noun of adjectives that precede."""
    before, after = text[: span.start()].split(), text[span.end() :]
    if span["inner"][:1].islower() and re.match(r"[ \u00a0][а-яё]", after) and all(map(_agrees, span["inner"].split())):
        return True
    return bool(before) and span["inner"][:1].islower() and all(word.lower() == "так" or _agrees(word) for word in before)  # так называемый «круглый стол»


def _agrees(word: str) -> bool:
    return word in ("и", "или") or re.fullmatch(r"[IVXLC]+", word) is not None or adjectives.is_adjective(word)
