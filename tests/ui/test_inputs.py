"""What people write in the fields, and the sentences when it cannot be read."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from samskaper.ui.inputs import Day, Hour, Line, Link, Number, Text


@pytest.mark.parametrize("text", ["2026-12-01", "1.12.2026", "01.12.2026", "1/12/2026", "01-12-2026", " 1.12.2026 "])
def test_a_day_is_written_in_many_ways(text: str) -> None:
    assert Day().clean(text) == dt.date(2026, 12, 1)


@pytest.mark.parametrize("text", ["30.02.2027", "2027-02-30", "31.4.2027", "0.0.2027", "1.13.2027", "i morgen", "99999-01-01", "1.12.1026"])
def test_a_day_that_is_not_in_the_calendar_gets_a_sentence(text: str) -> None:
    with pytest.raises(ValidationError):
        Day().clean(text)


def test_30_february_is_told_by_name() -> None:
    with pytest.raises(ValidationError, match=r"30\.2\.2027"):
        Day().clean("30.02.2027")


@pytest.mark.parametrize(("text", "hour"), [("09:00", 9), ("9", 9), ("9.00", 9), ("kl. 9", 9), ("23:00", 23)])
def test_an_hour_is_written_in_many_ways(text: str, hour: int) -> None:
    assert Hour().clean(text) == dt.time(hour)


@pytest.mark.parametrize("text", ["24:00", "9:75", "ni", "9:5"])
def test_an_hour_that_no_clock_has_gets_a_sentence(text: str) -> None:
    with pytest.raises(ValidationError):
        Hour().clean(text)


def test_a_line_of_invisible_signs_is_empty() -> None:
    with pytest.raises(ValidationError):
        Line(most=10).clean("\u200b\u200b")


def test_a_line_is_cleaned_and_a_text_keeps_its_lines() -> None:
    assert Line(most=50).clean("  to\n linjer ") == "to linjer"
    assert Text(most=50).clean("to\r\nlinjer") == "to\nlinjer"


def test_a_line_of_ten_thousand_signs_says_how_many_there_is_room_for() -> None:
    with pytest.raises(ValidationError, match="160"):
        Line(most=160).clean("x" * 10_000)


@pytest.mark.parametrize("text", ["javascript:alert(1)", "ftp://x.no/a", "mailto:a@b.no", "hei på deg", "https://" + "x" * 500])
def test_only_addresses_on_the_web_are_links(text: str) -> None:
    with pytest.raises(ValidationError):
        Link().clean(text)


def test_https_is_put_in_front() -> None:
    assert Link().clean("moter.example.no/1") == "https://moter.example.no/1"


@pytest.mark.parametrize("text", ["0", "5001", "x", "1.5", "9" * 40])
def test_seats_are_between_one_and_five_thousand(text: str) -> None:
    with pytest.raises(ValidationError):
        Number(low=1, high=5000).clean(text)


@pytest.mark.parametrize("address", ["https://kari:hemmelig@example.org/", "https://kari@example.org/doc"])
def test_link_with_a_name_or_password_is_refused(address: str) -> None:
    with pytest.raises(ValidationError, match="@"):
        Link().clean(address)
