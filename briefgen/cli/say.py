"""``briefgen say``."""

import inspect
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefgen.build.places import desk_root, folders, shipped
from briefgen.build.plan import suggestion
from briefgen.errors import BriefgenError, Problem, Where, printable

if TYPE_CHECKING:
    from briefgen.language import Language

_EXAMPLES = """\b
Methods:
  dates      date, date_range, year_range, span, time, clock, zone, moment
  numbers    number, compact, money, percent, unit, measure, count, ordinal
  words      inflect, name, adjective, verb, participle, pronoun, relative, concord
  places     state, state_wording, states, at, to, from_, with_, about
  documents  instrument, abbreviation, label
  text       join, has_and, quote, quote_marks, article, initials, contract, spell,
             bare, sorting, capitalise, sentence_case, title_case, typeset
  languages  tongue, autonym, tag_of, beside

\b
Examples:
  briefgen say ru                        what each method says, and its styles
  briefgen say ru date 2025-06-19 --style words
  briefgen say en date "early 2026" --style by
  briefgen say id money 250000 IDR
  briefgen say ru measure "over 270 million people" --case gen
  briefgen say id time 14:00 Asia/Jakarta --beside Europe/Moscow
  briefgen say ru inflect "министр торговли" --case ins
  briefgen say ru at PH
  briefgen say en join Indonesia Russia Tajikistan

docs/reference/language.md has every method with an example in each language.
"""


@click.command("say", epilog=_EXAMPLES, context_settings={"ignore_unknown_options": True})
@click.argument("lang")
@click.argument("method", required=False, metavar="METHOD")
@click.argument("values", nargs=-1, type=click.UNPROCESSED, metavar="VALUE... [--style NAME] [--case NAME]...")
def command(lang: str, method: str | None, values: tuple[str, ...]) -> None:
    """Say VALUE as language LANG says it, by METHOD (date, money, count, inflect, state and so on); without METHOD, list them.

    METHOD and its options are those of a template's filter of the same name. A doubt about the form is said too.
    """
    said = spoken(_language(lang), method, values)
    for line in str(said).split("\n") if method is None else [str(said)]:
        click.echo(printable(line))
    if doubt := getattr(said, "doubt", None):
        click.echo(printable(f"doubt: {doubt.why}{'; or ' + ', '.join(doubt.alternatives) if doubt.alternatives else ''}"), err=True)


def spoken(language: "Language", method: str | None, values: Sequence[str]) -> str:
    """What ``language`` says by ``method`` of ``values``, as typed; a doubt stays with it. Without a method, what each one is for."""
    from briefgen.language import Unsayable  # noqa: PLC0415 - heavy

    methods = {name: found for name, found in inspect.getmembers(language, inspect.ismethod) if not name.startswith("_")}
    if method is None:
        return "\n".join(f"{name:14}{(inspect.getdoc(found) or '').splitlines()[0]}" for name, found in methods.items())
    if method not in methods:
        raise _usage(f"there is no method {method}", suggestion(method, methods))
    words, options = _split(values)
    try:
        said = methods[method](*_arguments(methods[method], words), **_options(methods[method], options))
    except Unsayable as wrong:
        raise BriefgenError(Problem(Where(), "L000", wrong.message, wrong.hint, language=language.code)) from None
    return said if isinstance(said, str) else " ".join(map(str, said)) if isinstance(said, (tuple, list)) else str(said)


def _language(code: str) -> "Language":
    """The language as the desk here has it, with its settings; outside of a desk as shipped."""
    from briefgen.language import Language, languages  # noqa: PLC0415

    settings: Mapping[str, Any] = {}
    locales: tuple[Path, ...] = (shipped("locales"),)
    try:
        root = desk_root(Path.cwd())
    except BriefgenError:
        pass
    else:
        from briefgen.facts import Desk  # noqa: PLC0415

        locales, settings = folders(root, "locales"), Desk.open(root).settings.house
    if code not in languages(locales):
        raise _usage(f"there is no language {code}", suggestion(code, languages(locales)))
    return Language(code, locales, settings)


def _split(values: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Values, and options as ``--name value`` or ``--name=value``; a negative number is a value."""
    words: list[str] = []
    options: dict[str, str] = {}
    rest = iter(values)
    for value in rest:
        if not value.startswith("--"):
            words.append(value)
            continue
        name, given, text = value[2:].partition("=")
        text = text if given else next(rest, "")
        if not text:
            raise _usage(f"--{name} needs a value", f"write --{name}=…")
        options[name.replace("-", "_")] = text
    return words, options


def _arguments(method: Any, words: list[str]) -> list[Any]:
    """The values as the method takes them: one each, or all of them as a list."""
    takes = [found for found in inspect.signature(method).parameters.values() if found.kind in {found.POSITIONAL_ONLY, found.POSITIONAL_OR_KEYWORD}]
    if takes and "Sequence" in str(takes[0].annotation):
        return [words]
    needed = sum(found.default is found.empty for found in takes)
    if not needed <= len(words) <= len(takes):
        what = (inspect.getdoc(method) or "").splitlines()[0]
        raise _usage(f"{method.__name__} takes {' '.join(found.name.upper() for found in takes) or 'no value'}", f"{len(words)} given. {what}")
    return [_typed(found, word) for found, word in zip(takes, words, strict=False)]


def _options(method: Any, options: Mapping[str, str]) -> dict[str, Any]:
    there = {name: found for name, found in inspect.signature(method).parameters.items() if found.kind is not found.VAR_KEYWORD}
    for name in options:
        if name not in there:
            raise _usage(f"{method.__name__} has no option --{name}", suggestion(name, there))
    return {name: _typed(there[name], text) for name, text in options.items()}


def _typed(parameter: inspect.Parameter, text: str) -> Any:
    """Text as a parameter wants it: what only the facts can type, a period, is read here; the rest the language reads itself."""
    from briefgen.language import arguments  # noqa: PLC0415
    from briefgen.values import Moment, Span  # noqa: PLC0415

    if parameter.annotation is bool:
        return text.lower() in {"true", "yes", "1"}
    if parameter.annotation is int:
        return int(text) if text.isdecimal() else text
    if parameter.annotation is Span:
        start, _, end = text.partition("/")
        ends = [None if part in {"", ".."} else arguments.date(part) for part in (start, end or start)]
        return Span(*ends)
    if parameter.annotation is Moment:
        day, time, zone, *_ = [*text.split(" "), "", ""]
        return Moment(arguments.date(day), arguments.time(time) if time else None, zone or None)
    return text


def _usage(what: str, hint: str) -> BriefgenError:
    return BriefgenError(Problem(Where(), "U013", what, hint), status=2)
