"""How far a sub-goal has come, as a table.

| all targets reached, or said so by hand | the project is over | its time is over | begun | far behind its time | status |
|---|---|---|---|---|---|
| yes | | | | | reached |
| no | yes | | | | not reached; not answered, where it is for somebody to say and nobody did |
| no | no | yes | | | late |
| no | no | no | yes | yes | late |
| no | no | no | yes | no | under way |
| no | no | no | no | | not begun |

«Far behind» is when more than half of the time is gone and less than half of what should be there by now is there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from samskaper.areas.projects.models import GoalState


@dataclass(frozen=True, slots=True)
class Progress:
    """What the status of a goal depends on.

    `counted` are pairs of (number, target); `gradual` those among them that grow along the way. `over`: the project is.
    """

    counted: Sequence[tuple[int, int]] = ()
    gradual: Sequence[tuple[int, int]] = ()
    said: str = ""
    begun: bool = False
    starts: dt.date | None = None
    ends: dt.date | None = None
    over: bool = False


def share_of(counted: Sequence[tuple[int, int]]) -> Fraction:
    """Return how much of all targets is there, the slowest of them deciding."""
    return min((Fraction(min(number, target), target) for number, target in counted), default=Fraction(0))


def share_of_time(starts: dt.date | None, ends: dt.date | None, today: dt.date) -> Fraction:
    """Return how much of the time between two days is gone, from 0 to 1."""
    if starts is None or ends is None or today <= starts:
        return Fraction(0)
    if today >= ends:
        return Fraction(1)
    return Fraction((today - starts).days, (ends - starts).days)


def status_of(progress: Progress, today: dt.date) -> GoalState:
    """Return the status word of a goal."""
    if _reached(progress):
        return GoalState.REACHED
    if progress.over:
        return GoalState.MISSED if progress.counted or progress.said else GoalState.UNSAID
    if progress.said and not progress.counted:
        return GoalState(progress.said)
    if progress.ends is not None and today > progress.ends:
        return GoalState.LATE
    if not (progress.begun or any(number for number, _target in progress.counted)):
        return GoalState.NOT_BEGUN
    return GoalState.LATE if _far_behind(progress, today) else GoalState.UNDER_WAY


def _reached(progress: Progress) -> bool:
    if progress.counted:
        return all(number >= target for number, target in progress.counted)
    return progress.said == GoalState.REACHED


def _far_behind(progress: Progress, today: dt.date) -> bool:
    gone = share_of_time(progress.starts, progress.ends, today)
    return bool(progress.gradual) and gone > Fraction(1, 2) and share_of(progress.gradual) < gone / 2
