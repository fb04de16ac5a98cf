"""The forms that a person must confirm, each once, however many documents need it; and what becomes of the answers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefgen.compose import Asked
from briefgen.errors import BriefgenError, Problem, Where
from briefgen.lines import Map, Node, Seq, Str, parse, put

LONGEST = 300
"""Characters in one form: far more than any name or post has."""


@dataclass(frozen=True, slots=True)
class Question:
    """One form of one text. ``nominative`` is the text as it stands in the facts, ``number`` how many sentences need the form."""

    asked: Asked
    nominative: str
    number: int
    path: tuple[str, ...]
    """The keys that lead to the text in its file, the language last."""

    @property
    def sentence(self) -> tuple[str, str, str]:
        """What stands before the form, the form as printed ("…" where nothing could be said), and what stands after it."""
        before, printed, after = self.asked.sentence
        return before, printed if self.asked.said else "…", after

    @property
    def choices(self) -> tuple[str, ...]:
        """What the rules offer, the likeliest first."""
        return tuple(dict.fromkeys(filter(None, (self.asked.said, *self.asked.alternatives))))


def questions(root: Path, asked: Iterable[Asked]) -> tuple[Question, ...]:
    """What is to be asked, in the order of the files; texts that stand in no file of the desk are passed over."""
    found: dict[tuple[Where, str, str], list[Asked]] = {}
    for one in asked:
        found.setdefault((one.where, one.language, one.form), []).append(one)
    files: dict[str, dict[Where, tuple[tuple[str, ...], Map]]] = {}
    out = []
    for (where, language, _), same in sorted(found.items()):
        if where.file not in files:
            files[where.file] = dict(_texts(_read(root, where.file)[0]))
        path, text = files[where.file].get(where, ((), Map()))
        key = language if language in text else "every"
        nominative = text.get(key)
        if isinstance(nominative, Map):
            nominative = nominative.get("text")
        if isinstance(nominative, Str):
            out.append(Question(same[0], str(nominative), len(same), (*path, key)))
    return tuple(out)


def answered(root: Path, answers: Mapping[Question, str]) -> Mapping[Path, bytes]:
    """The files of the desk with the confirmed forms in them, not yet written. Comments and layout stay as they were.

    :raises BriefgenError: Q001 for an answer that is no form, Y010 where a file cannot be changed at its place; all of them at once.
    """
    wrong: list[Problem] = []
    texts: dict[str, str] = {}
    marks: dict[str, bytes] = {}
    for question, answer in answers.items():
        where, said = question.asked.where, answer.strip()
        if not said or len(said) > LONGEST or not said.isprintable():
            hint = "write the form alone, in one line"
            wrong.append(Problem(where, "Q001", f"{answer!r} is no form of «{question.nominative}»", hint, question.asked.address, question.asked.language))
            continue
        if where.file not in texts:
            _, texts[where.file], marks[where.file] = _read(root, where.file)
        try:
            texts[where.file] = put(texts[where.file], where.file, [*question.path, "forms"], {question.asked.form: said}, "text")
        except BriefgenError as error:
            wrong.extend(error.problems)
    if wrong:
        raise BriefgenError(wrong)
    return {root / file: marks[file] + text.encode() for file, text in texts.items()}


_BOM = b"\xef\xbb\xbf"


def _read(root: Path, file: str) -> tuple[Map, str, bytes]:
    """A file of the desk: its nodes, its text, and the byte-order mark that it may begin with."""
    path = (root / file).resolve()
    if not path.is_relative_to(root.resolve()) or not path.is_file():
        return Map(), "", b""  # a locale of the package, say
    data = path.read_bytes()
    mark = _BOM if data.startswith(_BOM) else b""
    text = data.removeprefix(_BOM).decode()
    return parse(text.encode(), file), text, mark


def _texts(node: Node, path: tuple[str, ...] = ()) -> Iterator[tuple[Where, tuple[tuple[str, ...], Map]]]:
    """Every mapping with its place and the keys that lead to it; what stands in lists cannot be reached by keys."""
    if isinstance(node, Map):
        yield node.where, (path, node)
        for key, child in node.items():
            if not isinstance(child, Seq):
                yield from _texts(child, (*path, str(key)))
