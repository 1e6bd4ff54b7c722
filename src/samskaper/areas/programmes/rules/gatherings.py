"""What may happen to a gathering and when, and who may record it."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _

from samskaper.areas.programmes.models import Enrolment, Gathering, GatheringState
from samskaper.areas.programmes.rules.words import moment
from samskaper.foundation import clock
from samskaper.foundation.refusals import Conflict, Refusal

GATHERING_STATES: dict[str, tuple[str, ...]] = {
    GatheringState.PLANNED: (GatheringState.HELD, GatheringState.CANCELLED),
    GatheringState.HELD: (GatheringState.PLANNED,),
    GatheringState.CANCELLED: (GatheringState.PLANNED,),
}
DOOR_OPENS = dt.timedelta(minutes=60)
DOOR_CLOSES = dt.timedelta(hours=2)


def may_become(gathering: Gathering, state: str) -> bool:
    """Whether the table allows the gathering to go to this state now; nothing is held before it has begun."""
    if state == GatheringState.HELD and gathering.starts > clock.now():
        return False
    return state in GATHERING_STATES[gathering.state]


def must_become(gathering: Gathering, state: str) -> None:
    """Refuse a transition that is not in the table."""
    if may_become(gathering, state):
        return
    if state == GatheringState.HELD and gathering.starts > clock.now():
        raise Conflict(_("The gathering has not begun. You can say that it was held when it is on."))
    raise Conflict(_("Somebody changed this gathering in between. Open it again to see how it stands."))


def may_record(gathering: Gathering) -> bool:
    """Attendance is recorded for a gathering of participants that is on or is over; a cancelled one has none."""
    return (
        gathering.for_participants
        and gathering.state != GatheringState.CANCELLED
        and gathering.starts - DOOR_OPENS <= clock.now()
    )


def must_record(gathering: Gathering) -> None:
    """Refuse attendance at a gathering that is for others, is cancelled or lies ahead."""
    if not gathering.for_participants:
        raise Conflict(_("This gathering is not for the participants of the series, so it has no list."))
    if gathering.state == GatheringState.CANCELLED:
        raise Conflict(_("This gathering was cancelled, so there is no attendance to record."))
    if not may_record(gathering):
        raise Conflict(_("The gathering has not begun. The list opens an hour before."))


def door_is_open(gathering: Gathering) -> bool:
    """Whether people can record themselves by the QR code now."""
    return (
        gathering.state != GatheringState.CANCELLED
        and gathering.starts - DOOR_OPENS <= clock.now() <= gathering.ends + DOOR_CLOSES
    )


def must_be_open(gathering: Gathering) -> None:
    """Refuse a code that is read too early or too late, with the time at which it works."""
    if not gathering.for_participants:
        raise Conflict(_("This gathering is not for the participants of the series, so it has no list."))
    if gathering.state == GatheringState.CANCELLED:
        raise Conflict(_("This gathering was cancelled, so there is no attendance to record."))
    opens, closes = gathering.starts - DOOR_OPENS, gathering.ends + DOOR_CLOSES
    if clock.now() < opens:
        raise Conflict(_("You are early. You can record that you are here from %(when)s.") % {"when": moment(opens)})
    if clock.now() > closes:
        raise Conflict(
            _("The gathering is over, and this code stopped working %(when)s. Were you there? Tell the adviser, who can still write it in the list.")
            % {"when": moment(closes)}
        )


def must_have_seat(enrolment: Enrolment | None) -> Enrolment:
    """Return the enrolment when it has a seat; refuse the others with what they can do."""
    if enrolment is None:
        raise Refusal(_("You are not signed up for this course series, so nothing was recorded. Are you here all the same? Tell the adviser."))
    if enrolment.state not in Enrolment.SEATED:
        raise Refusal(_("You have no seat in this course series, so nothing was recorded. Are you here all the same? Tell the adviser."))
    return enrolment


def may_send_word(gathering: Gathering) -> bool:
    """Participants can say that they cannot come until the gathering begins."""
    return gathering.state == GatheringState.PLANNED and clock.now() < gathering.starts


def must_send_word(gathering: Gathering) -> None:
    """Refuse a message about a gathering that has begun or was cancelled."""
    if not may_send_word(gathering):
        raise Conflict(_("The gathering has begun or was cancelled. Tell the adviser if the list is wrong."))
