"""``make bench``: prints ratios; nothing is asserted."""

import argparse
import compileall
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from bench.pack import pack
from bench.rounds import measure, show
from bench.words import EVENT, LANGS, ROOT, Words, naive_word
from briefgen.write import write


def command(*arguments: str, cwd: Path = ROOT) -> Callable[[], object]:
    """A cold command, which finds both packages wherever it runs."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return lambda: subprocess.run([sys.executable, *arguments], check=True, cwd=cwd, env=environment, stdout=subprocess.DEVNULL)


def press_job(words: Words, folder: Path, rounds: int) -> None:
    """Three languages, Word and PDF, one cold command each; both sides write the same words, we with our look, they plain."""
    words.save(folder)
    out = folder / "out"

    def ours() -> None:
        shutil.rmtree(out, ignore_errors=True)
        build()

    build = command(
        "-m", "briefgen", "build", EVENT, "--kind", "press-release", "--lang", ",".join(LANGS), "--format", "docx,pdf", "--out", str(out), cwd=words.root
    )
    routes: dict[str, Callable[[], object]] = {"briefgen build, cold, fresh output folder": ours}
    if shutil.which("soffice"):
        routes = {
            "docxtpl + LibreOffice, one start for all": command("-m", "bench.peer", str(folder), "one"),
            "docxtpl + LibreOffice, a start per file": command("-m", "bench.peer", str(folder), "each"),
            **routes,
        }
    else:
        print("left out: docxtpl + LibreOffice (there is no soffice here)")
    routes["briefgen build, nothing to do"] = build
    show(f"The press job: {len(LANGS)} languages × (DOCX + PDF), one command", measure(routes, rounds))


def warm(words: Words, rounds: int) -> None:
    """One document in a warm process: everything is loaded, for both sides."""
    import weasyprint  # noqa: PLC0415 - after ours has loaded it: the same fonts, the same libraries

    from briefgen.write.html import Markup  # noqa: PLC0415

    document = words.documents["ru"]
    html = Markup(document, words.house, paged=True, source=lambda _figure: "").page()
    write(document, "pdf", words.house)
    bare = {
        "WeasyPrint alone, HTML to tagged PDF (PDF/UA-1)": lambda: weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/ua-1"),
        "WeasyPrint alone, HTML to untagged PDF": lambda: weasyprint.HTML(string=html).write_pdf(),
        "briefgen, tree to PDF": lambda: write(document, "pdf", words.house),
        "briefgen, facts to PDF": lambda: words.from_facts("ru", "pdf"),
        "briefgen, files of facts to PDF": lambda: words.from_files("ru", "pdf"),
    }
    title = "PDF of a press release in Russian, warm: the same HTML (its style within), the same fonts, and ours are tagged too"
    show(title, measure(bare, rounds))
    word = {
        "python-docx, the same words, plainly": lambda: naive_word(document),
        "briefgen, tree to DOCX": lambda: write(document, "docx", words.house),
        "briefgen, facts to DOCX": lambda: words.from_facts("ru", "docx"),
        "briefgen, files of facts to DOCX": lambda: words.from_files("ru", "docx"),
    }
    show("DOCX of a press release in Russian, warm: python-docx is given the finished words, and no look", measure(word, rounds))


def tongues(words: Words, rounds: int) -> None:
    """What a language that bends its words costs: seen, composed and written, warm. Short runs, so more rounds of them."""
    for form in ("docx", "html"):
        routes = {f"briefgen, facts to {form.upper()}, {lang}": partial(words.from_facts, lang, form) for lang in ("en", "ru", "id")}
        show(f"{form.upper()} of the same press release, language by language, warm", measure(routes, rounds * 5))


def start(rounds: int) -> None:
    """The least that a command takes."""
    show("Starting", measure({"python -c pass": command("-c", "pass"), "briefgen --help": command("-m", "briefgen", "--help")}, rounds))


@contextmanager
def scratch() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="briefgen-bench-") as folder:
        yield Path(folder)


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="measured rounds of each table (default 7)")
    parser.add_argument("--only", choices=("start", "press", "warm", "tongues", "pack"), help="one part of it")
    parser.add_argument("--desk", type=Path, default=ROOT, help="the desk to take the facts from (default: this repository)")
    given = parser.parse_args()
    compileall.compile_dir(ROOT / "briefgen", quiet=2)  # as an install leaves it, wherever Python may not write byte code: the peers' is compiled too
    words = Words(given.desk.resolve())
    print(f"Ratios to the first row of each table: the median of {given.rounds} rounds in turn, more where they are short (least to greatest; median time).")
    with scratch() as folder:
        parts: dict[str, Callable[[], None]] = {
            "start": lambda: start(given.rounds),
            "press": lambda: press_job(words, folder, given.rounds),
            "warm": lambda: warm(words, given.rounds),
            "pack": lambda: pack(folder, given.rounds),
            "tongues": lambda: tongues(words, given.rounds),
        }
        for name, run in parts.items():
            if given.only in (None, name):
                run()


if __name__ == "__main__":
    main()
