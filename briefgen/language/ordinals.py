"""Counting: how many of what, and which in order."""

from collections.abc import Mapping

from briefgen.language import arguments, numbers
from briefgen.language.arguments import NumberLike
from briefgen.language.grammar import Grammar
from briefgen.language.locale import Locale, fill
from briefgen.language.said import Said, Unsayable, doubt_of
from briefgen.values import Case, Gender, Number, Wording


def count(locale: Locale, grammar: Grammar, value: NumberLike, noun: Wording, case: Case = "nom", *, style: str = "figures") -> Said:
    """``value`` and its noun: 5 соглашений, lima nota kesepahaman."""
    if style not in ("figures", "text"):
        raise Unsayable(f"{locale.code} knows no style {style!r} of counting", "known are figures, text")
    amount = arguments.measure(value)
    agrees = amount.full if amount.scale else amount.number
    form = numbers.after(locale, amount, grammar.counted(agrees, noun, case))
    digits: str = numbers.scaled(locale, amount)
    if style == "text" and amount.scale is None and agrees == agrees.to_integral() and (word := grammar.numeral(int(agrees), noun, case)):
        return Said(f"{word} {form}", doubt_of([word, form]))
    return Said(f"{digits}\u00a0{form}", doubt_of([form]))


def by_gender(entry: str | Mapping[str, str] | None, gender: Gender | None) -> str:
    """A word of a table that may be written gender by gender ({m: premier, f: première}); without a gender the masculine."""
    if isinstance(entry, Mapping):
        return entry.get(gender or "m", entry["m"])
    return entry or ""


def ordinal(locale: Locale, value: int | str, gender: Gender | None = None, case: Case = "nom", number: Number = "sg") -> str:
    """An ordinal number: a word where the language has one in its table, else figures with the ending that the table gives."""
    exact = arguments.number(value)
    if exact != exact.to_integral() or exact < 0:
        raise Unsayable(f"{value!r} is no ordinal number", "give a whole number")
    table = locale.find("ordinal") or {}
    if word := by_gender((table.get("words") or {}).get(str(int(exact))), gender):
        return word
    if "endings" not in table:
        category = str(locale.babel.ordinal_form(int(exact)))
        return fill(by_gender(table.get(category) or table.get("other"), gender) or "{n}", {"n": int(exact)})
    key = "pl" if number == "pl" else gender
    if key is None:
        raise Unsayable(f"{locale.code} needs a gender for an ordinal number", "give m, f or n, or number='pl'")
    return f"{int(exact)}{table['endings'][key][case]}"
