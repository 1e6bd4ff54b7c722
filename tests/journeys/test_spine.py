"""The spine of the chain, as people walk it: sign in, do one's part, and see that the plan knows."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
Read = Callable[[Page], None]


def test_somebody_signs_in_on_a_phone_by_the_code_in_a_letter(visit: Open, axe: Read) -> None:
    page = visit("/nb/sign-in/", phone=True)
    page.get_by_label("E-postadressen din").fill("ny@example.org")
    page.get_by_role("button", name="Send meg en kode").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Koden er på vei")
    axe(page)

    mailbox = page.context.new_page()
    mailbox.goto("/nb/demo/mailbox/")
    mailbox.locator("a[href*='/demo/mailbox/']").first.click()
    letter = mailbox.locator("main").inner_text()
    code = re.search(r"\b\d{4}-\d{4}\b", letter)
    assert code, letter
    page.get_by_label("Koden i brevet").fill(code.group())
    page.get_by_role("button", name="Logg inn").click()

    expect(page).not_to_have_url(re.compile("sign-in"))
    axe(page)


def test_the_adviser_opens_the_list_behind_a_number_of_the_plan(as_person: Open, axe: Read) -> None:
    page = as_person("Rådgiver, Strandfjell", "/nb/projects/2/")
    axe(page)

    number = page.get_by_role("listitem").filter(has_text="Samtaler med foreninger").get_by_role("link").first
    counted = number.inner_text()
    number.click()

    expect(page.get_by_role("main")).to_contain_text(counted)
    axe(page)


def test_a_remark_that_is_accepted_is_not_made_again(as_person: Open) -> None:
    page = as_person("Rådgiver, Strandfjell", "/nb/projects/2/")
    expect(page.get_by_role("heading", name="Seks ting jeg la merke til")).to_be_visible()

    page.get_by_role("button", name=re.compile("^Flytt den til")).click()

    expect(page.get_by_role("heading", name="Fem ting jeg la merke til")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_participant_writes_what_she_shares_and_what_she_keeps(as_person: Open, javascript: bool) -> None:
    page = as_person("Bibliotekar, Tverrdal", "/nb/programmes/2/mine/", javascript=javascript)
    page.get_by_role("link", name=re.compile("Den første samtalen")).click()
    shared, own = page.get_by_role("textbox").nth(0), page.get_by_role("textbox").nth(1)

    shared.fill("De ville ha nøkkel, ikke kurs.")
    own.fill("Jeg burde tidd lenger.")
    page.get_by_role("button", name="Lagre", exact=True).click()
    page.goto("/nb/programmes/2/mine/")
    page.get_by_role("link", name=re.compile("Den første samtalen")).click()

    expect(page.get_by_role("textbox").nth(0)).to_have_value("De ville ha nøkkel, ikke kurs.")
    expect(page.get_by_role("textbox").nth(1)).to_have_value("Jeg burde tidd lenger.")


def test_what_one_keeps_is_seen_by_nobody_else(as_person: Open) -> None:
    page = as_person("Bibliotekar, Tverrdal", "/nb/programmes/2/mine/")
    page.get_by_role("link", name=re.compile("Den første samtalen")).click()
    page.get_by_role("textbox").nth(1).fill("Jeg burde tidd lenger.")
    page.get_by_role("button", name="Lagre", exact=True).click()
    address = page.url

    for other in ("Rådgiver, Strandfjell", "Biblioteksjef, Tverrdal", "Barnebibliotekar, Lysvik"):
        seen = as_person(other, "/nb/programmes/2/shared/").content()
        theirs = as_person(other, address).content()
        assert "burde tidd" not in seen + theirs


def test_the_plan_officer_sees_what_has_become_of_a_sentence(as_person: Open, axe: Read) -> None:
    page = as_person("Planrådgiver, Tverrdal", "/nb/plans/")
    axe(page)

    page.get_by_role("link", name="Nasjonal bibliotekstrategi").click()

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    axe(page)


def test_by_keyboard_alone_the_first_stop_leads_past_the_menu(as_person: Open) -> None:
    page = as_person("Bibliotekar, Tverrdal", "/nb/desk/")

    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_attribute("href", re.compile("^#"))
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("Konsulent, Åbakke", "/da/projects/2/"),
        ("Konsulent, Åbakke", "/da/programmes/2/lead/"),
        ("Bibliotekar, Tverrdal", "/nb/programmes/2/lead/"),
        ("Biblioteksjef, Tverrdal", "/nb/projects/2/"),
    ],
)
def test_what_is_somebody_elses_is_refused_in_a_sentence(as_person: Open, axe: Read, name: str, path: str) -> None:
    page = as_person(name)

    answer = page.goto(path)

    assert answer
    assert answer.status in (403, 404)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    axe(page)
