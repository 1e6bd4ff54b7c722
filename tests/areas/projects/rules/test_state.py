"""What state a project is in."""

from __future__ import annotations

import datetime as dt

import pytest

from samskaper.areas.projects.models import Project
from samskaper.areas.projects.rules.state import state_today

START, END = dt.date(2026, 9, 1), dt.date(2027, 6, 20)


@pytest.mark.parametrize(
    ("said", "today", "state"),
    [
        ("applied", dt.date(2026, 8, 31), "applied"),
        ("applied", START, "running"),
        ("running", dt.date(2026, 8, 31), "running"),
        ("running", END, "running"),
        ("running", dt.date(2027, 6, 21), "finished"),
        ("finished", dt.date(2027, 1, 1), "finished"),
    ],
)
def test_days_go_on_from_what_somebody_said(said: str, today: dt.date, state: str) -> None:
    assert state_today(Project(state=said, starts=START, ends=END), today) == state


@pytest.mark.parametrize("said", ["applied", "running", "finished"])
def test_without_days_it_is_as_somebody_said(said: str) -> None:
    assert state_today(Project(state=said), END) == said
