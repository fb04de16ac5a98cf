"""The units of Word: twentieths of a point, and 914,400 to the inch for pictures."""

from briefgen.write.style import Role

_NARROW = frozenset("iljtfrI.,:;'’‘“”!|()[]-/ \u00a0")
_BROAD = frozenset("mwMWшщжюмфыШЩЖЮМФЫДЪ@%—№")


class _Ems(dict[str, float]):
    """The width of each letter that was met, in ems."""

    def __missing__(self, letter: str) -> float:
        self[letter] = 0.33 if letter in _NARROW else 0.88 if letter in _BROAD else 0.73 if letter.isupper() else 0.57
        return self[letter]


_EMS = _Ems()


def twips(points: float = 0, mm: float = 0) -> int:
    """Twentieths of a point."""
    return round(points * 20 + mm * 1440 / 25.4)


def emu(mm: float) -> int:
    """English metric units, 36,000 to the millimetre."""
    return round(mm * 36000)


def set_width(text: str, role: Role) -> float:
    """How wide ``text`` is set in one line, in points: a guess on the safe side, since the fonts of the reader's machine are not known."""
    letters = text.upper() if role.caps else text
    ems = sum(map(_EMS.__getitem__, letters))
    return ems * role.size * (1.05 if role.bold else 1) + len(text) * role.tracking
