"""Writing about an action: what is shared, one's own thoughts, and that it is done."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from samskaper.areas.programmes import events
from samskaper.areas.programmes.commands.completion import settle
from samskaper.areas.programmes.models import Action, ActionKind, ActionReport, Enrolment, MakeUp, Programme
from samskaper.areas.programmes.rules import actions as rules
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.commands import note, take_back
from samskaper.foundation import clock
from samskaper.foundation.events import Event
from samskaper.foundation.refs import Ref
from samskaper.foundation.text import clean
from samskaper.foundation.versions import save_unchanged

DONE_FACTS: dict[str, tuple[type[Event], ...]] = {
    ActionKind.CONVERSATION: (events.ActionDone, events.ConversationHeld),
    ActionKind.ACTION: (events.ActionDone,),
    ActionKind.LEADER_MEETING: (events.LeaderTalkedWith,),
}


@transaction.atomic
def save_report(
    *, action: Action, enrolment: Enrolment, done_on: dt.date | None, reflection: str, thoughts: str, version: int, by: Doer
) -> ActionReport:
    """Keep what the participant wrote; with `done_on` the action is done, without it can be finished later.

    `version` is the one that the participant's page showed, 0 when nothing was written yet. Raises Stale with both
    texts when she saved in another tab meanwhile.
    """
    enrolment = Enrolment.objects.select_for_update(of=("self",)).get(pk=enrolment.pk)
    rules.must_write(by, action, enrolment)
    rules.must_be_a_day(done_on)
    reflection, thoughts = clean(reflection), clean(thoughts)
    rules.must_fit(reflection, thoughts)
    changes = {"done_on": done_on, "reflection": reflection, "thoughts": thoughts, "reflected": bool(reflection)}
    report, was_done = _write(action, enrolment, version=version, changes=changes)
    note_report(report, action.programme, was_done=was_done, by=by)
    settle(programme=action.programme, enrolments=[enrolment.pk], by=by)
    return report


def _write(action: Action, enrolment: Enrolment, *, version: int, changes: dict[str, Any]) -> tuple[ActionReport, bool]:
    """Return the saved report and whether it was done before."""
    found = ActionReport.objects.filter(action=action, enrolment=enrolment).first()
    if found is None:
        try:
            with transaction.atomic():
                return ActionReport.objects.create(action=action, enrolment=enrolment, **changes), False
        except IntegrityError:
            found = ActionReport.objects.get(action=action, enrolment=enrolment)
    was_done = found.done_on is not None
    save_unchanged(found, version=version, changes={**changes, "saved": clock.now()})
    return found, was_done


def note_report(report: ActionReport, programme: Programme, *, was_done: bool, by: Doer) -> None:
    """Note that something was saved, and what became done or undone by it, in the transaction of the caller."""
    subject, within, owner = Ref.to(report), Ref.to(programme), programme.owner_id
    data = {"action": report.action_id}
    note(events.ActionSaved(subject=subject, within=within, owner=owner, data=data), by=by)
    if report.done_on and not was_done:
        for happened in DONE_FACTS[report.action.kind]:
            note(happened(subject=subject, within=within, owner=owner, data=data | {"day": report.done_on.isoformat()}), by=by)
    elif was_done and not report.done_on:
        for happened in DONE_FACTS[report.action.kind]:
            take_back(key=happened.key, subject=subject, because="it is not done after all", by=by)
    if report.action.kind == ActionKind.CONVERSATION and was_done != bool(report.done_on):
        _note_all_held(report.enrolment_id, programme, by=by)


def _note_all_held(enrolment: int, programme: Programme, *, by: Doer) -> None:
    """Whether this participant has held every conversation: «three conversations each» is a goal of its own."""
    asked = programme.actions.filter(kind=ActionKind.CONVERSATION)
    held = asked.filter(reports__enrolment=enrolment, reports__done_on__isnull=False)
    subject = Ref("programmes.enrolment", enrolment)
    take_back(key=events.AllConversationsHeld.key, subject=subject, because="counted again", by=by)
    if held.count() == asked.count():
        note(events.AllConversationsHeld(subject=subject, within=Ref.to(programme), owner=programme.owner_id), by=by)


def forget_words(days: int) -> int:
    """Take away what was written in programmes whose last gathering is more than `days` ago. Returns how many reports.

    That something was done and shared stays, so that nobody loses a certificate by it.
    """
    before = clock.now() - dt.timedelta(days=days)
    old = Programme.objects.annotate(last=Max("gatherings__ends")).filter(last__lt=before).values("pk")
    MakeUp.objects.filter(gathering__programme__in=old).exclude(words="", reply="").update(words="", reply="")
    rows = ActionReport.objects.filter(action__programme__in=old).exclude(reflection="", thoughts="")
    return rows.update(reflection="", thoughts="")
