"""How far a goal has come, as a table."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from samskaper.areas.projects.models import GoalState
from samskaper.areas.projects.rules.status import Progress, share_of_time, status_of

START, END = dt.date(2026, 9, 1), dt.date(2026, 12, 10)
EARLY, MIDDLE, LATER, AFTER = dt.date(2026, 9, 11), dt.date(2026, 10, 15), dt.date(2026, 11, 25), dt.date(2026, 12, 11)


@pytest.mark.parametrize(
    ("given", "today", "state"),
    [
        ({"counted": [(50, 50)]}, MIDDLE, GoalState.REACHED),
        ({"counted": [(60, 50)]}, AFTER, GoalState.REACHED),
        ({"counted": [(50, 50), (2, 3)]}, MIDDLE, GoalState.UNDER_WAY),
        ({"counted": [(49, 50)]}, AFTER, GoalState.LATE),
        ({"counted": [(0, 50)]}, EARLY, GoalState.NOT_BEGUN),
        ({"counted": [(0, 50)], "begun": True}, EARLY, GoalState.UNDER_WAY),
        ({"counted": [(1, 3)], "gradual": [(1, 3)]}, LATER, GoalState.LATE),
        ({"counted": [(2, 3)], "gradual": [(2, 3)]}, LATER, GoalState.UNDER_WAY),
        ({"counted": [(0, 50), (2, 3)], "gradual": [(2, 3)]}, LATER, GoalState.UNDER_WAY),
        ({"said": "reached"}, EARLY, GoalState.REACHED),
        ({"said": "late"}, EARLY, GoalState.LATE),
        ({"said": "under_way"}, AFTER, GoalState.UNDER_WAY),
        ({"said": "reached", "counted": [(0, 1)]}, EARLY, GoalState.NOT_BEGUN),
        ({}, EARLY, GoalState.NOT_BEGUN),
        ({"begun": True}, LATER, GoalState.UNDER_WAY),
        ({"begun": True}, AFTER, GoalState.LATE),
        ({"counted": [(50, 50)], "over": True}, AFTER, GoalState.REACHED),
        ({"counted": [(49, 50)], "over": True}, AFTER, GoalState.MISSED),
        ({"counted": [(49, 50)], "over": True}, MIDDLE, GoalState.MISSED),
        ({"said": "reached", "over": True}, AFTER, GoalState.REACHED),
        ({"said": "late", "over": True}, AFTER, GoalState.MISSED),
        ({"begun": True, "over": True}, AFTER, GoalState.UNSAID),
        ({"over": True}, AFTER, GoalState.UNSAID),
    ],
)
def test_status(given: dict[str, Any], today: dt.date, state: GoalState) -> None:
    assert status_of(Progress(starts=START, ends=END, **given), today) == state


def test_without_days_nothing_is_late() -> None:
    assert status_of(Progress(counted=[(1, 50)], gradual=[(1, 50)]), AFTER) == GoalState.UNDER_WAY


@pytest.mark.parametrize(("day", "share"), [(START, 0), (END, 1), (AFTER, 1), (dt.date(2026, 10, 21), 0.5)])
def test_share_of_time(day: dt.date, share: float) -> None:
    assert float(share_of_time(START, END, day)) == share
