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

LANDS = frozenset({"страна", "край", "область", "регион", "мир", "континент", "государство", "губерния", "держава"})
"""What seldom has a name of its own behind it: the name behind «область» is rather that of its town (центр области Тюмень)."""

SETTLEMENTS = frozenset({"город", "село", "деревня", "посёлок", "станица"})
"""Behind these stands their own name: порт города Находка."""

NAMED_PLACES = (
    LANDS
    | SETTLEMENTS
    | frozenset(
        """
        столица порт центр райцентр облцентр мегаполис агломерация курорт пригород побратим наукоград крепость родина хаб форпост
        река озеро море пролив залив мыс гора вулкан пик вершина хребет остров полуостров архипелаг
        """.split()  # noqa: SIM905 -- a list of words is read as a text
    )
)
"""Places whose name bends where a genitive stands between: столицы Татарстана Казани, крупнейшего порта страны Сурабаи."""

BEARERS = (
    NAMED_BY_NOMINATIVE
    | (CITIES - {"столица"})
    | STREETS
    | frozenset(
        """
        университет институт академия школа колледж лицей завод фабрика комбинат предприятие общество фирма авиакомпания госкорпорация издательство
        шахта рудник карьер газета журнал издание телеканал портал сайт сервис приложение сеть магазин ресторан кафе клуб команда ансамбль оркестр
        судно корабль крейсер фрегат корвет ледокол эсминец подлодка лайнер танкер балкер яхта парусник паром теплоход шхуна
        ракета спутник вакцина препарат самолёт вертолёт автомобиль поезд марка бренд сорт модель порода
        музей театр кинотеатр парк мост канал храм мечеть собор монастырь стадион вокзал дворец комплекс кластер зона квартал башня
        партия движение фестиваль премия конкурс операция маршрут линия формат направление рейс трасса шоссе магистраль
        бухта хребет долина плато ущелье перевал побережье султанат княжество эмират префектура штат кантон графство губернаторство дистрикт
        федерация регентство муниципалитет община племя вилайет мухафаза
        """.split()  # noqa: SIM905 -- a list of words is read as a text
    )
)
"""What has its name behind it in the nominative, whatever its own case: университета Брауиджая, партии Единая Россия."""

KIN = frozenset("дочь сын жена муж супруга супруг сестра брат мать отец вдова внук внучка племянник племянница невеста жених".split())  # noqa: SIM905
"""Of whom the name may stand behind that of another person: дочь президента Ириана."""

DOCUMENTS = frozenset(
    """
    соглашение договор кодекс книга доклад отчёт закон конституция устав документ учебник роман монография диссертация протокол меморандум конвенция
    хартия декларация руководство сборник пособие часть раздел исследование обзор справочник
    """.split()  # noqa: SIM905 -- a list of words is read as a text
)
"""What has chapters: главы доклада are no persons."""

UNBENT_TOO = frozenset({"Саха"})
"""Names that usage often leaves as they are."""

OF_PAIRS = frozenset({"форум", "диалог", "саммит", "совет", "формат", "линия", "партнёрство", "встреча", "конференция", "комиссия", "группа", "проект"})
"""What a pair of names is put to that both stay: форум Россия – исламский мир."""

PEOPLE = frozenset({"учён", "служащ", "учащ", "трудящ", "верующ", "отдыхающ", "ранен", "подчинённ", "поверенн", "заведующ"})
"""Stems of adjectives that are people where no noun follows: учёные МГУ, служащие министерства."""

PERHAPS_PEOPLE = frozenset({"военн", "рабоч", "дежурн", "уполномоченн", "командующ", "управляющ", "пострадавш", "животн"})
"""Stems that may agree with an abbreviation too: военные АСЕАН, военные НИИ."""

LEARNED = frozenset({"учён"})
"""Of the people those of whom a society or council may be called: учёные общества."""

WORKPLACES = frozenset({"предприятие", "учреждение", "хозяйство", "объединение"})
"""Рабочие предприятия are workers, or enterprises that work."""

THINGS = frozenset({"ископаемое", "ископаемые"})
"""Nouns like adjectives that are things, which the dictionary takes for living beings too."""
