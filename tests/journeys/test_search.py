"""Somebody searches: from the field in the head of a page to the method, with a slip of the finger, on the phone, without script."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect


def test_from_the_field_to_a_method(visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = visit("/nb/programmes/")

    field = page.get_by_role("searchbox", name="Søk")
    field.fill("samtalen")
    field.press("Enter")

    expect(page.locator("h1")).to_contain_text("treff på «samtalen»")
    expect(page.locator(".hits mark").first).to_be_visible()
    axe(page)

    page.get_by_role("link", name="Metoder").click()
    expect(page.get_by_role("link", name="Metoder")).to_have_attribute("aria-current", "page")
    page.get_by_role("link", name="Utforskende samtale", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Utforskende samtale")


def test_a_slip_of_the_finger_on_the_phone_without_script(visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = visit("/nb/", phone=True, javascript=False)
    page.get_by_role("link", name="Søk").click()
    expect(page.locator("h1")).to_have_text("Hva leter du etter?")

    page.get_by_role("searchbox").fill("prikkavstmening")
    page.get_by_role("button", name="Søk").click()

    expect(page.get_by_text("Mente du «prikkavstemning»?")).to_be_visible()
    expect(page.get_by_role("link", name="Prikkavstemning", exact=True)).to_be_visible()


def test_where_nothing_is_found_there_are_other_ways(visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = visit("/nn/search/?q=xyzzyx")

    expect(page.locator("h1")).to_contain_text("Her er det ikkje noko om «xyzzyx» enno")
    axe(page)
    page.locator("main").get_by_role("link", name="Finne idear").click()
    page.wait_for_url("**/nn/kit/?phase=ideas*")


def test_a_librarian_finds_what_a_guest_does_not(as_person: Callable[..., Page], visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = as_person("Bibliotekar, Tverrdal", "/nb/search/?q=eldste")
    expect(page.locator(".hits").get_by_text("Utfordring", exact=True).first).to_be_visible()
    axe(page)

    stranger = visit("/nb/search/?q=eldste")
    expect(stranger.locator(".hits").get_by_text("Utfordring", exact=True)).to_have_count(0)
