"""The forms of a series: dates, agenda, material and actions."""

from __future__ import annotations

import datetime as dt

import pytest
from django import forms

from samskaper.areas.programmes.forms.setup import ActionForm, AgendaForm, GatheringForm, MaterialForm

GATHERING = {"kind": "gathering", "title": "Samling", "day": "2026-12-01", "begins": "09:00", "ends": "12:00"}


def test_a_gathering_gets_its_moments() -> None:
    form = GatheringForm(GATHERING)
    assert form.is_valid()
    assert form.values()["starts"] == dt.datetime(2026, 12, 1, 8, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"ends": "08:00"}, "ends"), ({"ends": "09:00"}, "ends"), ({"day": "30.02.2027"}, "day"), ({"title": "\u200b"}, "title"),
        ({"day": "2027-03-28", "begins": "02:30", "ends": "04:00"}, "begins"), ({"kind": "party"}, "kind"), ({"link": "javascript:1"}, "link"),
    ],
)
def test_a_gathering_that_cannot_be_says_why(changes: dict[str, str], field: str) -> None:
    assert field in GatheringForm(GATHERING | changes).errors


@pytest.mark.parametrize(
    ("form", "data", "field"),
    [
        (AgendaForm, {"title": "Prat"}, "minutes"), (AgendaForm, {"minutes": "10"}, "title"),
        (MaterialForm, {"title": "Plan"}, "link"), (ActionForm, {"title": "Prat", "opens": "2026-12-02", "due": "2026-12-01"}, "due"),
    ],
)
def test_what_is_half_written_is_asked_for(form: type[forms.Form], data: dict[str, str], field: str) -> None:
    assert field in form(data).errors
