"""What the tests of the calendar put into it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock
from zoneinfo import ZoneInfo

from samskaper.commons.calendar import register
from samskaper.commons.calendar.entries import Entry

OSLO = ZoneInfo("Europe/Oslo")
TUESDAY = dt.datetime(2026, 11, 24, 9, 0, tzinfo=OSLO)


def entry(number: int = 1, **changes: Any) -> Entry:
    """Return a gathering of three hours."""
    starts = changes.pop("starts", TUESDAY)
    given = {
        "uid": f"gathering-{number}@samskaper",
        "title": f"Gathering {number}",
        "starts": starts,
        "ends": starts + dt.timedelta(hours=3),
        "place": "Online",
        "url": "/nb/programmes/7/",
    }
    return Entry(**(given | changes))


@contextmanager
def dates(of: dict[int, Iterable[Entry]]) -> Iterator[None]:
    """Let these persons have these dates, and no others."""
    sources = {"programmes": lambda person, since, most: of.get(person, ())}
    with mock.patch.object(register.entries, "_entries", sources):
        yield
