"""Days off, weekends, and the hour that does not exist."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import translation

from samskaper.areas.programmes.rules import dates
from samskaper.foundation.refusals import Invalid

NINE = dt.time(9)


@pytest.mark.parametrize(
    ("day", "country", "named"),
    [
        (dt.date(2027, 5, 17), "NO", True), (dt.date(2027, 5, 17), "DK", True),  # Whit Monday in 2027
        (dt.date(2026, 5, 17), "NO", True), (dt.date(2026, 5, 18), "NO", False),
        (dt.date(2023, 5, 5), "DK", True), (dt.date(2024, 4, 26), "DK", False),  # Great Prayer Day ended in 2023
        (dt.date(2026, 12, 1), "NO", False), (dt.date(2026, 4, 2), "NO", True), (dt.date(2026, 6, 5), "DK", False),
    ],
)
def test_holiday(day: dt.date, country: str, named: bool) -> None:
    assert bool(dates.holiday(day, country=country)) is named


def test_every_holiday_has_a_name_of_ours() -> None:
    found = {name for country in ("NO", "DK") for year in range(2022, 2032) for name in dates._of_year(country, year).values()}
    assert found <= set(dates.NAMES)


def test_remark_on_constitution_day_proposes_the_day_after() -> None:
    with translation.override("nb"):
        assert dates.remark(dt.date(2029, 5, 17), country="NO") == "17. mai er en fridag (grunnlovsdagen). Flytt til 18. mai?"


def test_remark_before_a_long_weekend_proposes_the_next_working_day() -> None:
    with translation.override("nb"):
        assert "30. mars" in dates.remark(dt.date(2027, 3, 25), country="NO")  # Maundy Thursday; Easter Monday is the 29th


def test_remark_on_a_weekend_says_so() -> None:
    with translation.override("en"):
        assert "weekend" in dates.remark(dt.date(2026, 11, 22), country="NO")


def test_no_remark_on_a_working_day() -> None:
    assert dates.remark(dt.date(2026, 11, 23), country="NO") == ""


def test_moment_is_utc_of_the_clock_on_the_wall() -> None:
    assert dates.moment(dt.date(2026, 12, 1), NINE) == dt.datetime(2026, 12, 1, 8, tzinfo=dt.UTC)
    assert dates.moment(dt.date(2026, 6, 1), NINE) == dt.datetime(2026, 6, 1, 7, tzinfo=dt.UTC)


def test_the_missing_hour_in_march_is_refused_with_a_sentence() -> None:
    with translation.override("nb"), pytest.raises(Invalid) as refusal:
        dates.moment(dt.date(2027, 3, 28), dt.time(2, 30))
    assert "finnes ikke" in str(refusal.value.sentence)


def test_the_hour_that_comes_twice_means_the_first() -> None:
    assert dates.moment(dt.date(2026, 10, 25), dt.time(2, 30)) == dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)


def test_shifted_over_the_change_of_the_clock_keeps_the_hour() -> None:
    before = dates.moment(dt.date(2027, 3, 23), NINE)
    assert dates.local(dates.shifted(before, 7)).time() == NINE
