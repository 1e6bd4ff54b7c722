"""What a gathering opens with: the initiatives of the series, and what was to happen."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse

from samskaper.areas.cocreation.commands import initiatives
from samskaper.areas.cocreation.models import Initiative
from samskaper.areas.programmes.models import Gathering, Programme
from samskaper.areas.programmes.queries.since import opening_of
from samskaper.commons.people.models import Organisation
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from tests.cast import Somebody


@pytest.fixture
def tried(course: Programme, town_a: Organisation, staff_a: Somebody) -> Initiative:
    return initiatives.propose(
        title="Skyss til øvelsen", about="", owner=town_a, within=Ref.to(course), next_step="Ringe sjåføren", next_step_on=clock.today(),
        library=town_a.pk, by=staff_a.doer,
    )


def first_of(course: Programme) -> Gathering:
    found = course.gatherings.order_by("starts").first()
    assert found
    return found


def test_the_next_gathering_opens_with_the_initiatives_and_what_is_overdue(course: Programme, tried: Initiative, adviser_a: Somebody) -> None:
    with clock.at(clock.now() + dt.timedelta(days=1)):
        page = adviser_a.client.get(reverse("programmes:programme", args=[course.pk])).content.decode()
        roll = adviser_a.client.get(reverse("programmes:attendance", args=[first_of(course).pk])).content.decode()

    for shown in (page, roll):
        assert "Skyss til øvelsen" in shown and "Ringe sjåføren" in shown and "dagen er over" in shown


def test_a_guest_sees_none_of_it(course: Programme, tried: Initiative, guest: Somebody) -> None:
    assert "Skyss" not in guest.client.get(reverse("programmes:programme", args=[course.pk])).content.decode()


def test_it_costs_one_question_and_none_afterwards(course: Programme, tried: Initiative, django_assert_num_queries: Any) -> None:
    gathering = first_of(course)

    with django_assert_num_queries(1):
        assert [one.title for one in opening_of(gathering)] == ["Skyss til øvelsen"]
    with clock.at(gathering.ends), django_assert_num_queries(0):
        assert opening_of(gathering) == []


def test_without_initiatives_nothing_is_there(course: Programme, adviser_a: Somebody) -> None:
    assert "Siden sist" not in adviser_a.client.get(reverse("programmes:attendance", args=[first_of(course).pk])).content.decode()
