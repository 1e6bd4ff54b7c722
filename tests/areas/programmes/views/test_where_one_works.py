"""Where a participant works: asked at sign-up, read from lists, and shown wherever people are listed."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from samskaper.areas.programmes.commands.publish import Guest, invite
from samskaper.areas.programmes.forms.addresses import read_addresses
from samskaper.areas.programmes.models import Enrolment, Invitation, Programme
from samskaper.commons.people.models import Organisation
from tests.cast import Somebody, make_person

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def newcomer() -> Somebody:
    """Somebody whose library nobody has registered."""
    return make_person("Nykommer")


def door(course: Programme) -> str:
    return reverse("programmes:sign_up", args=[course.pk])


def listed(course: Programme, adviser: Somebody) -> str:
    return adviser.client.get(reverse("programmes:people", args=[course.pk])).content.decode()


def test_a_newcomer_is_asked_where_and_it_stands_on_the_list(course: Programme, newcomer: Somebody, adviser_a: Somebody) -> None:
    assert newcomer.client.post(door(course), {}).status_code == 422

    newcomer.client.post(door(course), {"workplace": "Øydalen folkebibliotek"})

    assert Enrolment.objects.get().workplace == "Øydalen folkebibliotek"
    assert "Øydalen folkebibliotek" in listed(course, adviser_a)


def test_a_library_that_we_know_by_that_name_is_that_library(course: Programme, newcomer: Somebody, library_a: Organisation) -> None:
    newcomer.client.post(door(course), {"workplace": f"  {library_a.name.upper()} "})

    assert Enrolment.objects.get().library == library_a


def test_two_libraries_of_one_name_are_not_guessed_between(course: Programme, newcomer: Somebody, library_a: Organisation) -> None:
    Organisation.objects.create(name=library_a.name, kind=library_a.kind, country=library_a.country)

    newcomer.client.post(door(course), {"workplace": library_a.name})

    place = Enrolment.objects.get()
    assert (place.library, place.works_at) == (None, library_a.name)


def test_naming_a_library_does_not_show_its_leaders(
    with_consent: Programme, newcomer: Somebody, library_a: Organisation, leader_a: Somebody
) -> None:
    newcomer.client.post(door(with_consent), {
        "workplace": library_a.name, "leader": "other", "leader_name": "Lederen", "leader_email": "leder@example.org",
    })

    page = newcomer.client.get(reverse("programmes:leader", args=[with_consent.pk])).content.decode()

    assert Enrolment.objects.get().library == library_a
    assert leader_a.person and leader_a.person.name not in page


def test_the_registered_library_stands_there_already_with_room_for_another(course: Programme, staff_a: Somebody) -> None:
    page = staff_a.client.get(door(course)).content.decode()
    assert "Another place: I write it" in page

    assert staff_a.client.post(door(course), {"library": "other"}).status_code == 422
    staff_a.client.post(door(course), {"library": "other", "workplace": "Sykehuset"})

    assert Enrolment.objects.get().works_at == "Sykehuset"


def test_whoever_leads_is_not_led_past_the_leader_by_another_place(with_consent: Programme, leader_a: Somebody) -> None:
    assert leader_a.client.post(door(with_consent), {"library": "other", "workplace": "Et annet sted"}).status_code == 422


def test_what_the_invitation_says_is_filled_in(course: Programme, newcomer: Somebody, adviser_a: Somebody) -> None:
    assert newcomer.person and newcomer.person.account
    guest = Guest(newcomer.person.account.email, "Nykommer", workplace="Strandvik bibliotek")
    invite(programme=course, guests=[guest], source="listen", by=adviser_a.doer)

    assert 'value="Strandvik bibliotek"' in newcomer.client.get(door(course)).content.decode()


@pytest.mark.parametrize(
    ("cell", "kept"),
    [("Strandvik bibliotek", "Strandvik bibliotek"), ("", ""), ("=HYPERLINK(1)", ""), ("x" * 300, "x" * 160), ("​​", "")],
)
def test_the_librarys_column_is_read(cell: str, kept: str) -> None:
    found = read_addresses("liste.csv", f"Navn;E-post;Bibliotek\nKari;kari@example.org;{cell}\n".encode())

    assert [line.workplace for line in found.lines] == [kept]


def test_the_list_shows_what_the_file_said(course: Programme, adviser_a: Somebody) -> None:
    file = SimpleUploadedFile("liste.csv", b"Navn;E-post;Bibliotek\nKari;kari@example.org;Strandvik <b>\n")

    adviser_a.client.post(reverse("programmes:publish_addresses", args=[course.pk]), {"file": file, "source": "Fylket"})

    assert Invitation.objects.get().workplace == "Strandvik <b>"
    assert "Strandvik &lt;b&gt;" in adviser_a.client.get(reverse("programmes:invitations", args=[course.pk])).content.decode()


def test_the_fields_of_a_leader_say_when_they_are_needed(with_consent: Programme, staff_a: Somebody, leader_a: Somebody) -> None:
    page = staff_a.client.get(door(with_consent)).content.decode()

    assert page.count("Needed only when your leader is not among those above.") == 2
    assert page.count("(if you like)") == 1  # what we should think of
