"""Reads what is there before any event: ``desk.yaml`` and the register, each as far as it can be read."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from briefgen.errors import BriefgenError, Problem, Where
from briefgen.facts.events import problems_of, read_on
from briefgen.facts.index import Ids, Index, ids_of, merge
from briefgen.facts.reading import Reading, Unread
from briefgen.facts.record import Record
from briefgen.facts.register import SECTIONS, Register
from briefgen.facts.settings import DeskFile, Settings
from briefgen.lines import Map

FILE = "desk.yaml"


@dataclass(slots=True)
class Opened:
    """What a desk begins with. ``problems`` are of every grade; where one is an error, all else is as it was probably meant."""

    settings: Settings
    register: dict[str, dict[str, Record]] = field(default_factory=lambda: {section: {} for section in SECTIONS})
    ids: Ids = field(default_factory=Ids)
    problems: tuple[Problem, ...] = ()
    mentioned: frozenset[tuple[str, str]] = frozenset()
    unread: Unread = frozenset()


def opened(root: Path) -> Opened:
    """The settings and the register of the desk in ``root``.

    :raises BriefgenError: where ``desk.yaml`` cannot be read at all, or its format is a newer one.
    """
    settings, problems, unread = _settings(root)
    found = Opened(settings)
    raws: list[Map] = []
    for path in sorted((root / "sources" / "register").glob("*.yaml")):
        try:
            inside(path, root)
            raw, refused = read_on(path, f"sources/register/{path.name}")
        except BriefgenError as error:
            raw, refused = None, error.problems
        problems += refused
        if raw is None:
            found.ids.unread.update(SECTIONS)
            continue
        raws.append(raw)
        problems += merge(found.ids, ids_of(raw, Register))
    index = Index(found.ids, Ids())
    mentioned: set[tuple[str, str]] = set()
    for raw in raws:
        reading = Reading(languages=settings.languages, units=settings.units, whole=raw)
        record = Register.model_validate(raw, context=reading)
        wrong, guessed = problems_of(Register, raw, reading, index, "")
        problems += wrong
        unread |= guessed
        mentioned.update(meant for mention in reading.mentions for meant in index.find(str(mention.node), mention.kinds))
        for section in SECTIONS:
            found.register[section].update(getattr(record, section, None) or {})
    found.problems, found.unread, found.mentioned = tuple(sorted(set(problems))), unread, frozenset(mentioned)
    return found


def inside(path: Path, root: Path) -> None:
    """Refuse what leads out of the desk."""
    if not path.resolve().is_relative_to(root.resolve()):
        raise BriefgenError(Problem(Where(str(path.relative_to(root))), "D006", "this leads out of the desk", "put the file itself into the desk"))


def _settings(root: Path) -> tuple[Settings, list[Problem], Unread]:
    path = root / FILE
    if not path.is_file():
        raise BriefgenError(Problem(Where(), "D001", f"there is no {FILE} in this folder", "make a desk with: briefgen init DIR"))
    raw, refused = read_on(path, FILE)
    if raw is None:
        raise BriefgenError(refused)
    reading = Reading(languages=_languages(raw), whole=raw)
    record = DeskFile.model_validate(raw, context=reading)
    found, unread = problems_of(DeskFile, raw, reading, None, "desk")
    if newer := [problem for problem in found if problem.code == "D002"]:
        raise BriefgenError(newer)  # a newer format is refused by name, not by many unknown keys
    settings = Settings.of(record)
    good = []
    for fact, pair in zip(record.pairs, settings.pairs, strict=True):
        if unknown := [code for code in pair if code not in settings.languages]:
            what = f"the pair '{fact.value}' needs {unknown[0]}, which is not among the desk's languages"
            found.append(Problem(fact.where, "D003", what, "add it to languages", address="desk.pairs"))
        else:
            good.append(pair)
    return replace(settings, pairs=tuple(good)), [*refused, *found], unread


def _languages(raw: Map) -> tuple[str, ...]:
    listed = raw.get("languages", ())
    return tuple(str(code) for code in listed) if isinstance(listed, tuple) else (str(listed),)
