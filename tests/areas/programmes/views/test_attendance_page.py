"""The list of a gathering on a phone, and groups."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samskaper.areas.programmes.models import Attendance, Enrolment, GatheringState, Group
from samskaper.commons.mail.models import Letter
from samskaper.foundation import clock
from tests.areas.programmes.running import DAY, Series
from tests.cast import Somebody


def page(series: Series, name: str = "attendance") -> str:
    return reverse(f"programmes:{name}", args=[series.second.pk]).replace("/nb/", "/en/")


def test_nothing_is_chosen_before_somebody_chooses(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    assert "checked" not in adviser_a.client.get(page(series)).content.decode()


def test_the_list_is_saved_and_says_how_many(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    answer = adviser_a.client.post(page(series), {f"was-{place.pk}": "", f"mark-{place.pk}": "present"}, follow=True)

    assert "1 of 1 is here" in answer.content.decode()
    assert Attendance.objects.get().how == "list"


def test_two_editors_see_where_they_disagree(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    adviser_a.client.post(page(series), {f"was-{place.pk}": "", f"mark-{place.pk}": "present"})

    answer = adviser_a.client.post(page(series), {f"was-{place.pk}": "", f"mark-{place.pk}": "absent"})

    body = answer.content.decode()
    assert "Somebody else changed the list in between" in body
    assert place.person.name in body
    assert Attendance.objects.get().state == "present"


@pytest.mark.parametrize(
    "data", [{"mark-1e5": "present"}, {"mark-": "present"}, {"mark-²": "present"}, {"mark-99999999999999999999": "present"}, {"mark-1": "hacked"}]
)
def test_what_is_no_mark_is_passed_over(series: Series, place: Enrolment, adviser_a: Somebody, data: dict[str, str]) -> None:
    assert adviser_a.client.post(page(series), data).status_code == 302
    assert not Attendance.objects.exists()


def test_thirty_on_the_list_cost_no_more_queries_than_one(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    adviser_a.client.get(page(series))
    with CaptureQueriesContext(connection) as one:
        adviser_a.client.get(page(series))
    series.enrol_many(30)

    with CaptureQueriesContext(connection) as thirty:
        body = adviser_a.client.get(page(series)).content.decode()

    assert len(thirty) == len(one)
    assert body.count('role="radiogroup"') == 31


def test_a_gathering_ahead_shows_when_it_begins_and_a_list_for_paper(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    series.second.starts, series.second.ends = clock.now() + DAY, clock.now() + 2 * DAY
    series.second.save()

    body = adviser_a.client.get(page(series)).content.decode()

    assert "It begins" in body
    assert "1 has a seat" in body
    assert place.person.name in body
    assert "radiogroup" not in body


def test_cancelling_tells_those_with_a_seat_with_a_file_for_the_calendar(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    adviser_a.client.post(page(series, "change_state"), {"change": "cancel"})

    series.second.refresh_from_db()
    letter = Letter.objects.get()
    assert series.second.state == GatheringState.CANCELLED
    assert letter.email == place.person.email
    content = bytes(letter.attachments.get().enclosed.content).decode()
    assert "METHOD:CANCEL" in content
    assert "SEQUENCE:1" in content


def test_cancelling_twice_writes_once(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    for _press in range(2):
        adviser_a.client.post(page(series, "change_state"), {"change": "cancel"})

    assert Letter.objects.count() == 1


def test_a_change_that_we_do_not_know_is_a_sentence(series: Series, adviser_a: Somebody) -> None:
    assert adviser_a.client.post(page(series, "change_state"), {"change": "explode"}).status_code == 422


def test_groups_are_made_and_somebody_is_moved(series: Series, adviser_a: Somebody) -> None:
    people = series.enrol_many(8)
    adviser_a.client.post(page(series, "groups"), {"size": "4"})
    assert Group.objects.count() == 2

    answer = adviser_a.client.post(page(series, "move"), {"enrolment": people[0].pk, "number": "2"})

    assert answer["Location"].endswith(f"#person-{people[0].pk}")
    assert Group.objects.get(number=2).places.filter(enrolment=people[0]).exists()


@pytest.mark.parametrize("size", ["", "1", "21", "mange", "4; DROP TABLE"])
def test_a_size_that_is_none_is_a_sentence(series: Series, adviser_a: Somebody, size: str) -> None:
    series.enrol_many(4)

    answer = adviser_a.client.post(page(series, "groups"), {"size": size})

    assert answer.status_code == 422
    assert not Group.objects.exists()


def test_thirty_in_groups_cost_no_more_queries_than_four(series: Series, adviser_a: Somebody) -> None:
    series.enrol_many(4)
    adviser_a.client.post(page(series, "groups"), {"size": "4"})
    adviser_a.client.get(page(series, "groups"))
    with CaptureQueriesContext(connection) as few:
        adviser_a.client.get(page(series, "groups"))
    series.enrol_many(30)
    adviser_a.client.post(page(series, "groups"), {"size": "4"})

    adviser_a.client.get(page(series, "groups"))
    with CaptureQueriesContext(connection) as many:
        adviser_a.client.get(page(series, "groups"))

    assert len(many) <= len(few)


def test_a_gathering_for_associations_has_no_list_and_can_be_held(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    series.second.for_participants = False
    series.second.save()

    assert "radiogroup" not in adviser_a.client.get(page(series)).content.decode()
    assert adviser_a.client.post(page(series), {f"was-{place.pk}": "", f"mark-{place.pk}": "present"}).status_code == 409
    adviser_a.client.post(page(series, "change_state"), {"change": "hold"})
    series.second.refresh_from_db()
    assert series.second.state == GatheringState.HELD
