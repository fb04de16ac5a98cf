"""The same words for every route: the press releases of one event in three languages, as briefgen itself prints them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path

from briefgen.build.order import Order
from briefgen.build.places import folders
from briefgen.build.survey import Survey, survey, work
from briefgen.compose import compose
from briefgen.document import Document, Heading, Para, plain, walk
from briefgen.facts import Desk
from briefgen.language import Language
from briefgen.write import House, write

ROOT = Path(__file__).parent.parent
EVENT = "digital-mou-2025"
LANGS = ("id", "en", "ru")


def blocks(document: Document) -> Iterator[tuple[str, str]]:
    """The blocks of a document that hold words, as ("h" or "p", words), for those who lay them out plainly."""
    for node in walk(document):
        if isinstance(node, (Heading, Para)):
            yield "h" if isinstance(node, Heading) else "p", plain(node).strip()


@dataclass
class Words:
    """The job's documents, opened once; ``house`` and ``documents`` are warm."""

    root: Path = ROOT

    @cached_property
    def survey(self) -> Survey:
        return survey(Order(self.root, self.root / "out", (EVENT,), LANGS, (), ("press-release",), ("pdf",)))

    @cached_property
    def house(self) -> House:
        return House.load(folders(self.root, "templates"))

    @cached_property
    def documents(self) -> dict[str, Document]:
        found = self.survey.examine()
        if found.errors:
            raise SystemExit("\n".join(map(str, found.errors)))
        return {target.langs[0]: found.documents[work(target)] for target in self.survey.targets}

    @cached_property
    def languages(self) -> dict[str, Language]:
        return {lang: Language(lang, folders(self.root, "locales"), self.survey.desk.settings.house) for lang in LANGS}

    def from_facts(self, lang: str, form: str) -> bytes:
        """One document from the facts of the open desk: seen, composed and written; nothing of it is kept from one call to the next."""
        return self._made(self.survey.desk, self.languages[lang], form)

    def from_files(self, lang: str, form: str) -> bytes:
        """The same, with desk, register and event read from their files first."""
        desk = Desk.open(self.root)
        return self._made(desk, Language(lang, folders(self.root, "locales"), desk.settings.house), form)

    def _made(self, desk: Desk, language: Language, form: str) -> bytes:
        kind = self.survey.kinds["press-release"]
        return write(compose(desk.view(EVENT, kind.audience), kind, language).document, form, self.house)

    def save(self, folder: Path) -> Path:
        """The words as JSON, and beside them a Word template with one loop, for docxtpl."""
        from docx import Document as Word  # noqa: PLC0415

        path = folder / "words.json"
        path.write_text(json.dumps({lang: list(blocks(document)) for lang, document in self.documents.items()}), encoding="utf-8")
        template = Word()
        for line in ("{%p for kind, words in blocks %}", "{%p if kind == 'h' %}"):
            template.add_paragraph(line)
        template.add_heading("{{ words }}", level=2)
        template.add_paragraph("{%p else %}")
        template.add_paragraph("{{ words }}")
        for line in ("{%p endif %}", "{%p endfor %}"):
            template.add_paragraph(line)
        template.save(str(folder / "template.docx"))
        return path


def naive_word(document: Document) -> bytes:
    """The same words through python-docx as its documentation shows it."""
    from docx import Document as Word  # noqa: PLC0415

    made = Word()
    for node in walk(document):
        if isinstance(node, Heading):
            made.add_heading(plain(node).strip(), level=min(node.level, 9))
        elif isinstance(node, Para):
            made.add_paragraph(plain(node).strip())
    out = BytesIO()
    made.save(out)
    return out.getvalue()
