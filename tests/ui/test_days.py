"""Days on screen, in each language."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils.formats import date_format
from django.utils.translation import override

from samskaper.ui.days import day_number, month_and_year, short_month, weekday_and_day

DAY = dt.date(2026, 10, 6)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", ("tirsdag 6. oktober", "6. oktober 2026", "06.10.2026", "okt.", "6.")),
        ("nn", ("tysdag 6. oktober", "6. oktober 2026", "06.10.2026", "okt.", "6.")),
        ("da", ("tirsdag 6. oktober", "6. oktober 2026", "06.10.2026", "okt.", "6.")),
        ("en", ("Tuesday 6 October", "6 October 2026", "6 Oct 2026", "Oct.", "6")),
    ],
)
def test_day_is_said_as_the_language_says_it(language: str, words: tuple[str, ...]) -> None:
    with override(language):
        whole = weekday_and_day(DAY), date_format(DAY, "DATE_FORMAT"), date_format(DAY, "SHORT_DATE_FORMAT")
        leaf = short_month(DAY), day_number(DAY)

    assert whole + leaf == words


def test_midnight_here_is_not_the_day_before_as_in_london() -> None:
    midnight = dt.datetime(2026, 11, 21, 23, 0, tzinfo=dt.UTC)

    with override("nb"):
        assert (weekday_and_day(midnight), day_number(midnight)) == ("søndag 22. november", "22.")


@pytest.mark.parametrize(("language", "words"), [("nb", "mars"), ("nn", "juni"), ("da", "juni"), ("en", "June")])
def test_short_month_is_not_shortened_when_nothing_is_won(language: str, words: str) -> None:
    with override(language):
        assert month_and_year(dt.date(2027, 3 if words == "mars" else 6, 1)) == f"{words} 2027"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "6. oktober 2026 kl. 09.05"),
        ("nn", "6. oktober 2026 kl. 09.05"),
        ("da", "6. oktober 2026 kl. 09.05"),
        ("en", "6 October 2026, 09:05"),
    ],
)
def test_moment_is_written_as_the_other_times_on_screen(language: str, words: str) -> None:
    with override(language):
        assert date_format(dt.datetime(2026, 10, 6, 9, 5), "DATETIME_FORMAT") == words
