"""Who writes about an action, who reads what, and for how long it is kept.

What is shared is read by those in the same programme and its advisers once the action is done. What was agreed with
one's leader is read by the two. Thoughts are read by nobody but the one who wrote them, whatever role another has.
"""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _

from samskaper.areas.programmes.models import Action, ActionKind, Enrolment, EnrolmentState, Programme, ProgrammeState
from samskaper.areas.programmes.rules.running import NOT_HERE, is_own, may_run, may_take_part, must_take_part
from samskaper.commons.people.doer import Doer
from samskaper.foundation import clock
from samskaper.foundation.refusals import Conflict, Invalid, Refusal

KEPT_DAYS = 365
LONGEST_TEXT = 20_000
FIRST_YEAR = 2000


def may_write(doer: Doer, action: Action, enrolment: Enrolment) -> bool:
    """One's own, from the day on which it opens until the programme is finished."""
    return (
        is_own(doer, enrolment)
        and enrolment.state == EnrolmentState.ENROLLED
        and action.opens <= clock.today()
        and action.programme.state != ProgrammeState.CLOSED
    )


def must_write(doer: Doer, action: Action, enrolment: Enrolment) -> None:
    """Refuse others (404), and oneself before the action opens and after the programme has ended."""
    must_take_part(doer, enrolment)
    if action.opens > clock.today():
        raise Conflict(_("This opens when the gathering before it has been. The date is on your page."))
    if action.programme.state == ProgrammeState.CLOSED:
        raise Conflict(_("The course series is finished, so nothing can be changed any longer. What you wrote is still yours to read."))


def must_open(doer: Doer, action: Action, enrolment: Enrolment) -> None:
    """Refuse reading another's action (404), and one's own before it opens. A finished one stays readable."""
    if action.programme.state == ProgrammeState.CLOSED:
        must_take_part(doer, enrolment)
    else:
        must_write(doer, action, enrolment)


def may_read_shared(doer: Doer, programme: Programme, mine: Enrolment | None) -> bool:
    """Those who run the programme and those who take part in it."""
    return may_run(doer, programme) or (mine is not None and may_take_part(doer, mine))


def must_read_shared(doer: Doer, programme: Programme, mine: Enrolment | None) -> None:
    """Refuse everybody else, leaders among them, without telling that there is something."""
    if not may_read_shared(doer, programme, mine):
        raise Refusal(NOT_HERE, status=404)


def must_be_a_day(done_on: dt.date | None) -> None:
    """Refuse a day that has not been yet, or that nobody can mean."""
    if done_on and done_on > clock.today():
        raise Invalid(_("That day has not been yet. Write the day on which you did it, or save and go on later."))
    if done_on and done_on.year < FIRST_YEAR:
        raise Invalid(_("Look at the year once more: that is a long time ago."))


def must_fit(*texts: str) -> None:
    """Refuse texts that are longer than we can keep."""
    if any(len(text) > LONGEST_TEXT for text in texts):
        raise Invalid(_("That is more than 20,000 signs. Shorten it a little; nothing is lost, it still stands in the field."))


def is_shared(action: Action) -> bool:
    """Whether what is written about this action is read by others in the programme; a leader's meeting is not."""
    return action.kind != ActionKind.LEADER_MEETING


def may_read_agreement(doer: Doer, enrolment: Enrolment, *, leader: int | None) -> bool:
    """The two who met."""
    return doer.person is not None and doer.person in {enrolment.person_id, leader}


def must_read_agreement(doer: Doer, enrolment: Enrolment, *, leader: int | None) -> None:
    """Refuse everybody but the two who met, without telling that there is something."""
    if not may_read_agreement(doer, enrolment, leader=leader):
        raise Refusal(NOT_HERE, status=404)


def kept_until(last_day: dt.date) -> dt.date:
    """Return the day on which what was written goes, counted from the programme's last gathering."""
    return last_day + dt.timedelta(days=KEPT_DAYS)
