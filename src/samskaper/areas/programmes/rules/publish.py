"""When a programme can go out by mail, and what it still lacks."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from samskaper.areas.programmes.models import Invitation, Programme, ProgrammeState
from samskaper.areas.programmes.rules.running import must_run
from samskaper.commons.people.doer import Doer
from samskaper.foundation.refusals import Conflict

MOST_INVITED = 20_000


@dataclass(frozen=True, slots=True)
class Post:
    """How many are invited, and how far their letters have come."""

    invited: int = 0
    to_send: int = 0
    waiting: int = 0
    sent: int = 0
    uncertain: int = 0
    refused: int = 0
    stopped: int = 0

    @property
    def under_way(self) -> bool:
        """Whether letters are still on their way."""
        return bool(self.waiting)


def may_see_address(invitation: Invitation, *, open_persons: frozenset[int]) -> bool:
    """Addresses that we brought on a list, whose source is told; of persons, those whom our own organisation registered.

    Staff whom another organisation registered are shown by name, library and role. The letter reaches them all the same.
    """
    return bool(invitation.source) or invitation.person_id in open_persons


def must_publish(doer: Doer, programme: Programme) -> None:
    """Refuse those who do not run it, and programmes that are finished."""
    must_run(doer, programme)
    if programme.state == ProgrammeState.CLOSED:
        raise Conflict(_("The course series is finished, so it cannot be sent out any longer."))
