"""Files of facts as accidents leave them: lines lost, doubled, moved, keys misspelt, values of another kind, a half-finished edit."""

import random
import re

VALUES = (
    "", "yes", "[]", "{}", "[a, b]", "{a: b}", "2026-02-30", "soon", "-1", "1,5 %", "~", "null", "ID", "ru", "'", '"', "&x y", "*x", "!!int 3", "|", ">", "-",
    "x" * 700, "{id: x}", "{every: x}", "{value: x}", "{value: {value: x}}", "{source: nobody}", "{audience: publik}", "{text: x}", "2025/2024", "../..", "%",
    "{ru: {text: х, gender: q, forms: [x]}}", "internal", "[ID, ID]", "{ID: {}, RU: []}", "\u202e", "\u00a0", "а", "☃", "1e99", "9999-99-99", "0000", "None",
    "@", "{{ event }}", "<fact ref='x'>",
)  # fmt: skip


def _lose(lines: list[str], at: int, chance: random.Random) -> None:
    del lines[at : at + chance.choice((1, 1, 1, 2, 5))]


def _double(lines: list[str], at: int, chance: random.Random) -> None:
    lines.insert(chance.randrange(len(lines)), lines[at])


def _swap(lines: list[str], at: int, chance: random.Random) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _indent(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] = lines[at][chance.choice((1, 2)) :] if lines[at].startswith(" ") else "  " + lines[at]


def _put(lines: list[str], at: int, chance: random.Random) -> None:
    spot = chance.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:spot] + chance.choice("{}[]:,#'\"&*!|>%@\t- \u00a0я\x07") + lines[at][spot:]


def _value(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] = re.sub(r":.*", lambda _: ": " + chance.choice(VALUES), lines[at], count=1)


def _group(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] = re.sub(r"\{.*\}", lambda _: chance.choice(VALUES), lines[at], count=1)


def _inner(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] = re.sub(r"[\w.-]+(?=\s*[,}\]])", lambda _: chance.choice(VALUES), lines[at], count=1)


def _word(lines: list[str], at: int, chance: random.Random) -> None:
    if words := re.findall(r"[\w-]+", lines[at]):
        lines[at] = lines[at].replace(chance.choice(words), chance.choice(VALUES), 1)


def _slip(lines: list[str], at: int, chance: random.Random) -> None:
    """A letter of the key lost, doubled or changed."""
    if key := re.match(r"\s*([\w-]+):", line := lines[at]):
        spot = chance.randrange(key.start(1), key.end(1))
        lines[at] = line[:spot] + chance.choice(("", line[spot] * 2, "x", line[spot].upper())) + line[spot + 1 :]


ACCIDENTS = (_lose, _double, _swap, _indent, _put, *(_value, _group, _inner, _word, _slip) * 3)


def mutated(text: str, chance: random.Random) -> str:
    """``text`` after one to four accidents."""
    lines = text.split("\n")
    for _ in range(chance.randint(1, 4)):
        chance.choice(ACCIDENTS)(lines, chance.randrange(len(lines)), chance)
        lines = lines or [""]
    return "\n".join(lines)
