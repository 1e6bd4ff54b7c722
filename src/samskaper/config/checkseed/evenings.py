"""A gathering for associations on each side: one that is being asked about, one whose day is set, and one that was held."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from samskaper.areas.cocreation.commands import meeting_answers, meeting_questions, meetings
from samskaper.areas.cocreation.models import Contact, Meeting
from samskaper.areas.cocreation.rules.parties import LINK
from samskaper.commons.feedback.models import AskedOf, Questionnaire
from samskaper.commons.people.doer import Doer, DoerKind
from samskaper.config.checkseed.world import World
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref


def play(world: World) -> None:
    """Let an employee ask an association to three gatherings; it answers with what only those who arrange it may read."""
    speaker = Contact.objects.filter(party=int(world.ids["party"]), owner=world.town).latest("pk")
    other = Contact.objects.filter(party__conversations=int(world.ids["talk_held"]), owner=world.town).latest("pk")
    needs = world.cage.plant("what somebody needs to come to a gathering", "staff", "leader", "participant")
    asking, is_set, held = _plan(world, "asking", speaker, other), _plan(world, "set", speaker, other), _plan(world, "held", speaker)
    for one in (asking, is_set, held):
        _answer(one, speaker)
    for one in (asking, is_set):
        _answer(one, other, needs=needs)
    for one in (is_set, held):
        one.refresh_from_db()
        meetings.set_day(meeting=one, date=one.dates.all()[0].pk, version=one.version, by=world.doer("staff"))
    row = held.invited.get()
    with clock.at(clock.now() + dt.timedelta(days=4)):
        meetings.tick(meeting=held, here={row.pk}, by=world.doer("staff"))
    Meeting.objects.filter(pk=held.pk).update(starts=clock.now() - dt.timedelta(days=2), ends=clock.now() - dt.timedelta(days=2, hours=-2))
    meeting_questions.ask_those_due()
    asked = Questionnaire.objects.get(about_kind="cocreation.meeting", about_id=held.pk, asked=AskedOf.BEARERS)
    world.ids |= {"meeting": asking.pk, "meeting_set": is_set.pk, "meeting_held": held.pk, "gained": asked.pk}


def _plan(world: World, title: str, *asked: Contact) -> Meeting:
    day = timezone.localtime(clock.now()).replace(hour=18, minute=0, second=0, microsecond=0) + dt.timedelta(days=3)
    days = [(day + dt.timedelta(days=n), day + dt.timedelta(days=n, hours=2)) for n in (0, 1)]
    meeting = meetings.plan(owner=world.town, title=f"Kveld for foreningene ({title})", days=days, by=world.doer("staff"))
    meetings.invite(meeting=meeting, parties=[one.party_id for one in asked], by=world.doer("staff"))
    meetings.send_invitations(meeting=meeting, by=world.doer("staff"))
    return meeting


def _answer(meeting: Meeting, speaker: Contact, *, needs: str = "") -> None:
    """Somebody says when they can, and what they need: words that only those who arrange it read."""
    by = Doer(DoerKind.BEARER, link=(LINK, Ref.to(speaker)))
    suits = dict.fromkeys(meeting.dates.values_list("pk", flat=True), True)
    meeting_answers.say_which_days(meeting=meeting.pk, contact=speaker, suits=suits, by=by, people=2, needs=needs)
