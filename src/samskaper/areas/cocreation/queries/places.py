"""Which municipality of today a number of the open registers means."""

from __future__ import annotations

from collections.abc import Iterable

from samskaper.commons.people.models import Country, Municipality
from samskaper.commons.people.queries.places import municipality_today


def places_today(numbers: Iterable[str]) -> dict[str, Municipality]:
    """Return, for each number, the municipality that it is today: registers also give the numbers of before 2018, 2020 and 2024.

    A number that meant several in turn means the last of them.
    """
    rows = Municipality.objects.filter(number__in=list(numbers), county__country=Country.NORWAY).select_related("became__county", "county")
    last = {row.number: row for row in rows.order_by("valid_from")}
    return {number: row if row.valid_until is None else municipality_today(row) for number, row in last.items()}
