"""Small closed tables: pronouns, relatives, and the kinds of documents."""

from briefgen.language.locale import Locale
from briefgen.language.said import Said, Unsayable
from briefgen.values import Case, Gender, Number, Wording


def pronoun(locale: Locale, gender: Gender | None, case: Case, number: Number, after_preposition: bool) -> str:
    """The pronoun of the third person. Russian takes н- after a preposition (него), so such forms are listed apart."""
    row = _row(locale, "pronouns", gender, number)
    return str((after_preposition and row.get(f"after.{case}")) or row.get(case) or row["nom"])


def relative(locale: Locale, gender: Gender | None, number: Number, case: Case, animate: bool) -> str:
    """The relative pronoun; an animate accusative (masculine or plural) is the genitive."""
    row = _row(locale, "relative", gender, number)
    if case == "acc" and animate and "acc.animate" in row:
        return str(row["acc.animate"])
    return str(row.get(case) or row["nom"])


def instrument(locale: Locale, key: str, *, short: bool = False) -> Wording:
    """The common noun for the kind of document ``key``; ``short`` is what it is called in a headline and when it is named again."""
    row = _instrument(locale, key)
    noun, full = row.pop("short", ""), dict(row)
    return locale.wording({"text": noun, "gender": full["gender"]} if short and noun and "gender" in full else {"text": noun} if short and noun else full)


def abbreviation(locale: Locale, key: str) -> Said | None:
    """The abbreviation of the kind of document ``key``."""
    abbr = _instrument(locale, key).get("abbr")
    return Said(abbr) if abbr else None


def _instrument(locale: Locale, key: str) -> dict[str, str]:
    known = locale.table("instruments")
    found = known.get(key)
    if found is None:
        raise Unsayable(f"{locale.code} knows no kind of document {key!r}", f"known are {', '.join(known)}; write others into instruments.yaml")
    return {"text": found} if isinstance(found, str) else dict(found)


def _row(locale: Locale, table: str, gender: Gender | None, number: Number) -> dict[str, str]:
    rows = locale.find(table) or {}
    key = "pl" if number == "pl" else gender
    row = rows.get(key) if key else None
    row = row or rows.get("any")
    if row is None:
        raise Unsayable(f"{locale.code} needs a gender here", "give m, f or n, or number='pl'")
    return {"nom": row} if isinstance(row, str) else dict(row)
