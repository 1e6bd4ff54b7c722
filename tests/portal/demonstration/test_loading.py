"""The demonstration is loaded once, is invented throughout, and tells of two projects as they would have gone."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest
from django.db.models import F

from samskaper.areas.programmes.models import (
    ActionReport,
    Attendance,
    Certificate,
    Consent,
    Enrolment,
    GroupPlace,
    Material,
    Programme,
)
from samskaper.areas.programmes.queries.lead import stuck
from samskaper.areas.projects.models import Project
from samskaper.areas.projects.queries.progress import progress_of
from samskaper.commons.anchoring.models import PlanDocument
from samskaper.commons.anchoring.queries import plan_page
from samskaper.commons.feedback.models import Questionnaire
from samskaper.commons.feedback.queries import results
from samskaper.commons.mail.models import Letter, State
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import Organisation, Person
from samskaper.commons.record.models import Fact
from samskaper.commons.record.queries import counts
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.portal.demonstration import plan
from samskaper.portal.demonstration.commands import load


@pytest.mark.parametrize("days", range(30))
def test_today_lies_between_second_and_third_gathering(days: int) -> None:
    today = dt.date(2026, 11, 22) + dt.timedelta(days=days)

    shift = plan.weeks_to_today(today)

    assert plan.SECOND_GATHERING + shift < today < plan.THIRD_GATHERING + shift


def test_a_second_load_does_nothing(demo: Path) -> None:
    assert load() is False


def test_everybody_is_invented(demo: Path) -> None:
    assert not Organisation.objects.filter(is_demo=False).exists()
    assert not Person.objects.filter(is_demo=False).exists()
    assert not Letter.objects.exclude(email__endswith=".example").exists()


def test_at_least_fifty_complete_the_series_of_2022(finished: Programme) -> None:
    numbers = counts(["programmes.completed", "programmes.certificate_issued"], within=[Ref.to(finished)])

    assert numbers["programmes.completed"] >= 50
    assert numbers["programmes.certificate_issued"] == numbers["programmes.completed"]
    assert finished.state == "closed"


def test_nobody_completes_before_the_last_gathering(finished: Programme) -> None:
    third = finished.gatherings.filter(kind="gathering").order_by("starts").last()

    assert third
    assert not finished.enrolments.filter(completed__lt=third.starts).exists()


def test_one_certificate_is_switched_off(demo: Path) -> None:
    assert Certificate.objects.filter(shown=False).count() == 1


def test_sixty_have_a_seat_and_leaders_have_answered_in_every_way(running: Programme) -> None:
    states = Counter(running.enrolments.values_list("state", flat=True))
    consents = set(Consent.objects.filter(enrolment__programme=running).values_list("state", flat=True))

    assert states["enrolled"] == 60
    assert states["waiting"] and states["declined"] and states["left"]
    assert consents == {"yes", "no", "lapsed", "later"}


def test_somebody_moved_up_from_the_waiting_list(running: Programme) -> None:
    told = Letter.objects.filter(template__endswith="waiting.txt", about_kind="programmes.enrolment")
    moved_up = running.enrolments.filter(state="enrolled", pk__in=told.values("about_id"))

    assert moved_up.count() == 3


def test_seats_of_the_next_series_are_held_until_a_day_ahead(following: Programme) -> None:
    held = Consent.objects.filter(enrolment__programme=following, enrolment__state="held")

    assert held.count() >= 3
    assert not held.filter(deadline__lt=clock.now() + dt.timedelta(days=7)).exists()
    assert following.enrolments.filter(state="waiting").exists()
    assert following.enrolments.filter(state="declined").exists()


def test_the_leader_who_is_shown_first_has_somebody_to_answer(following: Programme) -> None:
    asked = Consent.objects.filter(enrolment__programme=following, state="asked")

    assert asked.filter(leader_name="Biblioteksjef, Tverrdal").exists()


def test_some_are_stuck_and_some_of_them_were_written_to(running: Programme) -> None:
    behind = {row.standing.enrolment.pk for row in stuck(running, visible_to=SYSTEM)}
    written_to = set(Letter.objects.filter(template__endswith="stuck.txt", about_id__in=behind).values_list("about_id", flat=True))

    assert 4 <= len(behind) <= 12
    assert written_to
    assert behind - written_to


def test_actions_are_done_begun_and_untouched(running: Programme) -> None:
    reports = ActionReport.objects.filter(action__programme=running)

    assert reports.filter(done_on=None).exclude(reflection="").count() >= 3
    assert reports.filter(done_on__isnull=False).count() > 100
    assert reports.exclude(thoughts="").exists()
    assert reports.count() < 4 * 60


def test_no_action_is_done_before_it_opened_or_after_today(demo: Path) -> None:
    done = ActionReport.objects.filter(done_on__isnull=False)

    assert not done.filter(done_on__gt=clock.today()).exists()
    assert not done.filter(done_on__lt=F("action__opens")).exists()


def test_attendance_comes_by_list_by_code_and_by_word(running: Programme) -> None:
    assert set(Attendance.objects.filter(gathering__programme=running).values_list("how", flat=True)) == {"list", "qr", "self"}


def test_gatherings_had_groups_contributors_and_material(running: Programme, demo: Path) -> None:
    held = running.gatherings.filter(state="held", for_participants=True)

    assert GroupPlace.objects.filter(group__gathering__in=held).exists()
    assert not held.filter(agenda__isnull=True).exists()
    assert held.filter(agenda__contributor__gt="").distinct().count() == held.count()
    for material in Material.objects.filter(gathering__in=held):
        assert (demo / material.file.name).read_text().strip()


def test_answers_spread_and_small_slices_are_kept_back(finished: Programme) -> None:
    asked = Questionnaire.objects.get(about_kind="programmes.programme", about_id=finished.pk)

    found = results(asked)

    assert found is not None
    assert len(found.slices) < 4
    for question in found.questions:
        if question.median is not None and question.spread is not None:
            assert sum(stage.count > 0 for stage in question.spread.stages) >= 3
    assert sum(len(question.texts) for question in found.questions) >= 8


def test_one_questionnaire_of_the_running_series_is_open_and_one_is_closed(running: Programme) -> None:
    asked = Questionnaire.objects.filter(within_kind="programmes.programme", within_id=running.pk)

    assert sorted(asked.values_list("closed", flat=True)) == [False, True]


def test_the_finished_project_reached_nearly_all_and_handed_in(demo: Path) -> None:
    project = Project.objects.order_by("pk").first()

    assert project
    progress = progress_of(project)
    states = [sub.state.value for main in progress.mains for sub in main.subs]
    assert project.state == "finished"
    assert project.reports.get().final
    assert project.noticed == 0
    assert Counter(states)["reached"] == len(states) - 1 == 10
    assert project.activities.get(text__startswith="Programmet til lanseringssamlingen").starts == dt.date(2023, 3, 10)


def test_no_activity_was_done_before_its_project_began(demo: Path) -> None:
    for project in Project.objects.all():
        assert not project.activities.filter(done__lt=project.starts).exists()


def test_four_sentences_of_the_municipal_plan_are_on_their_way(demo: Path) -> None:
    page = plan_page(PlanDocument.objects.get(title__contains="samfunnsdel"), visible_to=SYSTEM)

    assert page.touched == 4
    assert len(page.sentences) == 5


def test_every_letter_lies_in_the_mailbox_from_the_moment_it_was_written(demo: Path) -> None:
    assert not Letter.objects.exclude(state=State.SENT).exists()
    assert not Letter.objects.exclude(settled=F("created")).exists()


def test_nothing_has_happened_in_the_future(demo: Path) -> None:
    assert not Fact.objects.filter(at__gt=clock.now()).exists()
    assert not Enrolment.objects.filter(joined__gt=clock.now()).exists()
    assert not Letter.objects.filter(created__gt=clock.now()).exists()
