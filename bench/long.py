"""A long visit, made by rule: a desk whose pack has as many pages as are asked for. Nothing in it happened, and its texts say so."""

import shutil
from pathlib import Path
from random import Random

ROOT = Path(__file__).parent.parent
EVENT = "long-visit-2026"

# Each topic: its key, and in Indonesian, English and Russian what it is called, in Russian with gender and genitive.
TOPICS = (
    ("ports", "kepelabuhanan", "ports", "портовое дело", "n", "портового дела"),
    ("shipping", "pelayaran", "shipping", "судоходство", "n", "судоходства"),
    ("fisheries", "perikanan", "fisheries", "рыболовство", "n", "рыболовства"),
    ("statistics", "statistik", "statistics", "статистика", "f", "статистики"),
    ("forestry", "kehutanan", "forestry", "лесоводство", "n", "лесоводства"),
    ("tourism", "pariwisata", "tourism", "туризм", "m", "туризма"),
    ("geology", "geologi", "geology", "геология", "f", "геологии"),
    ("medicine", "kedokteran", "medicine", "медицина", "f", "медицины"),
    ("education", "pendidikan", "education", "образование", "n", "образования"),
    ("energy", "energi", "energy", "энергетика", "f", "энергетики"),
)
# What is said of a topic ({0}) with a number ({1}); as a clause in reported speech.
CLAUSES = (
    (
        "kerja sama di bidang {0} akan dimulai dengan tahap percobaan selama {1} bulan, dan hasilnya akan dibahas bersama pada pertemuan berikutnya",
        "cooperation in {0} would begin with a trial of {1} months, whose results the two sides would discuss together at their next meeting",
        "сотрудничество в сфере {0} начнётся с испытательного периода продолжительностью {1} мес., а его итоги стороны вместе обсудят на следующей встрече",
    ),
    (
        "kelompok ahli di bidang {0} telah bertemu {1} kali dan menyiapkan daftar hal yang perlu diputuskan oleh kedua pihak",
        "the group of experts on {0} had met {1} times and had prepared a list of matters that the two sides needed to decide",
        "группа экспертов в сфере {0} собралась столько раз: {1}; она подготовила список вопросов, по которым сторонам предстоит принять решение",
    ),
    (
        "data tentang {0} akan dipertukarkan setiap {1} minggu sehingga kedua pihak dapat menyusun rencana dengan dasar yang sama",
        "data on {0} would be exchanged every {1} weeks, so that both sides could plan from the same ground",
        "обмен данными в сфере {0} будет проходить с таким промежутком в неделях: {1}; так обе стороны смогут планировать на одной основе",
    ),
    (
        "pelatihan di bidang {0} akan dibuka bagi {1} peserta dari setiap pihak, dan bahasa pengantarnya akan disepakati kemudian",
        "training in {0} would be open to {1} people from each side, and its language would be agreed later",
        "обучение в сфере {0} откроют для участников от каждой стороны, их число – {1}, а язык обучения согласуют позднее",
    ),
)
GIVEN = (
    ("Arka", "Арка"),
    ("Bima", "Бима"),
    ("Damar", "Дамар"),
    ("Elang", "Эланг"),
    ("Galih", "Галих"),
    ("Jaya", "Джая"),
    ("Kelana", "Келана"),
    ("Lintang", "Линтанг"),
)
FAMILY = (("Sanjaya", "Санджая"), ("Wiranta", "Виранта"), ("Pradipta", "Прадипта"), ("Nugraha", "Нуграха"), ("Mahesa", "Махеса"), ("Samudra", "Самудра"))


def desk(folder: Path, size: int, seed: int = 2026) -> Path:
    """A desk in ``folder`` with one event of ``size`` (about a page of its pack each); the same size and seed give the same facts."""
    shutil.copytree(ROOT / "templates" / "_new" / "desk", folder)
    shutil.rmtree(folder / "sources" / "port-mou-2026")
    chance = Random(seed)
    members = [f"delegate-{n}" for n in range(size)]
    (folder / "sources" / "register" / "long.yaml").write_text(
        "\n".join(("people:", *map(_person, range(size)), "terms:", *map(_term, TOPICS))) + "\n", encoding="utf-8"
    )
    event = folder / "sources" / EVENT
    event.mkdir()
    parts = (
        _head(members),
        _agreements(size, chance),
        _statements(3 * size, chance),
        _figures(size // 4, chance),
        _points(3 * size, chance),
        _programme(3 * size),
    )
    (event / "facts.yaml").write_text("\n".join(parts) + "\n", encoding="utf-8")
    return folder


def _person(n: int) -> str:
    (given, given_ru), (family, family_ru) = GIVEN[n % len(GIVEN)], FAMILY[n // len(GIVEN) % len(FAMILY)]
    name, russian = f"{given} {family}", f"{given_ru} {family_ru}"
    forms = ", ".join(f"{case}: {russian}" for case in ("gen", "dat", "acc", "ins", "prep"))
    named = f"  delegate-{n}:\n    name: {{id: {name}, en: {name}, ru: {{text: {russian}, forms: {{{forms}}}}}}}"
    return f"{named}\n    gender: m\n    origin: ID\n    posts: {{director-ports-id: 2025-02-03/..}}"


def _term(topic: tuple[str, ...]) -> str:
    key, indonesian, english, russian, gender, genitive = topic
    forms = ", ".join(f"{case}: {russian if case == 'acc' and gender != 'f' else genitive}" for case in ("gen", "dat", "acc", "ins", "prep"))
    return f"  long-{key}: {{id: {indonesian}, en: {english}, ru: {{text: {russian}, gender: {gender}, forms: {{{forms}}}}}}}"


def _head(members: list[str]) -> str:
    return (
        "# Invented by rule for measuring (bench/long.py): no such visit took place.\n"
        "kind: visit\n"
        "title:\n"
        "  id: Kunjungan Panjang yang Direka untuk Pengukuran\n"
        "  en: A Long Visit, Invented for Measuring\n"
        "  ru: {text: длинный визит для замеров, gender: m, forms: {gen: длинного визита для замеров, prep: длинном визите для замеров}}\n"
        "when: 2026-05-11/2026-05-15\n"
        "place: jakarta\n"
        "defaults: {source: desk, audience: public}\n"
        f"sides:\n  ID: {{head: siti-rahma, members: [{', '.join(members)}]}}\n  RU: {{head: pavel-orlov, members: [irina-sokolova]}}"
    )


def _agreements(count: int, chance: Random) -> str:
    rows = ["agreements:"]
    for n in range(count):
        _, indonesian, english, _, _, genitive = topic = TOPICS[n % len(TOPICS)]
        scope = ", ".join(f"long-{each[0]}" for each in chance.sample(TOPICS, 4))
        russian = f"Меморандум о взаимопонимании в сфере {genitive}, № {n + 1}"
        forms = f"gen: '{russian.replace('Меморандум', 'Меморандума', 1)}', prep: '{russian.replace('Меморандум', 'Меморандуме', 1)}'"
        titles = f"id: 'Nota Kesepahaman di Bidang {indonesian.title()} Nomor {n + 1}', en: 'Memorandum of Understanding on {english.title()}, No. {n + 1}'"
        rows += [
            f"  text-{n}:\n    instrument: memorandum-of-understanding",
            f"    title: {{{titles}, ru: {{text: '{russian}', gender: m, forms: {{{forms}}}}}}}",
            f"    field: long-{topic[0]}\n    parties: [ID, RU]\n    signed: {{date: 2026-05-{11 + n % 5}, by: {{ID: siti-rahma, RU: pavel-orlov}}}}",
            f"    valid_for: {chance.randint(2, 9)} years\n    renewal: automatic\n    scope: [{scope}]",
        ]
    return "\n".join(rows)


def _said(n: int, chance: Random, *, sentence: bool = False) -> str:
    _, indonesian, english, _, _, genitive = TOPICS[n % len(TOPICS)]
    number = str(chance.randint(2, 40))
    words = [text.format(name, number) for text, name in zip(CLAUSES[chance.randrange(len(CLAUSES))], (indonesian, english, genitive), strict=True)]
    if sentence:
        words = [f"{text[0].upper()}{text[1:]}." for text in words]
    return ", ".join(f"{lang}: '{text}'" for lang, text in zip(("id", "en", "ru"), words, strict=True))


def _statements(count: int, chance: Random) -> str:
    who = ("siti-rahma", "pavel-orlov")
    return "\n".join(("statements:", *(f"  said-{n}: {{by: {who[n % 2]}, that: {{{_said(n, chance)}}}}}" for n in range(count))))


def _figures(count: int, chance: Random) -> str:
    rows = []
    for n in range(max(1, count)):
        _, indonesian, english, _, _, genitive = TOPICS[n % len(TOPICS)]
        russian = f"участники программы {n + 1} в сфере {genitive}"
        what = f"{{id: 'peserta program {indonesian} {n + 1}', en: 'participants in programme {n + 1} on {english}', ru: '{russian}'}}"
        rows.append(f"  figure-{n}: {{what: {what}, value: {chance.randint(100, 900)} people, period: {2020 + n % 6}}}")
    return "\n".join(("figures:", *rows))


def _points(count: int, chance: Random) -> str:
    kinds = ("discussed", "agreed", "background")
    return "\n".join(("points:", *(f"  point-{n}: {{kind: {kinds[n % 3]}, text: {{{_said(n, chance, sentence=True)}}}}}" for n in range(count))))


def _programme(count: int) -> str:
    rows = []
    for n in range(count):
        _, indonesian, english, _, _, genitive = TOPICS[n % len(TOPICS)]
        day, turn = 11 + n * 5 // count, n % max(1, count // 5)
        start = f"2026-05-{day} {8 + turn * 10 // max(1, count // 5):02d}:{(turn * 600 // max(1, count // 5)) % 60:02d}"
        what = f"{{id: 'pertemuan kelompok ahli {indonesian}', en: 'meeting of the experts on {english}', ru: 'встреча экспертов в сфере {genitive}'}}"
        rows.append(f"  item-{n}: {{start: {start}, place: harbour-house, what: {what}}}")
    return "\n".join(("programme:", *rows))
