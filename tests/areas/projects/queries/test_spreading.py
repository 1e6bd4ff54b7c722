"""Talks and articles: which goal is chosen from the start, and what is said after saving."""

from __future__ import annotations

import datetime as dt

from samskaper.areas.projects.commands.goals import disseminate, measure_goal
from samskaper.areas.projects.models import Dissemination, Project, SubGoal
from samskaper.areas.projects.queries.spreading import counted_for, goal_to_count
from samskaper.areas.projects.rules.measures import DISSEMINATED
from tests.cast import Somebody


def counting(project: Project) -> SubGoal:
    return project.sub_goals.get(measures__fact_key=DISSEMINATED)


def told(project: Project, who: Somebody, goal: SubGoal | None) -> Dissemination:
    day = dt.date(2023, 4, 18)
    return disseminate(project=project, kind="talk", title="A talk", day=day, sub_goal=goal, by=who.doer)


def test_the_only_goal_that_counts_is_chosen(project: Project) -> None:
    assert goal_to_count(project) == counting(project).pk


def test_the_goal_that_she_comes_from_is_chosen(project: Project) -> None:
    other = project.sub_goals.get(number="2.1")

    assert goal_to_count(project, str(other.pk)) == other.pk


def test_a_goal_of_another_project_is_not_chosen(project: Project) -> None:
    assert goal_to_count(project, "999999") == counting(project).pk
    assert goal_to_count(project, "²") == counting(project).pk


def test_between_two_goals_that_count_nobody_chooses(project: Project, adviser_a: Somebody) -> None:
    other = project.sub_goals.get(number="2.1")
    measure_goal(goal=other, version=other.version, targets={DISSEMINATED: 2}, by=adviser_a.doer)

    assert goal_to_count(project) is None


def test_it_says_which_goal_it_counts_for_and_how_far_that_is(project: Project, adviser_a: Somebody) -> None:
    goal = counting(project)

    said = counted_for(told(project, adviser_a, goal))

    assert goal.number in said and "1" in said


def test_it_says_that_no_goal_counts_it(project: Project, adviser_a: Somebody) -> None:
    for_all = counted_for(told(project, adviser_a, None))
    for_one_by_hand = counted_for(told(project, adviser_a, project.sub_goals.get(number="2.1")))

    assert "2.1" in for_one_by_hand and "2.1" not in for_all
