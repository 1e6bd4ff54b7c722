"""Associations that were met, a gathering that asks them, and those who answer by their links."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from samskaper.areas.cocreation.commands import conversations, meeting_answers, meeting_letters, meetings, parties
from samskaper.areas.cocreation.models import Contact, Invited, Meeting, Party, PartyKind
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from tests.areas.cocreation.conftest import bearer, hold

SERIES = Ref("tests.series", 1)


def evening(days: int, hour: int = 18) -> tuple[dt.datetime, dt.datetime]:
    """Two hours on an evening so many days from now."""
    starts = timezone.localtime(clock.now()).replace(hour=hour, minute=0, second=0, microsecond=0) + dt.timedelta(days=days)
    return starts, starts + dt.timedelta(hours=2)


def met(owner: Organisation, by: Doer, number: int, *, kind: str = PartyKind.ASSOCIATION, email: bool = True, within: Ref | None = SERIES) -> Party:
    """Somebody with whom a conversation was held in the series."""
    party = parties.add_party(owner=owner, kind=kind, name=f"Lag {number:03}", by=by)
    if email:
        parties.name_contact(party=party, owner=owner, email=f"lag{number}@lag.example", by=by)
    hold(conversations.plan(party=party, owner=owner, within=within, by=by), by, "Vi mangler et rom.")
    return party


def planned(owner: Organisation, by: Doer, *, within: Ref | None = SERIES) -> Meeting:
    """A gathering with three evenings to choose between."""
    return meetings.plan(owner=owner, title="En kveld for foreningene", days=[evening(n) for n in (7, 8, 9)], place="Samfunnshuset", within=within, by=by)


def asked(meeting: Meeting, parties_: list[Party], by: Doer) -> list[Invited]:
    """Put these on the list and write to them."""
    meetings.invite(meeting=meeting, parties=[party.pk for party in parties_], by=by)
    meetings.send_invitations(meeting=meeting, by=by)
    write()
    return list(meeting.invited.order_by("pk"))


def write() -> None:
    """Let the worker write every letter that waits."""
    while meeting_letters.write_letters():
        pass


def voice(party: Party) -> Contact:
    """Whoever speaks for a party."""
    return party.contacts.latest("pk")


def says(meeting: Meeting, party: Party, *suits: bool, **brings: object) -> None:
    """The party says which of the days suit it, in their order."""
    days = dict(zip(meeting.dates.order_by("starts").values_list("pk", flat=True), suits, strict=False))
    contact = voice(party)
    meeting_answers.say_which_days(meeting=meeting.pk, contact=contact, suits=days, by=bearer(contact), **brings)


def set_day(meeting: Meeting, by: Doer, place: int = 0) -> Meeting:
    """Set the first (or another) of the days."""
    meeting.refresh_from_db()
    return meetings.set_day(meeting=meeting, date=meeting.dates.order_by("starts")[place].pk, version=meeting.version, by=by)


def held(meeting: Meeting, by: Doer, rows: list[Invited] | None = None) -> Meeting:
    """Everybody (or these) came."""
    meeting.refresh_from_db()
    assert meeting.starts is not None
    here = {row.pk for row in (meeting.invited.all() if rows is None else rows)}
    with clock.at(meeting.starts + dt.timedelta(minutes=10)):
        meetings.tick(meeting=meeting, here=here, by=by)
    meeting.refresh_from_db()
    return meeting
