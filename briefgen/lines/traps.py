"""YAML's own complaints, said for a press officer: what the line does, and how to write it."""

from collections.abc import Callable
from dataclasses import dataclass

import yaml

from briefgen.errors import Problem, Where
from briefgen.lines.characters import place

_QUOTES = "put the text in quotes"
Said = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where reading stopped (``at``), and where what was being read began (``start``)."""

    text: str
    at: int
    start: int
    context: str

    @property
    def here(self) -> str:
        return self.text[self.at : self.at + 1]

    @property
    def opening(self) -> str:
        return self.text[self.start : self.start + 1]

    @property
    def before(self) -> str:
        """The line up to the place."""
        return self.text[self.text.rfind("\n", 0, self.at) + 1 : self.at]


def explain(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """The problem behind a syntax error, with a hint for each trap that people meet."""
    mark, context = error.problem_mark, error.context_mark
    at = min(mark.index if mark else len(text), len(text))
    start = min(context.index, len(text)) if context else at
    spot = _Spot(text, at, start, str(error.context or ""))
    said = str(error.problem)
    what, hint = next(
        (trap(spot) for sign, trap in _TRAPS if sign in said or sign in spot.context),
        (f"this cannot be read as YAML ({said})", f"{_QUOTES}, or check the indent"),
    )
    # A quotation that never closes is found at the end of the file; the place of interest is where it began.
    line, column = place(text, start if said == "found unexpected end of stream" else at)
    return Problem(Where(file, line, column), "Y001", what, hint)


def _colon(spot: _Spot) -> Said:
    if not spot.before.strip(" "):
        return "a colon stands where no name is", "write 'name: value'"
    above = spot.text[: spot.at - len(spot.before)].rstrip("\n").rsplit("\n", 1)[-1]
    name, colon, value = above.partition(":")
    if colon and value and not value.startswith(" ") and name.strip().replace("-", "").replace("_", "").isalnum():
        return "a name and its value run together in the line above", "write a space after the colon"
    return "a colon and a space stand inside plain text, or the line is indented too far", f"{_QUOTES}, or check the indent"


def _token(spot: _Spot) -> Said:
    if spot.here == "\t":
        return "a tab stands in the indent", "indent with spaces"
    return f"text may not begin with {spot.here!r}", _QUOTES


def _block(spot: _Spot) -> Said:
    figure = " (for a figure write 'over 270 million')" if spot.opening == ">" else ""
    return f"text that begins with {spot.opening!r} is read as a block", _QUOTES + figure


def _key(spot: _Spot) -> Said:
    if spot.before.rstrip(" ")[-1:] in ("'", '"'):
        return "text goes on after a closing quotation mark", "quote the whole text: 'the \"word\" and the rest', or use “ ” « »"
    if spot.here in ("}", "]"):
        return f"{spot.here!r} closes nothing", "delete it"
    return "this line stands at another indent than its neighbours", "give the names of one group the same indent"


def _bracket(spot: _Spot) -> Said:
    closing = "}" if "mapping" in spot.context else "]"
    return f"a bracket opens and is not closed by {closing!r}, or a comma is missing", f"close it with {closing!r}, or write one entry a line"


def _always(what: str, hint: str) -> Callable[[_Spot], Said]:
    return lambda _spot: (what, hint)


# What libyaml says (or was doing), first match first.
_TRAPS: tuple[tuple[str, Callable[[_Spot], Said]], ...] = (
    ("mapping values are not allowed", _colon),
    (
        "could not find expected ':'",
        _always("the line above is neither 'name: value' nor a part of the text before it", "write 'name: value', or indent it to go on with the text"),
    ),
    ("cannot start any token", _token),
    ("scanning a block scalar", _block),
    ("scanning an alias", lambda spot: (f"text may not begin with {spot.opening!r}", _QUOTES)),
    ("scanning an anchor", lambda spot: (f"text may not begin with {spot.opening!r}", _QUOTES)),
    ("escape", _always("a backslash inside double quotes is read as an escape", "use single quotes, or write \\\\")),
    (
        "quoted scalar",
        _always("a quotation mark opens here and never closes", "close it at the end of the text; inside single quotes write '' for an apostrophe"),
    ),
    ("did not find expected key", _key),
    ("did not find expected ','", _bracket),
    (
        "block sequence entries",
        _always(
            "'-' begins a list entry and cannot follow 'name:' on the same line",
            "write one entry a line below, or [a, b]; text that begins with '-' goes in quotes",
        ),
    ),
    ("expected <document start>", _always("this line is indented less than the first one", "begin all names at the left edge")),
    ("mapping keys are not allowed", _always("text may not begin with '? '", _QUOTES)),
    ("expected node content", lambda spot: (f"no value can begin with {spot.here!r}", _QUOTES)),
)
