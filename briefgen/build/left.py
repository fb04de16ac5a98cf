"""What is left behind in the output folder: files that briefgen wrote, and that no build would write now.

Their event is gone, or is no longer for the audience that they were made for; their kind, language or format is gone. Nothing is
deleted: a person may have changed such a file, or sent it out. But it is said, or a public file would stay there without a word.
"""

from collections.abc import Collection
from pathlib import Path

from briefgen.build.files import hash_of
from briefgen.build.manifest import Manifest
from briefgen.build.plan import AUDIENCES
from briefgen.build.survey import Survey
from briefgen.compose import applies
from briefgen.errors import BriefgenError, Problem, Where


def left_behind(out: Path, desk: Survey, manifest: Manifest, made: Collection[str]) -> tuple[str, ...]:
    """The names of those files, as far as they are still there; ``made`` are those that can be made, as is known already."""
    seen: dict[tuple[str, str, str], bool] = {}
    return tuple(name for name in sorted(manifest.files) if name not in made and not _possible(name, desk, seen) and hash_of(out / name))


def told(out: Path, names: Collection[str]) -> list[Problem]:
    """One B015 for each file that is left behind, where nothing else is said of the build."""
    what, hint = "was written by an earlier build, and no build would write it now", "delete it if nobody needs it"
    return [Problem(Where(str(out / name)), "B015", what, hint) for name in names]


def _possible(name: str, desk: Survey, seen: dict[tuple[str, str, str], bool]) -> bool:
    """Whether some build would write the file ``name``: ``EVENT/KIND.LANGS[.AUDIENCE].FORMAT``."""
    event, _, file = name.partition("/")
    kind_name, langs, *lowered, form = file.split(".") if file.count(".") in {2, 3} else ("", "", "")
    kind = desk.kinds.get(kind_name)
    if kind is None or event not in desk.desk.events or form not in desk.known.formats:
        return False
    audience = lowered[0] if lowered else kind.audience
    spoken = {lang.lower() for lang in kind.languages}
    if audience not in AUDIENCES or AUDIENCES.index(audience) > AUDIENCES.index(kind.audience):
        return False
    sides = [langs] if langs in spoken else langs.split("-")
    if not set(sides) <= spoken or (len(sides) > 1 and kind.parity == "document"):
        return False
    if (event, kind_name, audience) not in seen:
        seen[event, kind_name, audience] = _visible(desk, event, kind_name, audience)
    return seen[event, kind_name, audience]


def _visible(desk: Survey, event: str, kind: str, audience: str) -> bool:
    """Whether the audience sees of the event what the kind needs. Of facts with other errors nobody can say; they are told for themselves."""
    try:
        return applies(desk.desk.view(event, audience), desk.kinds[kind])
    except BriefgenError as wrong:
        return not any(problem.code == "F050" for problem in wrong.problems)
