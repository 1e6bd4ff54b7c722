"""Asking both sides what they gained: the day after a gathering, and again half a year later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from samskaper.areas.cocreation.commands.meetings import locked
from samskaper.areas.cocreation.models import Contact, Invited, Meeting, MeetingState, Word
from samskaper.areas.cocreation.queries.gained import TIMES, asked_about, question_for
from samskaper.areas.cocreation.rules import meetings as rules
from samskaper.areas.cocreation.rules.gained import QUESTIONS
from samskaper.areas.cocreation.rules.parties import must_speak_for
from samskaper.commons.feedback.commands import answer, open_questionnaire
from samskaper.commons.feedback.models import AskedOf
from samskaper.commons.people.doer import SYSTEM, Doer
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref

LATE = dt.timedelta(days=30)  # a gathering that was written down so late is asked about no more


def ask_those_due() -> int:
    """Ask about every gathering whose time for it has come. Returns how many were asked about; asking again changes nothing."""
    today = clock.today()
    asked = 0
    for place, wait in enumerate(TIMES):
        last, first = clock.now() - wait, clock.now() - wait - LATE
        due = Meeting.objects.filter(state=MeetingState.HELD, ends__gte=first, ends__lt=last).order_by("pk")
        for meeting in due.exclude(pk__in=asked_about(place)):
            asked += timezone.localdate(meeting.ends) + wait < today and _ask(meeting.pk, place, by=SYSTEM)
    return asked


@transaction.atomic
def _ask(number: int, place: int, *, by: Doer) -> bool:
    meeting = locked(number)
    if number in set(asked_about(place)):
        return False
    today = clock.today()
    with translation.override(meeting.owner.language):
        title = _("What “%(title)s” gave you") if not place else _("Half a year after “%(title)s”")
        for side in AskedOf:
            said = (title % {"title": meeting.title})[:140] + (" – " + _("for the associations") if side == AskedOf.BEARERS else "")
            open_questionnaire(
                about=Ref.to(meeting), within=meeting.within, owner=meeting.owner_id, title=said[:160], questions=QUESTIONS, opens=today,
                closes=today + dt.timedelta(days=rules.OPEN_DAYS), asked=side, by=by,
            )
    Invited.objects.filter(meeting=meeting, was_there=True).update(waits=Word.AFTER)
    return True


@transaction.atomic
def say_what_it_gave(*, meeting: int, questionnaire: int, contact: Contact, values: Mapping[int, str], by: Doer) -> None:
    """A party that was there answers, once. Nobody can tell afterwards what it answered."""
    must_speak_for(by, contact)
    asked = question_for(contact, meeting=meeting, questionnaire=questionnaire)
    answer(questionnaire=asked, values=values, by=by, speaks_for=Ref.to(contact.party))
