"""The build's promises about files, with a maker of documents that needs no facts: each file says what its event's facts say."""

import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from briefgen.build import Order, build, finish
from briefgen.build.edits import changed_by_hand, refusals
from briefgen.build.files import hash_of
from briefgen.build.inputs import Inputs
from briefgen.build.manifest import Entry, Manifest
from briefgen.build.run import Tick
from briefgen.errors import BriefgenError, Problem, Where

EVENTS = ("talks", "visit")


def make(order: Order, inputs: Inputs, manifest: Manifest, tick: Tick, workers: object) -> SimpleNamespace:
    """Stands in for ``briefgen.build.make``: plain words instead of documents, by the same rules of what is out of date."""
    calls.append(order)
    words = {event: (order.root / "sources" / event / "facts.yaml").read_bytes() for event in EVENTS}
    names = {f"{event}/note.en.txt": event for event in EVENTS}
    if wrong := [Problem(Where(f"sources/{event}/facts.yaml", 1), "F001", "is wrong") for event in EVENTS if b"wrong" in words[event]]:
        raise BriefgenError(wrong)
    keys = {name: inputs.key(event, "note", ("en",)) for name, event in names.items()}
    same = {name for name, entry in manifest.files.items() if keys.get(name) == entry.key and hash_of(order.out / name)}
    touched = set(changed_by_hand(order.out, same, manifest))
    stale = [name for name in names if name not in same or (order.overwrite and name in touched)]
    if not order.overwrite and (refused := refusals(order.out, changed_by_hand(order.out, set(stale) & set(manifest.files), manifest))):
        raise BriefgenError(refused)
    files = {name: words[names[name]] for name in stale}
    draft = {name: words[names[name]].count(b"doubt") for name in stale}
    entries = {name: Entry(sha256(data).hexdigest(), keys[name], bool(draft[name]), draft[name]) for name, data in files.items()}
    rest = [name for name in names if name not in stale]
    return SimpleNamespace(
        files=files, entries=entries, names=tuple(names), current=tuple(set(rest) - touched), edited=tuple(set(rest) & touched), doubts=(), left=()
    )  # fmt: skip


calls: list[Order] = []


@pytest.fixture
def order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Order:
    calls.clear()
    fake = ModuleType("briefgen.build.make")
    fake.make = make  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "briefgen.build.make", fake)
    monkeypatch.setattr("briefgen.build.workers.possible", lambda: False)
    for event in EVENTS:
        (tmp_path / "desk/sources" / event).mkdir(parents=True)
        (tmp_path / "desk/sources" / event / "facts.yaml").write_text(f"facts of {event[0]}")
    (tmp_path / "desk/desk.yaml").write_text("format: 1")
    return Order(tmp_path / "desk", tmp_path / "out")


def say(order: Order, event: str, words: str) -> None:
    (order.root / "sources" / event / "facts.yaml").write_text(words)


TALKS, VISIT = "talks/note.en.txt", "visit/note.en.txt"


def test_a_build_writes_what_was_asked_for_and_then_has_nothing_to_do(order: Order) -> None:
    assert sorted(build(order).written) == [TALKS, VISIT]
    assert (order.out / TALKS).read_text() == "facts of t"
    again = build(order)
    assert again.written == ()
    assert sorted(again.current) == [TALKS, VISIT]
    assert len(calls) == 1, "the second build opened the desk, though nothing had changed"


def test_only_what_changed_is_made_again(order: Order) -> None:
    build(order)
    before = (order.out / VISIT).stat().st_mtime_ns
    say(order, "talks", "other facts")
    assert build(order).written == (TALKS,)
    assert (order.out / VISIT).stat().st_mtime_ns == before
    assert (order.out / TALKS).read_text() == "other facts"


def test_an_error_writes_nothing_at_all(order: Order) -> None:
    say(order, "visit", "wrong")
    with pytest.raises(BriefgenError):
        build(order)
    assert not order.out.exists()
    say(order, "visit", "right")
    build(order)
    before = {path: path.read_bytes() for path in order.out.rglob("*") if path.is_file()}
    say(order, "talks", "new")
    say(order, "visit", "wrong")
    with pytest.raises(BriefgenError):
        build(order)
    assert {path: path.read_bytes() for path in order.out.rglob("*") if path.is_file()} == before


def test_a_file_that_is_gone_is_made_again(order: Order) -> None:
    build(order)
    (order.out / TALKS).unlink()
    assert build(order).written == (TALKS,)


def test_a_changed_file_is_left_alone_while_its_facts_stay_the_same(order: Order) -> None:
    build(order)
    (order.out / TALKS).write_text("mine")
    for _ in range(2):
        done = build(order)
        assert (done.written, done.edited, done.current) == ((), (TALKS,), (VISIT,))
        assert (order.out / TALKS).read_text() == "mine"
    say(order, "visit", "new")
    assert build(order).written == (VISIT,)
    assert (order.out / TALKS).read_text() == "mine"


def test_a_changed_file_is_never_replaced(order: Order) -> None:
    build(order)
    (order.out / TALKS).write_text("mine")
    say(order, "talks", "new")
    say(order, "visit", "new too")
    with pytest.raises(BriefgenError) as caught:
        build(order)
    assert [(problem.code, problem.where.file) for problem in caught.value.problems] == [("B001", str(order.out / TALKS))]
    assert caught.value.status == 1
    assert ((order.out / TALKS).read_text(), (order.out / VISIT).read_text()) == ("mine", "facts of v")


def test_overwrite_keeps_the_changed_file_beside_each_time(order: Order) -> None:
    build(order)
    for number in (1, 2):
        (order.out / TALKS).write_text(f"mine {number}")
        say(order, "talks", f"new {number}")
        done = build(replace(order, overwrite=True))
        assert done.kept == (f"talks/note.en.edited-{number}.txt",)
        assert (order.out / TALKS).read_text() == f"new {number}"
        assert (order.out / f"talks/note.en.edited-{number}.txt").read_text() == f"mine {number}"
    assert (order.out / "talks/note.en.edited-1.txt").read_text() == "mine 1"


def test_overwrite_also_restores_a_changed_file_whose_facts_are_the_same(order: Order) -> None:
    build(order)
    (order.out / TALKS).write_text("mine")
    assert build(replace(order, overwrite=True)).written == (TALKS,)
    assert (order.out / TALKS).read_text() == "facts of t"


def test_a_file_that_briefgen_never_wrote_is_not_replaced_either(order: Order) -> None:
    (order.out / "talks").mkdir(parents=True)
    (order.out / TALKS).write_text("somebody's")
    with pytest.raises(BriefgenError, match="B001"):
        build(order)
    assert (order.out / TALKS).read_text() == "somebody's"
    assert not (order.out / VISIT).exists()


def test_a_lost_record_is_no_harm_where_the_files_are_the_same(order: Order) -> None:
    build(order)
    (order.out / ".briefgen/manifest.json").unlink()
    assert sorted(build(order).written) == [TALKS, VISIT]
    assert build(order).written == ()


def test_drafts_are_remembered(order: Order) -> None:
    say(order, "talks", "doubt and doubt")
    assert build(order).drafts == ((TALKS, 2),)
    assert build(order).drafts == ((TALKS, 2),)
    say(order, "talks", "settled")
    assert build(order).drafts == ()


def test_an_output_folder_that_is_a_link_is_an_error(order: Order, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    order.out.symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    for act in (lambda: build(order), lambda: finish(order.out)):
        with pytest.raises(BriefgenError, match="B002"):
            act()
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_another_order_does_not_make_this_one_forget(order: Order) -> None:
    build(order)
    build(replace(order, langs=("en",)))
    calls.clear()
    assert build(order).written == ()
    assert calls == []


def test_the_record_says_nothing_of_the_facts(order: Order) -> None:
    say(order, "talks", "TOPSECRET")
    build(order)
    kept = b"".join(path.read_bytes() for path in (order.out / ".briefgen").rglob("*") if path.is_file())
    assert b"note.en.txt" in kept
    assert b"TOPSECRET" not in kept
    assert str(order.root).encode() not in kept
