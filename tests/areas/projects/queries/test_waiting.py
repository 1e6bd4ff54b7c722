"""What stands on an adviser's desk."""

from __future__ import annotations

from typing import Any

from samskaper.areas.projects.commands.goals import answer_goal, hand_in, measure_goal
from samskaper.areas.projects.commands.plan import accept_remark
from samskaper.areas.projects.models import Project
from samskaper.areas.projects.queries.plan import checked
from samskaper.areas.projects.queries.report import report_of
from samskaper.areas.projects.queries.waiting import Waiting, begins_without, going_for, paid_for, waiting_for
from samskaper.areas.projects.views.desk import desk_items
from samskaper.foundation import clock
from samskaper.ui.menu import desk
from tests.cast import Somebody


def waiting(who: Somebody) -> Waiting:
    return next(iter(waiting_for(who.doer)))


def test_remarks_wait_until_they_are_answered(project: Project, adviser_a: Somebody) -> None:
    before = waiting(adviser_a).remarks
    accept_remark(project=project, fingerprint=checked(project).open[0].fingerprint, by=adviser_a.doer)

    assert (before, waiting(adviser_a).remarks) == (6, 5)


def test_goals_wait_until_somebody_answers_or_they_measure_themselves(project: Project, adviser_a: Somebody) -> None:
    before = waiting(adviser_a).goals
    answer_goal(goal=project.sub_goals.get(number="2.1"), text="Done", by=adviser_a.doer)
    counted = project.sub_goals.get(number="2.2")
    measure_goal(goal=counted, version=1, targets={"projects.disseminated": 1}, by=adviser_a.doer)

    assert (before, waiting(adviser_a).goals) == (6, 4)


def test_the_report_is_due_until_the_final_one(project: Project, adviser_a: Somebody) -> None:
    assert waiting(adviser_a).report_due

    hand_in(project=project, snapshot=report_of(project), words="", final=True, by=adviser_a.doer)

    assert not list(waiting_for(adviser_a.doer))


def test_nothing_waits_for_readers(project: Project, reader: Somebody, adviser_b: Somebody, guest: Somebody) -> None:
    assert not [one for who in (reader, adviser_b, guest) for one in waiting_for(who.doer)]


def test_projects_under_way_stand_on_the_desks_of_those_who_read(
    project: Project, leader_of_a: Somebody, adviser_b: Somebody
) -> None:
    today = clock.today()
    Project.objects.update(starts=today, ends=today)

    assert going_for(leader_of_a.doer) == [project]
    assert going_for(adviser_b.doer) == []


def test_a_funder_finds_what_she_pays_for_and_no_report(project: Project, reader: Somebody) -> None:
    assert (going_for(reader.doer), paid_for(reader.doer)) == ([], [(project, None)])


def test_a_funder_finds_the_newest_report(project: Project, reader: Somebody, adviser_a: Somebody) -> None:
    hand_in(project=project, snapshot={}, words="", final=False, by=adviser_a.doer)
    newest = hand_in(project=project, snapshot={}, words="", final=True, by=adviser_a.doer)

    assert paid_for(reader.doer) == [(project, newest)]
    items = list(desk_items(reader.doer))
    assert [item.url for item in items] == [f"/nb/projects/{project.pk}/reports/2/"]


def test_a_funder_of_nothing_and_others_find_nothing_paid_for(project: Project, adviser_a: Somebody) -> None:
    assert paid_for(adviser_a.doer) == []


def test_who_has_a_project_is_not_told_how_to_begin(
    project: Project, adviser_a: Somebody, adviser_b: Somebody, leader_of_a: Somebody
) -> None:
    assert [begins_without(who.doer) for who in (adviser_a, adviser_b, leader_of_a)] == [False, True, False]


def test_the_desk_asks_little(project: Project, adviser_a: Somebody, django_assert_max_num_queries: Any) -> None:
    items = desk.get("projects")
    assert items
    doer = adviser_a.doer

    with django_assert_max_num_queries(4):
        shown = list(items(doer))

    assert [item.kind for item in shown] == ["do", "do", "do"]
