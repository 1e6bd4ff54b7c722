"""What both sides say that a gathering gave them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from samskaper.areas.cocreation.models import Contact, Invited, Meeting, MeetingState
from samskaper.areas.cocreation.queries.lists import people_who_met
from samskaper.areas.cocreation.queries.meetings import held_with
from samskaper.areas.cocreation.rules.meetings import HALF_A_YEAR
from samskaper.areas.cocreation.rules.parties import LINK, may_talk
from samskaper.commons.feedback.models import AskedOf, Questionnaire
from samskaper.commons.feedback.queries import Compared, compared, has_answered, of_records
from samskaper.commons.people.doer import GUEST, Doer
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Missing

TIMES = (dt.timedelta(0), HALF_A_YEAR)  # after the gathering: the next day, and half a year later
KIND = "cocreation.meeting"


def asked_about(place: int) -> list[int]:
    """Return the gatherings that have been asked about: the first time (0) or the second (1)."""
    rows = Questionnaire.objects.filter(about_kind=KIND, asked=AskedOf.BEARERS).values_list("about_id", flat=True)
    found = list(rows)
    return [number for number in set(found) if found.count(number) > place]


def may_answer(ref: Ref, doer: Doer) -> bool:
    """Parties that were there, and the library people who arranged it or had talked with those who came."""
    meeting = Meeting.objects.filter(pk=ref.id, state=MeetingState.HELD).first()
    if meeting is None:
        return False
    if doer.link is not None:
        speaks = Contact.objects.filter(pk=doer.link[1].id, until__isnull=True).values("party")
        return doer.link[0] == LINK and Invited.objects.filter(meeting=meeting, was_there=True, party__in=speaks).exists()
    return doer.person is not None and (meeting.organiser_id == doer.person or people_who_met(meeting).filter(pk=doer.person).exists())


def answerable(doer: Doer) -> Iterable[Ref]:
    """Return the gatherings that this person may be asked about."""
    return [Ref(KIND, number) for number in held_with(doer.person)] if doer.person and may_talk(doer) else []


def question_for(contact: Contact, *, meeting: int, questionnaire: int) -> Questionnaire:
    """Return questions that a party is asked about a gathering. Raises Missing for another's."""
    found = Questionnaire.objects.filter(pk=questionnaire, about_kind=KIND, about_id=meeting, asked=AskedOf.BEARERS).first()
    if found is None or not Invited.objects.filter(meeting=meeting, party=contact.party_id, was_there=True).exists():
        raise Missing()
    return found


@dataclass(frozen=True, slots=True)
class Time:
    """The questions of one time. `rows` are both sides beside each other, None until both are closed."""

    theirs: Questionnaire
    ours: Questionnaire
    is_later: bool
    rows: list[Compared] | None

    @property
    def shown(self) -> list[Compared]:
        """The questions that may be shown."""
        return [row for row in self.rows or [] if not row.hidden]


def times_of(meeting: Meeting) -> list[Time]:
    """Return what was asked about a gathering, the first time first."""
    found: list[Questionnaire] = list(of_records([Ref.to(meeting)]).prefetch_related("questions"))
    theirs, ours = ([one for one in found if one.asked == side] for side in (AskedOf.BEARERS, AskedOf.PEOPLE))
    return [Time(one, other, _is_later(one, meeting), compared(one, other)) for one, other in zip(theirs, ours, strict=False)]


def _is_later(asked: Questionnaire, meeting: Meeting) -> bool:
    return meeting.ends is not None and asked.opens >= (meeting.ends + HALF_A_YEAR).date()


@dataclass(frozen=True, slots=True)
class Open:
    """Questions that a party can answer now, or has answered."""

    questionnaire: Questionnaire
    answered: bool


def open_to(contact: Contact, meeting: Meeting) -> list[Open]:
    """Return the questions about a gathering that are open to a party that was there."""
    today = clock.today()
    rows: QuerySet[Questionnaire] = of_records([Ref.to(meeting)]).filter(asked=AskedOf.BEARERS, closed=False, opens__lte=today, closes__gte=today)
    return [Open(row, has_answered(row, GUEST, speaks_for=Ref.to(contact.party))) for row in rows]
