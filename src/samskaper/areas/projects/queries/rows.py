"""What the long lists of a project show, as values: a row that is the same as before is not drawn anew."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samskaper.areas.projects.models import GoalState
from samskaper.areas.projects.plancheck.figures import goals
from samskaper.areas.projects.queries.progress import (
    ActivityProgress,
    GoalProgress,
    MainProgress,
    Number,
    Practice,
    ProjectProgress,
)


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """An activity: what was promised, and the first period in which it happened. `over`: its project is."""

    pk: int
    text: str
    refs: tuple[str, ...]
    starts: dt.date | None
    ends: dt.date | None
    first: dt.date | None
    last: dt.date | None
    by_hand: bool
    done: bool
    begun: bool
    late: bool
    over: bool

    @property
    def goal_words(self) -> str:
        """The goals that it serves, as they are said: «1.3 and main goal 2»."""
        return goals(self.refs) if self.refs else "–"

    @property
    def words(self) -> str:
        """Whether it is done, under way, late or still to come, in a word."""
        if self.done:
            return _("Done")
        if self.over:
            return _("Not said to be done") if not self.begun else _("Begun, not said to be done")
        if self.late:
            return _("A little late")
        return _("Under way") if self.begun else _("Still to come")


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A sub-goal with its numbers and its status. `said`: how often somebody said something about it by hand."""

    pk: int
    number: str
    text: str
    state: GoalState
    numbers: tuple[Number, ...]
    said: int
    waits: bool


@dataclass(frozen=True, slots=True)
class MainRow:
    """A main goal with its sub-goals; without a number it is those that have none."""

    number: str
    text: str
    subs: tuple[GoalRow, ...]


def activity_rows(practice: Practice, today: dt.date, *, over: bool) -> tuple[ActivityRow, ...]:
    """Return every activity, in order; `over`: the project is."""
    return tuple(_activity(one, today, over) for one in practice.activities)


def _activity(one: ActivityProgress, today: dt.date, over: bool) -> ActivityRow:
    row = one.activity
    first, last = one.periods[0] if one.periods else (None, None)
    by_hand, late = not row.fact_key, one.late(today)
    return ActivityRow(
        row.pk, row.text, row.goal_refs(), row.starts, row.ends, first, last, by_hand, one.done, one.begun, late, over
    )


def goal_rows(progress: ProjectProgress) -> tuple[MainRow, ...]:
    """Return the main goals with their sub-goals, in order."""
    return tuple(_main(main) for main in progress.mains)


def _main(main: MainProgress) -> MainRow:
    number, text = (main.goal.number, main.goal.text) if main.goal else ("", "")
    return MainRow(number, text, tuple(_goal(sub) for sub in main.subs))


def _goal(sub: GoalProgress) -> GoalRow:
    goal = sub.goal
    return GoalRow(goal.pk, goal.number, goal.text, sub.state, sub.numbers, len(sub.evidence), sub.waits)
