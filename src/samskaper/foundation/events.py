"""What a fact looks like before it is written down. Areas subclass it in their `events.py`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Protocol

from django.utils.functional import Promise

from samskaper.foundation.refs import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, in the past tense.

    `key` names the kind of fact ("programmes.completed"). `subject` is what it is about, `within` what it counts
    in (a gathering's programme), `owner` the id of the organisation that answers for it. `data` is small and JSON.
    `deed` says what was done to the one who did it; facts that goals count have their words in the record instead.
    """

    key: ClassVar[str]
    deed: ClassVar[Promise | str] = ""
    subject: Ref
    owner: int | None = None
    within: Ref | None = None
    data: dict[str, Any] = field(default_factory=dict)

    def __init_subclass__(cls) -> None:
        _by_key[cls.key] = cls


_by_key: dict[str, type[Event]] = {}


def deed(key: str) -> str:
    """Return what was done, in the language on screen, or "" for a kind of fact that is gone or has none."""
    return str(_by_key[key].deed) if key in _by_key else ""


class Announcer(Protocol):
    """Takes an event and the Doer who caused it."""

    def __call__(self, event: Event, *, by: Any) -> object: ...


_announcers: list[Announcer] = []


def announce(event: Event, *, by: object) -> None:
    """Tell the record of something that happened below it (in `people`). Areas call `record.note` themselves."""
    for announcer in _announcers:
        announcer(event, by=by)


def hear(announcer: Announcer) -> Announcer:
    """Register who writes announcements down."""
    _announcers.append(announcer)
    return announcer
