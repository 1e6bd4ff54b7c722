"""Conversations that were held and written down count as the actions that they were meant to be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from samskaper.areas.programmes.commands.actions import note_report
from samskaper.areas.programmes.commands.completion import settle
from samskaper.areas.programmes.models import (
    Action,
    ActionKind,
    ActionReport,
    Enrolment,
    EnrolmentState,
    Programme,
    ProgrammeState,
)
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.commands import tie
from samskaper.commons.record.queries import outcomes
from samskaper.foundation.refs import Ref


@transaction.atomic
def count_conversation(*, conversation: Ref, programme: int, listeners: Iterable[int], held_on: dt.date, by: Doer) -> int:
    """Let a conversation be the next one that each who took part in it had to hold. Returns how many actions are done by it.

    Counting it again changes nothing: each participant's action remembers the conversation that it was.
    """
    found = Programme.objects.select_for_update(of=("self",)).filter(pk=programme).exclude(state=ProgrammeState.CLOSED).first()
    if found is None:
        return 0
    tied = [ref.id for ref in outcomes([conversation], kind="programmes.actionreport").get(conversation, [])]
    counted = set(ActionReport.objects.filter(pk__in=tied).values_list("enrolment_id", flat=True))
    places = Enrolment.objects.filter(programme=found, person__in=list(listeners), state=EnrolmentState.ENROLLED).exclude(pk__in=counted)
    done = [report for place in places if (report := _next(found, place, held_on))]
    for report in done:
        tie(record=Ref.to(report), source=conversation, by=by)
        note_report(report, found, was_done=False, by=by)
    settle(programme=found, enrolments=[report.enrolment_id for report in done], by=by)
    return len(done)


def _next(programme: Programme, place: Enrolment, held_on: dt.date) -> ActionReport | None:
    """Mark the first conversation that this participant has not held as done; None when she has held them all."""
    finished = ActionReport.objects.filter(enrolment=place, done_on__isnull=False).values("action")
    action = Action.objects.filter(programme=programme, kind=ActionKind.CONVERSATION).exclude(pk__in=finished).order_by("due", "pk").first()
    if action is None:
        return None
    report, _new = ActionReport.objects.get_or_create(action=action, enrolment=place)
    report.done_on = held_on
    report.version += 1
    report.save(update_fields=["done_on", "version"])
    return report
