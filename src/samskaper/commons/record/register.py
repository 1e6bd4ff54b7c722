"""Who wants to know of a fact, and how long what is kept. Written by the faces of higher floors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from samskaper.commons.people.doer import Doer
from samskaper.foundation.events import Event
from samskaper.foundation.registers import Register

Receiver = Callable[..., None]
_receivers: dict[type[Event], list[Receiver]] = {}


def on(event: type[Event]) -> Callable[[Receiver], Receiver]:
    """Subscribe a receiver `(event, *, by)` to an event; it runs in the same transaction as the fact.

    Who subscribes to `Event` itself hears of every fact, after those who wanted to know of this one.
    """

    def register(receiver: Receiver) -> Receiver:
        _receivers.setdefault(event, []).append(receiver)
        return receiver

    return register


def tell(event: Event, *, by: Doer) -> None:
    """Call the receivers of this event, in the order in which they subscribed, then those of every event."""
    for receiver in (*_receivers.get(type(event), ()), *_receivers.get(Event, ())):
        receiver(event, by=by)


@dataclass(frozen=True, slots=True)
class FactWords:
    """What a kind of fact is called on screen, in the singular, and how the number of them is defined."""

    key: str
    noun: Promise | str
    definition: Promise | str


fact_words: Register[FactWords] = Register("fact words")


@dataclass(frozen=True, slots=True)
class Retention:
    """How long something is kept and why. `sweep` deletes what is older and returns how many rows went."""

    key: str
    what: Promise | str
    days: int
    why: Promise | str
    sweep: Callable[[int], int]


retentions: Register[Retention] = Register("retentions")
