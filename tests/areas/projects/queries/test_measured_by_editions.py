"""A goal that counts how often methods were tried, counts in the editions of the starter kit."""

from __future__ import annotations

import pytest

from samskaper.areas.projects.commands.goals import measure_goal
from samskaper.areas.projects.models import Project, SubGoal
from samskaper.areas.projects.queries.progress import counted_in, goal_progress
from samskaper.areas.startkit.commands.tryouts import How, say_how_it_went
from samskaper.areas.startkit.queries.editions import current
from samskaper.commons.people.doer import GUEST
from tests.cast import Somebody

pytestmark = pytest.mark.django_db
TRIED = "startkit.tried"


def measured(project: Project, adviser: Somebody, **targets: int) -> SubGoal:
    goal = SubGoal.objects.filter(project=project).order_by("pk").first()
    assert goal is not None
    named = {key.replace("__", "."): target for key, target in targets.items()}
    return measure_goal(goal=goal, version=goal.version, targets=named, by=adviser.doer)


def try_once() -> None:
    edition = current()
    assert edition is not None
    say_how_it_went(key="dot-voting", edition=edition, language="nb", how=How("well"), by=GUEST)


def test_tries_count_when_a_goal_asks_for_them(project: Project, adviser_a: Somebody) -> None:
    try_once()
    try_once()
    goal = measured(project, adviser_a, startkit__tried=50)

    (number,) = goal_progress(goal).numbers
    assert (number.count, number.target) == (2, 50)
    page = adviser_a.client.get(f"/nb/projects/{project.pk}/numbers/{TRIED}/")
    assert page.status_code in (200, 404)


def test_other_goals_leave_editions_aside(project: Project, adviser_a: Somebody) -> None:
    measured(project, adviser_a, programmes__completed=50)

    assert [one for one in counted_in(project) if one.kind == "startkit.edition"] == []
