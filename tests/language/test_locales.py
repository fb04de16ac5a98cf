"""A language is a folder: a fourth one needs no Python, a desk's folder wins, and the three that ship agree."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.language import Language, Unsayable, languages
from briefgen.language.folder import PACKAGE
from briefgen.values import CASES, Wording

CODES = ("en", "id", "ru")
ANOTHER = """
tag: fr-XX
babel: fr
script: Latn
styles: {long: long, words: long, in: long, press: in}
date:
  day: {long: "{d} {month} {y}", in: "le {d} {month} {y}"}
quotes: [["«\\u00a0", "\\u00a0»"], ["“", "”"]]
prepositions:
  at: {word: à, own: "true"}
  from: {word: de}
contractions:
  - {find: "\\\\bde le (?=\\\\w)", put: "du "}
  - {find: "\\\\bà le (?=\\\\w)", put: "au "}
ordinal: {one: "{n}er", other: "{n}e"}
"""


def folder(where: Path, code: str, **files: str) -> Path:
    (where / code).mkdir(parents=True)
    for name, text in files.items():
        (where / code / f"{name}.yaml").write_text(text, "utf-8")
    return where


def test_the_package_has_its_languages() -> None:
    assert set(CODES) <= set(languages())


def test_a_fourth_language_needs_no_python(tmp_path: Path) -> None:
    locales = folder(tmp_path, "xx", language=ANOTHER, places="Caire: {preposition: au}\n")
    another = Language("xx", [locales, PACKAGE])
    assert languages([locales, PACKAGE]) == tuple(sorted(("xx", *languages())))
    assert another.date("2025-06-19") == "19 juin 2025"
    assert another.date("2025-06-19", "in") == "le 19 juin 2025"
    assert another.quote("oui") == "«\u00a0oui\u00a0»"
    assert another.from_("le Caire") == "du Caire"
    assert another.at("Caire") == "au Caire"
    assert (another.ordinal(1), another.ordinal(3)) == ("1er", "3e")
    assert another.inflect("accord", "ins") == "accord"
    assert another.direction == "ltr"


def test_what_a_language_lacks_is_named(tmp_path: Path) -> None:
    another = Language("xx", [folder(tmp_path, "xx", language=ANOTHER)])
    with pytest.raises(Unsayable, match=r"xx: language.yaml has no pattern percent.press"):
        another.percent(5)
    with pytest.raises(Unsayable, match="xx has no label 'Signed'"):
        another.label("Signed")
    with pytest.raises(Unsayable, match="xx knows no unit 'km'"):
        another.unit(5, "km")


def test_a_desk_adds_and_wins(tmp_path: Path) -> None:
    desk = folder(tmp_path, "ru", states="ID: {short: {text: Тестландия, gender: f}}\n", units="kilt: {sign: клт}\n")
    russian = Language("ru", [desk, PACKAGE])
    assert russian.state("ID") == "Тестландия"
    assert russian.state("ID", "formal") == "Республика Индонезия"
    assert russian.state("RU") == "Россия"
    assert russian.unit(5, "kilt") == "5\u00a0клт"


def test_settings_of_the_house() -> None:
    assert Language("ru", settings={"percent": "gost"}).percent(5) == "5\u00a0%"
    assert Language("ru", settings={"ru": {"initials": "close"}}).initials("Антон Алиханов") == "А.Алиханов"
    assert Language("ru", settings={"grouping": "2"}).number(1234) == "1234"
    assert Language("en", settings={"percent": "words"}).percent(5) == "5\u00a0per cent"


def test_apposition_of_republics_is_one_choice() -> None:
    assert Language("ru").state("ID", "formal", "gen") == "Республики Индонезия"
    agree = Language("ru", settings={"republic_apposition": "agree"})
    assert agree.state("ID", "formal", "gen") == "Республики Индонезии"
    assert agree.state("KZ", "formal", "gen") == "Республики Казахстан"
    assert agree.state("CN", "formal", "gen") == "Китайской Народной Республики"


@pytest.mark.parametrize("code", ["zz", "../en", "EN", ""])
def test_an_unknown_language_is_refused(code: str) -> None:
    with pytest.raises(Unsayable):
        Language(code)


def test_a_grammar_must_be_known(tmp_path: Path) -> None:
    with pytest.raises(Unsayable, match="names a grammar 'os'"):
        Language("xx", [folder(tmp_path, "xx", language=ANOTHER + "grammar: os\n")])


def test_there_are_all_members_of_the_united_nations_and_two_observers() -> None:
    assert len(Language("en").states()) == 193 + 2


def test_labels_take_values() -> None:
    assert Language("ru").label("Page {page} of {pages}", page=1, pages=12) == "1 из 12"
    assert Language("ru").label("Page {page} of {pages}") == "{page} из {pages}"
    with pytest.raises(Unsayable, match="unknown slot"):
        Language("ru").label("Page {page} of {pages}", page=1)


@pytest.mark.parametrize("form", ["short", "formal"])
def test_russian_says_every_state_and_instrument_without_doubt(form: str) -> None:
    russian = Language("ru")
    for code in russian.states():
        for case in CASES:
            assert russian.state(code, form, case).doubt is None, (code, form, case)
        wording = russian.state_wording(code, form)
        assert wording.gender or wording.number == "pl", code
    for key in russian._locale.table("instruments"):
        assert russian.instrument(key).gender
        for case in CASES:
            assert russian.inflect(russian.instrument(key), case).doubt is None, key


def test_the_dictionary_sleeps_until_a_form_is_missing() -> None:
    program = """
import sys
from briefgen.language import Language
from briefgen.values import Wording
ru = Language("ru")
ru.date("2025-06-19"), ru.measure("4.3 billion USD"), ru.label("Signed"), ru.state("ID"), ru.at("Джакарта"), ru.typeset(["министр ", "5 км"])
ru.inflect(Wording("Карсунд", forms={"gen": "Карсунда"}), "gen")
assert "pymorphy3" not in sys.modules and "pytrovich" not in sys.modules
ru.inflect("министр", "gen")
assert "pymorphy3" in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True, cwd=PACKAGE.parent)


def test_written_forms_win_over_lexicon_and_rules() -> None:
    russian = Language("ru")
    assert russian.inflect(Wording("посол", forms={"gen": "посла-написанного"}), "gen") == "посла-написанного"
    assert russian.name(Wording("Антон Алиханов", gender="m", forms={"ins": "Антоном А."}), "ins") == "Антоном А."
    contradicted = russian.inflect(Wording("министр", forms={"gen": "министера"}), "ins")
    assert contradicted == "министром"
    assert contradicted.doubt is not None


def test_a_doubt_travels_with_what_is_made_of_it() -> None:
    russian = Language("ru")
    doubtful = russian.inflect("Карсунд", "gen")
    assert doubtful.doubt is not None
    assert russian.join([doubtful, "Москва"]).doubt == doubtful.doubt
    assert russian.at("Карсунд").doubt is not None
    assert russian.quote(doubtful).doubt == doubtful.doubt
