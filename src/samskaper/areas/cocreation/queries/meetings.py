"""Gatherings for associations as those who arrange them, and the library people whom they concern, see them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from samskaper.areas.cocreation.models import (
    Coming,
    ConversationState,
    DateAnswer,
    Invited,
    Listener,
    Meeting,
    MeetingDate,
    MeetingState,
    PartyKind,
)
from samskaper.areas.cocreation.queries.challenges import SharedChallenge, shared_challenges
from samskaper.areas.cocreation.rules import meetings as rules
from samskaper.areas.cocreation.rules.meeting_words import hours
from samskaper.areas.cocreation.rules.parties import LIBRARY_ROLES
from samskaper.commons.people.doer import Doer
from samskaper.foundation.prepared import prepared
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Missing
from samskaper.ui.shares import Share, Shares


def _of(person: int | None) -> Q:
    """Gatherings that somebody arranges, or whose associations she has talked with in the same series."""
    talked = Listener.objects.filter(
        person=person, conversation__state=ConversationState.HELD, conversation__within_kind=OuterRef("within_kind"),
        conversation__within_id=OuterRef("within_id"),
    )
    return Q(organiser=person) | Q(Exists(talked))


@prepared
def held_with(person: int) -> QuerySet[Meeting, int]:
    """Return the ids of the gatherings that were held and that concern a person."""
    return Meeting.objects.filter(_of(person), state=MeetingState.HELD).values_list("pk", flat=True)


def readable(doer: Doer) -> QuerySet[Meeting]:
    """Return the gatherings that the doer arranges or that concern her."""
    if doer.is_system:
        return Meeting.objects.all()
    own = Q(owner__in=doer.organisations(*LIBRARY_ROLES))
    return Meeting.objects.filter(own | _of(doer.person) if doer.person else own)


def find_meeting(number: int, *, visible_to: Doer) -> Meeting:
    """Return a gathering. Raises Missing for those whom it does not concern."""
    found = readable(visible_to).filter(pk=number).select_related("owner", "organiser").first()
    if found is None:
        raise Missing()
    return found


def meeting_to_run(number: int, *, visible_to: Doer) -> Meeting:
    """Return a gathering to those who arrange it. Raises Missing for others."""
    found = find_meeting(number, visible_to=visible_to)
    rules.must_run(visible_to, found)
    return found


@dataclass(frozen=True, slots=True)
class Row:
    """A gathering in a list."""

    meeting: Meeting
    invited: int
    answered: int
    coming: int


def meetings(*, visible_to: Doer) -> list[Row]:
    """Return the gatherings that the doer may see, the latest first, with a fixed number of questions."""
    answered = Count("invited", filter=Q(invited__answered_on__isnull=False))
    rows = readable(visible_to).select_related("owner").annotate(n=Count("invited"), a=answered, c=Count("invited", filter=_COMES))
    return [Row(row, row.n, row.a, row.c) for row in rows.order_by("-made", "-pk")[:200]]


_COMES = Q(invited__coming=Coming.YES)


@dataclass(frozen=True, slots=True)
class Suits:
    """A day that was proposed, and how many can come on it: parties, and people where they said how many."""

    date: MeetingDate
    words: str
    yes: int
    no: int
    silent: int
    people: int


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody on the list, as those who arrange it see them; what they need is for these alone."""

    row: Invited
    name: str

    @property
    def needs(self) -> bool:
        """Whether there is something to think of."""
        return bool(self.row.needs or self.row.needs_loop)


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """A gathering with its poll and its list. The list is empty for those who do not arrange it."""

    meeting: Meeting
    may_run: bool
    days: list[Suits]
    guests: list[Guest]
    invited: int
    answered: int
    parties: int
    people: int
    waiting: int

    @property
    def picture(self) -> Shares:
        """The poll as a picture, its table beside."""
        return Shares([Share(day.words, (day.yes, day.no, day.silent)) for day in self.days])

    @property
    def best(self) -> Suits | None:
        """The day on which most can come, the earlier of two."""
        return max(self.days, key=lambda day: (day.yes, day.people), default=None)

    @property
    def coming(self) -> list[Guest]:
        """Those who come."""
        return [guest for guest in self.guests if guest.row.coming == Coming.YES]

    @property
    def came(self) -> list[Guest]:
        """Those who were there."""
        return [guest for guest in self.guests if guest.row.was_there]

    @property
    def silent(self) -> list[Guest]:
        """Those who have not answered."""
        return [guest for guest in self.guests if guest.row.coming == Coming.ASKED and not guest.row.answered_on]

    @property
    def cannot(self) -> list[Guest]:
        """Those who cannot come."""
        return [guest for guest in self.guests if guest.row.coming == Coming.NO]

    @property
    def lends(self) -> list[Guest]:
        """Those who lend something."""
        return [guest for guest in self.guests if guest.row.lends]

    @property
    def loops(self) -> int:
        """How many need the hearing loop."""
        return sum(guest.row.needs_loop for guest in self.guests)


def meeting_page(number: int, *, visible_to: Doer) -> MeetingPage:
    """Return a gathering with its poll. Who is on the list, and what they need, is for those who arrange it."""
    meeting = find_meeting(number, visible_to=visible_to)
    rows = list(Invited.objects.filter(meeting=meeting).select_related("party").order_by("party__name", "pk"))
    may_run = rules.may_run(visible_to, meeting)
    coming = [row for row in rows if row.coming == Coming.YES]
    return MeetingPage(
        meeting, may_run, _days(meeting, rows), [Guest(row, row.party.name) for row in rows] if may_run else [], len(rows),
        sum(row.answered_on is not None for row in rows), len(coming), sum(row.people for row in coming), sum(bool(row.waits) for row in rows),
    )


def _days(meeting: Meeting, rows: list[Invited]) -> list[Suits]:
    people = {row.pk: row.people for row in rows}
    said: dict[int, dict[int, bool]] = {}
    for date, invited, suits in DateAnswer.objects.filter(date__meeting=meeting).values_list("date", "invited", "suits"):
        said.setdefault(date, {})[invited] = suits
    return [_suits(date, said.get(date.pk, {}), people) for date in meeting.dates.order_by("starts")]


def _suits(date: MeetingDate, said: dict[int, bool], people: dict[int, int]) -> Suits:
    yes = [invited for invited, suits in said.items() if suits]
    return Suits(
        date, hours(date.starts, date.ends), len(yes), len(said) - len(yes), len(people) - len(said), sum(people.get(one, 1) for one in yes)
    )


@dataclass(frozen=True, slots=True)
class Evening:
    """What is shown on a screen and on paper: challenges in the words that both sides stand by, and who comes.

    Only those are named who said that they may be; `others` is the number of the rest.
    """

    meeting: Meeting
    may_run: bool
    challenges: list[SharedChallenge]
    named: list[str]
    others: int
    lends: list[tuple[str, str]]
    here: list[Invited]


def evening(number: int, *, visible_to: Doer) -> Evening:
    """Return what the gathering shows to everybody who is there."""
    meeting = find_meeting(number, visible_to=visible_to)
    rows = list(Invited.objects.filter(Q(coming=Coming.YES) | Q(was_there=True), meeting=meeting).select_related("party__county").order_by("party__name"))
    named = [row for row in rows if row.by_name and row.party.kind != PartyKind.RESIDENT]
    may_run = rules.may_run(visible_to, meeting)
    return Evening(
        meeting, may_run, challenges_at(meeting), [row.party.name for row in named], len(rows) - len(named),
        [(row.party.name if row.by_name else "", row.lends) for row in rows if row.lends], rows if may_run else [],
    )


def challenges_at(meeting: Meeting) -> list[SharedChallenge]:
    """Return the shared challenges that a gathering is about."""
    return shared_challenges(within=meeting.within) if meeting.within else shared_challenges(owners=[meeting.owner_id])


def day_of(ref: Ref) -> tuple[dt.datetime, dt.datetime] | None:
    """Return from when until when a gathering is, for those who hold only its reference."""
    row = Meeting.objects.filter(pk=ref.id).values_list("starts", "ends").first()
    return (row[0], row[1]) if row and row[0] and row[1] else None
