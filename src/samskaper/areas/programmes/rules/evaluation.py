"""Whom we ask what they thought, and when."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _

from samskaper.areas.programmes.models import Enrolment, Gathering, GatheringState, Programme
from samskaper.areas.programmes.rules.running import must_run
from samskaper.commons.people.doer import Doer
from samskaper.foundation.refusals import Conflict

OPEN_DAYS = 14


def may_ask_about(gathering: Gathering) -> bool:
    """After it was held; the associations' own gathering is not asked about here."""
    return gathering.state == GatheringState.HELD and gathering.for_participants


def is_ahead(gathering: Gathering, *, now: dt.datetime) -> bool:
    """Whether a gathering is still to come, or goes on."""
    return gathering.state == GatheringState.PLANNED and gathering.ends > now


def must_ask_about(gathering: Gathering, *, by: Doer) -> None:
    """Refuse asking before the gathering was held."""
    must_run(by, gathering.programme)
    if not may_ask_about(gathering):
        raise Conflict(_("Ask when the gathering has been held. Mark it as held first."))


def must_ask_at_the_end(programme: Programme, *, by: Doer, people: int) -> None:
    """Refuse asking about a series that nobody is in."""
    must_run(by, programme)
    if not people:
        raise Conflict(_("There is nobody to ask yet."))


def was_there(enrolment: Enrolment | None, mark: str) -> bool:
    """Whoever was at the gathering may say what she thought of it."""
    return enrolment is not None and enrolment.state in Enrolment.SEATED and mark == "present"
