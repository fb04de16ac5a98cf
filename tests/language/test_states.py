"""Every member of the United Nations and two observers, as each language names it in a sentence."""

from pathlib import Path

import pytest

from briefgen import lines
from briefgen.language import Language
from briefgen.language.folder import PACKAGE, tables

RU, EN, ID = Language("ru"), Language("en"), Language("id")
TABLE = lines.read(Path(__file__).parent / "cases" / "states" / "ru.yaml")


def plain(said: str) -> str:
    return str(said).replace("\u00a0", " ")


def test_the_table_has_every_state() -> None:
    assert set(TABLE) == set(RU.states())
    assert len(TABLE) == 193 + 2


@pytest.mark.parametrize("code", TABLE)
def test_russian_says_where_and_with_whom_and_of_whom(code: str) -> None:
    assert [plain(RU.at(code)), plain(RU.with_(code)), plain(RU.state(code, "formal", "gen"))] == list(TABLE[code])


@pytest.mark.parametrize("language", [RU, EN, ID], ids=repr)
def test_every_short_name_is_one_of_its_own(language: Language) -> None:
    names = [language.state(code) for code in language.states()]
    assert len(set(names)) == len(names)


def test_the_article_of_an_english_name_is_that_of_a_sentence() -> None:
    with_article = {code for code in EN.states() if EN.state(code).startswith("the ")}
    assert with_article == {*"AE BS CD CF CG DO GB GM KM KP KR LA MD MH NE NL PH SD US VA".split()}  # noqa: SIM905  a list to be read
    for code in EN.states():
        formal = EN.state(code, "formal")
        assert formal.startswith("the ") or " of " not in formal or code in ("AG",), formal


def test_names_by_the_custom_of_the_russian_press() -> None:
    press = Language("ru", settings={"states": "russian"})
    assert [plain(RU.at(code)) for code in ("BY", "KG", "MD", "TM")] == ["в Беларуси", "в Кыргызстане", "в Молдове", "в Туркменистане"]
    assert [plain(press.at(code)) for code in ("BY", "KG", "MD", "TM")] == ["в Белоруссии", "в Киргизии", "в Молдавии", "в Туркмении"]
    assert press.state("BY", "formal", "gen") == "Республики Беларусь"
    assert press.state("KG", "formal", "gen") == "Киргизской Республики"
    assert plain(press.about("TL")) == "о Восточном Тиморе"
    assert press.state("ID") == "Индонезия"
    overlay = tables("ru", "states-russian", (PACKAGE,))
    assert overlay.keys() < set(RU.states())


def test_the_preposition_of_ukraine_is_the_houses_choice() -> None:
    assert [plain(RU.at("UA")), plain(RU.to("UA")), plain(RU.from_("UA"))] == ["в Украине", "в Украину", "из Украины"]
    other = Language("ru", settings={"ukraine": "на"})
    assert [plain(other.at("UA")), plain(other.to("UA")), plain(other.from_("UA"))] == ["на Украине", "на Украину", "с Украины"]


def test_a_desk_names_a_state_as_it_likes(tmp_path: Path) -> None:
    (tmp_path / "ru").mkdir()
    (tmp_path / "ru" / "states.yaml").write_text("KG: {short: {text: Кыргызская Республика, gender: f}}\n", encoding="utf-8")
    desk = Language("ru", [tmp_path, PACKAGE], {"states": "russian"})
    assert plain(desk.at("KG")) == "в Кыргызской Республике"
    assert plain(desk.at("BY")) == "в Белоруссии"
