"""Where dates come from; faces of higher floors write in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from samskaper.commons.calendar.entries import Entry
from samskaper.foundation.registers import Register

entries: Register[Callable[[int], Iterable[Entry]]] = Register("calendar entries")
"""Each source returns what concerns a person (by id), in a fixed number of queries, and nothing of others."""
