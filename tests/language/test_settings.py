"""What style guides dispute is the house's choice: every setting both ways."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from briefgen.language import Language, Unsayable, languages
from briefgen.language.folder import PACKAGE, tables

NBSP = "\u00a0"


def plain(said: str) -> str:
    return str(said).replace(NBSP, " ")


SAID: Mapping[str, Callable[[Language], str]] = {
    "percent": lambda language: language.percent("12.5"),
    "percent_word": lambda language: language.percent("12.5", "words"),
    "money": lambda language: language.measure("4.3 billion USD"),
    "currency": lambda language: language.money("4300000000", "USD", "compact"),
    "grouping": lambda language: f"{language.number(1234)} {language.number(12345)}",
    "initials": lambda language: language.initials("Антон Андреевич Алиханов" if language.code == "ru" else "Anton Andreevich Alikhanov"),
    "dash": lambda language: "".join(language.typeset(["a – b, 5 – 7"], opening=False)),
    "press_date": lambda language: language.date("2025-06-19", "press"),
    "serial_comma": lambda language: language.join(["a", "b", "c"]),
    "spelling": lambda language: language.spell("The Organisation recognized"),
    "republic_apposition": lambda language: language.state("ID", "formal", "gen"),
    "states": lambda language: language.state("KG"),
    "ukraine": lambda language: language.at("UA"),
}
"""One example of what each setting decides."""

EXAMPLES = {
    ("ru", "percent"): {"press": "12,5%", "gost": "12,5 %", "words": "12,5 процента"},
    ("ru", "money"): {
        "compact": "4,3 млрд долл. США",
        "words": "4,3 млрд долларов США",
        "long": "4,3 миллиарда долларов США",
        "full": "4,3 млрд долл. США",  # the scale word of a fact stays: 4.3 billion claims less than 4300000000
    },
    ("ru", "grouping"): {"1": "1 234 12 345", "2": "1234 12 345"},
    ("ru", "initials"): {"spaced": "А. А. Алиханов", "half": "А.А. Алиханов", "close": "А.А.Алиханов"},
    ("ru", "dash"): {"en": "a – b, 5 – 7", "em": "a — b, 5 — 7"},
    ("ru", "press_date"): {"press": "в четверг, 19 июня", "in": "19 июня 2025 г."},
    ("ru", "republic_apposition"): {"freeze": "Республики Индонезия", "agree": "Республики Индонезии"},
    ("ru", "states"): {"un": "Кыргызстан", "russian": "Киргизия"},
    ("ru", "ukraine"): {"в": "в Украине", "на": "на Украине"},
    ("en", "percent"): {"press": "12.5%", "words": "12.5 per cent"},
    ("en", "percent_word"): {"per cent": "12.5 per cent", "percent": "12.5 percent"},
    ("en", "money"): {"compact": "US$4.3 billion", "words": "4.3 billion US dollars", "full": "US$4.3 billion"},
    ("en", "grouping"): {"1": "1,234 12,345", "2": "1234 12,345"},
    ("en", "initials"): {"spaced": "A. A. Alikhanov", "half": "A.A. Alikhanov"},
    ("en", "dash"): {"en": "a – b, 5 – 7", "em": "a—b, 5 – 7"},
    ("en", "press_date"): {"press": "on Thursday 19 June", "in": "on 19 June 2025"},
    ("en", "serial_comma"): {"no": "a, b and c", "yes": "a, b, and c"},
    ("en", "spelling"): {"ise": "The Organisation recognised", "ize": "The Organization recognized"},
    ("fr", "percent"): {"press": "12,5 %", "words": "12,5 pour cent"},
    ("fr", "money"): {"compact": "4,3 milliards de dollars", "words": "4,3 milliards de dollars", "full": "4,3 milliards de dollars"},
    ("fr", "grouping"): {"1": "1 234 12 345", "2": "1234 12 345"},
    ("fr", "initials"): {"spaced": "A. A. Alikhanov", "half": "A.A. Alikhanov"},
    ("fr", "press_date"): {"press": "le jeudi 19 juin", "in": "le 19 juin 2025"},
    ("id", "percent"): {"press": "12,5%", "words": "12,5 persen"},
    ("id", "money"): {"compact": "4,3 miliar dolar AS", "words": "4,3 miliar dolar AS", "full": "4,3 miliar dolar AS"},
    ("id", "currency"): {"name": "4,3 miliar dolar AS", "sign": "US$4,3 miliar"},
    ("id", "grouping"): {"1": "1.234 12.345", "2": "1234 12.345"},
    ("id", "initials"): {"spaced": "A. A. Alikhanov", "half": "A.A. Alikhanov"},
    ("id", "dash"): {"en": "a – b, 5 – 7", "em": "a—b, 5 – 7"},
    ("id", "press_date"): {"press": "Kamis (19/6/2025)", "weekday": "Kamis, 19 Juni 2025"},
    ("id", "serial_comma"): {"yes": "a, b, dan c", "no": "a, b dan c"},
}


@pytest.mark.parametrize(("code", "setting"), EXAMPLES)
def test_each_setting_both_ways(code: str, setting: str) -> None:
    examples = EXAMPLES[code, setting]
    assert {choice: plain(SAID[setting](Language(code, settings={setting: choice}))) for choice in examples} == examples


@pytest.mark.parametrize("code", languages())
def test_every_setting_has_its_choices_and_an_example_of_each(code: str) -> None:
    data = tables(code, "language", (PACKAGE,))
    assert data["settings"].keys() == data["choices"].keys()
    for setting, choices in data["choices"].items():
        assert data["settings"][setting] in choices
        assert list(EXAMPLES[code, setting]) == list(choices), setting


@pytest.mark.parametrize(
    ("house", "message"),
    [
        ({"percent": "percnt"}, "ru knows no choice 'percnt' of the setting 'percent'; known are press, gost, words"),
        ({"ru": {"percnt": "press"}}, "ru has no setting 'percnt'; known are percent, money"),
        ({"percnt": "press"}, "no language has a setting 'percnt'; ru knows percent"),
        ({"ru": {"dash": "minus"}}, "ru knows no choice 'minus' of the setting 'dash'; known are en, em"),
    ],
)
def test_a_wrong_setting_is_named(house: dict[str, Any], message: str) -> None:
    with pytest.raises(Unsayable, match=message):
        Language("ru", settings=house)


def test_a_setting_of_one_language_leaves_the_others_alone() -> None:
    house = {"serial_comma": "yes", "percent": "words", "id": {"serial_comma": "no"}, "ru": {"percent": "gost"}}
    assert Language("en", settings=house).join(["a", "b", "c"]) == "a, b, and c"
    assert Language("id", settings=house).join(["a", "b", "c"]) == "a, b dan c"
    assert plain(Language("ru", settings=house).percent(5)) == "5 %"
    assert plain(Language("en", settings=house).percent(5)) == "5 per cent"


def test_words_to_avoid_are_no_setting() -> None:
    assert Language("id", settings={"id": {"avoid": {"Cina": "Tiongkok"}}}).join(["a", "b", "c"]) == "a, b, dan c"


def test_a_desk_adds_a_setting_with_its_language(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "language.yaml").write_text("settings: {percent: words}\n", encoding="utf-8")
    assert plain(Language("en", [tmp_path, PACKAGE]).percent(5)) == "5 per cent"
    assert plain(Language("en", [tmp_path, PACKAGE], {"percent": "press"}).percent(5)) == "5%"


@pytest.mark.parametrize("words", ["advise", "exercise", "supervised", "a precise promise", "revised", "size", "prize", "rising", "otherwise", "horizon"])
def test_words_that_have_one_spelling_keep_it(words: str) -> None:
    assert Language("en").spell(words) == words
    assert Language("en", settings={"spelling": "ize"}).spell(words) == words


def test_the_page_names_every_setting_and_every_choice() -> None:
    page = (PACKAGE.parent / "docs" / "how-to" / "language.md").read_text(encoding="utf-8")
    rows = {line.split("`")[1]: line for line in page.splitlines() if line.startswith("| `")}
    for code in languages():
        for setting, choices in tables(code, "language", (PACKAGE,))["choices"].items():
            assert code in rows[setting].split("|")[2]
            assert all(f"`{choice}`" in rows[setting] for choice in choices), (code, setting)
    assert {setting for _, setting in EXAMPLES} <= rows.keys()
