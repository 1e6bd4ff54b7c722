"""Seeing the questions before anybody is asked, and closing them before their day."""

from __future__ import annotations

import pytest
from django.urls import reverse

from samskaper.areas.programmes.commands.evaluation import ask_about_gathering, ask_at_the_end
from samskaper.areas.programmes.commands.gatherings import Mark, record_attendance
from samskaper.areas.programmes.models import Enrolment, Gathering
from samskaper.commons.feedback.models import Questionnaire
from samskaper.commons.mail.models import Letter
from tests.areas.programmes.running import Series
from tests.cast import Somebody


@pytest.fixture
def asked(series: Series, place: Enrolment, adviser_a: Somebody) -> Questionnaire:
    record_attendance(gathering=series.second, marks={place.pk: Mark("", "present")}, by=adviser_a.doer)
    series.second.refresh_from_db()
    return ask_about_gathering(gathering=series.second, by=adviser_a.doer)


def page_of(series: Series, somebody: Somebody) -> str:
    page = somebody.client.get(reverse("programmes:ask_at_the_end", args=[series.programme.pk])).content.decode()
    return str(page.split("<main")[1].split("</main")[0])


def test_the_questions_are_seen_before_anybody_is_asked(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    page = page_of(series, adviser_a)

    assert "How useful was the whole series" in page or "Hvor nyttig" in page
    assert not Questionnaire.objects.exists()
    assert not Letter.objects.exists()


def test_asking_about_the_whole_warns_while_gatherings_are_ahead(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    warns = "note--warning"
    assert warns in page_of(series, adviser_a)

    Gathering.objects.filter(programme=series.programme).update(state="held")

    assert warns not in page_of(series, adviser_a)


def test_what_was_asked_already_leads_back(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    ask_at_the_end(programme=series.programme, by=adviser_a.doer)

    answer = adviser_a.client.get(reverse("programmes:ask_at_the_end", args=[series.programme.pk]))

    assert answer["Location"] == reverse("programmes:evaluation", args=[series.programme.pk])


def test_a_gathering_that_nobody_was_at_says_so(series: Series, adviser_a: Somebody) -> None:
    Gathering.objects.filter(pk=series.second.pk).update(state="held")

    page = adviser_a.client.get(reverse("programmes:ask_about_gathering", args=[series.second.pk])).content.decode()

    assert 'class="checks"' not in page
    assert reverse("programmes:evaluation", args=[series.programme.pk]) in page


def test_closing_tells_first_and_closes_by_a_press(asked: Questionnaire, adviser_a: Somebody, staff_a: Somebody) -> None:
    door = reverse("feedback:close", args=[asked.pk])

    assert adviser_a.client.get(door).status_code == 200
    assert not Questionnaire.objects.get().closed
    answer = adviser_a.client.post(door)

    assert answer["Location"] == reverse("feedback:results", args=[asked.pk])
    assert Questionnaire.objects.get().closed
    assert staff_a.client.get(reverse("feedback:answer", args=[asked.pk])).status_code == 410


def test_closing_twice_says_that_it_is_closed(asked: Questionnaire, adviser_a: Somebody) -> None:
    door = reverse("feedback:close", args=[asked.pk])
    adviser_a.client.post(door)

    assert adviser_a.client.post(door).status_code == 410


@pytest.mark.parametrize(("who", "status"), [("staff_a", 404), ("leader_a", 404), ("adviser_b", 404)])
def test_others_do_not_close(request: pytest.FixtureRequest, asked: Questionnaire, who: str, status: int) -> None:
    answer = request.getfixturevalue(who).client.post(reverse("feedback:close", args=[asked.pk]))

    assert answer.status_code == status
    assert not Questionnaire.objects.get().closed


def test_the_page_offers_closing_what_is_open(series: Series, asked: Questionnaire, adviser_a: Somebody) -> None:
    door = reverse("feedback:close", args=[asked.pk])
    page = reverse("programmes:evaluation", args=[series.programme.pk])
    assert door in adviser_a.client.get(page).content.decode()

    adviser_a.client.post(door)

    assert door not in adviser_a.client.get(page).content.decode()
