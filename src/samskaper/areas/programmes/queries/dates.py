"""The dates of programmes as calendars take them in."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from samskaper.areas.programmes.models import Enrolment, EnrolmentState, Gathering, GatheringState, Programme
from samskaper.commons.calendar.entries import Entry
from samskaper.commons.calendar.exports import ics
from samskaper.commons.people.models import Membership, Role


def entry_of(gathering: Gathering, *, with_link: bool) -> Entry:
    """Return the calendar entry of a gathering. Its meeting link is for those who take part (`with_link`)."""
    page = reverse("programmes:programme", args=[gathering.programme_id])
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


def entries_for(person: int) -> Iterable[Entry]:
    """Return every date that a person has as a participant with a seat, or as an adviser who runs it."""
    own = Enrolment.objects.filter(person=person, state=EnrolmentState.ENROLLED).values("programme")
    advises = Membership.objects.filter(person=person, role=Role.ADVISER, until__isnull=True).values("organisation")
    taking_part = Gathering.objects.filter(programme__in=own, for_participants=True)
    running = Gathering.objects.filter(programme__owner__in=advises).exclude(programme__state="draft")
    rows = (taking_part | running).select_related("programme").distinct().order_by("starts")
    return [entry_of(row, with_link=True) for row in rows]
