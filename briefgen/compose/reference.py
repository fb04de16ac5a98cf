"""How running text refers to people: in full, by the post, by the name, turn by turn, so that no paragraph begins like its neighbour."""

from markupsafe import Markup

from briefgen.compose.lists import join
from briefgen.compose.occasion import people
from briefgen.compose.people import mention, office
from briefgen.compose.seen import Seen, Several
from briefgen.compose.speaker import Speaker
from briefgen.values import Case


def refer(speaker: Speaker, value: Seen | Several, case: Case = "nom") -> Markup:
    """Who it was, as running text says it: one person in full, then by the post and by the name, turn by turn from paragraph to paragraph.

    The post alone stands only where nobody else of the event could be meant by it.
    """
    if len(value) != 1:
        return join(speaker, value, case, "mention")
    (one,) = value
    if one.model != "person":
        return mention(speaker, one, case)
    form, paragraph = speaker.memory.forms.get(one.target.address, ("full", 0))
    moved = paragraph != speaker.memory.paragraph and form != "post"
    return mention(speaker, one, case, "post" if moved and _alone(speaker, one) else "name")


def _alone(speaker: Speaker, person: Seen) -> bool:
    """Whether a person's short post means nobody else whom the event names: "the Minister" does not, where two ministers met."""
    held = office(speaker, person)
    short = held.part("short") if isinstance(held, Seen) else None
    if not isinstance(short, Seen) or not speaker.has(short.node):
        return False
    words = _stems(speaker.naming(short)[1].text)
    others = (office(speaker, one) for one in people(speaker.view) if one.target.address != person.target.address)
    titles = (speaker.naming(title)[1].text for other in others if isinstance(other, Seen) and isinstance(title := other.part("title"), Seen))
    return not any(words <= _stems(title) for title in titles)


def _stems(words: str) -> set[str]:
    """The words of a post without their endings, and without an article: «министр» is heard in «заместитель министра» too."""
    return {word[:6] for word in words.casefold().split() if word != "the"}
