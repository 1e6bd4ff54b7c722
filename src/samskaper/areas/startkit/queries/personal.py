"""What a person is told that we keep about her plans for meetings."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from samskaper.areas.startkit.models import Plan


def export(person: int) -> list[dict[str, Any]]:
    """Return the plans that somebody made, with their rows."""
    plans = Plan.objects.filter(person=person).prefetch_related("items").order_by("pk")
    return [
        {
            _("Plan for a meeting"): str(plan), _("Day"): plan.day, _("Begins"): plan.starts, _("Where"): plan.place, _("How many"): plan.people,
            _("What happens"): [f"{row.title}: {row.minutes}" for row in plan.items.all()],
        }
        for plan in plans
    ]
