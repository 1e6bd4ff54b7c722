"""Wiping letters: when they are old, and when their receiver is erased. That it was sent stays, as a number."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q
from django.utils.translation import gettext as _

from samskaper.commons.mail import queries
from samskaper.commons.mail.models import Attachment, Enclosed, Letter, LetterQuerySet, State
from samskaper.foundation import clock

CODES_ARE_KEPT_FOR = 7  # days; letters of the house itself, such as codes for signing in


def _wipe(letters: LetterQuerySet) -> int:
    """Take words, name, address and files out of these letters."""
    chosen = list(letters.exclude(text="", email="").values_list("pk", flat=True))
    Attachment.objects.filter(letter__in=chosen).delete()
    Letter.objects.filter(pk__in=chosen).update(subject="", text="", name="", email="", error="", person=None)
    Enclosed.objects.filter(attachments__isnull=True).delete()
    return len(chosen)


def wipe_old(days: int) -> int:
    """Wipe letters that were settled so many days ago; those with codes after a week. Returns how many."""
    now = clock.now()
    settled = Letter.objects.exclude(state__in=[State.WAITING, State.SENDING])
    old = Q(settled__lt=now - dt.timedelta(days=days))
    codes = Q(owner__isnull=True, settled__lt=now - dt.timedelta(days=CODES_ARE_KEPT_FOR))
    return _wipe(settled.filter(old | codes))


def erase(person: int) -> str:
    """Wipe the letters of somebody who is erased, and send none that wait. Returns what stays, and why."""
    letters = queries.letters_of(person)
    if not letters.exists():
        return ""
    letters.filter(state=State.WAITING).update(state=State.STOPPED, settled=clock.now())
    _wipe(letters)
    return _(
        "That letters were sent stays as a number. If you unsubscribed, we remember a fingerprint of the address, "
        "so that nobody writes to it again."
    )
