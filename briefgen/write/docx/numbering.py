"""Numbering: one definition a look of list, one number a list, so that every list starts anew."""

from dataclasses import dataclass, field

from briefgen.write.docx.measures import twips
from briefgen.write.docx.package import NAMESPACES, Package
from briefgen.write.docx.styles import fonts_xml
from briefgen.write.house import House
from briefgen.write.style import Role

_BULLETS = "•–◦"
_LEVELS = 4
_STEP = 6.0  # millimetres a level
_HANG = {False: 4.2, True: 5.6}  # millimetres from the mark to its text: a bullet, a number


@dataclass
class Numbering:
    """The lists of one document, as they are met."""

    house: House
    _kinds: dict[tuple[bool, Role], int] = field(default_factory=dict)
    _lists: list[tuple[int, int, int]] = field(default_factory=list)

    def new(self, *, ordered: bool, role: Role, depth: int, start: int = 1) -> int:
        """The number of a new list whose items look like ``role`` and stand ``depth`` levels deep (from 0); its first is number ``start``."""
        kind = self._kinds.setdefault((ordered, role), len(self._kinds) + 1)
        self._lists.append((kind, min(depth, _LEVELS - 1), start))
        return len(self._lists)

    def into(self, package: Package) -> None:
        """Add the part, if there are lists."""
        if not self._lists:
            return
        abstract = "".join(self._abstract(number, ordered, role) for (ordered, role), number in self._kinds.items())
        lists = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>'
            f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for number, (kind, depth, start) in enumerate(self._lists, 1)
        )
        package.add("numbering").xml = f"<w:numbering {NAMESPACES}>{abstract}{lists}</w:numbering>"

    def _abstract(self, number: int, ordered: bool, role: Role) -> str:
        levels = []
        for level in range(_LEVELS):
            shape = f'<w:numFmt w:val="decimal"/><w:lvlText w:val="%{level + 1}."/>' if ordered else (
                f'<w:numFmt w:val="bullet"/><w:lvlText w:val="{_BULLETS[level % len(_BULLETS)]}"/>'
            )  # fmt: skip
            left = indent(role, level)
            hanging = twips(mm=_HANG[ordered])
            levels.append(
                f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/>{shape}<w:lvlJc w:val="left"/>'
                f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{left}"/></w:tabs><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
                f"<w:rPr>{fonts_xml(self.house, role)}</w:rPr></w:lvl>"
            )
        return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>{"".join(levels)}</w:abstractNum>'


def indent(role: Role, level: int) -> int:
    """Where the text of an item starts, in twips."""
    return twips(mm=role.indent + _STEP * (level + 1))
