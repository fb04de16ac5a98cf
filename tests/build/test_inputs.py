"""What a document depends on: a change that can matter is seen, and one that cannot rebuilds nothing."""

from pathlib import Path

import pytest

from briefgen.build.inputs import Inputs, versions

FILES = {
    "desk.yaml": "format: 1",
    "sources/register/people.yaml": "people:",
    "sources/talks/facts.yaml": "related: visit",
    "sources/visit/facts.yaml": "kind: visit",
    "sources/forum/facts.yaml": "kind: forum",
    "templates/note/kind.yaml": "parity: block",
    "templates/note/en.j2.xml": "<p/>",
    "templates/note/ru.j2.xml": "<p/>",
    "templates/other/en.j2.xml": "<p/>",
    "templates/_house/style.yaml": "page:",
    "locales/en/language.yaml": "en",
    "locales/ru/language.yaml": "ru",
    "locales/fr/language.yaml": "fr",
}

CASES = [
    # changed file, changes talks/note in en, in ru, as a pair
    ("desk.yaml", True, True, True),
    ("sources/register/people.yaml", True, True, True),
    ("sources/register/new.yaml", True, True, True),
    ("sources/talks/facts.yaml", True, True, True),
    ("sources/talks/logo.png", True, True, True),
    ("sources/visit/facts.yaml", True, True, True),  # talks names it
    ("sources/forum/facts.yaml", False, False, False),
    ("templates/note/kind.yaml", True, True, True),
    ("templates/note/en.j2.xml", True, False, True),
    ("templates/note/ru.j2.xml", False, True, True),
    ("templates/other/en.j2.xml", False, False, False),
    ("templates/_house/style.yaml", True, True, True),
    ("locales/ru/language.yaml", False, True, True),
    ("locales/fr/language.yaml", False, False, False),
    ("sources/talks/.draft.swp", False, False, False),
    ("notes.txt", False, False, False),
]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def keys(desk: Path) -> list[str]:
    inputs = Inputs.read(desk)
    return [inputs.key("talks", "note", langs) for langs in (("en",), ("ru",), ("en", "ru"))]


@pytest.mark.parametrize(("file", "en", "ru", "both"), CASES)
def test_a_change_reaches_just_what_depends_on_it(desk: Path, file: str, en: bool, ru: bool, both: bool) -> None:
    before, whole = keys(desk), Inputs.read(desk).digest
    (desk / file).write_text("changed")
    if file == "sources/talks/facts.yaml":
        (desk / file).write_text("related: visit # changed")
    assert [old != new for old, new in zip(before, keys(desk), strict=True)] == [en, ru, both]
    assert not any((en, ru, both)) or Inputs.read(desk).digest != whole


def test_the_same_contents_have_the_same_key_in_any_folder_and_at_any_time(desk: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("elsewhere")
    for name, text in reversed(FILES.items()):
        (other / name).parent.mkdir(parents=True, exist_ok=True)
        (other / name).write_text(text)
    assert keys(desk) == keys(other)
    assert Inputs.read(desk).digest == Inputs.read(other).digest


def test_an_event_that_names_this_one_counts_too(desk: Path) -> None:
    before = Inputs.read(desk).key("visit", "note", ("en",))
    (desk / "sources/talks/facts.yaml").write_text("related: visit # changed")
    assert Inputs.read(desk).key("visit", "note", ("en",)) != before


def test_versions_are_read_without_importing_anything() -> None:
    found = versions()
    assert found["weasyprint"].startswith("70.")
    assert {"python", "jinja2", "lxml", "pydantic", "babel", "pymorphy3_dicts_ru"} <= set(found)


def test_a_version_is_part_of_every_key(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = keys(desk)
    monkeypatch.setattr("briefgen.build.inputs.versions", lambda: {"weasyprint": "71.0"})
    assert all(old != new for old, new in zip(before, keys(desk), strict=True))
