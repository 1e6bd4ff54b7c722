"""Limits on every door to a secret: codes, e-mailed links, feeds, certificate numbers.

Counted per network address and address that is tried, and far more widely per network alone, so that two hundred
colleagues behind one school's address get in while guessing does not pay, and nobody can lock somebody else out.
A secret is looked up first, and only wrong ones are counted: whoever has a good one is never refused for others' guesses.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import ipaddress
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.db import connection
from django.http import HttpRequest
from django.utils.translation import gettext as _

from samskaper.commons.people.models import Attempt
from samskaper.foundation import clock
from samskaper.foundation.refusals import TooMany

QUARTER = dt.timedelta(minutes=15)
WRONG_SECRETS = 300  # within a quarter of an hour from one network, at each door
_counted: ContextVar[list[tuple[str, str]] | None] = ContextVar("counted_attempts", default=None)


def digest(*parts: str) -> str:
    """Return a keyed digest of what was tried, so that the table holds no addresses."""
    return hashlib.sha256("\x1f".join((settings.SECRET_KEY, *parts)).encode()).hexdigest()


def knock(door: str, who: str, *, most: int, within: dt.timedelta) -> None:
    """Count a try of `who` at `door`. Raises TooMany when there were `most` within the time already."""
    mark = digest(door, who)
    _one_at_a_time(mark)
    if Attempt.objects.filter(door=door, digest=mark, at__gte=clock.now() - within).count() >= most:
        raise TooMany(
            _("That was many tries in a short time. Wait a quarter of an hour and try again.")
            if within <= QUARTER
            else _("That was many tries in a short time. Wait an hour and try again.")
        )
    Attempt.objects.create(door=door, digest=mark)
    if (counted := _counted.get()) is not None:
        counted.append((door, mark))


def count_wrong_secret(door: str, request: HttpRequest) -> None:
    """Count a secret that opens nothing. Raises TooMany when this network tried too many at this door."""
    knock(door, network_of(request), most=WRONG_SECRETS, within=QUARTER)


def _one_at_a_time(mark: str) -> None:
    """Let a hundred equal tries at once be counted one after the other (SQLite does that by itself)."""
    if connection.vendor == "postgresql" and connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int(mark[:15], 16)])


@contextmanager
def remembering() -> Iterator[list[tuple[str, str]]]:
    """Collect the tries of one request, so that they can be counted although all else is undone."""
    found: list[tuple[str, str]] = []
    token = _counted.set(found)
    try:
        yield found
    finally:
        _counted.reset(token)


def count_again(tries: list[tuple[str, str]]) -> None:
    """Count tries whose transaction was undone: a wrong code leaves nothing but its having been tried."""
    Attempt.objects.bulk_create(Attempt(door=door, digest=mark) for door, mark in tries)


def network_of(request: HttpRequest) -> str:
    """Return the network address that a request came from; of IPv6 the part that one connection has (/64)."""
    found = str(request.META.get("REMOTE_ADDR", ""))
    if settings.SECURE_PROXY_SSL_HEADER:
        found = request.headers.get("X-Forwarded-For", found).rpartition(",")[2].strip()
    try:
        address = ipaddress.ip_address(found)
    except ValueError:
        return found[:64]
    return str(ipaddress.ip_network((address, 64), strict=False)) if address.version == 6 else str(address)
