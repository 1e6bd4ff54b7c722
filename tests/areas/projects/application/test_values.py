"""Dates and amounts as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from samskaper.areas.projects.application.values import read_amount, read_date, read_dates


@pytest.mark.parametrize(
    "text",
    [
        "20.04.2022",
        "20.4.2022",
        "20.4.22",
        "2022-04-20",
        "20/4/2022",
        "20/4-2022",
        "20/4 2022",
        "20-04-2022",
        "20. april 2022",
        "20 april 2022",
        "20. apr. 2022",
        "20. APRIL 2022",
        " 20.04.2022. ",
        "20. 04. 2022",
    ],
)
def test_date(text: str) -> None:
    assert read_date(text) == date(2022, 4, 20)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("1. mars 2022", 3),
        ("1. marts 2022", 3),
        ("1 March 2022", 3),
        ("1. mai 2022", 5),
        ("1. maj 2022", 5),
        ("1. desember 2022", 12),
        ("1. december 2022", 12),
        ("1. okt 2022", 10),
        ("1 May 2022", 5),
    ],
)
def test_month_in_words(text: str, month: int) -> None:
    assert read_date(text) == date(2022, month, 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "30.02.2022",
        "32.01.2022",
        "01.13.2022",
        "00.00.0000",
        "i morgen",
        "2022",
        "04.2022",
        "20.04",
        "1. foo 2022",
        "20.04.20222",
        "120.04.2022",
        "²0.04.2022",
        "20.04.2022 kl. 10",
        "99999999999999999999",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read_date(text) is None


def test_dates_in_a_text() -> None:
    assert read_dates("fra 20.04.2022 til 2022-05-20, ikke 30.02.2022") == [date(2022, 4, 20), date(2022, 5, 20)]


@pytest.mark.parametrize(
    "text",
    [
        "95000",
        "95 000",
        "95.000",
        "95 000 kr",
        "kr 95 000",
        "kr. 95.000,-",
        "95 000,00",
        "95'000",
        "NOK 95 000",
        "95 000 kroner",
        "94 999,50",
        "Kr 95000,-",
        "95 000 ,-",
    ],
)
def test_amount(text: str) -> None:
    assert read_amount(text) == 95_000


@pytest.mark.parametrize(
    ("text", "kroner"),
    [
        ("0", 0),
        ("1 370 000", 1_370_000),
        ("1.370.000,49", 1_370_000),
        ("-500", -500),
        ("– 500", -500),
        ("5 kr", 5),
        ("999 999 999 999", 999_999_999_999),
    ],
)
def test_amounts_of_all_sizes(text: str, kroner: int) -> None:
    assert read_amount(text) == kroner


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kr",
        "mange",
        "95 00",
        "9 5000",
        "1,5",
        "12.5",
        "95 000 per år",
        "1" * 13,
        "1" * 5000,
        "²",
        "٣",
        "1e6",
        "--5",
    ],
)
def test_what_is_no_amount(text: str) -> None:
    assert read_amount(text) is None
