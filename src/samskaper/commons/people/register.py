"""Where the areas say what they keep about a person: what, why and how long, its export and its erasure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from samskaper.foundation.addresses import address
from samskaper.foundation.registers import Register


@dataclass(frozen=True, slots=True)
class PersonalData:
    """Something that is kept about a person (whose id the functions get).

    `what`, `why` and `until` stand on my page: what it is, what for, and for how long. `stays` is the sentence that
    the page says before erasing, where something stays. `export` returns rows (or one record) whose keys are words for
    people. `erase` takes it away and returns a sentence on what was kept and why, "" when nothing was.
    """

    key: str
    what: Promise | str
    why: Promise | str
    until: Promise | str
    export: Callable[[int], list[dict[str, Any]] | dict[str, Any]]
    erase: Callable[[int], Promise | str]
    stays: Promise | str = ""


personal_data: Register[PersonalData] = Register("personal data")


def kinds_of_data() -> list[PersonalData]:
    """Return the entries as my page shows them: who one is first. Erasing goes the other way, the name last."""
    return sorted(personal_data, key=lambda entry: not entry.key.startswith("people."))


@dataclass(frozen=True, slots=True)
class Paper:
    """Something that a person has got and takes along, such as a certificate, as my page shows it."""

    title: str
    note: str
    href: str


papers: Register[Callable[[int], list[Paper]]] = Register("papers")  # the functions get the person's id


# What somebody who signs in for the first time was called when she was written to; the functions get the address, and
# return "" where they know no name.
given_names: Register[Callable[[str], str]] = Register("given names")


def name_given_to(email: str) -> str:
    """Return what somebody with this address was called by those who wrote to it, "" where nobody knew a name."""
    return next((name for asked in given_names if (name := asked(email))), "")


# Pages of higher floors that ours lead on to, by the names of their addresses: "desk", "dates", "demonstration".
onward: Register[str] = Register("onward")


def address_of(place: str, otherwise: str = "") -> str:
    """Return the address of a page that a higher floor registered in `onward`; `otherwise` where none did."""
    name = onward.get(place)
    return address(name) if name else otherwise
