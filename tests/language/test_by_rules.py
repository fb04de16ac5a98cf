"""Words that bend by data alone: a language like French or Spanish needs no grammar of its own."""

from pathlib import Path

import pytest

from briefgen.language import Language
from briefgen.values import Wording
from tests.language.test_locales import folder

SPANISH = r"""
tag: es-ES
babel: es
script: Latn
styles: {long: long, words: long, in: long}
days: {1: "1.º"}
date: {day: {long: "{d} de {month} de {y}"}}
range: {month: {long: "{a.d} a {b.d} de {b.month} de {b.y}"}}
cases: {gen: {m: "de el {x}", f: "de la {x}", any: "de {x}"}, dat: "a {x}"}
prepositions: {from: {case: gen}, with: {word: con}}
contractions:
  - {find: "\\b(a|de) el ", put: "\\1l "}
agreement:
  f: [{find: "o$", put: a}, {find: "or$", put: ora}]
  pl: [{find: "([aeo])$", put: "\\1s"}, {find: "$", put: es}]
spelled: {1: {m: un, f: una}, 2: dos}
ordinal: {words: {1: {m: primero, f: primera}}, other: {m: "{n}.º", f: "{n}.ª"}}
plural: {before: " de ", rules: [{find: "z$", put: ces}, {find: "([aeo])$", put: "\\1s"}, {find: "$", put: es}]}
scales:
  thousand: {other: mil}
  million: {one: millón, other: millones, before: de}
  billion: {other: mil millones, before: de}
"""
TABLES = {
    "states": "JP: {short: el Japón}\nES: {short: España}\n",
    "units": "people: {one: persona, other: personas}\nkm: {sign: km}\n",
    "currencies": "USD: {one: dólar, other: dólares}\n",
}


@pytest.fixture
def spanish(tmp_path: Path) -> Language:
    return Language("es", [folder(tmp_path, "es", language=SPANISH, **TABLES)])


def test_a_case_may_be_a_word_before_the_noun(spanish: Language) -> None:
    assert [spanish.state(code, case="gen") for code in ("JP", "ES")] == ["del Japón", "de España"]
    assert [spanish.name("Ana", case) for case in ("nom", "dat")] == ["Ana", "a Ana"]
    assert spanish.inflect("tratado", "gen", number="pl") == "de tratados"
    assert spanish.inflect(Wording("tratado", forms={"gen": "del tratado", "pl.gen": "de los tratados"}), "gen") == "del tratado"
    assert spanish.inflect(Wording("tratado", forms={"gen": "del tratado", "pl.gen": "de los tratados"}), "gen", number="pl") == "de los tratados"
    assert spanish.inflect("tratado", "acc") == "tratado"
    nouns = Wording("tratado", gender="m"), Wording("carta", gender="f")
    assert [spanish.inflect(noun, "gen") for noun in nouns] == ["del tratado", "de la carta"]
    assert [say("JP") for say in (spanish.from_, spanish.with_)] == ["del Japón", "con el Japón"]


def test_a_participle_agrees_by_rules(spanish: Language) -> None:
    assert [spanish.participle("firmado", gender, number) for gender in ("m", "f") for number in ("sg", "pl")] == [
        "firmado", "firmados", "firmada", "firmadas",
    ]  # fmt: skip
    assert spanish.adjective("español", None, "pl") == "españoles"


def test_a_number_may_have_a_gender(spanish: Language) -> None:
    assert spanish.count(1, Wording("carta", gender="f"), style="text") == "una carta"
    assert [spanish.count(n, Wording("tratado de paz", gender="m"), style="text") for n in (1, 2)] == ["un tratado de paz", "dos tratados de paz"]
    assert [spanish.ordinal(n, gender) for n in (1, 3) for gender in ("m", "f", None)] == ["primero", "primera", "primero", "3.º", "3.ª", "3.º"]


def test_a_scale_word_has_its_plural_and_what_links_it_to_the_noun(spanish: Language) -> None:
    plain = [
        spanish.measure(text).replace("\u00a0", " ") for text in ("1 million people", "4.3 million people", "2 thousand people", "5 million km", "2 people")
    ]
    assert plain == ["1 millón de personas", "4,3 millones de personas", "2 mil personas", "5 millones km", "2 personas"]
    assert spanish.measure("1.5 billion USD").replace("\u00a0", " ") == "1,5 mil millones de dólares"
    assert spanish.count("3 million", "tratado").replace("\u00a0", " ") == "3 millones de tratados"


def test_a_day_of_the_month_may_have_a_name_of_its_own(spanish: Language) -> None:
    assert spanish.date("2025-06-01") == "1.º de junio de 2025"
    assert spanish.date_range("2025-06-01", "2025-06-11") == "1.º a 11 de junio de 2025"


def test_an_article_that_runs_into_its_noun_takes_the_capital(spanish: Language) -> None:
    assert [spanish.capitalise(words) for words in ("l’Indonésie", "d'Alger", "iPhone", "o’clock")] == ["L’Indonésie", "D'Alger", "iPhone", "O’clock"]
