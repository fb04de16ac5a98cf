"""What a grammar must know, and the grammar of a language whose words do not bend."""

import re
from decimal import Decimal
from typing import Protocol

from briefgen.language.locale import Locale
from briefgen.language.said import Said
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
    """A language whose words stay as they are but for a plural, which is data."""

    bends = False

    def __init__(self, locale: Locale) -> None:
        self._locale = locale

    def inflect(self, phrase: Wording, case: Case, number: Number | None = None) -> Said:
        """``phrase``, or its written form."""
        if number and number != (phrase.number or "sg"):
            return Said(phrase.forms.get(f"{number}.{case}") or phrase.forms.get(f"{number}.nom") or phrase.forms.get(number) or self._plural(phrase.text))
        return Said(phrase.forms.get(case, phrase.text))

    def name(self, name: Wording, case: Case) -> Said:
        """``name`` as it is."""
        return Said(name.forms.get(case, name.text))

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
        return Said(word) if word else None

    def adjective(self, word: str, gender: Gender | None, number: Number, case: Case, animate: bool) -> Said:  # noqa: ARG002
        """``word`` as it is."""
        return Said(word)

    def verb(self, infinitive: str, gender: Gender | None, number: Number) -> Said:  # noqa: ARG002
        """``infinitive`` as it is: such a language's templates write the verb itself."""
        return Said(infinitive)

    def participle(self, infinitive: str, gender: Gender | None, number: Number) -> Said:  # noqa: ARG002
        """``infinitive`` as it is."""
        return Said(infinitive)

    def _plural(self, text: str) -> str:
        """The plural by language.yaml: the head is what stands before the first word of ``plural.before``, and takes the first rule that fits."""
        rules = self._locale.find("plural") or {}
        found = re.search(rules["before"], text) if "before" in rules else None
        head, tail = (text[: found.start()], text[found.start() :]) if found else (text, "")
        for rule in rules.get("rules", ()):
            changed, count = re.subn(rule["find"], rule["put"], head, count=1)
            if count:
                return changed + tail
        return text
