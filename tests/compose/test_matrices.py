"""Lists and matrices: delegations in the order of their sides, every text with its acts, every commitment with how it stands; no empty column."""

from pathlib import Path

import pytest

from briefgen.compose import compose, kinds
from briefgen.document import Table, plain, walk
from briefgen.language import Language
from tests.compose.desks import HEAD, REGISTER, ROOT, view, words

TEXT = "{id: membangun, en: build a port, ru: построить порт}"
STEP = "{audience: delegation, what: " + TEXT + ", who: [RU], due: 2026-05}"


def people(count: int) -> str:
    """The register with so many persons of no post."""
    more = "".join(f"  guest-{n}: {{name: {{id: Tamu {n}, en: Guest {n}, ru: Гость {n}}}, gender: m, origin: RU}}\n" for n in range(count))
    return REGISTER.replace("posts:\n  minister-id:", f"{more}posts:\n  minister-id:")


def said(folder: Path, kind: str, facts: str, code: str = "en", audience: str = "delegation", register: str = REGISTER) -> str:
    return words(compose(view(folder, HEAD + facts, audience, register=register), kinds([ROOT / "templates"])[kind], Language(code)))


def heads(folder: Path, kind: str, facts: str, audience: str) -> list[list[str]]:
    """The heads of the tables of a document in English."""
    found = compose(view(folder, HEAD + facts, audience), kinds([ROOT / "templates"])[kind], Language("en")).document
    return [[plain(cell.content[0]).strip() for cell in node.rows[0].cells] for node in walk(found) if isinstance(node, Table)]


@pytest.mark.parametrize(
    ("members", "says"),
    [
        (1, {"en": "Total: 2 people", "id": "Jumlah: 2 orang", "ru": "Всего: 2 человека"}),
        (4, {"en": "Total: 5 people", "id": "Jumlah: 5 orang", "ru": "Всего: 5 человек"}),
        (20, {"en": "Total: 21 people", "id": "Jumlah: 21 orang", "ru": "Всего: 21 человек"}),
    ],
)
def test_a_delegation_is_counted_as_the_language_counts(tmp_path: Path, members: int, says: dict[str, str]) -> None:
    facts = f"sides: {{RU: {{head: head-ru, members: [{', '.join(f'guest-{n}' for n in range(members))}]}}}}\n"
    for code, line in says.items():
        assert said(tmp_path / code, "delegations", facts, code, register=people(members)).endswith(line)


def test_one_person_alone_is_not_counted_nor_called_the_head(tmp_path: Path) -> None:
    assert said(tmp_path, "delegations", "sides: {RU: head-ru}\n").split("\n")[-3:] == ["1", "Tomas Arden", "Minister of Transport"]


def test_rank_is_the_order_that_is_written(tmp_path: Path) -> None:
    facts = "sides: {RU: {head: head-ru, members: [guest-2, guest-0, guest-1]}}\n"
    lines = said(tmp_path, "delegations", facts, register=people(3)).split("\n")
    assert [line for line in lines if line.startswith(("Guest", "Tomas"))] == ["Tomas Arden", "Guest 2", "Guest 0", "Guest 1"]


@pytest.mark.parametrize(("code", "name"), [("en", "H.E. Tomas Arden"), ("id", "Y.M. Tomas Arden"), ("ru", "Томас Арден")])
def test_an_honorific_is_printed_where_the_language_has_one(tmp_path: Path, code: str, name: str) -> None:
    register = REGISTER.replace("  head-ru:\n", "  head-ru:\n    honorific: {id: Y.M., en: H.E.}\n")
    assert name in said(tmp_path, "delegations", "sides: {RU: head-ru}\n", code, register=register).split("\n")


@pytest.mark.parametrize(
    ("code", "head"), [("en", "Delegation of the Republic of Indonesia"), ("id", "Delegasi Republik Indonesia"), ("ru", "Делегация Республики Индонезия")]
)
def test_a_delegation_bears_the_formal_name_of_its_state(tmp_path: Path, code: str, head: str) -> None:
    assert head in said(tmp_path, "delegations", "sides: {ID: head-id}\n", code).split("\n")


LEAST = "agreements:\n  one: {parties: [ID, RU], status: drafted}\n"
MOST = (
    "when: 2026-04-14\nsides: [ID, RU]\nexchanged: {date: 2026-04-14, place: jakarta, witnesses: [head-id]}\n"
    "agreements:\n  one: {instrument: agreement, field: ports, number: 7/2026, parties: [ID, RU], initialled: 2026-03-01,"
    " in_force: 2026-05, valid_for: 5 years,"
    " languages: [id, ru], depositary: ID, renewal: {kind: by-agreement, period: 2 years, notice: 6 months},"
    " signed: {date: 2026-04-14, place: jakarta, by: {ID: head-id, RU: head-ru}}, next_step: " + STEP.replace("delegation", "public") + "}\n"
)


def test_a_list_of_agreements_has_only_the_columns_that_it_needs(tmp_path: Path) -> None:
    usual = ["No.", "Document", "Parties", "Date, place, signatories"]
    assert heads(tmp_path / "a", "agreements", LEAST, "public") == [[*usual, "Status"]]
    assert heads(tmp_path / "b", "agreements", MOST, "public") == [[*usual, "Validity", "Status", "Next step"]]


def test_a_list_of_agreements_says_all_that_was_done_to_a_text(tmp_path: Path) -> None:
    lines = said(tmp_path, "agreements", MOST, audience="public").split("\n")
    wanted = [
        "No. 7/2026", "Languages: Indonesian, Russian", "Depositary: Indonesia", "Initialled: 1 March 2026", "Signed: 14 April 2026, Jakarta",
        "Lira Santani, Minister of Transport of Indonesia", "In force: May 2026", "Five years", "Renewal: by agreement, two years",
        "Period of notice: six months", "Build a port", "Russia", "Due: May 2026",
        "Exchange of texts: 14 April 2026, Jakarta. Witnesses: Lira Santani, Minister of Transport of Indonesia",
    ]  # fmt: skip
    assert [line for line in wanted if line not in lines] == []


def test_a_next_step_is_in_no_list_for_the_public_unless_it_says_so(tmp_path: Path) -> None:
    assert "Build a port" not in said(tmp_path, "agreements", MOST.replace("audience: public", "audience: delegation"), audience="public")


PLEDGES = "sides: [ID, RU]\nagreements:\n  text: {parties: [ID, RU], status: drafted, field: ports}\ncommitments:\n  one: {what: " + TEXT


def test_a_matrix_has_only_the_columns_that_it_needs(tmp_path: Path) -> None:
    assert heads(tmp_path / "a", "follow-up", PLEDGES + "}\n", "internal") == [["No.", "Action", "Responsible"]]
    more = ", due: 2026-09, status: in-hand, under: text, who: [RU], next_step: " + STEP + "}\n"
    assert heads(tmp_path / "b", "follow-up", PLEDGES + more, "internal") == [["No.", "Action", "Responsible", "Under", "Due", "State of work", "Next step"]]


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("en", ["Build a port", "Both sides", "Late", "Blocked", "In hand"]),
        ("id", ["Membangun", "Kedua pihak", "Terlambat", "Terhambat", "Sedang dikerjakan"]),
        ("ru", ["Построить порт", "Обе стороны", "Просрочено", "Приостановлено", "Выполняется"]),
    ],
)
def test_a_commitment_stands_as_an_instruction_with_how_it_stands(tmp_path: Path, code: str, says: list[str]) -> None:
    more = ", status: late}\n  two: {what: " + TEXT + ", status: blocked}\n  three: {what: " + TEXT + ", status: in-hand}\n"
    lines = said(tmp_path, "follow-up", PLEDGES + more, code, audience="internal").split("\n")
    assert [line for line in says if line not in lines] == []
