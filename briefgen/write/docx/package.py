"""The package of a Word file (ECMA-376 part 2): its parts, what relates them, and a zip that is the same bytes every time."""

import hashlib
import io
import zipfile
from collections import Counter
from dataclasses import dataclass, field

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_LEVEL = 3
"""How hard the zip packs: the default of 6 takes three times as long (a twentieth of all time of a long pack) for files a quarter smaller."""
EXTENSIONS = {"image/png": "png", "image/jpeg": "jpeg"}


@dataclass
class Part:
    """One XML part, its relationships counted as they are asked for. ``name`` is its path in the zip."""

    name: str
    media: str
    xml: str = ""
    _relations: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def relate(self, kind: str, target: str, external: bool = False) -> str:
        """The id of a relationship of ``kind`` (header, image, hyperlink…); the same target is related once."""
        return self._relations.setdefault((kind, target, external), f"rId{len(self._relations) + 1}")

    @property
    def file(self) -> str:
        """Its name beside the body."""
        return self.name.rpartition("/")[2]

    @property
    def relations(self) -> str:
        """The relationships part, or nothing."""
        if not self._relations:
            return ""
        rows = "".join(
            f'<Relationship Id="{name}" Type="{kind if "://" in kind else _RELATION + kind}" Target="{target}"'
            + (' TargetMode="External"/>' if external else "/>")
            for (kind, target, external), name in self._relations.items()
        )
        return f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


@dataclass
class Package:
    """All parts of one file. ``body`` is the main one."""

    body: Part = field(default_factory=lambda: Part("word/document.xml", f"{_WORD}document.main+xml"))
    _parts: list[Part] = field(default_factory=list)
    _pictures: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    _counted: Counter[str] = field(default_factory=Counter)

    def add(self, kind: str, name: str = "") -> Part:
        """A new part beside the body (``styles``, ``header``…), related to it."""
        part = Part(f"word/{name or kind}.xml", f"{_WORD}{kind}+xml")
        self.body.relate(kind, f"{name or kind}.xml")
        self._parts.append(part)
        return part

    def picture(self, data: bytes, media: str) -> str:
        """The target of a picture; the same bytes are kept once."""
        digest = hashlib.sha256(data).hexdigest()
        name, _ = self._pictures.setdefault(digest, (f"media/image{len(self._pictures) + 1}.{EXTENSIONS[media]}", data))
        return name

    def count(self, what: str) -> int:
        """The number of the next of its sort (drawing, header), by which Word tells them apart."""
        self._counted[what] += 1
        return self._counted[what]

    def pack(self, core: str) -> bytes:
        """The finished file. ``core`` is the XML of its properties (title, language, subject), the only metadata there is."""
        root = Part("", "")
        root.relate("officeDocument", self.body.name)
        root.relate("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")
        parts = [self.body, *self._parts]
        overrides = "".join(f'<Override PartName="/{part.name}" ContentType="{part.media}"/>' for part in parts)
        defaults = "".join(f'<Default Extension="{extension}" ContentType="{media}"/>' for media, extension in EXTENSIONS.items())
        files = {
            "[Content_Types].xml": f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{defaults}{overrides}'
            '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
            "_rels/.rels": root.relations,
            "docProps/core.xml": _HEAD + core,
        }
        for part in parts:
            files[part.name] = _HEAD + part.xml
            folder, _, name = part.name.rpartition("/")
            if part.relations:
                files[f"{folder}/_rels/{name}.rels"] = part.relations
        return _zipped({name: text.encode() for name, text in files.items()} | {f"word/{name}": data for name, data in self._pictures.values()})


def _zipped(files: dict[str, bytes]) -> bytes:
    """Sorted names (the content types come first so, as readers like it), the zip epoch as date, no system."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name)  # its date is 1980-01-01
            entry.create_system = 0
            entry.external_attr = 0
            entry.compress_type = zipfile.ZIP_STORED if name.startswith("word/media/") else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name], compresslevel=_LEVEL)
    return out.getvalue()
