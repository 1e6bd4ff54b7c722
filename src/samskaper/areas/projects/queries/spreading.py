"""Talks and articles: which goal counts them, and what one of them counted for."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samskaper.areas.projects.models import Dissemination, Measure, Project, SubGoal
from samskaper.areas.projects.rules.measures import DISSEMINATED


def goal_to_count(project: Project, wished: str = "") -> int | None:
    """Return the goal that is chosen from the start: the one that somebody comes from, or the only one that counts."""
    goals = project.sub_goals.all()
    if wished.isascii() and wished.isdigit() and len(wished) < 19 and (came := goals.filter(pk=int(wished)).first()):
        return came.pk
    counting = list(goals.filter(measures__fact_key=DISSEMINATED).values_list("pk", flat=True)[:2])
    return counting[0] if len(counting) == 1 else None


def counted_for(spread: Dissemination) -> str:
    """Return in a sentence what a talk or an article counts for."""
    goal: SubGoal | None = spread.sub_goal
    if goal is None:
        return _("Saved. It stands in the report, for the project as a whole. No goal counts it.")
    measure = Measure.objects.filter(sub_goal=goal, fact_key=DISSEMINATED).first()
    if measure is None:
        return _("Saved. It stands in the report, and with goal %(number)s.") % {"number": goal.number}
    said = {"number": goal.number, "count": goal.dissemination.count(), "target": measure.target}
    return _("Saved. It counts for goal %(number)s, which now has %(count)d of %(target)d.") % said
