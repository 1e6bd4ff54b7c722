"""An address is what Django would say, in the language on screen."""

from __future__ import annotations

import pytest
from django.urls import NoReverseMatch, reverse
from django.utils import translation

from samskaper.foundation.addresses import address


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
@pytest.mark.parametrize(
    ("name", "numbers"),
    [("portal:desk", ()), ("projects:project", (7,)), ("people:end_role", (3, 4)), ("programmes:lead", (1913,))],
)
def test_address_is_what_django_says(language: str, name: str, numbers: tuple[int, ...]) -> None:
    with translation.override(language):
        assert address(name, *numbers) == address(name, *numbers) == reverse(name, args=numbers)


def test_a_name_that_leads_nowhere_is_refused() -> None:
    with pytest.raises(NoReverseMatch):
        address("portal:nowhere")


def test_numbers_that_a_page_does_not_take_are_refused() -> None:
    with pytest.raises(NoReverseMatch):
        address("portal:desk", 1)
