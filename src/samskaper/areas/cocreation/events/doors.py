"""What comes in by open doors, and how the register is filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.foundation.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorChanged(Event):
    """A library opened, changed or closed its door (subject: the doorway)."""

    key: ClassVar[str] = "cocreation.door_changed"
    deed: ClassVar[Promise] = _("Changed the library's open door")


@dataclass(frozen=True, slots=True, kw_only=True)
class Knocked(Event):
    """Somebody brought a challenge or an idea (subject: the conversation that began with it)."""

    key: ClassVar[str] = "cocreation.knocked"
    deed: ClassVar[Promise] = _("Brought a challenge or an idea")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnockAnswered(Event):
    """The library answered (subject: the conversation)."""

    key: ClassVar[str] = "cocreation.knock_answered"
    deed: ClassVar[Promise] = _("Answered somebody who came with a challenge or an idea")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFilled(Event):
    """The register of a county was filled or brought up to date (subject: the filling). `data` has the numbers."""

    key: ClassVar[str] = "cocreation.register_filled"
    deed: ClassVar[Promise] = _("Filled the register of associations")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyLetGo(Event):
    """Nobody was in touch with a party for two years, so its words and how it is reached were deleted (subject: the party)."""

    key: ClassVar[str] = "cocreation.party_let_go"
    deed: ClassVar[Promise] = _("Let go of somebody whom nobody is in touch with any more")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyForgotten(Event):
    """Everything about a party was deleted (subject: the party, which has no name any more)."""

    key: ClassVar[str] = "cocreation.party_forgotten"
    deed: ClassVar[Promise] = _("Deleted what was kept about somebody")
