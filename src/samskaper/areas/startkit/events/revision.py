"""What happens when the kit is revised together with those who use it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.foundation.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodTried(Event):
    """Somebody tried a method and said how it went (subject: the try-out; within: the edition). Nobody knows who."""

    key: ClassVar[str] = "startkit.tried"
    deed: ClassVar[Promise] = _("Said how a method went")


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingNoticed(Event):
    """Somebody noticed something about a method (subject: the finding; within: the edition)."""

    key: ClassVar[str] = "startkit.noticed"
    deed: ClassVar[Promise] = _("Wrote down what was noticed about a method")


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingDecided(Event):
    """An editor decided what becomes of a finding (subject: the finding). `data` has the state."""

    key: ClassVar[str] = "startkit.decided"
    deed: ClassVar[Promise] = _("Decided what becomes of something that was noticed")


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceChanged(Event):
    """A method was changed because somebody said something (subject: the finding; within: the edition that has it)."""

    key: ClassVar[str] = "startkit.changed"
    deed: ClassVar[Promise] = _("Changed a method because of something that was said")


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingTakenBack(Event):
    """Whoever said it took a finding back (subject: the finding, which is gone)."""

    key: ClassVar[str] = "startkit.taken_back"
    deed: ClassVar[Promise] = _("Took back what was noticed about a method")


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingHandedOn(Event):
    """Somebody else looks after a finding, or after a method (subject: the finding or keeper)."""

    key: ClassVar[str] = "startkit.handed_on"
    deed: ClassVar[Promise] = _("Gave something about a method to another editor")


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMade(Event):
    """A county's evaluation group was made or changed (subject: the group)."""

    key: ClassVar[str] = "startkit.group_made"
    deed: ClassVar[Promise] = _("Arranged an evaluation group")


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceAsked(Event):
    """Somebody was asked to help revise the kit (subject: the voice)."""

    key: ClassVar[str] = "startkit.voice_asked"
    deed: ClassVar[Promise] = _("Asked somebody to help revise the kit")


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceAnswered(Event):
    """Somebody who was asked said yes or no (subject: the voice)."""

    key: ClassVar[str] = "startkit.voice_answered"
    deed: ClassVar[Promise] = _("Answered whether to help revise the kit")


@dataclass(frozen=True, slots=True, kw_only=True)
class VoicesTold(Event):
    """Somebody was told what became of what she said (subject: the edition). Nobody knows who."""

    key: ClassVar[str] = "startkit.told"
    deed: ClassVar[Promise] = _("Told what became of what was said")
