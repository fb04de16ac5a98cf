"""The house style: what a role looks like in a language, in two columns and in a kind of document.

Read from ``_house/style.yaml`` of the template folders. The first folder wins, entry by entry, so that a desk's own style need say only
what differs from the package's. Everything is checked when it is read; a writer never meets a style that it cannot follow.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from pathlib import Path
from typing import Any, Self

from briefgen import lines
from briefgen.errors import BriefgenError, Problem, Where
from briefgen.write.style import PAGE_FIELDS, ROLE_FIELDS, STYLES, Colours, Font, Page, Reader, Role, colour

Layer = Mapping[Any, Any]


class House:
    """What documents look like. ``colours`` are the named ones, ``fonts`` the families, ``files`` all that the look is made of."""

    def __init__(self, style: Layer, folders: Sequence[Path], files: Sequence[Path] = ()) -> None:
        """Check a merged style (see ``load``); ``folders`` are the ``_house`` folders in which fonts are looked for, first one first."""
        self._style = style
        self._problems: list[Problem] = []
        self._memory: dict[tuple[str, str, bool, str], Role] = {}
        # A colour that cannot be read is black meanwhile: one problem, not one for each use of it.
        self.colours: Colours = dict.fromkeys(style.get("colours", {}), "#000000") | self._fields(
            style.get("colours", {}), dict.fromkeys(style.get("colours", {}), colour), {}, "colours"
        )
        self.fonts: Mapping[str, Font] = {name: self._font(name, entry, folders) for name, entry in style.get("fonts", {}).items()}
        self.files: tuple[Path, ...] = (*files, *(path for font in self.fonts.values() for path in font.files.values()))
        self._check(style, "")
        if self._problems:
            raise BriefgenError(self._problems)

    @classmethod
    def load(cls, folders: Sequence[Path]) -> Self:
        """The style of the template ``folders`` (each may hold ``_house/``), the first one on top; BriefgenError with all problems."""
        houses = [folder / "_house" for folder in folders if (folder / "_house" / "style.yaml").is_file()]
        if not houses:
            where = Where(str(folders[0] / "_house" / "style.yaml")) if folders else Where()
            raise BriefgenError(Problem(where, "W002", "no house style found", "a template folder holds _house/style.yaml"), status=3)
        files = [house / "style.yaml" for house in houses]
        style: Layer = reduce(_over, reversed([lines.read(file, "templates/_house/style.yaml") for file in files]))
        return cls(style, houses, files)

    def role(self, name: str, lang: str, pair: bool = False, kind: str = "") -> Role:
        """How ``name`` looks in ``lang``, in one of two columns if ``pair``, in a document of ``kind``."""
        asked = (name, lang, pair, kind)
        if asked not in self._memory:
            layers = list(_layers(self._style, lang, pair, kind))
            if not any(name in layer.get("roles", {}) for layer in layers):
                known = sorted({role for layer in layers for role in layer.get("roles", {})})
                raise BriefgenError(Problem(Where(), "W001", f"the house style has no role {name!r}", f"known roles: {', '.join(known)}"))
            said = {field.replace("-", "_"): ROLE_FIELDS[field](text, self.colours) for field, text in _resolve(name, layers, ()).items()}
            self._memory[asked] = Role(name=name, **said)  # type: ignore[arg-type]  # each reader answers with its field's type
        return self._memory[asked]

    def page(self, lang: str, pair: bool = False, kind: str = "") -> Page:
        """The page of a document whose main language is ``lang``."""
        said: dict[str, Any] = {"size": "A4", "top": "24", "right": "25", "bottom": "24", "left": "25", "gap": "9"}
        for layer in _layers(self._style, lang, pair, kind):
            said |= layer.get("page", {})
        read: dict[str, Any] = {field: PAGE_FIELDS[field](text, self.colours) for field, text in said.items()}
        width, height = read.pop("size")
        return Page(width, height, **read)

    def font(self, name: str) -> Font:
        """The family that a role names."""
        return self.fonts[name]

    def _font(self, name: str, entry: Layer, folders: Sequence[Path]) -> Font:
        for field in ("word", "family", "generic", *STYLES):
            if not isinstance(entry, Mapping) or not entry.get(field):
                self._wrong(entry, f"fonts.{name}", f"{field!r} is missing", "a font has word, family, generic, regular, bold, italic and bold-italic")
                return Font(name, "", "", "serif", {})
        files = {}
        for style in STYLES:
            found = [folder / "fonts" / entry[style] for folder in folders if (folder / "fonts" / entry[style]).is_file()]
            if not found or "/" in entry[style] or "\\" in entry[style]:
                self._wrong(entry[style], f"fonts.{name}.{style}", f"no font file {str(entry[style])!r}", "it lies in _house/fonts/ beside style.yaml")
                continue
            files[style] = found[0]
        return Font(name, entry["word"], entry["family"], entry["generic"], files)

    def _check(self, layer: Layer, path: str) -> None:
        """Read every field once, in every layer, so that all that is wrong is said at once."""
        homes = {"": ("fonts", "colours", "page", "roles", "languages", "pair", "kinds")}.get(path, ("page", "roles", "languages", "pair", "kinds"))
        for part, entry in layer.items():
            here = f"{path}{part}"
            if part not in homes:
                self._wrong(entry, here, "unknown part of a house style", f"one of {', '.join(homes)}")
            elif not isinstance(entry, Mapping):
                self._wrong(entry, here, "entries are expected here", "write `name: {…}`")
            elif part == "page":
                self._fields(entry, PAGE_FIELDS, self.colours, here)
            elif part == "pair":
                self._check(entry, f"{here}.")
            elif part in ("languages", "kinds"):
                for name, below in entry.items():
                    self._check(below if isinstance(below, Mapping) else {name: below}, f"{here}.{name}.")
            elif part == "roles":
                for name, fields in entry.items():
                    self._role(fields, f"{here}.{name}")

    def _role(self, fields: Any, here: str) -> None:
        if not isinstance(fields, Mapping):
            self._wrong(fields, here, "fields are expected here", f"some of {', '.join(ROLE_FIELDS)}")
            return
        self._fields({field: text for field, text in fields.items() if field != "like"}, ROLE_FIELDS, self.colours, here)
        if "font" in fields and fields["font"] not in self.fonts:
            self._wrong(fields["font"], f"{here}.font", f"no font {str(fields['font'])!r}", f"one of {', '.join(self.fonts)}")
        seen, like = [here.rpartition(".")[2]], fields.get("like")
        while like is not None:
            if like in seen or like not in self._style.get("roles", {}):
                self._wrong(fields["like"], f"{here}.like", f"{str(like)!r} is no role to be like", "a role that stands above and does not come back here")
                return
            seen.append(like)
            entry = self._style["roles"][like]
            like = entry.get("like") if isinstance(entry, Mapping) else None

    def _fields(self, fields: Any, readers: Mapping[str, Reader], colours: Colours, path: str) -> dict[str, Any]:
        read: dict[str, Any] = {}
        for field, text in fields.items():
            if field not in readers:
                self._wrong(text, f"{path}.{field}", "unknown field", f"one of {', '.join(readers)}")
            elif not isinstance(text, str):
                self._wrong(text, f"{path}.{field}", "one value is expected here", "")
            else:
                try:
                    read[field] = readers[field](text, colours)
                except ValueError as wanted:
                    self._wrong(text, f"{path}.{field}", f"found {str(text)!r}", f"write {wanted}")
        return read

    def _wrong(self, node: Any, address: str, what: str, hint: str) -> None:
        self._problems.append(Problem(getattr(node, "where", Where()), "W003", what, hint, address=address))


def _over(below: Layer, above: Layer) -> Layer:
    """``above`` laid over ``below``, mapping by mapping."""
    if not isinstance(below, Mapping) or not isinstance(above, Mapping):
        return above
    return {
        key: _over(below[key], above[key]) if key in below and key in above else above.get(key, below.get(key))
        for key in [*below, *(key for key in above if key not in below)]
    }


def _layers(style: Layer, lang: str, pair: bool, kind: str) -> Iterator[Layer]:
    """The parts of a style that apply, the weakest first."""
    yield style
    if lang in style.get("languages", {}):
        yield from _layers(style["languages"][lang], lang, pair, kind)
    if pair and "pair" in style:
        yield from _layers(style["pair"], lang, pair, kind)
    if kind in style.get("kinds", {}):
        yield from _layers(style["kinds"][kind], lang, pair, kind)


def _resolve(name: str, layers: Sequence[Layer], seen: tuple[str, ...]) -> dict[str, str]:
    """The fields of a role, those of the role that it is like first."""
    own = {field: text for layer in layers for field, text in layer.get("roles", {}).get(name, {}).items()}
    like = own.pop("like", None)
    return _resolve(like, layers, (*seen, name)) | own if like is not None and like not in seen else own
