"""The tokens of a template, as Jinja's lexer finds them, in a third of its time.

Jinja tries one pattern after another at each place; here one pattern finds any token. It knows what prose is written with. Where a template has
anything else (white space control, raw text, escapes, a brace that fits nothing), Jinja's lexer reads it, and says what is wrong with it.
"""

import re

from jinja2 import lexer
from jinja2.lexer import Token

_ELSE = re.compile(r"\r|\{[%{#][-+]|[-+][%}#]\}|\{%\s*raw\b")
"""What is left to Jinja, wherever it stands."""
_BEGIN = re.compile(r"\{(?:%|\{|#)")
_BLANK = re.compile(r"\s+")
_TOKEN = re.compile(
    r"""\s*(?:
    (?P<end>%\}\n?|\}\})
    |(?P<name>[A-Za-z_][A-Za-z0-9_]*+)(?![^\x00-\x7f])
    |(?P<operator>//|\*\*|[=!><]=|[-+/*%~\[\](){}><=.:|,;])
    |(?P<string>'[^'\\]*'|"[^"\\]*")
    |(?P<integer>0|[1-9][0-9]{0,14})(?![\w.])
    )""",
    re.VERBOSE,
)
_CLOSES = {"(": ")", "[": "]", "{": "}"}


def tokens(source: str) -> list[Token] | None:
    """The tokens of ``source``, white space and comments left out; None where it must be read by Jinja."""
    source = source.removesuffix("\n")
    if _ELSE.search(source):
        return None
    found: list[Token] = []
    at, line = 0, 1
    while begin := _BEGIN.search(source, at):
        text, kind = source[at : begin.start()], begin[0]
        start = text.rfind("\n") + 1
        if kind != "{{" and (start or at == 0 or source[at - 1] == "\n") and _BLANK.fullmatch(text, start):
            text = text[:start]  # nothing but indentation before a tag
        if text:
            found.append(Token(line, lexer.TOKEN_DATA, text))
            line += text.count("\n")
        if kind == "{#":
            end = source.find("#}", begin.end())
            if end < 0:
                return None
            at = end + (3 if source.startswith("\n", end + 2) else 2)
            line += source.count("\n", begin.end(), at)
            continue
        found.append(Token(line, lexer.TOKEN_BLOCK_BEGIN if kind == "{%" else lexer.TOKEN_VARIABLE_BEGIN, kind))
        after = _tag(source, begin.end(), line, "%}" if kind == "{%" else "}}", found)
        if after is None:
            return None
        at, line = after
    if at < len(source):
        found.append(Token(line, lexer.TOKEN_DATA, source[at:]))
    return found


def _tag(source: str, at: int, line: int, end: str, found: list[Token]) -> tuple[int, int] | None:
    """Add the tokens of one tag to ``found``; where it ends, and in which line. None where it must be read by Jinja."""
    open_: list[str] = []
    match, operators = _TOKEN.match, lexer.operators
    while one := match(source, at):
        kind = one.lastgroup
        value: str = one[kind]  # type: ignore[index]  # each alternative is a group
        before = at
        at = one.end()
        line += source.count("\n", before, at - len(value))
        if kind == "name":
            found.append(Token(line, lexer.TOKEN_NAME, value))
        elif kind == "operator":
            if value in _CLOSES:
                open_.append(_CLOSES[value])
            elif value in ")]}" and (not open_ or open_.pop() != value):
                return None
            found.append(Token(line, operators[value], value))
        elif kind == "string":
            found.append(Token(line, lexer.TOKEN_STRING, value[1:-1]))
            line += value.count("\n")
        elif kind == "integer":
            found.append(Token(line, lexer.TOKEN_INTEGER, int(value)))  # type: ignore[arg-type]  # as Jinja does
        elif open_ or not value.startswith(end):
            return None
        else:
            found.append(Token(line, lexer.TOKEN_BLOCK_END if end == "%}" else lexer.TOKEN_VARIABLE_END, value))
            return at, line + value.count("\n")
    return None
