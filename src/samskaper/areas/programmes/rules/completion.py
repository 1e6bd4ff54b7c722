"""What completes a programme, and who is on track: a table of parts, each with its chances.

A chance is a gathering that one can attend or an action that one can do. It is *taken*, *ahead* (there is still time)
or *missed*. Nobody is asked for more than the programme gives, so a gathering that was cancelled is asked of nobody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from samskaper.areas.programmes.models import (
    ActionKind,
    AttendanceState,
    CompletionPart,
    GatheringKind,
    GatheringState,
)


@dataclass(frozen=True, slots=True)
class Date:
    """A gathering, as far as completion is concerned."""

    id: int
    kind: str
    number: int
    title: str
    day: dt.date
    state: str


@dataclass(frozen=True, slots=True)
class Task:
    """An action, as far as completion is concerned."""

    id: int
    kind: str
    number: int
    title: str
    due: dt.date


@dataclass(frozen=True, slots=True)
class Plan:
    """What a programme asks: its rule (part -> how many) and the chances that it gives.

    `made_up` says of how many gatherings of a part it counts that they were made up for.
    """

    rule: Mapping[str, int]
    dates: tuple[Date, ...]
    tasks: tuple[Task, ...]
    made_up: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """That an action was done, and whether something is written for others."""

    done_on: dt.date | None
    reflected: bool


@dataclass(frozen=True, slots=True)
class Deeds:
    """What one participant has done: attendance by gathering id, reports by action id."""

    attendance: Mapping[int, str]
    reports: Mapping[int, Report]


class Chance(StrEnum):
    TAKEN = "taken"
    AHEAD = "ahead"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Part:
    """One row of the table for one participant. `since` is the day on which it fell behind, None while on track.

    `made_up` of those that are done were made up for.
    """

    part: str
    needed: int
    done: int
    ahead: int
    since: dt.date | None
    last_day: dt.date | None
    made_up: int = 0

    @property
    def lacks(self) -> int:
        """How many are left."""
        return max(0, self.needed - self.done)

    @property
    def met(self) -> bool:
        """Whether nothing is left."""
        return self.lacks == 0

    @property
    def on_track(self) -> bool:
        """Whether it is met or can still be met in time."""
        return self.done + self.ahead >= self.needed


GATHERINGS_OF = {
    CompletionPart.INTRODUCTION: GatheringKind.INTRODUCTION,
    CompletionPart.GATHERINGS: GatheringKind.GATHERING,
}
ACTIONS_OF = {
    CompletionPart.ACTIONS: frozenset({ActionKind.CONVERSATION, ActionKind.ACTION}),
    CompletionPart.REFLECTIONS: frozenset({ActionKind.CONVERSATION, ActionKind.ACTION}),
    CompletionPart.LEADER_MEETING: frozenset({ActionKind.LEADER_MEETING}),
}
Chances = list[tuple[dt.date, Chance]]


def _of_date(date: Date, mark: str | None, *, counts: bool) -> Chance:
    """A date without a mark is missed only when it was held: before the list is filled in, nobody is late.

    `counts` says whether it counts that this one was made up for.
    """
    if mark == AttendanceState.PRESENT or (mark == AttendanceState.MADE_UP and counts):
        return Chance.TAKEN
    if mark is not None or date.state == GatheringState.HELD:
        return Chance.MISSED
    return Chance.AHEAD


def _of_task(task: Task, report: Report | None, *, reflected: bool, today: dt.date) -> Chance:
    if report and report.done_on and (report.reflected or not reflected):
        return Chance.TAKEN
    return Chance.AHEAD if task.due >= today else Chance.MISSED


def made_up_for(plan: Plan, deeds: Deeds, part: str) -> frozenset[int]:
    """Return the gatherings of this part whose making up counts: the earliest, as many as the rule lets."""
    kind = GATHERINGS_OF.get(CompletionPart(part))
    done = [
        date for date in plan.dates
        if date.kind == kind and date.state != GatheringState.CANCELLED and deeds.attendance.get(date.id) == AttendanceState.MADE_UP
    ]
    done.sort(key=lambda date: (date.day, date.id))
    return frozenset(date.id for date in done[: plan.made_up.get(part, 0)])


def chances(plan: Plan, deeds: Deeds, part: str, *, today: dt.date) -> Chances:
    """Return the day and the state of every chance of this part, in order of the day."""
    found: Chances = []
    if kind := GATHERINGS_OF.get(CompletionPart(part)):
        dates = [date for date in plan.dates if date.kind == kind and date.state != GatheringState.CANCELLED]
        counted = made_up_for(plan, deeds, part)
        found = [(date.day, _of_date(date, deeds.attendance.get(date.id), counts=date.id in counted)) for date in dates]
    elif kinds := ACTIONS_OF.get(CompletionPart(part)):
        asks_words = part == CompletionPart.REFLECTIONS
        tasks = [task for task in plan.tasks if task.kind in kinds]
        found = [
            (task.due, _of_task(task, deeds.reports.get(task.id), reflected=asks_words, today=today)) for task in tasks
        ]
    return sorted(found)


def _since(missed: list[dt.date], *, needed: int, given: int, today: dt.date) -> dt.date | None:
    """The day of the first missed chance that could not be spared."""
    spare = max(0, given - needed)
    return min(missed[spare], today) if len(missed) > spare else None


def part_of(plan: Plan, deeds: Deeds, part: str, *, today: dt.date) -> Part:
    """Return how one participant stands with one part of the rule."""
    found = chances(plan, deeds, part, today=today)
    needed = min(plan.rule[part], len(found))  # nobody is asked for more than the programme gives
    states = [state for _day, state in found]
    done, ahead = states.count(Chance.TAKEN), states.count(Chance.AHEAD)
    missed = [day for day, state in found if state is Chance.MISSED]
    late = done + ahead < needed
    return Part(
        part=part, needed=needed, done=done, ahead=ahead,
        since=(_since(missed, needed=needed, given=len(found), today=today) or today) if late else None,
        last_day=max((day for day, state in found if state is Chance.AHEAD), default=None),
        made_up=len(made_up_for(plan, deeds, part)),
    )


def parts_of(plan: Plan, deeds: Deeds, *, today: dt.date) -> tuple[Part, ...]:
    """Return every part of the rule for one participant, in the order of the table."""
    return tuple(part_of(plan, deeds, part, today=today) for part in CompletionPart.values if part in plan.rule)


def completes(parts: Iterable[Part]) -> bool:
    """Whether the whole rule is met. A programme without a rule, or that asks nothing, is completed by nobody."""
    asked = [part for part in parts if part.needed]
    return bool(asked) and all(part.met for part in asked)


def completed_on(plan: Plan, deeds: Deeds, *, today: dt.date) -> dt.date:
    """Return the day on which the last thing happened that the rule asked for, for somebody who meets it.

    A gathering counts on its day and an action on the day when it was done, whenever it was written down. What was
    made up for counts today, when it is accepted.
    """
    last = [_day_of(plan, deeds, part, today=today) for part in plan.rule]
    return min(max((day for day in last if day), default=today), today)


def _day_of(plan: Plan, deeds: Deeds, part: str, *, today: dt.date) -> dt.date | None:
    """The day on which this part was met, None when it asks nothing."""
    happened: list[dt.date] = []
    given = 0
    if kind := GATHERINGS_OF.get(CompletionPart(part)):
        dates = [date for date in plan.dates if date.kind == kind and date.state != GatheringState.CANCELLED]
        given, counted = len(dates), made_up_for(plan, deeds, part)
        happened = [date.day for date in dates if deeds.attendance.get(date.id) == AttendanceState.PRESENT] + [today for _date in counted]
    elif kinds := ACTIONS_OF.get(CompletionPart(part)):
        tasks = [task for task in plan.tasks if task.kind in kinds]
        reports = [report for task in tasks if (report := deeds.reports.get(task.id))]
        given = len(tasks)
        happened = [row.done_on for row in reports if row.done_on and (row.reflected or part != CompletionPart.REFLECTIONS)]
    needed = min(plan.rule[part], given)
    return sorted(happened)[needed - 1] if needed and len(happened) >= needed else None


def is_on_track(parts: Iterable[Part]) -> bool:
    """Whether everything is met or can still be met in time."""
    return all(part.on_track for part in parts)


def share_done(parts: Iterable[Part]) -> float:
    """How much of the rule is done, from 0 to 1; more than asked does not count."""
    table = list(parts)
    needed = sum(part.needed for part in table)
    return sum(min(part.done, part.needed) for part in table) / needed if needed else 0.0
