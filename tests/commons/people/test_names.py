"""Names as people write them, and as they should not."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from samskaper.commons.people.forms.names import AddressField, NameField


def refusal(value: str, most: int = 120) -> str:
    with translation.override("en"), pytest.raises(ValidationError) as caught:
        NameField(most=most).clean(value)
    with translation.override("en"):
        return " ".join(caught.value.messages)


@pytest.mark.parametrize(
    "name",
    ["Kari Nordmann", "Áile Sárá", "Ødegård", "O'Brien", "Lag & forening", "Ål idrettslag 1898", "أحمد", "Люба", "№ 4"],
)
def test_names_of_people_and_places_pass(name: str) -> None:
    assert NameField(most=120).clean(name) == name


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  Kari   Nordmann ", "Kari Nordmann"),
        ("Ka\u200bri", "Kari"),
        ("Kari\nNordmann", "Kari Nordmann"),
        ("A\u030al", "Ål"),
    ],
)
def test_name_is_cleaned(written: str, kept: str) -> None:
    assert NameField(most=120).clean(written) == kept


@pytest.mark.parametrize("nothing", ["", "   ", "\u200b\u200b\u200b", "\u00a0\ufeff", "\u200d", "\x00\x01"])
def test_name_that_nobody_sees_is_missing(nothing: str) -> None:
    assert refusal(nothing) == "Write the name."


def test_ten_thousand_signs_are_too_long() -> None:
    assert refusal("x" * 10_000) == "That is longer than 120 signs. Write it shorter."


@pytest.mark.parametrize("formula", ['=HYPERLINK("http://x.no")', "+47", "-1+1", "@SUM(A1)", "|cmd"])
def test_formula_is_no_name(formula: str) -> None:
    assert f"not with “{formula[0]}”" in refusal(formula)


@pytest.mark.parametrize("tag", ["<img src=x onerror=alert(1)>", "Kari <b>", "a>b"])
def test_tag_is_no_name(tag: str) -> None:
    assert refusal(tag) == "Write the name as you say it, without the signs < and >."


def test_name_may_be_left_out_where_it_is_not_required() -> None:
    assert NameField(most=20, required=False).clean("\u200b") == ""


@pytest.mark.parametrize(("written", "kept"), [("Kari@Example.ORG", "kari@example.org"), (" a@b.no\u200b ", "a@b.no")])
def test_address_is_in_small_letters(written: str, kept: str) -> None:
    assert AddressField().clean(written) == kept
