"""The code on the wall, from signing in to what was recorded or why not."""

from __future__ import annotations

import pytest
from django.urls import reverse

from samskaper.areas.programmes.models import Attendance, Enrolment
from samskaper.commons.people import limits
from samskaper.foundation import clock
from tests.areas.programmes.running import DAY, Series
from tests.cast import Somebody


def address(series: Series) -> str:
    return reverse("check_in", args=[series.second.checkin_secret])


def test_the_address_is_short_and_has_no_language(series: Series) -> None:
    assert address(series) == f"/q/{series.second.checkin_secret}/"


def test_opening_the_code_records_nothing(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    answer = staff_a.client.get(address(series))

    assert answer.status_code == 200
    assert "<form" in answer.content.decode()
    assert not Attendance.objects.exists()


def test_a_press_records_and_says_so(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    answer = staff_a.client.post(address(series))

    assert (answer.status_code, answer["Location"]) == (302, address(series))
    after = staff_a.client.get(address(series)).content.decode()
    assert "<form" not in after.split("<main")[1]
    assert Attendance.objects.get().state == "present"


def test_a_guest_is_sent_to_sign_in_and_comes_back(series: Series, guest: Somebody) -> None:
    answer = guest.client.get(address(series))

    assert answer.status_code == 302
    assert answer["Location"].endswith(f"?next={address(series)}")


def test_an_account_that_has_not_said_who_is_here_is_asked_and_comes_back(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    session = staff_a.client.session
    del session["person"]
    session.save()

    answer = staff_a.client.get(address(series))

    assert answer["Location"] == f"{reverse('people:arrive')}?next={address(series)}"


def test_a_guest_who_presses_is_sent_to_sign_in_too(series: Series, guest: Somebody) -> None:
    answer = guest.client.post(address(series))

    assert answer.status_code == 302
    assert not Attendance.objects.exists()


def test_somebody_who_is_not_signed_up_reads_why(series: Series, colleague_a: Somebody) -> None:
    answer = colleague_a.client.get(f"{address(series)}", headers={"Accept-Language": "en"})

    assert "not signed up" in answer.content.decode()
    assert "<form" not in answer.content.decode().split("<main")[1]


@pytest.mark.parametrize(("days", "word"), [(-2, "early"), (2, "over")])
def test_too_early_and_too_late_say_when(series: Series, place: Enrolment, staff_a: Somebody, days: int, word: str) -> None:
    with clock.at(series.second.starts + days * DAY):
        answer = staff_a.client.get(address(series), headers={"Accept-Language": "en"})

    assert word in answer.content.decode()


def test_a_press_that_is_too_late_records_nothing(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    with clock.at(series.second.starts + 2 * DAY):
        assert staff_a.client.post(address(series)).status_code == 409

    assert not Attendance.objects.exists()


def test_guessing_codes_does_not_pay(guest: Somebody, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WRONG_SECRETS", 3)

    found = [guest.client.get(f"/q/guess-{number}/").status_code for number in range(5)]

    assert found == [410, 410, 410, 429, 429]


def test_two_hundred_people_behind_one_address_get_in(series: Series, place: Enrolment, staff_a: Somebody, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WRONG_SECRETS", 3)

    found = {staff_a.client.get(address(series)).status_code for _ in range(20)}

    assert found == {200}


def test_the_adviser_shows_the_code_with_the_whole_address(series: Series, adviser_a: Somebody, settings: object) -> None:
    settings.SITE_URL = "http://192.168.1.20:8000"  # type: ignore[attr-defined]

    body = adviser_a.client.get(reverse("programmes:code", args=[series.second.pk])).content.decode()

    assert f"http://192.168.1.20:8000{address(series)}" in body
    assert "data:image/svg+xml" in body
