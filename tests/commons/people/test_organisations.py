"""Organisations and roles: what the commands do and refuse."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import translation

from samskaper.commons.people import commands, queries
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.middleware import doer_of
from samskaper.commons.people.models import Membership, Organisation, OrganisationKind, Role
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Invalid, Missing, Refusal, Stale, TooMany
from tests.cast import Somebody, make_person

pytestmark = pytest.mark.django_db


def add(by: Somebody, name: str = "Historielaget", kind: str = OrganisationKind.ASSOCIATION) -> Organisation:
    return commands.add_organisation(by=by.doer, name=name, kind=kind)


def test_adviser_adds_an_association_that_her_library_keeps(adviser_a: Somebody, library_a: Organisation) -> None:
    made = add(adviser_a)
    assert made.parent == library_a
    fact = Fact.objects.get(key="people.organisation_saved")
    assert (fact.subject_id, fact.owner_id, fact.doer_id) == (made.pk, library_a.pk, adviser_a.person.pk)  # type: ignore[union-attr]


def test_staff_adds_nothing(staff_a: Somebody) -> None:
    with pytest.raises(Refusal):
        add(staff_a)


def test_change_writes_and_tells_which_fields(adviser_a: Somebody) -> None:
    made = add(adviser_a)
    commands.change_organisation(
        organisation=made, version=1, by=adviser_a.doer, name="Historielag og museum", email="a@b.no"
    )
    made.refresh_from_db()
    assert (made.name, made.email, made.version) == ("Historielag og museum", "a@b.no", 2)
    assert Fact.objects.filter(key="people.organisation_saved").latest("pk").data == {"fields": ["email", "name"]}


def test_second_editor_gets_both_texts(adviser_a: Somebody) -> None:
    made = add(adviser_a)
    commands.change_organisation(organisation=made, version=1, by=adviser_a.doer, name="Først")
    with pytest.raises(Stale) as stale:
        commands.change_organisation(organisation=made, version=1, by=adviser_a.doer, name="Sist")
    assert list(stale.value.mine.values()) == ["Sist"]
    assert list(stale.value.theirs.values()) == ["Først"]


def test_adviser_of_another_library_changes_nothing(adviser_a: Somebody, adviser_b: Somebody) -> None:
    made = add(adviser_a)
    with pytest.raises(Refusal):
        commands.change_organisation(organisation=made, version=1, by=adviser_b.doer, name="Vårt")
    with pytest.raises(Refusal):
        commands.invite(
            organisation=made, email="x@y.no", name="X", role=Role.REPRESENTATIVE, language="nb", by=adviser_b.doer
        )


def test_role_is_given_once(adviser_a: Somebody, library_a: Organisation, staff_a: Somebody) -> None:
    assert staff_a.person
    commands.give_role(organisation=library_a, person=staff_a.person, role=Role.PLANNER, by=adviser_a.doer)
    with pytest.raises(Conflict):
        commands.give_role(organisation=library_a, person=staff_a.person, role=Role.PLANNER, by=adviser_a.doer)
    assert staff_a.doer.holds(library_a.pk, Role.PLANNER)


def test_role_of_another_kind_is_refused(adviser_a: Somebody, library_a: Organisation, staff_a: Somebody) -> None:
    assert staff_a.person
    with pytest.raises(Invalid):
        commands.give_role(organisation=library_a, person=staff_a.person, role=Role.REPRESENTATIVE, by=adviser_a.doer)


def test_role_from_next_week_is_not_held_today(adviser_a: Somebody, library_a: Organisation, staff_a: Somebody) -> None:
    assert staff_a.person
    later = clock.today() + dt.timedelta(days=7)
    commands.give_role(organisation=library_a, person=staff_a.person, role=Role.PLANNER, by=adviser_a.doer, since=later)
    assert not staff_a.doer.holds(library_a.pk)
    with clock.at(clock.now() + dt.timedelta(days=8)):
        assert staff_a.doer.holds(library_a.pk)


def test_ended_role_is_over_at_once_and_can_be_given_again(
    adviser_a: Somebody, library_a: Organisation, staff_a: Somebody
) -> None:
    assert staff_a.person
    held = commands.give_role(organisation=library_a, person=staff_a.person, role=Role.PLANNER, by=adviser_a.doer)
    commands.end_role(membership=held, by=adviser_a.doer)
    assert not staff_a.doer.holds(library_a.pk)
    assert commands.give_role(organisation=library_a, person=staff_a.person, role=Role.PLANNER, by=adviser_a.doer)


def test_ending_twice_is_told_once(adviser_a: Somebody, library_a: Organisation, staff_a: Somebody) -> None:
    assert staff_a.person
    held = commands.give_role(organisation=library_a, person=staff_a.person, role=Role.PLANNER, by=adviser_a.doer)
    for _time in range(2):
        commands.end_role(membership=held, by=adviser_a.doer)
    assert Fact.objects.filter(key="people.role_ended").count() == 1


def test_last_adviser_stays(adviser_a: Somebody) -> None:
    held = Membership.objects.get(person=adviser_a.person, role=Role.ADVISER)
    with pytest.raises(Conflict):
        commands.end_role(membership=held, by=adviser_a.doer)


def test_endless_invitations_are_refused(
    adviser_a: Somebody, town_a: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samskaper.commons.people.commands.offers.INVITATIONS_AN_HOUR", 1)
    commands.invite(organisation=town_a, email="a@b.no", name="A", role=Role.STAFF, language="nb", by=adviser_a.doer)
    with pytest.raises(TooMany):
        commands.invite(
            organisation=town_a, email="c@b.no", name="C", role=Role.STAFF, language="nb", by=adviser_a.doer
        )


def test_search_finds_names_and_places_whatever_their_case(adviser_a: Somebody) -> None:
    add(adviser_a, "Ålvik historielag")
    add(adviser_a, "Songkoret")
    for words in ("ålvik", "ÅLVIK", "lag ålvik", "histor"):
        assert [one.name for one in queries.organisations(visible_to=adviser_a.doer, words=words)] == [
            "Ålvik historielag"
        ]


@pytest.mark.parametrize("words", ["%", "_", "'; drop table", "\u200b", "x" * 10_000])
def test_odd_search_words_find_nothing_special(adviser_a: Somebody, words: str) -> None:
    add(adviser_a)
    assert list(queries.organisations(visible_to=adviser_a.doer, words=words)) in (
        [],
        list(queries.organisations(visible_to=adviser_a.doer)),
    )


def test_representative_sees_libraries_and_her_own_association_only(
    adviser_a: Somebody, library_a: Organisation
) -> None:
    ours, theirs = add(adviser_a, "Vårt lag"), add(adviser_a, "Naboens lag")
    speaker = make_person("R")
    commands.give_role(organisation=ours, person=speaker.person, role=Role.REPRESENTATIVE, by=SYSTEM)
    doer = doer_of(speaker.person)
    assert {one.name for one in queries.organisations(visible_to=doer)} == {"Vårt lag", library_a.name}
    with pytest.raises(Missing):
        queries.organisation(theirs.pk, visible_to=doer)
    assert set(queries.organisation_cards([ours.pk, theirs.pk, library_a.pk], doer)) == {ours.pk, library_a.pk}


def test_people_of_names_who_holds_a_role_today(
    adviser_a: Somebody, library_a: Organisation, town_a: Organisation, staff_a: Somebody
) -> None:
    assert [one.name for one in queries.people_of(town_a.pk, Role.STAFF)] == ["Staff A"]
    assert list(queries.people_of(town_a.pk, Role.LEADER)) == []
    Membership.objects.filter(person=staff_a.person).update(until=clock.today())
    assert list(queries.people_of(town_a.pk)) == []


def test_libraries_of_a_regional_library(
    library_a: Organisation, town_a: Organisation, library_b: Organisation
) -> None:
    assert list(queries.libraries(within=library_a.pk)) == [town_a]
    assert list(queries.libraries(within=library_b.pk)) == []


def test_libraries_come_with_who_holds_a_role(
    library_a: Organisation, town_a: Organisation, staff_a: Somebody, leader_a: Somebody
) -> None:
    only = queries.libraries_with_people(within=library_a.pk, roles=[Role.STAFF]).get()
    assert [held.person.name for held in only.held] == ["Staff A"]  # type: ignore[attr-defined]


def test_member_list_is_for_colleagues(adviser_b: Somebody, staff_a: Somebody, town_a: Organisation) -> None:
    assert [one.name for one in queries.members(town_a.pk, visible_to=staff_a.doer)] == ["Staff A"]
    with pytest.raises(Refusal):
        queries.members(town_a.pk, visible_to=adviser_b.doer)


def test_card_of_an_organisation_says_its_kind_in_its_country(library_b: Organisation, staff_a: Somebody) -> None:
    with translation.override("da"):
        card = queries.organisation_cards([library_b.pk], staff_a.doer)[library_b.pk]
    assert card.ref == Ref.to(library_b)
    assert card.note == "Centralbibliotek"
