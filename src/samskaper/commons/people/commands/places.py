"""Counties and municipalities, from the files that come with the package."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from importlib import resources

from django.db import transaction

from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Country, County, Municipality

SOURCES = {Country.NORWAY: "norway", Country.DENMARK: "denmark"}
BEFORE = dt.date(1900, 1, 1)  # an empty first day in the files: older than they are


def _rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a file; its first lines, marked #, name the source."""
    file = resources.files("samskaper.commons.people") / "data" / f"{name}.csv"
    with file.open(encoding="utf-8") as lines:
        yield from csv.DictReader(line for line in lines if not line.startswith("#"))


def _from(text: str) -> dt.date:
    return dt.date.fromisoformat(text) if text else BEFORE


def _until(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _number(text: str) -> float | None:
    return float(text) if text else None


@transaction.atomic
def load_places(*, by: Doer) -> int:
    """Write every county and municipality that the files know; what is there already is brought up to date.

    Returns how many municipalities of today there are. Takes about a second; repeating it changes nothing.
    """
    for country, name in SOURCES.items():
        _load_counties(country, name)
        _load_municipalities(country, name)
    return Municipality.objects.filter(valid_until__isnull=True).count()


def _load_counties(country: Country, name: str) -> None:
    County.objects.bulk_create(
        (
            County(
                country=country, number=row["number"], name=row["name"], other_names=row["other_names"],
                valid_from=_from(row["valid_from"]), valid_until=_until(row["valid_until"]),
            )
            for row in _rows(f"{name}_counties")
        ),
        update_conflicts=True,
        unique_fields=["country", "number", "valid_from"],
        update_fields=["name", "other_names", "valid_until"],
    )


def _load_municipalities(country: Country, name: str) -> None:
    """Write the youngest first, so that each finds the one that took over from it."""
    counties = {county.number: county.pk for county in County.objects.filter(country=country)}
    rows = list(_rows(f"{name}_municipalities"))
    known: dict[str, int] = {}
    for end in sorted({row["valid_until"] or "9999" for row in rows}, reverse=True):
        batch = [row for row in rows if (row["valid_until"] or "9999") == end]
        Municipality.objects.bulk_create(
            (_municipality(row, counties[row["county"]], known.get(row["became"])) for row in batch),
            update_conflicts=True,
            unique_fields=["county", "number", "valid_from"],
            update_fields=["name", "other_names", "valid_until", "became", "latitude", "longitude"],
        )
        numbers = [row["number"] for row in batch]
        written = Municipality.objects.filter(county__country=country, number__in=numbers)
        known.update(written.values_list("number", "pk"))


def _municipality(row: dict[str, str], county: int, became: int | None) -> Municipality:
    return Municipality(
        county_id=county, number=row["number"], name=row["name"], other_names=row["other_names"],
        valid_from=_from(row["valid_from"]), valid_until=_until(row["valid_until"]), became_id=became,
        latitude=_number(row["latitude"]), longitude=_number(row["longitude"]),
    )
