"""What happens to calendar links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from samskaper.foundation.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedOpened(Event):
    """Somebody got a calendar link."""

    key: ClassVar[str] = "calendar.feed_opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRotated(Event):
    """A calendar link was changed; the old one opens nothing any longer."""

    key: ClassVar[str] = "calendar.feed_rotated"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedClosed(Event):
    """A calendar link was closed."""

    key: ClassVar[str] = "calendar.feed_closed"
