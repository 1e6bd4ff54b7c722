"""Numbers on the desk are said as people say them."""

from __future__ import annotations

import pytest
from django.utils import translation

from samskaper.portal.templatetags.portal_words import in_words


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [("nb", 2, "to"), ("nn", 6, "seks"), ("da", 12, "tolv"), ("en", 3, "three"), ("nb", 13, "13"), ("nb", 1, "1"), ("nb", 0, "0")],
)
def test_small_numbers_are_words(language: str, number: int, said: str) -> None:
    with translation.override(language):
        assert in_words(number) == said
