"""What this installation is: every page asks."""

from __future__ import annotations

import time

from django.db import connection
from django.db.backends.signals import connection_created
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils.crypto import constant_time_compare

from samskaper.commons.people import limits
from samskaper.commons.people.models import Installation, Organisation

KEPT_SECONDS = 10.0
SETUP_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"  # no vowels, so no words; no letters that look like numbers


class _Kept:
    """The last answer of this process and when it was read."""

    answer: Installation | None = None
    read: float = 0.0


def _read() -> Installation:
    return Installation.objects.select_related("library").first() or Installation(pk=1)


def installation() -> Installation:
    """Return what this installation is (an empty one before it is set up).

    Kept by the process for ten seconds; a change in this process is seen at once, in another within that time.
    Within a transaction it is read, so that what is undone later is not kept.
    """
    if connection.in_atomic_block:
        return _read()
    kept = _Kept.answer  # another thread may forget it between two lines
    if kept is None or time.monotonic() - _Kept.read > KEPT_SECONDS:
        kept = _Kept.answer = _read()
        _Kept.read = time.monotonic()
    return kept


def waits_for_setup() -> bool:
    """Return whether this is an empty installation whose set-up code has been handed out."""
    here = installation()
    return bool(here.setup_digest) and here.library_id is None and here.demo_loaded is None


def digest_of_setup_code(code: str) -> str:
    """Return what is stored of a set-up code, however it was typed."""
    return limits.digest("set-up code", "".join(sign for sign in code.upper() if sign in SETUP_LETTERS))


def setup_code_fits(code: str) -> bool:
    """Return whether this is the set-up code that was handed out last."""
    here = _read()
    return bool(here.setup_digest) and constant_time_compare(here.setup_digest, digest_of_setup_code(code))


def forget(**_signal: object) -> None:
    """Read it anew at the next question."""
    _Kept.answer = None


@receiver(post_save, sender=Installation)
@receiver(post_save, sender=Organisation)
@receiver(connection_created)
def _forget(**_signal: object) -> None:
    forget()
