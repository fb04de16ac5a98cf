"""One locale: its tables, its patterns, and what Babel knows about it."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen.language import folder
from briefgen.language.said import Unsayable
from briefgen.language.settings import chosen
from briefgen.language.spaces import NO_BREAK, together
from briefgen.values import Wording

if TYPE_CHECKING:
    import babel

_SLOT = re.compile(r"\{([\w.]+)\}")


class Locale:
    """The data of one language. ``settings`` are the house's choices; they replace those of ``language.yaml``."""

    def __init__(self, code: str, folders: Sequence[Path], settings: Mapping[str, Any]) -> None:
        self.code = code
        self.folders = tuple(folders)
        self.data = folder.tables(code, "language", self.folders)
        if not self.data:
            known = ", ".join(folder.languages(self.folders)) or "none"
            raise Unsayable(f"there is no language {code!r}", f"known are {known}; a language is a folder locales/{code} with language.yaml")
        self.settings = chosen(code, self.folders, settings)
        self._tables: dict[str, Mapping[str, Any]] = {}

    @cached_property
    def babel(self) -> "babel.Locale":
        """Babel's data on the language: month names, plural categories, list patterns, separators."""
        from babel import Locale as BabelLocale  # noqa: PLC0415

        return BabelLocale.parse(self.data.get("babel", self.code))

    def table(self, name: str) -> Mapping[str, Any]:
        """The table ``name`` (``locales/xx/NAME.yaml``), read once. The choice of a setting of that name has a table that goes before it."""
        if name not in self._tables:
            choice = self.settings.get(name)
            self._tables[name] = folder.tables(self.code, name, self.folders, f"{name}-{choice}" if choice else "")
        return self._tables[name]

    def find(self, *path: str) -> Any:
        """The value at ``path`` in language.yaml, or None."""
        value: Any = self.data
        for key in path:
            value = value.get(key) if isinstance(value, Mapping) else None
        return value

    def pattern(self, *path: str, case: str = "nom") -> str:
        """The pattern at ``path``; where it is written case by case, that of ``case``."""
        value = self.find(*path)
        if isinstance(value, Mapping):
            value = value.get(case, value.get("nom"))
        if not isinstance(value, str):
            raise Unsayable(f"{self.code}: language.yaml has no pattern {'.'.join(path)}", "write it there")
        return value

    def plural(self, number: Decimal) -> str:
        """The plural category of ``number``: one, two, few, many, other."""
        return str(self.babel.plural_form(number))

    def wording(self, value: Any) -> Wording:
        """A table's entry as a ``Wording``: a string, or a mapping of its fields."""
        if isinstance(value, Wording):
            return value
        if isinstance(value, str):
            return Wording(str(value))
        return Wording(
            value["text"],
            gender=value.get("gender"),
            number=value.get("number"),
            animate=value.get("animate") == "true",
            indeclinable=value.get("indeclinable") == "true",
            origin=value.get("origin"),
            forms=dict(value.get("forms", {})),
            preposition=self._set(value.get("preposition")),
        )

    def _set(self, value: str | None) -> str | None:
        """``value``, or where it is written as ``{setting}`` the house's choice of that setting."""
        return str(self.settings[value[1:-1]]) if value and value.startswith("{") else value

    @cached_property
    def words(self) -> dict[str, Wording]:
        """The reviewed lexicon by the text of its entries: states (short and formal), places, and lexicon.yaml."""
        states = [self.wording(state[form]) for state in self.table("states").values() for form in ("formal", "short") if form in state]
        entries = [self.wording({"text": text, **(value or {})}) for name in ("places", "lexicon") for text, value in self.table(name).items()]
        return {wording.text: wording for wording in [*states, *entries]}

    @cached_property
    def marks(self) -> tuple[str, str]:
        """The characters that open a quotation and those that close one: «…» here is »…« elsewhere.

        “ and ‘ count as opening, since they open in texts of so many languages; where they close, after „ and ‚, is seen from the text.
        """
        own = [[mark.strip(" \u00a0\u202f") for mark in pair] for pair in self.find("quotes") or ()]
        opening, closing = {pair[0] for pair in own}, {pair[1] for pair in own}
        opens = (set("«„“‘") | opening) - (closing - set("“‘"))
        return "".join(sorted(opens)), "".join(sorted((set("»”’") | closing) - (opening - closing) - set("“‘")))

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """The words whose full stop only abbreviates them, without it."""
        return frozenset(self.find("typography", "abbreviations") or ())

    @cached_property
    def binding(self) -> list[tuple[re.Pattern[str], str]]:
        """The rules that put no-break spaces."""
        return together(self._rules("bind"))

    @cached_property
    def replacing(self) -> list[tuple[re.Pattern[str], str]]:
        """The other rules of typography, such as the dash of a range."""
        return self._rules("replace")

    @cached_property
    def headlining(self) -> list[tuple[re.Pattern[str], str]]:
        """The rules that put more no-break spaces into a headline."""
        return self._rules("headline")

    @cached_property
    def contractions(self) -> list[tuple[re.Pattern[str], str]]:
        """The rules by which words run together: de + le is du, с + страной is со."""
        return [self._rule(rule) for rule in self.find("contractions") or ()]

    @cached_property
    def contracting(self) -> re.Pattern[str]:
        """Finds whatever any of the contractions finds; in a language without them, nothing."""
        return re.compile("|".join(f"(?:{rule.pattern})" for rule, _ in self.contractions) or r"(?!)")

    @cached_property
    def spelling(self) -> tuple[re.Pattern[str], str] | None:
        """The rule that makes the house's spelling, where the language has more than one."""
        rule = self.find("spellings", str(self.settings.get("spelling")))
        return (re.compile(rule["find"].replace("<stem>", "|".join(self.find("spellings", "stems")))), rule["put"]) if rule else None

    def _rules(self, name: str) -> list[tuple[re.Pattern[str], str]]:
        """The rules of typography called ``name``; one with ``when`` counts only where the house's settings say so."""
        found = self.find("typography", name) or ()
        return [self._rule(rule) for rule in found if all(str(self.settings.get(key)) == value for key, value in rule.get("when", {}).items())]

    def _rule(self, rule: Mapping[str, str]) -> tuple[re.Pattern[str], str]:
        return re.compile(self.expand(rule["find"])), rule.get("put", NO_BREAK)

    def expand(self, pattern: str) -> str:
        """A rule's regular expression with ``<month>``, ``<scale>``, ``<unit>`` put in as alternatives."""
        for name in ("month", "scale", "unit"):
            if f"<{name}>" in pattern:
                words = sorted(getattr(self, f"_{name}_words")(), key=lambda word: (-len(word), word))
                pattern = pattern.replace(f"<{name}>", "(?:" + "|".join(map(re.escape, words)) + ")")
        return pattern

    def _month_words(self) -> set[str]:
        widths = self.babel.months
        return {word for context in ("format", "stand-alone") for word in widths[context]["wide"].values()} | {
            word for words in (self.find("months") or {}).values() for word in words
        }

    def _scale_words(self) -> set[str]:
        return {word for scale in (self.find("scales") or {}).values() for key, word in scale.items() if key not in ("noun", "before")}

    def _unit_words(self) -> set[str]:
        return {unit["sign"] for unit in self.table("units").values() if "sign" in unit}

    def bind(self, text: str) -> str:
        """``text`` with no-break spaces where the language wants them."""
        if " " not in text and "–" not in text:
            return text
        for rule, put in self.binding:
            text = rule.sub(put, text)
        return text


def fill(pattern: str, values: Mapping[str, object]) -> str:
    """``pattern`` with its ``{slots}`` filled from ``values``; keys may hold dots."""

    def value(match: re.Match[str]) -> str:
        try:
            return str(values[match[1]])
        except KeyError:
            raise Unsayable(f"pattern {pattern!r} has an unknown slot {{{match[1]}}}", "known are " + ", ".join(sorted(values))) from None

    return _SLOT.sub(value, pattern)
