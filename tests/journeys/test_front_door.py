"""Somebody without an account comes to the front door."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_a_stranger_is_met_in_each_language(
    visit: Callable[..., Page], axe: Callable[[Page], None], language: str
) -> None:
    page = visit(f"/{language}/")

    expect(page.locator("h1")).to_have_count(1)
    assert (page.locator("html").get_attribute("lang") or "").startswith(language)
    axe(page)


def test_a_page_that_does_not_exist_says_what_to_do(visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = visit("/nb/finnes-ikke/")

    expect(page.locator("h1")).to_be_visible()
    axe(page)


def test_the_gallery_of_components_is_easy_to_use(
    visit: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    page = visit("/nb/gallery/")

    axe(page)
