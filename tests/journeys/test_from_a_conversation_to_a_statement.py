"""An employee listens and writes it down on the phone; the association answers by its link, on an old phone without scripts."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.test_from_first_date_to_a_seat import letter_to

AsPerson = Callable[..., Page]
Axe = Callable[[Page], None]
WHO, MAIL = "Turlaget på Innsida", "turlaget@lag.example"
FIRST, SECOND = "Vi finner ikke folk til å rydde stiene.", "Mange vil være med, men tør ikke komme alene."
THOUGHTS = "Hun virket sliten. Kanarifuglen."


def write_it_down(page: Page, axe: Axe) -> None:
    """Find nobody of that name, write them down, and what they said."""
    page.get_by_label("Navn eller organisasjonsnummer").fill(WHO)
    page.get_by_role("main").get_by_role("button", name="Søk").click()
    axe(page)
    page.get_by_role("link", name="Skriv dem inn").click()
    page.get_by_label("Hva heter de?").fill(WHO)
    axe(page)
    page.get_by_role("button", name="Fortsett").click()
    expect(page.locator("h1")).to_contain_text(f"Du er den første som spør {WHO}")
    axe(page)
    page.get_by_role("button", name="Vi har allerede møttes").click()
    page.get_by_label("Dette er vi enige om at ble sagt").fill(f"{FIRST}\n{SECOND}")
    page.get_by_label("Mine egne tanker").fill(THOUGHTS)
    axe(page)
    page.get_by_role("button", name="Lagre").click()
    expect(page.locator("h1")).to_contain_text("sa 2 ting")


def read_back_and_send(page: Page, axe: Axe) -> None:
    """Say that the first was read back, and send the link."""
    page.get_by_role("link", name="Jeg har lest det opp for dem").click()
    page.get_by_label(FIRST).check()
    page.get_by_label("På telefon").check()
    axe(page)
    page.get_by_role("button", name="De sa ja til disse").click()
    expect(page.get_by_text("Enige om ordene")).to_have_count(1)
    page.get_by_role("link", name="Send dem lenken").click()
    page.get_by_label("E-postadresse").fill(MAIL)
    axe(page)
    page.get_by_role("button", name="Send brevet").click()
    expect(page.get_by_text("Brevet er på vei.")).to_be_visible()


def test_from_a_conversation_to_a_statement(as_person: AsPerson, visit: Callable[..., Page], axe: Axe) -> None:
    employee = as_person("Bibliotekar, Tverrdal", "/nb/conversations/new/", phone=True)
    write_it_down(employee, axe)
    read_back_and_send(employee, axe)
    here = employee.url

    reader = visit("/nb/")
    address = letter_to(reader, MAIL, "Det vi snakket om", "/said/")
    axe_page = visit(address)
    axe(axe_page)
    theirs = visit(address, phone=True, javascript=False)
    expect(theirs.locator("main")).to_contain_text(FIRST)
    expect(theirs.locator("main")).not_to_contain_text("Kanarifuglen")
    employee.goto(here)
    expect(employee.get_by_text("Bekreftet")).to_have_count(0)

    theirs.get_by_role("button", name="Ja, det stemmer").first.click()
    expect(theirs.get_by_text("Takk. Det står slik du sa det.")).to_be_visible()
    employee.reload()
    expect(employee.get_by_text("Bekreftet")).to_have_count(1)

    theirs.locator(".told > li").nth(1).locator("summary").click()
    theirs.locator(".told > li").nth(1).get_by_role("button", name="Trekk det tilbake").click()
    expect(theirs.locator("main")).not_to_contain_text(SECOND)
    employee.reload()
    expect(employee.locator("main")).not_to_contain_text(SECOND)
    expect(employee.get_by_text("Dette ble trukket tilbake.")).to_be_visible()

    theirs.get_by_role("button", name="Ikke nå").click()
    colleague = as_person("Barnebibliotekar, Lysvik", "/nb/conversations/new/")
    colleague.get_by_label("Navn eller organisasjonsnummer").fill(WHO)
    colleague.get_by_role("main").get_by_role("button", name="Søk").click()
    colleague.get_by_role("link", name=WHO).click()
    expect(colleague.locator("h1")).to_contain_text("ber om å få være i fred")
    axe(colleague)
    assert WHO not in colleague.goto("/nb/desk/").text()  # type: ignore[union-attr]
