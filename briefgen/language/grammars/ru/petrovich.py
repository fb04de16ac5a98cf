"""pytrovich, for names of Russian pattern; loaded when one is asked for."""

from functools import cache
from typing import Any

from briefgen.values import Case, Gender

_ROLES = {"given": "FIRSTNAME", "patronymic": "MIDDLENAME", "family": "LASTNAME"}
_CASES = {"gen": "GENITIVE", "dat": "DATIVE", "acc": "ACCUSATIVE", "ins": "INSTRUMENTAL", "prep": "PREPOSITIONAL"}


@cache
def decline(word: str, role: str, gender: Gender, case: Case) -> str:
    """``word``, a given name, patronymic or family name, in ``case``."""
    maker, roles, genders, cases = _load()
    return str(maker.make(roles[_ROLES[role]], genders["MALE" if gender == "m" else "FEMALE"], cases[_CASES[case]], word))


@cache
def _load() -> tuple[Any, Any, Any, Any]:
    from pytrovich.enums import Case as PetrovichCase  # noqa: PLC0415
    from pytrovich.enums import Gender as PetrovichGender  # noqa: PLC0415
    from pytrovich.enums import NamePart  # noqa: PLC0415
    from pytrovich.maker import PetrovichDeclinationMaker  # noqa: PLC0415

    return PetrovichDeclinationMaker(), NamePart, PetrovichGender, PetrovichCase
