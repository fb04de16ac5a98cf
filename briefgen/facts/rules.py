"""What one event's facts must be to each other, whoever reads them and in whatever language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from briefgen.errors import Grade, Problem, Where
from briefgen.facts.book import Book
from briefgen.facts.dates import days
from briefgen.facts.event import Act, Agreement, Event, Figure, Point, Statement
from briefgen.facts.lists import ACTS, STATUS_OF_ACT
from briefgen.facts.prepared import Opportunity, ProgrammeItem
from briefgen.facts.register import Organisation, Person, Place
from briefgen.facts.walking import held_on, reached
from briefgen.values import Measure, Moment, Span


@dataclass(frozen=True, slots=True)
class Case:
    """One event with what a rule needs to know."""

    event: Event
    book: Book
    name: str

    @property
    def on(self) -> Span | None:
        """The days of the event, where they are known."""
        return days(self.event.when.value) if self.event.when else None


def rules(event: Event, book: Book) -> Iterator[Problem]:
    """All problems between the facts of one event, but for texts and translations."""
    case = Case(event, book, book.name)
    for rule in (_agreements, _statements, _figures, _posts, _circles, _programme, _sides, _defaults):
        yield from rule(case)


def _wrong(where: Where, code: str, what: str, hint: str, address: str, *, grade: Grade = Grade.ERROR) -> Problem:
    return Problem(where, code, what, hint, address=address, grade=grade)


def _agreements(case: Case) -> Iterator[Problem]:
    for key, agreement in (case.event.agreements or {}).items():
        address = f"{case.name}.agreements.{key}"
        dated = [(name, act) for name in ACTS if isinstance(act := getattr(agreement, name), Act)]
        yield from _order(dated, address)
        yield from _status(case, agreement, dated, address)


def _order(dated: list[tuple[str, Act]], address: str) -> Iterator[Problem]:
    for number, (later, act) in enumerate(dated):
        for earlier, before in dated[:number]:
            if earlier == "exchanged" and later == "in_force":
                continue  # originals are often exchanged after a text took effect
            if before.date.value.first > act.date.value.last:
                hint = "correct one of the dates; a date may be as imprecise as it is known"
                yield _wrong(act.date.where, "F060", f"{later} ({act.date.value}) is before {earlier} ({before.date.value})", hint, f"{address}.{later}")
                break


def _status(case: Case, agreement: Agreement, dated: list[tuple[str, Act]], address: str) -> Iterator[Problem]:
    on = case.on
    done = [name for name, act in dated if (act.date.value.first <= on.end.last if on and on.end else name != "ends")]
    derived = STATUS_OF_ACT[done[-1]] if done else ""
    if agreement.status is None:
        if not done:
            if dated and on and on.end:
                name, act = dated[0]
                what = f"{name} ({act.date.value}) is after the event ({on.end})"
                yield _wrong(act.date.where, "F069", what, "mend one of the two dates, or write the agreement's `status`", f"{address}.{name}")
                return
            what = "nothing says how far this agreement has come"
            yield _wrong(
                agreement.where, "F061", what, "write `status: discussed`, agreed or the like, or the date of an act (`signed: …`)", f"{address}.status"
            )
    elif derived and agreement.status.value != derived:
        what = f"the status is '{agreement.status.value}', but {done[-1]} has a date, which makes it '{derived}'"
        yield _wrong(agreement.status.where, "F069", what, "leave the status out; it follows from the acts", f"{address}.status")


def _statements(case: Case) -> Iterator[Problem]:
    for key, statement in (case.event.statements or {}).items():
        yield from _statement(statement, f"{case.name}.statements.{key}")


def _statement(statement: Statement, address: str) -> Iterator[Problem]:
    if (statement.that is None) == (statement.words is None):
        what = "a statement has either `that` (reported) or `words` (the very words)" + (", not both" if statement.that else "; it has neither")
        yield _wrong(statement.where, "F062", what, "reported speech unless the very words are at hand", address)
    if statement.words is not None:
        if statement.original is None:
            yield _wrong(statement.words.where, "F062", "nothing says in which language these words were spoken", "add `original: id`", f"{address}.original")
        elif statement.original.value not in statement.words.value:
            what = f"the words were spoken in '{statement.original.value}', but that text is not here"
            yield _wrong(statement.original.where, "F062", what, "add it, or report the statement with `that`", f"{address}.original")
    elif statement.original is not None:
        yield _wrong(
            statement.original.where, "F062", "`original` belongs to `words`", "leave it out; reported speech is nobody's very words", f"{address}.original"
        )


def _figures(case: Case) -> Iterator[Problem]:
    for key, figure in (case.event.figures or {}).items():
        yield from _figure(figure, f"{case.name}.figures.{key}")


def _figure(figure: Figure, address: str) -> Iterator[Problem]:
    if (figure.value is None) == (figure.series is None):
        what = "a figure has either a `value` or a `series`" + (", not both" if figure.value else "; it has neither")
        yield _wrong(figure.where, "F063", what, "write `value: 92 %`, or `series: {2023: 3.3 billion, 2024: 4.3 billion}`", address)
    values = [figure.value, *(figure.series or {}).values()] if figure.value else list((figure.series or {}).values())
    if figure.unit:
        for fact in values:
            if fact and fact.value.unit and fact.value.unit != figure.unit.value:
                yield _wrong(
                    fact.where, "F063", f"'{fact.value}' is not in {figure.unit.value}, as `unit` says", "leave the unit out in one of the two", address
                )
    if figure.counts and figure.value:
        measure: Measure = figure.value.value
        if not measure.qualifier and not measure.scale and measure.number != Decimal(len(figure.counts)):
            what = f"the figure is {measure.number}, but it counts {len(figure.counts)}"
            yield _wrong(figure.value.where, "F064", what, "correct the figure, or the ids in `counts`", address)


def _posts(case: Case) -> Iterator[Problem]:
    said: set[str] = set()
    for key, where, on in _appearances(case):
        found = case.book.resolve(key, ("people",))
        entry = case.book.entity(*found) if found else None
        record, own = entry or (None, False)
        if not found or not isinstance(record, Person) or key in said:
            continue
        address = f"{case.name}.people.{found[1]}" if own else f"people.{found[1]}"
        if not record.posts:
            said.add(key)
            hint = "add it to `posts` of that person, if there is one"
            yield _wrong(where, "F065", f"no post of '{key}' is known", hint, address, grade=Grade.ADVICE)
        elif on is not None and not held_on(record, on):
            said.add(key)
            hint = "add the post held then, or correct its period"
            yield _wrong(where, "F065", f"'{key}' held none of the posts known on the day in question ({on})", hint, address)


def _appearances(case: Case) -> Iterator[tuple[str, Where, Span | None]]:
    """Who appears, where that is written, and on which day; a statement that names the post itself is left out."""
    event = case.event
    for side in (event.sides or {}).values():
        for fact in (*((side.head,) if side.head else ()), *side.members):
            yield fact.value, fact.where, case.on
    said: list[Statement | Point] = [*(s for s in (event.statements or {}).values() if not s.post), *(event.points or {}).values()]
    for item in said:
        yield from ((fact.value, fact.where, days(item.when.value) if item.when else case.on) for fact in item.by)
    agreed = [getattr(agreement, name) for agreement in (event.agreements or {}).values() for name in ACTS]
    for act in (*agreed, event.exchanged, *(commitment.announced for commitment in (event.commitments or {}).values())):
        if isinstance(act, Act):
            for fact in (*act.witnesses, *(act.by or {}).values()):
                yield fact.value, fact.where, days(act.date.value)


def _circles(case: Case) -> Iterator[Problem]:
    for (section, key), (record, address) in reached(case.book, case.on).items():
        upwards = _upwards(record)
        seen = [key]
        while upwards:
            found = case.book.resolve(upwards, (section,))
            entry = case.book.entity(*found) if found else None
            if not found or not entry:
                break
            if found[1] in seen:
                what = f"'{found[1]}' lies within itself: {' → '.join([*seen, found[1]])}"
                yield _wrong(record.where, "F066", what, "correct `within` or `part_of`", address)
                break
            seen.append(found[1])
            upwards = _upwards(entry[0])


def _upwards(record: object) -> str:
    if isinstance(record, Place) and record.within:
        return str(record.within.value)
    return str(record.part_of.value) if isinstance(record, Organisation) and record.part_of else ""


def _programme(case: Case) -> Iterator[Problem]:
    coverage = case.event.coverage
    items: list[tuple[str, ProgrammeItem | Opportunity]] = [(f"programme.{key}", item) for key, item in (case.event.programme or {}).items()]
    items += [(f"coverage.opportunities.{key}", item) for key, item in ((coverage and coverage.opportunities) or {}).items()]
    for address, item in items:
        if item.start and item.end and _before(item.end.value, item.start.value):
            what = f"this ends ({item.end.value}) before it begins ({item.start.value})"
            yield _wrong(item.end.where, "F067", what, "correct one of the two", f"{case.name}.{address}.end")
    for name in ("doors", "deadline"):
        earlier = getattr(coverage, name, None)
        if coverage and coverage.start and earlier and _before(coverage.start.value, earlier.value):
            what = f"this ({earlier.value}) is after the start ({coverage.start.value})"
            yield _wrong(earlier.where, "F067", what, "correct one of the two", f"{case.name}.coverage.{name}")


def _defaults(case: Case) -> Iterator[Problem]:
    """An embargo is never lent by default: one that was taken for granted would vanish without a word."""
    if case.event.defaults and case.event.defaults.marks.embargo:
        hint = "write `embargo: …` at the top of the file: it holds for all that is in it"
        yield _wrong(case.event.defaults.where, "F068", "an embargo is no default", hint, f"{case.name}.defaults.embargo")


def _before(one: Moment, other: Moment) -> bool:
    if one.date == other.date and one.time and other.time and one.zone == other.zone:
        return one.time < other.time
    return one.date.last < other.date.first


def _sides(case: Case) -> Iterator[Problem]:
    if not case.event.sides:
        return
    sides = set(case.event.sides)
    for key, agreement in (case.event.agreements or {}).items():
        for party in agreement.parties:
            if not sides & set(_homes(case.book, party.value)):
                what, hint = f"the party '{party.value}' is not among the sides of the event", "add it to `sides`, if it took part"
                yield _wrong(party.where, "F090", what, hint, f"{case.name}.agreements.{key}.parties.{party.value}", grade=Grade.ADVICE)


def _homes(book: Book, party: str) -> Iterable[str]:
    """A party itself and the state that it belongs to."""
    yield party
    for kind in ("organisations", "people"):
        found = book.resolve(party, (kind,))
        entry = book.entity(*found) if found else None
        state = (getattr(entry[0], "state", None) or getattr(entry[0], "origin", None)) if entry else None
        if state:
            yield state.value
