"""What the home page shows of the areas: each area that has open dates registers a source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from samskaper.foundation.registers import Register


@dataclass(frozen=True, slots=True)
class Happening:
    """Something open that will happen: when, what, a line about it, and where to read more."""

    starts: dt.datetime
    title: str
    note: str
    url: str


happenings: Register[Callable[[], Iterable[Happening]]] = Register("happenings")
