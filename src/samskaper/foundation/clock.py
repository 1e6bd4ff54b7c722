"""What time it is. The only place that asks; tests and the demonstration can move it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone

_shift: ContextVar[dt.timedelta] = ContextVar("clock_shift", default=dt.timedelta())


def now() -> dt.datetime:
    """Return the present moment, aware, in UTC."""
    return timezone.now() + _shift.get()


def today() -> dt.date:
    """Return the present date where the users are (settings.TIME_ZONE)."""
    return timezone.localtime(now()).date()


@contextmanager
def at(moment: dt.datetime) -> Iterator[None]:
    """Let the clock start at `moment` (aware) within the block."""
    token = _shift.set(moment - timezone.now())
    try:
        yield
    finally:
        _shift.reset(token)


def hour() -> int:
    """Return the hour of the day (0-23) where the users are."""
    return timezone.localtime(now()).hour
