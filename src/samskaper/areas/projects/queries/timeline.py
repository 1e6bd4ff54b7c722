"""Plan against practice: one row per sub-goal, and one for each activity that serves none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from samskaper.areas.projects.queries.progress import ActivityProgress, Period, ProjectProgress
from samskaper.foundation import clock
from samskaper.ui.timeline import Span, Timeline, TimelineRow


def timeline_of(progress: ProjectProgress) -> Timeline:
    """Return the timeline of a project: what was promised, and what has happened so far."""
    return Timeline(tuple(_rows(progress)), clock.today())


def _rows(progress: ProjectProgress) -> Iterator[TimelineRow]:
    for main in progress.mains:
        for sub in main.subs:
            if sub.activities:
                yield _row(f"{sub.goal.number} {sub.goal.text}", sub.activities)
        if main.goal is not None:
            for one in progress.activities:
                if main.goal in one.activity.serves:
                    yield _row(one.activity.text, [one])
    for one in progress.activities:
        if not one.activity.serves:
            yield _row(one.activity.text, [one])


def _row(label: str, activities: Iterable[ActivityProgress]) -> TimelineRow:
    rows = list(activities)
    starts = min((one.activity.starts for one in rows if one.activity.starts), default=None)
    ends = max((one.activity.ends for one in rows if one.activity.ends), default=None)
    plan = Span(min(starts, ends), max(starts, ends)) if starts and ends else None
    return TimelineRow(
        label, plan, [Span(*period) for period in joined(period for one in rows for period in one.periods)]
    )


def joined(periods: Iterable[Period]) -> list[Period]:
    """Return periods in order, those that touch or overlap as one."""
    found: list[Period] = []
    for first, last in sorted(periods):
        if found and (first - found[-1][1]).days <= 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found
