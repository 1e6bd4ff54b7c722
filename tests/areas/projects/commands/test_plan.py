"""Answers to the plan check, and changes of the plan."""

from __future__ import annotations

import datetime as dt

import pytest

from samskaper.areas.projects.commands import plan as commands
from samskaper.areas.projects.models import Activity, Project
from samskaper.areas.projects.plancheck import Remark
from samskaper.areas.projects.queries.plan import checked
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.foundation.refusals import Conflict, Invalid, Refusal, Stale
from tests.cast import Somebody

CODES = ["year-off", "duration", "filed-apart", "gathering-before-action", "only-planned", "money-without-activity"]


def remark(project: Project, code: str) -> Remark:
    return next(one for one in checked(project).open if one.code == code)


def accept(project: Project, code: str, who: Somebody) -> None:
    commands.accept_remark(project=project, fingerprint=remark(project, code).fingerprint, by=who.doer)


def test_the_real_plan_gives_six_remarks(project: Project) -> None:
    assert [one.code for one in checked(project).open] == CODES


def test_own_contribution_stands_against_the_grant(project: Project) -> None:
    found = checked(project)

    assert (round(found.share_percent or 0, 1), found.minimum_percent) == (63.5, 40)


def test_accepting_moves_the_activity(project: Project, adviser_a: Somebody) -> None:
    accept(project, "year-off", adviser_a)

    activity = project.activities.get(text__startswith="Programmet til lansering")
    assert (activity.starts, activity.ends) == (dt.date(2023, 3, 10), dt.date(2023, 3, 21))


def test_accepting_files_the_activity_elsewhere(project: Project, adviser_a: Somebody) -> None:
    accept(project, "filed-apart", adviser_a)

    assert project.activities.get(text__startswith="Andre aksjon").goal_refs() == ("1.3",)


def test_accepting_words_the_duration_in_the_projects_language(project: Project, adviser_a: Somebody) -> None:
    accept(project, "duration", adviser_a)

    project.refresh_from_db()
    assert project.duration_words == "fjorten måneder"


@pytest.mark.parametrize("code", ["gathering-before-action", "only-planned", "money-without-activity"])
def test_accepting_adds_an_activity(code: str, project: Project, adviser_a: Somebody) -> None:
    accept(project, code, adviser_a)

    assert project.activities.count() == 30


def test_every_remark_can_be_accepted_and_none_comes_back(project: Project, adviser_a: Somebody) -> None:
    for code in CODES:
        accept(project, code, adviser_a)

    found = checked(project)
    assert not found.open and len(found.answered) == 6


def test_a_refused_remark_is_not_raised_again(project: Project, adviser_a: Somebody) -> None:
    said = remark(project, "money-without-activity")

    commands.refuse_remark(
        project=project, fingerprint=said.fingerprint, reason="We do it ourselves.", by=adviser_a.doer
    )

    assert said.fingerprint not in {one.fingerprint for one in checked(project).open}
    assert [one.reason for one in checked(project).answered] == ["We do it ourselves."]


def test_a_refusal_needs_a_reason(project: Project, adviser_a: Somebody) -> None:
    said = remark(project, "duration")

    with pytest.raises(Invalid):
        commands.refuse_remark(project=project, fingerprint=said.fingerprint, reason="\u200b ", by=adviser_a.doer)


def test_a_remark_is_answered_once(project: Project, adviser_a: Somebody) -> None:
    said = remark(project, "duration")
    commands.accept_remark(project=project, fingerprint=said.fingerprint, by=adviser_a.doer)

    with pytest.raises(Conflict):
        commands.refuse_remark(project=project, fingerprint=said.fingerprint, reason="No", by=adviser_a.doer)


def test_an_answer_leaves_a_fact(project: Project, adviser_a: Somebody) -> None:
    accept(project, "year-off", adviser_a)

    assert Fact.objects.get(key="projects.remark_accepted").data["code"] == "year-off"


def test_readers_answer_nothing(project: Project, reader: Somebody, adviser_b: Somebody) -> None:
    said = remark(project, "duration")

    for who in (reader, adviser_b):
        with pytest.raises(Refusal):
            commands.accept_remark(project=project, fingerprint=said.fingerprint, by=who.doer)


def test_a_stale_save_shows_both_texts(project: Project, adviser_a: Somebody) -> None:
    other = Project.objects.get(pk=project.pk)
    commands.change_project(project=other, version=1, by=adviser_a.doer, title="Theirs")

    with pytest.raises(Stale) as stale:
        commands.change_project(project=project, version=1, by=adviser_a.doer, title="Mine")

    assert (stale.value.mine["title"], stale.value.theirs["title"]) == ("Mine", "Theirs")


def change(activity: Activity, who: Somebody, **changes: object) -> None:
    values = {
        "text": activity.text,
        "starts": activity.starts,
        "ends": activity.ends,
        "goals": list(activity.goal_refs()),
        **changes,
    }
    commands.change_activity(activity=activity, version=activity.version, by=who.doer, **values)  # type: ignore[arg-type]


def test_an_activity_that_is_done_leaves_a_fact_until_it_is_not(project: Project, adviser_a: Somebody) -> None:
    activity = project.activities.get(text__startswith="Sluttrapport")

    change(activity, adviser_a, done=clock.today())
    standing = Fact.objects.filter(key="projects.activity_done", taken_back__isnull=True).count()
    change(activity, adviser_a, done=None)

    assert standing == 1
    assert not Fact.objects.filter(key="projects.activity_done", taken_back__isnull=True).exists()


def test_done_is_said_once(project: Project, adviser_a: Somebody) -> None:
    activity = project.activities.get(text__startswith="Sluttrapport")

    for _time in range(2):
        commands.mark_activity_done(activity=activity, done=True, by=adviser_a.doer)

    assert Fact.objects.filter(key="projects.activity_done").count() == 1
    assert activity.done == clock.today()


def test_goals_of_another_project_are_not_served(project: Project, adviser_a: Somebody) -> None:
    activity = project.activities.get(text__startswith="Sluttrapport")

    change(activity, adviser_a, goals=["1.1", "9.9", "main 2", "main 7"])

    assert Activity.objects.get(pk=activity.pk).goal_refs() == ("main 2", "1.1")
