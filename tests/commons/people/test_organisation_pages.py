"""The register in the browser."""

from __future__ import annotations

from typing import Any

import pytest

from samskaper.commons.mail.models import Letter
from samskaper.commons.people import commands
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import Membership, Municipality, Organisation, OrganisationKind, Person, Role
from tests.cast import FormClient, Somebody

pytestmark = pytest.mark.django_db
FIELDS = {"name": "Historielaget", "kind": "association", "country": "NO", "language": "nb", "email": "", "number": ""}


@pytest.fixture
def places(db: None) -> None:
    commands.load_places(by=SYSTEM)


def fill(number: int) -> None:
    Organisation.objects.bulk_create(
        Organisation(kind=OrganisationKind.ASSOCIATION, name=f"Lag {one:03}") for one in range(number)
    )


@pytest.mark.parametrize(("who", "status"), [("adviser_a", 200), ("staff_a", 200), ("adviser_b", 200), ("guest", 302)])
def test_who_opens_the_register(request: Any, who: str, status: int) -> None:
    assert request.getfixturevalue(who).client.get("/en/organisations/").status_code == status


def test_person_without_a_role_is_told_so(guest: Somebody) -> None:
    from tests.cast import make_person

    answer = make_person("Newcomer").client.get("/en/organisations/")
    assert answer.status_code == 403
    assert "for those who have a role" in answer.content.decode()


@pytest.mark.parametrize("number", [1, 30])
def test_register_costs_the_same_whatever_its_size(
    adviser_a: Somebody, number: int, django_assert_max_num_queries: Any
) -> None:
    fill(number)
    adviser_a.client.get("/en/organisations/")
    with django_assert_max_num_queries(9):
        adviser_a.client.get("/en/organisations/")


def test_register_has_pages_that_keep_the_search(adviser_a: Somebody) -> None:
    fill(70)
    page = adviser_a.client.get("/en/organisations/", {"words": "lag", "page": "2"}).content.decode()
    assert "Page 2 of 3" in page
    assert "words=lag&amp;page=3" in page


@pytest.mark.parametrize("query", [{"page": "999"}, {"page": "x"}, {"county": "999"}, {"county": "x"}, {"kind": "x"}])
def test_odd_questions_get_a_page(adviser_a: Somebody, query: dict[str, str]) -> None:
    assert adviser_a.client.get("/en/organisations/", query).status_code == 200


def test_search_that_finds_nothing_says_what_to_do(adviser_a: Somebody) -> None:
    assert "Try fewer letters" in adviser_a.client.get("/en/organisations/", {"words": "zzz"}).content.decode()


def test_adviser_adds_an_association_with_its_municipality(adviser_a: Somebody, places: None) -> None:
    town = Municipality.objects.get(name="Storfjord", valid_until=None)
    answer = adviser_a.client.post("/en/organisations/add/", {**FIELDS, "municipality": town.pk})
    made = Organisation.objects.get(name="Historielaget")
    assert answer["Location"] == f"/en/organisations/{made.pk}/"
    assert (made.municipality, made.county) == (town, town.county)


def test_place_in_the_other_country_gets_a_sentence(adviser_a: Somebody, places: None) -> None:
    town = Municipality.objects.get(name="København")
    answer = adviser_a.client.post("/en/organisations/add/", {**FIELDS, "municipality": town.pk})
    assert answer.status_code == 422
    assert "lies in the other country" in answer.content.decode()


@pytest.mark.parametrize("name", ["", "\u200b\u200b", "=HYPERLINK(1)", "<img src=x onerror=alert(1)>", "x" * 10_000])
def test_name_that_is_none_gets_a_sentence_and_is_shown_safely(adviser_a: Somebody, name: str) -> None:
    answer = adviser_a.client.post("/en/organisations/add/", {**FIELDS, "name": name})
    assert answer.status_code == 422
    assert "<img src=x" not in answer.content.decode()
    assert not Organisation.objects.filter(kind="association").exists()


@pytest.mark.parametrize(
    ("who", "path"),
    [
        ("staff_a", "add/"),
        *((who, path) for who in ("staff_a", "adviser_b") for path in ("{0}/change/", "{0}/invite/")),
    ],
)
def test_doors_that_are_not_theirs(request: Any, town_a: Organisation, who: str, path: str) -> None:
    somebody = request.getfixturevalue(who)
    address = f"/en/organisations/{path.format(town_a.pk)}"
    assert somebody.client.get(address).status_code == 403
    assert somebody.client.post(address, FIELDS).status_code == 403


def test_change_by_two_editors_shows_both_texts(adviser_a: Somebody, town_a: Organisation) -> None:
    address = f"/en/organisations/{town_a.pk}/change/"
    fields = {**FIELDS, "kind": "public_library"}
    assert adviser_a.client.post(address, {**fields, "name": "Ny", "version": "1"}).status_code == 302
    answer = adviser_a.client.post(address, {**fields, "name": "Nyere", "version": "1"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Nyere" in page and ">Ny<" in page and "Name" in page
    town_a.refresh_from_db()
    assert town_a.name == "Ny"


def test_change_without_a_version_is_stale(adviser_a: Somebody, town_a: Organisation) -> None:
    answer = adviser_a.client.post(f"/en/organisations/{town_a.pk}/change/", {**FIELDS, "kind": "public_library"})
    assert answer.status_code == 409


def test_gone_county_stays_choosable_for_the_one_that_has_it(
    adviser_a: Somebody, library_a: Organisation, places: None
) -> None:
    from samskaper.commons.people.models import County

    library_a.county = County.objects.get(name="Viken")
    library_a.save()
    page = adviser_a.client.get(f"/en/organisations/{library_a.pk}/change/").content.decode()
    assert "Viken" in page
    assert "Viken" not in adviser_a.client.get("/en/organisations/add/").content.decode()


def test_members_are_seen_by_colleagues_only(staff_a: Somebody, adviser_b: Somebody, town_a: Organisation) -> None:
    address = f"/en/organisations/{town_a.pk}/"
    assert "Staff A" in staff_a.client.get(address).content.decode()
    assert "Staff A" not in adviser_b.client.get(address).content.decode()


@pytest.mark.parametrize("number", [1, 30])
def test_page_costs_the_same_whatever_the_number_of_members(
    adviser_a: Somebody, library_a: Organisation, number: int, django_assert_max_num_queries: Any
) -> None:
    persons = Person.objects.bulk_create(Person(name=f"P{one}") for one in range(number))
    Membership.objects.bulk_create(Membership(person=one, organisation=library_a, role=Role.STAFF) for one in persons)
    browser = adviser_a.client
    with django_assert_max_num_queries(11):
        browser.get(f"/en/organisations/{library_a.pk}/")


def test_invitation_from_the_page(adviser_a: Somebody, town_a: Organisation) -> None:
    fields = {"name": "Ny Ansatt", "email": "ny@example.org", "role": "staff", "language": "nb"}
    answer = adviser_a.client.post(f"/en/organisations/{town_a.pk}/invite/", fields)
    assert answer.status_code == 302
    assert Letter.objects.get().email == "ny@example.org"


def test_one_invitation_sent_a_hundred_times_is_one(adviser_a: Somebody, town_a: Organisation) -> None:
    fields = {"name": "Ny Ansatt", "email": "ny@example.org", "role": "staff", "language": "nb"}
    for _time in range(100):
        adviser_a.client.post(f"/en/organisations/{town_a.pk}/invite/", fields, once="a-key-of-twenty-signs")
    assert Letter.objects.count() == 1


def test_role_that_does_not_exist_here_gets_a_sentence(adviser_a: Somebody, town_a: Organisation) -> None:
    fields = {"name": "Ny", "email": "ny@example.org", "role": "adviser", "language": "nb"}
    assert adviser_a.client.post(f"/en/organisations/{town_a.pk}/invite/", fields).status_code == 422


def test_role_is_ended_by_a_press(adviser_a: Somebody, library_a: Organisation, staff_a: Somebody) -> None:
    assert staff_a.person
    held = commands.give_role(organisation=library_a, person=staff_a.person, role=Role.STAFF, by=SYSTEM)
    address = f"/en/organisations/{library_a.pk}/roles/{held.pk}/end/"
    assert adviser_a.client.get(address).status_code == 405
    assert adviser_a.client.post(address).status_code == 302
    assert not staff_a.doer.holds(library_a.pk)


def test_role_of_another_organisation_is_not_found(
    adviser_a: Somebody, library_a: Organisation, staff_b: Somebody
) -> None:
    held = Membership.objects.get(person=staff_b.person)
    answer = adviser_a.client.post(f"/en/organisations/{library_a.pk}/roles/{held.pk}/end/")
    assert answer.status_code == 404
    held.refresh_from_db()
    assert held.until is None


def test_organisation_that_is_not_there(adviser_a: Somebody) -> None:
    assert adviser_a.client.get("/en/organisations/999999/").status_code == 404


@pytest.mark.parametrize(
    ("language", "words"), [("nb", "Fylkesbibliotek"), ("da", "Fylkesbibliotek"), ("en", "County library")]
)
def test_norwegian_regional_library_in_words(
    adviser_a: Somebody, library_a: Organisation, language: str, words: str
) -> None:
    assert words in adviser_a.client.get(f"/{language}/organisations/{library_a.pk}/").content.decode()


@pytest.mark.parametrize(
    ("language", "words"), [("nb", "Centralbibliotek"), ("da", "Centralbibliotek"), ("en", "Central library")]
)
def test_danish_regional_library_in_words(
    adviser_a: Somebody, library_b: Organisation, language: str, words: str
) -> None:
    assert words in adviser_a.client.get(f"/{language}/organisations/{library_b.pk}/").content.decode()


@pytest.mark.parametrize("path", ["", "add/", "{0}/", "{0}/change/", "{0}/invite/"])
@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_every_page_opens_in_every_language(
    adviser_a: Somebody, library_a: Organisation, language: str, path: str
) -> None:
    assert adviser_a.client.get(f"/{language}/organisations/{path.format(library_a.pk)}").status_code == 200


def test_guest_goes_nowhere(library_a: Organisation) -> None:
    for path in ("", "add/", f"{library_a.pk}/", f"{library_a.pk}/change/", f"{library_a.pk}/invite/"):
        assert FormClient().get(f"/en/organisations/{path}")["Location"].startswith("/en/sign-in/")


@pytest.mark.parametrize(("who", "offered"), [("adviser_a", True), ("leader_a", False), ("adviser_b", False)])
def test_who_is_offered_to_add_a_library_on_the_page_of_the_regional_one(
    request: Any, library_a: Organisation, who: str, offered: bool
) -> None:
    page = request.getfixturevalue(who).client.get(f"/en/organisations/{library_a.pk}/").content.decode()
    assert ('href="/en/organisations/add/"' in page) is offered
