"""What edited pages show of the areas: open dates and doors on the first page, and what can be done with a method beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from samskaper.editorial.texts import MethodText
from samskaper.foundation.registers import Register
from samskaper.ui.menu import MenuEntry


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


@dataclass(frozen=True, slots=True)
class MethodWay:
    """Something one can do with a method, offered beside it: print it, put it in a plan, say how it went. `icon` is one of ui's."""

    words: Promise | str
    url: str
    icon: str = ""
    order: int = 50


@dataclass(frozen=True, slots=True)
class MethodRemark:
    """A line about a method: which edition it is, how often it was tried. `url` is where to read more, or ""."""

    words: str
    url: str = ""


method_ways: Register[Callable[[MethodText], Iterable[MethodWay]]] = Register("method ways")
method_remarks: Register[Callable[[MethodText], Iterable[MethodRemark]]] = Register("method remarks")

# Done after each migration, when home and methods are in place. Told how many pages of methods were written.
when_laid: Register[Callable[[int], object]] = Register("when laid")

tool_menu: Register[MenuEntry] = Register("tool menu")  # what areas offer in the menu of the editors' tool
