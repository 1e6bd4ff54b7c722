"""Where dates come from; faces of higher floors write in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from samskaper.commons.calendar.entries import Entry
from samskaper.foundation.registers import Register

EVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)  # before any date of ours
ALL = 1_000_000  # more dates than anybody has
entries: Register[Callable[[int, dt.datetime, int], Iterable[Entry]]] = Register("calendar entries")
"""Each source returns what concerns a person (by id) and is not over at a moment, the soonest first and at most so many."""
