"""Second mention: in full once, short after, never by a headline, and a state is not said twice."""

from pathlib import Path

import pytest

from tests.compose.desks import HEAD, REGISTER, note, release, said, view, words

TWO = HEAD + "when: 2025-12-08\nsides: {ID: head-id, RU: head-ru}\n"
PERSON = '{% block body %}<p>{{ own_head | mention("CASE") }}; {{ own_head | mention("CASE") }}; {{ own_head | mention("CASE", by="post") }}</p>{% endblock %}'


@pytest.mark.parametrize(
    ("code", "case", "mentions"),
    [
        ("id", "nom", "Menteri Perhubungan (Menhub) Lira Santani; Lira; Menhub"),
        ("en", "nom", "Indonesia’s Minister of Transport Lira Santani; Ms Santani; the Minister"),
        ("ru", "nom", "Министр транспорта Индонезии Лира Сантани; Лира Сантани; министр"),
        ("ru", "ins", "Министром транспорта Индонезии Лирой Сантани; Лирой Сантани; министром"),
    ],
)
def test_a_person_is_said_in_full_once(tmp_path: Path, code: str, case: str, mentions: str) -> None:
    seen = view(tmp_path, TWO, register=REGISTER.replace("Лира Сантани}\n    gender", "{text: Лира Сантани, gender: f}}\n    gender"))
    assert said(seen, note(tmp_path, PERSON.replace("CASE", case), code=code), code) == mentions


def test_a_person_without_a_post_or_a_short_name_keeps_the_name(tmp_path: Path) -> None:
    register = REGISTER.replace("    posts: {minister-ru: 2024/..}\n", "").replace("    short: {id: Tomas, en: Mr Arden, ru: Томас Арден}\n", "")
    seen = view(tmp_path, TWO, register=register)
    prose = '{% block body %}<p>{% for head in partner_heads %}{{ head | mention }}; {{ head | mention(by="post") }}{% endfor %}</p>{% endblock %}'
    assert said(seen, note(tmp_path, prose)) == "Tomas Arden; Tomas Arden"


PLAIN = "{id: Presiden, en: President, ru: президент}"
OF_RUSSIA = "{id: Presiden Federasi Rusia, en: President of the Russian Federation, ru: президент Российской Федерации}"


@pytest.mark.parametrize(
    ("title", "code", "full"),
    [
        (PLAIN, "en", "Russia’s President Tomas Arden"),
        (OF_RUSSIA, "en", "Tomas Arden, President of the Russian Federation"),
        (OF_RUSSIA, "ru", "Президент Российской Федерации Томас Арден"),
        (OF_RUSSIA, "id", "Presiden Federasi Rusia Tomas Arden"),
        (PLAIN, "ru", "Президент России Томас Арден"),
    ],
)  # fmt: skip
def test_a_title_that_names_its_state_is_not_followed_by_it(tmp_path: Path, title: str, code: str, full: str) -> None:
    register = REGISTER.replace("{id: Menteri Transportasi, en: Minister of Transport, ru: министр транспорта}", title)
    prose = "{% block body %}<p>{{ partner_heads | first | mention }}</p>{% endblock %}"
    assert said(view(tmp_path, TWO, register=register), note(tmp_path, prose, code=code), code).rstrip(",") == full


DEPUTY = "posts:\n  deputy: {title: {id: Wakil, en: Deputy, ru: заместитель}, state: ID}\n  minister-id"


def test_the_post_is_the_one_held_on_the_day(tmp_path: Path) -> None:
    register = REGISTER.replace("posts: {minister-id: 2024/..}", "posts: {deputy: 2020/2023, minister-id: 2024/..}").replace("posts:\n  minister-id", DEPUTY)
    prose = "{% block body %}<p>{{ own_head | mention }}</p>{% endblock %}"
    for day, full in (("2023-12-08", "Indonesia’s Deputy Lira Santani"), ("2025-12-08", "Indonesia’s Minister of Transport Lira Santani")):
        folder = tmp_path / day
        assert (
            said(view(folder, TWO.replace("{ID: head-id, RU: head-ru}", "{ID: head-id}").replace("2025-12-08", day), register=register), note(folder, prose))
            == full
        )


BANK = "organisations:\n  bank: {name: {id: Bank Dagang, en: Trade Bank, ru: Торговый банк}, abbr: {id: BD, en: TB}}\nled_by: bank\n"


REFER = "{% block body %}<p>{{ own_head | refer }}; {{ own_head | refer }}</p>{% endblock %}" + "".join(
    f"{{% block more_{n} %}}<p>{{{{ own_head | refer }}}}; {{{{ own_head | refer }}}}</p>{{% endblock %}}" for n in (1, 2)
)
THREE = "".join(f"  {key}: {{role: body, variants: {{always: 'true'}}}}\n" for key in ("body", "more_1", "more_2"))


@pytest.mark.parametrize(
    ("code", "mentions"),
    [
        ("id", "Menteri Perhubungan (Menhub) Lira Santani; Lira\nMenhub; Lira\nMenhub; Lira"),
        ("en", "Indonesia’s Minister of Transport Lira Santani; Ms Santani\nThe Minister; Ms Santani\nThe Minister; Ms Santani"),
        ("ru", "Министр транспорта Индонезии Лира Сантани; Лира Сантани\nМинистр; Лира Сантани\nМинистр; Лира Сантани"),
    ],
)
def test_running_text_refers_by_post_and_by_name_in_turn(tmp_path: Path, code: str, mentions: str) -> None:
    alone = view(tmp_path, TWO.replace(", RU: head-ru", ""))
    assert said(alone, note(tmp_path, REFER, code=code, blocks=THREE), code) == mentions


@pytest.mark.parametrize(("code", "mentions"), [("id", "Menhub; Lira"), ("en", "Ms Santani; Ms Santani"), ("ru", "Лира Сантани; Лира Сантани")])
def test_where_two_ministers_met_a_post_alone_must_mean_one(tmp_path: Path, code: str, mentions: str) -> None:
    assert said(view(tmp_path, TWO), note(tmp_path, REFER, code=code, blocks=THREE), code).split("\n")[1] == mentions


DEPUTIES = (
    REGISTER.replace("en: Minister of Transport, ru: министр транспорта}\n    short", "en: Deputy Minister, ru: заместитель министра}\n    short")
    .replace("en: the Minister, ru: министр}", "en: the Deputy Minister, ru: заместитель министра}")
    .replace("ru: министр транспорта}\n    state: RU", "ru: министр транспорта}\n    short: {en: the Minister, ru: министр}\n    state: RU")
)


@pytest.mark.parametrize(("code", "own", "partner"), [("en", "The Deputy Minister", "Mr Arden"), ("ru", "Заместитель министра", "Томас Арден")])
def test_a_minister_beside_a_deputy_is_named_and_the_deputy_may_be_meant_by_the_post(tmp_path: Path, code: str, own: str, partner: str) -> None:
    seen = view(tmp_path, TWO, register=DEPUTIES)
    for head, wanted in (("own_head", own), ("partner_heads | first", partner)):
        kind = note(tmp_path / head[:3], REFER.replace("own_head", head), code=code, blocks=THREE)
        assert said(seen, kind, code).split("\n")[1].startswith(wanted)


@pytest.mark.parametrize("times", [1, 2])
def test_a_short_form_is_introduced_where_it_comes_again(tmp_path: Path, times: int) -> None:
    bank = "<p>" + "; ".join(["{{ event.led_by | mention }}"] * times) + "</p>"
    head = "<p>" + "; ".join(["{{ own_head | mention(by='post') }}"] * times) + "</p>"
    kind = note(tmp_path, f"{{% block body %}}{bank}{head}{{% endblock %}}", code="id")
    full = ("Bank Dagang (BD); BD\nMenteri Perhubungan (Menhub) Lira Santani; Menhub", "Bank Dagang\nMenteri Perhubungan Lira Santani")
    assert said(view(tmp_path, TWO + BANK), kind, "id") == full[times == 1]


@pytest.mark.parametrize(("code", "mentions"), [("en", "Trade Bank (TB); TB"), ("id", "Bank Dagang (BD); BD"), ("ru", "Торговый банк; Торговый банк")])
def test_an_organisation_is_abbreviated_where_the_language_has_an_abbreviation(tmp_path: Path, code: str, mentions: str) -> None:
    prose = "{% block body %}<p>{{ event.led_by | mention }}; {{ event.led_by | mention }}</p>{% endblock %}"
    assert said(view(tmp_path, HEAD + BANK), note(tmp_path, prose, code=code), code) == mentions


def test_a_headline_is_no_mention(tmp_path: Path) -> None:
    twice = "<p>{{ own_head | mention }}; {{ own_head | mention }}</p>"
    prose = "{% block top %}<h level='1'>{{ own_head | mention }}</h>{% endblock %}{% block body %}" + twice + "{% endblock %}"
    blocks = "  top: {role: title, variants: {always: 'true'}}\n  body: {variants: {always: 'true'}}"
    full = "Indonesia’s Minister of Transport Lira Santani"
    assert said(view(tmp_path, TWO), note(tmp_path, prose, blocks=blocks)) == f"{full}\n{full}; Ms Santani"


def test_a_release_names_a_signatory_in_full_and_a_speaker_after_in_short(tmp_path: Path) -> None:
    facts = "place: jakarta\nstatements:\n  a: {by: head-id, that: {id: kapal datang, en: ships came, ru: суда пришли}}\n"
    document = release(view(tmp_path, TWO + facts), "en")
    assert "Indonesia’s Minister of Transport Lira Santani and Russia’s" in words(document, "lead")
    assert words(document, "own") == "Ms Santani said that ships came."


@pytest.mark.parametrize(
    ("title", "agreement", "sentence"),
    [
        ("{text: встреча, gender: f}", "convention", "Прошла встреча; её темы; конвенция, которую ждут, подписана"),
        ("{text: форум, gender: m}", "treaty", "Прошёл форум; его темы; договор, который ждут, подписан"),
        ("{text: переговоры, number: pl}", "agreement", "Прошли переговоры; их темы; соглашение, которое ждут, подписано"),
    ],
)
def test_russian_words_agree_with_what_they_are_said_of(tmp_path: Path, title: str, agreement: str, sentence: str) -> None:
    facts = (
        HEAD.replace("{text: двусторонняя встреча, gender: f}", title)
        + f"agreements:\n  one: {{instrument: {agreement}, parties: [ID, RU], status: drafted}}\n"
    )
    prose = (
        '{% block body %}<p>{{ "пройти" | verb(event.title) }} {{ event.title | text }}; {{ event.title | pronoun("gen") }} темы; '
        '{{ lead_agreement | instrument }}, {{ lead_agreement | relative("acc") }} ждут, {{ "подписать" | participle(lead_agreement) }}</p>{% endblock %}'
    )
    assert said(view(tmp_path, facts), note(tmp_path, prose, code="ru"), "ru") == sentence


@pytest.mark.parametrize(
    ("code", "prose", "sentence"),
    [
        ("id", "{{ event.place | to }}, {{ event.place | from_ }}", "Ke Jakarta, dari Jakarta"),
        ("ru", "{{ event.place | to }}, {{ event.place | from_ }}", "В Джакарту, из Джакарты"),
        ("en", '{{ event.when | time(beside="Europe/Moscow") }}', "01:00 WIB (21:00 Moscow time on 14 April)"),
        ("id", '{{ event.when | time(beside="Europe/London") }}', "Pukul 01.00 WIB (19.00 waktu London, 14 April)"),
        ("ru", '{{ event.when | date("by") }}', "К 15 апреля 2026 г."),
    ],
)
def test_places_and_times_as_a_language_says_them(tmp_path: Path, code: str, prose: str, sentence: str) -> None:
    facts = HEAD + "when: 2026-04-15 01:00\nplace: jakarta\n"
    assert said(view(tmp_path, facts), note(tmp_path, f"{{% block body %}}<p>{prose}</p>{{% endblock %}}", code=code), code) == sentence
