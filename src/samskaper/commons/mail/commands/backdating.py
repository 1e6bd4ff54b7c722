"""Letters that the demonstration wrote under a clock that was moved: they went when they were written."""

from __future__ import annotations

from django.db.models import F

from samskaper.commons.mail.models import Letter, State
from samskaper.commons.people.doer import Doer

VIA = "demo"


def settle_in_mailbox(*, by: Doer) -> int:
    """Lay every letter that waits into the demonstration's mailbox, at the moment it was written. Returns how many.

    Nothing leaves the machine, so there is nothing that could be sent twice.
    """
    waiting = Letter.objects.filter(state=State.WAITING)
    return waiting.update(state=State.SENT, settled=F("created"), claimed=F("created"), attempts=1, via=VIA)
