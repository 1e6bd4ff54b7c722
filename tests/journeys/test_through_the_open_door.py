"""Somebody without an account comes with a challenge on an old phone; a person with a name answers; in the end everything is deleted."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

AsPerson = Callable[..., Page]
Axe = Callable[[Page], None]
WORDS = "Vi er ti som spiller kort, og vi finner ikke noe rom om kvelden. (Kanarifuglen)"
ANSWER = "Takk for at dere sa fra. Lesesalen står tom om kvelden. Kom innom, så ser vi på den."
WHO = "Kortgjengen på Myra"


def come(page: Page, axe: Axe | None) -> str:
    """Find the library's door from the first page, and say what it is about. Returns the address of the page to keep."""
    page.get_by_role("link", name="Vi har en utfordring, eller en idé").first.click()
    page.get_by_label("Bibliotek, kommune eller fylke").fill("tverr")
    page.get_by_role("main").get_by_role("button", name="Søk").click()
    page.get_by_role("link", name="Tverrdal bibliotek").click()
    expect(page.locator("main")).to_contain_text("svarer innen 5 arbeidsdager")
    page.get_by_role("button", name="Send det til biblioteket").click()
    expect(page.locator("main")).to_contain_text("å rette")
    page.get_by_label("Vi har en utfordring").check()
    page.get_by_label("Med dine egne ord").fill(WORDS)
    page.get_by_label("Uformell gruppe").check()
    page.get_by_label("Hva heter dere?").fill(WHO)
    page.get_by_role("button", name="Send det til biblioteket").click()
    expect(page.locator("h1")).to_contain_text("Takk. Det er kommet inn")
    link = page.get_by_role("link", name="Åpne siden din")
    address = link.get_attribute("href")
    assert address
    return address


def answer(page: Page, axe: Axe) -> None:
    """Find it on the desk, answer in words, and plan to meet."""
    expect(page.locator("main")).to_contain_text(f"{WHO} kom med noe")
    page.goto("/nb/conversations/door/")
    axe(page)
    page.get_by_role("link", name=WHO).click()
    expect(page.locator("main")).to_contain_text(WORDS)
    axe(page)
    page.get_by_label("Svaret ditt").fill(ANSWER)
    page.get_by_role("button", name="Send svaret").click()
    expect(page.get_by_text("Takk for at du svarte.")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Planlegg en samtale med dem").click()
    expect(page.locator("h1")).to_contain_text(WHO)


def test_through_the_open_door(as_person: AsPerson, visit: Callable[..., Page], axe: Axe) -> None:
    for path in ("/nb/doors/", "/nb/libraries/9/door/"):
        axe(visit(path))
    guest = visit("/nb/", phone=True, javascript=False)
    mine = come(guest, None)
    guest.goto(mine)
    expect(guest.locator("main")).to_contain_text("Svaret kommer her innen")

    employee = as_person("Bibliotekar, Tverrdal", "/nb/desk/")
    answer(employee, axe)
    colleague = as_person("Bibliotekar, Lysvik", "/nb/conversations/new/?q=kortgjengen")
    expect(colleague.locator("main")).to_contain_text(WHO)
    expect(colleague.locator("main")).not_to_contain_text("Kanarifuglen")

    guest.reload()
    expect(guest.locator("main")).to_contain_text(ANSWER)
    guest.get_by_role("link", name="Alt om dere").click()
    axe(visit(guest.url))
    guest.get_by_role("link", name="Slett alt om oss").click()
    axe(visit(guest.url))
    expect(guest.locator("main")).to_contain_text("Dette beholdes, uten navnet deres")
    guest.get_by_role("button", name="Slett alt nå").click()
    expect(guest.locator("h1")).to_contain_text("Det er slettet")
    expect(guest.locator("main")).to_contain_text("Det som ble beholdt, og hvorfor")

    colleague.reload()
    expect(colleague.locator("main")).not_to_contain_text(WHO)
    employee.goto("/nb/conversations/")
    expect(employee.locator("main")).not_to_contain_text(WHO)
    employee.goto("/nb/desk/")
    expect(employee.locator("main")).not_to_contain_text(WHO)


def test_an_adviser_sees_the_register_and_the_doors(as_person: AsPerson, axe: Axe) -> None:
    leader = as_person("Biblioteksjef, Lysvik", "/nb/conversations/door/")
    expect(leader.locator("main")).to_contain_text("For sent")
    for path in ("/nb/conversations/door/", "/nb/libraries/10/door/keep/", "/nb/conversations/register/", "/nb/conversations/in-touch/"):
        leader.goto(path)
        axe(leader)
