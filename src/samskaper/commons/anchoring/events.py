"""What happens to plans and what is tied to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.foundation.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSaved(Event):
    """A plan document or one of its sentences was added or changed (subject: the document)."""

    key: ClassVar[str] = "anchoring.plan_saved"
    deed: ClassVar[Promise] = _("Added or changed a plan")


@dataclass(frozen=True, slots=True, kw_only=True)
class TiedToPlan(Event):
    """A record was tied to a sentence (subject: the record; within: the sentence). Taken back when it is untied."""

    key: ClassVar[str] = "anchoring.tied_to_plan"
    deed: ClassVar[Promise] = _("Tied something to a sentence of a plan")
