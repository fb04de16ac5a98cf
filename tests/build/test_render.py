"""Trees to bytes: all problems of all writers at once, and the same bytes from workers as without them."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.build import workers
from briefgen.build.plan import Target
from briefgen.build.render import render
from briefgen.document import Document, Para, Text
from briefgen.errors import BriefgenError, Problem, Where

ROOT = Path(__file__).parents[2]


def target(kind: str, form: str) -> Target:
    return Target("talks", kind, ("en",), "public", form)


def document(words: str) -> Document:
    return Document("note", ("en",), words, (Para("one", (Text(words),)),))


def test_every_file_is_made_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.write.write", lambda document, form, house: f"{form}:{document.title}".encode())
    told: list[str] = []
    work = {target("a", "txt"): document("short"), target("b", "pdf"): document("short"), target("c", "pdf"): document("a long one")}
    made = render(work, None, told.append)  # type: ignore[arg-type]
    assert made == {target("a", "txt"): b"txt:short", target("b", "pdf"): b"pdf:short", target("c", "pdf"): b"pdf:a long one"}
    assert told == ["talks/a.en.txt", "talks/c.en.pdf", "talks/b.en.pdf"], "the others first, and then the longest PDF"


def test_all_writers_are_heard_before_anything_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(document: Document, form: str, house: object) -> bytes:
        if document.title == "good":
            return b""
        raise BriefgenError(Problem(Where(), "W001", document.title), status=3 if document.title == "worse" else 1)

    monkeypatch.setattr("briefgen.write.write", fail)
    work = {target(f"k{number}", "txt"): document(title) for number, title in enumerate(("bad", "good", "worse"))}
    with pytest.raises(BriefgenError) as caught:
        render(work, None, lambda name: None)  # type: ignore[arg-type]
    assert [problem.what for problem in caught.value.problems] == ["bad", "worse"]
    assert caught.value.status == 3


WORKERS = """
import os, sys
import briefgen.write
from briefgen.build import workers
from briefgen.build.render import render
from briefgen.errors import BriefgenError, Problem, Where
from tests.build.test_render import document, target

def write(document, form, house):
    if document.title == "die":
        os._exit(1)
    if document.title == "fail":
        raise BriefgenError(Problem(Where("f", 1), "W009", "cannot", "do this"), status=3)
    return f"{form} {document.title} {house} {os.getpid() == parent}".encode()

parent = os.getpid()
briefgen.write.write = write
workers.load = lambda templates: 'loaded'
workers.BEFORE_RENEWAL = 2
work = {target(f"k{n}", "pdf"): document(title) for n, title in enumerate(sys.argv[1:])} | {target("k", "txt"): document("words")}
try:
    with workers.Workers(()) as beside:
        for one in [target for target in work if target.format == "pdf"][:1]:
            beside.give(one, work[one])  # as it is composed; render gives it again, and it is made once
        for name, data in sorted((target.name, data) for target, data in render(work, "house", lambda name: None, beside).items()):
            print(name, data.decode())
except BriefgenError as wrong:
    print(wrong.status, *wrong.problems)
"""


def in_workers(*titles: str) -> list[str]:
    """What a process that forks says; this one has threads, and may not."""
    done = subprocess.run([sys.executable, "-W", "error", "-c", WORKERS, *titles], check=True, capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert done.stderr == ""
    return done.stdout.splitlines()


on_linux = pytest.mark.skipif(not workers.possible(), reason="two workers cannot run at a time here")


@on_linux
def test_pdfs_are_made_in_workers_and_the_rest_in_the_parent() -> None:
    titles = ["one", "two", "three", "four", "five"]
    assert in_workers(*titles) == ["talks/k.en.txt txt words house True", *(f"talks/k{n}.en.pdf pdf {title} loaded False" for n, title in enumerate(titles))]


@on_linux
def test_a_problem_comes_out_of_a_worker_whole() -> None:
    assert in_workers("one", "fail", "two") == ["3 f:1: W009 cannot; do this"]


@on_linux
def test_a_worker_that_is_killed_is_one_line() -> None:
    (said,) = in_workers("one", "die", "two")
    assert said.startswith("3 B008 ")
