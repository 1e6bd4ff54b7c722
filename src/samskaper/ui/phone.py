"""What may be kept on a phone for those who work where there is no network: areas say which pages, and for whom.

A page that is kept says so itself (`data-keep` on its html element), so that nothing else ever is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from samskaper.foundation.registers import Register


@dataclass(frozen=True, slots=True)
class Kept:
    """A page to keep: where it is, what it is called, a line about it, and a stamp that changes when it does.

    The one that is `home` is shown where a page is not on the phone.
    """

    address: str
    words: str
    note: str
    stamp: str
    home: bool = False


@dataclass(frozen=True, slots=True)
class Phone:
    """Pages of an area. Both functions get the Doer."""

    offered_to: Callable[[object], bool]
    pages: Callable[[object], Iterable[Kept]]


phones: Register[Phone] = Register("phones")


def is_offered(doer: object) -> bool:
    """Return whether any area has pages to keep for this doer."""
    return any(phone.offered_to(doer) for phone in phones)


def pages_for(doer: object) -> list[Kept]:
    """Return the pages to keep for this doer."""
    return [page for phone in phones if phone.offered_to(doer) for page in phone.pages(doer)]
