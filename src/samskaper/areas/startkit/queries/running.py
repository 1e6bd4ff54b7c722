"""A meeting while it goes on: one thing at a time, in letters that are read from an arm's length."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from samskaper.areas.startkit.queries.plans import Sheet
from samskaper.areas.startkit.rules.agenda import Row, clock_at
from samskaper.foundation import clock

DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Moment:
    """What happens now: a step of a method, a point or a break. `number` counts from 1; `at` is when the plan has it."""

    number: int
    row: Row
    title: str
    text: str
    minutes: int
    at: dt.time
    step: int
    steps: int

    @property
    def begins_method(self) -> bool:
        """Whether something is read aloud here."""
        return self.row.begins_method and self.step <= 1


@dataclass(frozen=True, slots=True)
class Now:
    """The moment that is shown, those beside it, and how the clock stands. `left` is below zero when it takes longer."""

    moment: Moment
    of: int
    before: Moment | None
    after: Moment | None
    since: dt.time
    left: int
    late: int

    @property
    def over(self) -> int:
        """By how many minutes it takes longer."""
        return max(-self.left, 0)

    @property
    def until(self) -> dt.time:
        """When it should be over, from when it began."""
        return clock_at(self.since, self.moment.minutes)


def moments(sheet: Sheet) -> list[Moment]:
    """Return everything that happens, one step after the other."""
    found: list[Moment] = []
    at = 0
    for row in sheet.rows:
        steps = [(step.title, step.text, step.minutes) for step in row.steps] or [(row.name, "", row.minutes)]
        for place, (title, text, minutes) in enumerate(steps):
            found.append(Moment(
                len(found) + 1, row, title, text, minutes, clock_at(sheet.plan.starts, at), place + row.first if row.steps else 0, len(row.every_step),
            ))
            at += minutes
    return found


def now_at(sheet: Sheet, *, number: int, since: dt.time) -> Now | None:
    """Return the moment with this number, which began when the clock showed `since`; None for an empty plan."""
    every = moments(sheet)
    if not every:
        return None
    place = min(max(number, 1), len(every)) - 1
    moment = every[place]
    passed = _minutes_from(since, wall_clock())
    late = _minutes_from(moment.at, since) if sheet.plan.day == clock.today() else 0
    return Now(
        moment, len(every), every[place - 1] if place else None, every[place + 1] if place + 1 < len(every) else None, since,
        moment.minutes - passed, late,
    )


def wall_clock() -> dt.time:
    """Return what the clock on the wall shows, to the minute."""
    return timezone.localtime(clock.now()).time().replace(second=0, microsecond=0)


def _minutes_from(one: dt.time, other: dt.time) -> int:
    """Return how many minutes lie between two readings of the clock, the shorter way round."""
    difference = (other.hour * 60 + other.minute) - (one.hour * 60 + one.minute)
    return (difference + DAY // 2) % DAY - DAY // 2
