"""The funnel of a project: invited, signed up, attended, completed."""

from __future__ import annotations

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samskaper.areas.projects.models import Project
from samskaper.areas.projects.queries.progress import ProjectProgress
from samskaper.areas.projects.rules import measures
from samskaper.ui.numbers import Funnel, Stage


def funnel_of(project: Project, progress: ProjectProgress, address: str = "{key}") -> Funnel:
    """Return the funnel; `address` with `{key}` is where the list behind each number is."""
    stages = [
        Stage(
            capfirst(one.words), one.count, address.format(key=one.fact_key), strong=one.fact_key == measures.COMPLETED
        )
        for one in progress.funnel
    ]
    target = next((one.target for one in progress.funnel if one.fact_key == measures.COMPLETED), None)
    words = _("The red line is the goal: %(number)d who complete.") % {"number": target} if target else ""
    return Funnel(stages, target, words)
