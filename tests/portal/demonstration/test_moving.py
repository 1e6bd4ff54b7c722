"""The demonstration moves with the days: what is under way stays under way, and pages and letters agree."""

from __future__ import annotations

import datetime as dt

import pytest

from samskaper.areas.programmes.commands.gatherings import check_in
from samskaper.areas.programmes.models import Attendance, Certificate, Consent, Gathering, Programme
from samskaper.areas.programmes.rules.words import weekday
from samskaper.areas.projects.commands.plan import refuse_remark
from samskaper.areas.projects.models import Dissemination, Project
from samskaper.areas.projects.queries.plan import checked
from samskaper.commons.feedback.commands import close_those_due
from samskaper.commons.feedback.models import Questionnaire
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.middleware import doer_of
from samskaper.commons.people.models import Person
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.foundation.schedule import rounds
from samskaper.portal.demonstration.commands import move_along
from samskaper.portal.demonstration.moving import later
from samskaper.portal.demonstration.series import moment, zone
from tests.portal.demonstration.conftest import TODAY

DAYS = [
    TODAY + dt.timedelta(days=6), dt.date(2026, 12, 24), dt.date(2027, 3, 29), dt.date(2027, 7, 3),
    TODAY + dt.timedelta(days=400), dt.date(2028, 2, 29),
]


def wall(when: dt.datetime) -> dt.datetime:
    return when.astimezone(zone())


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_on_any_day_all_is_under_way(running: Programme, following: Programme, open_day: Programme, day: dt.date) -> None:
    letters, facts = Letter.objects.count(), Fact.objects.filter(key="programmes.invited").count()

    with clock.at(moment(day, 12)):
        move_along()
        assert move_along() == 0

        second, third = running.gatherings.filter(kind="gathering").order_by("starts")[1:3]
        assert second.ends < clock.now() < third.starts
        assert second.state == "held"
        assert third.state == "planned"
        assert {wall(row.starts).hour for row in running.gatherings.filter(for_participants=True)} == {9}
        assert wall(open_day.gatherings.get().starts).date() == day
        following.refresh_from_db()
        assert following.enrol_until and following.enrol_until > day
        assert not Consent.objects.filter(state="asked", deadline__lt=clock.now()).exists()
        assert not Fact.objects.filter(at__gt=clock.now()).exists()
        close_those_due()
        assert Questionnaire.objects.filter(within_id=running.pk, closed=False).count() == 1
    assert Letter.objects.count() == letters
    assert Fact.objects.filter(key="programmes.invited").count() == facts


def test_letters_say_the_days_on_which_the_gatherings_are_now(running: Programme) -> None:
    with clock.at(moment(TODAY + dt.timedelta(days=400), 12)):
        move_along()

        running.refresh_from_db()
        letter = Letter.objects.filter(about_kind="programmes.programme", about_id=running.pk, language="nb").first()
        assert letter
        assert running.title in letter.subject
        for gathering in running.gatherings.filter(for_participants=True):
            assert weekday(gathering.starts) in letter.text
        file = bytes(letter.attachments.get().enclosed.content).decode()
        assert f"{running.gatherings.order_by('starts').first().starts.astimezone(zone()):%Y%m%dT%H%M%S}" in file


def test_the_title_tells_the_half_of_the_year(running: Programme) -> None:
    with clock.at(moment(dt.date(2027, 4, 15), 12)):
        move_along()

    running.refresh_from_db()
    assert running.title == "Samskaping i praksis, våren 2027"


def test_the_finished_series_stays_where_it_was(finished: Programme) -> None:
    before = list(Gathering.objects.filter(programme=finished).values_list("starts", flat=True))

    with clock.at(moment(TODAY + dt.timedelta(weeks=9), 12)):
        assert move_along() == 9

    assert list(Gathering.objects.filter(programme=finished).values_list("starts", flat=True)) == before


def test_what_a_visitor_did_today_does_not_come_to_lie_ahead(running: Programme) -> None:
    person = Person.objects.get(name="Bibliotekar, Tverrdal")
    Attendance.objects.filter(enrolment__person=person).update(recorded=clock.now())

    with clock.at(moment(TODAY + dt.timedelta(days=6), 1)):
        move_along()
        assert not Attendance.objects.filter(recorded__gt=clock.now()).exists()


def test_a_remark_that_was_refused_is_not_raised_again(running: Programme) -> None:
    project = Project.objects.order_by("pk").last()
    assert project
    remark = checked(project).open[0]
    adviser = doer_of(Person.objects.get(name="Rådgiver, Strandfjell"))
    refuse_remark(project=project, fingerprint=remark.fingerprint, reason="Vi venter.", by=adviser)
    left = len(checked(project).open)

    with clock.at(moment(TODAY + dt.timedelta(weeks=3), 12)):
        move_along()
        assert len(checked(Project.objects.get(pk=project.pk)).open) == left


def test_facts_name_the_day_on_which_a_talk_was_held(running: Programme) -> None:
    with clock.at(moment(TODAY + dt.timedelta(weeks=5), 12)):
        move_along()

        said = {fact.subject_id: fact.data["day"] for fact in Fact.objects.filter(key="projects.disseminated")}
        for talk in Dissemination.objects.all():
            assert said[talk.pk] == talk.day.isoformat()


def test_who_came_on_the_open_day_can_come_again_the_day_after(open_day: Programme) -> None:
    visitor = doer_of(Person.objects.get(name="Bibliotekar, Tverrdal"))
    gathering = open_day.gatherings.get()
    assert check_in(gathering=gathering, by=visitor) is True
    assert Certificate.objects.filter(enrolment__programme=open_day, withdrawn=None).count() == 1

    with clock.at(moment(TODAY + dt.timedelta(days=1), 8)):
        move_along()
        gathering.refresh_from_db()

        assert gathering.state == "planned"
        assert not Certificate.objects.filter(enrolment__programme=open_day, withdrawn=None).exists()
        assert check_in(gathering=gathering, by=visitor) is True


@pytest.mark.parametrize(("before", "weeks"), [(dt.date(2027, 3, 23), 1), (dt.date(2026, 10, 20), 1), (dt.date(2026, 12, 29), 1)])
def test_the_hour_on_the_wall_stays(before: dt.date, weeks: int) -> None:
    moved = later(moment(before, 9), dt.timedelta(weeks=weeks))

    assert isinstance(moved, dt.datetime)
    assert wall(moved).hour == 9
    assert wall(moved).date() == before + dt.timedelta(weeks=weeks)


def test_the_worker_moves_the_demonstration_before_it_lets_a_leaders_time_run_out() -> None:
    names = [entry.name for entry in rounds]

    assert names.index("portal.move_demonstration") == 0
