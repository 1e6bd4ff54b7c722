"""Unsubscribing, and taking it back."""

from __future__ import annotations

from samskaper.commons.mail.events import SubscribedAgain, Unsubscribed
from samskaper.commons.mail.models import Letter, Stop
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.commands import note
from samskaper.foundation.refs import Ref


def stop(*, letter: Letter, by: Doer) -> None:
    """Send no more letters of this letter's purpose to its address. Saying it twice changes nothing."""
    _found, is_new = Stop.objects.get_or_create(
        digest=letter.digest, purpose=letter.purpose, defaults={"person_id": letter.person_id}
    )
    if is_new:
        note(Unsubscribed(subject=Ref.to(letter), owner=letter.owner_id, data={"purpose": letter.purpose}), by=by)


def allow_again(*, letter: Letter, by: Doer) -> None:
    """Send letters of this purpose to this address again. Those that were held back meanwhile stay so."""
    if Stop.objects.filter(digest=letter.digest, purpose=letter.purpose).delete()[0]:
        note(SubscribedAgain(subject=Ref.to(letter), owner=letter.owner_id, data={"purpose": letter.purpose}), by=by)
