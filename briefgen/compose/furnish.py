"""What stands around the prose of a document: its picture, its title, running head, foot and mark."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.compose.kind import Kind
from briefgen.compose.seen import Absent, Seen
from briefgen.compose.speaker import MARK, Speaker
from briefgen.compose.typeset import inlines
from briefgen.document import Block, Break, Contents, Document, Fact, Field, Figure, Foreign, Heading, Inline, Text, plain, walk
from briefgen.errors import Problem
from briefgen.facts import Group, Leaf
from briefgen.values import Wording


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that passed the gate: re-encoded pixels, PNG or JPEG, with its size in pixels."""

    data: bytes
    media: str
    size: tuple[int, int]


def figure(picture: Picture | None, speaker: Speaker) -> Iterator[Figure]:
    """The event's picture with its caption, credit and alternative text, where this audience may see them."""
    group = speaker.view.event.fields.get("picture")
    if picture is None or not isinstance(group, Group):
        return
    record = Seen(group)
    alt, caption, credit = (record.part(name) for name in ("alt", "caption", "credit"))
    words: list[Inline] = []
    if isinstance(caption, Seen):
        words.append(Fact(caption.refs, (Text(_text(caption, speaker)),)))
    if isinstance(credit, Seen) and isinstance(credit.node, Leaf):
        said = speaker.heading("Photo: {credit}", credit=str(credit.node.value))
        words += [Text(" "), Fact(credit.refs, (Text(said),))]
    yield Figure("picture", picture.data, picture.media, picture.size, _text(alt, speaker), inlines(tuple(words), speaker.language))


def contents(label: str, role: str, speaker: Speaker) -> Iterator[Block]:
    """The table of contents of a pack, on a page of its own."""
    yield Break("contents.page")
    if label:
        yield Heading("contents.heading", 1, inlines((Text(speaker.heading(label)),), speaker.language), role)
    yield Contents("contents")


def furnish(blocks: tuple[Block, ...], kind: Kind, speaker: Speaker, *, draft: bool) -> Document:
    """``blocks`` as a document of ``kind``, marked as a draft or as embargoed where it is."""
    view, language = speaker.view, speaker.language
    label = speaker.heading(kind.label)
    heading = "" if kind.documents else next((plain(block).strip("\n") for block in blocks if isinstance(block, Heading) and block.level == 1), "")
    title = Seen(view.event).part("title")
    name = language.capitalise(_text(title, speaker)) if isinstance(title, Seen) else heading
    marks = [speaker.heading("EMBARGO")] * bool(view.embargo) + [speaker.heading("DRAFT")] * draft
    return Document(
        kind=kind.name,
        langs=(language.code,),
        title=(heading or f"{label}: {name}").replace("\u00a0", " "),  # for catalogues and searches, which know one space
        content=blocks,
        subject=label,
        running=inlines((Text(f"{label} · {name}"),), language),
        footer=(Field("page-of-pages", speaker.heading("Page {page} of {pages}")),),
        mark=" · ".join(marks),
        draft=draft,
        tracked=draft and view.settings.track_changes == "drafts",
        tags=tuple((code, language.tag_of(code)) for code in dict.fromkeys((language.code, *_foreign(blocks)))),
    )


def _foreign(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The languages of words in another language."""
    return (node.lang for block in blocks for node in walk(block) if isinstance(node, Foreign))


def _text(value: Seen | Absent, speaker: Speaker) -> str:
    """The words of a text without markup; missing ones are a problem like any other."""

    def instead(problem: Problem) -> Wording:
        if problem not in speaker.problems:
            speaker.note(problem)
        return Wording(MARK)

    if isinstance(value, Absent):
        return ""
    return speaker.attempt(lambda: speaker.naming(value)[1], value.node if isinstance(value.node, Leaf) else None, instead).text
