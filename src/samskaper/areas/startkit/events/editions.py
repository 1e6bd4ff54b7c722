"""What happens to editions of the kit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.foundation.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionBegun(Event):
    """The work on a new edition began (subject: the edition). `data` has its number."""

    key: ClassVar[str] = "startkit.edition_begun"
    deed: ClassVar[Promise] = _("Began a new edition of the starter kit")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionTimed(Event):
    """An edition got a time when it is launched (subject: the edition). `data` has its number and the time, ISO."""

    key: ClassVar[str] = "startkit.edition_timed"
    deed: ClassVar[Promise] = _("Set the time when an edition is launched")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionStopped(Event):
    """The launch of an edition was called off (subject: the edition). `data` has its number."""

    key: ClassVar[str] = "startkit.edition_stopped"
    deed: ClassVar[Promise] = _("Called off the launch of an edition")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionLaunched(Event):
    """An edition is the current one from now on (subject: the edition). `data` has its number, the keys of methods whose drafts
    were published with it (`changed`), and the one before it (`before`, 0 where it is the first)."""

    key: ClassVar[str] = "startkit.edition_launched"
    deed: ClassVar[Promise] = _("Launched an edition of the starter kit")
