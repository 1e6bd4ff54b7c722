"""What people decide about letters that are uncertain or were refused."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samskaper.commons.mail import rules
from samskaper.commons.mail.events import LetterDecided
from samskaper.commons.mail.models import Letter, State
from samskaper.commons.mail.rules import Decision
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.commands import note
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict


def decide(*, letter: Letter, decision: Decision, by: Doer) -> None:
    """Send an uncertain or refused letter again, or say that it arrived. Raises Conflict when somebody already did."""
    rules.must_decide(by, letter)
    allowed, state = rules.DECISIONS[decision]
    now = clock.now()
    changes = (
        {"settled": now, "via": "person"}
        if state == State.SENT
        else {
            "settled": None,
            "claim": "",
            "claimed": None,
            "not_before": now,
            "attempts": 0,
            "error": "",
        }
    )
    found = Letter.objects.filter(pk=letter.pk, state__in=allowed)
    if state == State.WAITING:
        found = found.exclude(text="")  # what has been wiped cannot be sent
    if not found.update(state=state, **changes):
        raise Conflict(_("Somebody has decided about this letter already. The list shows how it is now."))
    note(LetterDecided(subject=Ref.to(letter), owner=letter.owner_id, data={"decision": decision.value}), by=by)
