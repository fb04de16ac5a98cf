"""Documents that hold every node, in three languages, for the tests of the writers. Nothing here is real; the words are as long as real ones."""

import io
from dataclasses import replace

from PIL import Image, ImageDraw

from briefgen.compose import Kind, pair
from briefgen.document import (
    Block,
    Break,
    Cell,
    Comment,
    Contents,
    Document,
    Emph,
    Fact,
    Field,
    Figure,
    Foreign,
    Heading,
    Inline,
    Item,
    LineBreak,
    Link,
    List,
    Note,
    Pair,
    Para,
    Part,
    Ref,
    Row,
    Section,
    Side,
    Table,
    Text,
)
from tests.write.sample_words import WORDS

TAGS = (("id", "id-ID"), ("en", "en-GB"), ("ru", "ru-RU"))


def t(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def fact(text: str, *refs: str) -> Fact:
    return Fact(refs or ("event.fact",), t(text))


def picture(width: int = 900, height: int = 560) -> bytes:
    """A drawn stand-in for a photograph: a table, two people, two flags of no country."""
    image = Image.new("RGB", (width, height), "#dfe5ec")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height * 0.66, width, height), fill="#8a6f55")
    for x, colour in ((0.32, "#27405f"), (0.62, "#5a3342")):
        draw.ellipse((width * x, height * 0.22, width * (x + 0.09), height * 0.38), fill="#d9b79a")
        draw.rectangle((width * (x - 0.03), height * 0.38, width * (x + 0.12), height * 0.7), fill=colour)
    data = io.BytesIO()
    image.save(data, "PNG")
    return data.getvalue()


KIND = Kind("press-release", "Press release", "public", "block", (), (), ("en", "id", "ru"), ())
_FOREIGN = {"en": "id", "id": "en", "ru": "id"}


def _table(words: dict[str, object], key: str = "steps") -> Table:
    columns, rows = words["col"], words["rows"]
    assert isinstance(columns, tuple)
    assert isinstance(rows, tuple)
    head = Row(f"{key}.head", tuple(Cell((Para(f"{key}.head.{n}", t(name)),), header=True) for n, name in enumerate(columns)))
    body = tuple(Row(f"{key}.{n}", tuple(Cell((Para(f"{key}.{n}.{m}", (fact(text),)),)) for m, text in enumerate(row))) for n, row in enumerate(rows))
    return Table(key, (head, *body), widths=(2, 3, 2), caption=t(str(words["table"])), role="data")


def _facts(words: dict[str, object]) -> Table:
    pairs = words["keys"]
    assert isinstance(pairs, tuple)
    rows = (
        Row(f"keys.{n}", (Cell((Para(f"keys.{n}.label", t(label)),), header=True), Cell((Para(f"keys.{n}.value", (fact(value),)),))))
        for n, (label, value) in enumerate(pairs)
    )
    return Table("keys", tuple(rows), widths=(1, 3), role="key-facts")


def _list(words: dict[str, object], key: str, ordered: bool = False, role: str = "") -> List:
    return List(key, tuple(Item(f"{key}.{n}", (Para(f"{key}.{n}.text", t(str(words[f"item{n}"]))),)) for n in (1, 2, 3)), ordered=ordered, role=role)


def blocks(lang: str) -> tuple[Block, ...]:
    """The blocks of a press release in one language."""
    w = dict(WORDS[lang])
    say = {key: str(value) for key, value in w.items()}
    return (
        Para("issuer", t(say["issuer"]), role="issuer"),
        Para("kicker", t(say["kicker"]), role="kicker"),
        Para("meta", t(say["meta"]), role="meta"),
        Para("release", t(say["release"]), role="release"),
        Heading("headline", 1, (fact(say["title"]),)),
        Para("subhead", t(say["subhead"]), role="subhead"),
        Para("lead", (Emph(t(say["lead"]), "strong"), Text(say["lead2"])), role="lead"),
        Para("body", (fact(say["body"]), Note("originals", t(say["note"])))),
        Para("quote", t(say["quote"]), role="quote"),
        Para(
            "figures",
            (
                Text(say["figures"]),
                Fact(("trade.2025",), t(say["amount"])),
                Text(say["figures2"]),
                Text(" ("),
                Ref("steps", say["see"]),
                Text(")"),
                Note("source", (Link("https://example.org/trade", t("example.org/trade")),)),
            ),
        ),
        _facts(w),
        Section(
            "background",
            (
                Heading("background.heading", 2, t(say["heading"])),
                Para("background.text", (Text(say["quote"] + " "), Foreign(_FOREIGN[lang], (Emph(t(say["term"])),)), Text(". " + say["body"]))),
                Heading("background.agreed", 3, t(say["subheading"])),
                _list(w, "agreed"),
                _table(w),
            ),
        ),
        Figure("photo", picture(), "image/png", (900, 560), say["alt"], caption=(Text(say["caption"] + " "), Emph(t("example.org")))),
        Para("end", t(say["end"]), role="end-mark"),
        Heading("notes.heading", 3, t(say["notes"])),
        _list(w, "notes", ordered=True, role="notes"),
        Para(
            "contact",
            (
                Emph(t(say["contact"]), "strong"),
                LineBreak(),
                Comment(say["comment"], t("+62 21 555 0142")),
                LineBreak(),
                Link("mailto:press@example.org", t("press@example.org")),
            ),
            role="contact",
        ),
    )


def release(lang: str, *, mark: bool = False) -> Document:
    """A press release of two pages or so."""
    say = WORDS[lang]
    return Document(
        "press-release",
        (lang,),
        str(say["title"]),
        blocks(lang),
        subject=str(say["kicker"]),
        running=t(str(say["title"])),
        footer=(Text(str(say["issuer"]) + "  ·  "), Field("page-of-pages", str(say["footer"]))),
        mark=str(say["mark"]) if mark else "",
        draft=mark,
        tags=TAGS,
    )


def pack(left: str, right: str) -> Document:
    """The same press release side by side, with a page break and a rule."""
    pairs = [Pair(one.key, Side(left, (one,)), Side(right, (two,))) for one, two in zip(blocks(left), blocks(right), strict=True)]
    pairs.insert(8, Pair("only-left", Side(left, (Para("only-left.text", t(str(WORDS[left]["body"]))),)), Side(right, ())))
    say, other = WORDS[left], WORDS[right]
    return Document(
        "press-release",
        (left, right),
        f"{say['title']} / {other['title']}",
        (*pairs[:12], Break("rule", "rule"), *pairs[12:], Break("page"), *pairs[7:9]),
        running=(Text(str(say["kicker"]) + "  ·  "), Foreign(right, t(str(other["kicker"])))),
        footer=(Field("page-of-pages", "{page} / {pages}"),),
        mark=f"{say['mark']} · {other['mark']}",
        tags=TAGS,
    )


def bound(*langs: str) -> Document:
    """A pack in one language or two: a cover, contents, the press release twice, and a matrix that lies across."""

    def both(key: str, name: str, role: str) -> Block:
        sides = [Side(lang, (Para(key, t(str(WORDS[lang][name])), role),)) for lang in langs]
        return sides[0].content[0] if len(sides) == 1 else Pair(key, *sides)

    say = WORDS[langs[0]]
    cover: tuple[Block, ...] = (both("issuer", "issuer", "cover-issuer"), both("title", "title", "cover-title"), Break("contents.page"))
    alone = [release(lang) for lang in langs]
    tables = [replace(one, content=(one.content[1], _table(WORDS[one.lang]))) for one in alone]
    whole, matrix = (sides[0] if len(sides) == 1 else pair(sides[0], sides[1], KIND) for sides in (alone, tables))
    parts = (
        Part("press-release", "press-release", langs, tuple(map(_below, whole.content)), whole.running),
        Part("agreements", "agreements", langs, tuple(map(_below, matrix.content)), t(str(say["table"]))),
        Part("second", "press-release", langs, tuple(map(_below, whole.content)), t(str(say["subheading"]))),
    )
    content = (*cover, Contents("contents", 3), *parts)
    return Document("pack", langs, str(say["title"]), content, running=t(str(say["subhead"])), footer=(Field("page-of-pages", str(say["footer"])),))


def _below(block: Block) -> Block:
    """A block of a document that is bound into a pack: its kicker is its heading, its other headings stand below that."""
    match block:
        case Para(role="kicker"):
            return Heading(block.key, 1, block.content, "kicker")
        case Heading():
            return replace(block, level=block.level + 1, role=block.look)
        case Section():
            return replace(block, content=tuple(map(_below, block.content)))
        case Pair():
            left, right = (replace(side, content=tuple(map(_below, side.content))) for side in (block.left, block.right))
            return replace(block, left=left, right=right)
        case _:
            return block


def note(lang: str) -> Document:
    """A briefing note: handling line, numbered points, a long table that crosses a page."""
    w = dict(WORDS[lang])
    say = {key: str(value) for key, value in w.items()}
    table = _table(w, "long")
    many = tuple(Row(f"{row.key}.{n}", row.cells) for n in range(14) for row in table.rows[1:])
    return Document(
        "briefing-note",
        (lang,),
        say["title"],
        (
            Para("handling", t("Internal"), role="handling"),
            Heading("title", 1, t(say["title"])),
            _facts(w),
            *(
                Section(
                    f"s{n}",
                    (Heading(f"s{n}.heading", 2, t(f"{n}. {say['heading']}")), Para(f"s{n}.text", t(say["body"])), _list(w, f"s{n}.list", ordered=n % 2 == 0)),
                )
                for n in (1, 2, 3)
            ),
            Table("long", (table.rows[0], *many), table.widths, table.caption, "data"),
        ),
        running=t(say["title"]),
        footer=(Field("page-of-pages", say["footer"]),),
        mark="Internal",
        tags=TAGS,
    )
