"""In a hall without coverage: what is written on the phone is kept there, goes by itself, once, and is nobody else's."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

AsPerson = Callable[..., Page]
WHO, EMPLOYEE, OTHER = "Turlaget på Innsida", "Bibliotekar, Tverrdal", "Barnebibliotekar, Lysvik"
SAID, THOUGHTS = "Vi finner ikke folk til å rydde stiene.", "Hun virket sliten. Kanarifuglen."
KEPT = "Tatt vare på her på telefonen. Det sendes når det er nett igjen."
SHARED, OWN = "Dette er vi enige om at ble sagt", "Mine egne tanker"
EVERYTHING = """async () => {
    const texts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    for (const name of await caches.keys()) for (const one of await (await caches.open(name)).matchAll()) texts.push(one.url + await one.text());
    return texts.join("\\n");
}"""
READY = "async address => (await caches.match('/~kept' + address)) !== undefined && (await navigator.serviceWorker.ready) !== null"


def is_kept(page: Page, words: str) -> bool:
    """Whether these words lie anywhere in what this browser keeps."""
    return words in page.evaluate(EVERYTHING)


def path(page: Page) -> str:
    """Return the path of the page, without its language."""
    return re.sub(r"^https?://[^/]+/\w\w", "", page.url)


def wait_until_kept(page: Page, address: str) -> None:
    """Wait until a page lies on the phone and the worker is there to show it."""
    until(page, READY, address)


def until(page: Page, asked: str, about: str = "") -> None:
    """Ask the page again and again until it says yes."""
    for _time in range(100):
        if page.evaluate(asked, about):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"{page.url}: {asked} {about}")


def planned(page: Page) -> str:
    """Plan to meet somebody, and return the address of the conversation when its page lies on the phone."""
    page.goto("/nb/conversations/with/new/?q=" + WHO)
    page.get_by_role("button", name="Fortsett").click()
    page.locator("button[name=plan]").click()
    expect(page.locator("h1")).to_contain_text(WHO)
    where = path(page)
    wait_until_kept(page, f"{where}write/")
    return where


def write(page: Page, said: str = SAID, thoughts: str = THOUGHTS) -> None:
    """Fill in both texts and press the button."""
    page.get_by_label(SHARED).fill(said)
    page.get_by_label(OWN).fill(thoughts)
    page.get_by_role("button", name="Lagre").click()


@pytest.fixture
def phone(as_person: AsPerson) -> Page:
    """A library employee's phone, on which she has planned nothing yet."""
    return as_person(EMPLOYEE, phone=True)


def statements(page: Page, where: str) -> int:
    """Return how often what was said stands on the conversation's page."""
    page.goto(f"/nb{where}")
    return page.locator("main .shared li p", has_text=SAID).count()


def test_written_offline_found_again_and_sent_once(phone: Page, axe: Callable[[Page], None]) -> None:
    where = planned(phone)
    assert "no-store" in phone.evaluate("async () => (await caches.match('/~kept/home')).headers.get('Cache-Control')")
    phone.context.set_offline(True)
    phone.goto(f"/nb{where}write/")
    expect(phone.get_by_text("Ikke noe nett her.")).to_be_visible()
    phone.locator("main summary", has_text="Hva kan jeg spørre om?").click()
    expect(phone.get_by_text("Hva er dere mest opptatt av for tiden?")).to_be_visible()
    write(phone)

    told = phone.locator("[data-phone-told]")
    expect(told).to_contain_text(KEPT)
    expect(told).to_be_focused()
    axe(phone)
    phone.reload()
    assert phone.get_by_label(SHARED).input_value() == SAID and phone.get_by_label(OWN).input_value() == THOUGHTS
    phone.context.set_offline(False)

    expect(phone.locator("h1")).to_contain_text("sa én ting")
    assert statements(phone, where) == 1
    phone.goto("/nb/desk/")
    phone.goto(f"/nb{where}")
    assert statements(phone, where) == 1
    until(phone, "async address => !(await caches.match(address))", f"/~kept{where}write/")
    assert not is_kept(phone, "Kanarifuglen")


def test_it_goes_from_any_page_and_she_sees_that_it_went(phone: Page, axe: Callable[[Page], None]) -> None:
    where = planned(phone)
    phone.context.set_offline(True)
    phone.goto(f"/nb{where}write/")
    write(phone)
    expect(phone.locator("[data-phone-told]")).to_contain_text(KEPT)
    phone.goto("/nb/desk/")
    expect(phone.get_by_text("siden du ba om, ligger ikke på telefonen")).to_be_visible()
    expect(phone.locator("[data-phone-rows]")).to_contain_text(WHO)
    phone.context.set_offline(False)

    expect(phone.locator("[data-phone-told]")).to_contain_text("Det er nett igjen")
    axe(phone)
    phone.locator("[data-phone-told] a").click()
    expect(phone.locator("h1")).to_contain_text("sa én ting")


def test_nobody_planned_it_and_the_rest_comes_later(phone: Page, axe: Callable[[Page], None]) -> None:
    phone.goto("/nb/conversations/now/")
    wait_until_kept(phone, "/conversations/now/")
    axe(phone)
    phone.context.set_offline(True)
    phone.goto("/nb/conversations/now/")
    for called in ("Hun med nøklene", "Han på ferga"):
        phone.get_by_label("Hvem snakket du med?").fill(called)
        write(phone, thoughts=f"Om {called}")
        expect(phone.locator("[data-phone-rows]")).to_contain_text(called)
    phone.locator("[data-phone-rows] li", has_text="Han på ferga").get_by_role("button", name="Endre").click()
    phone.get_by_label("Hvem snakket du med?").fill("Han på bussen")
    phone.get_by_role("button", name="Lagre").click()
    rows = phone.locator("[data-phone-rows] [data-waiting]")
    expect(rows).to_have_count(2)
    expect(rows.last).to_contain_text("Han på bussen")
    axe(phone)
    phone.context.set_offline(False)
    expect(rows).to_have_count(0)

    phone.goto("/nb/desk/")
    expect(phone.get_by_text("Hvem var «Hun med nøklene»?")).to_be_visible()
    expect(phone.get_by_text("Hvem var «Han på ferga»?")).to_have_count(0)
    phone.goto("/nb/conversations/")
    phone.get_by_role("link", name="Hun med nøklene").click()
    phone.get_by_role("link", name="Velg i registeret").click()
    axe(phone)
    phone.locator("main summary", has_text="Skriv dem inn").click()
    phone.get_by_role("button", name="Det var dem").click()
    expect(phone.get_by_text("Nå er det kjent hvem det var.")).to_be_visible()
    expect(phone.get_by_role("link", name="Send dem lenken")).to_be_visible()


def test_signed_out_meanwhile_keeps_the_text_until_she_is_back(phone: Page, as_person: AsPerson) -> None:
    where = planned(phone)
    phone.goto(f"/nb{where}write/")
    phone.context.clear_cookies(name="sessionid")
    write(phone)

    told = phone.locator("[data-phone-told]")
    expect(told).to_contain_text("Du er blitt logget ut. Det du skrev, ligger på telefonen")
    assert phone.get_by_label(OWN).input_value() == THOUGHTS
    told.get_by_role("link", name="Logg inn").click()
    expect(phone).to_have_url(re.compile("sign-in"))
    sign_in(phone, EMPLOYEE)

    expect(phone.locator("[data-phone-told]")).to_contain_text("Det er nett igjen")
    assert statements(phone, where) == 1
    assert not is_kept(phone, "Kanarifuglen")


def sign_in(page: Page, name: str) -> None:
    """Sign in as somebody of the cast, in the same browser."""
    page.goto("/nb/demo/")
    button = page.get_by_role("button", name=f"som {name}").first
    if not button.is_visible():
        page.locator("main summary").first.click()
    button.click()
    page.wait_for_load_state()


def test_an_answer_that_got_lost_does_not_make_two_of_it(phone: Page) -> None:
    phone.goto("/nb/conversations/now/")
    times: list[int] = []

    def lose_the_answer(route: Route) -> None:
        times.append(route.fetch(max_redirects=0).status)
        route.abort()

    phone.route("**/conversations/now/", lambda route: lose_the_answer(route) if route.request.method == "POST" else route.continue_())
    phone.get_by_label("Hvem snakket du med?").fill("Hun med nøklene")
    write(phone)
    expect(phone.locator("[data-phone-told]")).to_contain_text(KEPT)
    phone.unroute_all()
    phone.context.clear_cookies(name="sessionid")
    sign_in(phone, EMPLOYEE)

    expect(phone.locator("[data-phone-told]")).to_contain_text("Det er nett igjen")
    phone.goto("/nb/conversations/")
    assert times == [201]
    expect(phone.get_by_role("link", name="Hun med nøklene")).to_have_count(1)


def test_called_off_meanwhile_leaves_the_text_to_be_read_and_thrown_away(phone: Page, as_person: AsPerson) -> None:
    where = planned(phone)
    phone.context.set_offline(True)
    phone.goto(f"/nb{where}write/")
    write(phone)
    laptop = as_person(EMPLOYEE, f"/nb{where}")
    laptop.get_by_role("button", name="Vi møtes ikke").click()
    phone.goto("/nb/desk/")
    phone.context.set_offline(False)
    phone.get_by_role("button", name="Se hva som er i veien").click()
    expect(phone.get_by_text("Denne samtalen ble det ikke noe av.")).to_be_visible()

    phone.goto("/nb/conversations/now/")
    phone.locator("[data-phone-rows] summary").click()
    expect(phone.locator("[data-phone-rows]")).to_contain_text(THOUGHTS)
    phone.once("dialog", lambda dialog: dialog.accept())
    phone.locator("[data-phone-rows]").get_by_role("button", name="Kast det").click()
    expect(phone.locator("[data-phone-list]")).to_be_hidden()
    assert not is_kept(phone, "Kanarifuglen")


def test_another_person_on_the_same_phone_finds_nothing_of_it(phone: Page) -> None:
    where = planned(phone)
    phone.context.set_offline(True)
    phone.goto(f"/nb{where}write/")
    write(phone)
    expect(phone.locator("[data-phone-told]")).to_contain_text(KEPT)
    phone.goto(f"/nb{where}write/")
    phone.context.clear_cookies(name="sessionid")
    phone.get_by_label(OWN).fill("Mer. Kanarifuglen")
    phone.wait_for_timeout(600)
    phone.context.set_offline(False)
    phone.goto("/nb/sign-in/")
    expect(phone.get_by_text("Noe som ble skrevet på denne telefonen")).to_be_visible()
    assert "Kanarifuglen" not in phone.content() and WHO not in phone.content()
    sign_in(phone, OTHER)

    expect(phone.locator("[data-phone-told]")).to_be_empty()
    phone.goto("/nb/conversations/now/")
    expect(phone.locator("[data-phone-rows]")).to_be_empty()
    assert not is_kept(phone, "Kanarifuglen") and not is_kept(phone, WHO)


def test_signing_out_asks_first_and_leaves_nothing(phone: Page) -> None:
    where = planned(phone)
    phone.context.set_offline(True)
    phone.goto(f"/nb{where}write/")
    write(phone)
    expect(phone.locator("[data-phone-told]")).to_contain_text(KEPT)
    phone.route(f"**{where}write/", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    phone.context.set_offline(False)
    phone.goto("/nb/sign-out/")
    asked: list[str] = []
    phone.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    leave = phone.locator("main form button")
    leave.click()
    assert asked and "ligger bare på denne telefonen" in asked[0] and is_kept(phone, "Kanarifuglen")
    phone.once("dialog", lambda dialog: dialog.accept())
    leave.click()

    expect(phone.locator("h1")).to_contain_text("Du er ute")
    until(phone, "async () => (await caches.keys()).length === 0 && localStorage.length === 0")
    assert not is_kept(phone, "Kanarifuglen")
    assert phone.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0


def test_somebody_saved_in_between_and_both_texts_are_shown(phone: Page, as_person: AsPerson) -> None:
    where = planned(phone)
    phone.context.set_offline(True)
    phone.goto(f"/nb{where}write/")
    write(phone)
    expect(phone.locator("[data-phone-told]")).to_contain_text(KEPT)
    laptop = as_person(EMPLOYEE, f"/nb{where}write/")
    write(laptop, said="Bussen går ikke.", thoughts="Fra den andre maskinen.")
    expect(laptop.locator("h1")).to_contain_text("sa én ting")
    phone.goto("/nb/desk/")
    phone.context.set_offline(False)

    told = phone.locator("[data-phone-told]")
    expect(told).to_contain_text("Ingenting er tapt")
    told.get_by_role("button", name="Se hva som er i veien").click()
    expect(phone.get_by_text("Fra den andre maskinen.")).to_be_visible()
    assert phone.get_by_label(OWN).input_value() == THOUGHTS
    phone.get_by_role("button", name="Lagre").click()
    expect(phone.locator("h1")).to_contain_text("sa 2 ting")
    assert not is_kept(phone, "Kanarifuglen")


def test_two_windows_on_one_phone_lose_neither_text(phone: Page) -> None:
    where = planned(phone)
    other = phone.context.new_page()
    phone.context.set_offline(True)
    for window in (phone, other):
        window.goto(f"/nb{where}write/")
    write(phone)
    expect(phone.locator("[data-phone-told]")).to_contain_text(KEPT)
    write(other, said="Bussen går ikke.", thoughts="Fra det andre vinduet.")
    expect(other.locator("[data-phone-told]")).to_contain_text(KEPT)
    other.close()
    phone.goto("/nb/desk/")
    expect(phone.locator("[data-phone-rows] [data-waiting]")).to_have_count(2)
    phone.context.set_offline(False)

    phone.get_by_role("button", name="Se hva som er i veien").click()
    expect(phone.get_by_text(THOUGHTS)).to_be_visible()
    assert phone.get_by_label(OWN).input_value() == "Fra det andre vinduet."
    phone.get_by_role("button", name="Lagre").click()
    expect(phone.locator("h1")).to_contain_text("sa 2 ting")
    assert not is_kept(phone, "Kanarifuglen") and not is_kept(phone, "Fra det andre vinduet.")


def test_what_must_be_put_right_is_shown_with_the_text(phone: Page) -> None:
    phone.goto("/nb/conversations/now/")
    write(phone)

    expect(phone.locator("[data-error-summary]")).to_be_focused()
    assert phone.get_by_label(OWN).input_value() == THOUGHTS
    phone.get_by_label("Hvem snakket du med?").fill("Hun med nøklene")
    phone.get_by_role("button", name="Lagre").click()
    expect(phone.locator("h1")).to_contain_text("Hvem var «Hun med nøklene»?")
    phone.goto("/nb/desk/")
    expect(phone.locator("[data-phone-told]")).to_be_empty()
    assert not is_kept(phone, "Kanarifuglen")


def test_without_script_it_is_a_form_like_others(as_person: AsPerson) -> None:
    page = as_person(EMPLOYEE, "/nb/conversations/now/", phone=True, javascript=False)
    page.get_by_label("Hvem snakket du med?").fill("Hun med nøklene")
    write(page)

    expect(page.locator("h1")).to_contain_text("Hvem var «Hun med nøklene»?")


def test_by_keyboard_on_a_narrow_screen(phone: Page) -> None:
    phone.set_viewport_size({"width": 320, "height": 640})
    phone.goto("/nb/conversations/now/")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
    guide = phone.locator("main summary", has_text="Hva kan jeg spørre om?")
    guide.focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("Hva er dere mest opptatt av for tiden?")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
    phone.get_by_label("Hvem snakket du med?").focus()
    phone.keyboard.type("Hun med nøklene")
    for label, text in ((SHARED, SAID), (OWN, THOUGHTS)):
        phone.get_by_label(label).focus()
        phone.keyboard.type(text)
    phone.keyboard.press("Tab")
    phone.keyboard.type("Vi ringer.")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    expect(phone.locator("h1")).to_contain_text("Hvem var «Hun med nøklene»?")
