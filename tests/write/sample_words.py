"""The words of the samples in three languages, as long as real ones."""

NB = "\u00a0"

WORDS: dict[str, dict[str, object]] = {
    "en": {
        "issuer": "Ministry of Industry of the Republic of Indonesia",
        "kicker": "Press release",
        "meta": f"No. 14/2026{NB}· 14 April 2026",
        "release": "For immediate release",
        "title": "Indonesia and Russia to hold twice-yearly talks on shipbuilding",
        "subhead": "First meeting of the working group is set for September in Surabaya",
        "lead": f"JAKARTA, 14{NB}April 2026{NB}–",
        "lead2": (
            " Indonesia and Russia will hold expert talks on shipbuilding twice a year under a memorandum signed on Tuesday by the two industry "
            "ministers, with the first round in Surabaya in September."
        ),
        "body": (
            "The memorandum, valid for five years and renewed unless either side objects, covers the design of coastal vessels, the repair of ice-class "
            "ships and the training of naval architects. It was signed in Jakarta in the presence of the two deputy prime ministers at the close of the "
            "fourteenth session of the joint commission on trade, economic and technical cooperation."
        ),
        "note": "Signed in two originals, in Indonesian and Russian, both texts being equally authentic.",
        "quote": "“We are not buying ships. We are learning to build our own, and the first keel is to be laid next year,” the minister said.",
        "figures": "Bilateral trade reached ",
        "amount": f"US$4.3{NB}billion",
        "figures2": " in 2025, up 12.5 per cent on the year before.",
        "heading": "Background",
        "subheading": "What was agreed",
        "item1": "Joint design of a 60-metre coastal vessel for the eastern provinces;",
        "item2": "a repair dock in Surabaya, open to ships of both countries from 2027;",
        "item3": "places for forty students a year at the technical university in Saint Petersburg.",
        "term": "gotong royong",
        "see": "see the table",
        "col": ("Area", "First step", "By"),
        "rows": (
            ("Ship design", "Joint bureau in Surabaya", "September 2026"),
            ("Ship repair", "Survey of the dock", "March 2027"),
            ("Training", "Forty places a year", "2027"),
        ),
        "table": "Steps agreed for the first two years",
        "keys": (
            ("Signed", f"14{NB}April 2026, Jakarta"),
            ("Term", "Five years, renewed unless either side objects"),
            ("Signed by", "Industry ministers of both countries"),
        ),
        "alt": "Two ministers sit behind a table with two folders.",
        "caption": "The ministers after signing the memorandum, Jakarta.",
        "end": "Ends",
        "notes": "Notes to editors",
        "contact": "Press office",
        "footer": "Page {page} of {pages}",
        "mark": f"Embargoed until 14:00 WIB (UTC+7), 14{NB}April 2026",
        "comment": "The date of the first round is not confirmed.",
    },
    "id": {
        "issuer": "Kementerian Perindustrian Republik Indonesia",
        "kicker": "Siaran Pers",
        "meta": f"Nomor 14/2026{NB}· 14 April 2026",
        "release": "Untuk segera disiarkan",
        "title": "Indonesia dan Rusia Gelar Pembicaraan Perkapalan Dua Kali Setahun",
        "subhead": "Pertemuan pertama kelompok kerja berlangsung di Surabaya pada September",
        "lead": f"Jakarta, 14{NB}April 2026{NB}–",
        "lead2": (
            " Indonesia dan Rusia akan mengadakan pembicaraan ahli di bidang perkapalan dua kali setahun. Nota kesepahaman yang menjadi dasarnya "
            "ditandatangani kedua menteri perindustrian di Jakarta, Selasa (14/4/2026)."
        ),
        "body": (
            "Nota kesepahaman yang berlaku lima tahun dan diperpanjang apabila tidak ada pihak yang berkeberatan itu mencakup rancang bangun kapal pesisir, "
            "perbaikan kapal kelas es, dan pendidikan perancang kapal. Penandatanganan disaksikan wakil perdana menteri pada penutupan sidang ke-14 komisi "
            "bersama untuk kerja sama perdagangan, ekonomi, dan teknik."
        ),
        "note": "Ditandatangani dalam dua naskah asli, berbahasa Indonesia dan Rusia, yang sama kuatnya.",
        "quote": "“Kami tidak membeli kapal. Kami belajar membangunnya sendiri, dan lunas pertama akan diletakkan tahun depan,” ujar Menteri.",
        "figures": "Nilai perdagangan kedua negara mencapai ",
        "amount": f"US$4,3{NB}miliar",
        "figures2": " pada 2025, naik 12,5 persen dari tahun sebelumnya.",
        "heading": "Latar Belakang",
        "subheading": "Hal yang Disepakati",
        "item1": "Rancang bangun bersama kapal pesisir 60 meter untuk provinsi di kawasan timur;",
        "item2": "galangan perbaikan di Surabaya yang terbuka bagi kapal kedua negara mulai 2027;",
        "item3": "tempat bagi empat puluh mahasiswa setiap tahun di universitas teknik di Sankt-Peterburg.",
        "term": "keel laying",
        "see": "lihat tabel",
        "col": ("Bidang", "Langkah pertama", "Waktu"),
        "rows": (
            ("Rancang bangun", "Biro bersama di Surabaya", "September 2026"),
            ("Perbaikan kapal", "Survei galangan", "Maret 2027"),
            ("Pendidikan", "Empat puluh tempat setahun", "2027"),
        ),
        "table": "Langkah yang disepakati untuk dua tahun pertama",
        "keys": (
            ("Ditandatangani", f"14{NB}April 2026, Jakarta"),
            ("Masa berlaku", "Lima tahun, diperpanjang apabila tidak ada keberatan"),
            ("Oleh", "Menteri perindustrian kedua negara"),
        ),
        "alt": "Dua menteri duduk di belakang meja dengan dua map.",
        "caption": "Kedua menteri setelah penandatanganan nota kesepahaman, Jakarta.",
        "end": "Demikian siaran pers ini untuk disebarluaskan.",
        "notes": "Catatan untuk redaksi",
        "contact": "Narahubung",
        "footer": "Halaman {page} dari {pages}",
        "mark": "Embargo s.d. pukul 14.00 WIB, 14 April 2026",
        "comment": "Tanggal pertemuan pertama belum dipastikan.",
    },
    "ru": {
        "issuer": "Министерство промышленности и торговли Российской Федерации",
        "kicker": "Пресс-релиз",
        "meta": f"№{NB}14/2026{NB}· 14{NB}апреля 2026{NB}г.",
        "release": "Для немедленной публикации",
        "title": "Россия и Индонезия будут дважды в год проводить консультации по судостроению",
        "subhead": "Первая встреча рабочей группы назначена на сентябрь в Сурабае",
        "lead": f"г.{NB}Джакарта, 14{NB}апреля 2026{NB}г.",
        "lead2": (
            " Россия и Индонезия будут дважды в год проводить консультации экспертов по судостроению. Это предусмотрено меморандумом "
            "о взаимопонимании, который подписали министры промышленности двух стран; первая встреча пройдет в Сурабае в сентябре."
        ),
        "body": (
            "Меморандум сроком на пять лет с последующим продлением, если ни одна из сторон не заявит возражений, охватывает проектирование судов прибрежного "
            "плавания, ремонт судов ледового класса и подготовку инженеров-кораблестроителей. Документ подписан в Джакарте в присутствии заместителей глав "
            "правительств по завершении четырнадцатого заседания совместной комиссии по торгово-экономическому и техническому сотрудничеству."
        ),
        "note": "Подписан в двух экземплярах на русском и индонезийском языках, причем оба текста имеют одинаковую силу.",
        "quote": f"«Мы не покупаем суда. Мы учимся строить их сами, и первый киль будет заложен в{NB}следующем году»,{NB}– сказал министр.",
        "figures": f"Взаимная торговля в{NB}2025{NB}году составила ",
        "amount": f"4,3{NB}млрд{NB}долл. США",
        "figures2": f" и{NB}выросла на{NB}12,5% по{NB}сравнению с{NB}предыдущим годом.",
        "heading": "Справочно",
        "subheading": "О чем договорились",
        "item1": "Совместное проектирование 60-метрового судна прибрежного плавания для восточных провинций;",
        "item2": f"ремонтный док в{NB}Сурабае, открытый для судов обеих стран с{NB}2027{NB}года;",
        "item3": f"сорок мест в{NB}год для студентов в{NB}техническом университете в{NB}Санкт-Петербурге.",
        "term": "gotong royong",
        "see": "см. таблицу",
        "col": ("Направление", "Первый шаг", "Срок"),
        "rows": (
            ("Проектирование", f"Совместное бюро в{NB}Сурабае", f"сентябрь 2026{NB}г."),
            ("Ремонт судов", "Обследование дока", f"март 2027{NB}г."),
            ("Подготовка кадров", f"Сорок мест в{NB}год", f"2027{NB}г."),
        ),
        "table": "Шаги, согласованные на первые два года",
        "keys": (
            ("Подписано", f"14{NB}апреля 2026{NB}г., Джакарта"),
            ("Срок действия", "Пять лет с продлением при отсутствии возражений"),
            ("Подписали", "Министры промышленности двух стран"),
        ),
        "alt": "Два министра сидят за столом, перед ними две папки.",
        "caption": "Министры после подписания меморандума, Джакарта.",
        "end": "Конец",
        "notes": "Примечания для редакций",
        "contact": "Контакты для СМИ",
        "footer": "Страница {page} из {pages}",
        "mark": f"Эмбарго до 14:00 (МСК) 14{NB}апреля 2026{NB}г.",
        "comment": "Дата первой встречи не подтверждена.",
    },
}
