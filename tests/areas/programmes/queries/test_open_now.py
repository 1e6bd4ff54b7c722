"""The programmes that one can sign up for, on the front page."""

from __future__ import annotations

import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext

from samskaper.areas.programmes.models import Programme, ProgrammeState
from samskaper.areas.programmes.queries.open import SHOWN_AT_HOME, happening
from samskaper.commons.people.models import Organisation
from samskaper.foundation import clock
from tests.areas.programmes.arranging import make_course
from tests.cast import Somebody


def test_an_open_programme_stands_on_the_front_page(course: Programme, guest: Somebody) -> None:
    body = guest.client.get("/nb/").content.decode()

    assert course.title in body
    assert f"/nb/programmes/{course.pk}/" in body


def test_one_that_is_not_open_does_not(course: Programme) -> None:
    for state in set(ProgrammeState.values) - {ProgrammeState.OPEN}:
        Programme.objects.filter(pk=course.pk).update(state=state)

        assert not list(happening()), state


def test_one_whose_last_day_is_past_does_not(course: Programme) -> None:
    Programme.objects.filter(pk=course.pk).update(enrol_until=clock.today() - dt.timedelta(days=1))

    assert not list(happening())


def test_many_cost_one_query_and_four_are_shown(adviser_a: Somebody, library_a: Organisation) -> None:
    for _ in range(SHOWN_AT_HOME + 2):
        make_course(adviser_a, library_a)

    with CaptureQueriesContext(connection) as queries:
        shown = list(happening())

    assert (len(shown), len(queries)) == (SHOWN_AT_HOME, 1)
