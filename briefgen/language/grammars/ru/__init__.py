"""Russian. Written forms win, then the reviewed lexicon, then these rules; what is not certain is said with a doubt."""

import re
from dataclasses import replace
from decimal import Decimal

from briefgen.language.grammars.ru import adjectives, counts, names, phrases, verbs
from briefgen.language.locale import Locale
from briefgen.language.said import Doubt, Said, Unsayable
from briefgen.values import Case, Gender, Number, Wording


class Grammar:
    """The bending of Russian words."""

    bends = True

    def __init__(self, locale: Locale) -> None:
        self._locale = locale
        self._done: dict[tuple[object, ...], Said] = {}
        self._spelt: dict[tuple[object, ...], Said | None] = {}

    def inflect(self, phrase: Wording, case: Case, number: Number | None = None) -> Said:
        """``phrase`` in ``case``: the head and the words that agree with it change, what follows the head stays."""
        key = (phrase, case, number)
        if key not in self._done:
            self._done[key] = _one_script(phrase.text, phrases.inflect(self._words, phrase, case, number))
        return self._done[key]

    def located(self, phrase: Wording) -> Said:
        """``phrase`` in the prepositional, or in the second locative of its head, which the lexicon knows: в аэропорту, в Крыму."""
        key = ("at", phrase)
        if key not in self._done:
            self._done[key] = phrases.located(self._words, phrase)
        return self._done[key]

    def name(self, name: Wording, case: Case) -> Said:
        """A person's name in ``case``; its gender must be known."""
        key = ("name", name, case)
        if key not in self._done:
            self._done[key] = _one_script(name.text, names.decline(name, case))
        return self._done[key]

    def counted(self, number: Decimal, noun: Wording, case: Case) -> Said:
        """The form of ``noun`` after ``number``."""
        key = (number, noun, case)
        if key not in self._done:
            self._done[key] = counts.counted(self._words, number, self._known(noun), case)
        return self._done[key]

    def concord(self, phrase: Wording) -> tuple[Gender | None, Number]:
        """Gender and number by what is written, by the lexicon, or by the head of the phrase; never by a guess."""
        return phrases.concord(self._words, self._known(phrase))

    def numeral(self, number: int, noun: Wording, case: Case) -> Said | None:
        """``number`` in words as far as language.yaml spells it, agreeing with ``noun``."""
        key = ("in words", number, noun, case)
        if key not in self._spelt:
            self._spelt[key] = self._numeral(number, noun, case)
        return self._spelt[key]

    def _numeral(self, number: int, noun: Wording, case: Case) -> Said | None:
        rows = self._locale.find("numerals", str(number))
        if rows is None:
            return None
        noun = self._known(noun)
        gender = "pl" if noun.number == "pl" else noun.gender or phrases.gender(self._words, noun)
        row = rows.get("any") or rows.get(gender or "")
        if row is None:
            raise Unsayable(f"the gender of «{noun.text}» is not known", "write gender: m, f or n")
        animate = noun.animate or phrases.animate(self._words, noun)
        return Said(row["gen"] if case == "acc" and animate and number in (1, 2, 3, 4) and not (number == 1 and gender != "m") else row[case])

    def adjective(self, word: str, gender: Gender | None, number: Number, case: Case, animate: bool) -> Said:
        """An adjective or participle, given in the masculine, made to agree."""
        if number == "sg" and gender is None:
            raise Unsayable(f"the gender for «{word}» is not known", "give m, f or n, or number='pl'")
        return Said(adjectives.agree(word, gender, number, case, animate))

    def verb(self, infinitive: str, gender: Gender | None, number: Number) -> Said:
        """A verb in the past tense; what follows the verb stays."""
        return verbs.past(infinitive, gender, number)

    def participle(self, infinitive: str, gender: Gender | None, number: Number) -> Said:
        """The short passive participle of a verb."""
        return verbs.participle(infinitive, gender, number)

    @property
    def _words(self) -> dict[str, Wording]:
        return self._locale.words

    def _known(self, noun: Wording) -> Wording:
        found = self._words.get(noun.text)
        return replace(noun, gender=noun.gender or found.gender, animate=noun.animate or found.animate, forms={**found.forms, **noun.forms}) if found else noun


def _one_script(text: str, said: Said) -> Said:
    """``said``, with a doubt where a Latin letter stands in a Russian word and looks like one of its own."""
    found = re.search(r"\w*(?:[а-яё][aceopxyk]|[aceopxyk][а-яё])\w*", text, re.IGNORECASE)
    return Said(said, Doubt(f"«{found[0]}» mixes Latin letters with Cyrillic ones")) if found and not said.doubt else said
