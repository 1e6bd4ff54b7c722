"""What happens to letters because somebody decided it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.foundation.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDecided(Event):
    """Somebody said what becomes of an uncertain or refused letter; `data` has the decision."""

    key: ClassVar[str] = "mail.letter_decided"
    deed: ClassVar[Promise] = _("Decided what becomes of a letter")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsubscribed(Event):
    """A receiver wants no more letters of a purpose. The subject is the letter that the link stood in."""

    key: ClassVar[str] = "mail.unsubscribed"
    deed: ClassVar[Promise] = _("Wanted no more letters of a kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscribedAgain(Event):
    """A receiver took the unsubscribing back."""

    key: ClassVar[str] = "mail.subscribed_again"
    deed: ClassVar[Promise] = _("Wanted letters again")
