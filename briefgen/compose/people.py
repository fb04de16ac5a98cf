"""Filters for who it was: in full at first mention, in a short form after, with the post that a person held on the day."""

from typing import Any

from markupsafe import Markup

from briefgen.compose.memory import Form
from briefgen.compose.naming import inflected, name
from briefgen.compose.occasion import state_of
from briefgen.compose.seen import Absent, Seen
from briefgen.compose.speaker import MissingError, Speaker
from briefgen.facts import Group, Leaf, Link
from briefgen.values import Case


def mention(speaker: Speaker, value: Seen, case: Case = "nom", by: str = "name") -> Markup:
    """A person or an organisation: in full at first mention, in its short form after; ``by="post"`` prefers a person's short post."""
    if value.model in {"state", "side"}:
        return name(speaker, value, case)
    first = speaker.memory.first(value.target.address)
    if value.model == "person":
        return _in_full(speaker, value, case) if first else _in_short(speaker, value, case, by)
    return _abbreviated(speaker, value, case, first=first)


def _abbreviated(speaker: Speaker, value: Seen, case: Case, *, first: bool) -> Markup:
    """An organisation with its abbreviation in brackets where it comes again, and by its abbreviation alone after."""
    target = value.target
    refs, wording = speaker.naming(value)
    abbr = target.fields.get("abbr") if isinstance(target, Group) else None
    if not isinstance(abbr, Leaf) or not speaker.has(abbr):
        return speaker.mark(refs, inflected(speaker, value, wording, case), later=not first, where=target.where)
    short = speaker.wording(abbr)
    if not first:
        return speaker.mark((*value.refs, abbr.address), inflected(speaker, value, short, case), later=True)
    full = speaker.mark(refs, inflected(speaker, value, wording, case), where=target.where)
    if not speaker.memory.introduce(abbr.address, short.text):
        return full
    return speaker.phrase("abbreviated", {"full": full, "abbr": speaker.mark((abbr.address,), short.text, later=True)})


def _in_full(speaker: Speaker, person: Seen, case: Case) -> Markup:
    """A person with post and state; a title that names its state already is not followed by it."""
    _remember(speaker, person, "full")
    names: dict[str, Any] = {"person": person, "case": case}
    held = office(speaker, person)
    if isinstance(held, Absent):
        return speaker.phrase("person_bare", names)
    title, short = held.part("title"), held.part("short")
    names |= {"post": title, "office": held, "home": state_of(held) == speaker.view.settings.home}
    if isinstance(short, Seen) and speaker.has(short.node):
        refs, wording = speaker.naming(short)
        if speaker.memory.introduce(short.node.address, wording.text):
            names["abbr"] = speaker.mark(refs, wording.text, later=True)
    titled = _names_state(speaker, held, title)
    if speaker.protocol:
        return speaker.phrase("person_protocol", names | {"office": Absent("", held.node.where) if titled else held})
    return speaker.phrase("person_titled" if titled else "person_of_state", names)


def _in_short(speaker: Speaker, person: Seen, case: Case, by: str) -> Markup:
    """A person mentioned before: the short post if asked for and known, else the short name, else the name."""
    held = office(speaker, person)
    post = held.part("short") if isinstance(held, Seen) and by == "post" else None
    if isinstance(post, Seen) and speaker.has(post.node):
        _remember(speaker, person, "post")
        refs, wording = speaker.naming(post)
        return speaker.mark((*person.refs, *refs), speaker.language.inflect(wording, case), later=True)
    _remember(speaker, person, "name")
    short = person.part("short")
    refs, wording = speaker.naming(short if isinstance(short, Seen) else person)
    return speaker.mark((*person.refs, *refs), inflected(speaker, person, wording, case), later=True, where=person.target.where)


def _remember(speaker: Speaker, person: Seen, form: Form) -> None:
    if not speaker.memory.paused:
        speaker.memory.forms[person.target.address] = (form, speaker.memory.paragraph)


def _names_state(speaker: Speaker, held: Seen, title: Seen | Absent) -> bool:
    """Whether a title says its state already ("President of the Russian Federation"), so that prose does not say it twice."""
    code = state_of(held)
    if not code or not isinstance(title, Seen):
        return True
    said = speaker.naming(title)[1].text
    forms = {str(speaker.language.state(code, form, case)) for form in ("short", "formal") for case in ("nom", "gen")}
    return any(speaker.language.bare(form) in said for form in forms)


def formally(speaker: Speaker, value: Seen, case: Case = "nom") -> Markup:
    """A person's name as a list or a programme has it: with the honorific, in a language that has one."""
    honorific = value.part("honorific")
    if isinstance(honorific, Seen) and speaker.has(honorific.node):
        return speaker.phrase("honoured", {"it": value, "case": case})
    return name(speaker, value, case)


def titled(speaker: Speaker, value: Seen) -> Markup:
    """A person as a list names one, "Lira Santani, Minister of Transport of Indonesia", in full each time; anybody else by name."""
    held = office(speaker, value) if value.model == "person" else None
    if not isinstance(held, Seen):
        return name(speaker, value)
    title = held.part("title")
    return speaker.phrase("listed", {"person": value, "post": title, "office": held, "home": _names_state(speaker, held, title)})


def office(speaker: Speaker, value: Seen) -> Seen | Absent:
    """The post that a person held on the day, to be asked for and printed with another filter."""
    found = _held(speaker, value)
    return Seen(found, value.refs) if found else Absent(f"{value.target.address}.posts", value.target.where)


def post(speaker: Speaker, value: Seen, case: Case = "nom", form: str = "title") -> Markup:
    """The post that a person held on the day, in full or in its short form."""
    found = _held(speaker, value)
    if found is None:
        raise MissingError("no post is known for that day", "add the post and its period to the person", value.target.where, value.target.address)
    refs, wording = speaker.naming(Seen(found, value.refs), form)
    return speaker.mark(refs, speaker.language.inflect(wording, case), where=found.target.where)


def _held(speaker: Speaker, person: Seen) -> Link | None:
    return speaker.view.person_post(person.target, speaker.day()) if isinstance(person.target, Group) else None
