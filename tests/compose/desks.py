"""The repository's own desk, and small ones made of a string."""

from pathlib import Path

from briefgen.compose import Composed, Kind, Picture, applies, compose, kinds
from briefgen.document import plain
from briefgen.facts import Desk, View
from briefgen.language import Language

ROOT = Path(__file__).parents[2]
EVENTS = tuple(sorted(path.parent.name for path in (ROOT / "sources").glob("*/facts.yaml")))
KINDS = tuple(sorted(path.parent.name for path in (ROOT / "templates").glob("*/kind.yaml")))
OTHERS = tuple(kind for kind in KINDS if kind not in {"press-release", "briefing-note"})
"""The kinds that are read as trees of the worked example; of the two first ones the words of five real events are."""
LANGUAGES = ("id", "en", "ru")
EXAMPLE = ROOT / "templates" / "_new" / "desk"
"""The worked example of ``briefgen init``: an event for which every kind can be made."""

DESK = """
format: 1
languages: [id, en, ru]
pairs: [id-ru]
kinds: [press-release]
formats: [docx]
home: ID
zone: Asia/Jakarta
audience: public
issuer:
  name: {id: Kantor Contoh, en: Sample Office, ru: {text: пресс-служба, gender: f}}
"""

REGISTER = """
people:
  head-id:
    name: {id: Lira Santani, en: Lira Santani, ru: Лира Сантани}
    short: {id: Lira, en: Ms Santani, ru: Лира Сантани}
    gender: f
    origin: ID
    posts: {minister-id: 2024/..}
  head-ru:
    name: {id: Tomas Arden, en: Tomas Arden, ru: Томас Арден}
    short: {id: Tomas, en: Mr Arden, ru: Томас Арден}
    gender: m
    origin: RU
    posts: {minister-ru: 2024/..}
posts:
  minister-id:
    title: {id: Menteri Perhubungan, en: Minister of Transport, ru: министр транспорта}
    short: {id: Menhub, en: the Minister, ru: министр}
    state: ID
  minister-ru:
    title: {id: Menteri Transportasi, en: Minister of Transport, ru: министр транспорта}
    state: RU
places:
  jakarta: {name: {id: Jakarta, en: Jakarta, ru: {text: Джакарта, gender: f}}, state: ID, zone: Asia/Jakarta}
terms:
  ports: {id: pelabuhan, en: ports, ru: {text: порты, number: pl}}
  shipping: {id: pelayaran, en: shipping, ru: судоходство}
references:
  agency: {kind: news, title: A report, publisher: Agency, language: en, issued: 2026-04-14}
"""


def desk(folder: Path, facts: str, *, register: str = REGISTER, event: str = "talks") -> Path:
    """A desk in ``folder`` with one event."""
    (folder / "sources" / "register").mkdir(parents=True)
    (folder / "sources" / event).mkdir()
    (folder / "desk.yaml").write_text(DESK, encoding="utf-8")
    (folder / "sources" / "register" / "all.yaml").write_text(register, encoding="utf-8")
    (folder / "sources" / event / "facts.yaml").write_text(facts, encoding="utf-8")
    return folder


def cases() -> tuple[tuple[str, str], ...]:
    """The repository's events, each with the kinds that it has facts for."""
    opened, found = Desk.open(ROOT), kinds([ROOT / "templates"])
    return tuple((name, kind) for name in EVENTS for kind in KINDS if applies(opened.view(name, found[kind].audience), found[kind]))


CASES = cases()

HEAD = """
kind: meeting
title: {id: Pertemuan bilateral, en: Bilateral meeting, ru: {text: двусторонняя встреча, gender: f}}
defaults: {source: desk, audience: public}
"""
"""What every event of these tests begins with; ``kind`` may be replaced."""


def view(folder: Path, facts: str, audience: str = "public", *, register: str = REGISTER) -> View:
    """What ``audience`` may see of an event made of ``facts``."""
    return Desk.open(desk(folder / "desk", facts, register=register)).view("talks", audience)


def release(seen: View, code: str, picture: Picture | None = None) -> Composed:
    """The press release about ``seen``."""
    return compose(seen, kinds([ROOT / "templates"])["press-release"], Language(code), picture)


def note(folder: Path, prose: str, *, code: str = "en", blocks: str = "  body: {variants: {always: 'true'}}") -> Kind:
    """A kind of document of one language's ``prose``, with the phrases of the repository."""
    (folder / "templates" / "note").mkdir(parents=True)
    (folder / "templates" / "note" / "kind.yaml").write_text(f"label: Briefing note\naudience: public\nparity: block\nblocks:\n{blocks}\n", encoding="utf-8")
    (folder / "templates" / "note" / f"{code}.j2.xml").write_text(prose, encoding="utf-8")
    return kinds([folder / "templates", ROOT / "templates"])["note"]


def said(seen: View, kind: Kind, code: str = "en") -> str:
    """The words of a document."""
    return words(compose(seen, kind, Language(code)))


def words(composed: Composed, *keys: str) -> str:
    """The words of the blocks ``keys``, or of all, with plain spaces."""
    blocks = [block for block in composed.document.content if not keys or block.key.split(".")[0] in keys]
    return "".join(map(plain, blocks)).replace("\u00a0", " ").strip()
