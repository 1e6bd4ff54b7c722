"""What tests of the programmes can ask for."""

from __future__ import annotations

import pytest

from samskaper.areas.programmes.models import Enrolment
from samskaper.commons.people.models import Organisation
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
