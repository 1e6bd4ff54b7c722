"""What waits for whom: remarks on the plan, goals to answer by hand, a report that is due. Few queries: desks ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Exists, Max, OuterRef, Prefetch, QuerySet

from samskaper.areas.projects.models import Project, Report, SubGoal
from samskaper.areas.projects.queries.projects import MOST, reading, under_way
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.foundation import clock
from samskaper.foundation.prepared import prepared

PAID = 6  # projects that a funder's desk shows
REPORT_AFTER = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A project and what it wants of its advisers."""

    project: Project
    remarks: int
    goals: int
    report_due: bool


def waiting_for(doer: Doer) -> Iterator[Waiting]:
    """Yield the adviser's projects that want something, newest first, at most MOST of them; in two queries."""
    advised = doer.organisations(Role.ADVISER)
    if not advised:
        return
    projects = _unreported(advised)
    goals = dict(_goals_waiting([project.pk for project in projects], clock.today()))
    for project in projects:
        over = project.ends is not None and project.ends + REPORT_AFTER <= clock.today()
        yield Waiting(project, project.noticed, goals.get(project.pk, 0), over)


@prepared
def _unreported(owners: frozenset[int]) -> QuerySet[Project]:
    final = Exists(Report.objects.filter(project=OuterRef("pk"), final=True))
    return Project.objects.filter(~final, owner__in=owners).select_related("owner").order_by("-starts", "-pk")[:MOST]


@prepared
def _goals_waiting(projects: list[int], today: dt.date) -> QuerySet[SubGoal, tuple[int, int]]:
    """How many goals of each project have to be answered by hand, are over, and were not answered."""
    unanswered = SubGoal.objects.filter(project__in=projects, measures__isnull=True, evidence__isnull=True)
    over = unanswered.annotate(last=Max("activities__ends")).filter(last__lt=today).order_by().values("pk")
    return SubGoal.objects.filter(pk__in=over).values_list("project").annotate(number=Count("pk")).order_by()


def going_for(doer: Doer) -> list[Project]:
    """Return the projects under way that somebody may read, at most MOST; those that she pays for stand apart."""
    if doer.is_system:
        return []
    return under_way(*reading(doer), clock.today())


def paid_for(doer: Doer) -> list[tuple[Project, Report | None]]:
    """Return the projects that somebody reads for their funder, newest first, each with the newest report handed in."""
    paid = doer.organisations(Role.READER)
    if not paid:
        return []
    reports: QuerySet[Report] = Report.objects.defer("snapshot").order_by("-number")
    found = Project.objects.filter(funder__in=paid).select_related("owner").order_by("-starts", "-pk")
    projects = found.prefetch_related(Prefetch("reports", reports, to_attr="handed_in"))[:PAID]
    return [(project, next(iter(project.handed_in), None)) for project in projects]


def begins_without(doer: Doer) -> bool:
    """Whether somebody advises, and none of her organisations has a project."""
    advised = doer.organisations(Role.ADVISER)
    return bool(advised) and not Project.objects.filter(owner__in=advised).exists()
