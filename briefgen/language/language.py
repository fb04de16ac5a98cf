"""``Language``: one object a language. Its methods are the filters of templates and the words of ``briefgen say``."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from briefgen.language import arguments, catalogue, clock, dates, folder, numbers, ordinals, phrases, tables, text, typography
from briefgen.language.arguments import DateLike, NumberLike
from briefgen.language.folder import PACKAGE
from briefgen.language.grammars import grammar
from briefgen.language.locale import Locale, fill
from briefgen.language.said import Said, doubt_of
from briefgen.values import Case, Gender, Moment, Number, PartialDate, Span, Wording

Phrase = str | Wording


class Language:
    """A language, made from its folder. ``folders`` are looked through in order; ``settings`` are the house's choices.

    Cases, genders and numbers are accepted in every language and change nothing where words do not bend. What is said is
    a ``Said``; what cannot be said raises ``Unsayable``.
    """

    def __init__(self, code: str, folders: Sequence[Path] = (PACKAGE,), settings: Mapping[str, Any] | None = None) -> None:
        self._locale = Locale(code, folders, settings or {})
        self._grammar = grammar(self._locale)
        self.code = code
        self.tag: str = self._locale.pattern("tag")
        self.script: str = self._locale.pattern("script")
        self.direction: str = self._locale.find("direction") or "ltr"

    def tag_of(self, code: str) -> str:
        """What the language ``code`` is called by others (BCP 47): as its own folder says, else its code."""
        return self.tag if code == self.code else str(folder.tables(code, "language", self._locale.folders).get("tag", code))

    def beside(self, code: str) -> "Language":
        """Another language from the same folders."""
        return _beside(code, tuple(self._locale.folders))

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

    # ── dates and times ──────────────────────────────────────────────────────────────────────────

    def date(self, value: DateLike, style: str = "long", case: Case = "nom") -> Said:
        """A date, only as precise as it is. Styles: long, words, numeric, weekday, press, short, in (in a sentence), on (its weekday), since, until, by."""
        return self._say(dates.date(self._locale, value, style, case))

    def date_range(self, start: DateLike, end: DateLike, style: str = "long", case: Case = "nom") -> Said:
        """From one date to another, inclusive. Styles: long, words, in, short (without the year)."""
        return self._say(dates.date_range(self._locale, start, end, style, case))

    def year_range(self, start: int | str | PartialDate, end: int | str | PartialDate, case: Case = "nom") -> Said:
        """From one year to another."""
        return self._say(dates.year_range(self._locale, start, end, case))

    def span(self, value: Span, style: str = "long", case: Case = "nom") -> Said:
        """A period; an open end is said as such."""
        return self._say(dates.span(self._locale, value, style, case))

    def time(self, value: dt.time | str, zone: str | None = None, style: str = "long", on: DateLike | None = None, *, beside: str | None = None) -> Said:
        """A time of day in ``zone`` (IANA), and ``beside`` it that of another. ``on`` is the day, needed where clocks are changed. Styles: long, short."""
        day = None if on is None else arguments.date(on)
        if beside and zone:
            return self._say(dates.beside(self._locale, value, (zone, beside), style, day))
        return self._say(clock.time(self._locale, value, zone, style, day))

    def clock(self, start: dt.time | str, end: dt.time | str | None = None) -> Said:
        """A time of day in digits alone, or from one to another, as a programme has it."""
        return self._say(clock.digits(self._locale, start, end))

    def zone(self, name: str, on: DateLike | None = None) -> Said:
        """A time zone (IANA) by its name and its offset from UTC, on the day ``on`` where its clocks change."""
        return self._say(clock.zone(self._locale, name, None if on is None else arguments.date(on)))

    def moment(self, value: Moment, style: str = "long") -> Said:
        """A date with its time and zone. Styles: long, embargo."""
        return self._say(dates.moment(self._locale, value, style))

    # ── numbers ──────────────────────────────────────────────────────────────────────────────────

    def number(self, value: NumberLike) -> Said:
        """A number, with all its digits."""
        return self._say(numbers.number(self._locale, value))

    def compact(self, value: NumberLike) -> Said:
        """A number with a scale word, where one says it exactly."""
        return self._say(numbers.compact(self._locale, value))

    def money(self, value: NumberLike, currency: str | None = None, style: str = "full", case: Case = "nom") -> Said:
        """A sum in ``currency`` (ISO 4217). Styles: full, compact, words, long."""
        return self._say(numbers.money(self._locale, self._grammar, value, currency, style=style, case=case))

    def percent(self, value: NumberLike, style: str | None = None, case: Case = "nom") -> Said:
        """A share in per cent. Styles: press, words, and gost in Russian; the default is a setting."""
        return self._say(numbers.percent(self._locale, self._grammar, value, style, case))

    def unit(self, value: NumberLike, unit: str | None = None, case: Case = "nom") -> Said:
        """A quantity and its unit; a ``Measure`` brings its own, and its qualifier."""
        if unit is None:
            return self.measure(value, case)
        return self._say(numbers.unit(self._locale, self._grammar, value, unit, case))

    def measure(self, value: NumberLike, case: Case = "nom", style: str | None = None) -> Said:
        """A measure whole: qualifier, number, scale, unit or currency. ``style`` is that of ``money`` or ``percent``."""
        return self._say(numbers.measure(self._locale, self._grammar, value, case, style))

    def count(self, number: NumberLike, noun: Phrase, case: Case = "nom", style: str = "figures") -> Said:
        """How many of what. Styles: figures; text, which spells the numbers that the language spells in running text."""
        return self._say(ordinals.count(self._locale, self._grammar, number, numbers.noun_wording(noun), case, style=style))

    def ordinal(self, n: int | str, gender: Gender | None = None, case: Case = "nom", *, number: Number = "sg") -> Said:
        """Which in order: 13-е, 13th, ke-13. ``number`` is that of the noun."""
        return self._say(ordinals.ordinal(self._locale, n, gender, case, number))

    # ── words that bend ──────────────────────────────────────────────────────────────────────────

    def inflect(self, phrase: Phrase, case: Case = "nom", *, number: Number | None = None, animate: bool = False) -> Said:
        """``phrase``, given in the nominative, in ``case``; ``number`` asks for a number other than its own."""
        wording = phrases.known_wording(self._locale, phrase)
        if animate and not wording.animate:
            wording = replace(wording, animate=True)
        other = number is not None and number != (wording.number or "sg")
        return self._say(phrases.bent(lambda: self._grammar.inflect(wording, case, number), f"{number}.{case}" if other else case))

    def name(self, name: Phrase, case: Case = "nom", *, gender: Gender | None = None, origin: str | None = None) -> Said:
        """A person's name in ``case``; where words bend ``gender`` is needed, and ``origin`` (ISO 3166) makes it surer."""
        given = numbers.noun_wording(name)
        whole = replace(given, gender=gender or given.gender, origin=origin or given.origin)
        return self._say(phrases.bent(lambda: self._grammar.name(whole, case), case))

    def verb(self, infinitive: str, gender: Gender | None = None, number: Number = "sg") -> Said:
        """A verb in the past tense, agreeing with its subject."""
        return self._say(self._grammar.verb(infinitive, gender, number))

    def participle(self, word: str, gender: Gender | None = None, number: Number = "sg") -> Said:
        """The short passive participle of a verb, agreeing with its subject: подписать, подписаны."""
        return self._say(self._grammar.participle(word, gender, number))

    def concord(self, phrase: Phrase) -> tuple[Gender | None, Number]:
        """The gender and the number that a verb takes with ``phrase`` as its subject."""
        return self._grammar.concord(phrases.known_wording(self._locale, phrase))

    def adjective(self, word: str, gender: Gender | None = None, number: Number = "sg", case: Case = "nom", *, animate: bool = False) -> Said:
        """An adjective or participle, given in the masculine nominative, made to agree."""
        return self._say(self._grammar.adjective(word, gender, number, case, animate))

    def pronoun(self, gender: Gender | None = None, case: Case = "nom", *, number: Number = "sg", after_preposition: bool = False) -> Said:
        """The pronoun of the third person: он, неё, они; he, him, they; dia."""
        return Said(tables.pronoun(self._locale, gender, case, number, after_preposition))

    def relative(self, gender: Gender | None = None, number: Number = "sg", case: Case = "nom", *, animate: bool = False) -> Said:
        """The relative pronoun: который, которую, которых; which; yang."""
        return Said(tables.relative(self._locale, gender, number, case, animate))

    # ── states, places, instruments ──────────────────────────────────────────────────────────────

    def state(self, code: str, form: str = "short", case: Case = "nom") -> Said:
        """The name of a state (ISO 3166-1). Forms: short, formal, list (without an article), adjective."""
        return self.inflect(self.state_wording(code, form), case)

    def state_wording(self, code: str, form: str = "short") -> Wording:
        """The name of a state with its grammar."""
        if form == "formal" and self._locale.settings.get("republic_apposition") == "agree":
            return phrases.agreeing(self._locale, self._grammar, code)
        return phrases.state_wording(self._locale, code, form)

    def bare(self, name: str) -> Said:
        """A name as a list or a table has it, without the article that a sentence gives it: Ministry of Industry."""
        return phrases.bare(self._locale, name)

    def states(self) -> tuple[str, ...]:
        """The codes of all states that this language can name."""
        return tuple(self._locale.table("states"))

    def at(self, place: Phrase) -> Said:
        """In or at a place: во Владивостоке, на Бали. A place is its name, its wording, or a state's code."""
        return self._prepositional("at", place)

    def to(self, place: Phrase) -> Said:
        """To a place: на Филиппины."""
        return self._prepositional("to", place)

    def from_(self, place: Phrase) -> Said:
        """From a place: из Индонезии, с Бали."""
        return self._prepositional("from", place)

    def with_(self, phrase: Phrase) -> Said:
        """With someone or something: с Индонезией, со странами."""
        return self._prepositional("with", phrase)

    def about(self, phrase: Phrase) -> Said:
        """About something: об Индонезии."""
        return self._prepositional("about", phrase)

    def instrument(self, key: str, *, short: bool = False) -> Wording:
        """The common noun of a kind of document (``memorandum-of-understanding``), with its grammar; ``short`` for headlines."""
        return tables.instrument(self._locale, key, short=short)

    def abbreviation(self, key: str) -> Said | None:
        """The usual abbreviation of a kind of document (MoU), or None where the language has none."""
        return tables.abbreviation(self._locale, key)

    # ── text ─────────────────────────────────────────────────────────────────────────────────────

    def join(self, items: Sequence[str], *, nested: bool = False) -> Said:
        """A list in a sentence; ``nested`` keeps apart items that have an "and" of their own."""
        return text.join(self._locale, items, nested=nested)

    def has_and(self, words: str) -> bool:
        """Whether ``words`` hold the conjunction that joins the last item of a list."""
        return text.has_and(self._locale, words)

    def article(self, noun: str) -> Said:
        """``noun`` with its indefinite article, where the language has one."""
        return text.article(self._locale, noun)

    def quote(self, words: str) -> Said:
        """``words`` in quotation marks; those inside become inner marks."""
        return text.quote(self._locale, words)

    def quote_marks(self, level: int = 1) -> tuple[str, str]:
        """The opening and closing quotation mark of ``level``, from 1."""
        return text.quote_marks(self._locale, level)

    def initials(self, name: str, *, origin: str | None = None) -> Said:
        """``name`` with its given names as initials; names that put the family first (by ``origin``) stay whole."""
        return self._say(text.initials(self._locale, name, origin))

    def capitalise(self, words: str) -> Said:
        """``words`` with a capital at the beginning."""
        return text.capitalise(words)

    sentence_case = capitalise

    def title_case(self, words: str) -> Said:
        """``words`` with the capitals of a headline, in a language that writes headlines so."""
        return text.title_case(self._locale, words)

    def contract(self, words: str) -> Said:
        """``words`` with the language's contractions: с страной, со страной."""
        return Said(text.contract(self._locale, words), doubt_of([words]))

    def spell(self, words: str) -> Said:
        """``words`` of prose in the house's spelling, where the language has more than one: organise, organize."""
        return text.spell(self._locale, words)

    def label(self, msgid: str, **values: object) -> Said:
        """A label of the catalogue, its ``{slots}`` filled with ``values``."""
        found = self.spell(catalogue.label(self.code, self._locale.folders, msgid))
        return Said(fill(found, values) if values else found, doubt_of(values.values()))

    def sorting(self, words: str) -> str:
        """What ``words`` are sorted by in a list: without an article, whatever the case."""
        return text.sorting(self._locale, words)

    def autonym(self) -> Said:
        """What the language calls itself, as a heading: Русский, Bahasa Indonesia."""
        return text.capitalise(str(self._locale.find("autonym") or text.tongue(self._locale, self.code)))

    def tongue(self, code: str) -> Said:
        """The name of the language ``code``: индонезийский, Russian, bahasa Inggris."""
        return Said(text.tongue(self._locale, code))

    def typeset(self, pieces: Sequence[str], opening: bool = True, *, headline: bool = False) -> list[str]:
        """The ``pieces`` of one block with the language's typography; as many pieces come back.

        ``opening`` is False for a block that opens no sentence and keeps its small letter. In a ``headline`` no short word ends
        a line, and the last word does not stand alone.
        """
        return typography.typeset(self._locale, pieces, opening, headline=headline)

    def _prepositional(self, which: str, phrase: Phrase) -> Said:
        return self._say(phrases.prepositional(self._locale, self._grammar, which, phrase))

    def _say(self, words: str) -> Said:
        return Said(self._locale.bind(words), doubt_of([words]))


@lru_cache(maxsize=16)
def _beside(code: str, folders: tuple[Path, ...]) -> Language:
    return Language(code, folders)
