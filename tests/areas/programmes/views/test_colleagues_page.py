"""What a leader sees of her own people: how far they are, never what they wrote."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samskaper.areas.programmes.models import ActionReport, Enrolment, ProgrammeState
from samskaper.areas.programmes.queries.leaders import leader_of
from samskaper.commons.people.models import Organisation, OrganisationKind, Role
from samskaper.foundation import clock
from tests.areas.programmes.running import Series
from tests.cast import Somebody, make_person


def page() -> str:
    return reverse("programmes:colleagues").replace("/nb/", "/en/")


def test_a_leader_sees_who_is_on_the_way_and_what_is_left(series: Series, place: Enrolment, leader_a: Somebody) -> None:
    body = leader_a.client.get(page()).content.decode()

    assert "1 colleague is on the way" in body
    assert "2 gatherings" in body


def test_people_of_other_libraries_are_not_there(series: Series, place: Enrolment, leader_a: Somebody, staff_b: Somebody, library_b: Organisation) -> None:
    series.enrol(staff_b, library=library_b)

    body = leader_a.client.get(page()).content.decode()

    assert place.person.name in body
    assert staff_b.doer.name not in body


@pytest.mark.parametrize("state", ["waiting", "declined", "left"])
def test_those_without_a_seat_are_not_there(series: Series, staff_a: Somebody, leader_a: Somebody, state: str) -> None:
    series.enrol(staff_a, state=state)

    assert staff_a.doer.name not in leader_a.client.get(page()).content.decode()


def test_reflections_are_not_there(series: Series, place: Enrolment, leader_a: Somebody) -> None:
    ActionReport.objects.create(action=series.action, enrolment=place, done_on=clock.today(), reflection="Delt ord", reflected=True)

    assert "Delt ord" not in leader_a.client.get(page()).content.decode()


def test_the_two_find_what_they_agreed_on(series: Series, place: Enrolment, leader_a: Somebody) -> None:
    report = ActionReport.objects.create(action=series.meeting, enrolment=place, done_on=clock.today(), reflection="Tirsdager", reflected=True)

    body = leader_a.client.get(page()).content.decode()

    address = reverse("programmes:agreement", args=[report.pk]).replace("/nb/", "/en/")
    assert f'href="{address}"' in body
    assert "Tirsdager" in leader_a.client.get(address).content.decode()


def test_a_finished_series_leaves_those_who_completed(series: Series, place: Enrolment, leader_a: Somebody, colleague_a: Somebody) -> None:
    Enrolment.objects.filter(pk=place.pk).update(completed=clock.now())
    series.enrol(colleague_a)
    series.programme.state = ProgrammeState.CLOSED
    series.programme.save()

    body = leader_a.client.get(page()).content.decode()

    assert place.person.name in body
    assert colleague_a.doer.name not in body


def test_thirty_people_in_five_programmes_cost_no_more_queries_than_one(series: Series, place: Enrolment, leader_a: Somebody) -> None:
    leader_a.client.get(page())
    with CaptureQueriesContext(connection) as one:
        leader_a.client.get(page())
    for _number in range(5):
        other = Series(series.library, series.town)
        for row in other.enrol_many(6):
            Enrolment.objects.filter(pk=row.pk).update(library=series.town)

    with CaptureQueriesContext(connection) as many:
        body = leader_a.client.get(page()).content.decode()

    assert len(many) == len(one)
    assert "31 colleagues are on their way" in body


# -- who somebody's leader is -------------------------------------------------------------------------------------------


def test_the_leader_of_the_library_is_ones_leader(series: Series, place: Enrolment, leader_a: Somebody) -> None:
    assert leader_of(place).person == leader_a.doer.person


def test_a_leader_leads_herself(series: Series, leader_a: Somebody) -> None:
    assert leader_of(series.enrol(leader_a)).own


def test_without_a_library_there_is_nobody(series: Series, staff_a: Somebody) -> None:
    lonely = Organisation.objects.create(kind=OrganisationKind.PUBLIC_LIBRARY, name="Lysvik bibliotek")

    assert leader_of(series.enrol(staff_a, library=lonely)).person is None


def test_a_leader_who_has_left_is_not_ones_leader(series: Series, place: Enrolment, leader_a: Somebody) -> None:
    assert leader_a.person
    leader_a.person.memberships.update(until=clock.today())

    assert leader_of(place).person is None


def test_the_one_who_was_asked_comes_before_the_others(series: Series, place: Enrolment, leader_a: Somebody, town_a: Organisation) -> None:
    from samskaper.areas.programmes.models import Consent

    second = make_person("Second Leader", (town_a, Role.LEADER))
    assert second.person
    Consent.objects.create(enrolment=place, leader_email=second.person.email, state="yes", secret_digest="d" * 64, deadline=clock.now(), answered=clock.now())

    assert leader_of(Enrolment.objects.get(pk=place.pk)).person == second.doer.person
