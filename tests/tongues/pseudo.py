"""A language that nobody speaks, made of English: every letter bears a mark, so that an English word that was forgotten is seen, and words are a third longer.

It has dates, separators, quotation marks and lists of its own. It is written as a desk writes a language, in ``locales/`` and ``templates/``, and
its facts beside the English ones: if it gets through, a language costs no Python.
"""

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from babel import Locale
from babel.numbers import get_currency_name
from jinja2 import Environment

CODE, TAG = "qps", "qps-ploc"
"""``qps`` is kept for private use by ISO 639; Microsoft calls its own pseudo-language ``qps-ploc``."""

_PLAIN = "abcdefghijklnoprstuwyz"
_MARKED = "åƀçđéƒĝĥîĵķļñöþŕšţûŵýž"
_LETTERS = str.maketrans(_PLAIN + _PLAIN.upper(), _MARKED + _MARKED.upper())
_SLOT = re.compile(r"(\{[^}]*\})")
_SAID = {"documents", "count"}
"""Filters whose first argument is a word to print."""
_SAYS = {"saying", "reporting", "verb", "participle", "article"}
"""Filters that print the word they are given."""


def pseudo(words: str) -> str:
    """``words`` with marks on the letters and vowels drawn out; ``{slots}`` stay as they are."""
    parts = _SLOT.split(words)
    return "".join(part if n % 2 else re.sub(r"[aeiou]", r"\g<0>\g<0>", part).translate(_LETTERS) for n, part in enumerate(parts))


# ── facts ──


def speak(facts: Any, tongues: Mapping[str, Callable[[str], str]] = MappingProxyType({CODE: pseudo})) -> Any:
    """Facts with each English text in other ``tongues`` too, where it is not there, and these wherever languages are listed."""
    if isinstance(facts, list):
        return [speak(item, tongues) for item in facts]
    if not isinstance(facts, dict):
        return facts
    spoken = {key: list(dict.fromkeys([*value, *tongues])) if key == "languages" else speak(value, tongues) for key, value in facts.items()}
    english = facts.get("en")
    for code, say in tongues.items():
        if isinstance(english, str):
            spoken.setdefault(code, say(english))
        elif isinstance(english, dict) and "text" in english:
            spoken.setdefault(code, {**english, **{key: say(english[key]) for key in ("text", "preposition") if key in english}})
    return spoken


def teach(desk: Path, tongues: Mapping[str, Callable[[str], str]] = MappingProxyType({CODE: pseudo})) -> Path:
    """``desk`` with its texts in ``tongues`` too."""
    for path in (desk / "desk.yaml", *sorted((desk / "sources").rglob("*.yaml"))):
        _rewrite(path, lambda facts: speak(facts, tongues))
    return desk


def _rewrite(path: Path, change: Callable[[Any], Any]) -> None:
    text = yaml.safe_dump(change(yaml.load(path.read_text("utf-8"), yaml.BaseLoader)), allow_unicode=True, sort_keys=False, width=10**6)
    path.write_text(text, "utf-8")


# ── prose ──


def translate(prose: str) -> str:
    """A template in the language: what is printed is changed, and elements, Jinja's own words, labels and comments are not."""
    tokens = list(Environment(autoescape=True).lex(prose))
    out, said = "", False
    for place, (_, kind, value) in enumerate(tokens):
        if kind == "data":
            out += "".join(part if n % 2 else pseudo(part) for n, part in enumerate(re.split(r"(<[^>]*>|&\w+;)", value)))
        elif kind == "string" and (_following(tokens, place) in _SAYS or (said and _first_argument(tokens, place))):
            out += value[0] + pseudo(value[1:-1]) + value[-1]
        else:
            out += value
        said = value in _SAID if kind == "name" else said
    return out


def _following(tokens: list[tuple[int, str, str]], n: int) -> str:
    """The filter that the token is given to, if it is."""
    after = [value for _, kind, value in tokens[n + 1 : n + 6] if kind != "whitespace"]
    return after[1] if after[:1] == ["|"] else ""


def _first_argument(tokens: list[tuple[int, str, str]], n: int) -> bool:
    return tokens[n - 1][2] == "("


# ── the locale ──


def language(english: Any) -> Any:
    """``language.yaml``: the English patterns in the language, year first, with months, lists, marks and rules of its own."""
    own = {key: _pattern(value) for key, value in english.items()}
    kept = {key: english[key] for key in ("script", "direction", "settings", "choices", "styles", "compact", "spelled") if key in english}
    babel = Locale("en", "GB")
    own |= kept | {
        "tag": TAG,
        "babel": "de_CH",  # 1’234.5
        "months": {"own": [pseudo(babel.months["format"]["wide"][n]) for n in range(1, 13)]},
        "weekdays": {"own": [pseudo(babel.days["format"]["wide"][n]) for n in range(7)]},
        "quotes": [["»", "«"], ["›", "‹"]],
        "list": {"2": "{0} ñđ {1}", "start": "{0}; {1}", "middle": "{0}; {1}", "end": "{0} ñđ {1}"},
        "plural": {"rules": [{"find": r"(?<=\w)$", "put": "žž"}]},
        "articles": [{"find": ".", "word": "åå"}],
        "spelled": {key: pseudo(word) for key, word in english["spelled"].items()},
        "typography": {"stop": "outside", "abbreviations": [pseudo(word) for word in english["typography"]["abbreviations"]]},
        "autonym": pseudo("Pseudo"),
        "bare": {"find": "^ţĥéé ", "put": ""},
    }
    return own


def _pattern(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _pattern(item) for key, item in value.items() if not _is_rule(item)}
    if isinstance(value, list):
        return [_pattern(item) for item in value if not _is_rule(item)]
    turned = re.sub(r"(\{(?:[ab]\.)?d\}) (\{(?:[ab]\.)?month\}) (\{(?:[ab]\.)?y\})", r"\3 \2 \1", value)
    return pseudo(re.sub(r"\{((?:[ab]\.)?(?:month|weekday))\}", r"{\1.own}", turned))


def _is_rule(value: Any) -> bool:
    return isinstance(value, dict) and "find" in value


def _table(value: Any) -> Any:
    """A table of words: all but what a word is of."""
    if isinstance(value, dict):
        return {key: item if key in {"gender", "number"} else _table(item) for key, item in value.items()}
    return [_table(item) for item in value] if isinstance(value, list) else pseudo(value)


def _currencies(known: Any) -> Any:
    """Every currency that any language of the house names, by its English name."""
    names = {code: get_currency_name(code, 2, locale="en_GB") for code in known}
    return {code: {"money": f"{{n}} {pseudo(name)}", "other": pseudo(name)} for code, name in names.items()}


def locale(root: Path, to: Path) -> None:
    """The folder ``locales/qps``, from ``locales/en``."""
    shutil.copytree(root / "locales" / "en", to / CODE)
    for path in sorted((to / CODE).glob("*.yaml")):
        if path.stem in {"reading", "style"}:
            path.unlink()  # how texts are read and what they avoid: a language may go without
        else:
            _rewrite(path, language if path.stem == "language" else _table)
    named = yaml.load((root / "locales" / "id" / "currencies.yaml").read_text("utf-8"), yaml.BaseLoader)
    _rewrite(to / CODE / "currencies.yaml", lambda _: _currencies(named))
    path = to / CODE / "LC_MESSAGES" / "briefgen.po"
    labels = re.sub(r'(?m)^(msgstr ")(.+)"$', lambda found: f'{found[1]}{pseudo(found[2])}"', path.read_text("utf-8"))
    path.write_text(labels.replace("Language: en", f"Language: {CODE}"), "utf-8")


def templates(root: Path, to: Path) -> None:
    """The prose of every kind that speaks English, and the phrases."""
    for path in sorted((root / "templates").glob("*/en.j2.xml")):
        (to / path.parent.name).mkdir(parents=True)
        (to / path.parent.name / f"{CODE}.j2.xml").write_text(translate(path.read_text("utf-8")), "utf-8")


def desk(of: Path, to: Path, root: Path) -> Path:
    """The desk in ``of`` as it would be if it spoke the language too, its prose and its patterns those of ``root``."""
    shutil.copytree(of / "sources", to / "sources")
    shutil.copy(of / "desk.yaml", to)
    teach(to)
    locale(root, to / "locales")
    templates(root, to / "templates")
    return to
