"""What a grammar must know, and the grammar of a language whose words do not bend."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from briefgen.language.locale import Locale, fill
from briefgen.language.said import Said
from briefgen.language.text import contract
from briefgen.values import Case, Gender, Number, Wording


class Grammar(Protocol):
    """The bending of words. A language without a module of its own takes ``Plain``.

    ``bends`` is False where a case changes nothing. All methods raise ``Unsayable`` rather than give a wrong form, and
    carry a doubt where a form is not certain.
    """

    bends: bool

    def inflect(self, phrase: Wording, case: Case, number: Number | None = None) -> Said:
        """``phrase`` in ``case``, and in the other number where ``number`` says so."""
        ...

    def name(self, name: Wording, case: Case) -> Said:
        """A person's name in ``case``."""
        ...

    def located(self, phrase: Wording) -> Said:
        """``phrase`` as the place where something is, after its preposition."""
        ...

    def counted(self, number: Decimal, noun: Wording, case: Case) -> Said:
        """The form of ``noun`` after ``number``."""
        ...

    def concord(self, phrase: Wording) -> tuple[Gender | None, Number]:
        """The gender and the number that a word takes which agrees with ``phrase``."""
        ...

    def numeral(self, number: int, noun: Wording, case: Case) -> Said | None:
        """``number`` in words, agreeing with ``noun``; None where the language writes it in figures."""
        ...

    def adjective(self, word: str, gender: Gender | None, number: Number, case: Case, animate: bool) -> Said:
        """An adjective or participle, given in the masculine, made to agree."""
        ...

    def verb(self, infinitive: str, gender: Gender | None, number: Number) -> Said:
        """A verb in the past tense."""
        ...

    def participle(self, infinitive: str, gender: Gender | None, number: Number) -> Said:
        """The short passive participle of a verb ("signed")."""
        ...


class Plain:
    """A language whose words do not bend, or only as its language.yaml says: by a word before them, for a plural, for a feminine."""

    bends = False

    def __init__(self, locale: Locale) -> None:
        self._locale = locale

    def inflect(self, phrase: Wording, case: Case, number: Number | None = None) -> Said:
        """``phrase`` in its written form, else with what the language puts before it for the case: de la France, du Japon."""
        key, words = str(case), phrase.text
        if number and number != (phrase.number or "sg"):
            key, words = f"{number}.{case}", phrase.forms.get(f"{number}.nom") or phrase.forms.get(number) or self._plural(phrase.text)
        return Said(phrase.forms.get(key) or self._led(words, case, "pl" if (number or phrase.number) == "pl" else phrase.gender))

    def name(self, name: Wording, case: Case) -> Said:
        """``name`` as it is, with what the case puts before it."""
        return Said(name.forms.get(case) or self._led(name.text, case))

    def located(self, phrase: Wording) -> Said:
        """``phrase``, or its written form."""
        return self.inflect(phrase, "nom")

    def counted(self, number: Decimal, noun: Wording, case: Case) -> Said:  # noqa: ARG002
        """``noun`` in the singular or the plural."""
        one = self._locale.plural(number) == "one" or not self._locale.find("plural")
        return Said(noun.text) if one or noun.number == "pl" else self.inflect(noun, "nom", "pl")

    def concord(self, phrase: Wording) -> tuple[Gender | None, Number]:
        """What is written beside the phrase; nothing bends by it."""
        return phrase.gender, phrase.number or "sg"

    def numeral(self, number: int, noun: Wording, case: Case) -> Said | None:  # noqa: ARG002
        """``number`` in words, as far as language.yaml spells it."""
        word = self._locale.find("spelled", str(number))
        if isinstance(word, Mapping):
            word = word.get(noun.gender or "m", word["m"])
        return Said(word) if word else None

    def adjective(self, word: str, gender: Gender | None, number: Number, case: Case, animate: bool) -> Said:  # noqa: ARG002
        """``word``, given in the masculine, made feminine and plural by the rules of language.yaml, where it has any."""
        for rules in ("f",) * (gender == "f") + ("pl",) * (number == "pl"):
            word = self._ruled(word, self._locale.find("agreement", rules) or ())
        return Said(word)

    def verb(self, infinitive: str, gender: Gender | None, number: Number) -> Said:  # noqa: ARG002
        """``infinitive`` as it is: such a language's templates write the verb itself."""
        return Said(infinitive)

    def participle(self, infinitive: str, gender: Gender | None, number: Number) -> Said:
        """A participle, given as such in the masculine: signé, signée."""
        return self.adjective(infinitive, gender, number, "nom", animate=False)

    def _led(self, words: str, case: Case, kind: str | None = None) -> str:
        """``words`` as ``cases`` of language.yaml has them, run together as the language wants: de + le Japon is du Japon.

        A noun without its article has its ``kind`` written beside it (m, f, pl), and the pattern may have one for each.
        """
        pattern = self._locale.find("cases", case)
        if isinstance(pattern, Mapping):
            pattern = pattern.get(kind or "any", pattern.get("any"))
        return contract(self._locale, fill(pattern, {"x": words})) if pattern else words

    def _plural(self, text: str) -> str:
        """The plural by language.yaml: the head is what stands before the first word of ``plural.before``, and takes the first rule that fits."""
        rules = self._locale.find("plural") or {}
        found = re.search(rules["before"], text) if "before" in rules else None
        head, tail = (text[: found.start()], text[found.start() :]) if found else (text, "")
        return self._ruled(head, rules.get("rules", ())) + tail

    @staticmethod
    def _ruled(word: str, rules: Sequence[Mapping[str, str]]) -> str:
        """``word`` changed by the first rule that fits."""
        for rule in rules:
            changed, count = re.subn(rule["find"], rule["put"], word, count=1)
            if count:
                return changed
        return word
