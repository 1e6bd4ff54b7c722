"""The demonstration tells of two projects, and the running one moves with the days."""

from __future__ import annotations

import datetime as dt

import pytest

from samskaper.areas.programmes.models import Enrolment, Gathering, Programme
from samskaper.areas.projects.models import Project
from samskaper.commons.people.models import Organisation, Person
from samskaper.commons.record.queries import counts
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.portal.demonstration import plan
from samskaper.portal.demonstration.commands import load, move_along
from samskaper.portal.demonstration.series import moment


@pytest.mark.parametrize("days", range(0, 30))
def test_today_lies_between_second_and_third_gathering(days: int) -> None:
    today = dt.date(2026, 11, 22) + dt.timedelta(days=days)
    shift = plan.weeks_to_today(today)
    assert plan.SECOND_GATHERING + shift < today < plan.THIRD_GATHERING + shift


def _middle(programme: Programme) -> tuple[dt.datetime, dt.datetime]:
    second, third = programme.gatherings.filter(kind="gathering").order_by("starts")[1:3]
    return second.ends, third.starts


@pytest.mark.django_db
def test_demonstration_is_loaded_once_and_moves_along() -> None:
    assert load() is True
    assert load() is False
    finished, running = Programme.objects.order_by("pk")
    assert finished.gatherings.order_by("starts").first().starts.year == 2022  # type: ignore[union-attr]
    assert running.enrolments.filter(state__in=Enrolment.SEATED).count() == 60
    assert counts(["programmes.completed"], within=[Ref.to(finished)])["programmes.completed"] >= 50
    assert Project.objects.count() == 2
    assert not Organisation.objects.filter(is_demo=False).exists()
    assert not Person.objects.filter(is_demo=False).exists()
    before = list(Gathering.objects.filter(programme=finished).values_list("starts", flat=True))

    assert move_along() == 0
    later = clock.today() + dt.timedelta(weeks=5, days=3)
    with clock.at(moment(later)):
        assert move_along() == 5 or move_along() == 0
        second, third = _middle(running)
        assert second < clock.now() < third
    assert list(Gathering.objects.filter(programme=finished).values_list("starts", flat=True)) == before
