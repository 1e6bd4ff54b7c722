"""Which projects somebody may see."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Count, F, Q, QuerySet

from samskaper.areas.projects.models import (
    Activity,
    BudgetLine,
    Dissemination,
    MainGoal,
    Project,
    ProjectPartner,
    SubGoal,
)
from samskaper.areas.projects.models.plan import ref_of_main
from samskaper.areas.projects.rules.access import NOT_HERE, OWNER_READS, PARTNER_READS, must_see
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.foundation.prepared import prepared
from samskaper.foundation.refusals import Refusal

MOST = 3  # projects that speak on one desk; the others are on the list of projects


def visible(doer: Doer) -> QuerySet[Project]:
    """Return the projects that somebody may read, newest first."""
    found = Project.objects.select_related("owner", "funder").prefetch_related("partners")
    return found if doer.is_system else found.filter(_readable(*reading(doer)))


def reading(doer: Doer) -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
    """Return the organisations whose own projects somebody reads, those she reads for as funder, and as partner."""
    return doer.organisations(*OWNER_READS), doer.organisations(Role.READER), doer.organisations(*PARTNER_READS)


def _readable(owners: Iterable[int], funders: Iterable[int], partners: Iterable[int]) -> Q:
    joined = Project.objects.filter(partners__organisation__in=partners).values("pk")
    return Q(owner__in=owners) | Q(funder__in=funders) | Q(pk__in=joined)


@prepared
def under_way(
    owners: frozenset[int], funders: frozenset[int], partners: frozenset[int], today: dt.date
) -> QuerySet[Project]:
    """Return the newest projects under way that these may read, without those that they pay for; see `reading`."""
    found = Project.objects.select_related("owner").filter(_readable(owners, funders, partners))
    return found.filter(starts__lte=today, ends__gte=today).exclude(funder__in=funders).order_by("-starts", "-pk")[:MOST]


@prepared
def among(
    ids: list[int], owners: frozenset[int], funders: frozenset[int], partners: frozenset[int]
) -> QuerySet[Project]:
    """Return those of these projects that these may read; see `reading`."""
    return Project.objects.select_related("owner").filter(_readable(owners, funders, partners), pk__in=ids).order_by("pk")


def listed(doer: Doer) -> QuerySet[Project]:
    """Return the projects that somebody may read, with `goal_count` and `activity_count`."""
    return visible(doer).annotate(
        goal_count=Count("sub_goals", distinct=True), activity_count=Count("activities", distinct=True)
    )


def project_for(number: int, *, visible_to: Doer) -> Project:
    """Return a project with its partners. Raises a Refusal (404) when there is none that this doer may see."""
    found = _numbered(number)
    if not found:
        raise Refusal(NOT_HERE, status=404)
    must_see(visible_to, found[0])
    return found[0]


@prepared
def _numbered(number: int) -> QuerySet[Project]:
    return Project.objects.select_related("owner", "funder").filter(pk=number)


@dataclass(frozen=True, slots=True)
class Partner:
    """Who takes part, and with what."""

    name: str
    contribution: str


def partners_of(project: int) -> tuple[Partner, ...]:
    """Return those who take part, in order."""
    return tuple(Partner(*row) for row in _partners(project))


@prepared
def _partners(project: int) -> QuerySet[ProjectPartner, Any]:
    return ProjectPartner.objects.filter(project=project).order_by("order").values_list("name", "contribution")


@prepared
def budget_of(project: int) -> QuerySet[BudgetLine]:
    """Return the lines of money, income first."""
    return BudgetLine.objects.filter(project=project).order_by("-side", "year", "order")


@prepared
def main_goals_of(project: int) -> QuerySet[MainGoal]:
    """Return the main goals, in order."""
    return MainGoal.objects.filter(project=project).order_by("order")


@prepared
def sub_goals_of(project: int) -> QuerySet[SubGoal]:
    """Return the sub-goals, in order."""
    return SubGoal.objects.filter(project=project).order_by("order")


@prepared
def measured_goals_of(project: int) -> QuerySet[Any]:
    """Return the sub-goals, in order, once for each kind of fact that they count, as `fact_key` and `target`."""
    counting = {"fact_key": F("measures__fact_key"), "target": F("measures__target")}
    return SubGoal.objects.filter(project=project).annotate(**counting).order_by("order", "measures__order", "measures__pk")


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


def activities_of(project: int, goals: Iterable[MainGoal | SubGoal]) -> list[Activity]:
    """Return a project's activities with the goals that they serve, given all goals of the project; in one query."""
    mains = {goal.pk: goal for goal in goals if isinstance(goal, MainGoal)}
    subs = {goal.pk: goal for goal in goals if isinstance(goal, SubGoal)}
    found = activities_named(project)
    for row in found:
        row.serves = (*(mains[pk] for pk in row.main_ids), *(subs[pk] for pk in row.sub_ids))
    return found


def activities_named(project: int) -> list[Any]:
    """Return a project's activities with the refs of the goals that they serve; in one query."""
    rows: dict[int, Any] = {}
    mains: dict[int, dict[int, str]] = defaultdict(dict)  # in order, each once
    subs: dict[int, dict[int, str]] = defaultdict(dict)
    for row in _activities(project):
        rows.setdefault(row.pk, row)
        if row.main:
            mains[row.pk][row.main] = ref_of_main(row.main_number)
        if row.sub:
            subs[row.pk][row.sub] = row.sub_number
    for pk, row in rows.items():
        row.main_ids, row.sub_ids = tuple(mains[pk]), tuple(subs[pk])
        row.refs = (*mains[pk].values(), *subs[pk].values())
    return list(rows.values())


@prepared
def _activities(project: int) -> QuerySet[Any]:
    """One row for each pair of a main goal and a sub-goal that an activity serves, as `main` and `sub`."""
    goals = {"main_number": F("main_goals__number"), "sub_number": F("sub_goals__number")}
    found = Activity.objects.filter(project=project).annotate(main=F("main_goals"), sub=F("sub_goals"), **goals)
    return found.order_by("order", "pk", "main_goals__order", "sub_goals__order")
