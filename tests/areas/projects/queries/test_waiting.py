"""What stands on an adviser's desk."""

from __future__ import annotations

from typing import Any

from samskaper.areas.projects.commands.goals import answer_goal, hand_in, measure_goal
from samskaper.areas.projects.commands.plan import accept_remark
from samskaper.areas.projects.models import Project
from samskaper.areas.projects.queries.plan import checked
from samskaper.areas.projects.queries.report import report_of
from samskaper.areas.projects.queries.waiting import Waiting, going_for, waiting_for
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

    assert (before, waiting(adviser_a).goals) == (7, 5)


def test_the_report_is_due_until_the_final_one(project: Project, adviser_a: Somebody) -> None:
    assert waiting(adviser_a).report_due

    hand_in(project=project, snapshot=report_of(project), words="", final=True, by=adviser_a.doer)

    assert not list(waiting_for(adviser_a.doer))


def test_nothing_waits_for_readers(project: Project, reader: Somebody, adviser_b: Somebody, guest: Somebody) -> None:
    assert not [one for who in (reader, adviser_b, guest) for one in waiting_for(who.doer)]


def test_projects_under_way_stand_on_the_desks_of_those_who_read(
    project: Project, reader: Somebody, adviser_b: Somebody
) -> None:
    today = clock.today()
    Project.objects.update(starts=today, ends=today)

    assert going_for(reader.doer) == [project]
    assert going_for(adviser_b.doer) == []


def test_the_desk_asks_little(project: Project, adviser_a: Somebody, django_assert_max_num_queries: Any) -> None:
    items = desk.get("projects")
    assert items
    doer = adviser_a.doer

    with django_assert_max_num_queries(4):
        shown = list(items(doer))

    assert [item.kind for item in shown] == ["do", "do", "do"]
