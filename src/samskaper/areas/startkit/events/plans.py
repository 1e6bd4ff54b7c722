"""What happens to plans for meetings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.foundation.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanBegun(Event):
    """Somebody began a plan for a meeting (subject: the plan). `data` says whether it is a copy."""

    key: ClassVar[str] = "startkit.plan_begun"
    deed: ClassVar[Promise] = _("Began a plan for a meeting")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanKeysChanged(Event):
    """A plan got new addresses; the old ones open nothing any more (subject: the plan)."""

    key: ClassVar[str] = "startkit.plan_keys_changed"
    deed: ClassVar[Promise] = _("Gave a plan for a meeting new addresses")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDeleted(Event):
    """Somebody deleted a plan for a meeting (subject: the plan, which is gone)."""

    key: ClassVar[str] = "startkit.plan_deleted"
    deed: ClassVar[Promise] = _("Deleted a plan for a meeting")
