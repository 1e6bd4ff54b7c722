"""What the programmes do when something happens elsewhere."""

from __future__ import annotations

import datetime as dt

from samskaper.areas.cocreation.events import ConversationHeld, MeetingHeld
from samskaper.areas.cocreation.queries.meetings import day_of
from samskaper.areas.programmes.commands.associations import associations_met
from samskaper.areas.programmes.commands.evaluation import note_evaluated
from samskaper.areas.programmes.commands.talks import count_conversation
from samskaper.areas.programmes.queries.evaluation import programme_evaluated_by
from samskaper.commons.feedback.events import Evaluated
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.register import on


@on(Evaluated)
def whole_series_evaluated(event: Evaluated, *, by: Doer) -> None:
    """When the questions about a whole series are closed with answers, the series is evaluated."""
    programme = programme_evaluated_by(event.subject)
    if programme is not None:
        note_evaluated(programme=programme, answers=int(event.data.get("answers", 0)), by=by)


@on(ConversationHeld)
def conversation_held(event: ConversationHeld, *, by: Doer) -> None:
    """A conversation that belongs to a course series counts for each participant who took part in it."""
    if event.within is not None and event.within.kind == "programmes.programme":
        day = dt.date.fromisoformat(event.data["day"])
        count_conversation(conversation=event.subject, programme=event.within.id, listeners=event.data["listeners"], held_on=day, by=by)


@on(MeetingHeld)
def meeting_held(event: MeetingHeld, *, by: Doer) -> None:
    """When associations met at the gathering that a course series has for them, that gathering was held, on the day they met."""
    if event.within is not None and event.within.kind == "programmes.programme":
        associations_met(meeting=event.subject, programme=event.within.id, hours=day_of(event.subject), by=by)
