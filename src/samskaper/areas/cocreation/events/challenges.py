"""What happens with challenges. `within` is the course series that a challenge counts in, if any."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.foundation.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ChallengeNoted(Event):
    """A challenge was put in words (subject: the challenge). Taken back when nothing stands behind it any more."""

    key: ClassVar[str] = "cocreation.challenge_noted"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChallengeShared(Event):
    """A library and another party stand by the wording (subject: the challenge). Taken back when that is no longer so."""

    key: ClassVar[str] = "cocreation.challenge_shared"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChallengeChanged(Event):
    """Statements were put to a challenge or taken from it, or its wording was changed or accepted (subject: the challenge)."""

    key: ClassVar[str] = "cocreation.challenge_changed"
    deed: ClassVar[Promise] = _("Worked on a challenge")


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundLost(Event):
    """Something that a challenge was built on is gone (subject: the challenge). Carries neither what nor why."""

    key: ClassVar[str] = "cocreation.ground_lost"
    deed: ClassVar[Promise] = _("Something that a challenge was built on is gone")
