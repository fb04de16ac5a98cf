"""The closed list of units: what a figure may be counted in.

A desk adds its own with ``units:`` in ``desk.yaml``; each language must then say them. Names of units are CLDR's [S] where it has
them; currencies are the active codes of ISO 4217 (2024) [K].
"""

LENGTHS = ("year", "month", "week", "day", "hour", "minute")
"""Units of a length of time, as kept; written in the singular or the plural."""

_CURRENCIES = """
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD
EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP
LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR
SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER
ZAR ZMW
"""
CURRENCIES = frozenset(_CURRENCIES.split())

_COUNTED = """
people companies jobs participants students visitors countries documents agreements projects ships vehicles aircraft flights containers units items pieces
tickets households villages cities ports times points pages
"""
COUNTED = frozenset(_COUNTED.split())
"""What is counted; kept as written, in the plural."""

MEASURED = frozenset(
    [
        "%",
        "km",
        "m",
        "cm",
        "mm",
        "km2",
        "m2",
        "ha",
        "m3",
        "l",
        "t",
        "kg",
        "g",
        "barrel",
        "MW",
        "GW",
        "kW",
        "kWh",
        "MWh",
        "GWh",
        "TWh",
        "MB",
        "GB",
        "TB",
        "Mbit/s",
        "Gbit/s",
        "°C",
        "TEU",
        "dwt",
        "percentage-point",
    ]
)

_OTHER_NAMES = {
    "percent": "%", "per cent": "%", "kilometre": "km", "kilometres": "km", "kilometer": "km", "kilometers": "km", "metre": "m", "metres": "m", "meters": "m",
    "km²": "km2", "square kilometres": "km2", "m²": "m2", "square metres": "m2", "m³": "m3", "cubic metres": "m3", "hectare": "ha", "hectares": "ha",
    "tonne": "t", "tonnes": "t", "tons": "t", "litre": "l", "litres": "l", "kilogram": "kg", "kilograms": "kg", "barrels": "barrel",
    "percentage points": "percentage-point", "percentage point": "percentage-point", "person": "people", "company": "companies",
}  # fmt: skip


def unit(text: str, own: frozenset[str] = frozenset()) -> str | None:
    """The unit as kept (``years`` → ``year``, ``tonnes`` → ``t``), or None where ``text`` is none."""
    if text in own or text in CURRENCIES or text in MEASURED or text in COUNTED or text in LENGTHS:
        return text
    if text in _OTHER_NAMES:
        return _OTHER_NAMES[text]
    if text.endswith("s") and text[:-1] in LENGTHS:
        return text[:-1]
    return text + "s" if text + "s" in COUNTED else None


def every(own: frozenset[str] = frozenset()) -> frozenset[str]:
    """All units that can be written, for suggestions."""
    return own | CURRENCIES | MEASURED | COUNTED | frozenset(LENGTHS) | frozenset(_OTHER_NAMES)
