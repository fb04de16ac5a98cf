"""The repository's own desk, and small ones made of a string."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
EVENTS = tuple(sorted(path.parent.name for path in (ROOT / "sources").glob("*/facts.yaml")))
KINDS = tuple(sorted(path.parent.name for path in (ROOT / "templates").glob("*/kind.yaml")))
LANGUAGES = ("id", "en", "ru")

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
