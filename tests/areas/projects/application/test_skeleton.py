"""The plan to begin from is understood, in every language."""

from __future__ import annotations

import datetime as dt

import pytest

from samskaper.areas.projects.application import read
from samskaper.areas.projects.application.skeleton import skeleton
from samskaper.areas.projects.rules.measures import asked_by_goal, shown_by_fact


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_every_line_is_understood(language: str) -> None:
    app = read(skeleton(language, title="Our project", first="01.12.2026", last="30.11.2027"))

    assert app.not_understood == ()
    assert (app.title, bool(app.aim)) == ("Our project", True)
    assert [goal.number for goal in app.sub_goals] == ["1.1", "1.2"]
    assert [(one.goals, one.starts) for one in app.activities] == [
        (("1.1",), dt.date(2026, 12, 1)),
        (("1.2",), dt.date(2026, 12, 1)),
    ]
    assert [line.amount for side in (app.budget.income, app.budget.expenses) for line in side] == [100_000, 100_000]


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_its_first_goal_measures_itself(language: str) -> None:
    app = read(skeleton(language, title="Our project", first="01.12.2026", last="30.11.2027"))

    assert asked_by_goal(app.sub_goals[0].text)[0].target == 50
    assert shown_by_fact(app.activities[0].text)
