"""An employee and an association share a challenge, each in a browser of its own; then it is taken back, and is gone at every station."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.test_from_a_conversation_to_a_statement import FIRST, MAIL, read_back_and_send, write_it_down
from tests.journeys.test_from_first_date_to_a_seat import letter_to

AsPerson = Callable[..., Page]
Axe = Callable[[Page], None]
WORDS, BETTER = "Stiene våre gror igjen", "Vi vil holde stiene åpne sammen"


def shared(page: Page) -> str:
    """Return the news of the list: how many challenges are shared."""
    page.goto("/nb/challenges/")
    return page.locator("h1").inner_text()


def put_together(employee: Page, axe: Axe) -> None:
    """Find what was said, tick it, and find words for it."""
    employee.get_by_label("Ord i det").fill("rydde stiene")
    employee.get_by_role("button", name="Vis").click()
    axe(employee)
    employee.get_by_label(FIRST).check()
    employee.get_by_role("button", name="Disse handler om det samme").click()
    employee.get_by_label("Hva handler de om?").fill(WORDS)
    axe(employee)
    employee.get_by_role("button", name="Sett det sammen").click()
    expect(employee.locator("h1")).to_have_text(WORDS)
    expect(employee.get_by_text("et bibliotek står inne for ordene, ingen andre ennå")).to_be_visible()
    axe(employee)


def say_it_better(theirs: Page) -> None:
    """The association confirms what it said, and says the challenge in words of its own."""
    theirs.get_by_role("button", name="Ja, det stemmer").first.click()
    theirs.get_by_role("link", name="Utfordringer").click()
    theirs.get_by_role("link", name=WORDS).click()
    theirs.get_by_role("link", name="Vi ville sagt det slik").click()
    theirs.get_by_label("Hvordan ville du sagt det?").fill(BETTER)
    theirs.get_by_role("button", name="Bruk disse ordene").click()
    expect(theirs.locator("h1")).to_have_text(BETTER)
    theirs.get_by_label("Hva bidrar dere med?").fill("To motorsager")
    theirs.get_by_role("button", name="Vi er med").click()
    expect(theirs.locator("main")).to_contain_text("To motorsager")


def test_from_statements_to_a_shared_challenge_and_back(as_person: AsPerson, visit: Callable[..., Page], axe: Axe) -> None:
    employee = as_person("Bibliotekar, Tverrdal", "/nb/conversations/new/")
    write_it_down(employee, lambda page: None)
    read_back_and_send(employee, lambda page: None)
    conversation = employee.url
    address = letter_to(visit("/nb/"), MAIL, "Det vi snakket om", "/said/")
    theirs = visit(address, phone=True, javascript=False)
    before = shared(employee)
    put_together(employee, axe)
    challenge = employee.url

    say_it_better(theirs)
    employee.reload()
    expect(employee.locator("h1")).to_have_text(BETTER)
    expect(employee.get_by_text("noen andre står inne for ordene, ikke noe bibliotek ennå")).to_be_visible()
    employee.get_by_role("button", name="Vi står inne for disse ordene").click()
    expect(employee.get_by_text("begge sider står inne for ordene")).to_be_visible()
    expect(employee.locator("main")).to_contain_text("To motorsager")
    axe(visit(theirs.url))
    assert shared(employee) != before

    colleague = as_person("Barnebibliotekar, Lysvik", challenge)
    expect(colleague.locator("main")).to_contain_text(FIRST)
    expect(colleague.locator("main")).not_to_contain_text("Turlaget på Innsida")

    theirs.get_by_role("link", name="Det som ble sagt").click()
    theirs.locator(".told > li").first.locator("summary").click()
    theirs.locator(".told > li").first.get_by_role("button", name="Trekk det tilbake").click()
    gone_everywhere(employee, colleague, theirs, challenge=challenge, conversation=conversation)
    assert shared(employee) == before
    employee.goto("/nb/desk/")
    expect(employee.locator("main")).to_contain_text("Noe du bygde på, er borte")
    axe(employee)
    employee.goto(challenge)
    axe(employee)
    employee.get_by_role("button", name="Jeg har sett det").click()
    assert "Noe du bygde på, er borte" not in employee.goto("/nb/desk/").text()  # type: ignore[union-attr]


def gone_everywhere(employee: Page, colleague: Page, theirs: Page, *, challenge: str, conversation: str) -> None:
    """The words are on no page of anybody, and the challenge says that nothing stands behind it."""
    employee.goto(conversation)
    expect(employee.get_by_text("Dette ble trukket tilbake.")).to_be_visible()
    stations = [(employee, conversation), (employee, challenge), (employee, "/nb/challenges/?q=stiene"), (colleague, challenge), (theirs, theirs.url)]
    for page, path in stations:
        page.goto(path)
        expect(page.locator("main")).not_to_contain_text(FIRST)
    employee.goto(challenge)
    expect(employee.get_by_text("Ingenting står bak", exact=True)).to_be_visible()
    expect(employee.get_by_text("Noe dette bygde på, er borte")).to_be_visible()
    theirs.get_by_role("link", name="Utfordringer").click()
    expect(theirs.get_by_role("link", name=BETTER)).to_be_visible()
