"""Who may see and set up a programme, and which states can follow which."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samskaper.areas.programmes.models import Enrolment, Gathering, GatheringState, Programme, ProgrammeState
from samskaper.areas.programmes.rules.running import NOT_HERE, may_run
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.foundation.refusals import Conflict, Refusal

PROGRAMME_STATES: dict[str, tuple[str, ...]] = {
    ProgrammeState.DRAFT: (ProgrammeState.OPEN,),
    ProgrammeState.OPEN: (ProgrammeState.RUNNING, ProgrammeState.CLOSED),
    ProgrammeState.RUNNING: (ProgrammeState.OPEN, ProgrammeState.CLOSED),
    ProgrammeState.CLOSED: (ProgrammeState.RUNNING,),
}


def must_follow(now: str, then: str) -> None:
    """Refuse a state that cannot follow the present one."""
    if then not in PROGRAMME_STATES[now]:
        raise Conflict(_("The course series has moved on since this page was opened. Reload it to see where it is now."))


def may_begin(doer: Doer) -> bool:
    """Advisers of any library set up course series for it."""
    return doer.is_system or bool(doer.organisations(Role.ADVISER))


def must_begin(doer: Doer) -> None:
    """Refuse those who are not advisers."""
    if not may_begin(doer):
        raise Refusal(_("Advisers at a regional library set up course series. Write to yours if you would like one."))


def must_begin_for(doer: Doer, owner: int) -> None:
    """Refuse setting up a programme for a library that one is not an adviser of."""
    must_begin(doer)
    if not doer.is_system and not doer.holds(owner, Role.ADVISER):
        raise Refusal(_("You can only set up course series for a library where you are an adviser."))


def may_see(doer: Doer, programme: Programme) -> bool:
    """Whoever has the link may read a programme once it is open; before that, colleagues of its owner."""
    return programme.state != ProgrammeState.DRAFT or doer.is_system or doer.holds(programme.owner_id)


def must_see(doer: Doer, programme: Programme) -> None:
    """Answer strangers that nothing is here while a programme is being prepared."""
    if not may_see(doer, programme):
        raise Refusal(NOT_HERE, status=404)


def may_open_material(doer: Doer, programme: Programme, place: Enrolment | None) -> bool:
    """Material and meeting links are for those who run the programme and those who have a seat in it."""
    return may_run(doer, programme) or (
        place is not None and place.person_id == doer.person and place.state in Enrolment.SEATED
    )


def must_open_material(doer: Doer, programme: Programme, place: Enrolment | None) -> None:
    """Refuse those who neither run the programme nor have a seat; strangers learn nothing."""
    if may_open_material(doer, programme, place):
        return
    if not may_see(doer, programme):
        raise Refusal(NOT_HERE, status=404)
    raise Refusal(_("This is for those who take part in the course series. Sign in, or sign up for it."))


def may_change(gathering: Gathering) -> bool:
    """Dates that are over stay as they were."""
    return gathering.state != GatheringState.HELD


def must_change(gathering: Gathering) -> None:
    """Refuse to change the date of a gathering that was held."""
    if not may_change(gathering):
        raise Conflict(_("This gathering has been held. Its date stays; you can still add material."))
