"""What happens with initiatives. `within` is the course series that an initiative counts in, if any."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.foundation.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeChanged(Event):
    """An initiative was proposed or changed, or somebody said whether to take part (subject: the initiative)."""

    key: ClassVar[str] = "cocreation.initiative_changed"
    deed: ClassVar[Promise] = _("Worked on an initiative")


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeBegun(Event):
    """An initiative began (subject: the initiative). `data["day"]` is when."""

    key: ClassVar[str] = "cocreation.initiative_begun"


@dataclass(frozen=True, slots=True, kw_only=True)
class StillGoingAnswered(Event):
    """Somebody said whether an initiative is still going (subject: the initiative). `data` has `months` and the `answer`."""

    key: ClassVar[str] = "cocreation.still_going_answered"
    deed: ClassVar[Promise] = _("Said whether an initiative is still going")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoesOn(Event):
    """An initiative is still going a half year or more after it began (subject: the initiative). Taken back when it has ended."""

    key: ClassVar[str] = "cocreation.goes_on"
