"""Gatherings for associations as calendars take them in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from samskaper.areas.cocreation.models import ConversationState, Listener, Meeting, MeetingState
from samskaper.commons.calendar.entries import Entry
from samskaper.commons.calendar.exports import ics
from samskaper.foundation.addresses import address
from samskaper.foundation.prepared import prepared

SOON = 20  # dates; what a desk shows fits well in it


def entry_of(meeting: Meeting, *, url: str = "") -> Entry:
    """Return the calendar entry of a gathering whose day was set."""
    assert meeting.starts is not None and meeting.ends is not None
    return Entry(
        uid=f"meeting-{meeting.pk}@samskaper", title=meeting.title, starts=meeting.starts, ends=meeting.ends, place=meeting.place, url=url,
        note=meeting.about, sequence=meeting.version, cancelled=meeting.state == MeetingState.CANCELLED,
    )


def file_of(meeting: Meeting) -> bytes:
    """Return the calendar file of a gathering."""
    return ics([entry_of(meeting)], name=meeting.title)


def entries_for(person: int, since: dt.datetime, most: int) -> Iterable[Entry]:
    """Return the gatherings, not over at `since`, that somebody arranges or whose associations she has talked with."""
    rows = _soonest(person, since)[:most] if most <= SOON else _dates_of(person, since)[:most]
    return [entry_of(row, url=address("cocreation:meeting", row.pk)) for row in rows]


@prepared
def _soonest(person: int, since: dt.datetime) -> QuerySet[Meeting]:
    return _dates_of(person, since)[:SOON]


def _dates_of(person: int, since: dt.datetime) -> QuerySet[Meeting]:
    talked = Listener.objects.filter(person=person, conversation__state=ConversationState.HELD)
    series = talked.filter(conversation__within_kind=OuterRef("within_kind"), conversation__within_id=OuterRef("within_id"))
    mine = Q(organiser=person) | Exists(series)
    return Meeting.objects.filter(mine, starts__isnull=False, ends__gte=since).order_by("starts", "pk")
