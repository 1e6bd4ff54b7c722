"""What a date in a calendar is, whatever area it comes from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Entry:
    """Something with a time. Areas make these of their own records.

    `uid` never changes for the same thing ("gathering-12@samskaper"). `sequence` grows when time or place changes, so
    that calendars take the change in. `starts` and `ends` are aware moments, or plain dates for whole days (both
    included). `url` is the address of its page here. `changed` is when it was last saved, where that is known.
    """

    uid: str
    title: str
    starts: dt.datetime | dt.date
    ends: dt.datetime | dt.date
    place: str = ""
    url: str = ""
    note: str = ""
    sequence: int = 0
    cancelled: bool = False
    changed: dt.datetime | None = None

    @property
    def whole_day(self) -> bool:
        """True for something that has a day and no time of day."""
        return not isinstance(self.starts, dt.datetime)

    @property
    def begins(self) -> dt.datetime:
        """The moment when it starts; midnight for whole days."""
        return _moment(self.starts, dt.time.min)

    @property
    def over(self) -> dt.datetime:
        """The moment when it has ended."""
        return _moment(self.ends, dt.time.max)


def _moment(value: dt.datetime | dt.date, time: dt.time) -> dt.datetime:
    if isinstance(value, dt.datetime):
        return value
    return dt.datetime.combine(value, time, tzinfo=ZoneInfo(settings.TIME_ZONE))
