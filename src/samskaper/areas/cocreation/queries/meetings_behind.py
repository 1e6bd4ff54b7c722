"""Gatherings as those invited see them behind their link."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from samskaper.areas.cocreation.models import Contact, DateAnswer, Grouped, Invited, Meeting, MeetingState
from samskaper.areas.cocreation.queries.challenges import SharedChallenge
from samskaper.areas.cocreation.queries.gained import Open, Time, open_to, times_of
from samskaper.areas.cocreation.queries.initiatives import Row
from samskaper.areas.cocreation.queries.meetings import challenges_at
from samskaper.areas.cocreation.queries.party_initiatives import of_party
from samskaper.areas.cocreation.rules.meeting_words import the_day
from samskaper.areas.cocreation.rules.parties import must_speak_for
from samskaper.commons.people.doer import Doer
from samskaper.foundation import clock
from samskaper.foundation.refusals import Missing

NEAR = 6  # of the initiatives near a party that stand on its page of a gathering


@dataclass(frozen=True, slots=True)
class Place:
    """A gathering that a party was asked to, and what it has answered."""

    meeting: Meeting
    row: Invited
    day: str


def places_of(contact: Contact, *, visible_to: Doer) -> list[Place]:
    """Return the gatherings that a party has been asked to, the latest first. Being on a list that was not sent is not being asked."""
    must_speak_for(visible_to, contact)
    rows = Invited.objects.filter(party=contact.party_id).select_related("meeting__owner").order_by("-meeting__made", "-pk")
    return [Place(row.meeting, row, the_day(row.meeting)) for row in rows if is_asked(row)]


def is_asked(row: Invited) -> bool:
    """Whether the party knows of the gathering: the invitation has gone or is going, it has answered, or it was there."""
    return bool(row.wrote or row.waits or row.answered_on or row.was_there) or row.meeting.state in (MeetingState.SET, MeetingState.HELD)


@dataclass(frozen=True, slots=True)
class PlacePage:
    """A gathering on a party's page: before it the question, afterwards what came of it."""

    meeting: Meeting
    row: Invited
    day: str
    suits: dict[int, bool]
    challenges: list[SharedChallenge]
    mine: frozenset[int]
    happens: list[Row]
    questions: list[Open]
    times: list[Time]


def place_page(contact: Contact, number: int, *, visible_to: Doer) -> PlacePage:
    """Return a gathering as a party sees it. Raises Missing for one that it was not asked to."""
    must_speak_for(visible_to, contact)
    row = Invited.objects.filter(meeting=number, party=contact.party_id).select_related("meeting__owner", "meeting__organiser").first()
    if row is None or not is_asked(row):
        raise Missing()
    held = row.meeting.state == MeetingState.HELD
    challenges = challenges_at(row.meeting)
    part = Grouped.objects.filter(challenge__in=[one.number for one in challenges], statement__conversation__party=contact.party_id)
    was_there = held and bool(row.was_there)
    return PlacePage(
        row.meeting, row, the_day(row.meeting), dict(DateAnswer.objects.filter(invited=row).values_list("date", "suits")), challenges,
        frozenset(part.values_list("challenge", flat=True)), _happens(contact, visible_to) if held else [],
        open_to(contact, row.meeting) if was_there else [], times_of(row.meeting) if was_there else [],
    )


def _happens(contact: Contact, doer: Doer) -> list[Row]:
    """Return the initiatives of a party, and a few of those that go on near it."""
    found = of_party(contact, visible_to=doer)
    return [*found.own, *found.asked, *found.others[:NEAR]]


def unanswered(contact: Contact) -> int:
    """Return to how many invitations a party has not said anything yet. One query."""
    rows = Invited.objects.filter(party=contact.party_id, answered_on__isnull=True).exclude(wrote="", waits="")
    return rows.filter(Q(meeting__state=MeetingState.ASKING) | Q(meeting__state=MeetingState.SET, meeting__ends__gt=clock.now())).count()
