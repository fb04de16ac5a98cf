"""Trees to bytes: all problems of all writers at once, and the same bytes from workers as without them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.build import render
from briefgen.build.plan import Target
from briefgen.document import Document, Para, Text
from briefgen.errors import BriefgenError, Problem, Where

ROOT = Path(__file__).parents[2]


def target(kind: str, form: str) -> Target:
    return Target("talks", kind, ("en",), "public", form)


def document(words: str) -> Document:
    return Document("note", ("en",), words, (Para("one", (Text(words),)),))


def test_every_file_is_made_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "write", lambda document, form, house: f"{form}:{document.title}".encode())
    told: list[str] = []
    work = {target("a", "txt"): document("short"), target("b", "pdf"): document("short"), target("c", "pdf"): document("a long one")}
    made = render.render(work, None, told.append, workers=1)  # type: ignore[arg-type]
    assert made == {target("a", "txt"): b"txt:short", target("b", "pdf"): b"pdf:short", target("c", "pdf"): b"pdf:a long one"}
    assert told == ["talks/a.en.txt", "talks/c.en.pdf", "talks/b.en.pdf"], "the others first, and then the longest PDF"


def test_all_writers_are_heard_before_anything_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(document: Document, form: str, house: object) -> bytes:
        if document.title == "good":
            return b""
        raise BriefgenError(Problem(Where(), "W001", document.title), status=3 if document.title == "worse" else 1)

    monkeypatch.setattr(render, "write", fail)
    work = {target(f"k{number}", "txt"): document(title) for number, title in enumerate(("bad", "good", "worse"))}
    with pytest.raises(BriefgenError) as caught:
        render.render(work, None, lambda name: None, workers=1)  # type: ignore[arg-type]
    assert [problem.what for problem in caught.value.problems] == ["bad", "worse"]
    assert caught.value.status == 3


WORKERS = """
from briefgen.build import render
from briefgen.errors import BriefgenError, Problem, Where
from tests.build.test_render import document, target
import os, sys

def write(document, form, house):
    if document.title == "die":
        os._exit(1)
    if document.title == "fail":
        raise BriefgenError(Problem(Where("f", 1), "W009", "cannot", "do this"), status=3)
    return f"{form} {document.title} {os.getpid() == parent}".encode()

parent = os.getpid()
render.write, render._warm = write, lambda house: None
render.os.cpu_count = lambda: 2
work = {target(f"k{n}", "pdf"): document(title) for n, title in enumerate(sys.argv[1:])} | {target("k", "txt"): document("words")}
try:
    for name, data in sorted((t.name, data) for t, data in render.render(work, None, lambda name: None).items()):
        print(name, data.decode())
except BriefgenError as wrong:
    print(wrong.status, *wrong.problems)
"""


def in_workers(*titles: str) -> list[str]:
    """What a process that forks says; this one has threads, and may not."""
    done = subprocess.run([sys.executable, "-c", WORKERS, *titles], check=True, capture_output=True, text=True, cwd=ROOT)
    assert done.stderr == ""
    return done.stdout.splitlines()


pytestmark_forks = pytest.mark.skipif(not hasattr(os, "fork") or sys.platform == "darwin", reason="workers are forked on Linux only")


@pytestmark_forks
def test_pdfs_are_made_in_workers_and_the_rest_in_the_parent() -> None:
    made = in_workers("one", "two", "three")
    assert made == ["talks/k.en.txt txt words True", "talks/k0.en.pdf pdf one False", "talks/k1.en.pdf pdf two False", "talks/k2.en.pdf pdf three False"]


@pytestmark_forks
def test_a_problem_comes_out_of_a_worker_whole() -> None:
    assert in_workers("one", "fail", "two") == ["3 f:1: W009 cannot; do this"]


@pytestmark_forks
def test_a_worker_that_is_killed_is_one_line() -> None:
    (said,) = in_workers("one", "die", "two")
    assert said.startswith("3 B008 ")
