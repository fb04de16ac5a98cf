"""Spelling: what is asked of hunspell, once a language; what the register knows; and what is said where there is none."""

import json
import os
import sys
from pathlib import Path

import pytest

from briefgen.check import spelling
from briefgen.errors import Grade
from tests.check.planting import Bed

TEXTS = {"id": "Kapal di pelabuhan laut.", "en": "A shipp in the seaports – https://shipp.example.", "ru": "Новое судно в морских портах: карабль."}

FAKE = """#!{python}
import json, sys
lines = sys.stdin.read().split()
with open({log!r}, "a", encoding="utf-8") as log:
    log.write(json.dumps([sys.argv[1:], lines]) + "\\n")
if "id_ID" in sys.argv:
    sys.exit("no dictionary")
print("@(#) International Ispell")
for line in lines:
    word = line[1:]
    print({{"shipp": "& shipp 2 1: ship, shop", "карабль": "# карабль 1"}}.get(word, "*"))
"""


@pytest.fixture
def bed(tmp_path: Path) -> Bed:
    return Bed(tmp_path / "desk")


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of the same name that knows all words but two, and no Indonesian; it writes down what it was asked."""
    log = tmp_path / "asked"
    program = tmp_path / spelling.PROGRAM
    program.write_text(FAKE.format(python=sys.executable, log=str(log)), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return log


def test_words_are_asked_once_a_language_and_told_with_what_is_meant(bed: Bed, asked: Path) -> None:
    bed.say("talks.points.fact.text", TEXTS)
    found = {problem.language: problem for problem in bed.texts.spelling(["talks"])}
    assert {problem.grade for problem in found.values()} == {Grade.ADVICE}
    assert (found["en"].code, found["en"].what, found["en"].hint) == ("C090", "'shipp' is not in the dictionary", "did you mean ship, shop?")
    assert found["ru"].what == "'карабль' is not in the dictionary"
    assert (found["id"].code, "no dictionary id_ID" in found["id"].what) == ("C091", True)
    line = (bed.desk.root / found["ru"].where.file).read_text("utf-8").splitlines()[found["ru"].where.line - 1]
    assert line[found["ru"].where.column - 1 :].startswith("карабль")
    calls = [json.loads(line) for line in asked.read_text("utf-8").splitlines()]
    dictionaries = [call[0][call[0].index("-d") + 1] for call in calls]
    assert {"en_GB", "id_ID", "ru_RU"} <= set(dictionaries)
    assert len(dictionaries) == len(set(dictionaries))


def test_the_register_s_words_are_known_in_all_their_forms(bed: Bed, asked: Path) -> None:
    bed.say("talks.points.fact.text", {**TEXTS, "ru": "Мейтью Хафид ждут в морских портах с таможенными данными."})
    list(bed.texts.spelling(["talks", "digital-mou-2025"]))
    words = {word for line in asked.read_text("utf-8").splitlines() for word in json.loads(line)[1]}
    assert {"^ждут"} <= words
    assert words.isdisjoint({"^Мейтью", "^морских", "^портах", "^таможенными", "^данными", "^shipp.example", "^example"})


def test_without_the_program_one_line_says_how_to_install_it(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    (problem,) = bed.texts.spelling(["talks"])
    assert (problem.code, problem.grade) == ("C091", Grade.ADVICE)
    assert "apt-get install hunspell" in problem.hint
