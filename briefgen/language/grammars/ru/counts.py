"""Nouns after numbers: 1 соглашение, 2 соглашения, 5 соглашений; 2 новых соглашения, 2 новые страны; 5 лет, 5 человек."""

from decimal import Decimal

from briefgen.language.grammars.ru import phrases
from briefgen.language.grammars.ru.heads import Words
from briefgen.language.said import Said, Unsayable
from briefgen.values import Case, Wording


def counted(words: Words, number: Decimal, noun: Wording, case: Case) -> Said:
    """The form of ``noun`` after ``number`` in ``case``."""
    category = _category(abs(number))
    if noun.number == "pl":
        return _plural_only(words, noun, category, case)
    if category == "fraction":
        return phrases.inflect(words, noun, "gen")  # 4,3 миллиарда, whatever the case
    if category == "one":
        return phrases.inflect(words, noun, case)
    direct = case in ("nom", "acc")
    if direct and category == "few":
        lifeless = noun.forms.get("acc") == noun.text  # as a reviewed table says: two francs are no Franks
        if case == "acc" and abs(number) < 5 and not lifeless and (noun.animate or phrases.animate(words, noun)):
            return _many(words, noun, "gen")
        return _few(words, noun)
    return _many(words, noun, "gen" if direct else case)


def _many(words: Words, noun: Wording, case: Case) -> Said:
    count = noun.forms.get("count" if case == "gen" else f"count.{case}")
    return Said(count) if count else phrases.inflect(words, noun, case, "pl")


def _few(words: Words, noun: Wording) -> Said:
    """After 2, 3, 4: the noun in the genitive singular; adjectives in the genitive plural, with feminine nouns in the nominative plural."""
    if written := noun.forms.get("few"):
        return Said(written)
    if noun.indeclinable or noun.forms.get("gen"):
        return phrases.inflect(words, noun, "gen")
    parsed = phrases.parse(words, noun.text, noun)
    if parsed.noun and parsed.head in parsed.agreeing:  # два управляющих, две заведующие
        return phrases.bend(words, parsed, "nom" if parsed.noun.gender == "f" else "gen", "pl")
    feminine = bool(parsed.noun and parsed.noun.gender == "f")
    return phrases.bend(words, parsed, "gen", "sg", ("nom" if feminine else "gen", "pl"))


def _plural_only(words: Words, noun: Wording, category: str, case: Case) -> Said:
    if category != "many":
        raise Unsayable(f"«{noun.text}» has no singular to be counted with", "name what is counted by another word")
    return phrases.inflect(words, noun, "gen" if case in ("nom", "acc") else case)


def _category(number: Decimal) -> str:
    if number != number.to_integral():
        return "fraction"
    tens, units = number % 100, number % 10
    if 11 <= tens <= 14:
        return "many"
    return "one" if units == 1 else "few" if 2 <= units <= 4 else "many"
