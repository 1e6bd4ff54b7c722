"""The application as plain JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from samskaper.areas.projects.application import as_json, read
from tests.areas.projects.application.variants import SAMPLE


@pytest.fixture(scope="module")
def said() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(as_json(read(SAMPLE))))
    return found


@pytest.mark.parametrize(
    ("key", "number"),
    [("main_goals", 2), ("sub_goals", 11), ("activities", 29), ("partners", 4), ("anchorings", 4), ("remarks", 6)],
)
def test_lists_are_as_long_as_they_should_be(said: dict[str, Any], key: str, number: int) -> None:
    assert len(said[key]) == number


def test_activity_has_iso_dates_and_goals(said: dict[str, Any]) -> None:
    activity = said["activities"][20]
    assert (activity["starts"], activity["ends"]) == ("2022-10-17", "2022-11-01")
    assert activity["goals"] == ["2.3", "2.4"]


def test_activity_without_dates_has_null() -> None:
    found = as_json(read("Aktivitetsplan\nBeskrivelse\tNoe\n"))
    assert (found["activities"][0]["starts"], found["activities"][0]["ends"]) == (None, None)


def test_budget_has_two_sides(said: dict[str, Any]) -> None:
    assert [line["amount"] for line in said["budget"]["income"]] == [500_000, 230_000, 640_000]
    assert [line["status"] for line in said["budget"]["income"]] == ["requested", "confirmed", "confirmed"]
    assert len(said["budget"]["expenses"]) == 9


def test_people_are_left_out(said: dict[str, Any]) -> None:
    assert "example.org" not in json.dumps(said)


def test_what_was_not_understood_is_told() -> None:
    assert as_json(read("Kjære mor"))["not_understood"] == [{"line": 1, "text": "Kjære mor", "why": "no-place"}]
