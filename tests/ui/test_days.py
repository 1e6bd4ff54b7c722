"""Days on screen, in each language."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils.formats import date_format
from django.utils.translation import override

from samskaper.ui.days import day_number, short_month, weekday_and_day

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
