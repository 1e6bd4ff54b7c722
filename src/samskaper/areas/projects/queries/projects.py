"""Which projects somebody may see."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Count, Prefetch, Q, QuerySet

from samskaper.areas.projects.models import Activity, Dissemination, Project, SubGoal
from samskaper.areas.projects.rules.access import NOT_HERE, OWNER_READS, PARTNER_READS, must_see
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.foundation.refusals import Refusal


def visible(doer: Doer) -> QuerySet[Project]:
    """Return the projects that somebody may read, newest first."""
    found = Project.objects.select_related("owner", "funder").prefetch_related("partners")
    if doer.is_system:
        return found
    mine = Q(owner__in=doer.organisations(*OWNER_READS)) | Q(funder__in=doer.organisations(Role.READER))
    joined = Q(
        pk__in=Project.objects.filter(partners__organisation__in=doer.organisations(*PARTNER_READS)).values("pk")
    )
    return found.filter(mine | joined)


def listed(doer: Doer) -> QuerySet[Project]:
    """Return the projects that somebody may read, with `goal_count` and `activity_count`."""
    return visible(doer).annotate(
        goal_count=Count("sub_goals", distinct=True), activity_count=Count("activities", distinct=True)
    )


def project_for(number: int, *, visible_to: Doer) -> Project:
    """Return a project with its partners. Raises a Refusal (404) when there is none that this doer may see."""
    found = Project.objects.select_related("owner", "funder").prefetch_related("partners").filter(pk=number).first()
    if found is None:
        raise Refusal(NOT_HERE, status=404)
    must_see(visible_to, found)
    return found


Part = TypeVar("Part", SubGoal, Activity, Dissemination)


def of_a_project(parts: QuerySet[Part], number: int, *, visible_to: Doer) -> Part:
    """Return what belongs to a project. Raises a Refusal (404) when there is none that this doer may see."""
    found = parts.filter(pk=number).first()
    if found is None:
        raise Refusal(NOT_HERE, status=404)
    must_see(visible_to, found.project)
    return found


def goal_for(number: int, *, visible_to: Doer) -> SubGoal:
    """Return a sub-goal with its project. Raises a Refusal (404) when there is none that this doer may see."""
    found = SubGoal.objects.select_related("project__owner", "main_goal").prefetch_related("project__partners", "measures")
    return of_a_project(found, number, visible_to=visible_to)


def activity_for(number: int, *, visible_to: Doer) -> Activity:
    """Return an activity with its project. Raises a Refusal (404) when there is none that this doer may see."""
    found = Activity.objects.select_related("project__owner").prefetch_related("project__partners", "sub_goals", "main_goals")
    return of_a_project(found, number, visible_to=visible_to)


def activities_of(project: Project) -> list[Activity]:
    """Return a project's activities with the goals that they serve."""
    goals = Prefetch("sub_goals", queryset=SubGoal.objects.order_by("order"))
    return list(project.activities.prefetch_related(goals, "main_goals"))
