"""The YAML reader: text with places, and every refusal at its line and column."""

import os
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import BriefgenError, Problem, Where
from briefgen.lines import Map, RefusedError, Seq, Str, parse, read
from briefgen.lines.reader import DEEPEST, LARGEST


def refused(data: bytes | str) -> list[str]:
    """What is refused, as ``line:column code: what; hint``."""
    with pytest.raises(BriefgenError) as caught:
        parse(data.encode() if isinstance(data, str) else data, "f.yaml")
    return [f"{p.where.line}:{p.where.column} {p.code}: {p.what}; {p.hint}" for p in caught.value.problems]


def test_every_scalar_is_text() -> None:
    assert parse(b"a: NO\nb: 014\nc: 22:30\nd: 1_000\ne: 2026-02-30\nf: true\ng: 4.3e5\n", "f") == {
        "a": "NO", "b": "014", "c": "22:30", "d": "1_000", "e": "2026-02-30", "f": "true", "g": "4.3e5",
    }  # fmt: skip


def test_null_and_empty_are_the_empty_text() -> None:
    assert parse(b"a:\nb: ~\nc: null\nd: ''\ne: '~'\n", "f") == {"a": "", "b": "", "c": "", "d": "", "e": "~"}


def test_an_empty_file_is_an_empty_mapping() -> None:
    assert parse(b"", "f") == parse(b"# nothing yet\n", "f") == {}


def test_every_node_knows_its_place() -> None:
    text = "я: {ru: 'б в'}\nlist:\n  - one\n  - |\n    two\n    lines\n"
    root = parse(text.encode(), "f")
    inner, items = root["я"], root["list"]
    assert isinstance(inner, Map)
    assert isinstance(items, Seq)
    quoted, one, block = inner["ru"], items[0], items[1]
    assert isinstance(quoted, Str)
    assert isinstance(one, Str)
    assert isinstance(block, Str)
    assert [n.where for n in (inner, quoted, one, block)] == [Where("f", 1, 4), Where("f", 1, 9), Where("f", 3, 5), Where("f", 4, 5)]
    assert [n.style for n in (quoted, one, block)] == ["quoted", "plain", "block"]
    assert root.keys_where == {"я": Where("f", 1, 1), "list": Where("f", 2, 1)}
    assert text[quoted.offset : quoted.end] == "'б в'"
    assert text[one.offset : one.end] == "one"
    assert block == "two\nlines\n"


def test_behind_a_refused_key_the_others_keep_their_places() -> None:
    with pytest.raises(RefusedError) as told:
        parse(b"a: 1\na: 2\nb: 3\n", "f")
    assert told.value.root is not None
    assert told.value.root.keys_where == {"a": Where("f", 1, 1), "b": Where("f", 3, 1)}


def test_windows_line_ends_and_one_byte_order_mark_are_read() -> None:
    root = parse(b"\xef\xbb\xbfa: 1\r\nb: |\r\n  x\r\n  y\r\n", "f")
    assert root == {"a": "1", "b": "x\ny\n"}
    assert root.keys_where["b"] == Where("f", 2, 1)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: &x b\n", "1:4 Y007: '&x' sets an anchor"),
        ("a: *x\n", "1:4 Y007: '*x' refers to an anchor"),
        ("<<: {a: b}\n", "1:1 Y007: '<<' merges groups"),
        ("a: !!python/object:x y\n", "1:4 Y007: '!!python/object:x' is a YAML tag"),
        ("a: !include x\n", "1:4 Y007: '!include' is a YAML tag"),
        ("a: b\n---\nc: d\n", "2:1 Y007: '---' begins a second document"),
        ("%YAML 1.2\n---\na: b\n", "1:1 Y007: a line that begins with '%'"),
        ("? [a]\n: b\n", "1:3 Y007: a name is expected here"),
        ("- a\n", "1:1 Y007: the file must hold names"),
        ("a: 1\nb: 2\na: 3\n", "3:1 Y005: 'a' is written twice, first in line 1"),
        ("a: {embargo: x, b: 1, embargo: y}\n", "1:23 Y005: 'embargo' is written twice, first in line 1"),
        ("a:\n\u00a0\u00a0b: c\n", "2:1 Y007: the name '\\xa0\\xa0b' holds a no-break"),
        ('a: "x\\0y"\n', "1:4 Y003: this text holds the character U+0000"),
        ("a: x\x07\n", "1:5 Y003: the character U+0007"),
        ("a: x\u2028y\n", "1:5 Y003: the character U+2028"),
        ("a: x\x85y\n", "1:5 Y003: the character U+0085"),
        ("\ufeff\ufeffa: b\n", "1:1 Y003: the character U+FEFF"),
    ],
)  # fmt: skip
def test_refuses(text: str, says: str) -> None:
    assert [line for line in refused(text) if line.startswith(says)], refused(text)


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("x: {id: aman, kuat, en: safe}\n", "1:15", "each language on its own line"),
        ("a: rule: one\n", "1:8", "put the text in quotes"),
        ('a: "Siap" kata dia\n', "1:11", "quote the whole text"),
        ("a: 'it's'\n", "1:8", "quote the whole text"),
        ('a: "x\nb: y\n', "1:4", "close it at the end of the text"),
        ("a: >270 million\n", "1:6", "over 270 million"),
        ("a: %x\n", "1:4", "put the text in quotes"),
        ("a: @x\n", "1:4", "put the text in quotes"),
        ("a: * x\n", "1:5", "put the text in quotes"),
        ("a: `x`\n", "1:4", "put the text in quotes"),
        ("a:\n\tb: c\n", "2:1", "indent with spaces"),
        ("kind:signing\ntitle: x\n", "2:6", "a space after the colon"),
        ("a: [x, y\nb: c\n", "2:2", "close it with ']'"),
        ("a: {b: c\n", "2:1", "close it with '}'"),
        ("a: {b: c}}\n", "1:10", "delete it"),
        ("a: - b\n", "1:4", "one entry a line"),
        ("a: x\nb\nc: d\n", "3:1", "indent it to go on"),
        ("  a: b\nc: d\n", "2:1", "at the left edge"),
        ("a:\n    b: c\n   d: e\n", "3:4", "the same indent"),
        ('a: "C:\\qux"\n', "1:7", "use single quotes"),
        ("a: ? b\n", "1:4", "put the text in quotes"),
        ("a: ]\n", "1:4", "put the text in quotes"),
    ],
)  # fmt: skip
def test_each_trap_has_its_place_and_its_hint(text: str, place: str, hint: str) -> None:
    found = refused(text)
    assert [line for line in found if line.startswith(f"{place} ") and hint in line], found


def test_all_problems_of_a_file_come_at_once() -> None:
    found = refused("a: &x 1\nb: *x\nc: !t 2\na: 3\nd: {e, f: 1}\n")
    assert [line.split(" ")[0] for line in found] == ["1:4", "2:4", "3:4", "4:1", "5:5"]


def test_many_problems_are_cut_off() -> None:
    assert len(refused("".join("a: 1\n" for _ in range(5000)))) < 300


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused_where_it_begins(opening: str) -> None:
    found = refused(opening * 100_000)
    assert any(f"more than {DEEPEST} deep" in line for line in found)


def test_forty_levels_are_read() -> None:
    assert parse(("a: " + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1)).encode(), "f")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("a: Москва и Россия\n".encode("cp1251"), "1:4 Y002: byte 0xCC (the 4th of the file) is not UTF-8; it looks like Windows-1251"),
        ("a: b\nc: café\n".encode("latin-1"), "2:7 Y002: byte 0xE9 (the 12th of the file) is not UTF-8; it looks like Windows-1252"),
        ("a: b".encode("utf-16"), "1:1 Y002: the file is in UTF-16"),
        ("a: b".encode("utf-32"), "1:1 Y002: the file is in UTF-32"),
        ("a: b".encode("utf-16-le"), "1:1 Y002: the file is not in UTF-8 (every second byte is zero"),
        (b"a: \xed\xa0\x80", "1:4 Y002: byte 0xED (the 4th of the file) is not UTF-8; half of a surrogate pair"),
        (b"a: b\x00", "1:5 Y003: the character U+0000"),
    ],
)
def test_other_encodings_are_named_not_guessed(data: bytes, says: str) -> None:
    assert refused(data)[0].startswith(says), refused(data)


def test_lone_surrogates_never_get_in() -> None:
    assert refused('a: "\\ud800"\n')


def test_bombs_are_refused_before_they_grow() -> None:
    bomb = "a: &a [x]\n" + "".join(f"k{n}: &k{n} [*a, *a]\n" for n in range(50))
    assert all("anchor" in line for line in refused(bomb))


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "big.yaml").write_bytes(b"#" * (LARGEST + 1))
    os.mkfifo(tmp_path / "pipe.yaml")
    for name, says in [
        ("big.yaml", "more than the 2048 KB"),
        ("pipe.yaml", "not a regular file"),
        (".", "not a regular file"),
        ("none.yaml", "cannot be opened"),
    ]:
        with pytest.raises(BriefgenError) as caught:
            read(tmp_path / name, name)
        assert says in caught.value.problems[0].what
        assert caught.value.problems[0].where.file == name


def test_read_names_the_file_as_given(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text("a: b\n", encoding="utf-8")
    assert read(path).where.file == str(path)
    assert read(path, "sources/x/facts.yaml").where.file == "sources/x/facts.yaml"


@given(st.text(alphabet=st.sampled_from(list("ab:-# \n'\"{}[],&*!|>%@`?~<\t\r\\я\u00a0")), max_size=60))
def test_whatever_is_written_is_read_or_refused(text: str) -> None:
    root, problems = attempt(text.encode())
    assert all(p.where.line >= 1 and p.what for p in problems)
    if not problems:  # what is read is what PyYAML reads, as text
        assert list(root) == _plain(text)


def _plain(text: str) -> list[str]:
    loaded = yaml.load(text, Loader=yaml.CBaseLoader)
    return ["" if key in ("~", "null") else key for key in loaded] if isinstance(loaded, dict) else []


@given(st.binary(max_size=40))
def test_no_bytes_do_harm(data: bytes) -> None:
    root, problems = attempt(data)
    assert problems or isinstance(root, Map)


def attempt(data: bytes) -> tuple[Map, tuple[Problem, ...]]:
    """What is read, or what is wrong; anything else is a fault of the reader."""
    try:
        return parse(data, "f"), ()
    except BriefgenError as error:
        return Map(), error.problems
