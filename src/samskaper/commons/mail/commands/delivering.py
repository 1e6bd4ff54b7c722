"""What the worker writes while it delivers: each step on its own, so that a crash leaves a letter where it was.

A letter is claimed, and the claim committed, before the first word to a mail server; whoever finds a claim without a
living process knows only that the letter may have left.
"""

from __future__ import annotations

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_noop

from samskaper.commons.mail import claims, rules
from samskaper.commons.mail.models import Letter, State, Stop
from samskaper.commons.mail.transport import Fate, Outcome
from samskaper.commons.people.doer import Doer
from samskaper.foundation import clock


def claim(*, letter: int, by: Doer) -> Letter | None:
    """Take this letter for this process. Returns None when another has it, or its receiver has unsubscribed."""
    with transaction.atomic(durable=True):
        found = Letter.objects.select_related("owner").get(pk=letter)
        if found.purpose and Stop.objects.filter(digest=found.digest, purpose=found.purpose).exists():
            _move(found, State.STOPPED, settled=clock.now())
            return None
        taken = Letter.objects.filter(pk=letter, state=State.WAITING, not_before__lte=clock.now()).update(
            state=State.SENDING, claim=claims.mine(), claimed=clock.now(), attempts=F("attempts") + 1
        )
        if not taken:
            return None
        found.refresh_from_db(fields=["state", "claim", "claimed", "attempts"])
        return found


def settle(*, letter: Letter, outcome: Outcome, by: Doer) -> bool:
    """Write down what became of a letter that this process claimed. Returns whether it was still this process's."""
    now = clock.now()
    error = outcome.sentence[:500]
    if outcome.fate is Fate.LATER:
        if (pause := rules.pause_after(letter.attempts)) is not None:
            return _move(letter, State.WAITING, claim="", claimed=None, not_before=now + pause, error=error)
        return _move(letter, State.REFUSED, settled=now, error=error)
    state = {Fate.SENT: State.SENT, Fate.REFUSED: State.REFUSED, Fate.UNCERTAIN: State.UNCERTAIN}[outcome.fate]
    return _move(letter, state, settled=now, error=error, via=outcome.via)


def refuse_unwritable(*, letter: int, by: Doer) -> None:
    """Set a letter aside that cannot be made into a mail at all."""
    Letter.objects.filter(pk=letter, state=State.WAITING).update(
        state=State.REFUSED,
        settled=clock.now(),
        error=gettext_noop("This letter could not be written as an e-mail. Look at the address and the files."),
    )


def postpone(*, sentence: str, by: Doer) -> int:
    """Let everything that is due wait a little, because the mail server cannot be reached. Returns how many wait."""
    return (
        Letter.objects.due().order_by().update(not_before=clock.now() + rules.UNREACHABLE_PAUSE, error=sentence[:500])
    )


def give_up_lost(*, by: Doer) -> int:
    """Mark letters as uncertain whose sender is gone or has been silent for too long. Returns how many."""
    lost = 0
    for pk, claimed_by, since in Letter.objects.filter(state=State.SENDING).values_list("pk", "claim", "claimed"):
        if claims.is_dead(claimed_by) or since is None or since < clock.now() - rules.LOST_AFTER:
            lost += Letter.objects.filter(pk=pk, state=State.SENDING, claim=claimed_by).update(
                state=State.UNCERTAIN, settled=clock.now(), error=gettext_noop("The sending was interrupted.")
            )
    return lost


def _move(letter: Letter, state: State, **changes: object) -> bool:
    """Change the state if the letter is where it may come from, and still in the same hands."""
    return bool(
        Letter.objects.filter(pk=letter.pk, claim=letter.claim, state__in=rules.before(state)).update(
            state=state, **changes
        )
    )
