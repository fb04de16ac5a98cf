"""Small desks for the tests of this room."""

from pathlib import Path
from textwrap import dedent

from briefgen.errors import BriefgenError, Grade, Problem
from briefgen.facts import Desk

SETTINGS = "format: 1\nlanguages: [id, en, ru]\nhome: ID\nzone: Asia/Jakarta\naudience: internal\n"

REGISTER = """
people:
  siti:
    name: {every: Siti Rahma, ru: Сити Рахма}
    short: {id: Siti}
    gender: f
    origin: ID
    contact: +62 21 555
    posts: {minister: 2024-10-21/..}
  pavel:
    name: {every: Pavel Orlov, ru: Павел Орлов}
    gender: m
    origin: RU
    posts: {envoy: [2000-05/2008-05, 2012-05/..]}
posts:
  minister: {title: {id: Menteri, en: Minister, ru: министр}, state: ID}
  envoy: {title: {id: Duta Besar, en: Ambassador, ru: посол}, state: RU, organisation: embassy}
organisations:
  embassy: {name: {id: Kedutaan, en: Embassy, ru: посольство}, state: RU}
places:
  moscow: {name: {id: Moskow, en: Moscow, ru: Москва}, zone: Europe/Moscow}
  hall: {name: {id: Balai, en: Hall, ru: зал}, within: moscow}
terms:
  ports: {id: pelabuhan, en: ports, ru: порты}
  ships: {id: kapal, en: ships, ru: суда}
references:
  news: {kind: news, title: A report}
  cable: {kind: letter, title: A cable, audience: internal}
"""

LEAST = """
kind: meeting
title: {id: Pertemuan, en: Meeting, ru: встреча}
when: 2025-06-19
defaults: {source: news, audience: public}
"""


def desk(root: Path, *events: str, register: str = REGISTER, settings: str = SETTINGS) -> Desk:
    """A desk with these events, named a, b, c …"""
    (root / "sources" / "register").mkdir(parents=True, exist_ok=True)
    (root / "desk.yaml").write_text(settings, encoding="utf-8")
    (root / "sources" / "register" / "all.yaml").write_text(dedent(register), encoding="utf-8")
    for name, text in zip("abcdefg", events, strict=False):
        (root / "sources" / name).mkdir(exist_ok=True)
        (root / "sources" / name / "facts.yaml").write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    return Desk.open(root)


def event(more: str = "", least: str = LEAST) -> str:
    """The least event with more facts."""
    return dedent(least) + dedent(more)


def told(problems: tuple[Problem, ...] | list[Problem], grade: Grade = Grade.ERROR) -> list[str]:
    """Problems as ``line:column code address: what; hint``, without the event's name."""
    return [
        f"{p.where.line}:{p.where.column} {p.code} {p.address.removeprefix('a.')}{f' [{p.language}]' if p.language else ''}: {p.what}; {p.hint}"
        for p in problems
        if p.grade is grade
    ]


def errors(root: Path, text: str, register: str = REGISTER) -> list[str]:
    """The errors of one event."""
    return told(desk(root, text, register=register).check("a"))


def opening(root: Path, **given: str) -> list[str]:
    """What is wrong with a desk that cannot be opened."""
    try:
        desk(root, **given)
    except BriefgenError as error:
        return told(list(error.problems))
    return []
