"""Questions as a table for a colleague who knows the language, and the table back: CSV, which every office program opens."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from briefgen.check.questions import Question
from briefgen.errors import BriefgenError, Problem, Where

COLUMNS = ("file", "address", "language", "text", "form", "proposed", "also possible", "why", "sentence", "confirmed")
_DELIMITERS = ";,\t"


def sheet(questions: Iterable[Question]) -> bytes:
    """A row a question; the last column is for the answer. UTF-8 with a mark and semicolons, as spreadsheets of Indonesia and Russia read it."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";")
    rows.writerow(COLUMNS)
    for question in questions:
        asked = question.asked
        sentence = "{}[{}]{}".format(*question.sentence)
        row = [asked.where.file, asked.address, asked.language, question.nominative, asked.form]
        rows.writerow([_inert(cell) for cell in (*row, asked.said, " / ".join(asked.alternatives), asked.why, sentence, "")])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def answers(data: bytes, file: str, questions: Sequence[Question]) -> Mapping[Question, str]:
    """The answers in a table that came back; rows without one are passed over.

    :param file: the name of the table for problems.
    :raises BriefgenError: Q002 where it is no such table, Q003 for each row that answers nothing that is asked now.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BriefgenError(Problem(Where(file), "Q002", f"byte {error.start} is not UTF-8", "save it as CSV in UTF-8")) from None
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    rows = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    names = ("address", "language", "text", "form", "confirmed")
    if missing := [name for name in names if name not in (rows.fieldnames or ())]:
        what = f"the table has no column {', '.join(missing)}"
        raise BriefgenError(Problem(Where(file, 1), "Q002", what, "take the table that `briefgen check --confirm --export` writes"))
    waiting = {(one.asked.address, one.asked.language, one.nominative, one.asked.form): one for one in questions}
    found: dict[Question, str] = {}
    wrong = []
    for row in rows:
        answer = (row["confirmed"] or "").strip()
        if not answer:
            continue
        key = tuple((row[name] or "").removeprefix("'") if name == "text" else row[name] or "" for name in names[:-1])
        question = waiting.get((key[0], key[1], key[2], key[3]))
        if question is None:
            what = f"nothing asks for {row['form']} of «{row['text']}» [{row['language']}]"
            hint = "it was confirmed already, or the text has changed: export the table anew"
            wrong.append(Problem(Where(file, rows.line_num), "Q003", what, hint, row["address"] or ""))
        else:
            found[question] = answer
    if wrong:
        raise BriefgenError(wrong)
    return found


def _inert(cell: str) -> str:
    """``cell`` so that a spreadsheet does not take it for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell
