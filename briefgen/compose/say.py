"""The filters of prose: a fact goes in with its address, and comes out as this language says it, as markup.

Each filter is a thin door to the ``Language`` method of the same name. What cannot be said is recorded as a problem and
printed as a mark, so that one run finds every problem; what is said with a doubt is recorded and marked for confirmation.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from briefgen.compose.memory import Memory
from briefgen.compose.occasion import state_of, word
from briefgen.compose.seen import Absent, Seen, Several
from briefgen.errors import Grade, Problem, Where
from briefgen.facts import Group, Leaf, View
from briefgen.language import Language, Said, Unsayable
from briefgen.values import Case, Measure, Moment, PartialDate, Span, Wording

Sayable = Seen | Several | Absent | str

_MARK = "\N{REPLACEMENT CHARACTER}"


class Missing(Exception):
    """Something that prose needs is not in the facts."""

    def __init__(self, what: str, hint: str, where: Where, address: str, code: str = "T030") -> None:
        super().__init__(what)
        self.problem = Problem(where, code, what, hint, address)


@dataclass
class Speaker:
    """Says facts in one language for one document, and remembers what it said."""

    language: Language
    view: View
    phrase: Callable[[str, Mapping[str, Any]], Markup]
    """Renders a named block of the language's ``_phrases`` file."""
    memory: Memory = field(default_factory=Memory)
    problems: list[Problem] = field(default_factory=list)

    # ── markup ──

    def mark(self, refs: Iterable[str], said: str, *, later: bool = False, where: Where | None = None) -> Markup:
        """``said`` as a fact made from ``refs``; a doubt that it carries is recorded and marked."""
        doubt = getattr(said, "doubt", None)
        refs = tuple(refs)
        extra = ' later="yes"' if later else ""
        if doubt:
            hint = f"write the form in the register, for instance {', '.join(doubt.alternatives)}" if doubt.alternatives else "write the form in the register"
            number = self.note(Problem(where or Where(), "L020", f"'{said}': {doubt.why}", hint, refs[-1] if refs else "", grade=Grade.DOUBT))
            extra += f' problem="{number}" confirm="{escape(doubt.why)}"'
        return Markup(f'<fact ref="{escape(" ".join(refs))}"{extra}>{escape(str(said))}</fact>')  # noqa: S704  every part is escaped

    def note(self, problem: Problem) -> int:
        """Record a problem; its number ties it to the template line that met it."""
        self.problems.append(problem)
        return len(self.problems) - 1

    def failed(self, problem: Problem) -> Markup:
        """A mark in place of what could not be said."""
        return Markup(f'<fact ref="" problem="{self.note(problem)}">{_MARK}</fact>')  # noqa: S704  a number

    # ── words ──

    def wording(self, leaf: Leaf) -> Wording:
        """The text of a fact in this language."""
        found = leaf.value.get(self.language.code) if isinstance(leaf.value, Mapping) else None
        if found is None:
            raise Missing("this text is missing", f"add '{self.language.code}: …'", leaf.where, leaf.address, "F040")
        return found

    def naming(self, value: Seen, form: str = "name") -> tuple[tuple[str, ...], Wording]:
        """The addresses and the words that name an entity: a state, a term, an organisation, a person, a text."""
        target = value.target
        if isinstance(target, Leaf):
            return value.refs, self.wording(target)
        if isinstance(target, Group):
            if target.model == "side":
                party = value.part("party")
                return self.naming(party, form) if isinstance(party, Seen) else ((), Wording(""))
            if target.model == "state" and "name" not in target.fields:
                return value.refs, self.language.state_wording(target.key, "formal" if form == "formal" else "short")
            for name in (form, "name", "title"):
                leaf = target.fields.get(name)
                if isinstance(leaf, Leaf) and (name != "abbr" or self.language.code in leaf.value):  # type: ignore[operator]  # a text
                    return (*value.refs, leaf.address), self.wording(leaf)
        raise Missing("there is no name to print here", "name it in the facts, or leave it out of the prose", target.where, target.address)

    # ── filters ──

    def text(self, value: Seen, case: Case = "nom", number: Any = None) -> Markup:
        """A text of the facts; a noun phrase in its case."""
        refs, wording = self.naming(value)
        if case == "nom" and number is None:
            return self.mark(refs, wording.text)
        return self.mark(refs, self.language.inflect(wording, case, number=number), where=value.target.where)

    def aside(self, value: Seen, case: Case = "nom") -> Markup:
        """A text that explains and states nothing of its own, so that parity does not count it."""
        refs, wording = self.naming(value)
        return self.mark(refs, self.language.inflect(wording, case), later=True, where=value.target.where)

    def name(self, value: Seen, case: Case = "nom", form: str = "name") -> Markup:
        """The name of an entity, in its case."""
        refs, wording = self.naming(value, form)
        return self.mark(refs, self.inflected(value, wording, case), where=value.target.where)

    def inflected(self, value: Seen, wording: Wording, case: Case) -> str:
        """``wording`` of ``value`` in its case: a person's name by the rules of names, all else as a phrase."""
        if case == "nom":
            return wording.text
        if value.model == "person":
            return self.language.name(wording, case, gender=gender(value), origin=state_of(value) or None)  # type: ignore[arg-type]
        return self.language.inflect(wording, case)

    def mention(self, value: Seen, case: Case = "nom", by: str = "name") -> Markup:
        """A person or an organisation: in full at first mention, in its short form after; ``by="post"`` prefers a person's short post."""
        if value.model == "person":
            return self._person(value, case, by)
        if value.model in {"state", "side"}:
            return self.name(value, case)
        refs, wording = self.naming(value)
        target = value.target
        abbr = target.fields.get("abbr") if isinstance(target, Group) else None
        known = isinstance(abbr, Leaf) and self.language.code in abbr.value  # type: ignore[operator]  # a text
        first = self.memory.first(target.address)
        if not known:
            return self.mark(refs, self.inflected(value, wording, case), later=not first, where=target.where)
        assert isinstance(abbr, Leaf)  # noqa: S101  for mypy
        if not first:
            return self.mark((*value.refs, abbr.address), self.inflected(value, self.wording(abbr), case), later=True)
        full = self.mark(refs, self.inflected(value, wording, case), where=target.where)
        return self.phrase("abbreviated", {"full": full, "abbr": self.mark((abbr.address,), self.wording(abbr).text, later=True)})

    def _person(self, value: Seen, case: Case, by: str) -> Markup:
        person = value.target
        assert isinstance(person, Group)  # noqa: S101  for mypy
        post = self.view.person_post(person, self.day())
        if not self.memory.first(person.address):
            short = value.part("short")
            office = Seen(post, value.refs).part("short") if post and by == "post" else None
            if isinstance(office, Seen) and self.language.code in office.node.value:  # type: ignore[union-attr,operator]  # a text
                refs, wording = self.naming(office)
                return self.mark((*value.refs, *refs), self.language.inflect(wording, case), later=True)
            refs, wording = self.naming(short if isinstance(short, Seen) else value)
            return self.mark((*value.refs, *refs), self.inflected(value, wording, case), later=True, where=person.where)
        names: dict[str, Any] = {"person": value, "case": case}
        if post is None:
            return self.phrase("person_bare", names)
        seen = Seen(post, value.refs)
        title = seen.part("title")
        names |= {"post": title, "office": seen, "home": state_of(seen) == self.view.settings.home}
        return self.phrase("person_titled" if self._names_state(seen, title) else "person_of_state", names)

    def _names_state(self, post: Seen, title: "Seen | Absent") -> bool:
        """Whether a title says its state already ("President of the Russian Federation"), so that prose does not say it twice."""
        code = state_of(post)
        if not code or not isinstance(title, Seen):
            return True
        said = self.naming(title)[1].text
        forms = {str(self.language.state(code, form, case)) for form in ("short", "formal") for case in ("nom", "gen")}
        return any(form.removeprefix("the ") in said for form in forms)

    def post(self, value: Seen, case: Case = "nom", form: str = "title") -> Markup:
        """The post that a person held on the day, in full or in its short form."""
        assert isinstance(value.target, Group)  # noqa: S101  for mypy
        post = self.view.person_post(value.target, self.day())
        if post is None:
            raise Missing("no post is known for that day", "add the post and its period to the person", value.target.where, value.target.address)
        refs, wording = self.naming(Seen(post, value.refs), form)
        return self.mark(refs, self.language.inflect(wording, case), where=post.target.where)

    def day(self) -> PartialDate | None:
        """The day of the event, as precise as known."""
        when = self.view.event.fields.get("when")
        if not isinstance(when, Leaf):
            return None
        value = when.value
        if isinstance(value, Moment):
            return value.date
        if isinstance(value, Span):
            return value.start
        return value if isinstance(value, PartialDate) else None

    def state(self, value: Seen, case: Case = "nom", form: str = "short") -> Markup:
        """The state of an entity, by its short or formal name; not a fact of its own."""
        code = state_of(value)
        return self.mark(value.refs, self.language.state(code, form, case), later=True)

    def at(self, value: Seen) -> Markup:
        """A place with the preposition that it takes."""
        refs, wording = self.naming(value)
        return self.mark(refs, self.language.at(wording), where=value.target.where)

    def with_(self, value: Seen) -> Markup:
        """«с» or «со» and the instrumental; "with", "dengan"."""
        refs, wording = self.naming(value)
        return self.mark(refs, self.language.with_(wording), where=value.target.where)

    def about(self, value: Seen) -> Markup:
        """«о», «об» or «обо» and the prepositional; "on", "tentang"."""
        refs, wording = self.naming(value)
        return self.mark(refs, self.language.about(wording), where=value.target.where)

    def date(self, value: Seen, style: str = "long") -> Markup:
        """A date, as precise as the fact; styles as in ``Language.date``."""
        found = value.target.value if isinstance(value.target, Leaf) else None
        if value.model == "act":
            inner = value.part("date")
            return self.date(inner, style) if isinstance(inner, Seen) else self._no_date(value)
        if isinstance(found, Moment):
            found = found.date
        if isinstance(found, PartialDate):
            return self.mark(value.refs, self.language.date(found, style))
        if isinstance(found, Span):
            return self.mark(value.refs, self.language.span(found, style))
        return self._no_date(value)

    def _no_date(self, value: Seen) -> Markup:
        raise Missing("this is no date", "print it with another filter", value.target.where, value.target.address)

    def time(self, value: Seen) -> Markup:
        """The time of day with the name of its zone."""
        found = value.target.value if isinstance(value.target, Leaf) else None
        if not isinstance(found, Moment) or found.time is None:
            raise Missing("no time of day is known", "write it as 2025-06-19 14:00", value.target.where, value.target.address)
        return self.mark(value.refs, self.language.time(found.time, found.zone or self.view.settings.zone))

    def measure(self, value: Seen, case: Case = "nom", style: str | None = None) -> Markup:
        """A quantity with its unit and its qualifier."""
        if isinstance(value.target, Group):
            inner = value.part("value")
            return self.measure(inner, case, style) if isinstance(inner, Seen) else self._no_date(value)
        found = value.target.value if isinstance(value.target, Leaf) else None
        if not isinstance(found, Measure):
            raise Missing("this is no quantity", "write it as '5 years' or '92 %'", value.target.where, value.target.address)
        return self.mark(value.refs, self.language.measure(found, case, style))

    def count(self, value: Seen | Several, noun: str, case: Case = "nom", style: str = "text") -> Markup:
        """How many there are, with a noun of the template's own: «четыре документа»."""
        return self.mark(value.refs, self.language.count(len(value), noun, case, style))

    def join(self, value: Seen | Several, case: Case = "nom", how: str = "name") -> Markup:
        """A list as a sentence has it. ``how`` is the filter that says each item: name, mention, at, text, agreement…"""
        say = {
            "name": self.name, "mention": self.mention, "agreement": self.agreement, "text": self.text, "formal": self._formal,
            "subject": self._subject, "what": self._what, "described": self._described,
        }[how]  # fmt: skip
        items = [say(item, case) for item in value]
        pieces = str(self.language.join([f"\x00{n}\x00" for n in range(len(items))])).split("\x00")
        return Markup("").join(items[int(piece)] if n % 2 else escape(piece) for n, piece in enumerate(pieces))

    def _subject(self, value: Seen, case: Case = "nom") -> Markup:
        about = subject(value)
        if about is None:
            raise Missing("nothing says what this document is about", "add 'field: TERM'", value.target.where, f"{value.node.address}.field")
        return self.name(Seen(about.node, (value.node.address, *about.via)), case)

    def _what(self, value: Seen, case: Case = "nom") -> Markup:
        what = value.part("what")
        if isinstance(what, Absent):
            raise Missing("nothing says what is to be done", "add 'what'", what.where, what.address)
        return self.text(what, case)

    def _described(self, value: Seen, case: Case = "nom") -> Markup:
        return self.phrase("described", {"it": value, "case": case})

    def _formal(self, value: Seen, case: Case = "nom") -> Markup:
        return self.name(value, case, "formal")

    def agreement(self, value: Seen, case: Case = "nom", article: str = "") -> Markup:
        """An agreement as a common noun with its field: "memorandum of understanding on shipbuilding"; ``article="a"`` puts one before it."""
        about = subject(value)
        noun = self.instrument(value, case, article=article)
        if about is None:
            return noun
        return self.phrase("agreement", {"noun": noun, "field": about, "case": case})

    def instrument(self, value: Seen, case: Case = "nom", number: Any = None, article: str = "") -> Markup:
        """The instrument's own noun, without its field."""
        kind = value.part("instrument")
        refs = (value.node.address,) if isinstance(kind, Absent) else (value.node.address, kind.node.address)
        said: str = self.language.inflect(self.language.instrument(word(value, "instrument") or "document"), case, number=number)
        return self.mark(refs, self.language.article(said) if article else said, where=value.target.where)

    def documents(self, value: Several, noun: str, case: Case = "nom", style: str = "text") -> Markup:
        """How many agreements, by the noun of their common instrument, else by the template's ``noun``."""
        kinds = {word(one, "instrument") for one in value}
        shared = kinds.pop() if len(kinds) == 1 else ""
        said = self.language.count(len(value), self.language.instrument(shared) if shared else noun, case, style)
        refs = [one.node.address for one in value] + [f"{one.node.address}.instrument" for one in value if shared]
        return self.mark(refs, said)

    def saying(self, words: str, value: Seen) -> Markup:
        """The template's own ``words`` as what says the fact: a closed word such as ``automatic`` inside a sentence."""
        return self.mark(value.refs, words)

    def pronoun(self, value: Seen | Several, case: Case = "nom") -> Markup:
        """The pronoun that stands for whoever it is; a later mention."""
        kind, number = self.agreeing(value)
        return self.mark(value.refs, self.language.pronoun(kind, case, number=number), later=True)

    def office(self, value: Seen) -> Seen | Absent:
        """The post that a person held on the day, to be asked for and printed with another filter."""
        post = self.view.person_post(value.target, self.day()) if isinstance(value.target, Group) else None
        return Seen(post, value.refs) if post else Absent(f"{value.target.address}.posts", value.target.where)

    def counterparts(self, value: Seen) -> Several:
        """The parties of an agreement that are not ours."""
        home = self.view.settings.home
        return Several(tuple(party for party in value.part("parties") if state_of(party) != home))

    def remark(self, value: Seen, position: int) -> Markup:
        """A statement as a sentence. Which phrase says it follows from what it is, then from its ``position`` with its speaker.

        ``remark_words`` for a quotation, ``remark_first`` and ``remark_again`` where a speaker begins, ``remark_act`` where the fact
        itself says that it was hoped, stressed or proposed, and else ``remark_by`` and ``remark_added`` in turn.
        """
        speakers = list(value.part("by"))
        again = all(self.memory.spoke(speaker.target.address) for speaker in speakers)
        own = self.view.settings.home in map(state_of, speakers)
        if value.part("words"):
            name = "remark_words"
        elif position == 1:
            name = "remark_again" if again else "remark_first" if own else "remark_partner"
        elif word(value, "act") not in {"", "say"}:
            name = "remark_act"
        else:
            name = "remark_by" if position % 2 == 0 else "remark_added"
        return self.phrase(name, {"it": value})

    def embargo(self, value: Seen) -> Markup:
        """The line that says until when nothing may be published: the latest embargo of what is visible."""
        latest = max(self.view.embargo, key=lambda moment: (moment.date.last, moment.time is not None and moment.time))
        said = self.language.label("Embargoed until {moment}", moment=self.language.moment(latest, "embargo"))
        return self.mark(value.refs, said, later=True)

    def verb(self, infinitive: str, subject_: Seen | Several) -> Markup:
        """A verb in the past that agrees with its subject."""
        return escape(self.language.verb(infinitive, *self.agreeing(subject_)))

    def participle(self, infinitive: str, subject_: Seen | Several) -> Markup:
        """A short passive participle that agrees with its subject."""
        return escape(self.language.participle(infinitive, *self.agreeing(subject_)))

    def agreeing(self, value: Seen | Several) -> tuple[Any, Any]:
        """Gender and number of a subject."""
        if len(value) != 1:
            return None, "pl"
        (one,) = value
        if one.model == "person":
            return gender(one), "sg"
        if one.model == "agreement":
            wording = self.language.instrument(word(one, "instrument") or "document")
        else:
            wording = self.naming(one)[1]
        return wording.gender or "m", wording.number or "sg"

    def article(self, value: Seen | str) -> Markup:
        """The noun with its indefinite article, where a language has one."""
        if isinstance(value, str):
            return escape(self.language.article(value))
        refs, wording = self.naming(value)
        return self.mark(refs, self.language.article(wording.text))

    def label(self, value: Seen | str) -> Markup:
        """A label of the catalogue, or a word of a closed list (``by-agreement``) as the catalogue labels it."""
        if isinstance(value, str):
            return escape(self.language.label(value))
        found = value.target.value if isinstance(value.target, Leaf) else ""
        return self.mark(value.refs, self.language.label(str(found).replace("-", " ").replace("_", " ")))

    def heading(self, msgid: str) -> str:
        """A label that the kind asks for; a missing one is a problem like any other."""
        try:
            return self.language.label(msgid)
        except Unsayable as error:
            self.note(Problem(Where(), "L010", str(error), error.hint))
            return _MARK

    def number(self, value: Seen) -> Markup:
        """A plain string or number of the facts, as written."""
        found = value.target.value if isinstance(value.target, Leaf) else ""
        return self.mark(value.refs, str(found))

    def caps(self, value: Seen) -> Markup:
        """A name in capitals, for a dateline."""
        refs, wording = self.naming(value)
        return self.mark(refs, wording.text.upper())

    def verbatim(self, value: Seen, language: "Seen | Absent") -> Markup:
        """A plain string of the facts, such as the title of a source, marked as being in ``language``."""
        words = self.number(value)
        code = str(language.node.value) if isinstance(language, Seen) and isinstance(language.node, Leaf) else self.language.code
        return words if code == self.language.code else Markup('<foreign lang="{}">{}</foreign>').format(code, words)

    def cited(self, value: Seen) -> Markup:
        """A note with the sources of a fact, each once in a document: at the first fact that rests on it."""
        notes = []
        for source in sources(value.target):
            reference = self.view.references.get(source.partition("#")[0])
            if reference is not None and self.memory.first(reference.address):
                words = self.phrase("reference", {"it": Seen(reference)})
                notes.append(Markup('<note key="{}">{}</note>').format(reference.key, words))
        return Markup("").join(notes)

    def as_(self, value: Sayable, name: str, case: Case = "nom") -> Markup:
        """A fact as the block ``name`` of the language's phrases says it: what several kinds of document say alike."""
        return self.phrase(name, {"it": value, "case": case})


def sources(node: Any) -> Iterable[str]:
    """The sources of the first fact in ``node`` that has any."""
    if isinstance(node, Leaf):
        return node.sources
    children: Iterable[Any] = node.fields.values() if isinstance(node, Group) else getattr(node, "items", {}).values()
    return next((found for child in children if isinstance(child, (Leaf, Group)) and (found := sources(child))), ())


def subject(agreement: Seen) -> Seen | None:
    """What an agreement is about: its field, or the one thing in its scope."""
    about = agreement.part("field")
    if isinstance(about, Seen):
        return about
    scope = agreement.part("scope")
    return next(iter(scope)) if isinstance(scope, Seen) and len(scope) == 1 else None


def gender(person: Seen) -> str:
    """The gender of a person, which the model requires."""
    return word(person, "gender")


FILTERS = (
    "text", "aside", "name", "mention", "post", "state", "at", "with_", "about", "date", "time", "measure", "count", "join", "agreement", "instrument", "documents", "saying", "pronoun", "office", "counterparts", "remark", "embargo", "verb",
    "participle", "article", "label", "number", "caps", "verbatim", "cited", "as_",
)  # fmt: skip


def filters() -> Mapping[str, Callable[..., Any]]:
    """The closed list of filters, each bound to the ``Speaker`` of the document that is being composed."""
    return {name: _filter(name) for name in FILTERS} | {"first": _first, "rest": _rest, "last": _last, "city": _city, "subject": _subject}


def _filter(name: str) -> Callable[..., Any]:
    @pass_context
    def call(context: Context, value: Sayable, *args: Any, **kwargs: Any) -> Any:
        speaker: Speaker = context["_speaker"]
        try:
            if isinstance(value, StrictUndefined):
                raise Missing(str(value._undefined_message), "mend the name in the template", Where(), "", "T031")  # noqa: SLF001  Jinja's own text
            if isinstance(value, Absent):
                raise Missing("this fact is not there", "add it to the facts, or ask for it in the condition", value.where, value.address)
            return getattr(speaker, name)(value, *args, **kwargs)
        except Missing as missing:
            problem = missing.problem
        except Unsayable as error:
            leaf = value.target if isinstance(value, Seen) else None
            problem = Problem(leaf.where if leaf else Where(), "L010", str(error), error.hint, leaf.address if leaf else "")
        return speaker.failed(problem)

    return call


def _items(value: Any) -> tuple[Seen, ...]:
    return tuple(value)


def _first(value: Any) -> Any:
    return next(iter(value), Absent("", Where()))


def _last(value: Any) -> Any:
    return (_items(value) or (Absent("", Where()),))[-1]


def _rest(value: Any) -> Several:
    return Several(_items(value)[1:])


def _subject(value: Seen) -> "Seen | Absent":
    return subject(value) or Absent(f"{value.node.address}.field", value.node.where)


def _city(value: Sayable) -> Sayable:
    """The town of a place: what it lies within, as far out as the facts say."""
    while isinstance(value, Seen) and isinstance(outer := value.part("within"), Seen):
        value = outer
    return value


TESTS: Mapping[str, Callable[..., bool]] = {
    "single": lambda value: len(value) == 1,
    "several": lambda value: len(value) > 1,
    "many": lambda value: len(value) > 3,
    "there": lambda value: bool(value),
    "oneof": lambda value, *words: isinstance(value, Seen) and isinstance(value.node, Leaf) and str(value.node.value) in words,
    "known_day": lambda value: isinstance(value, Seen) and isinstance(value.node, Leaf) and _exact(value.node.value),
    "female": lambda value: isinstance(value, Seen) and gender(value) == "f",
    "person": lambda value: isinstance(value, Seen) and value.model == "person",
    "state": lambda value: isinstance(value, Seen) and value.model in {"state", "side"},
    "organisation": lambda value: isinstance(value, Seen) and value.model == "organisation",
    "defined": lambda value: not isinstance(value, StrictUndefined),
}
"""The closed list of tests: about how many and what kind, so that `if` is for grammar."""


def _exact(value: object) -> bool:
    date = value.date if isinstance(value, Moment) else value
    return isinstance(date, PartialDate) and date.exact is not None


__all__ = ["FILTERS", "TESTS", "Said", "Speaker", "filters", "subject"]
