"""Closed lists of Russian words that the rules need."""

NAME_PARTICLES = frozenset(
    {
        "фон",
        "ван",
        "дер",
        "ден",
        "де",
        "ди",
        "да",
        "дю",
        "дель",
        "делла",
        "ла",
        "ле",
        "лос",
        "эль",
        "ас",
        "аш",
        "бен",
        "бин",
        "бинти",
        "ибн",
        "аль",
        "ад",
        "ан",
        "ар",
        "ат",
        "аз",
        "абд",
        "абу",
        "оглы",
        "кызы",
        "бей",
        "мак",
        "мк",
        "сен",
        "тен",
        "тер",
        "цу",
        "цур",
        "и",
    }
)
"""Words of names that stay: Урсулы фон дер Ляйен."""

ACCUSATIVE = frozenset({"в", "во", "на", "за", "под", "через", "про", "по", "о", "об", "сквозь", "включая", "спустя"})
"""Prepositions after which an accusative may stand, which looks like a nominative: поставки в порты и терминалы."""

TITLES = frozenset(
    {
        "господин",
        "госпожа",
        "господа",
        "товарищ",
        "товарищи",
        "превосходительство",
        "величество",
        "высочество",
        "святейшество",
        "высокопревосходительство",
        "величества",
        "высочества",
        "превосходительства",
    }
)
"""What stands before a post or a name that bends with it."""

CITIES = frozenset({"город", "столица", "село", "деревня", "посёлок", "станица", "река"})
"""Beside these a name bends, more often than not."""

NAMED_BY_NOMINATIVE = frozenset(
    {
        "остров",
        "полуостров",
        "архипелаг",
        "провинция",
        "республика",
        "королевство",
        "штат",
        "область",
        "округ",
        "район",
        "уезд",
        "порт",
        "аэропорт",
        "космодром",
        "станция",
        "озеро",
        "гора",
        "вулкан",
        "пролив",
        "залив",
        "мыс",
        "пустыня",
        "планета",
        "месторождение",
        "компания",
        "корпорация",
        "группа",
        "концерн",
        "холдинг",
        "фонд",
        "банк",
        "форум",
        "выставка",
        "саммит",
        "проект",
        "программа",
        "система",
        "платформа",
        "агентство",
        "отель",
        "гостиница",
    }
)
"""Beside these a name stays in the nominative: острова Флорес, провинции Западная Ява."""

STREETS = frozenset({"улица", "площадь", "набережная", "аллея"})
"""Beside these an adjective agrees (улицы Тверской), and a feminine name may (улицы Пречистенки)."""

SEAFOOD = frozenset({"креветка", "краб", "кальмар", "устрица", "мидия", "омар", "лангуст", "гребешок", "осьминог", "трепанг", "каракатица"})
"""Living beings in the sea, things on a plate: ловить крабов, подавать крабы."""

SERVANTS = frozenset({"абдель", "абд", "абу", "абдул", "абдур", "абуль", "абул", "умм"})
"""First halves of Arab names, which stay: Абдель Фаттаха."""

ARAB = frozenset({"AE", "BH", "DZ", "EG", "IQ", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO", "SY", "TN", "YE"})
"""Where «Бен» before a name is "son of", and no given name."""

FRENCH = frozenset({"FR", "BE", "CH", "LU", "MC"})
"""Where family names end in a stressed -а, which does not bend (Дюма), and of Жан-Поль the last half bends."""

EASTERN = frozenset({"CN", "TW", "HK", "MO", "KR", "KP", "VN", "SG", "MY", "MM", "KH"})
"""Where a family name of two letters is a syllable, and stays."""

WESTERN = frozenset({"AR", "AT", "AU", "BE", "BR", "CA", "CH", "DE", "EE", "FI", "FR", "GB", "HR", "IL", "LT", "LV", "NZ", "PL", "CZ", "SK", "RO", "SI", "US"})
"""Where a family name in -ов or -ин may be that of an emigrant (Азимовым) or not (Дарвином)."""

DOUBTFUL_SERVANTS = frozenset({"абдул", "абдур"})
"""Those of them that some bend as names of their own."""

GIVEN_ELSEWHERE = frozenset({"Ким", "Ян", "Ван", "Лин", "Май", "Хан", "Мин", "Дан", "Ли", "Дин"})
"""Family names of the East that are given names, or particles, elsewhere."""

EASTERN_FAMILIES = GIVEN_ELSEWHERE | frozenset(
    """
    Бао Буй Ван Во Ву Гао Го Дан Данг Дин Динь До Дун Дэн Зыонг Кан Ким Лам Лан Лань Ле Ли Лин Линь Ло Лю Лян Ма Май Мао Мин Мун Нго Нгуен Пак Пан
    Пэн Се Со Сон Сун Сунь Сюй Тан Тао Фам Фан Фэн Хан Хань Хо Хоанг Ху Хуан Хэ Цай Цао Цзян Цой Чан Чжан Чжао Чжоу Чжу Чо Чон Чэн Чэнь Шэнь Юань Юй Юн Ян Ань
    """.split()  # noqa: SIM905 -- a list of names is read as a text
)
"""Family names of the East in one syllable."""

PREPOSITIONS = frozenset(
    {"в", "во", "на", "с", "со", "к", "ко", "о", "об", "по", "за", "из", "от", "у", "до", "для", "при", "под", "над", "между", "через", "без"}
)
"""Short prepositions, which the dictionary takes for abbreviations of nouns too."""

COMPOUND_FAMILIES = frozenset({"Оуян", "Сыма", "Чжугэ", "Шангуань", "Хуанфу", "Сыту", "Намгун", "Согён", "Хванбо"})
"""Family names of the East in two syllables."""

INSTITUTIONS = frozenset(
    {
        "министерство",
        "ведомство",
        "комитет",
        "комиссия",
        "подкомиссия",
        "агентство",
        "служба",
        "управление",
        "департамент",
        "отдел",
        "институт",
        "университет",
        "академия",
        "центр",
        "фонд",
        "банк",
        "совет",
        "бюро",
        "группа",
        "палата",
        "ассоциация",
        "союз",
        "федерация",
        "организация",
    }
)
"""What has a field of its own after it: Министерство науки и технологии is one ministry."""
