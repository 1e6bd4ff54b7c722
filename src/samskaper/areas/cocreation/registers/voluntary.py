"""The register of voluntary organisations: which numbers stand in it. It gives no names and no places; the unit register does.

Its list has no page numbers: each page says after which number the next one begins, and holds a hundred at most. The categories that
it gives (what an association works with) are not read at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from samskaper.areas.cocreation.registers.client import Client, Json, NotThere, NotUnderstood
from samskaper.areas.cocreation.registers.units import is_number

PATH = "/frivillighetsregisteret/api/frivillige-organisasjoner"
SIZE = 100
MOST_PAGES = 2_000  # about three times what the country has
STRUCK_OFF = frozenset({"SLETTET", "STRØKET", "OPPHØRT"})


def numbers(client: Client) -> Iterator[str]:
    """Return the number of every organisation that stands in the register."""
    after = ""
    for _ in range(MOST_PAGES):
        page = client.get(PATH, {"size": SIZE, **({"searchAfter": after} if after else {})})
        rows = page.get("_embedded", {}).get("frivilligeOrganisasjoner") if isinstance(page.get("_embedded", {}), dict) else None
        if not isinstance(rows, list):
            if "_embedded" in page:
                raise NotUnderstood("the organisations are no list")
            return
        yield from (str(row["organisasjonsnummer"]) for row in rows if isinstance(row, dict) and stands(row))
        following = _next(page)
        if not following or following == after:
            return
        after = following
    raise NotUnderstood("the list has no end")


def is_registered(client: Client, number: str) -> bool:
    """Whether this number stands in the register today."""
    if not is_number(number):
        return False
    try:
        return stands(client.get(f"{PATH}/{number}"))
    except NotThere:
        return False


def stands(row: Json) -> bool:
    """Whether an entry is one that counts. States that nobody here knows count: the unit register says who has closed down."""
    status = str(row.get("frivilligOrganisasjonsstatus", "")).upper()
    return is_number(str(row.get("organisasjonsnummer", ""))) and status not in STRUCK_OFF


def _next(page: Json) -> str:
    """Return after which number the next page begins, of the link that the page names; the link itself is not followed."""
    links = page.get("_links")
    following = links.get("next") if isinstance(links, dict) else None
    href = following.get("href") if isinstance(following, dict) else None
    return parse_qs(urlsplit(href).query).get("searchAfter", [""])[0] if isinstance(href, str) else ""
