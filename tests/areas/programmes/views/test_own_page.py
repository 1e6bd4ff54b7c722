"""A participant's own page, and writing about an action."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samskaper.areas.programmes.commands.actions import save_report
from samskaper.areas.programmes.commands.gatherings import Mark, record_attendance
from samskaper.areas.programmes.models import ActionReport, Attendance, Certificate, Enrolment, ProgrammeState
from samskaper.foundation import clock
from tests.areas.programmes.running import DAY, Series
from tests.cast import Somebody


def mine(series: Series) -> str:
    return reverse("programmes:mine", args=[series.programme.pk]).replace("/nb/", "/en/")


def action(series: Series) -> str:
    return reverse("programmes:action", args=[series.action.pk]).replace("/nb/", "/en/")


def heading(body: str) -> str:
    found = re.search(r"<h1>(.*?)</h1>", body)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("gatherings", "actions", "said"),
    [(0, 0, "You have a seat"), (1, 0, "You are on your way"), (2, 1, "You are halfway"), (3, 2, "You are almost there"), (3, 3, "You have completed")],
)
def test_the_heading_says_how_far_one_is(
    series: Series, place: Enrolment, staff_a: Somebody, adviser_a: Somebody, gatherings: int, actions: int, said: str
) -> None:
    for gathering in series.gatherings[:gatherings]:
        record_attendance(gathering=gathering, marks={place.pk: Mark("", "present")}, by=adviser_a.doer)
    for item in (series.action, series.next_action, series.meeting)[:actions]:
        save_report(action=item, enrolment=place, done_on=clock.today(), reflection="Godt.", thoughts="", version=0, by=staff_a.doer)

    assert heading(staff_a.client.get(mine(series)).content.decode()) == said


def test_it_shows_what_is_missing_and_the_next_step(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    body = staff_a.client.get(mine(series)).content.decode()

    assert "2 gatherings left" in body
    assert "2 actions left" in body
    assert "The next step: Snakk med en forening." in body


def test_somebody_who_waits_is_told_for_what(series: Series, staff_a: Somebody) -> None:
    series.enrol(staff_a, state="held")

    body = staff_a.client.get(mine(series)).content.decode()

    assert "when your leader has said yes" in body
    assert action(series).replace("/en/", "/") not in body.replace("/en/", "/")


def test_one_can_say_that_one_cannot_come(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    series.second.starts, series.second.ends = clock.now() + DAY, clock.now() + 2 * DAY
    series.second.save()
    word = reverse("programmes:send_word", args=[series.second.pk])

    staff_a.client.post(word, {"comes": "no"})
    assert Attendance.objects.get().state == "excused"

    staff_a.client.post(word, {"comes": "yes"})
    assert not Attendance.objects.exists()


def test_a_certificate_is_there_once_one_has_completed(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    certificate = Certificate.objects.create(enrolment=place, secret="z" * 32)

    body = staff_a.client.get(mine(series)).content.decode()

    assert reverse("programmes:certificate", args=[certificate.pk]).replace("/nb/", "/en/") in body


def test_more_participants_cost_no_more_queries(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    staff_a.client.get(mine(series))
    with CaptureQueriesContext(connection) as alone:
        staff_a.client.get(mine(series))
    rows = series.enrol_many(30)
    ActionReport.objects.bulk_create(
        ActionReport(action=series.action, enrolment=row, done_on=clock.today(), reflection="Vi møttes.", reflected=True) for row in rows
    )

    with CaptureQueriesContext(connection) as together:
        body = staff_a.client.get(mine(series)).content.decode()

    assert len(together) <= len(alone)
    assert body.count("Vi møttes.") == 3


# -- writing ------------------------------------------------------------------------------------------------------------

GIVEN = {"reflection": "Vi snakket.", "thoughts": "Jeg var nervøs.", "version": "0"}


def test_saying_that_it_is_done_without_a_day_means_today(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    answer = staff_a.client.post(action(series), {**GIVEN, "done": "1"})

    assert answer.status_code == 302
    assert ActionReport.objects.get().done_on == clock.today()


def test_saving_for_later_keeps_the_words_and_is_not_done(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    staff_a.client.post(action(series), {**GIVEN, "later": "1"})

    report = ActionReport.objects.get()
    assert (report.done_on, report.thoughts) == (None, "Jeg var nervøs.")


def test_what_is_not_done_is_seen_by_nobody_else(series: Series, place: Enrolment, staff_a: Somebody, colleague_a: Somebody) -> None:
    series.enrol(colleague_a)
    staff_a.client.post(action(series), {**GIVEN, "later": "1"})

    body = colleague_a.client.get(reverse("programmes:shared", args=[series.programme.pk])).content.decode()

    assert "Vi snakket." not in body


def test_an_older_tab_shows_both_texts_and_can_save_again(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    staff_a.client.post(action(series), {**GIVEN, "reflection": "Fra den ene fanen", "later": "1"})

    answer = staff_a.client.post(action(series), {**GIVEN, "reflection": "Fra den andre fanen", "later": "1"})

    body = answer.content.decode()
    assert answer.status_code == 409
    assert "Fra den ene fanen" in body
    assert "Fra den andre fanen" in body
    version = re.search(r'name="version" value="(\d+)"', body)
    assert version
    again = staff_a.client.post(action(series), {**GIVEN, "reflection": "Begge deler", "version": version[1], "later": "1"})
    assert again.status_code == 302
    assert ActionReport.objects.get().reflection == "Begge deler"


@pytest.mark.parametrize("day", ["2026-02-30", "i går", "30.02.2026"])
def test_a_day_that_does_not_exist_is_a_sentence_and_keeps_the_words(series: Series, place: Enrolment, staff_a: Somebody, day: str) -> None:
    answer = staff_a.client.post(action(series), {**GIVEN, "done_on": day, "done": "1"})

    assert answer.status_code == 422
    assert "There is no such day" in answer.content.decode()
    assert "Jeg var nervøs." in answer.content.decode()
    assert not ActionReport.objects.exists()


def test_a_day_to_come_is_a_sentence_and_keeps_the_words(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    answer = staff_a.client.post(action(series), {**GIVEN, "done_on": (clock.today() + DAY).isoformat(), "done": "1"})

    assert answer.status_code == 422
    assert "has not been yet" in answer.content.decode()
    assert "Vi snakket." in answer.content.decode()


def test_words_with_signs_of_code_stay_words(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    staff_a.client.post(action(series), {**GIVEN, "reflection": "<img src=x onerror=alert(1)>", "done": "1"})

    body = staff_a.client.get(action(series)).content.decode()

    assert "<img src=x" not in body
    assert "&lt;img src=x" in body


def test_the_form_keeps_half_written_text_on_the_device(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    assert f'data-draft="action-{series.action.pk}"' in staff_a.client.get(action(series)).content.decode()


def test_both_texts_say_who_sees_them_and_until_when(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    body = staff_a.client.get(action(series)).content.decode()

    assert "The others in the course series" in body
    assert "Only you. It never comes into a list" in body
    assert body.count("Deleted ") == 2


def test_a_finished_series_can_be_read_and_not_changed(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    staff_a.client.post(action(series), {**GIVEN, "done": "1"})
    series.programme.state = ProgrammeState.CLOSED
    series.programme.save()

    body = staff_a.client.get(action(series)).content.decode()

    assert "Jeg var nervøs." in body
    assert "<textarea" not in body
    assert staff_a.client.post(action(series), {**GIVEN, "version": "1", "later": "1"}).status_code == 409


def test_the_meeting_with_the_leader_names_the_two(series: Series, place: Enrolment, staff_a: Somebody, leader_a: Somebody) -> None:
    address = reverse("programmes:action", args=[series.meeting.pk]).replace("/nb/", "/en/")

    assert f"Only you and your leader, {leader_a.doer.name}" in staff_a.client.get(address).content.decode()
