"""Rules that bind a space to its neighbours, several in one look at the text.

A rule says what stands on both sides of the space: ``(?<=[0-9]) (?=млн)``. Tried alone, each looks at every character; put behind the space,
``" (?<=[0-9] )(?=млн)"``, it is tried at spaces only, and many rules are alternatives of one pattern.
"""

import re
from collections.abc import Iterable
from itertools import groupby

NO_BREAK = "\u00a0"
_ELSEWHERE = re.compile(r"\\[1-9]|\(\?P|\(\?\(")  # a pattern that refers to its own groups counts them

Rule = tuple[re.Pattern[str], str]


def together(rules: Iterable[Rule]) -> list[Rule]:
    """``rules`` in their order, neighbours that only bind a space as one."""
    out: list[Rule] = []
    for behind, run in groupby(
        ((_behind(pattern.pattern) if put == NO_BREAK else None, (pattern, put)) for pattern, put in rules), lambda one: one[0] is not None
    ):
        found = list(run)
        if behind:
            out.append((re.compile(f" (?:{'|'.join(str(rule) for rule, _ in found)})"), NO_BREAK))
        else:
            out += [rule for _, rule in found]
    return out


def _behind(pattern: str) -> str | None:
    """What is asked of the text around the space of ``pattern``, from behind it; None where the pattern is not one space and what surrounds it."""
    parts = _parts(pattern)
    if parts.count(" ") != 1 or _ELSEWHERE.search(pattern):
        return None
    at = parts.index(" ")
    before, after = parts[:at], parts[at + 1 :]
    if not (all(part.startswith(("(?<=", "(?<!")) for part in before) and all(part.startswith(("(?=", "(?!")) for part in after)):
        return None
    return "".join(f"{part[:4]}(?:{part[4:-1]}) )" for part in before) + "".join(after)


def _parts(pattern: str) -> list[str]:
    """``pattern`` cut into its groups and the characters between them."""
    parts, depth, start, inside = [], 0, 0, False
    at = 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            at += 1
        elif inside:
            inside = char != "]" or pattern[at - 1] == "["
        elif char == "[":
            inside = True
        elif char in "()":
            depth += 1 if char == "(" else -1
        at += 1
        if depth == 0 and not inside:
            parts.append(pattern[start:at])
            start = at
    return parts
