"""How participants stand with the rule of completion. Six queries for any number of them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from samskaper.areas.programmes.models import (
    Action,
    ActionReport,
    Attendance,
    CompletionRule,
    Enrolment,
    Gathering,
    Programme,
    ProgrammeState,
)
from samskaper.areas.programmes.rules.completion import (
    Date,
    Deeds,
    Part,
    Plan,
    Report,
    Task,
    completed_on,
    completes,
    is_on_track,
    parts_of,
    share_done,
)
from samskaper.areas.programmes.rules.running import must_run
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.foundation import clock
from samskaper.foundation.prepared import prepared


@dataclass(frozen=True, slots=True)
class Standing:
    """How one participant stands: what is done of each part, and what is missing."""

    enrolment: Enrolment
    parts: tuple[Part, ...]
    deeds: Deeds
    plan: Plan

    def completed_on(self, today: dt.date) -> dt.date:
        """The day on which the rule was met, for somebody who meets it."""
        return completed_on(self.plan, self.deeds, today=today)

    @property
    def complete(self) -> bool:
        """Whether the rule is met."""
        return completes(self.parts)

    @property
    def on_track(self) -> bool:
        """Whether the rule is met or can still be met in time."""
        return is_on_track(self.parts)

    @property
    def behind(self) -> tuple[Part, ...]:
        """The parts that are late, the one that is latest first."""
        late = [part for part in self.parts if part.since is not None]
        return tuple(sorted(late, key=lambda part: (part.since is None, part.since)))

    @property
    def share(self) -> float:
        """How much of the rule is done, from 0 to 1."""
        return share_done(self.parts)


def plans_of(programmes: Iterable[int]) -> dict[int, Plan]:
    """Return what each programme asks and the chances it gives, in three queries."""
    ids = set(programmes)
    rules: dict[int, dict[str, int]] = {number: {} for number in ids}
    made_up: dict[int, dict[str, int]] = {number: {} for number in ids}
    for row in _rules(ids):
        rules[row.programme_id][row.part] = row.needed
        made_up[row.programme_id][row.part] = row.made_up
    dates: dict[int, list[Date]] = {number: [] for number in ids}
    for gathering in _gatherings(ids):
        day = timezone.localtime(gathering.starts).date()
        date = Date(gathering.pk, gathering.kind, gathering.number, gathering.title, day, gathering.state)
        dates[gathering.programme_id].append(date)
    tasks: dict[int, list[Task]] = {number: [] for number in ids}
    for action in _actions(ids):
        tasks[action.programme_id].append(Task(action.pk, action.kind, action.number, action.title, action.due))
    return {number: Plan(rules[number], tuple(dates[number]), tuple(tasks[number]), made_up[number]) for number in ids}


@prepared
def _rules(programmes: set[int]) -> QuerySet[CompletionRule]:
    return CompletionRule.objects.filter(programme__in=programmes)


@prepared
def _gatherings(programmes: set[int]) -> QuerySet[Gathering]:
    return Gathering.objects.filter(programme__in=programmes, for_participants=True).order_by("number")


@prepared
def _actions(programmes: set[int]) -> QuerySet[Action]:
    return Action.objects.filter(programme__in=programmes).order_by("number")


@prepared
def _marks(enrolments: list[int]) -> QuerySet[Attendance, tuple[int, int, str]]:
    return Attendance.objects.filter(enrolment__in=enrolments).values_list("enrolment_id", "gathering_id", "state")


@prepared
def _reports(enrolments: list[int]) -> QuerySet[ActionReport, Any]:
    rows = ActionReport.objects.filter(enrolment__in=enrolments)
    return rows.values_list("enrolment_id", "action_id", "done_on", "reflected")


def deeds_of(enrolments: Iterable[int]) -> dict[int, Deeds]:
    """Return what each of these enrolments has done, in two queries."""
    ids = list(enrolments)
    attendance: dict[int, dict[int, str]] = defaultdict(dict)
    for enrolment, gathering, state in _marks(ids):
        attendance[enrolment][gathering] = state
    reports: dict[int, dict[int, Report]] = defaultdict(dict)
    for enrolment, action, done_on, reflected in _reports(ids):
        reports[enrolment][action] = Report(done_on, reflected)
    return {number: Deeds(attendance[number], reports[number]) for number in ids}


def standings_of(enrolments: Iterable[Enrolment]) -> list[Standing]:
    """Return how these enrolments stand, in five queries for any number of them. For commands: asks nobody who may see it."""
    rows = list(enrolments)
    plans, deeds, today = plans_of(row.programme_id for row in rows), deeds_of(row.pk for row in rows), clock.today()
    known: dict[Any, tuple[Part, ...]] = {}  # many have done the same
    found = []
    for row in rows:
        plan, done = plans[row.programme_id], deeds[row.pk]
        alike = (row.programme_id, frozenset(done.attendance.items()), frozenset(done.reports.items()))
        parts = known.get(alike)
        if parts is None:
            parts = known[alike] = parts_of(plan, done, today=today)
        found.append(Standing(row, parts, done, plan))
    return found


def seated(programme: int) -> QuerySet[Enrolment]:
    """Return those who have a seat, by name."""
    return (
        Enrolment.objects.filter(programme=programme, state__in=Enrolment.SEATED)
        .select_related("person__account", "library", "consent")
        .order_by("person__name", "pk")
    )


@prepared
def _seated_by_name(programme: int) -> QuerySet[Enrolment]:
    """As `seated`, with what a list shows of each and nothing more."""
    return seated(programme).select_related(None).select_related("person", "library", "consent").only(
        "programme_id", "state", "completed", "workplace", "person__name", "library__name",
        "consent__enrolment_id", "consent__leader_email", "consent__leader_name",
    )


def standings_by_name(programme: Programme, *, visible_to: Doer) -> list[Standing]:
    """Return how everybody with a seat stands, for a page that shows their names and libraries only."""
    must_run(visible_to, programme)
    return standings_of(_seated_by_name(programme.pk))


def standings(programme: Programme, *, visible_to: Doer) -> list[Standing]:
    """Return how everybody with a seat stands, for those who run the programme."""
    must_run(visible_to, programme)
    return standings_of(seated(programme.pk))


def colleagues(*, visible_to: Doer) -> list[Standing]:
    """Return how the colleagues of a leader stand, in programmes that are under way or were: never their words."""
    return standings_of(_colleagues(visible_to.organisations(Role.LEADER), visible_to.person))


@prepared
def _colleagues(libraries: frozenset[int], person: int | None) -> QuerySet[Enrolment]:
    return (
        Enrolment.objects.filter(library__in=libraries, state__in=Enrolment.SEATED)
        .exclude(person=person)
        .exclude(programme__state=ProgrammeState.CLOSED, completed__isnull=True)
        .select_related("person", "library", "programme", "consent")
        .order_by("-programme", "person__name", "pk")
    )
