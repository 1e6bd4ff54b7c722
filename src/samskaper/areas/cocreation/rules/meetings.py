"""Who runs a gathering for associations, what may become of it, and until when those invited answer."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.areas.cocreation.models import Meeting, MeetingState
from samskaper.areas.cocreation.rules.parties import LIBRARY_ROLES
from samskaper.commons.people.doer import Doer
from samskaper.foundation.refusals import Conflict, Invalid, Missing

FEWEST_DATES, MOST_DATES = 2, 6
MOST_INVITED = 400
MOST_PEOPLE = 10  # from one association
TWO = 2  # who come from each, where nothing else is said: nobody has to come alone
LONGEST = dt.timedelta(hours=12)
NEEDS_DAYS = 1  # after the gathering, in which what is needed to come is kept
OPEN_DAYS = 21  # in which the questions afterwards are open
MONTHS_AFTER = (0, 6)
HALF_A_YEAR = dt.timedelta(days=182)

STATES: dict[str, tuple[str, ...]] = {
    MeetingState.ASKING: (MeetingState.SET, MeetingState.CANCELLED),
    MeetingState.SET: (MeetingState.SET, MeetingState.HELD, MeetingState.CANCELLED),
    MeetingState.HELD: (MeetingState.HELD,),
    MeetingState.CANCELLED: (),
}


def may_run(doer: Doer, meeting: Meeting) -> bool:
    """Whoever works in the library that asks runs the gathering."""
    return doer.holds(meeting.owner_id, *LIBRARY_ROLES) or doer.is_system


def must_run(doer: Doer, meeting: Meeting) -> None:
    """To others there is nothing to run."""
    if not may_run(doer, meeting):
        raise Missing()


def may_become(meeting: Meeting, state: str) -> bool:
    """Whether the table lets the gathering go on to this state."""
    return state in STATES[meeting.state]


def must_become(meeting: Meeting, state: str) -> None:
    """Refuse what does not follow from how it stands."""
    if may_become(meeting, state):
        return
    if meeting.state == MeetingState.CANCELLED:
        raise Conflict(_("This gathering does not come about, and those invited have been told. Plan a new one if it does after all."))
    if meeting.state == MeetingState.HELD:
        raise Conflict(_("This gathering has been held. Who came can still be put right."))
    raise Conflict(_("Set the day first."))


def must_be_days(days: list[tuple[dt.datetime, dt.datetime]], *, now: dt.datetime) -> None:
    """Refuse too few or too many days, days that have been, and hours that do not follow each other."""
    if not FEWEST_DATES <= len(days) <= MOST_DATES:
        raise Invalid(_("Propose from two to six days, so that there is something to choose between."))
    if len({starts for starts, _ends in days}) < len(days):
        raise Invalid(_("Two of the days are the same."))
    for starts, ends in days:
        must_be_hours(starts, ends, now=now)


def must_be_hours(starts: dt.datetime, ends: dt.datetime, *, now: dt.datetime) -> None:
    """Refuse a day that has been, and an evening that ends before it begins."""
    if starts <= now:
        raise Invalid(_("One of the days has been. Propose days that lie ahead."))
    if not starts < ends <= starts + LONGEST:
        raise Invalid(_("It has to end after it begins, on the same day."))


def must_fit(already: int, more: int) -> None:
    """Refuse more than a gathering can talk with."""
    if already + more > MOST_INVITED:
        raise Invalid(
            ngettext("The list holds %(n)d.", "The list holds %(n)d. Divide them over two gatherings.", MOST_INVITED) % {"n": MOST_INVITED}
        )


def is_open(meeting: Meeting, *, now: dt.datetime) -> bool:
    """Whether those invited can still say whether they come."""
    if meeting.state == MeetingState.ASKING:
        return True
    return meeting.state == MeetingState.SET and meeting.ends is not None and now < meeting.ends


def must_be_open(meeting: Meeting, *, now: dt.datetime) -> None:
    """Refuse an answer that comes too late, and say how it stands."""
    if is_open(meeting, now=now):
        return
    if meeting.state == MeetingState.CANCELLED:
        raise Conflict(_("The gathering does not come about, so there is nothing to answer any more."))
    raise Conflict(_("The gathering has been. Thank you all the same; tell the library if you want to be asked another time."))


def must_still_be_asking(meeting: Meeting) -> None:
    """Refuse answers about days when the day has been set."""
    if meeting.state != MeetingState.ASKING:
        raise Conflict(_("The day was set while you were answering. Look at the page again, and say whether you can come on that day."))


def must_have_its_day(meeting: Meeting) -> None:
    """Nobody comes to a gathering that has no day."""
    if meeting.state != MeetingState.SET:
        raise Conflict(_("The day is not set yet. Say which of the days suit you."))


def has_begun(meeting: Meeting, *, now: dt.datetime) -> bool:
    """Whether people can be there: an hour before it begins, and ever after."""
    return meeting.starts is not None and meeting.starts - dt.timedelta(hours=1) <= now


def must_have_begun(meeting: Meeting, *, now: dt.datetime) -> None:
    """Nobody has come to a gathering that lies ahead."""
    if not has_begun(meeting, now=now):
        raise Conflict(_("The gathering has not begun. The list of those who came opens an hour before."))
