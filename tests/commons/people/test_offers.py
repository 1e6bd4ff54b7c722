"""Roles that somebody is asked to take: nobody has one that she has not said yes to."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse

from samskaper.commons.mail.models import Letter
from samskaper.commons.people import commands, queries
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.middleware import doer_of
from samskaper.commons.people.models import Membership, Organisation, Person, Role, RoleOffer
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.foundation.refusals import Gone, Refusal
from tests.cast import Somebody, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def newcomer() -> Somebody:
    return make_person("Registered Name")


def ask(by: Somebody, town: Organisation, email: str = "registered.name@example.org", name: str = "Called So", role: str = Role.STAFF) -> RoleOffer:
    return commands.invite(organisation=town, email=email, name=name, role=role, language="nn", by=by.doer)


def post(who: Somebody, name: str, *args: Any, **fields: Any) -> Any:
    return who.client.post(reverse(f"people:{name}", args=args).replace("/nb/", "/en/", 1), fields)


def page(who: Somebody, name: str, *args: Any) -> str:
    return str(who.client.get(reverse(f"people:{name}", args=args).replace("/nb/", "/en/", 1)).content.decode())


def test_asking_writes_a_letter_and_gives_nothing(adviser_a: Somebody, town_a: Organisation, newcomer: Somebody) -> None:
    ask(adviser_a, town_a)
    letter = Letter.objects.get()
    assert (letter.email, letter.name, letter.language, letter.owner) == ("registered.name@example.org", "Called So", "nn", town_a)
    assert town_a.name in letter.subject
    assert "next=%2Fnn%2Fme%2F" in letter.text
    assert not doer_of(newcomer.person).roles


def test_known_and_unknown_addresses_get_the_same_answer(adviser_a: Somebody, town_a: Organisation, newcomer: Somebody) -> None:
    def said(email: str) -> str:
        fields = {"name": "Called So", "email": email, "role": "staff", "language": "nb"}
        answer = adviser_a.client.post(f"/en/organisations/{town_a.pk}/invite/", fields, follow=True)
        return str(answer.content.decode()).replace(email, "…")

    before = Person.objects.count()
    known = said("registered.name@example.org")
    RoleOffer.objects.all().delete()
    unknown = said("nobody.knows@example.org")

    assert "Registered Name" not in known
    assert "Called So" in known and "Called So" in unknown
    assert len(known) == len(unknown)
    assert Person.objects.count() == before


def test_yes_gives_the_role_and_shows_the_name_to_colleagues(adviser_a: Somebody, leader_a: Somebody, town_a: Organisation, newcomer: Somebody) -> None:
    offer = ask(adviser_a, town_a)
    assert "Registered Name" not in page(leader_a, "organisation", town_a.pk)
    assert "1 role waits for your answer" in page(newcomer, "me")

    answer = post(newcomer, "answer_offer", offer=offer.pk, answer="yes")

    assert answer.status_code == 302
    assert doer_of(newcomer.person).holds(town_a.pk, Role.STAFF)
    assert "Registered Name" in page(leader_a, "organisation", town_a.pk)
    assert not RoleOffer.objects.exists()
    assert Fact.objects.get(key="people.role_given", owner=town_a).doer_id == newcomer.person.pk


def test_no_gives_nothing_and_leaves_nothing(adviser_a: Somebody, town_a: Organisation, newcomer: Somebody) -> None:
    offer = ask(adviser_a, town_a)
    post(newcomer, "answer_offer", offer=offer.pk, answer="no")
    assert not RoleOffer.objects.exists()
    assert not Membership.objects.filter(person=newcomer.person).exists()
    assert post(newcomer, "answer_offer", offer=offer.pk, answer="yes").status_code == 410


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_nobody_answers_for_another(adviser_a: Somebody, town_a: Organisation, newcomer: Somebody, staff_b: Somebody, answer: str) -> None:
    offer = ask(adviser_a, town_a)
    assert post(staff_b, "answer_offer", offer=offer.pk, answer=answer).status_code == 410
    assert RoleOffer.objects.exists()


def test_a_press_that_says_neither_changes_nothing(adviser_a: Somebody, town_a: Organisation, newcomer: Somebody) -> None:
    offer = ask(adviser_a, town_a)
    assert post(newcomer, "answer_offer", offer=offer.pk).status_code == 422
    assert RoleOffer.objects.exists()


def test_an_unproved_address_is_not_enough(adviser_a: Somebody, town_a: Organisation) -> None:
    written_down = Person.objects.create(name="Written down", email="unproved@example.org")
    offer = ask(adviser_a, town_a, email="unproved@example.org")
    with pytest.raises(Gone):
        commands.accept_offer(offer=offer.pk, by=doer_of(written_down))


def test_somebody_new_finds_the_question_when_she_comes(adviser_a: Somebody, town_a: Organisation) -> None:
    ask(adviser_a, town_a, email="New@Example.org")
    account = commands.open_account(email="new@example.org", by=SYSTEM)
    assert account is not None
    person = commands.introduce_person(account=account, name="New", language="nb", by=SYSTEM)
    assert [one.offer.organisation for one in queries.my_offers(visible_to=doer_of(person))] == [town_a]


def test_asking_twice_is_one_question_and_yes_to_what_one_is_changes_nothing(
    adviser_a: Somebody, town_a: Organisation, newcomer: Somebody
) -> None:
    commands.give_role(organisation=town_a, person=newcomer.person, role=Role.STAFF, by=SYSTEM)
    offer = ask(adviser_a, town_a)
    assert ask(adviser_a, town_a) == offer
    commands.accept_offer(offer=offer.pk, by=newcomer.doer)
    assert Membership.objects.filter(person=newcomer.person).count() == 1


def test_who_asked_can_take_it_back_and_others_can_not(adviser_a: Somebody, adviser_b: Somebody, town_a: Organisation) -> None:
    offer = ask(adviser_a, town_a)
    with pytest.raises(Refusal):
        commands.take_back_offer(organisation=town_a, offer=offer.pk, by=adviser_b.doer)
    assert "Called So" in page(adviser_a, "organisation", town_a.pk)
    post(adviser_a, "take_back_offer", town_a.pk, offer=offer.pk)
    assert not RoleOffer.objects.exists()


def test_colleagues_who_may_not_ask_do_not_see_who_was_asked(adviser_a: Somebody, staff_a: Somebody, town_a: Organisation) -> None:
    ask(adviser_a, town_a)
    assert "Called So" not in page(staff_a, "organisation", town_a.pk)


def test_everybody_lays_down_her_own_role_and_is_told_what_goes(staff_a: Somebody, staff_b: Somebody) -> None:
    held = Membership.objects.get(person=staff_a.person)
    asked = page(staff_a, "leave_role", held.pk)
    assert "you cannot do this any longer" in asked
    assert post(staff_b, "leave_role", held.pk).status_code == 404
    assert post(staff_a, "leave_role", held.pk).status_code == 302
    assert not doer_of(staff_a.person).roles
    assert staff_a.client.get(f"/en/me/roles/{held.pk}/leave/").status_code == 404


def test_the_last_adviser_can_not_leave_the_library_alone(adviser_a: Somebody) -> None:
    held = Membership.objects.get(person=adviser_a.person, role=Role.ADVISER)
    assert post(adviser_a, "leave_role", held.pk).status_code == 409


def test_questions_that_nobody_answers_go_after_a_season(adviser_a: Somebody, town_a: Organisation) -> None:
    ask(adviser_a, town_a)
    assert commands.sweep_offers() == 0
    with clock.at(clock.now() + dt.timedelta(days=92)):
        assert commands.sweep_offers() == 1


def test_erasing_takes_what_one_was_asked(adviser_a: Somebody, town_a: Organisation, newcomer: Somebody) -> None:
    ask(adviser_a, town_a)
    assert "Called So" in str(queries.my_data(visible_to=newcomer.doer))
    commands.erase_person(person=newcomer.person, by=newcomer.doer)
    assert not RoleOffer.objects.exists()


def test_erasing_leaves_what_others_at_the_address_were_asked(adviser_a: Somebody, town_a: Organisation, newcomer: Somebody) -> None:
    Person.objects.create(account=newcomer.person.account, name="Colleague", email="registered.name@example.org")
    ask(adviser_a, town_a, name="Colleague")
    ask(adviser_a, town_a, name="Registered Name")
    commands.erase_person(person=newcomer.person, by=newcomer.doer)
    assert [one.name for one in RoleOffer.objects.all()] == ["Colleague"]
