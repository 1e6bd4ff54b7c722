"""What state a project is in, going by its days."""

from __future__ import annotations

import datetime as dt

from samskaper.areas.projects.models import ProjectState


def state_of(starts: dt.date | None, ends: dt.date | None, today: dt.date) -> ProjectState:
    """Return the state that the days speak for; somebody may say otherwise later."""
    if ends is not None and ends < today:
        return ProjectState.FINISHED
    return ProjectState.APPLIED if starts is not None and starts > today else ProjectState.RUNNING
