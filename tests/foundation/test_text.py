"""Cleaning of what people write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskaper.foundation.text import clean, clean_line


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        ("\u200b\u200b", ""),
        ("\u200d", ""),
        ("  a\u00a0 b ", "a\u00a0 b"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("A\u030a", "Å"),
        ("x\x00y\x07", "xy"),
        ("\u202efdp.exe", "fdp.exe"),
    ],
)
def test_clean(given_text: str, kept: str) -> None:
    assert clean(given_text) == kept


def test_line_is_one_line() -> None:
    assert clean_line(" en\n to\t\u00a0tre ") == "en to tre"


@given(st.text())
def test_clean_twice_is_clean_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)
