"""The tables of cases: what each language says. A row is read aloud as: ``call`` of ``of`` with the rest says ``says``.

``says`` may be a mapping of cases (gen: …, ins: …). ``doubt: yes`` expects a doubt, ``fails: yes`` that it cannot be said.
Spaces in the tables are plain; what the methods set as no-break spaces is tested in test_typography.py.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefgen import lines
from briefgen.language import Language, Said, Unsayable, arguments
from briefgen.values import Moment, Span, Wording

CASES = Path(__file__).parent / "cases"
CODES = tuple(sorted(path.stem for path in CASES.glob("*.yaml") if "-" not in path.stem))
_WORDING = {"gender", "number", "animate", "indeclinable", "origin", "plural"}


@cache
def language(code: str) -> Language:
    return Language(code)


def rows(code: str) -> Iterator[Any]:
    for path in (CASES / f"{code}.yaml", *sorted(CASES.glob(f"*-{code}.yaml"))):
        table = lines.read(path)
        assert isinstance(table["cases"], lines.Seq)
        for row in table["cases"]:
            assert isinstance(row, lines.Map)
            yield pytest.param(code, row, id=f"{path.stem}:{row.where.line}")


def plain(value: Any) -> Any:
    """A node of the table as Python: yes and no are truth values, all else text."""
    if isinstance(value, lines.Map):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, lines.Seq):
        return [plain(item) for item in value]
    return {"yes": True, "no": False}.get(str(value), str(value))


def say(code: str, row: Mapping[str, Any], case: str | None = None) -> Said:
    given = {key: value for key, value in row.items() if key not in ("call", "of", "says", "doubt", "fails", "forms")}
    of = row["of"] if isinstance(row["of"], list) else [row["of"]]
    call = row["call"]
    if call == "join":
        of = [of]
    if call == "span":
        start, end = (None if end == ".." else arguments.date(end) for end in of)
        of = [Span(start, end)]
    if call == "moment":
        date, time, zone = of
        of = [Moment(arguments.date(date), dt.time.fromisoformat(time), zone)]
    if call in ("inflect", "count", "at", "about", "with_") and (_WORDING & given.keys() or "forms" in row):
        words = {key: given.pop(key) for key in list(given) if key in _WORDING and not (call == "inflect" and key in ("number", "animate"))}
        if words.pop("plural", False):  # the phrase is plural as it stands; `number` of inflect asks for another
            words["number"] = "pl"
        of[-1] = Wording(of[-1], **words, forms=row.get("forms", {}))
    if case:
        given["case"] = case
    method = getattr(language(code), call)
    said: Said = method(*of, **given)
    return said


@pytest.mark.parametrize(("code", "row"), [row for code in CODES for row in rows(code)])
def test_row(code: str, row: lines.Map) -> None:
    wanted = plain(row)
    if wanted.get("fails"):
        with pytest.raises(Unsayable):
            say(code, wanted)
        return
    if wanted["call"] == "concord":
        assert [value or "none" for value in language(code).concord(wanted["of"])] == wanted["says"]
        return
    expected = wanted["says"] if isinstance(wanted["says"], dict) else {None: wanted["says"]}
    said = {case: say(code, wanted, case) for case in expected}
    assert {case: str(words).replace("\u00a0", " ") for case, words in said.items()} == expected
    assert any(getattr(words, "doubt", None) for words in said.values()) == wanted.get("doubt", False), said
