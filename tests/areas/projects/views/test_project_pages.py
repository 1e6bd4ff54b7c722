"""Every page of a project opens for those who may see it, and for nobody else."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse

from samskaper.areas.projects.commands.goals import disseminate, hand_in
from samskaper.areas.projects.models import Project
from samskaper.areas.projects.queries.plan import checked
from samskaper.areas.projects.queries.report import report_of
from samskaper.foundation import clock
from tests.cast import Somebody

READ = ("project", "report", "activities")
OWNERS_ONLY = ("edit", "application", "new_activity", "disseminate")


def page(who: Somebody, name: str, *args: Any) -> int:
    return who.client.get(reverse(f"projects:{name}", args=args)).status_code


@pytest.mark.parametrize("name", READ)
def test_the_page_opens_for_owner_partner_and_funder(
    name: str, project: Project, adviser_a: Somebody, leader_of_a: Somebody, partner_adviser: Somebody, reader: Somebody
) -> None:
    answers = [page(who, name, project.pk) for who in (adviser_a, leader_of_a, partner_adviser, reader)]

    assert answers == [200] * 4


@pytest.mark.parametrize("name", READ + OWNERS_ONLY)
def test_strangers_learn_nothing(
    name: str, project: Project, adviser_b: Somebody, staff_a: Somebody, guest: Somebody
) -> None:
    answers = [page(who, name, project.pk) for who in (adviser_b, staff_a, guest)]

    assert answers == [404, 404, 302]


@pytest.mark.parametrize("name", OWNERS_ONLY)
def test_readers_may_not_change(
    name: str, project: Project, adviser_a: Somebody, leader_of_a: Somebody, partner_adviser: Somebody, reader: Somebody
) -> None:
    answers = [page(who, name, project.pk) for who in (adviser_a, leader_of_a, partner_adviser, reader)]

    assert answers == [200, 403, 403, 403]


def test_every_goal_page_opens(project: Project, adviser_a: Somebody, reader: Somebody, adviser_b: Somebody) -> None:
    for goal in project.sub_goals.all():
        assert [page(who, "goal", goal.pk) for who in (adviser_a, reader, adviser_b)] == [200, 200, 404]


def test_forms_of_a_goal_open_for_its_advisers(
    project: Project, adviser_a: Somebody, reader: Somebody, adviser_b: Somebody
) -> None:
    goal = project.sub_goals.get(number="1.2")

    for name in ("measure", "answer"):
        assert [page(who, name, goal.pk) for who in (adviser_a, reader, adviser_b)] == [200, 403, 404]


def test_an_activity_opens_for_its_advisers(
    project: Project, adviser_a: Somebody, reader: Somebody, adviser_b: Somebody
) -> None:
    activity = project.activities.first()
    assert activity

    assert [page(who, "activity", activity.pk) for who in (adviser_a, reader, adviser_b)] == [200, 403, 404]


def test_a_remark_can_be_refused_by_advisers(
    project: Project, adviser_a: Somebody, reader: Somebody, adviser_b: Somebody
) -> None:
    remark = checked(project).open[0]

    answers = [page(who, "refuse", project.pk, remark.fingerprint) for who in (adviser_a, reader, adviser_b)]

    assert answers == [200, 403, 404]


def test_a_frozen_report_opens_for_readers(
    project: Project, adviser_a: Somebody, reader: Somebody, adviser_b: Somebody
) -> None:
    hand_in(project=project, snapshot=report_of(project), words="We learned to listen.", final=False, by=adviser_a.doer)

    answers = [page(who, "frozen", project.pk, 1) for who in (adviser_a, reader, adviser_b)]

    assert answers == [200, 200, 404]


def test_a_report_that_was_not_handed_in_is_not_there(project: Project, adviser_a: Somebody) -> None:
    assert page(adviser_a, "frozen", project.pk, 7) == 404


def test_dissemination_opens_for_its_advisers(
    project: Project, adviser_a: Somebody, reader: Somebody, adviser_b: Somebody
) -> None:
    talk = disseminate(project=project, kind="talk", title="Library day", day=clock.today(), by=adviser_a.doer)

    assert [page(who, "dissemination", talk.pk) for who in (adviser_a, reader, adviser_b)] == [200, 403, 404]


def test_an_unknown_number_is_not_there(project: Project, adviser_a: Somebody) -> None:
    assert page(adviser_a, "number", project.pk, "anything.else") == 404


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_the_project_page_speaks_every_language(language: str, project: Project, adviser_a: Somebody) -> None:
    answer = adviser_a.client.get(f"/{language}/projects/{project.pk}/")

    assert f'<html lang="{language}"' in answer.content.decode()


def test_only_the_owner_sees_the_plan_check(project: Project, adviser_a: Somebody, reader: Somebody) -> None:
    address = reverse("projects:project", args=[project.pk])

    assert 'id="noticed"' in adviser_a.client.get(address).content.decode()
    assert 'id="noticed"' not in reader.client.get(address).content.decode()


def test_the_budget_stays_on_the_page(project: Project, reader: Somebody) -> None:
    page = reader.client.get(f"/en/projects/{project.pk}/").content.decode()

    money = page.partition('id="money"')[2]
    assert "Own contribution" in money
    assert money.count("1,370,000") >= 3


def test_a_project_without_money_has_no_budget(project: Project, adviser_a: Somebody) -> None:
    project.budget.all().delete()

    assert 'id="money"' not in adviser_a.client.get(f"/en/projects/{project.pk}/").content.decode()


def test_the_running_project_stands_first_and_each_says_when(project: Project, adviser_a: Somebody) -> None:
    today = clock.today()
    running = Project.objects.create(owner=project.owner, title=project.title, starts=dt.date(2020, 1, 1), ends=today)

    page = adviser_a.client.get("/en/projects/").content.decode()

    assert page.index(reverse("projects:project", args=[running.pk])[3:]) < page.index(f"projects/{project.pk}/")
    assert "Jan. 2020" in page and "April 2022" in page
    assert page.index("projects/import/") < page.index(f"projects/{running.pk}/")
