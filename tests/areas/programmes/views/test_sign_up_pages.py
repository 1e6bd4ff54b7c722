"""Signing up and a leader's answer in the browser."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from samskaper.areas.programmes.commands.enrolment import Leader, sign_up
from samskaper.areas.programmes.models import Consent, Enrolment, Programme
from samskaper.commons.mail.models import Letter
from samskaper.commons.people import limits
from samskaper.commons.people.models import Organisation
from tests.cast import Somebody

OTHER = {"leader": "other", "leader_email": "leder@example.org", "leader_name": "Lederen"}


def url(name: str, *args: object) -> str:
    return reverse(f"programmes:{name}", args=args)


def link() -> str:
    text = Letter.objects.filter(template="programmes/letters/consent.txt").order_by("-pk")[0].text
    found = re.search(r"http://[^/]+(/\S+yes-or-no/[\w-]+/)", text)
    assert found
    return found.group(1)


def test_a_guest_signs_in_first_and_comes_back(course: Programme, guest: Somebody) -> None:
    answer = guest.client.get(url("sign_up", course.pk))
    assert answer.status_code == 302
    assert "next=" in answer.url and "sign-up" in answer.url


def test_signing_up_in_the_browser(course: Programme, staff_a: Somebody) -> None:
    answer = staff_a.client.post(url("sign_up", course.pk), {"needs": "Tegnspråk"}, follow=True)
    assert "Du har plass" in answer.content.decode()
    assert Enrolment.objects.get().needs == "Tegnspråk"


def test_the_leader_of_the_library_is_offered(with_consent: Programme, staff_a: Somebody, leader_a: Somebody) -> None:
    page = staff_a.client.get(url("sign_up", with_consent.pk)).content.decode()
    assert "Leader A" in page
    answer = staff_a.client.post(url("sign_up", with_consent.pk), {"leader": "known-0"}, follow=True)
    assert "Vi holder en plass til deg" in answer.content.decode()
    assert Consent.objects.get().leader_email == "leader.a@example.org"


def test_ones_own_leader_is_not_asked(with_consent: Programme, leader_a: Somebody) -> None:
    page = leader_a.client.get(url("sign_up", with_consent.pk)).content.decode()
    assert "Du er din egen leder" in page
    assert "Du har plass" in leader_a.client.post(url("sign_up", with_consent.pk), {}, follow=True).content.decode()


def test_alone_in_a_library_without_a_leader(with_consent: Programme, staff_a: Somebody) -> None:
    assert "Du har plass" in staff_a.client.post(url("sign_up", with_consent.pk), {"leader": "own"}, follow=True).content.decode()


def test_not_ones_own_leader_where_there_is_one(with_consent: Programme, staff_a: Somebody, leader_a: Somebody) -> None:
    assert staff_a.client.post(url("sign_up", with_consent.pk), {"leader": "own"}).status_code == 422


@pytest.mark.parametrize(
    "data", [{}, {"leader": "other"}, {"leader": "other", "leader_email": "nonsense"}, {"leader": "known-7"}, OTHER | {"needs": "x" * 301}]
)
def test_what_is_missing_is_asked_for(data: dict[str, str], with_consent: Programme, staff_a: Somebody) -> None:
    assert staff_a.client.post(url("sign_up", with_consent.pk), data).status_code == 422
    assert not Enrolment.objects.exists()


def test_where_one_works_is_asked_when_it_could_be_two(course: Programme, staff_a: Somebody, library_a: Organisation) -> None:
    assert staff_a.person
    staff_a.person.memberships.create(organisation=library_a, role="staff")
    staff_a.client.post(url("sign_up", course.pk), {"library": str(library_a.pk)})
    assert Enrolment.objects.get().library == library_a


def test_the_library_of_others_is_refused(course: Programme, staff_a: Somebody, library_a: Organisation, library_b: Organisation) -> None:
    assert staff_a.person
    staff_a.person.memberships.create(organisation=library_a, role="staff")
    assert staff_a.client.post(url("sign_up", course.pk), {"library": str(library_b.pk)}).status_code == 422


def test_a_draft_is_not_there_to_sign_up_for(course: Programme, staff_a: Somebody) -> None:
    Programme.objects.update(state="draft")
    assert staff_a.client.post(url("sign_up", course.pk), {}).status_code == 404


def test_leaving_takes_a_press(course: Programme, staff_a: Somebody) -> None:
    sign_up(programme=course, library=None, leader=None, by=staff_a.doer)
    assert staff_a.client.get(url("leave", course.pk)).status_code == 200
    assert Enrolment.objects.get().state == "enrolled"
    assert staff_a.client.post(url("leave", course.pk)).status_code == 302
    assert Enrolment.objects.get().state == "left"


@pytest.mark.parametrize("name", ["place", "leave", "leader"])
def test_who_has_no_place_is_led_to_the_programme(name: str, course: Programme, staff_a: Somebody) -> None:
    assert staff_a.client.get(url(name, course.pk)).url == url("programme", course.pk)


def test_the_leaders_page_works_signed_out_and_decides_nothing(with_consent: Programme, staff_a: Somebody, guest: Somebody) -> None:
    staff_a.client.post(url("sign_up", with_consent.pk), OTHER)
    for _ in range(2):
        page = guest.client.get(link())
        assert page.status_code == 200
    text = page.content.decode()
    assert "Får Staff A være med?" in text and ">31<" in text
    assert Enrolment.objects.get().state == "held"


def test_a_leader_presses_yes(with_consent: Programme, staff_a: Somebody, guest: Somebody) -> None:
    staff_a.client.post(url("sign_up", with_consent.pk), OTHER)
    answer = guest.client.post(link(), {"answer": "yes", "words": "Fint"}, follow=True)
    assert "Du sa ja" in answer.content.decode()
    assert Enrolment.objects.get().state == "enrolled"


def test_a_leader_presses_no_and_only_the_participant_reads_why(
    with_consent: Programme, staff_a: Somebody, adviser_a: Somebody, guest: Somebody
) -> None:
    staff_a.client.post(url("sign_up", with_consent.pk), OTHER)
    guest.client.post(link(), {"answer": "no", "words": "kanariford"})
    assert "kanariford" in staff_a.client.get(url("place", with_consent.pk)).content.decode()
    for name in ("people", "lead", "setup"):
        page = adviser_a.client.get(url(name, with_consent.pk)).content.decode()
        assert "kanariford" not in page and "Staff A" not in page, name
    outbox = adviser_a.client.get(reverse("mail:outbox")).content.decode()
    assert "kanariford" not in outbox and "Svaret fra lederen" not in outbox


@pytest.mark.parametrize("data", [{}, {"answer": "maybe"}, {"words": "hei"}])
def test_no_button_is_no_answer(data: dict[str, str], with_consent: Programme, staff_a: Somebody, guest: Somebody) -> None:
    staff_a.client.post(url("sign_up", with_consent.pk), OTHER)
    assert guest.client.post(link(), data).status_code == 422
    assert Enrolment.objects.get().state == "held"


def test_the_second_answer_is_told_that_it_is_the_second(with_consent: Programme, staff_a: Somebody, guest: Somebody) -> None:
    staff_a.client.post(url("sign_up", with_consent.pk), OTHER)
    guest.client.post(link(), {"answer": "yes"})
    assert guest.client.post(link(), {"answer": "no"}).status_code == 409
    assert Enrolment.objects.get().state == "enrolled"


def test_a_guessed_link_is_nothing_and_guessing_is_stopped(
    with_consent: Programme, staff_a: Somebody, guest: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "WRONG_SECRETS", 3)
    staff_a.client.post(url("sign_up", with_consent.pk), OTHER)
    answers = [guest.client.get(url("consent_by_link", f"guessed-{number}")).status_code for number in range(5)]
    assert answers == [404, 404, 404, 429, 429]
    assert guest.client.get(link()).status_code == 200


def test_a_leader_who_is_signed_in_answers(with_consent: Programme, staff_a: Somebody, leader_a: Somebody) -> None:
    staff_a.client.post(url("sign_up", with_consent.pk), {"leader": "known-0"})
    path = url("consent", Enrolment.objects.get().pk)
    assert leader_a.client.get(path).status_code == 200
    assert leader_a.client.post(path, {"answer": "yes"}).status_code == 302
    assert Enrolment.objects.get().state == "enrolled"


@pytest.mark.parametrize(("who", "status"), [("staff_a", 404), ("colleague_a", 404), ("adviser_a", 404), ("adviser_b", 404), ("guest", 302)])
def test_nobody_else_sees_the_leaders_page(
    who: str, status: int, with_consent: Programme, staff_a: Somebody, town_a: Organisation, request: pytest.FixtureRequest
) -> None:
    place = sign_up(programme=with_consent, library=town_a, leader=Leader("leder@example.org"), by=staff_a.doer)
    assert request.getfixturevalue(who).client.get(url("consent", place.pk)).status_code == status


def test_the_adviser_takes_off_somebody_who_called(course: Programme, adviser_a: Somebody, adviser_b: Somebody, staff_a: Somebody) -> None:
    place = sign_up(programme=course, library=None, leader=None, by=staff_a.doer)
    assert adviser_b.client.post(url("remove", place.pk)).status_code == 404
    assert staff_a.client.post(url("remove", place.pk)).status_code == 404
    assert adviser_a.client.post(url("remove", place.pk)).status_code == 302
    assert Enrolment.objects.get().state == "left"
