"""How numbers, sums of money, shares and measures are said. Nothing is rounded: a number is said as exactly as it is known."""

from decimal import Decimal

from briefgen.language import arguments
from briefgen.language.arguments import NumberLike
from briefgen.language.grammar import Grammar
from briefgen.language.locale import Locale, fill
from briefgen.language.said import Said, Unsayable, doubt_of
from briefgen.language.text import contract
from briefgen.values import SCALES, Case, Measure, Scale, Wording

Counted = tuple[str, Decimal]
"""A number as it is printed, and the number that the noun after it agrees with."""


def number(locale: Locale, value: NumberLike) -> str:
    """A number with the language's separators; its own digits, none lost or added."""
    exact = arguments.number(value)
    whole, _, rest = f"{abs(exact):f}".partition(".")
    symbols = locale.babel.number_symbols
    symbols = symbols.get("latn", symbols)
    if len(whole) >= 3 + int(locale.settings.get("grouping", 1)):
        head = len(whole) % 3
        whole = symbols["group"].replace("\u202f", "\u00a0").join(filter(None, [whole[:head], *(whole[i : i + 3] for i in range(head, len(whole), 3))]))
    sign = "\u2212" if exact < 0 else ""
    return sign + whole + (symbols["decimal"] + rest if rest else "")


def scale_of(locale: Locale, value: Decimal) -> Scale | None:
    """The largest scale word that says ``value`` exactly with few decimals; None where none does."""
    floor = SCALES[locale.find("compact", "from") or "million"]
    places = int(locale.find("compact", "decimals") or 2)
    for scale, size in sorted(SCALES.items(), key=lambda item: -item[1]):
        scaled = abs(value) / size
        if size >= floor and scaled >= 1 and scaled == round(scaled, places):
            return scale
    return None


def compact(locale: Locale, value: NumberLike, form: str = "short") -> str:
    """A number with its scale word, where one says it exactly: 4,3 млрд. Otherwise the full number."""
    return scaled(locale, _compacted(locale, arguments.measure(value)), form)


def scaled(locale: Locale, value: Measure, form: str = "short", grammar: Grammar | None = None, case: Case = "nom") -> str:
    """The number of ``value`` with its scale word; ``form`` is ``short`` (млрд) or ``long`` (миллиарда)."""
    digits = number(locale, value.number)
    if value.scale is None:
        return digits
    words = locale.find("scales", value.scale) or {}
    if form == "long" and "noun" in words and grammar:
        word: str = grammar.counted(value.number, locale.wording(words["noun"]), case)
    else:
        word = words.get(form) or words.get(locale.plural(value.number)) or words.get("other") or locale.pattern("scales", value.scale, "short")
    return f"{digits}\u00a0{word}"


def after(locale: Locale, value: Measure, noun: Said) -> Said:
    """``noun`` as it follows the scale word of ``value``: 4,3 millions d’habitants, 4,3 milliards de dollars."""
    link = locale.find("scales", value.scale, "before") if value.scale else None
    return Said(contract(locale, f"{link} {noun}"), noun.doubt) if link else noun


def money(locale: Locale, grammar: Grammar, value: NumberLike, currency: str | None = None, *, style: str = "full", case: Case = "nom") -> Said:
    """A sum. Styles: ``full``, ``compact`` (scale words and the short currency), ``words`` (the currency's name), ``long`` (both in full)."""
    if style not in ("full", "compact", "words", "long"):
        raise Unsayable(f"{locale.code} knows no style {style!r} of money", "known are full, compact, words, long")
    sum_ = arguments.measure(value)
    code = currency or sum_.unit
    if not (len(code) == 3 and code.isascii() and code.isupper()):
        raise Unsayable(f"{code!r} is no currency", "give its ISO 4217 code, such as USD")
    if style != "full":
        sum_ = _compacted(locale, sum_)
    digits = scaled(locale, sum_, "long" if style == "long" else "short", grammar, case)
    known = locale.table("currencies").get(code, {})
    named = "money" not in known and ("noun" in known or "other" in known)
    if named or style in ("words", "long"):
        name = after(locale, sum_, _currency_name(locale, grammar, code, sum_, form="long" if style == "long" else "short", case=case))
        return Said(f"{digits}\u00a0{name}", doubt_of([name]))
    signed = known.get("sign") if locale.settings.get("currency") == "sign" else None
    pattern = signed or known.get("money") or locale.pattern("money")
    return Said(fill(pattern, {"n": digits, "code": code}))


def percent(locale: Locale, grammar: Grammar, value: NumberLike, style: str | None = None, case: Case = "nom") -> Said:
    """A share in per cent. Styles: ``press``, ``words`` and what else language.yaml has."""
    share = arguments.measure(value)
    style = style or str(locale.settings.get("percent", "press"))
    pattern = locale.pattern("percent", style)
    noun = counted(locale, grammar, share.number, locale.find("percent", "noun"), case) if "{noun}" in pattern else ""
    return Said(fill(pattern, {"n": scaled(locale, share), "noun": noun, "word": locale.settings.get("percent_word", "")}), doubt_of([noun]))


def unit(locale: Locale, grammar: Grammar, value: NumberLike, name: str | None = None, case: Case = "nom", *, style: str | None = None) -> Said:
    """A quantity with its unit, without qualifier. In the style ``words`` a small whole number is spelled: five years, пять лет."""
    quantity = arguments.measure(value)
    name = name or quantity.unit
    table = locale.table("units")
    singular = name.removesuffix("s") if not name.endswith("ies") else name[:-3] + "y"
    known = table.get(name) or table.get(singular)
    if known is None:
        raise Unsayable(f"{locale.code} knows no unit {name!r}", f"write it into locales/{locale.code}/units.yaml of the desk")
    digits = scaled(locale, quantity)
    if "sign" in known:
        return Said(f"{digits}\u00a0{known['sign']}")
    agrees = quantity.full if quantity.scale else quantity.number
    noun = after(locale, quantity, counted(locale, grammar, agrees, known, case))
    if style == "words" and quantity.scale is None and agrees == agrees.to_integral():
        word = grammar.numeral(int(agrees), locale.wording(known.get("noun") or known.get("other") or name), case)
        if word:
            return Said(f"{word} {noun}", doubt_of([word, noun]))
    return Said(f"{digits}\u00a0{noun}", doubt_of([noun]))


def counted(locale: Locale, grammar: Grammar, value: Decimal, noun: object, case: Case = "nom") -> Said:
    """The form of ``noun`` after the number ``value``; ``noun`` is a phrase, or a table's entry with forms by plural category."""
    if isinstance(noun, dict) and "noun" not in noun and "text" not in noun:
        return Said(noun.get(locale.plural(value)) or noun["other"])
    wording = locale.wording(noun["noun"] if isinstance(noun, dict) and "noun" in noun else noun)
    return grammar.counted(value, wording, case)


def measure(locale: Locale, grammar: Grammar, value: NumberLike, case: Case = "nom", style: str | None = None) -> Said:
    """A measure with all that belongs to it: qualifier, number, scale, unit."""
    whole = arguments.measure(value)
    qualifier = locale.find("qualifiers", whole.qualifier) if whole.qualifier else None
    if whole.qualifier and qualifier is None:
        raise Unsayable(f"{locale.code} has no word for {whole.qualifier!r}", "write it into language.yaml, qualifiers")
    inner: Case = qualifier.get("case", case) if qualifier else case
    if whole.unit == "%":
        said = percent(locale, grammar, whole, style, inner)
    elif whole.is_money:
        said = money(locale, grammar, whole, style=style or str(locale.settings.get("money", "compact")), case=inner)
    elif whole.unit:
        said = unit(locale, grammar, whole, None, inner, style=style)
    else:
        said = Said(scaled(locale, whole))
    return Said(fill(qualifier["text"], {"x": said}), doubt_of([said])) if qualifier else said


def _compacted(locale: Locale, value: Measure) -> Measure:
    if value.scale or not (scale := scale_of(locale, value.number)):
        return value
    digits = (value.number / SCALES[scale]).normalize()
    return Measure(digits if digits == digits.to_integral() and digits.as_tuple().exponent == 0 else Decimal(f"{digits:f}"), value.unit, scale, value.qualifier)


def _currency_name(locale: Locale, grammar: Grammar, code: str, sum_: Measure, *, form: str, case: Case) -> Said:
    known = locale.table("currencies").get(code, {})
    # after млрд and миллиарда alike the noun is that of a large round number
    agrees = Decimal(SCALES[sum_.scale]) if sum_.scale and (form == "short" or known) else sum_.number
    if "noun" in known or "other" in known:
        return counted(locale, grammar, agrees, known, "gen" if sum_.scale and form == "long" else case)
    if case != "nom" and grammar.bends:
        raise Unsayable(f"{locale.code} has no forms of the currency {code}", f"write them into locales/{locale.code}/currencies.yaml")
    from babel.numbers import get_currency_name  # noqa: PLC0415

    name = get_currency_name(code, agrees, locale=locale.babel)
    if name == code:
        raise Unsayable(f"{locale.code} knows no currency {code!r}", "give an ISO 4217 code, such as USD")
    return Said(name)


def noun_wording(noun: Wording | str) -> Wording:
    """A phrase given as text, made a ``Wording``."""
    return noun if isinstance(noun, Wording) else Wording(noun)
