"""Noun phrases: the head noun and the words that agree with it bend, what follows the head stays.

    министр промышленности и торговли Российской Федерации → министром промышленности и торговли Российской Федерации

What is quoted stays; both sides of " – " bend; so does a second noun joined by «и» or a comma directly to the head.
"""

import re
from dataclasses import replace

from briefgen.language.grammars.ru import adjectives, apposed, dictionary, heads, lists, nouns, numerals, quotes, tails
from briefgen.language.grammars.ru.apposed import Apposed
from briefgen.language.grammars.ru.heads import Parsed, Words
from briefgen.language.grammars.ru.nouns import Noun
from briefgen.language.grammars.ru.numerals import Counted
from briefgen.language.said import Doubt, Said, Unsayable, doubt_of
from briefgen.values import Case, Gender, Number, Wording

_DASH = re.compile(r"([ \u00a0][–—] )")
_QUOTED = re.compile(r"(?P<open>[«„“\"])(?P<inner>[^«»„“”\"]+)(?P<close>[»“”\"])(?P<rest>.*)\Z", re.DOTALL)
_ACTING = re.compile(r"(?i)(и\. ?о\.|вр\. ?и\. ?о\.|вр\.и\.о\.|врио|и/о)[ \u00a0]")
"""и. о. министра: the abbreviation of a participle does not bend, and the rest is its genitive."""


def inflect(words: Words, phrase: Wording, case: Case, number: Number | None = None) -> Said:
    """``phrase`` in ``case``, and in ``number`` if that is not its own."""
    if written := _written(phrase, case, number):
        return Said(written)
    own = phrase.number
    change = number if number and number != own else None
    if phrase.indeclinable or not re.search("[А-Яа-яЁё]", phrase.text) or (case == "nom" and change is None):
        return Said(phrase.text)
    if _ACTING.match(phrase.text):
        return Said(phrase.text)
    if counted := numerals.split(phrase.text):
        return _counted(words, phrase, counted, case, change)
    if open_text := quotes.opened(phrase.text):
        said = inflect(words, replace(phrase, text=open_text, forms={}), case, number)
        return _checked(words, phrase, Said(quotes.marked(phrase.text, said), said.doubt))
    if found := _QUOTED.match(phrase.text):
        return _quotation(words, phrase, found, case, change)
    held, spans = quotes.hold(phrase.text)
    parts = _DASH.split(held)
    linked = len(parts) > 1 and _between_names(words, parts[0], parts[2])  # заседание Делового совета Россия – АСЕАН
    done: list[str] = [_part(words, parts[0], phrase, case, change, first=True, linked=linked)]
    for index, part in enumerate(parts[1:], 1):
        stays = index % 2 or _between_names(words, parts[0], part) or not _is_phrase(words, part)
        done.append(part if stays else _after_dash(words, part, phrase, case, change, first=parts[0]))
    shown = [_bracket(words, phrase, span, case, change) for span in spans]
    return _checked(words, phrase, Said(quotes.release("".join(done), list(shown)), doubt_of([*done, *shown])))


def _after_dash(words: Words, part: str, phrase: Wording, case: Case, number: Number | None, *, first: str) -> Said:
    """What stands behind a dash; of государства – члены the second is a person by itself and a thing by the first."""
    said = _part(words, part, phrase, case, number, first=False)
    if case != "acc" or phrase.animate or said == part:
        return said
    head, noun = parse(words, first, Wording(first)).noun, parse(words, part, Wording(part)).noun
    if not (head and noun and noun.living) or head.living or (head.gender == "f" and head.number == "sg"):
        return said
    return Said(part, Doubt(f"«{noun.word}» is a living being by itself, and by «{head.word}» a thing", (str(nouns.decline(words, noun, case, noun.number)),)))


def _counted(words: Words, phrase: Wording, counted: Counted, case: Case, change: Number | None) -> Said:
    """A phrase that begins with a number: два меморандума, двух меморандумов."""
    plural = numerals.in_plural(words, counted)
    alive = plural is not None and counted.bends_alive(plural.animate)
    number = counted.said(case, alive)
    if plural is None or number is None or change:
        raise Unsayable(f"«{phrase.text}» begins with a number, and what it counts is not recognised", "give the noun alone and count it")
    if case == "acc" and not alive:
        return Said(phrase.text)
    said = inflect(words, plural, "gen" if case == "acc" else case)
    return Said(f"{number}{counted.space}{said}", said.doubt)


def _quotation(words: Words, phrase: Wording, found: re.Match[str], case: Case, change: Number | None) -> Said:
    """A phrase that is a quotation: «дорожная карта» bends inside; so does a name, but not every house bends it."""
    inner = inflect(words, replace(phrase, text=found["inner"], forms={}), case, change)
    doubt = Doubt(f"«{found['inner']}» is bent as a common noun", (phrase.text,)) if found["inner"][:1].isupper() else None
    return Said(f"{found['open']}{inner}{found['close']}{found['rest']}", doubt_of([inner, Said("", doubt)]))


def _bracket(words: Words, phrase: Wording, span: str, case: Case, change: Number | None) -> Said:
    """What stands in quotes or brackets; a bracket bends where it is another post: члена Коллегии (министра)."""
    inner = span[1:-1]
    try:
        parsed = parse(words, inner, Wording(inner)) if span.startswith("(") and re.match("[А-Яа-яЁё]", inner) else None
    except Unsayable:
        return Said(span)
    if not (parsed and parsed.noun and parsed.noun.living and dictionary.only_nominative(parsed.noun.word) and animate(words, phrase)):
        alone = (
            parsed is not None
            and parsed.noun is not None
            and inner.islower()
            and not parsed.noun.living
            and (" " not in inner or dictionary.only_nominative(parsed.noun.word))
        )
        if not alone or parsed is None:
            return Said(span)
        bent = f"({bend(words, parsed, case, change)})"
        return Said(
            bent, Doubt(f"«{inner}» in brackets may stay as it is", () if " " in inner else (span,)) if bent != span else None
        )  # института (университета)
    said = _part(words, inner, Wording(inner, animate=True), case, change, first=False)
    return Said(f"({said})", said.doubt)


def located(words: Words, phrase: Wording) -> Said:
    """``phrase`` in the prepositional, its head in the second locative where the lexicon writes one (loc)."""
    if written := phrase.forms.get("loc"):
        return Said(written)
    said = inflect(words, phrase, "prep")
    if phrase.indeclinable or "prep" in phrase.forms:
        return said
    try:
        parsed = heads.find(words, phrase.text, phrase)
    except Unsayable:
        return said
    known = words.get(parsed.noun.word) or words.get(parsed.noun.word.lower()) if parsed.noun else None
    if parsed.noun is None or known is None or "loc" not in known.forms or parsed.noun.number == "pl":
        return said
    head = nouns.decline(words, parsed.noun, "prep", "sg")
    return Said(said.replace(head, dictionary.like(parsed.noun.word, known.forms["loc"]), 1), said.doubt)


def gender(words: Words, phrase: Wording) -> Gender | None:
    """The gender of the phrase's head, where it can be told."""
    try:
        noun = parse(words, phrase.text, phrase).noun
    except Unsayable:
        return None
    return noun.gender if noun else None


def concord(words: Words, phrase: Wording) -> tuple[Gender | None, Number]:
    """The gender and the number with which a verb agrees. Raises ``Unsayable`` where they can only be guessed."""
    if counted := numerals.split(phrase.text):
        return (None, "pl") if counted.few else ("n", "sg")
    if phrase.number == "pl":
        return None, "pl"
    if phrase.gender:
        return phrase.gender, "sg"
    parsed = parse(words, phrase.text, phrase)
    if parsed.joined or (parsed.noun and parsed.noun.number == "pl"):
        return None, "pl"
    sure = parsed.noun is not None and (parsed.noun.word in words or any(reading.is_known for reading in dictionary.parses(parsed.noun.word)))
    if not sure or parsed.noun is None or parsed.noun.gender is None:
        raise Unsayable(f"the gender of «{phrase.text}» is not known", "write it beside the text: {text: …, gender: m, f or n}")
    return parsed.noun.gender, "sg"


def animate(words: Words, phrase: Wording) -> bool:
    """Whether the phrase's head is a living being."""
    try:
        noun = parse(words, phrase.text, phrase).noun
    except Unsayable:
        return False
    return bool(noun and noun.living)


def parse(words: Words, text: str, given: Wording) -> Parsed:
    """``text`` taken apart into agreeing words, head and tail."""
    parsed = heads.find(words, text, given)
    tails.look(words, parsed)
    return parsed


def bend(words: Words, parsed: Parsed, case: Case, number: Number | None = None, adjectives_in: tuple[Case, Number | None] | None = None) -> Said:
    """The head in ``case`` and ``number``, the words that agree with it likewise, or as told apart (два новых соглашения)."""
    noun = parsed.noun
    if noun is None or parsed.head is None:
        raise Unsayable(f"no noun is found in «{''.join(parsed.tokens)}»", "write its forms, or indeclinable: true")
    out = list(parsed.tokens)
    doubts = []
    for index in parsed.agreeing:
        adjective_case, wanted = adjectives_in or (case, number)
        target = None if (wanted is None or wanted == noun.number) and not out[index][:1].isdigit() else _target(noun, wanted)
        out[index] = adjectives.decline(out[index], adjective_case, noun.living, target)
    if parsed.head not in parsed.agreeing:
        said = nouns.decline(words, noun, case, number or noun.number)
        out[parsed.head] = said
        doubts.append(said)
        if case == "acc" and said != noun.word and tails.are_chapters(parsed):
            doubts.append(Said("", Doubt(f"«{noun.word}» are chapters or persons", ("".join(parsed.tokens),))))
    elif case == "acc" and noun.animate is None:
        doubts.append(Said("", Doubt(f"it is not known whether «{noun.word}» is a living being")))
    return Said("".join(out), doubt_of([*doubts, Said("", parsed.doubt)]))


def _target(noun: Noun, number: Number | None) -> str | None:
    return "pl" if (number or noun.number) == "pl" else noun.gender


def _part(words: Words, text: str, phrase: Wording, case: Case, number: Number | None, *, first: bool, linked: bool = False) -> Said:
    given = replace(phrase, text=text, forms={}) if first else Wording(text, animate=phrase.animate)
    parsed = _parts_of_a_sum(words, text, given) or parse(words, text, given)
    if parsed.apposed and not linked:
        return _with_name(words, parsed, parsed.apposed, case, number)
    if parsed.second is None:
        return bend(words, parsed, case, number)
    split = parsed.second
    head = replace(parsed, tokens=parsed.tokens[:split], agreeing=[index for index in parsed.agreeing if index < split])
    rest = "".join(parsed.tokens[split:])
    living = not parsed.joined and bool(parsed.noun and parsed.noun.living)
    done = [bend(words, head, case, number), _second(words, Wording(rest, animate=living), case, number)]
    return Said("".join(done), doubt_of(done))


def _with_name(words: Words, parsed: Parsed, name: Apposed, case: Case, number: Number | None) -> Said:
    """A head with a name behind its genitive, bent or as it is: столицы Татарстана Казани."""
    head = bend(words, replace(parsed, tokens=parsed.tokens[: name.begins]), case, number)
    plain = "".join(parsed.tokens[name.begins :])
    try:
        bent = apposed.bend(words, plain, lambda wording: inflect(words, wording, case))
    except Unsayable:
        return Said(f"{head}{plain}", doubt_of([head, Said("", name.why)]))
    if bent == plain:
        return Said(f"{head}{plain}", head.doubt)
    first, other = (bent, plain) if name.bends else (plain, bent)
    return Said(f"{head}{first}", doubt_of([head, Said("", replace(name.why, alternatives=(f"{head}{other}",)))]))


def _second(words: Words, phrase: Wording, case: Case, number: Number | None) -> Said:
    """A second phrase; a lone noun that nobody knows bends by its ending, with a doubt: пшеница и меслин."""
    try:
        return inflect(words, phrase, case, number)
    except Unsayable:
        noun = re.match(r"[а-яё]+(?![\w-])", phrase.text)
        if number or not noun or dictionary.parses(noun[0])[0].is_known:
            raise
        end = noun[0][-1]
        likely: Gender = "f" if end in "ая" else "n" if end in "оеиуюэы" else "m"
        said = inflect(words, replace(phrase, gender=likely), case)
        return Said(said, said.doubt or Doubt(f"the dictionary does not know «{noun[0]}»"))


def _parts_of_a_sum(words: Words, text: str, given: Wording) -> Parsed | None:
    """A phrase that is plural only as a whole, taken apart: in «политика и регулирование» (pl) each noun is singular."""
    if given.number != "pl" or not re.search(" и |, ", text):
        return None
    try:
        alone = parse(words, text, replace(given, number=None))
    except Unsayable:
        return None
    return alone if alone.joined and alone.noun and alone.noun.number == "sg" else None


def _is_phrase(words: Words, part: str) -> bool:
    """Whether ``part`` has a head in the nominative; in «государств – членов АСЕАН» it has not."""
    try:
        return parse(words, part, Wording(part)).noun is not None
    except Unsayable:
        return False


def _between_names(words: Words, before: str, after: str) -> bool:
    """Whether a dash joins two names that both stay: сотрудничество Юг – Юг, диалог Россия – Индонезия."""
    preceding, _, last = before.rpartition(" ")
    named = dictionary.knows(last, "NOUN", "nomn", "sing") or not any(p.is_known for p in dictionary.parses(last))
    paired = after[:1].isupper() or bool(apposed.lemmas(preceding.rpartition(" ")[2]) & lists.OF_PAIRS)  # форум Россия – исламский мир
    if not (last[:1].isupper() and paired and named):
        return False
    try:
        parsed = heads.find(words, before, Wording(before))
    except Unsayable:
        return False
    return parsed.head is not None and parsed.tokens[parsed.head] != last


def _written(phrase: Wording, case: Case, number: Number | None) -> str | None:
    own = number is None or number == (phrase.number or "sg")
    if own:
        return phrase.forms.get(case) or phrase.forms.get(f"{phrase.number or 'sg'}.{case}")
    return phrase.forms.get(f"{number}.{case}")


def _checked(words: Words, phrase: Wording, said: Said) -> Said:
    """A doubt, where the rules do not find the forms that are written for the other cases."""
    for case in ("gen", "dat", "acc", "ins", "prep"):
        if (written := phrase.forms.get(case)) and not said.doubt:
            bare = Wording(phrase.text, phrase.gender, phrase.number, phrase.animate)
            try:
                derived = str(inflect(words, bare, case))
            except Unsayable:
                derived = ""
            if derived != written:
                return Said(said, Doubt(f"«{phrase.text}» has a written {case} that the rules do not find", (written,)))
    return said
