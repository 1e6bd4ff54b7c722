"""Planning a gathering for associations: its list, its days, and who came."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from samskaper.areas.cocreation import events
from samskaper.areas.cocreation.models import (
    Coming,
    DateAnswer,
    Invited,
    Meeting,
    MeetingDate,
    MeetingState,
    Word,
)
from samskaper.areas.cocreation.queries.lists import may_be_put_on
from samskaper.areas.cocreation.rules import meetings as rules
from samskaper.areas.cocreation.rules import parties as who
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation
from samskaper.commons.record import commands as record
from samskaper.foundation import clock
from samskaper.foundation.events import Event
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Missing
from samskaper.foundation.text import clean, clean_line
from samskaper.foundation.versions import save_unchanged

Day = tuple[dt.datetime, dt.datetime]


def fact(kind: type[Event], meeting: Meeting, **data: Any) -> Event:
    """Return a fact about this gathering."""
    return kind(subject=Ref.to(meeting), within=meeting.within, owner=meeting.owner_id, data=data)


def locked(meeting: int) -> Meeting:
    """Return the gathering as it is, so that nobody else changes it before this is done."""
    return Meeting.objects.select_for_update(of=("self",)).select_related("owner").get(pk=meeting)


@transaction.atomic
def plan(
    *, owner: Organisation, title: str, days: list[Day], by: Doer, about: str = "", place: str = "", has_loop: bool = False, ring: str = "",
    answer_by: dt.date | None = None, within: Ref | None = None, source: Ref | None = None,
) -> Meeting:
    """Propose from two to six days for a gathering. Nobody is asked before somebody is on the list and the invitation is sent."""
    who.must_talk_for(by, owner.pk)
    rules.must_be_days(days, now=clock.now())
    meeting = Meeting.objects.create(
        owner=owner, title=clean_line(title)[:160], about=clean(about), place=clean_line(place)[:160], has_loop=has_loop,
        ring=clean_line(ring)[:160], answer_by=answer_by, organiser_id=by.person,
        within_kind=within.kind if within else "", within_id=within.id if within else None,
    )
    MeetingDate.objects.bulk_create(MeetingDate(meeting=meeting, starts=starts, ends=ends) for starts, ends in sorted(days))
    if source:
        record.tie(record=Ref.to(meeting), source=source, by=by)
    record.note(fact(events.MeetingPlanned, meeting), by=by)
    return meeting


@transaction.atomic
def invite(*, meeting: Meeting, parties: Iterable[int], by: Doer) -> int:
    """Put parties on the list. Those who do not want to be asked, and those on it already, are passed over. Returns how many are new."""
    rules.must_run(by, meeting)
    meeting = locked(meeting.pk)
    if meeting.state in (MeetingState.HELD, MeetingState.CANCELLED):
        rules.must_become(meeting, MeetingState.SET)
    there = set(meeting.invited.values_list("party_id", flat=True))
    chosen = may_be_put_on(set(parties) - there, visible_to=by)
    rules.must_fit(len(there), len(chosen))
    Invited.objects.bulk_create(Invited(meeting=meeting, party=party) for party in chosen)
    if chosen:
        record.note(fact(events.MeetingPlanned, meeting, invited=len(chosen)), by=by)
    return len(chosen)


@transaction.atomic
def take_off(*, meeting: Meeting, party: int, by: Doer) -> None:
    """Take a party off the list again. Raises Conflict when it has been asked: then it has a right to be told how it goes."""
    rules.must_run(by, meeting)
    row = Invited.objects.select_for_update().filter(meeting=meeting, party=party).first()
    if row is None:
        return
    if row.wrote or row.waits or row.answered_on:
        raise Conflict(_("They have been asked already. They stay on the list, so that they are told how it goes."))
    row.delete()


@transaction.atomic
def change(*, meeting: Meeting, version: int, changes: dict[str, Any], by: Doer) -> Meeting:
    """Change what the page says: title, about, loop, whom to ring, answer by. Raises Stale when somebody else saved meanwhile."""
    rules.must_run(by, meeting)
    texts = {name: (clean if name == "about" else clean_line)(value) for name, value in changes.items() if isinstance(value, str)}
    save_unchanged(meeting, version=version, changes={**changes, **texts})
    record.note(fact(events.MeetingPlanned, meeting), by=by)
    return meeting


@transaction.atomic
def set_day(*, meeting: Meeting, date: int, version: int, by: Doer) -> Meeting:
    """Hold it on this one of the days proposed. Those who said that they can, come; the others can still say so.

    Raises Stale when somebody else set another day meanwhile.
    """
    rules.must_run(by, meeting)
    meeting = locked(meeting.pk)
    day = MeetingDate.objects.filter(pk=date, meeting=meeting).first()
    if day is None:
        raise Missing()
    if meeting.state == MeetingState.SET and meeting.starts == day.starts:
        return meeting
    rules.must_become(meeting, MeetingState.SET)
    rules.must_be_hours(day.starts, day.ends, now=clock.now())
    word = Word.SET if meeting.state == MeetingState.ASKING else Word.MOVED
    save_unchanged(meeting, version=version, changes={"state": MeetingState.SET, "starts": day.starts, "ends": day.ends})
    said = dict(DateAnswer.objects.filter(date=day).values_list("invited_id", "suits"))
    rows = Invited.objects.filter(meeting=meeting)
    rows.filter(pk__in=[number for number, suits in said.items() if suits]).update(coming=Coming.YES)
    rows.filter(pk__in=[number for number, suits in said.items() if not suits]).update(coming=Coming.NO)
    _tell(meeting, word, by=by)
    return meeting


@transaction.atomic
def move(*, meeting: Meeting, starts: dt.datetime, ends: dt.datetime, place: str, version: int, by: Doer) -> Meeting:
    """Hold it on another day or in another place. All on the list are told once, and say anew whether they come."""
    rules.must_run(by, meeting)
    meeting = locked(meeting.pk)
    if meeting.state == MeetingState.HELD or not rules.may_become(meeting, MeetingState.SET):
        rules.must_become(meeting, MeetingState.CANCELLED)
    place = clean_line(place)[:160]
    other_day = starts != meeting.starts
    if (starts, ends, place) == (meeting.starts, meeting.ends, meeting.place):
        return meeting
    rules.must_be_hours(starts, ends, now=clock.now())
    word = Word.SET if meeting.state == MeetingState.ASKING else Word.MOVED
    save_unchanged(meeting, version=version, changes={"state": MeetingState.SET, "starts": starts, "ends": ends, "place": place})
    if other_day:
        meeting.invited.update(coming=Coming.ASKED)
    _tell(meeting, word, by=by)
    return meeting


@transaction.atomic
def call_off(*, meeting: Meeting, by: Doer) -> Meeting:
    """It does not come about. Those who were asked are told once."""
    rules.must_run(by, meeting)
    meeting = locked(meeting.pk)
    if meeting.state == MeetingState.CANCELLED:
        return meeting
    rules.must_become(meeting, MeetingState.CANCELLED)
    meeting.state = MeetingState.CANCELLED
    meeting.version += 1
    meeting.save(update_fields=["state", "version"])
    _tell(meeting, Word.OFF, by=by)
    return meeting


@transaction.atomic
def send_invitations(*, meeting: Meeting, by: Doer) -> int:
    """Let the worker write to those on the list who have not been written to. Returns to how many."""
    rules.must_run(by, meeting)
    meeting = locked(meeting.pk)
    if not rules.may_become(meeting, MeetingState.CANCELLED):
        rules.must_become(meeting, MeetingState.CANCELLED)
    new = Invited.objects.filter(meeting=meeting, wrote="", waits="", answered_on__isnull=True)
    return new.update(waits=Word.ASKED if meeting.state == MeetingState.ASKING else Word.SET)


def _tell(meeting: Meeting, word: str, *, by: Doer) -> None:
    """Let the worker write to everybody who has been asked, but not to those who have said that no day suits them.

    What had not been written yet is replaced: one letter, about how it stands. Whoever has not heard of the gathering is not
    told that it does not come about.
    """
    rows = Invited.objects.filter(meeting=meeting)
    if word == Word.OFF:
        rows.filter(wrote="").update(waits="")
    cannot = list(rows.filter(coming=Coming.NO).exclude(answers__suits=True).values_list("pk", flat=True))
    rows.exclude(wrote="", waits="", answered_on__isnull=True).exclude(pk__in=cannot).update(waits=word)
    record.note(fact(events.MeetingPlanned, meeting), by=by)


@transaction.atomic
def tick(*, meeting: Meeting, here: set[int], by: Doer) -> int:
    """Write down which of those on the list came (by the id of their place on it), and with it that the gathering was held.

    Returns how many came.
    """
    rules.must_run(by, meeting)
    meeting = locked(meeting.pk)
    rules.must_become(meeting, MeetingState.HELD)
    rules.must_have_begun(meeting, now=clock.now())
    rows = Invited.objects.filter(meeting=meeting)
    came = rows.filter(pk__in=here).update(was_there=True)
    rows.exclude(pk__in=here).update(was_there=False)
    if came and meeting.state != MeetingState.HELD:
        meeting.state = MeetingState.HELD
        meeting.version += 1
        meeting.save(update_fields=["state", "version"])
        assert meeting.starts is not None
        record.note(fact(events.MeetingHeld, meeting, day=timezone.localdate(meeting.starts).isoformat()), by=by)
    return came


@transaction.atomic
def walk_in(*, meeting: Meeting, party: int, by: Doer) -> Invited:
    """Somebody came who was not on the list: the more the merrier."""
    rules.must_run(by, meeting)
    meeting = locked(meeting.pk)
    rules.must_have_begun(meeting, now=clock.now())
    found = may_be_put_on({party}, visible_to=by, also_closed=True)
    if not found:
        raise Missing()
    try:
        with transaction.atomic():
            return Invited.objects.create(meeting=meeting, party=found[0], coming=Coming.YES, was_there=True)
    except IntegrityError:
        row = Invited.objects.get(meeting=meeting, party=found[0])
        Invited.objects.filter(pk=row.pk).update(was_there=True)
        return row


def forget_needs(days: int) -> int:
    """Delete what people needed to come to gatherings that were held or called off so many days ago. Returns how many texts went."""
    before = clock.now() - dt.timedelta(days=days)
    over = Meeting.objects.filter(ends__lt=before) | Meeting.objects.filter(state=MeetingState.CANCELLED)
    rows = Invited.objects.filter(meeting__in=over.values("pk"))
    return rows.exclude(needs="").update(needs="") + rows.filter(needs_loop=True).update(needs_loop=False)
