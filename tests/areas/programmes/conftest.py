"""What tests of the programmes can ask for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import translation

from samskaper.areas.programmes.models import Enrolment, Programme
from samskaper.commons.people.models import Organisation
from tests.areas.programmes.arranging import make_course
from tests.areas.programmes.running import Series
from tests.cast import Somebody


@pytest.fixture
def series(library_a: Organisation, town_a: Organisation) -> Series:
    """A programme of library A that is under way."""
    return Series(library_a, town_a)


@pytest.fixture
def place(series: Series, staff_a: Somebody) -> Enrolment:
    """Staff A's place in the series."""
    return series.enrol(staff_a)


@pytest.fixture
def course(adviser_a: Somebody, library_a: Organisation) -> Programme:
    """A programme of library A that is open for sign-up, with 60 seats and nobody to ask."""
    return make_course(adviser_a, library_a)


@pytest.fixture
def one_seat(adviser_a: Somebody, library_a: Organisation) -> Programme:
    """The same with one seat."""
    return make_course(adviser_a, library_a, seats=1)


@pytest.fixture
def with_consent(adviser_a: Somebody, library_a: Organisation) -> Programme:
    """The same with one seat, and the leader is asked."""
    return make_course(adviser_a, library_a, seats=1, consent=True)


@pytest.fixture
def in_english() -> Iterator[None]:
    """Let sentences come in the language of their ids, so that tests can read them."""
    with translation.override("en"):
        yield
