"""The closed lists of what templates may call: filters, each with the document's ``Speaker``, and tests.

A filter that meets a fact which is not there, or words that cannot be said, records a problem and prints a mark.
"""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import StrictUndefined, pass_context
from jinja2.runtime import Context

from briefgen.compose import agreements, concord, gathering, hours, lists, naming, people, prepared, quantities, reference, speech, tongues
from briefgen.compose.seen import Absent, Seen, Several, Voice
from briefgen.compose.speaker import MissingError, Speaker
from briefgen.errors import Where
from briefgen.facts import Leaf
from briefgen.values import Measure, Moment, PartialDate

Filter = Callable[..., Any]


def _named(*filters: Filter) -> Mapping[str, Filter]:
    return {one.__name__: one for one in filters}


SAYING: Mapping[str, Filter] = {
    **_named(naming.text, naming.opening, naming.aside, naming.name, naming.entry, naming.state, naming.caps),
    **_named(naming.at, naming.to, naming.from_, naming.with_, naming.about),
    **_named(people.mention, people.formally, people.titled, people.post, people.office, reference.refer),
    **_named(tongues.tongues, tongues.autonym, tongues.told, tongues.in_order, tongues.resting, tongues.amount, tongues.field),
    **_named(hours.hours, hours.until, hours.zone),
    **_named(quantities.date, quantities.period, quantities.time, quantities.measure, quantities.count),
    **_named(concord.verb, concord.participle, concord.pronoun, concord.relative, concord.article),
    **_named(agreements.agreement, agreements.instrument, agreements.documents, agreements.counterparts),
    **_named(
        speech.remark,
        speech.reporting,
        speech.spoken,
        speech.saying,
        speech.label,
        speech.tongue,
        speech.number,
        speech.verbatim,
        speech.embargo,
        speech.cited,
        speech.credited,
        speech.as_,
    ),
    **_named(lists.join),
}
"""The filters that say something in the language of the document."""

CHOOSING: Mapping[str, Filter] = _named(
    lists.first, lists.last, lists.rest, lists.subject, lists.specified, lists.having, lists.city, prepared.delegates, gathering.has
)
"""The filters that choose among facts and say nothing."""


def filters() -> Mapping[str, Filter]:
    """The closed list of filters, by the names that templates use."""
    return {name: _spoken(say) for name, say in SAYING.items()} | dict(CHOOSING)


def _spoken(say: Filter) -> Filter:
    """``say`` as Jinja calls it: with the ``Speaker`` of the document that is being composed."""

    @pass_context
    def call(context: Context, value: Any, *args: Any, **kwargs: Any) -> Any:
        speaker: Speaker = context["_speaker"]

        def there() -> Any:
            for one in (value, *args, *kwargs.values()):
                _written(one)
            if isinstance(value, Absent):
                raise MissingError("this fact is not there", "add it to the facts, or ask for it in the condition", value.where, value.address)
            return say(speaker, value, *args, **kwargs)

        return speaker.attempt(there, value.entity if isinstance(value, Seen) else None, speaker.failed)

    return call


@pass_context
def output(context: Context, value: object) -> object:
    """What ``{{ … }}`` prints: words and numbers. A fact printed without a filter is a problem, told with the line that prints it."""
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return value
    speaker: Speaker = context["_speaker"]

    def refuse() -> str:
        _written(value)
        where, address = Where(), ""
        if isinstance(value, Seen):
            where, address = getattr(value.node, "where", where), value.node.address
        elif isinstance(value, Absent):
            where, address = value.where, value.address
        elif not isinstance(value, (Several, Voice)):
            raise MissingError(f"'{value}' is an answer and no words", "use it in a condition", where, address, "T032")
        raise MissingError("this fact is printed without a filter", "add one: {{ … | text }}", where, address, "T032")

    return speaker.attempt(refuse, None, speaker.failed)


def _written(value: object) -> None:
    """Refuse a name that the facts do not have."""
    if isinstance(value, StrictUndefined):
        raise MissingError(str(value._undefined_message), "mend the name in the template", Where(), "", "T031")  # noqa: SLF001  Jinja's own text


TESTS: Mapping[str, Callable[..., bool]] = {
    "single": lambda value: len(value) == 1,
    "pair": lambda value: len(value) == 2,
    "several": lambda value: len(value) > 1,
    "many": lambda value: len(value) > 3,
    "there": bool,
    "oneof": lambda value, *words: isinstance(value, Seen) and isinstance(value.node, Leaf) and str(value.node.value) in words,
    "known_day": lambda value: isinstance(value, Seen) and isinstance(value.node, Leaf) and _exact(value.node.value),
    "yes": lambda value: isinstance(value, Seen) and isinstance(value.node, Leaf) and value.node.value is True,
    "money": lambda value: isinstance(value, Seen) and isinstance(value.node, Leaf) and isinstance(value.node.value, Measure) and value.node.value.is_money,
    "timed": lambda value: isinstance(value, Seen) and isinstance(value.node, Leaf) and isinstance(value.node.value, Moment) and bool(value.node.value.time),
    "female": lambda value: isinstance(value, Seen) and naming.gender(value) == "f",
    "person": lambda value: isinstance(value, Seen) and value.model == "person",
    "state": lambda value: isinstance(value, Seen) and value.model in {"state", "side"},
    "organisation": lambda value: isinstance(value, Seen) and value.model == "organisation",
    "giving": lambda value, *fields: any(one.part(field) for one in value for field in fields),
    "defined": lambda value: not isinstance(value, StrictUndefined),
}
"""The closed list of tests: about how many and what kind, so that ``if`` is for grammar."""


def _exact(value: object) -> bool:
    date = value.date if isinstance(value, Moment) else value
    return isinstance(date, PartialDate) and date.exact is not None
