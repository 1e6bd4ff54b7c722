"""What happens to calendar links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.foundation.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedOpened(Event):
    """Somebody got a calendar link."""

    key: ClassVar[str] = "calendar.feed_opened"
    deed: ClassVar[Promise] = _("Got a calendar link")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRotated(Event):
    """A calendar link was changed; the old one opens nothing any longer."""

    key: ClassVar[str] = "calendar.feed_rotated"
    deed: ClassVar[Promise] = _("Changed the calendar link")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedClosed(Event):
    """A calendar link was closed."""

    key: ClassVar[str] = "calendar.feed_closed"
    deed: ClassVar[Promise] = _("Closed the calendar link")
