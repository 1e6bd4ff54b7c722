"""The register of the main menu and of the tiles on my desk; faces of higher floors write in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language

from samskaper.foundation.addresses import address
from samskaper.foundation.registers import Register

SELDOM = 60


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A word in the main menu or the foot. `offered_to` gets the Doer. `order` decides the place, low first.

    What has SELDOM or more lies in the menu of one's own name, so that the main menu keeps to five words.
    It leads to a named address, or to a `path` below the language ("help/") where edited pages live.
    """

    words: Promise | str
    url_name: str
    offered_to: Callable[[object], bool]
    order: int = 50
    path: str = ""

    def href(self) -> str:
        """Return where it leads, in the language that is active."""
        return address(self.url_name) if self.url_name else f"/{get_language()}/{self.path}"


def to_everybody(doer: object) -> bool:
    """Offered to all, signed in or not."""
    return True


@dataclass(frozen=True, slots=True)
class DeskItem:
    """Something that is mine and next: what, a line about it, where to do it, and until when.

    `kind` is "do" (waits for me), "date" (will happen), "going" (I have it going) or "first" (a step to begin with, where
    nothing is yet). `act` are the words on the button.
    """

    kind: str
    title: str
    note: str
    url: str
    act: str = ""
    due: dt.datetime | None = None
    weight: int = 50


menu: Register[MenuEntry] = Register("menu")
foot: Register[MenuEntry] = Register("foot")
desk: Register[Callable[[object], Iterable[DeskItem]]] = Register("desk")
