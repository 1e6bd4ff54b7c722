"""Days in the forms of a plan."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from samskaper.areas.projects.forms.plan import day_field


@pytest.mark.parametrize("day", ["1899-12-31", "2101-01-01", "0026-11-24", "9999-12-31"])
def test_year_that_is_far_away_is_refused_with_a_sentence(day: str) -> None:
    with pytest.raises(ValidationError, match="1900"):
        day_field("Day").clean(day)


@pytest.mark.parametrize("day", ["1900-01-01", "2100-12-31"])
def test_years_of_this_and_the_last_century_are_taken(day: str) -> None:
    assert day_field("Day").clean(day)
