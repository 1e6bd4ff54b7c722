"""Units of the unit register, as far as they are needed here."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from samskaper.areas.cocreation.registers.client import Client, Json, NotThere, NotUnderstood
from samskaper.areas.cocreation.registers.names import decent

PATH = "/enhetsregisteret/api/enheter"
SIZE = 200  # units of one page
DEEPEST = 10_000  # the register shows no more of one question, however many there are
FIRST_DAY = dt.date(1995, 1, 1)  # the unit register opened in 1995; whatever is older is registered then

ASSOCIATION, COMPANY = "association", "company"
PERSONS = frozenset({"ENK", "PERS", "INNH", "DA", "ANS"})  # may bear the names of people
ASSOCIATIONS = frozenset({"FLI", "STI", "ANNA", "SA", "BA", "IKJP", "KTRF", "PK", "VPFO", "ESEK", "KBO", "GFS", "TVAM", "ORGL", "KIRK"})
COMPANIES = frozenset({"AS", "ASA", "KS", "NUF", "SE", "SF", "IKS", "EOFG", "PRE", "SPA"})


@dataclass(frozen=True, slots=True)
class Unit:
    """An association or company of the register. `municipality` is the number that the register gives, "" if it gives none."""

    number: str
    name: str
    kind: str
    municipality: str
    ended: bool


@dataclass(frozen=True, slots=True)
class Slice:
    """What is asked for at once: the units of a municipality, registered in some years; narrow enough to be shown whole."""

    municipality: str
    since: dt.date
    until: dt.date

    def halves(self) -> tuple[Slice, Slice]:
        """Return two narrower questions. Raises NotUnderstood where a single day is too much."""
        if self.since >= self.until:
            raise NotUnderstood(f"more than {DEEPEST} units registered in {self.municipality} on {self.since}")
        middle = self.since + (self.until - self.since) // 2
        return replace(self, until=middle), replace(self, since=middle + dt.timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Page:
    """A page of units. `left` counts those left where they are: persons, and forms that nobody here knows."""

    units: tuple[Unit, ...]
    total: int
    pages: int
    left: int


def read_page(client: Client, asked: Slice, number: int) -> Page:
    """Return a page of the voluntary units of a slice, in the order of their numbers, so that changes underway move little."""
    answer = client.get(PATH, {
        "kommunenummer": asked.municipality, "registrertIFrivillighetsregisteret": "true", "size": SIZE, "page": number,
        "fraRegistreringsdatoEnhetsregisteret": asked.since.isoformat(), "tilRegistreringsdatoEnhetsregisteret": asked.until.isoformat(),
        "sort": "organisasjonsnummer,ASC",
    })
    page = _object(answer.get("page"), "page")
    rows = _object(answer.get("_embedded", {}), "_embedded").get("enheter", [])  # an empty answer has no _embedded at all
    if not isinstance(rows, list):
        raise NotUnderstood("the units are no list")
    units = [unit for row in rows if (unit := decode(_object(row, "unit")))]
    return Page(tuple(units), _number(page, "totalElements"), _number(page, "totalPages"), len(rows) - len(units))


class Walk:
    """Every page of a municipality's voluntary units, in as many questions as it takes. A unit may come twice.

    A step that fails can be taken again: it asks the same question.
    """

    def __init__(self, municipality: str, *, today: dt.date) -> None:
        self.municipality = municipality
        self._waiting = [Slice(municipality, FIRST_DAY, today)]
        self._number = 0

    def step(self, client: Client) -> Page | None:
        """Return the next page; None when all have been read. Raises a RegisterError."""
        while self._waiting:
            page = read_page(client, self._waiting[-1], self._number)
            if not self._number and page.total > DEEPEST:
                self._waiting += reversed(self._waiting.pop().halves())
                continue
            self._number += 1
            if self._number >= min(page.pages, DEEPEST // SIZE):
                self._waiting.pop()
                self._number = 0
            return page
        return None


def read_unit(client: Client, number: str) -> Unit | None:
    """Return a single unit; None for a person's, or one of a form that nobody here knows. Raises NotThere."""
    if not is_number(number):
        raise NotThere(number)
    return decode(client.get(f"{PATH}/{number}"))


def decode(row: Json) -> Unit | None:
    """Return what we take of a unit; None for those left where they are. Raises NotUnderstood without a number or a name.

    A unit that was deleted comes with little more than its number, form and day.
    """
    number, name = str(row.get("organisasjonsnummer", "")), row.get("navn")
    if not is_number(number) or not isinstance(name, str) or not name.strip():
        raise NotUnderstood("a unit without a number or a name")
    form = row.get("organisasjonsform")
    kind = kind_of(str(form.get("kode", "")) if isinstance(form, dict) else "", voluntary=row.get("registrertIFrivillighetsregisteret") is True)
    if not kind:
        return None
    ends = ("konkurs", "underAvvikling", "underTvangsavviklingEllerTvangsopplosning")
    ended = bool(row.get("slettedato")) or any(row.get(end) is True for end in ends)
    return Unit(number, decent(name)[:160], kind, _municipality(row), ended)


def kind_of(form: str, *, voluntary: bool) -> str:
    """Return what a form of organisation is to us; "" for persons, and for forms that we do not know and that are not voluntary."""
    if form in PERSONS:
        return ""
    if form in COMPANIES:
        return COMPANY
    return ASSOCIATION if voluntary or form in ASSOCIATIONS else ""


def is_number(number: str) -> bool:
    """Whether this is a Norwegian organisation number: nine digits, the last of which checks the others (modulus 11)."""
    if len(number) != 9 or not (number.isascii() and number.isdigit()):
        return False
    rest = sum(int(digit) * weight for digit, weight in zip(number, (3, 2, 7, 6, 5, 4, 3, 2), strict=False)) % 11
    return rest != 1 and (11 - rest) % 11 == int(number[8])


def _municipality(row: Json) -> str:
    for name in ("forretningsadresse", "postadresse"):
        address = row.get(name)
        if isinstance(address, dict) and (number := str(address.get("kommunenummer", ""))).isdigit():
            return number
    return ""


def _object(value: Any, name: str) -> Json:
    if not isinstance(value, dict):
        raise NotUnderstood(f"{name} is missing")
    return value


def _number(page: Json, name: str) -> int:
    value = page.get(name)
    if not isinstance(value, int):
        raise NotUnderstood(f"{name} is missing")
    return value
