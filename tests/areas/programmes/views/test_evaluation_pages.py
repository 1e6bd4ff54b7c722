"""Asking what people thought: after a gathering and at the end."""

from __future__ import annotations

import pytest
from django.urls import reverse

from samskaper.areas.programmes.commands.evaluation import ask_about_gathering, ask_at_the_end
from samskaper.areas.programmes.commands.gatherings import Mark, record_attendance
from samskaper.areas.programmes.models import Enrolment
from samskaper.commons.feedback import commands as feedback
from samskaper.commons.feedback.models import Questionnaire
from samskaper.commons.feedback.rules import may_answer
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.record.queries import counts
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Refusal
from tests.areas.programmes.running import Series
from tests.cast import Somebody


def attend(series: Series, place: Enrolment, adviser: Somebody) -> None:
    record_attendance(gathering=series.second, marks={place.pk: Mark("", "present")}, by=adviser.doer)
    series.second.refresh_from_db()


def test_those_who_were_there_are_asked_and_written_to(series: Series, place: Enrolment, adviser_a: Somebody, colleague_a: Somebody) -> None:
    series.enrol(colleague_a)
    attend(series, place, adviser_a)

    asked = ask_about_gathering(gathering=series.second, by=adviser_a.doer)

    assert [letter.email for letter in Letter.objects.all()] == [place.person.email]
    assert f"/questions/{asked.pk}/" in Letter.objects.get().text


@pytest.mark.parametrize(
    ("who", "may"),
    [("staff_a", True), ("colleague_a", False), ("leader_a", False), ("adviser_a", False), ("staff_b", False), ("guest", False)],
)
def test_only_those_who_were_there_may_answer(
    request: pytest.FixtureRequest, series: Series, place: Enrolment, adviser_a: Somebody, who: str, may: bool
) -> None:
    attend(series, place, adviser_a)
    asked = ask_about_gathering(gathering=series.second, by=adviser_a.doer)

    assert may_answer(request.getfixturevalue(who).doer, asked) is may


def test_asking_twice_is_once(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    attend(series, place, adviser_a)

    for _time in range(2):
        ask_about_gathering(gathering=series.second, by=adviser_a.doer)

    assert (Questionnaire.objects.count(), Letter.objects.count()) == (1, 1)


def test_nobody_is_asked_before_it_was_held(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    with pytest.raises(Conflict):
        ask_about_gathering(gathering=series.second, by=adviser_a.doer)


def test_nobody_is_asked_about_a_series_without_people(series: Series, adviser_a: Somebody) -> None:
    with pytest.raises(Conflict):
        ask_at_the_end(programme=series.programme, by=adviser_a.doer)


@pytest.mark.parametrize("who", ["staff_a", "leader_a", "adviser_b", "guest"])
def test_others_do_not_ask(request: pytest.FixtureRequest, series: Series, place: Enrolment, adviser_a: Somebody, who: str) -> None:
    attend(series, place, adviser_a)
    doer = request.getfixturevalue(who).doer

    with pytest.raises(Refusal):
        ask_about_gathering(gathering=series.second, by=doer)
    with pytest.raises(Refusal):
        ask_at_the_end(programme=series.programme, by=doer)


def test_closing_the_last_questions_evaluates_the_series(series: Series, place: Enrolment, adviser_a: Somebody, staff_a: Somebody) -> None:
    asked = ask_at_the_end(programme=series.programme, by=adviser_a.doer)
    feedback.answer(questionnaire=asked, values={1: "5"}, by=staff_a.doer)

    feedback.close(questionnaire=asked, by=SYSTEM)

    assert counts(["programmes.evaluated"], within=[Ref.to(series.programme)]) == {"programmes.evaluated": 1}


def test_closing_the_questions_of_one_gathering_does_not(series: Series, place: Enrolment, adviser_a: Somebody, staff_a: Somebody) -> None:
    attend(series, place, adviser_a)
    asked = ask_about_gathering(gathering=series.second, by=adviser_a.doer)
    feedback.answer(questionnaire=asked, values={1: "5"}, by=staff_a.doer)

    feedback.close(questionnaire=asked, by=SYSTEM)

    assert counts(["programmes.evaluated"], within=[Ref.to(series.programme)]) == {"programmes.evaluated": 0}


def test_the_page_asks_with_a_press(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    attend(series, place, adviser_a)
    page = reverse("programmes:evaluation", args=[series.programme.pk])
    assert adviser_a.client.get(page).status_code == 200

    answer = adviser_a.client.post(reverse("programmes:ask_about_gathering", args=[series.second.pk]))

    assert answer["Location"] == page
    assert Questionnaire.objects.exists()
