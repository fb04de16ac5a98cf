from pathlib import Path

import pytest

from briefgen.errors import BriefgenError
from briefgen.write.house import House
from briefgen.write.style import Border

TEMPLATES = Path(__file__).parents[2] / "templates"
CONTRACT = [
    "issuer",
    "kicker",
    "release",
    "title",
    "subhead",
    "lead",
    "body",
    "quote",
    "end-mark",
    "heading",
    "subheading",
    "notes",
    "contact",
    "caption",
    "credit",
    "running",
    "footer",
    "mark",
    "cell",
    "cell-head",
    "meta",
    "item",
    "key-facts",
    "data",
    "handling",
    "footnote",
    "figure",
]


@pytest.fixture(scope="module")
def house() -> House:
    return House.load([TEMPLATES])


def written(folder: Path, text: str) -> Path:
    (folder / "_house" / "fonts").mkdir(parents=True)
    (folder / "_house" / "style.yaml").write_text(text, encoding="utf-8")
    return folder


def problems(folder: Path) -> list[str]:
    with pytest.raises(BriefgenError) as caught:
        House.load([folder, TEMPLATES])
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("lang", ["id", "en", "ru"])
@pytest.mark.parametrize("pair", [False, True])
@pytest.mark.parametrize("kind", ["", "press-release", "briefing-note"])
def test_every_role_of_documents_has_a_look_in_every_place(house: House, lang: str, pair: bool, kind: str) -> None:
    for name in CONTRACT:
        role = house.role(name, lang, pair, kind)
        assert role.name == name
        assert role.size >= 7
        assert role.font in house.fonts
        assert role.tracking <= 0.06 * role.size, "wider, a PDF is read letter by letter"


def test_a_page_of_each_language(house: House) -> None:
    russian = house.role("body", "ru")
    assert (russian.align, russian.first_line) == ("justify", 12.5)
    assert [house.role("body", lang).align for lang in ("id", "en")] == ["left", "left"]
    assert house.role("lead", "ru").align == "justify", "a role is like another in each language"
    assert house.role("item", "ru").align == "left", "and the role's own field wins"
    page = house.page("ru")
    assert page.left >= 20
    assert page.right >= 10
    assert page.top >= 20
    assert page.bottom >= 20
    assert (page.width, page.height) == (210, 297)


def test_two_columns_are_set_smaller(house: House) -> None:
    assert house.role("body", "ru", pair=True).size < house.role("body", "ru").size
    assert house.role("body", "ru", pair=True).first_line < house.role("body", "ru").first_line
    assert house.page("id", pair=True) == house.page("ru", pair=True), "both sides share one page"


def test_a_kind_of_document_lies_on_top(house: House) -> None:
    assert house.role("body", "en", kind="briefing-note").size == 12
    assert house.role("body", "ru", kind="briefing-note").size == 12.5


def test_an_unknown_role_names_the_known_ones(house: House) -> None:
    with pytest.raises(BriefgenError, match=r"W001 the house style has no role 'ledd'; known roles: .*lead"):
        house.role("ledd", "en")


def test_fonts_are_whole_and_licensed(house: House) -> None:
    assert {font.word for font in house.fonts.values()} == {"Times New Roman", "Arial"}
    assert all(file.is_file() for file in house.files)
    assert len(house.files) == 1 + 8
    assert "SIL OPEN FONT LICENSE" in (TEMPLATES / "_house" / "fonts" / "OFL.txt").read_text(encoding="utf-8")


def test_a_desk_says_only_what_differs(tmp_path: Path) -> None:
    desk = written(tmp_path, 'colours: {accent: "#00572f"}\nroles: {kicker: {size: 12, border-top: 2 accent}}\n')
    house = House.load([desk, TEMPLATES])
    kicker = house.role("kicker", "en")
    assert (kicker.size, kicker.colour, kicker.border_top) == (12, "#00572f", Border(2, "#00572f"))
    assert kicker.bold, "the rest is the package's"
    assert house.role("heading", "en").colour == "#00572f", "what names the colour follows"


def test_everything_wrong_is_said_at_once(tmp_path: Path) -> None:
    found = problems(
        written(
            tmp_path,
            "colours: {ink: black}\n"
            "roles:\n"
            "  body: {size: 900, algin: left, bold: true, colour: inkk}\n"
            "  lead: {like: leda, border-top: thick, font: comic}\n"
            "languages: {en: {page: {left: 0}, colours: {ink: '#000000'}}}\n"
            "pages: {}\n",
        )
    )
    assert [line.split("style.yaml:")[1].split(";")[0] for line in found] == [
        "1:16: W003 colours.ink: found 'black'",
        "3:16: W003 roles.body.size: found '900'",
        "3:28: W003 roles.body.algin: unknown field",
        "3:40: W003 roles.body.bold: found 'true'",
        "3:54: W003 roles.body.colour: found 'inkk'",
        "4:16: W003 roles.lead.like: 'leda' is no role to be like",
        "4:34: W003 roles.lead.border-top: found 'thick'",
        "4:47: W003 roles.lead.font: no font 'comic'",
        "5:31: W003 languages.en.page.left: found '0'",
        "5:44: W003 languages.en.colours: unknown part of a house style",
        "6:8: W003 pages: unknown part of a house style",
    ]
    assert all("; " in line for line in found), "each says what to do"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("roles: {body: {like: lead}}", "'lead' is no role to be like"),
        ("roles: {body: serif}", "fields are expected here"),
        ("roles: [body]", "entries are expected here"),
        ("fonts: {serif: {regular: ../style.yaml}}", "no font file '../style.yaml'"),
        ("fonts: {mono: {word: Courier}}", "'family' is missing"),
        ("roles: {body: {size: [1]}}", "one value is expected here"),
    ],
)
def test_a_wrong_style_never_reaches_a_writer(tmp_path: Path, text: str, said: str) -> None:
    assert said in "\n".join(problems(written(tmp_path, text + "\n")))


def test_no_style_at_all_is_the_machine(tmp_path: Path) -> None:
    with pytest.raises(BriefgenError, match="W002 no house style found") as caught:
        House.load([tmp_path])
    assert caught.value.status == 3
