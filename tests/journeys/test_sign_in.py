"""Somebody comes in by a code from a letter, and goes out again."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

Visit = Callable[..., Page]
Axe = Callable[[Page], None]


def code_from_mailbox(page: Page) -> str:
    """Open the demonstration's mailbox beside the page, and read the newest code in it."""
    beside = page.context.new_page()
    beside.goto("/nb/demo/mailbox/")
    found = re.search(r"\b\d{4}-\d{4}\b", beside.locator("main").inner_text())
    assert found
    beside.close()
    return found[0]


def ask_for_code(page: Page, address: str) -> None:
    page.get_by_label("E-postadressen din").fill(address)
    page.get_by_role("button", name="Send meg en kode").click()
    page.wait_for_url("**/sign-in/code/**")


def test_a_stranger_comes_in_says_a_name_and_goes_out(visit: Visit, axe: Axe) -> None:
    page = visit("/nb/me/")
    expect(page.locator("h1")).to_contain_text("Hvilken adresse")
    axe(page)

    ask_for_code(page, "Ny.Kollega@example.org")
    axe(page)
    page.get_by_label("Koden i brevet").fill("1234 5678")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Det er ikke koden")
    axe(page)
    page.get_by_label("Koden i brevet").fill(code_from_mailbox(page))
    page.keyboard.press("Enter")

    page.wait_for_url("**/arrive/new/**")
    axe(page)
    page.get_by_label("Navnet ditt").fill("Ny kollega")
    page.get_by_role("button", name="Fortsett").click()
    page.wait_for_url("**/nb/me/")
    expect(page.locator("h1")).to_contain_text("Ny kollega")
    axe(page)

    page.goto("/nb/sign-out/")
    page.locator("main").get_by_role("button", name="Logg ut").click()
    expect(page.locator("h1")).to_contain_text("Du er ute")
    axe(page)
    page.goto("/nb/me/")
    expect(page.locator("h1")).to_contain_text("Hvilken adresse")


def test_two_colleagues_share_one_address(visit: Visit, axe: Axe) -> None:
    for name in ("Karen", "Astrid"):
        page = visit("/nb/sign-in/", phone=True)
        ask_for_code(page, "bibliotek@example.org")
        page.get_by_label("Koden i brevet").fill(code_from_mailbox(page))
        page.keyboard.press("Enter")
        page.wait_for_url("**/arrive/**")
        if name == "Astrid":
            axe(page)
            page.get_by_label("En annen").check()
            page.get_by_role("button", name="Fortsett").click()
        page.get_by_label("Navnet ditt").fill(name)
        page.get_by_role("button", name="Fortsett").click()
        page.goto("/nb/me/")
        expect(page.locator("h1")).to_contain_text(name)

    page.goto("/nb/arrive/?ask=1")
    page.get_by_label("Karen").check()
    page.get_by_role("button", name="Fortsett").click()
    page.goto("/nb/me/")
    expect(page.locator("h1")).to_contain_text("Karen")


def test_everything_works_without_javascript(visit: Visit) -> None:
    page = visit("/nb/me/data/", javascript=False)
    ask_for_code(page, "uten.skript@example.org")
    page.get_by_label("Koden i brevet").fill(code_from_mailbox(page))
    page.get_by_role("button", name="Logg inn").click()
    page.get_by_label("Navnet ditt").fill("Uten skript")
    page.get_by_role("button", name="Fortsett").click()
    page.wait_for_url("**/nb/me/data/")
    expect(page.locator("main")).to_contain_text("uten.skript@example.org")


def test_somebody_is_erased_and_told_what_was_kept(visit: Visit, axe: Axe) -> None:
    page = visit("/nb/me/erase/")
    ask_for_code(page, "vil.bort@example.org")
    page.get_by_label("Koden i brevet").fill(code_from_mailbox(page))
    page.keyboard.press("Enter")
    page.get_by_label("Navnet ditt").fill("Vil bort")
    page.get_by_role("button", name="Fortsett").click()
    page.wait_for_url("**/nb/me/erase/")
    axe(page)

    page.get_by_role("button", name="Slett meg nå").click()
    expect(page.locator("h1")).to_contain_text("Du er slettet")
    axe(page)
    page.goto("/nb/me/")
    expect(page.locator("h1")).to_contain_text("Hvilken adresse")
