"""What the worker does for the outbox."""

from __future__ import annotations

import logging
import time

from django.conf import settings
from django.utils.translation import gettext_noop

from samskaper.commons.mail import exports, queries
from samskaper.commons.mail.commands import delivering
from samskaper.commons.mail.models import Letter
from samskaper.commons.mail.transport import Mailbox, Smtp, Transport, Unreachable, Window
from samskaper.commons.people.doer import SYSTEM

NO_SERVER = gettext_noop("No mail server is set up here yet. Letters wait until there is one; see “Install” in the manual.")
log = logging.getLogger("samskaper.mail")
MOST_IN_A_ROUND = 200
LONGEST_ROUND = 10.0
"""Seconds. A code for signing in waits no longer than this behind five hundred invitations."""


def deliver() -> int:
    """Send what is due over one connection. Returns how many letters were sent. Stands being killed at any point."""
    delivering.give_up_lost(by=SYSTEM)
    transport = _transport()
    waiting = queries.due(MOST_IN_A_ROUND)
    if not waiting:
        return 0
    if isinstance(transport, Window):
        waiting = queries.due(MOST_IN_A_ROUND, of_the_house_only=True)
    try:
        with transport:
            done = _deliver_all(waiting, transport)
    except Unreachable as trouble:
        log.warning("%s (%s)", trouble, trouble.__cause__)
        delivering.postpone(sentence=str(trouble), by=SYSTEM)
        return 0
    if isinstance(transport, Window):
        delivering.postpone(sentence=NO_SERVER, by=SYSTEM)
    return done


def _transport() -> Transport:
    if queries.is_demonstration():
        return Mailbox()
    return Smtp() if settings.EMAIL_HOST else Window()


def _deliver_all(waiting: list[int], transport: Transport) -> int:
    end, done = time.monotonic() + LONGEST_ROUND, 0
    for pk in waiting:
        if transport.is_broken or time.monotonic() > end:
            break
        if (mail := _written(pk)) is None:
            continue
        letter = delivering.claim(letter=pk, by=SYSTEM)
        if letter is None:
            continue
        outcome = transport.hand_over(mail, receiver=exports.receiver(letter))
        delivering.settle(letter=letter, outcome=outcome, by=SYSTEM)
        done += 1
    return done


def _written(pk: int) -> bytes | None:
    """Return the letter as a mail; set it aside when it cannot be written, so that it does not stop the others."""
    try:
        return exports.message(Letter.objects.select_related("owner").get(pk=pk))
    except Exception:
        log.exception("Letter %s could not be written", pk)
        delivering.refuse_unwritable(letter=pk, by=SYSTEM)
        return None
