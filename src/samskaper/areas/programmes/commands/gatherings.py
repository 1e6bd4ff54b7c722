"""What happens at a gathering: attendance, messages from those who cannot come, held and cancelled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from samskaper.areas.programmes import events
from samskaper.areas.programmes.commands.completion import settle
from samskaper.areas.programmes.commands.letters_of_gatherings import tell_of_cancelling
from samskaper.areas.programmes.models import (
    Attendance,
    AttendanceState,
    Enrolment,
    Gathering,
    GatheringKind,
    GatheringState,
    MakeUp,
    MakeUpState,
)
from samskaper.areas.programmes.rules import gatherings as rules
from samskaper.areas.programmes.rules.dates import local
from samskaper.areas.programmes.rules.running import must_run
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.rules import must_be_somebody
from samskaper.commons.record.commands import note, take_back
from samskaper.foundation import clock
from samskaper.foundation.events import Event
from samskaper.foundation.refs import Ref

HELD_FACTS: dict[str, type[Event]] = {
    GatheringKind.INTRODUCTION: events.IntroductionHeld,
    GatheringKind.GATHERING: events.GatheringHeld,
    GatheringKind.ASSOCIATIONS: events.AssociationsMet,
    GatheringKind.EVALUATION: events.EvaluationHeld,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """What an editor saw in the list and what it shall be; "" is not recorded."""

    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a list: how many marks changed, and whose marks a colleague had changed in between.

    `held` says that the gathering is written down as held by it, `lost` who has not completed any longer.
    """

    changed: int
    clashes: tuple[Enrolment, ...]
    held: bool = False
    lost: tuple[Enrolment, ...] = ()


def _locked(gathering: Gathering) -> Gathering:
    return Gathering.objects.select_for_update(of=("self",)).select_related("programme").get(pk=gathering.pk)


@transaction.atomic
def record_attendance(*, gathering: Gathering, marks: Mapping[int, Mark], by: Doer) -> Saved:
    """Write the list down: only the marks that this editor changed, so that two editors do not undo each other.

    `marks` is by enrolment id; ids that have no seat here are passed over. A mark that a colleague changed
    meanwhile to something else is kept as the colleague wrote it and returned as a clash.
    """
    gathering = _locked(gathering)
    must_run(by, gathering.programme)
    rules.must_record(gathering)
    wanted = {number: mark for number, mark in marks.items() if mark.was != mark.now}
    places = Enrolment.objects.filter(programme=gathering.programme, pk__in=wanted, state__in=Enrolment.SEATED)
    before = dict(Attendance.objects.filter(gathering=gathering).values_list("enrolment_id", "state"))
    changed: list[int] = []
    clashes: list[Enrolment] = []
    for enrolment in places.select_related("person"):
        mark, stands = wanted[enrolment.pk], before.get(enrolment.pk, "")
        if stands == mark.now:
            continue
        if stands != mark.was:
            clashes.append(enrolment)
            continue
        write_mark(gathering, enrolment, mark.now, how="list", by=by)
        changed.append(enrolment.pk)
    if not changed:
        return Saved(0, tuple(clashes))
    held = _begin(gathering, by=by)
    lost = settle(programme=gathering.programme, enrolments=changed, by=by)
    return Saved(len(changed), tuple(clashes), held, lost)


@transaction.atomic
def check_in(*, gathering: Gathering, by: Doer) -> bool:
    """Record that the doer is here, by QR code. Returns False when that was recorded already.

    Raises Refusal with the reason when she has no seat, or comes too early or too late.
    """
    person = must_be_somebody(by)
    gathering = _locked(gathering)
    found = Enrolment.objects.filter(programme=gathering.programme, person=person).first()
    enrolment = rules.must_have_seat(found)
    if Attendance.objects.filter(gathering=gathering, enrolment=enrolment, state=AttendanceState.PRESENT).exists():
        return False
    rules.must_be_open(gathering)
    write_mark(gathering, enrolment, AttendanceState.PRESENT, how="qr", by=by)
    settle(programme=gathering.programme, enrolments=[enrolment.pk], by=by)
    return True


@transaction.atomic
def send_word(*, gathering: Gathering, comes: bool, by: Doer) -> None:
    """Let a participant say that she cannot come, or that she can after all, until the gathering begins."""
    person = must_be_somebody(by)
    gathering = _locked(gathering)
    found = Enrolment.objects.filter(programme=gathering.programme, person=person).first()
    enrolment = rules.must_have_seat(found)
    rules.must_send_word(gathering)
    write_mark(gathering, enrolment, "" if comes else AttendanceState.EXCUSED, how="self", by=by)
    settle(programme=gathering.programme, enrolments=[enrolment.pk], by=by)


def write_mark(gathering: Gathering, enrolment: Enrolment, state: str, *, how: str, by: Doer) -> None:
    """Write one mark down with its fact, under the gathering's lock; "" takes the mark away.

    A mark that takes the place of "made up for" opens what was accepted again. Call `settle` afterwards.
    """
    if state != AttendanceState.MADE_UP:
        _open_again(gathering, enrolment, by=by)
    if state:
        values = {"state": state, "how": how, "recorded": clock.now()}
        Attendance.objects.update_or_create(gathering=gathering, enrolment=enrolment, defaults=values)
    else:
        Attendance.objects.filter(gathering=gathering, enrolment=enrolment).delete()
    note(
        events.AttendanceRecorded(
            subject=Ref.to(enrolment), owner=gathering.programme.owner_id, within=Ref.to(gathering.programme),
            data={"gathering": gathering.pk, "state": state, "how": how},
        ),
        by=by,
    )


def _open_again(gathering: Gathering, enrolment: Enrolment, *, by: Doer) -> None:
    """Let what was accepted wait for an answer once more, and its fact count no longer."""
    for made in MakeUp.objects.filter(gathering=gathering, enrolment=enrolment, state=MakeUpState.ACCEPTED):
        made.state = MakeUpState.SENT
        made.save(update_fields=["state"])
        take_back(key=events.MadeUp.key, subject=Ref.to(made), because="the list was corrected", by=by)


def _begin(gathering: Gathering, *, by: Doer) -> bool:
    """A list with somebody in it says that the gathering is held, once it has begun. Returns whether it does by this."""
    present = Attendance.objects.filter(gathering=gathering, state=AttendanceState.PRESENT).exists()
    held = present and rules.may_become(gathering, GatheringState.HELD)
    if held:
        _become(gathering, GatheringState.HELD, by=by)
    return held


@transaction.atomic
def hold(*, gathering: Gathering, by: Doer) -> None:
    """Say that the gathering was held."""
    _change(gathering, GatheringState.HELD, by=by)


@transaction.atomic
def plan_again(*, gathering: Gathering, by: Doer) -> None:
    """Take back that the gathering was held or cancelled."""
    _change(gathering, GatheringState.PLANNED, by=by)


@transaction.atomic
def cancel(*, gathering: Gathering, by: Doer) -> None:
    """Cancel a gathering that was planned, and tell those with a seat by letter."""
    _change(gathering, GatheringState.CANCELLED, by=by)


def _change(gathering: Gathering, state: str, *, by: Doer) -> None:
    gathering = _locked(gathering)
    must_run(by, gathering.programme)
    if gathering.state == state:
        return
    rules.must_become(gathering, state)
    _become(gathering, state, by=by)
    if state == GatheringState.CANCELLED:
        tell_of_cancelling(gathering, by=by)
    settle(programme=gathering.programme, by=by)


def hold_for_associations(*, gathering: Gathering, by: Doer) -> None:
    """Say that a gathering was held because associations met at it: whoever ticked them off need not run the series."""
    gathering = _locked(gathering)
    if gathering.state == GatheringState.PLANNED:
        _become(gathering, GatheringState.HELD, by=by)


def _become(gathering: Gathering, state: str, *, by: Doer) -> None:
    """Write the state with its fact; what it says no longer is taken back. Calendars learn of it by `sequence`."""
    subject, owner = Ref.to(gathering), gathering.programme.owner_id
    before, gathering.state = gathering.state, state
    gathering.sequence += GatheringState.CANCELLED in (before, state)
    gathering.version += 1
    gathering.save(update_fields=["state", "sequence", "version"])
    stood = events.GatheringCancelled if before == GatheringState.CANCELLED else HELD_FACTS[gathering.kind]
    take_back(key=stood.key, subject=subject, because=f"the gathering is {state}", by=by)
    if state == GatheringState.PLANNED:
        return
    happened = events.GatheringCancelled if state == GatheringState.CANCELLED else HELD_FACTS[gathering.kind]
    within = Ref.to(gathering.programme)
    data = {"kind": gathering.kind, "day": local(gathering.starts).date().isoformat()}
    note(happened(subject=subject, owner=owner, within=within, data=data), by=by)
