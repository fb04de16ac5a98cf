"""YAML's own complaints, said for a press officer: what the line does, and how to write it."""

import yaml

from briefgen.errors import Problem, Where
from briefgen.lines.characters import place

_STARTERS = "%@`"


def explain(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """The problem behind a syntax error, with a hint for each trap that people meet."""
    mark, context = error.problem_mark, error.context_mark
    at = min(mark.index if mark else len(text), len(text))
    start = min(context.index, len(text)) if context else at
    said = str(error.problem)
    what, hint = _say(said, error.context or "", text, at, start)
    if said == "found unexpected end of stream":
        at = start  # the place of interest is where the quotation began
    line, column = place(text, at)
    return Problem(Where(file, line, column), "Y001", what, hint)


def _say(said: str, context: str, text: str, at: int, start: int) -> tuple[str, str]:
    here = text[at : at + 1]
    line = text[text.rfind("\n", 0, at) + 1 :].split("\n", 1)[0]
    quotes = "put the text in quotes"
    if "mapping values are not allowed" in said:
        if at and not text[text.rfind("\n", 0, at) + 1 : at].strip(" "):
            return "a colon stands where no name is", "write 'name: value'"
        if _glued(text, at):
            return "a name and its value run together", "write a space after the colon"
        return "a colon and a space stand inside plain text, or the line is indented too far", f"{quotes}, or check the indent"
    if "could not find expected ':'" in said:
        return "this line is neither 'name: value' nor a part of the line above", "write 'name: value', or indent it to go on with the text above"
    if "cannot start any token" in said:
        if here == "\t":
            return "a tab stands in the indent", "indent with spaces"
        return f"text may not begin with {here!r}", quotes
    if "scanning a block scalar" in context:
        return f"text that begins with {text[start : start + 1]!r} is read as a block", quotes + (
            " (for a figure write 'over 270 million')" if line.lstrip().count(">") else ""
        )
    if "alias" in context or "anchor" in context:
        return f"text may not begin with {text[start : start + 1]!r}", quotes
    if "quoted scalar" in context:
        if "escape" in said:
            return "a backslash inside double quotes is read as an escape", "use single quotes, or write \\\\"
        return "a quotation mark opens here and never closes", "close it at the end of the text; inside single quotes write '' for an apostrophe"
    if "did not find expected key" in said:
        before = text[:at].rstrip(" ")
        if before and before[-1] in "\"'":
            return "text goes on after a closing quotation mark", "quote the whole text: 'the \"word\" and the rest', or use “ ” « »"
        if here and here in "}]":
            return f"{here!r} closes nothing", "delete it"
        return "this line stands at another indent than its neighbours", "give the names of one group the same indent"
    if "expected ',' or" in said:
        closing = "}" if "mapping" in context else "]"
        return f"a bracket opens here and is not closed by {closing!r}, or a comma is missing", f"close it with {closing!r}, or write one entry a line"
    if "block sequence entries" in said:
        return (
            "'-' begins a list entry and cannot stand after 'name:' on the same line",
            "write each entry on a line of its own, or [a, b]; text that begins with '-' goes in quotes",
        )
    if "expected <document start>" in said:
        return "this line is indented less than the first line", "begin all names at the left edge"
    if "mapping keys are not allowed" in said:
        return "text may not begin with '? '", quotes
    if "expected node content" in said:
        return f"no value can begin with {here!r}", quotes
    return f"this cannot be read as YAML ({said})", f"{quotes}, or check the indent"


def _glued(text: str, at: int) -> bool:
    """Whether the line above has ``name:value`` without the space, which made YAML read on into this line."""
    above = text[: text.rfind("\n", 0, at) + 1].rstrip("\n").rsplit("\n", 1)[-1]
    name, colon, value = above.partition(":")
    return bool(colon) and not value.startswith(" ") and bool(value) and name.strip().replace("-", "").replace("_", "").isalnum()
