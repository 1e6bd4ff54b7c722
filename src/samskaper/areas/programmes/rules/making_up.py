"""Making up for a gathering that one missed: who may, of how many, and who accepts it."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from samskaper.areas.programmes.models import (
    MAKE_UP_STATES,
    AttendanceState,
    CompletionPart,
    Enrolment,
    Gathering,
    GatheringKind,
    GatheringState,
    MakeUp,
    ProgrammeState,
)
from samskaper.areas.programmes.rules.running import may_take_part, must_take_part
from samskaper.commons.people.doer import Doer
from samskaper.foundation import clock
from samskaper.foundation.refusals import Conflict

PART_OF: dict[str, str] = {
    GatheringKind.INTRODUCTION: CompletionPart.INTRODUCTION, GatheringKind.GATHERING: CompletionPart.GATHERINGS,
}
WAS_THERE = (AttendanceState.PRESENT, AttendanceState.MADE_UP)


def is_over(gathering: Gathering) -> bool:
    """A gathering for participants that has ended, counts in the rule and was not cancelled."""
    return (
        gathering.for_participants and gathering.kind in PART_OF
        and gathering.state != GatheringState.CANCELLED and gathering.ends <= clock.now()
    )


def is_open(gathering: Gathering, *, mark: str, allowed: Mapping[str, int], used: int) -> bool:
    """Whether it can be made up for now: over, missed, the programme not finished, and the rule has one left.

    `allowed` is the rule's number for each part, `used` how many others of this part were made up for already.
    """
    return (
        is_over(gathering) and mark not in WAS_THERE and gathering.programme.state != ProgrammeState.CLOSED
        and used < allowed.get(PART_OF[gathering.kind], 0)
    )


def may_make_up(doer: Doer, gathering: Gathering, enrolment: Enrolment, *, mark: str, allowed: Mapping[str, int], used: int) -> bool:
    """One's own missed gathering, with a seat that is certain."""
    return may_take_part(doer, enrolment) and is_open(gathering, mark=mark, allowed=allowed, used=used)


def must_make_up(doer: Doer, gathering: Gathering, enrolment: Enrolment, *, mark: str, allowed: Mapping[str, int], used: int) -> None:
    """Refuse others (404), and say why one cannot make up for this gathering."""
    must_take_part(doer, enrolment)
    if may_make_up(doer, gathering, enrolment, mark=mark, allowed=allowed, used=used):
        return
    if mark in WAS_THERE:
        raise Conflict(_("You were there, or have made up for it already. Nothing more needs to be done."))
    if not is_over(gathering):
        raise Conflict(_("This gathering cannot be made up for: it lies ahead, was cancelled, or does not count towards the certificate."))
    if gathering.programme.state == ProgrammeState.CLOSED:
        raise Conflict(_("The course series is finished, so nothing can be made up for any longer."))
    raise Conflict(_("The rule of this course series does not let more gatherings be made up for. Write to the adviser."))


def must_become(make_up: MakeUp, state: str) -> None:
    """Refuse an answer to what was answered already."""
    if state not in MAKE_UP_STATES[make_up.state]:
        raise Conflict(_("This has been answered already. Reload the page to see how it stands."))
