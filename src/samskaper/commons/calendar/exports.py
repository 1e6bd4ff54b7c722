"""Calendar files (RFC 5545) that Outlook, Google and Apple take in.

The library is read when the first file is made: it takes a twentieth of the time that a start takes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings

from samskaper.commons.calendar.entries import Entry
from samskaper.foundation import clock
from samskaper.foundation.text import clean, clean_line

if TYPE_CHECKING:
    from icalendar import Event, Timezone

PRODUCT = "-//Samskaper//samskaper//NO"
REFRESH = dt.timedelta(hours=4)
COUNTRIES_TIME = frozenset({"Europe/Oslo", "Europe/Copenhagen"})


def ics(entries: Iterable[Entry], *, name: str, method: str = "PUBLISH") -> bytes:
    """Return a calendar file with these entries. `method` is PUBLISH, or CANCEL when all of them were called off."""
    from icalendar import Calendar, vText

    found = list(entries)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add("name", vText(clean_line(name)))  # the library escapes neither of the two by itself
    calendar.add("x-wr-calname", vText(clean_line(name)))
    calendar.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT4H")
    for zone in _zones(found):
        calendar.add_component(zone)
    for entry in found:
        calendar.add_component(_event(entry))
    return bytes(calendar.to_ical())


def _zone(moment: dt.datetime) -> ZoneInfo:
    """Return the zone to write a moment in: its own where we know its rules, or the installation's."""
    if isinstance(moment.tzinfo, ZoneInfo) and moment.tzinfo.key in COUNTRIES_TIME:
        return moment.tzinfo
    return ZoneInfo(settings.TIME_ZONE)


def _zones(entries: list[Entry]) -> list[Timezone]:
    """Return a description of every zone that is used."""
    moments = [m for entry in entries for m in (entry.starts, entry.ends) if isinstance(m, dt.datetime)]
    return [_described(key) for key in sorted({_zone(moment).key for moment in moments})]


def _described(key: str) -> Timezone:
    """Return a zone with the European Union's summer time: last Sunday of March to last Sunday of October.

    Written by its rule, because calendars repeat it for ever; the library writes single dates, an hour late in spring.
    """
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", key)
    for part, month, hour, before, after in (
        (TimezoneDaylight(), 3, 2, 1, 2),
        (TimezoneStandard(), 10, 3, 2, 1),
    ):
        part.add("dtstart", dt.datetime(1996, month, 31 if month == 3 else 27, hour))
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzoffsetfrom", dt.timedelta(hours=before))
        part.add("tzoffsetto", dt.timedelta(hours=after))
        part.add("tzname", "CEST" if after == 2 else "CET")
        zone.add_component(part)
    return zone


def _time(value: dt.datetime | dt.date, *, is_end: bool = False) -> dt.datetime | dt.date:
    if isinstance(value, dt.datetime):
        return value.astimezone(_zone(value))
    return value + dt.timedelta(days=1) if is_end else value


def _event(entry: Entry) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", clean_line(entry.uid))
    event.add("dtstamp", (entry.changed or clock.now()).astimezone(dt.UTC))
    event.add("dtstart", _time(entry.starts))
    event.add("dtend", _time(entry.ends, is_end=True))
    event.add("summary", clean_line(entry.title))
    event.add("sequence", entry.sequence)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if entry.cancelled or entry.whole_day else "OPAQUE")
    if place := clean_line(entry.place):
        event.add("location", place)
    if note := clean(entry.note):
        event.add("description", note)
    if entry.url:
        event.add("url", entry.url if "://" in entry.url else f"{settings.SITE_URL}{entry.url}")
    return event
