"""What is kept about somebody, said so that she can read it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.utils.translation import override

from samskaper.commons.people.queries.data import _worded


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "–"),
        (True, "ja"),
        ([], "–"),
        (["a", "b"], "a, b"),
        (dt.date(2026, 11, 22), "22. november 2026"),
        ("2026-11-22", "22. november 2026"),
        ({"samling": "Første", "merknad": ""}, "samling: Første"),
        ([{"samling": "Første"}, {"samling": "Andre", "delt": None}], "– samling: Første\n– samling: Andre"),
    ],
)
def test_values_are_words(value: Any, words: str) -> None:
    with override("nb"):
        assert _worded(value) == words
