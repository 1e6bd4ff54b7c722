"""Whose addresses an adviser sees: her own list's with its source, her own staff's, and nobody else's."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samskaper.areas.programmes.commands import publish as commands
from samskaper.areas.programmes.models import Invitation, Programme
from samskaper.areas.programmes.queries.personal import export
from samskaper.areas.programmes.queries.publish import invitations, receivers
from samskaper.commons.mail import queries as mail
from samskaper.commons.mail.models import Letter, State
from samskaper.commons.people import commands as people
from samskaper.commons.people.models import Membership, Organisation, OrganisationKind, Person, Role
from tests.cast import Somebody, make_person


@pytest.fixture
def far_town(db: None) -> Organisation:
    keeper = Organisation.objects.create(kind=OrganisationKind.REGIONAL_LIBRARY, name="Vestøy fylkesbibliotek")
    return Organisation.objects.create(kind=OrganisationKind.PUBLIC_LIBRARY, name="Langøy bibliotek", parent=keeper)


@pytest.fixture
def far_staff(far_town: Organisation) -> Somebody:
    return make_person("Far Staff", (far_town, Role.STAFF), (far_town, Role.LEADER))


@pytest.fixture
def invited(course: Programme, adviser_a: Somebody, staff_a: Somebody, far_staff: Somebody, town_a: Organisation, far_town: Organisation) -> Programme:
    """Sent to our own town, to one of another county, and to an address on a list."""
    commands.invite(programme=course, guests=[commands.Guest("listed@example.org", "Listed")], source="Our list", by=adviser_a.doer)
    commands.invite_libraries(programme=course, libraries=[town_a.pk, far_town.pk], by=adviser_a.doer)
    commands.send_programme(programme=course, by=adviser_a.doer)
    return course


def seen(programme: Programme, adviser: Somebody) -> dict[str, str]:
    rows = receivers(invitations(programme, visible_to=adviser.doer), visible_to=adviser.doer)
    return {row.invitation.name: row.address for row in rows}


def test_addresses_are_those_of_the_list_and_of_our_own_staff(invited: Programme, adviser_a: Somebody) -> None:
    assert seen(invited, adviser_a) == {"Listed": "listed@example.org", "Staff A": "staff.a@example.org", "Far Staff": ""}


def test_others_are_shown_by_name_library_and_roles(invited: Programme, adviser_a: Somebody, in_english: None) -> None:
    page = adviser_a.client.get(f"/en/programmes/{invited.pk}/publish/list/").content.decode()

    assert "Far Staff" in page and "Langøy bibliotek · Leader, Employee" in page
    assert "kept by their library" in page and "Our list" in page
    assert "far.staff@example.org" not in page


def test_the_letter_reaches_them_by_the_outbox(invited: Programme, far_staff: Somebody) -> None:
    letter = Letter.objects.get(person=far_staff.person, template__endswith="invitation.txt")

    assert letter.email == "far.staff@example.org"
    assert letter.state == State.WAITING


@pytest.mark.parametrize("state", [State.SENT, State.UNCERTAIN, State.REFUSED])
def test_the_outbox_shows_no_address_that_another_registered(
    invited: Programme, adviser_a: Somebody, far_staff: Somebody, state: State
) -> None:
    letters = Letter.objects.filter(template__endswith="invitation.txt")
    letters.update(state=state, settled="2099-01-01T00:00Z", claimed="2099-01-01T00:00Z")
    letters.filter(person=far_staff.person).update(error="550 <Far.Staff@example.org> unknown")
    letter = letters.get(person=far_staff.person)

    pages = [
        adviser_a.client.get(address).content.decode()
        for address in (reverse("mail:outbox"), reverse("mail:mailing", args=[letter.pk]))
    ]

    assert "Far Staff" in pages[1] and "listed@example.org" in pages[1] and "staff.a@example.org" in pages[1]
    assert all("far.staff@example.org" not in page.lower() for page in pages)


def test_whoever_registered_her_sees_the_address(invited: Programme, far_town: Organisation, far_staff: Somebody) -> None:
    keeper = make_person("Keeper", (far_town.parent, Role.ADVISER))
    letter = Letter.objects.get(person=far_staff.person)

    assert mail.as_seen([letter], visible_to=keeper.doer)[0].shown_address == "far.staff@example.org"
    assert mail.as_seen([letter], visible_to=far_staff.doer)[0].shown_address == "far.staff@example.org"


def test_an_address_closes_when_the_role_has_ended(invited: Programme, adviser_a: Somebody, staff_a: Somebody, town_a: Organisation) -> None:
    people.end_role(membership=Membership.objects.get(person=staff_a.person), by=adviser_a.doer)

    assert seen(invited, adviser_a)["Staff A"] == ""


def test_inviting_the_same_people_again_opens_nothing(invited: Programme, adviser_a: Somebody) -> None:
    commands.invite(
        programme=invited, guests=[commands.Guest("far.staff@example.org", "Far Staff")], source="Guessed", by=adviser_a.doer
    )

    assert seen(invited, adviser_a)["Far Staff"] == ""
    assert Invitation.objects.count() == 3


def test_she_finds_the_invitation_among_her_own_data_and_takes_it_away(invited: Programme, far_staff: Somebody) -> None:
    Person.objects.filter(pk=far_staff.person.pk).update(email="moved@example.org")

    assert "far.staff@example.org" in str(export(far_staff.person.pk))
    people.erase_person(person=far_staff.person, by=far_staff.doer)
    assert not Invitation.objects.filter(name="Far Staff").exists()


@pytest.mark.parametrize("number", [1, 30])
def test_the_list_asks_the_same_however_long_it_is(
    number: int, course: Programme, adviser_a: Somebody, far_town: Organisation
) -> None:

    for n in range(number):
        make_person(f"Far {n}", (far_town, Role.STAFF))
    commands.invite_libraries(programme=course, libraries=[far_town.pk], by=adviser_a.doer)
    doer = adviser_a.doer
    rows = invitations(course, visible_to=doer)

    with CaptureQueriesContext(connection) as asked:
        assert len(receivers(rows, visible_to=doer)) == number

    assert len(asked) == 3
