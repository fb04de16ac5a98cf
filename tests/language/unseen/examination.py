"""Reading the lists, asking the language, and counting what came back."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast

from briefgen.language import Language, Said, Unsayable
from briefgen.values import Case, Gender, Number, Wording

FOLDER = Path(__file__).parent
OBLIQUE: tuple[Case, ...] = ("gen", "dat", "acc", "ins", "prep")
_COLUMNS = {"gender", "animate", "origin", "number", "alternatives", "source", *OBLIQUE}


@dataclass(frozen=True)
class Row:
    """One phrase or name with its right forms; a case may have several."""

    kind: Literal["phrase", "name"]
    asked: Wording
    right: dict[Case, tuple[str, ...]]
    where: str


@dataclass(frozen=True)
class Answer:
    """What the language says in one case. ``said`` is None where it refuses."""

    case: Case
    said: Said | None
    right: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        return self.said is not None and _plain(self.said) in self.right

    @property
    def is_doubted(self) -> bool:
        return self.said is None or self.said.doubt is not None

    def __str__(self) -> str:
        said = "(refused)" if self.said is None else _plain(self.said)
        return f"{self.case}: {said} instead of {' or '.join(self.right)}"


@dataclass
class Result:
    """The rows of one list, answered."""

    name: str
    answers: list[tuple[Row, list[Answer]]] = field(default_factory=list)

    @property
    def forms(self) -> int:
        return sum(len(answers) for _, answers in self.answers)

    @property
    def right(self) -> int:
        return sum(answer.is_right for _, answers in self.answers for answer in answers)

    @property
    def wrong(self) -> list[tuple[Row, list[Answer]]]:
        """The rows with a wrong form, and their wrong forms; a refusal counts as one."""
        found = [(row, [answer for answer in answers if not answer.is_right]) for row, answers in self.answers]
        return [(row, answers) for row, answers in found if answers]

    @property
    def silent(self) -> list[tuple[Row, list[Answer]]]:
        """The rows with a wrong form that carries no doubt, and these forms."""
        found = [(row, [answer for answer in answers if not answer.is_doubted]) for row, answers in self.wrong]
        return [(row, answers) for row, answers in found if answers]

    @property
    def doubted(self) -> list[tuple[Row, list[Answer]]]:
        return [(row, answers) for row, answers in self.answers if any(answer.is_doubted for answer in answers)]

    def figures(self) -> str:
        rows, wrong = len(self.answers), {id(row) for row, _ in self.wrong}
        spared = sum(id(row) not in wrong for row, _ in self.doubted)
        return (
            f"{self.name}: {self.right} of {self.forms} forms right ({100 * self.right / self.forms:.1f} %); "
            f"{len(wrong)} of {rows} rows with a wrong form; WRONG WITHOUT DOUBT: {sum(len(answers) for _, answers in self.silent)} forms; "
            f"{len(self.doubted)} rows with a doubt ({100 * len(self.doubted) / rows:.1f} %), of which {spared} are right all the same"
        )


def lists() -> list[Path]:
    """The lists that lie here."""
    return sorted(FOLDER.glob("*.tsv"))


def read(path: Path) -> list[Row]:
    """The rows of a list; raises ``ValueError`` with file and line where one cannot be read."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = [(number, line) for number, line in enumerate(file, 1) if line.strip() and not line.startswith("#")]
    if not lines:
        raise ValueError(f"{path}: the list is empty")
    header = next(csv.reader([lines[0][1]], delimiter="\t", quoting=csv.QUOTE_NONE))
    names = [name.strip().lower() for name in header]
    kind = next((name for name in ("phrase", "name") if name in names), None)
    if kind is None or not set(OBLIQUE) <= set(names) or set(names) - _COLUMNS - {kind}:
        raise ValueError(f"{path}:{lines[0][0]}: the header needs phrase or name, {', '.join(OBLIQUE)}, and nothing unknown; it has {', '.join(names)}")
    rows = []
    for number, line in lines[1:]:
        cells = [cell.strip() for cell in next(csv.reader([line], delimiter="\t", quoting=csv.QUOTE_NONE))]
        if len(cells) > len(names):
            raise ValueError(f"{path}:{number}: {len(cells)} cells for {len(names)} columns")
        rows.append(_row(kind, dict(zip(names, cells, strict=False)), f"{path.name}:{number}"))
    return rows


def _row(kind: str, cells: dict[str, str], where: str) -> Row:
    given = {key: "" if value == "-" else value for key, value in cells.items()}
    gender, number = given.get("gender", "").lower(), given.get("number", "").lower()
    if gender == "pl":
        gender, number = "", number or "pl"
    animate = given.get("animate", "").lower()
    origin = given.get("origin", "").upper()
    missing = [case for case in OBLIQUE if not given.get(case)]
    faults = [
        f"no {', '.join(missing)}" if missing else "",
        f"gender {gender!r}" if gender not in ("", "m", "f", "n") else "",
        f"number {number!r}" if number not in ("", "sg", "pl") else "",
        f"animate {animate!r}" if animate not in ("", "0", "1", "no", "yes", "false", "true") else "",
        f"origin {origin!r}" if not re.fullmatch("([A-Z]{2})?", origin) else "",
        "no text" if not given[kind] else "",
    ]
    if any(faults):
        raise ValueError(f"{where}: {'; '.join(filter(None, faults))}")
    wording = Wording(
        given[kind],
        gender=cast("Gender | None", gender or None),
        number=cast("Number | None", number or None),
        animate=animate in ("1", "yes", "true"),
        origin=origin or None,
    )
    return Row(cast('Literal["phrase", "name"]', kind), wording, _right(given, where), where)


def _right(given: dict[str, str], where: str) -> dict[Case, tuple[str, ...]]:
    right = {case: [_plain(given[case])] for case in OBLIQUE}
    for item in filter(None, (part.strip() for part in given.get("alternatives", "").split(";"))):
        key, equals, form = (part.strip() for part in item.partition("="))
        case = next((case for case in OBLIQUE if case == key), None)
        if not equals or not form or case is None:
            raise ValueError(f"{where}: alternatives are written gen=…; ins=…, not {item!r}")
        right[case].append(_plain(form))
    return {case: tuple(forms) for case, forms in right.items()}


def examine(language: Language, rows: list[Row], name: str) -> Result:
    """Ask for every oblique case of every row, as an entry of the register with these fields would."""
    return Result(name, [(row, [Answer(case, _ask(language, row, case), right) for case, right in row.right.items()]) for row in rows])


def _ask(language: Language, row: Row, case: Case) -> Said | None:
    try:
        return language.name(row.asked, case) if row.kind == "name" else language.inflect(row.asked, case)
    except Unsayable:
        return None


def told(found: list[tuple[Row, list[Answer]]]) -> Iterator[str]:
    """Rows with forms of theirs, for reading."""
    for row, answers in found:
        for answer in answers:
            doubt = "" if answer.said is None or answer.said.doubt is None else f"  [{answer.said.doubt.why}]"
            yield f"  {row.where}  {row.asked.text} – {answer}{doubt}"


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")
