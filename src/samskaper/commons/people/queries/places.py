"""Questions about counties and municipalities on a day."""

from __future__ import annotations

import datetime as dt

from samskaper.commons.people.models import Country, County, CountyQuerySet, Municipality, PlaceQuerySet
from samskaper.foundation import clock


def counties_on(day: dt.date, *, country: str = "") -> CountyQuerySet:
    """Return the counties (regions) that existed on this day, by name."""
    found = County.objects.valid_on(day).order_by("country", "name")
    return found.filter(country=country) if country else found


def municipalities_on(day: dt.date, *, county: int | None = None) -> PlaceQuerySet:
    """Return the municipalities that existed on this day, by name, with their county."""
    found = Municipality.objects.valid_on(day).select_related("county").order_by("name")
    return found.filter(county=county) if county is not None else found


def municipality_on(number: str, day: dt.date, *, country: str = Country.NORWAY) -> Municipality | None:
    """Return the municipality that had this number on this day, with its county; None where there was none."""
    found = Municipality.objects.valid_on(day).filter(number=number, county__country=country)
    return found.select_related("county").first()


def municipality_today(municipality: Municipality) -> Municipality:
    """Return the municipality that this one is today, after every merger and new number (at most one query a step)."""
    return chain_of(municipality)[-1]


def chain_of(municipality: Municipality) -> list[Municipality]:
    """Return this municipality and those that took over, one after the other, to the one of today."""
    chain = [municipality]
    while (after := chain[-1].became) is not None and after not in chain:
        chain.append(after)
    return chain


def is_gone(place: County | Municipality, *, on: dt.date | None = None) -> bool:
    """Return whether a place has ceased to exist (by today, or by a day)."""
    return place.valid_until is not None and place.valid_until <= (on or clock.today())
