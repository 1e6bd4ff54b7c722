"""What can become of a letter, and who may see and decide it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from samskaper.commons.mail.models import Letter, State
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.commons.people.queries import installation
from samskaper.foundation.refusals import Refusal

TRANSITIONS: dict[State, frozenset[State]] = {
    State.WAITING: frozenset({State.SENDING, State.STOPPED, State.REFUSED}),
    State.SENDING: frozenset({State.SENT, State.WAITING, State.REFUSED, State.UNCERTAIN}),
    # The worker that was thought dead may still report; a person may decide.
    State.UNCERTAIN: frozenset({State.SENT, State.WAITING, State.REFUSED}),
    State.REFUSED: frozenset({State.WAITING}),
    State.SENT: frozenset(),
    State.STOPPED: frozenset(),
}

PAUSES = tuple(dt.timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360, 360, 720, 720))
"""How long a letter waits after each temporary refusal: two days in all, then it counts as refused."""

UNREACHABLE_PAUSE = dt.timedelta(minutes=1)
"""How long everything waits when the mail server cannot be reached at all."""

LOST_AFTER = dt.timedelta(minutes=10)
"""A letter that has been on its way for longer than any exchange with a mail server can take is uncertain."""


class Decision(StrEnum):
    """What a person says about a letter of which nobody knows whether it left, or which was refused."""

    AGAIN = "again"
    ARRIVED = "arrived"


DECISIONS: dict[Decision, tuple[frozenset[State], State]] = {
    Decision.AGAIN: (frozenset({State.UNCERTAIN, State.REFUSED}), State.WAITING),
    Decision.ARRIVED: (frozenset({State.UNCERTAIN}), State.SENT),
}


def before(state: State) -> list[State]:
    """Return the states that a letter may be in before it comes to this one."""
    return [earlier for earlier, later in TRANSITIONS.items() if state in later]


def pause_after(attempts: int) -> dt.timedelta | None:
    """Return how long to wait after so many attempts, or None when it has been tried for long enough."""
    return PAUSES[attempts - 1] if 1 <= attempts <= len(PAUSES) else None


def may_see_outbox(doer: Doer) -> bool:
    """Advisers see what their own organisation has sent."""
    return bool(doer.organisations(Role.ADVISER))


def must_see_outbox(doer: Doer) -> None:
    """Refuse those who are advisers nowhere."""
    if not may_see_outbox(doer):
        raise Refusal(_("Advisers see what their library has sent. Ask yours if you miss a letter."))


def may_decide(doer: Doer, letter: Letter) -> bool:
    """The advisers of the organisation that sends a letter decide; of the house's own, those who run the house."""
    return doer.holds(letter.owner_id or installation().library_id, Role.ADVISER)


def must_decide(doer: Doer, letter: Letter) -> None:
    """Refuse those who do not send letters for this organisation."""
    if not may_decide(doer, letter):
        raise Refusal(_("An adviser of the library that sent this letter decides what becomes of it."))
