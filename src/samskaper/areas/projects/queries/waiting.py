"""What waits for whom: remarks on the plan, goals to answer by hand, a report that is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from samskaper.areas.projects.models import Project, ProjectState
from samskaper.areas.projects.queries.plan import checked, plan_of
from samskaper.areas.projects.queries.progress import progress_of
from samskaper.areas.projects.queries.projects import visible
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.foundation import clock

MOST = 3  # projects that speak on one desk; the others are on the list of projects
REPORT_AFTER = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A project and what it wants of its advisers."""

    project: Project
    remarks: int
    goals: int
    report_due: bool


def waiting_for(doer: Doer) -> Iterator[Waiting]:
    """Yield the adviser's projects that want something, newest first, at most MOST of them."""
    advised = doer.organisations(Role.ADVISER)
    if not advised:
        return
    open_ones = Project.objects.filter(owner__in=advised).exclude(state=ProjectState.FINISHED, reports__final=True)
    for project in open_ones.select_related("owner").order_by("-starts", "-pk").distinct()[:MOST]:
        progress = progress_of(project)
        remarks = checked(project, plan_of(project, [one.activity for one in progress.activities])).open
        over = project.ends is not None and project.ends + REPORT_AFTER <= clock.today()
        due = over and not project.reports.filter(final=True).exists()
        yield Waiting(project, len(remarks), sum(goal.waits for goal in progress.goals), due)


def going_for(doer: Doer) -> list[Project]:
    """Return the projects under way that somebody may read, at most MOST."""
    if doer.is_system:
        return []
    return list(visible(doer).filter(state=ProjectState.RUNNING).order_by("-starts", "-pk")[:MOST])
