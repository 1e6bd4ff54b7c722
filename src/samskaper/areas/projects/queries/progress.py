"""How far a project has come: numbers, status words and periods, found by counting facts."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskaper.areas.projects.models import (
    Activity,
    Dissemination,
    Evidence,
    GoalState,
    MainGoal,
    Project,
    SubGoal,
)
from samskaper.areas.projects.queries.projects import activities_named, activities_of, main_goals_of, measured_goals_of
from samskaper.areas.projects.rules import measures
from samskaper.areas.projects.rules.state import is_over
from samskaper.areas.projects.rules.status import Progress as Measured
from samskaper.areas.projects.rules.status import status_of
from samskaper.commons.record import queries as record
from samskaper.commons.record.models import Fact
from samskaper.commons.record.register import fact_words
from samskaper.foundation import clock
from samskaper.foundation.prepared import prepared
from samskaper.foundation.refs import Ref

PROGRAMME = "programmes.programme"
EDITION = "startkit.edition"
WORDS = {
    measures.INVITED: _("were sent the programme"),
    measures.SIGNED_UP: _("signed up"),
    measures.ATTENDED: _("have taken part"),
    measures.COMPLETED: _("have completed"),
    measures.HELD: _("gatherings held"),
    measures.INTRODUCED: _("introduction courses held"),
    measures.ASSOCIATIONS: _("gatherings for associations held"),
    measures.SENT: _("programmes sent out"),
    measures.ACTION: _("actions done"),
    measures.ALL_HELD: _("have held all their conversations"),
    measures.SHARED: _("shared challenges found"),
    measures.BEGUN: _("initiatives begun"),
    measures.GOES_ON: _("initiatives still going after half a year"),
    measures.EVALUATED: _("evaluated course series"),
    measures.DISSEMINATED: _("talks and articles"),
}
HELD = (measures.HELD, measures.INTRODUCED, measures.ASSOCIATIONS)
COUNTED = {*measures.FUNNEL, *HELD}
Period = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class Number:
    """How many facts of one kind there are, and how many were promised (None: nothing was)."""

    fact_key: str
    count: int
    target: int | None = None

    @property
    def noun(self) -> str:
        """What such a fact is called, in the singular."""
        words = fact_words.get(self.fact_key)
        return str(words.noun) if words else self.fact_key

    @property
    def words(self) -> str:
        """What is counted, as it stands beside a number: «have completed»."""
        return str(WORDS.get(self.fact_key) or self.noun)

    @property
    def definition(self) -> str:
        """How the number is counted."""
        words = fact_words.get(self.fact_key)
        return str(words.definition) if words else ""

    @property
    def reached(self) -> bool:
        """Whether what was promised is there."""
        return self.target is not None and self.count >= self.target


@dataclass(frozen=True, slots=True)
class ActivityProgress:
    """An activity and the periods in which it happened; `done` when it is over."""

    activity: Activity
    periods: tuple[Period, ...]
    done: bool

    @property
    def begun(self) -> bool:
        """Whether anything has happened."""
        return bool(self.periods)

    def late(self, today: dt.date) -> bool:
        """Whether its time is over and it is not done."""
        return not self.done and self.activity.ends is not None and self.activity.ends < today


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """A sub-goal with its numbers, its status and what was said by hand."""

    goal: SubGoal
    numbers: tuple[Number, ...]
    state: GoalState
    evidence: tuple[Evidence, ...]
    dissemination: tuple[Dissemination, ...]
    activities: tuple[ActivityProgress, ...]
    today: dt.date

    @property
    def by_hand(self) -> bool:
        """Whether somebody has to say how far it has come."""
        return not self.numbers

    @property
    def waits(self) -> bool:
        """Whether it has to be answered by hand, its time is half gone or over, and nobody has answered it."""
        ends = [one.activity.ends for one in self.activities if one.activity.ends]
        return self.by_hand and not self.evidence and bool(ends) and max(ends) < self.today


@dataclass(frozen=True, slots=True)
class MainProgress:
    """A main goal with its sub-goals; None stands for those without a main goal."""

    goal: MainGoal | None
    subs: tuple[GoalProgress, ...]


@dataclass(frozen=True, slots=True)
class ProjectProgress:
    """All of it: goals, activities, and how many came how far in the programmes of the project."""

    project: Project
    programmes: tuple[Ref, ...]
    mains: tuple[MainProgress, ...]
    activities: tuple[ActivityProgress, ...]
    funnel: tuple[Number, ...]
    facts: dict[str, int] = field(default_factory=dict)
    dissemination: tuple[Dissemination, ...] = ()

    @property
    def goals(self) -> list[GoalProgress]:
        """Every sub-goal, in order."""
        return [sub for main in self.mains for sub in main.subs]

    @property
    def reached(self) -> int:
        """How many sub-goals are reached."""
        return sum(sub.state == GoalState.REACHED for sub in self.goals)

    @property
    def begun(self) -> bool:
        """Whether anything has happened at all."""
        return any(number.count for number in self.funnel) or any(one.begun for one in self.activities)


@dataclass(frozen=True, slots=True)
class Practice:
    """What happened in a project, without its goals."""

    programmes: tuple[Ref, ...]
    activities: tuple[ActivityProgress, ...]
    facts: dict[str, int] = field(default_factory=dict)


def practice_of(project: Project) -> Practice:
    """Return what happened in a project, in few queries."""
    programmes = programmes_of(project)
    facts = record.counts([*HELD, measures.ATTENDED], within=programmes) if programmes else {}
    return Practice(tuple(programmes), tuple(_activities(activities_named(project.pk), programmes)), facts)


def programmes_of(project: Project) -> list[Ref]:
    """Return the programmes that came of a project."""
    ref = Ref.to(project)
    return record.outcomes([ref], kind=PROGRAMME).get(ref, [])


def counted_in(project: Project) -> list[Ref]:
    """Return what the goals of a project count in: its programmes, and the editions of the starter kit that a goal is measured by."""
    ref = Ref.to(project)
    return [one for one in record.outcomes([ref]).get(ref, []) if one.kind in (PROGRAMME, EDITION)]


def progress_of(project: Project, *, final: bool = False) -> ProjectProgress:
    """Return how far a project has come, in a fixed number of queries; `final`: as if it were over."""
    counted = counted_in(project)
    programmes = [one for one in counted if one.kind == PROGRAMME]
    measured, main_goals = measured_goals_of(project.pk), main_goals_of(project.pk)
    subs: list[SubGoal] = list({sub.pk: sub for sub in measured}.values())
    spread = _dissemination(project.pk)
    said = _said(measured, _evidence(project.pk), spread)
    keys = {key for one in said.values() for key, _target in one.measures} | COUNTED
    facts = record.counts(sorted(keys), within=counted) if counted else dict.fromkeys(keys, 0)
    activities = _activities(activities_of(project.pk, [*main_goals, *subs]), programmes)
    by_goal = _by_goal(activities)
    today = clock.today()
    over = final or is_over(project, today)
    found = {sub.pk: _goal(sub, said[sub.pk], facts, by_goal.get(sub.pk, ()), over=over, today=today) for sub in subs}
    mains = [
        MainProgress(main, tuple(found[sub.pk] for sub in subs if sub.main_goal_id == main.pk)) for main in main_goals
    ]
    loose = tuple(found[sub.pk] for sub in subs if sub.main_goal_id is None)
    return ProjectProgress(
        project,
        tuple(programmes),
        (*mains, *([MainProgress(None, loose)] if loose else [])),
        tuple(activities),
        tuple(Number(key, facts.get(key, 0), _target(found.values(), key)) for key in measures.FUNNEL),
        facts,
        tuple(spread),
    )


@dataclass(slots=True)
class _Said:
    """What a sub-goal counts, and what was said and done for it by hand."""

    measures: list[tuple[str, int]] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    dissemination: list[Dissemination] = field(default_factory=list)


def _said(measured: Iterable[Any], evidence: Iterable[Evidence], spread: Iterable[Dissemination]) -> dict[int, _Said]:
    found: dict[int, _Said] = defaultdict(_Said)
    for sub in measured:
        if sub.fact_key:
            found[sub.pk].measures.append((sub.fact_key, sub.target))
    for one in evidence:
        found[one.sub_goal_id].evidence.append(one)
    for talk in spread:
        if talk.sub_goal_id:
            found[talk.sub_goal_id].dissemination.append(talk)
    return found


@prepared
def _evidence(project: int) -> QuerySet[Evidence]:
    return Evidence.objects.filter(sub_goal__project=project).order_by("-at", "-pk")


@prepared
def _dissemination(project: int) -> QuerySet[Dissemination]:
    """Every talk and article, those that count for no goal as well."""
    return Dissemination.objects.filter(project=project).order_by("-day", "-pk")


def _target(goals: Iterable[GoalProgress], key: str) -> int | None:
    targets = [number.target for goal in goals for number in goal.numbers if number.fact_key == key and number.target]
    return max(targets, default=None)


def goal_progress(goal: SubGoal) -> GoalProgress:
    """Return how far one sub-goal has come."""
    counts_in = counted_in(goal.project)
    programmes = [one for one in counts_in if one.kind == PROGRAMME]
    counted = [(measure.fact_key, measure.target) for measure in goal.measures.all()]
    keys = sorted({key for key, _target in counted})
    facts = record.counts(keys, within=counts_in) if counts_in and keys else dict.fromkeys(keys, 0)
    rows = list(goal.activities.prefetch_related("sub_goals", "main_goals"))
    said = _Said(counted, list(goal.evidence.all()), list(goal.dissemination.all()))
    today = clock.today()
    return _goal(goal, said, facts, _activities(rows, programmes), over=is_over(goal.project, today), today=today)


def _goal(
    sub: SubGoal,
    by_hand: _Said,
    facts: dict[str, int],
    activities: Sequence[ActivityProgress],
    *,
    over: bool,
    today: dt.date,
) -> GoalProgress:
    spread = tuple(by_hand.dissemination)
    numbers = tuple(
        Number(key, len(spread) if key == measures.DISSEMINATED else facts.get(key, 0), target)
        for key, target in by_hand.measures
    )
    evidence = tuple(by_hand.evidence)
    said = next((one.state for one in evidence if one.state), "")
    starts = min((one.activity.starts for one in activities if one.activity.starts), default=None)
    ends = max((one.activity.ends for one in activities if one.activity.ends), default=None)
    begun = any(one.begun for one in activities) or bool(spread) or bool(evidence)
    measured = Measured(
        [(one.count, one.target or 1) for one in numbers],
        [(one.count, one.target or 1) for one in numbers if one.fact_key not in measures.AT_THE_END],
        said,
        begun,
        starts,
        ends,
        over,
    )
    return GoalProgress(sub, numbers, status_of(measured, today), evidence, spread, tuple(activities), today)


def _by_goal(activities: Iterable[ActivityProgress]) -> dict[int, list[ActivityProgress]]:
    found: dict[int, list[ActivityProgress]] = defaultdict(list)
    for one in activities:
        for goal in one.activity.serves:
            if isinstance(goal, SubGoal):
                found[goal.pk].append(one)
    return found


def _activities(rows: Sequence[Activity], programmes: Sequence[Ref]) -> list[ActivityProgress]:
    keys = sorted({row.fact_key for row in rows if row.fact_key})
    happened = _days(keys, programmes) if keys and programmes else {}
    whole = {key: tuple(dict.fromkeys(periods)) for key, periods in happened.items()}
    return [_activity(row, happened.get(row.fact_key, []), whole.get(row.fact_key, ())) for row in rows]


def _days(keys: Sequence[str], programmes: Sequence[Ref]) -> dict[str, list[Period]]:
    """Return, for each kind of fact, the period of each thing of that kind, in order of time.

    Facts of an action belong together by `data["action"]`: the second action is one thing, done by many.
    """
    things: dict[str, dict[object, list[dt.date]]] = defaultdict(lambda: defaultdict(list))
    for key, at, subject, data in record.happened(keys, within=programmes):
        thing = data.get("action", subject) if isinstance(data, dict) else subject
        things[key][thing].append(_day(at, data))
    return {key: sorted((min(days), max(days)) for days in found.values()) for key, found in things.items()}


def _day(at: dt.datetime, data: object) -> dt.date:
    """Return the day on which it happened: as the fact says, otherwise when it was noted."""
    said = data.get("day") if isinstance(data, dict) else None
    try:
        return dt.date.fromisoformat(str(said)[:10]) if said else timezone.localtime(at).date()
    except ValueError:
        return timezone.localtime(at).date()


def _activity(row: Activity, happened: Sequence[Period], whole: Sequence[Period]) -> ActivityProgress:
    """Return how far an activity is: it is the n-th thing that happened, or the whole of them, each period once."""
    if row.fact_key:
        chosen = whole if row.fact_number == 0 else happened[row.fact_number - 1 : row.fact_number]
        if chosen or not (row.begun or row.done):
            return ActivityProgress(row, tuple(chosen), bool(chosen))
    if row.done:
        return ActivityProgress(row, ((row.begun or row.done, row.done),), True)
    if row.begun:
        return ActivityProgress(row, ((row.begun, max(row.begun, clock.today())),), False)
    return ActivityProgress(row, (), False)


def facts_behind(project: Project, fact_key: str) -> QuerySet[Fact]:
    """Return the facts that a number counts, newest first. Ask rules.access before showing them."""
    return record.standing(fact_key, within=programmes_of(project)).order_by("-at", "-pk")
