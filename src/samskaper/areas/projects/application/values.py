"""Dates and amounts as people write them."""

import re
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jan january",
            "februar feb february",
            "mars marts mar march",
            "april apr",
            "mai maj may",
            "juni jun june",
            "juli jul july",
            "august aug",
            "september sep sept",
            "oktober okt october oct",
            "november nov",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}

_ISO = r"(?P<y1>[0-9]{4})-(?P<m1>[0-9]{1,2})-(?P<d1>[0-9]{1,2})"
_DAY_FIRST = r"(?P<d2>[0-9]{1,2})[./-] ?(?P<m2>[0-9]{1,2})(?:[./-] ?| (?=[0-9]{4}))(?P<y2>[0-9]{4}|[0-9]{2})"
_IN_WORDS = r"(?P<d3>[0-9]{1,2})\.? (?P<m3>[a-z]{3,9})\.? (?P<y3>[0-9]{4})"
DATE = re.compile(rf"(?<![0-9.])(?:{_ISO}|{_DAY_FIRST}|{_IN_WORDS})(?![0-9])", re.IGNORECASE | re.ASCII)
_AMOUNT = re.compile(
    r"(?P<sign>[-−–])? ?(?P<whole>[0-9]{1,3}(?:[ .'’][0-9]{3}){1,4}|[0-9]{1,12})"
    r"(?: ?,(?:(?P<decimals>[0-9]{2})|[-–]))?"
)
_CURRENCY = re.compile(r"\b(?:kroner|nok|dkk|kr)\b\.?", re.IGNORECASE)


def read_dates(text: str) -> list[date]:
    """Every real date in the text, in order; 30 February is none."""
    return [day for match in DATE.finditer(text) if (day := _day(match))]


def read_date(text: str) -> date | None:
    """The date that the whole text is, or nothing."""
    match = DATE.fullmatch(text.strip(" .\t"))
    return _day(match) if match else None


def _day(match: re.Match[str]) -> date | None:
    found = match.groupdict()
    for way in "123":
        if found[f"d{way}"]:
            return _calendar(found[f"y{way}"], found[f"m{way}"], found[f"d{way}"])
    return None


def _calendar(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdecimal() else MONTHS.get(month.casefold(), 0)
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), number, int(day))
    except ValueError:
        return None


def read_amount(text: str) -> int | None:
    """Whole kroner: «1 370 000», «kr 95.000,-», «1 000,50» (rounded), or nothing."""
    bare = " ".join(_CURRENCY.sub(" ", text).split())
    match = _AMOUNT.fullmatch(bare)
    if not match:
        return None
    amount = int(re.sub(r"[^0-9]", "", match["whole"]))
    amount += int(match["decimals"] or 0) >= 50
    return -amount if match["sign"] else amount
