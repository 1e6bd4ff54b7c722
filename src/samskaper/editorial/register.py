"""What the home page shows of the areas: each area that has open dates registers a source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from samskaper.foundation.registers import Register


@dataclass(frozen=True, slots=True)
class Happening:
    """Something open that will happen: when, what, a line about it, and where to read more."""

    starts: dt.datetime
    title: str
    note: str
    url: str


happenings: Register[Callable[[], Iterable[Happening]]] = Register("happenings")


@dataclass(frozen=True, slots=True)
class Entrance:
    """A door for whoever comes without an account, offered at the top of the first page: its words and the name of its address."""

    words: Promise | str
    url_name: str


entrances: Register[Entrance] = Register("entrances")
