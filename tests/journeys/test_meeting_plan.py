"""A librarian without an account plans this afternoon's meeting by keyboard; an adviser copies the plan and makes a gathering of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

Visit = Callable[..., Page]
AsPerson = Callable[..., Page]
Axe = Callable[[Page], None]


def go_to(page: Page, name: str, *, role: str = "button") -> None:
    """Go to something on the page with the tabulator alone, and press it."""
    wanted = page.get_by_role(role, name=name, exact=False).first  # type: ignore[arg-type]
    expect(wanted).to_be_visible()
    for _step in range(140):
        page.keyboard.press("Tab")
        if wanted.evaluate("node => node === document.activeElement"):
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"The tabulator never comes to «{name}» on {page.url}")


def plan_by_keyboard(page: Page, axe: Axe) -> None:
    """Put two methods, a welcome and the breaks in a plan, from the page of a method."""
    go_to(page, "Sett den inn i planen min", role="link")
    axe(page)
    go_to(page, "Begynn en ny plan med den")
    expect(page.locator("h1")).to_have_text("Fra 13.00 til 13.45")
    go_to(page, "Legg til en metode", role="link")
    axe(page)
    go_to(page, "Sett inn Stille idéskriving")
    expect(page.get_by_text("«Stille idéskriving» er i planen.")).to_be_visible()
    page.get_by_label("Hva skjer?").focus()
    page.keyboard.type("Velkommen")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Fra 13.00 til 14.45")


def put_in_order(page: Page, axe: Axe) -> None:
    """Move the welcome to the front, take the proposed break, shorten a method, and take one back that was taken out."""
    for _time in range(2):
        page.get_by_role("button", name="Opp Velkommen").press("Enter")
        expect(page.get_by_text("Flyttet.")).to_be_visible()
    expect(page.locator(".agenda__row h3").first).to_contain_text("Velkommen")
    expect(page.locator("main")).to_contain_text("Flytt en av dem hvis du mente det omvendt")
    page.get_by_role("button", name="Ja, sett den inn").first.press("Enter")
    expect(page.locator("h1")).to_have_text("Fra 13.00 til 14.55")
    axe(page)
    page.get_by_role("link", name="Endre Stille idéskriving").press("Enter")
    page.get_by_label("Minutter").fill("35")
    axe(page)
    page.get_by_role("button", name="Lagre").press("Enter")
    expect(page.locator("main")).to_contain_text("Kort inn «")
    page.get_by_role("button", name="Ta ut Velkommen").press("Enter")
    page.get_by_role("button", name="Sett det tilbake").press("Enter")
    expect(page.locator("h1")).to_have_text("Fra 13.00 til 14.40")


def say_when(page: Page, axe: Axe) -> None:
    """Say what it is called, and how many come."""
    page.get_by_role("link", name="Endre navn, dag, sted eller hvor mange").press("Enter")
    axe(page)
    page.get_by_label("Hva heter møtet?").fill("Møte om kinosalen")
    page.get_by_label("Hvor mange blir dere?").fill("3")
    page.get_by_role("button", name="Lagre").press("Enter")
    expect(page.locator("main")).to_contain_text("Den er laget for minst")


def follow_on_the_phone(visit: Visit, axe: Axe, reading: str) -> None:
    """Read the plan on a phone without JavaScript, and go through it step by step."""
    phone = visit(reading, phone=True, javascript=False)
    expect(phone.locator("main")).to_contain_text("Møte om kinosalen")
    assert "meeting-plan/" not in phone.content()
    phone.get_by_role("link", name="Mens møtet varer").click()
    expect(phone.locator("h1")).to_have_text("Velkommen")
    expect(phone.locator("main")).to_contain_text("10 min igjen")
    phone.get_by_role("link", name="Neste:").click()
    expect(phone.locator("main")).to_contain_text("Les høyt")
    expect(phone.get_by_role("link", name="Tilbake: Velkommen")).to_be_visible()
    for rest in ("", "now/?point=2", "paper/"):
        axe(visit(f"{reading}{rest}"))


def make_a_gathering(page: Page, axe: Axe) -> None:
    """Copy the plan, and make a gathering of the copy."""
    page.get_by_role("button", name="Lag en kopi").click()
    expect(page.get_by_text("Dette er din kopi.")).to_be_visible()
    page.get_by_role("link", name="Gjør den til en samling").click()
    axe(page)
    page.get_by_role("radio").first.check()
    page.get_by_label("Dag", exact=True).fill("2027-03-02")
    page.get_by_role("button", name="Lag samlingen").click()
    expect(page.locator("main")).to_contain_text("Møte om kinosalen")
    page.get_by_role("link", name="Planen bak Møte om kinosalen").click()
    expect(page.locator("main")).to_contain_text("Prikkavstemning")


def test_a_meeting_is_planned_and_becomes_a_gathering(visit: Visit, as_person: AsPerson, axe: Axe) -> None:
    page = visit("/nb/dot-voting/")
    plan_by_keyboard(page, axe)
    put_in_order(page, axe)
    say_when(page, axe)
    axe(page)
    reading = re.search(r"/nb/kit/shared-plan/[\w-]+/", page.content())
    assert reading
    follow_on_the_phone(visit, axe, reading[0])
    adviser = as_person("Rådgiver, Strandfjell", reading[0])
    make_a_gathering(adviser, axe)
    adviser.goto("/nb/kit/meeting-plans/")
    axe(adviser)
    expect(adviser.locator("main")).to_contain_text("Møte om kinosalen")
