"""Goals measure themselves by counting facts; corrected facts change them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samskaper.areas.projects.commands.goals import answer_goal, disseminate, hand_in
from samskaper.areas.projects.commands.plan import mark_activity_done
from samskaper.areas.projects.models import GoalState, Project, ProjectState
from samskaper.areas.projects.queries.progress import GoalProgress, progress_of
from samskaper.areas.projects.queries.report import report_of
from samskaper.areas.projects.queries.timeline import joined, timeline_of
from samskaper.foundation import clock
from tests.areas.projects.facts import Programme
from tests.cast import Somebody

DAY = dt.date(2022, 9, 6)


@pytest.fixture
def programme(project: Project) -> Programme:
    return Programme(project)


def goal(project: Project, number: str) -> GoalProgress:
    return next(one for one in progress_of(project).goals if one.goal.number == number)


def test_the_funnel_counts_people_once(project: Project, programme: Programme) -> None:
    programme.note("programmes.invited", 90)
    programme.note("programmes.signed_up", 60)
    for day in (1, 2):
        programme.note("programmes.attended", 55, day=DAY.replace(day=day))
    programme.note("programmes.completed", 41)

    assert [number.count for number in progress_of(project).funnel] == [90, 60, 55, 41]
    assert progress_of(project).funnel[-1].target == 50


def test_programmes_of_others_do_not_count(project: Project, programme: Programme) -> None:
    other = Programme.__new__(Programme)
    other.project, other.number = project, 99
    other.note("programmes.completed", 5)

    assert goal(project, "1.2").numbers[0].count == 0


def test_fifty_who_complete_and_three_gatherings_reach_the_goal(project: Project, programme: Programme) -> None:
    programme.note("programmes.completed", 50)
    programme.note("programmes.gathering_held", 3, first=200)

    assert goal(project, "1.2").state == GoalState.REACHED


def test_correcting_one_attendance_changes_goal_funnel_and_report(project: Project, programme: Programme) -> None:
    programme.note("programmes.completed", 50)
    programme.note("programmes.gathering_held", 3, first=200)
    before = report_of(project)["reached"]

    programme.take_back("programmes.completed", 7)

    assert goal(project, "1.2").numbers[0].count == 49
    assert progress_of(project).funnel[-1].count == 49
    assert report_of(project)["reached"] == before - 1


def test_a_finished_project_that_fell_short_did_not_reach_its_goal(project: Project, programme: Programme) -> None:
    programme.note("programmes.completed", 49)

    assert goal(project, "1.2").state == GoalState.MISSED


def test_a_goal_of_a_finished_project_that_nobody_answered_is_not_answered(project: Project) -> None:
    assert goal(project, "2.1").state == GoalState.UNSAID


def test_the_final_report_ends_the_project(project: Project, adviser_a: Somebody) -> None:
    today = clock.today()
    Project.objects.update(starts=today, ends=today, state=ProjectState.RUNNING)
    running = Project.objects.get()
    before = goal(running, "1.2").state

    hand_in(project=running, snapshot={}, words="", final=True, by=adviser_a.doer)

    assert (before, goal(Project.objects.get(), "1.2").state) == (GoalState.LATE, GoalState.MISSED)


def test_a_status_report_does_not_end_the_project(project: Project, adviser_a: Somebody) -> None:
    Project.objects.update(ends=None, state=ProjectState.RUNNING)

    hand_in(project=Project.objects.get(), snapshot={}, words="", final=False, by=adviser_a.doer)

    assert Project.objects.get().state == ProjectState.RUNNING


def test_the_final_report_says_what_was_not_reached(project: Project) -> None:
    Project.objects.update(ends=None, state=ProjectState.RUNNING)
    running = Project.objects.get()

    states = {one["state"] for main in report_of(running, progress_of(running, final=True))["mains"] for one in main["goals"]}

    assert states <= {GoalState.MISSED, GoalState.UNSAID, GoalState.REACHED}


def test_an_answer_by_hand_sets_the_status(project: Project, adviser_a: Somebody) -> None:
    found = project.sub_goals.get(number="2.1")

    answer_goal(goal=found, text="Both workshops were held.", state=GoalState.REACHED, by=adviser_a.doer)

    assert goal(project, "2.1").state == GoalState.REACHED


def test_the_newest_answer_counts(project: Project, adviser_a: Somebody) -> None:
    found = project.sub_goals.get(number="2.1")
    answer_goal(goal=found, text="Nearly.", state=GoalState.LATE, by=adviser_a.doer)
    answer_goal(goal=found, text="Done.", state=GoalState.REACHED, by=adviser_a.doer)
    answer_goal(goal=found, text="See also this.", by=adviser_a.doer)

    assert goal(project, "2.1").state == GoalState.REACHED


def test_goals_without_an_answer_wait_when_their_time_is_over(project: Project) -> None:
    assert goal(project, "2.1").waits
    assert not goal(project, "1.1").waits


def test_dissemination_counts_for_its_goal(project: Project, adviser_a: Somebody) -> None:
    found = project.sub_goals.get(number="1.5")

    disseminate(project=project, sub_goal=found, kind="talk", title="Library day", day=DAY, by=adviser_a.doer)
    disseminate(project=project, kind="article", title="Elsewhere", day=DAY, by=adviser_a.doer)

    counted = {one.fact_key: one.count for one in goal(project, "1.5").numbers}
    assert counted["projects.disseminated"] == 1


def test_the_second_gathering_shows_the_second_activity(project: Project, programme: Programme) -> None:
    programme.note("programmes.gathering_held", first=1, day=dt.date(2022, 9, 7))
    programme.note("programmes.gathering_held", first=2, day=dt.date(2022, 9, 21))

    found = {one.activity.text: one.periods for one in progress_of(project).activities}
    assert found["Første samling er gjennomført."] == ((dt.date(2022, 9, 7), dt.date(2022, 9, 7)),)
    assert found["Andre samling er gjennomført."] == ((dt.date(2022, 9, 21), dt.date(2022, 9, 21)),)
    assert found["Tredje samling er gjennomført."] == ()


def test_an_action_lasts_from_the_first_who_did_it_to_the_last(project: Project, programme: Programme) -> None:
    programme.note("programmes.action_done", 3, first=1, day=dt.date(2022, 9, 6), action=11)
    programme.note("programmes.action_done", 3, first=4, day=dt.date(2022, 9, 20), action=11)
    programme.note("programmes.action_done", 3, first=7, day=dt.date(2022, 9, 30), action=12)

    found = {one.activity.text: one.periods for one in progress_of(project).activities}
    assert found["Første aksjon er gjennomført av deltakerne."] == ((dt.date(2022, 9, 6), dt.date(2022, 9, 20)),)
    assert found["Andre aksjon er gjennomført."] == ((dt.date(2022, 9, 30), dt.date(2022, 9, 30)),)


def test_a_fact_may_say_its_own_day(project: Project, programme: Programme) -> None:
    programme.note("programmes.introduction_held", day=dt.date(2022, 9, 30), day_said=None)
    programme.note("programmes.gathering_held", first=5, day=dt.date(2022, 9, 30))

    found = {one.activity.text[:30]: one.done for one in progress_of(project).activities}
    assert found["Vi har holdt introduksjonskurs"]


def test_an_activity_by_hand_is_done_when_somebody_says_so(project: Project, adviser_a: Somebody) -> None:
    activity = project.activities.get(text__startswith="Det er opprettet")

    mark_activity_done(activity=activity, done=True, by=adviser_a.doer)

    found = next(one for one in progress_of(project).activities if one.activity.pk == activity.pk)
    assert found.done and found.periods == ((clock.today(), clock.today()),)


def test_the_timeline_has_a_row_per_goal_and_loose_activity(project: Project) -> None:
    rows = timeline_of(progress_of(project)).rows

    assert [row.label[:3] for row in rows] == [
        "1.1",
        "1.2",
        "1.3",
        "1.4",
        "1.5",
        "Hov",
        "2.1",
        "2.2",
        "2.3",
        "2.4",
        "2.5",
        "2.6",
        "Hov",
        "Slu",
    ]


def test_periods_that_touch_are_one() -> None:
    days = [dt.date(2022, 1, day) for day in (1, 3, 4, 6, 9, 10)]

    found = joined([(days[4], days[5]), (days[0], days[1]), (days[2], days[3])])

    assert found == [(days[0], days[3]), (days[4], days[5])]


def queries(project: Project) -> int:
    fresh = Project.objects.get(pk=project.pk)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        progress_of(fresh)
    return len(asked)


def test_progress_asks_the_same_for_one_and_for_thirty_programmes(
    project: Project, programme: Programme, adviser_a: Somebody
) -> None:
    programme.note("programmes.gathering_held", day=DAY)
    before = queries(project)

    for number in range(2, 31):
        Programme(project, number).note("programmes.gathering_held", 3, day=DAY)
    for found in project.sub_goals.all():
        answer_goal(goal=found, text="Words", by=adviser_a.doer)
        disseminate(project=project, sub_goal=found, kind="talk", title="Talk", day=DAY, by=adviser_a.doer)

    assert queries(project) == before <= 16


@pytest.mark.parametrize(("name", "most"), [("project", 40), ("report", 35)])
def test_pages_ask_little(
    name: str,
    most: int,
    project: Project,
    programme: Programme,
    adviser_a: Somebody,
    django_assert_max_num_queries: Any,
) -> None:
    address = f"/nb/projects/{project.pk}/" + ("report/" if name == "report" else "")
    adviser_a.client.get(address)

    with django_assert_max_num_queries(most):
        adviser_a.client.get(address)
