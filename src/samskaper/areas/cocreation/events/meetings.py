"""What happens with gatherings for associations. `within` is the course series that they are held in, if any."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.foundation.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPlanned(Event):
    """A gathering for associations was planned, moved or called off, or somebody was asked to it (subject: the meeting)."""

    key: ClassVar[str] = "cocreation.meeting_planned"
    deed: ClassVar[Promise] = _("Planned a gathering for associations")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingHeld(Event):
    """A gathering for associations was held (subject: the meeting). `data` has the `day` (ISO)."""

    key: ClassVar[str] = "cocreation.meeting_held"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingAnswered(Event):
    """Somebody on the list said which days suit, or whether it comes (subject: the meeting). Carries neither who nor what."""

    key: ClassVar[str] = "cocreation.meeting_answered"
    deed: ClassVar[Promise] = _("Answered an invitation to a gathering")
