"""Address lists as people have them: XLSX and CSV, with or without headings, in four languages.

Every good row is kept; every bad one gets a sentence with its number. Formulas are read as text and never worked out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from samskaper.areas.programmes.forms.sheets import MOST_ROWS, Row, rows_of
from samskaper.foundation.refusals import Invalid
from samskaper.foundation.text import clean_line

HEADINGS: dict[str, frozenset[str]] = {
    "email": frozenset(["epost", "e-post", "epostadresse", "e-postadresse", "email", "e-mail", "mail", "mailadresse", "e-mailadresse", "adresse"]),
    "name": frozenset(["navn", "namn", "name", "fullt navn", "deltaker", "deltakar", "deltager", "fornavn og etternavn"]),
    "first": frozenset(["fornavn", "førenamn", "fornamn", "firstname"]),
    "last": frozenset(["etternavn", "etternamn", "efternavn", "lastname", "surname"]),
    "library": frozenset(["bibliotek", "library", "arbeidssted", "arbeidsstad", "arbejdssted", "arbeidsplass", "institusjon", "institution"]),
}
LONGEST_NAME = 120
LONGEST_WORKPLACE = 160
FORMULA = re.compile(r"=|[+@-]\s*[A-Za-z\"(@]")


@dataclass(frozen=True, slots=True)
class Line:
    """A good row: somebody to invite."""

    number: int
    email: str
    name: str = ""
    workplace: str = ""


@dataclass(frozen=True, slots=True)
class Bad:
    """A row that cannot be used, and why, in a sentence."""

    number: int
    sentence: str


@dataclass(slots=True)
class AddressList:
    """What was read: the good rows, the bad ones, and rows that were there before in the same list."""

    lines: list[Line] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)
    twins: list[Bad] = field(default_factory=list)


def read_addresses(name: str, content: bytes) -> AddressList:
    """Read an address list. Raises Invalid when the file as a whole cannot be read, or holds no address."""
    sheet = rows_of(name, content)
    rows = iter(sheet.rows)
    head, first = _headings(rows)
    found = AddressList()
    seen: dict[tuple[str, str], int] = {}
    for row in _chain(first, rows):
        if row.number > MOST_ROWS:
            found.bad.append(Bad(row.number, _("The list goes on after row %(most)s. Put the rest in a second file.") % {"most": MOST_ROWS}))
            break
        if any(row.cells):
            _take(row, head, found, seen, merged=row.number in sheet.merged)
    if not found.lines and not found.bad:
        raise Invalid(_("There is no row with an address in this file. Is the list on the first sheet?"))
    return found


def _chain(first: list[Row], rest: Iterable[Row]) -> Iterator[Row]:
    yield from first
    yield from rest


def _headings(rows: Iterator[Row]) -> tuple[dict[str, int], list[Row]]:
    """Return which column holds what, and the rows already read that are no headings.

    Lists often begin with a title, so the headings are looked for in the first ten rows. A list without headings has
    its addresses where the first @ is, and names in the first column that holds none.
    """
    read: list[Row] = []
    for row in rows:
        words = [cell.strip().strip(":*").lower() for cell in row.cells]
        head = {key: i for key, names in HEADINGS.items() for i, word in reversed(list(enumerate(words))) if word in names}
        if "email" in head:
            return head, []
        read.append(row)
        if len(read) >= 10:
            break
    for row in read:
        at = next((i for i, cell in enumerate(row.cells) if "@" in cell), None)
        if at is not None:
            others = [i for i, cell in enumerate(row.cells) if cell and i != at]
            return {"email": at} | ({"name": others[0]} if others else {}), [r for r in read if r.number >= row.number]
    raise Invalid(_("We found no column with e-mail addresses. Write “E-post” or “E-mail” above it, and send the list again."))


def _take(row: Row, head: dict[str, int], found: AddressList, seen: dict[tuple[str, str], int], *, merged: bool) -> None:
    cell = {key: row.cells[at] if at < len(row.cells) else "" for key, at in head.items()}
    email = clean_line(cell["email"]).removeprefix("mailto:").strip("<>;, ").lower()
    name = clean_line(cell.get("name") or f"{cell.get('first', '')} {cell.get('last', '')}")
    if sentence := _wrong(row, cell, email, name, merged=merged):
        found.bad.append(Bad(row.number, sentence))
        return
    twin = seen.setdefault((email, name.lower()), row.number)
    if twin != row.number:
        words = _("Row %(row)s is the same as row %(twin)s; it counts once.") % {"row": row.number, "twin": twin}
        found.twins.append(Bad(row.number, words))
    else:
        found.lines.append(Line(row.number, email, name, _workplace(cell.get("library", ""))))


def _workplace(text: str) -> str:
    """Return what stands in the column of the library; a formula says nothing."""
    return "" if is_formula(text) else clean_line(text)[:LONGEST_WORKPLACE].strip()


def _wrong(row: Row, cell: dict[str, str], email: str, name: str, *, merged: bool) -> str:
    """Return what is wrong with a row, as a sentence, or ""."""
    said = {"row": row.number, "text": clean_line(cell["email"])[:60], "name": name[:40]}
    if any(is_formula(cell.get(key, "")) for key in ("email", "name", "first", "last")):
        return _("Row %(row)s has a formula where the name or address should be. Write it as text.") % said
    if not email and merged:
        return _("Row %(row)s shares a merged cell with the row above, so it has no address of its own.") % said
    if not email:
        return _("Row %(row)s has no e-mail address.") % said
    if "<" in name or ">" in name:
        return _("Row %(row)s has the sign < or > in the name. Write the name as you say it.") % said
    if len(name) > LONGEST_NAME:
        return _("Row %(row)s has a name of more than 120 signs. It begins with “%(name)s”.") % said
    try:
        validate_email(email)
    except ValidationError:
        return _("Row %(row)s: “%(text)s” is not an e-mail address.") % said
    return ""


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would work this text out instead of showing it."""
    return bool(FORMULA.match(text.strip()))
