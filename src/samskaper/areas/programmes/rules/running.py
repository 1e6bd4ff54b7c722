"""Who runs a programme: the advisers of the library that owns it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samskaper.areas.programmes.models import Enrolment, EnrolmentState, Programme
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.foundation.refusals import Refusal

NOT_HERE = _("There is nothing at this address. It may have moved, or a letter is missing.")


def may_run(doer: Doer, programme: Programme) -> bool:
    """Advisers of the owner, and the system."""
    return doer.is_system or doer.holds(programme.owner_id, Role.ADVISER)


def must_run(doer: Doer, programme: Programme) -> None:
    """Refuse those who do not run the programme; strangers are not told that it exists (404)."""
    if may_run(doer, programme):
        return
    if doer.holds(programme.owner_id):
        raise Refusal(_("An adviser of your library runs this course series. Ask one of them."))
    raise Refusal(NOT_HERE, status=404)


def is_own(doer: Doer, enrolment: Enrolment) -> bool:
    """Whether this is the doer's own place in the programme."""
    return doer.person is not None and doer.person == enrolment.person_id


def may_take_part(doer: Doer, enrolment: Enrolment) -> bool:
    """The one who is signed up, with a seat that the leader has agreed to."""
    return is_own(doer, enrolment) and enrolment.state == EnrolmentState.ENROLLED


def must_take_part(doer: Doer, enrolment: Enrolment) -> None:
    """Refuse others (404), and oneself while the seat is not certain, with what it waits for."""
    if may_take_part(doer, enrolment):
        return
    if not is_own(doer, enrolment):
        raise Refusal(NOT_HERE, status=404)
    raise Refusal(WAITS_FOR[EnrolmentState(enrolment.state)])


WAITS_FOR = {
    EnrolmentState.WAITING: _("You are on the waiting list. This opens when you get a seat; we write to you then."),
    EnrolmentState.HELD: _("Your seat is held. This opens when your leader has said yes."),
    EnrolmentState.DECLINED: _("You have no seat in this course series. Talk with your leader, or write to the adviser."),
    EnrolmentState.LEFT: _("You have left this course series. You can sign up again from its page."),
}
