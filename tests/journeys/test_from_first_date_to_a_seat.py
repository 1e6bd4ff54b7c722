"""An adviser makes a course series and sends it out; an employee signs up on the phone; her leader says yes by a press."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

AsPerson = Callable[..., Page]
Axe = Callable[[Page], None]
TITLE = "Samtalekurs våren"


def letter_to(page: Page, receiver: str, words: str, wanted: str = "/programmes/") -> str:
    """Open the newest letter to somebody in the demonstration's mailbox; return the first address like `wanted` in it."""
    page.goto(f"/nb/demo/mailbox/?receiver={receiver}")
    page.locator("main").get_by_role("link", name=words).first.click()
    page.wait_for_load_state()
    links = [str(link.get_attribute("href")) for link in page.locator("main a").all()]
    found = next(link for link in links if wanted in link)
    return re.sub(r"^https?://[^/]+", "", found)


def test_from_the_first_date_to_a_seat(as_person: AsPerson, visit: Callable[..., Page], axe: Axe) -> None:
    adviser = as_person("Rådgiver, Strandfjell", "/nb/programmes/new/")
    axe(adviser)
    adviser.get_by_label("Hva heter det?").fill(TITLE)
    adviser.get_by_label("Den første datoen").fill("2029-05-17")
    adviser.get_by_role("button", name="Lag den").click()
    expect(adviser.get_by_text("17. mai er en fridag (grunnlovsdagen). Flytt til 18. mai?")).to_be_visible()
    axe(adviser)

    adviser.get_by_label("Ny dag").fill("2029-05-22")
    adviser.get_by_role("button", name="Flytt datoene").click()
    expect(adviser.get_by_text("6 datoer er flyttet.")).to_be_visible()
    expect(adviser.get_by_text("grunnlovsdagen")).to_have_count(0)

    adviser.get_by_role("link", name="Send den ut").first.click()
    axe(adviser)
    adviser.get_by_label(re.compile("Tverrdal bibliotek")).check()
    adviser.get_by_role("button", name="Sett dem på lista").click()
    expect(adviser.locator("h1")).to_contain_text("ingenting er sendt")
    axe(adviser)
    adviser.get_by_role("button", name=re.compile("Send den til")).click()
    expect(adviser.locator("h1")).not_to_contain_text("ingenting er sendt")

    employee = as_person("Bibliotekar, Tverrdal", phone=True)
    employee.goto(letter_to(employee, "bibliotekar.tverrdal@strandfjell.example", f"Vil du være med på {TITLE}?", "/sign-up/"))
    axe(employee)
    employee.get_by_label("Biblioteksjef, Tverrdal").check()
    employee.get_by_role("button", name="Meld meg på").click()
    expect(employee.locator("h1")).to_contain_text("Vi holder en plass til deg")
    axe(employee)

    leader = visit("/nb/", javascript=False)
    leader.goto(letter_to(leader, "biblioteksjef.tverrdal@strandfjell.example", f"vil gjerne være med på {TITLE}"))
    expect(leader.locator("h1")).to_contain_text("Får Bibliotekar, Tverrdal være med?")
    employee.reload()
    expect(employee.locator("h1")).to_contain_text("Vi holder en plass til deg")
    leader.get_by_label("Noen ord til kollegaen din").fill("Dette blir bra.")
    leader.get_by_role("button", name="Ja, bli med").click()
    expect(leader.locator("h1")).to_contain_text("Du sa ja")

    employee.reload()
    expect(employee.locator("h1")).to_contain_text("Du har plass")
    expect(employee.get_by_text("Dette blir bra.")).to_be_visible()
    axe(employee)
