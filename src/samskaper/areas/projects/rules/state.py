"""What state a project is in: as somebody said, and as its days have gone on since."""

from __future__ import annotations

import datetime as dt

from samskaper.areas.projects.models import Project, ProjectState


def state_of(starts: dt.date | None, ends: dt.date | None, today: dt.date) -> ProjectState:
    """Return the state that the days speak for."""
    if ends is not None and ends < today:
        return ProjectState.FINISHED
    return ProjectState.APPLIED if starts is None or starts > today else ProjectState.RUNNING


def state_today(project: Project, today: dt.date) -> ProjectState:
    """Return how far a project is: at least as far as somebody said, further when its days have gone by."""
    order = list(ProjectState)
    return max(ProjectState(project.state), state_of(project.starts, project.ends, today), key=order.index)


def is_over(project: Project, today: dt.date) -> bool:
    """Whether nothing more is expected of a project: its days have gone by, or its final report is handed in."""
    return state_today(project, today) == ProjectState.FINISHED
