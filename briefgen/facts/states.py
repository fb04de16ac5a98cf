"""The states that exist without being written down: ISO 3166-1 alpha-2 [S], UN members, observers and others in common use.

Pinned on 1 January 2025. Names and forms belong to the languages; the register only overrides.
"""

_UN_MEMBERS = """
AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE
EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR
LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD
SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VC VE VN VU WS YE ZA ZM ZW
"""
_OTHERS = "PS VA CK NU TW HK MO EU"
"""Observers (PS, VA), associated states (CK, NU), economies that sit in APEC (TW, HK, MO), and EU, which ISO 3166-1 reserves."""

STATES = frozenset((_UN_MEMBERS + _OTHERS).split())

_INSTEAD = {"UK": "GB", "EN": "GB", "SU": "RU", "KO": "KR", "JA": "JP", "UKR": "UA", "RI": "ID", "RF": "RU", "TP": "TL", "VI": "VN", "MS": "MY", "ZH": "CN"}


def state_hint(text: str) -> str:
    """What was meant by something that is no state code, or an empty string."""
    if text.upper() in STATES:
        return f"states are written in capitals: {text.upper()}"
    return f"write {_INSTEAD[text.upper()]}" if text.upper() in _INSTEAD else ""
