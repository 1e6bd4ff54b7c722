"""Somebody's words stand within the quotation marks of the language on screen."""

from __future__ import annotations

import pytest
from django.template import Context, Template
from django.utils.translation import override


@pytest.mark.parametrize(("language", "said"), [("nb", "«Ja»"), ("nn", "«Ja»"), ("da", "«Ja»"), ("en", "“Ja”")])
def test_words_are_quoted_as_the_language_quotes_them(language: str, said: str) -> None:
    with override(language):
        assert Template("{{ words|quoted }}").render(Context({"words": "Ja"})) == said


def test_markup_in_quoted_words_is_text() -> None:
    assert "<b>" not in Template("{{ words|quoted }}").render(Context({"words": "<b>Ja</b>"}))
