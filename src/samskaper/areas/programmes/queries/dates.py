"""The dates of programmes as calendars take them in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from samskaper.areas.programmes.models import Enrolment, EnrolmentState, Gathering, GatheringState, Programme
from samskaper.commons.calendar.entries import Entry
from samskaper.commons.calendar.exports import ics
from samskaper.commons.people.models import Membership, Role
from samskaper.foundation.addresses import address
from samskaper.foundation.prepared import prepared

SOON = 20  # dates; what a desk shows fits well in it
SHOWN = ("title", "starts", "ends", "place", "link", "about", "sequence", "state", "programme_id")


def entry_of(gathering: Gathering, *, with_link: bool) -> Entry:
    """Return the calendar entry of a gathering. Its meeting link is for those who take part (`with_link`)."""
    page = address("programmes:programme", gathering.programme_id)
    link = gathering.link if with_link else ""
    return Entry(
        uid=f"gathering-{gathering.pk}@samskaper",
        title=f"{gathering.title} ({gathering.programme.title})",
        starts=gathering.starts, ends=gathering.ends, place=gathering.place or link, url=page,
        note="\n".join(filter(None, [gathering.about, link])),
        sequence=gathering.sequence, cancelled=gathering.state == GatheringState.CANCELLED,
    )


def entries_of(programme: Programme, *, with_link: bool) -> list[Entry]:
    """Return the dates that participants have in a programme, cancelled ones as such."""
    rows = Gathering.objects.filter(programme=programme, for_participants=True).select_related("programme")
    return [entry_of(row, with_link=with_link) for row in rows.order_by("number")]


def file_of(programme: Programme, *, with_link: bool) -> bytes:
    """Return the calendar file of a programme."""
    return ics(entries_of(programme, with_link=with_link), name=programme.title)


def entries_for(person: int, since: dt.datetime, most: int) -> Iterable[Entry]:
    """Return the dates, not over at `since`, of a participant with a seat or of an adviser who runs it."""
    rows = _soonest_of(person, since)[:most] if most <= SOON else _dates_of(person, since)[:most]
    return [entry_of(row, with_link=True) for row in rows]


@prepared
def _soonest_of(person: int, since: dt.datetime) -> QuerySet[Gathering]:
    soonest = _dates_of(person, since).select_related(None).values("pk")[:SOON]  # sorted without their long texts
    return _shown(Gathering.objects.filter(pk__in=soonest))


def _dates_of(person: int, since: dt.datetime) -> QuerySet[Gathering]:
    own = Enrolment.objects.filter(person=person, state=EnrolmentState.ENROLLED).values("programme")
    advises = Membership.objects.filter(person=person, role=Role.ADVISER, until__isnull=True).values("organisation")
    running = Programme.objects.filter(owner__in=advises).exclude(state="draft").values("pk")
    mine = Q(programme__in=own, for_participants=True) | Q(programme__in=running)
    return _shown(Gathering.objects.filter(mine, ends__gte=since))


def _shown(rows: QuerySet[Gathering]) -> QuerySet[Gathering]:
    return rows.select_related("programme").order_by("starts", "pk").only(*SHOWN, "programme__title")
