"""Typography falls across nodes."""

from briefgen.compose.typeset import typeset
from briefgen.document import Emph, Fact, Heading, Item, List, Note, Para, Text, plain
from briefgen.language import Language

RU, EN, ID = Language("ru"), Language("en"), Language("id")


def said(text: str) -> Fact:
    return Fact(("a",), (Text(text),))


def test_a_stop_after_an_abbreviated_year_is_one_stop() -> None:
    assert plain(typeset(Para("p", (Text("подписан "), said("19 июня 2025 г."), Text("."))), RU)).strip().endswith("2025\u00a0г.")


def test_a_no_break_space_may_fall_between_text_and_fact() -> None:
    block = typeset(Para("p", (Text("в "), said("Москве"))), RU)
    assert block.content == (Text("В\u00a0"), said("Москве"))


def test_a_fact_that_opens_a_sentence_gets_its_capital() -> None:
    block = typeset(Para("p", (said("министр"), Text(" прибыл. "), said("стороны"), Text(" подписали."))), RU)
    assert plain(block) == "Министр прибыл. Стороны подписали.\n"


def test_items_that_continue_a_sentence_keep_their_small_letter() -> None:
    def items(*texts: str) -> List:
        return List("l", tuple(Item(f"l.{n}", (Para(f"l.{n}", (said(text),)),)) for n, text in enumerate(texts)))

    assert plain(typeset(items("транспорт;", "связь."), RU)) == "транспорт;\nсвязь.\n"
    assert plain(typeset(items("стороны договорились."), RU)) == "Стороны договорились.\n"


def test_a_headline_has_the_capitals_of_its_language() -> None:
    heading = Heading("headline", 1, (said("Indonesia dan Rusia"), Text(" tandatangani nota kesepahaman di "), said("Moskow")), "title")
    assert plain(typeset(heading, ID)) == "Indonesia dan\u00a0Rusia Tandatangani Nota Kesepahaman di\u00a0Moskow\n"
    assert plain(typeset(Heading("h", 1, (Text("indonesia signs text"),), "title"), EN)) == "Indonesia signs text\n"


def test_a_note_is_a_text_of_its_own_and_nesting_stays() -> None:
    block = typeset(Para("p", (Emph((Text("  слово "),)), Note("n", (Text(" примечание ."),)), Text("."))), RU)
    assert block.content[0] == Emph((Text("Слово"),))
    assert Note("n", (Text("Примечание."),)) in block.content


def test_the_comma_that_closes_an_apposition_falls_before_a_stop() -> None:
    assert plain(typeset(Para("p", (Text("signed by A, "), said("a fund"), Text(",."))), EN)) == "Signed by A, a fund.\n"


def test_a_title_on_a_cover_is_set_as_a_headline() -> None:
    cover = typeset(Para("p", (Text("Бизнес-форум с программой деловых встреч"),), "cover-title"), RU)
    assert plain(cover) == "Бизнес-форум с\u00a0программой деловых\u00a0встреч\n"
