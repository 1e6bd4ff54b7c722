"""The rows of a project's long lists: what they say, and that they are values."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from samskaper.areas.projects.models import Activity, MainGoal, Project, SubGoal
from samskaper.areas.projects.queries.progress import practice_of, progress_of
from samskaper.areas.projects.queries.projects import activities_named, activities_of, main_goals_of, sub_goals_of
from samskaper.areas.projects.queries.report import HandedIn, Told, handed_in, report_of
from samskaper.areas.projects.queries.rows import ActivityRow, activity_rows, goal_rows
from samskaper.foundation import clock
from samskaper.ui.drawn import key_of

DAY = dt.date(2026, 3, 4)
ROW = ActivityRow(1, "Møte", (), DAY, DAY, None, None, by_hand=True, done=False, begun=False, late=False, over=False)


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ({"done": True, "over": True, "late": True}, "Done"),
        ({"over": True}, "Not said to be done"),
        ({"over": True, "begun": True}, "Begun, not said to be done"),
        ({"late": True, "begun": True}, "A little late"),
        ({"begun": True}, "Under way"),
        ({}, "Still to come"),
    ],
)
def test_how_an_activity_is(how: dict[str, Any], words: str) -> None:
    with translation.override("en"):
        assert replace(ROW, **how).words == words


def test_the_goals_of_an_activity_are_said() -> None:
    with translation.override("en"):
        assert replace(ROW, refs=("main 2", "1.3")).goal_words.lower().count("main goal 2") == 1
    assert ROW.goal_words == "–"


@pytest.mark.django_db
def test_activities_bring_each_goal_once_in_order_in_one_query(project: Project) -> None:
    mains, subs = main_goals_of(project.pk), sub_goals_of(project.pk)
    several = project.activities.order_by("order")[0]
    several.main_goals.set(mains[:2])
    several.sub_goals.set([subs[2], subs[0], subs[1]])
    Activity.objects.filter(pk=several.pk).update(text="Flere mål")

    with CaptureQueriesContext(connection) as asked:
        activities_of(project.pk, [*mains, *subs])
        first = activities_of(project.pk, [*mains, *subs])[0]

    assert first.serves == (*mains[:2], *subs[:3])
    assert first.goal_refs() == tuple(goal.ref for goal in first.serves)
    assert len(asked) == 2


@pytest.mark.django_db
def test_activities_say_the_same_goals_with_and_without_the_goals_at_hand(project: Project) -> None:
    fresh = {row.pk: (*row.main_goals.all(), *row.sub_goals.all()) for row in project.activities.all()}

    named = activities_named(project.pk)

    assert {row.pk: row.refs for row in named} == {pk: tuple(goal.ref for goal in served) for pk, served in fresh.items()}
    assert all((one.order, one.pk) < (other.order, other.pk) for one, other in pairwise(named))


@pytest.mark.django_db
def test_an_activity_that_serves_nothing_is_there(project: Project) -> None:
    made = Activity.objects.create(project=project, order=999, text="Alene")

    row = activities_named(project.pk)[-1]

    assert (row.pk, row.refs) == (made.pk, ())


@pytest.mark.django_db
def test_the_list_of_activities_is_as_far_as_the_page_of_the_project_says(project: Project) -> None:
    whole, alone = progress_of(project), practice_of(project)

    assert [(one.activity.pk, one.periods, one.done) for one in alone.activities] == [
        (one.activity.pk, one.periods, one.done) for one in whole.activities
    ]
    assert alone.programmes == whole.programmes


@pytest.mark.django_db
def test_a_goal_without_a_measure_and_a_main_goal_without_goals_are_there(project: Project) -> None:
    MainGoal.objects.create(project=project, order=99, number="9", text="Tomt")
    loose = SubGoal.objects.create(project=project, order=999, number="x", text="Løst")

    rows = goal_rows(progress_of(project))

    assert [row.number for row in rows][-2:] == ["9", ""]
    assert rows[-2].subs == () and [sub.pk for sub in rows[-1].subs] == [loose.pk]
    assert rows[-1].subs[0].numbers == ()


@pytest.mark.django_db
def test_rows_are_values(project: Project) -> None:
    rows = activity_rows(practice_of(project), clock.today(), over=False), goal_rows(progress_of(project))
    again = activity_rows(practice_of(project), clock.today(), over=False), goal_rows(progress_of(project))

    assert key_of(rows) == key_of(again) and hash(key_of(rows))


@pytest.mark.django_db
def test_a_report_is_told_anew_when_it_says_something_else(project: Project) -> None:
    before, same = (Told.of(report_of(project)) for _ in range(2))
    SubGoal.objects.filter(project=project, number="1.1").update(text="Et annet ord")

    after = Told.of(report_of(project))

    assert before == same and before != after
    assert "Et annet ord" in {goal["text"] for main in after.shown["mains"] for goal in main["goals"]}


@pytest.mark.django_db
def test_handed_in_reports_come_newest_first_without_what_they_said(project: Project) -> None:
    for number in (1, 2):
        project.reports.create(number=number, final=number == 2, snapshot={"long": "x" * 1000})

    found = handed_in(project.pk)

    assert [(one.number, one.final) for one in found] == [(2, True), (1, False)]
    assert {type(one) for one in found} == {HandedIn}
