"""Pages on a narrow screen, in large letters, in forced colours, and by keyboard alone; and pages that only a letter leads to."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

STRANGER = ("/nb/", "/nb/exploratory-conversation/", "/nb/programmes/", "/nb/sign-in/", "/nb/demo/mailbox/", "/nb/not-here/", "/nb/calendar/link/")
ADVISER = (
    "/nb/desk/", "/nb/projects/", "/nb/projects/2/", "/nb/projects/2/report/", "/nb/projects/import/", "/nb/plans/1/", "/nb/programmes/2/",
    "/nb/programmes/2/lead/", "/nb/programmes/2/setup/", "/nb/programmes/2/people/", "/nb/programmes/2/evaluation/", "/nb/mail/", "/nb/me/",
)
PARTICIPANT = ("/nb/desk/", "/nb/programmes/2/mine/", "/nb/programmes/2/place/", "/nb/calendar/")
NARROW, PHONE = {"width": 320, "height": 700}, {"width": 390, "height": 844}
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
HEADINGS = "[...document.querySelectorAll('h1,h2,h3,h4,h5')].filter(h => h.checkVisibility()).map(h => Number(h.tagName[1]))"
FOCUS = "(() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle !== 'none' || s.boxShadow !== 'none' })()"


def wrong_with(page: Page, path: str) -> list[str]:
    """Return what does not fit on a narrow screen or in large letters, and headings that skip a level."""
    page.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
    page.goto(path)
    found = [f"{path} is {over} px too wide at 320 px"] if (over := page.evaluate(TOO_WIDE)) > 0 else []
    levels = page.evaluate(HEADINGS)
    if levels.count(1) != 1 or any(after > before + 1 for before, after in pairwise(levels)):
        found.append(f"{path} has headings {levels}")
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    if (over := page.evaluate(TOO_WIDE)) > 0:
        found.append(f"{path} is {over} px too wide with letters twice as large")
    return found


@pytest.mark.parametrize(
    ("name", "paths"), [("", STRANGER), ("Rådgiver, Strandfjell", ADVISER), ("Bibliotekar, Tverrdal", PARTICIPANT)], ids=["stranger", "adviser", "participant"]
)
def test_pages_fit_a_narrow_screen_and_large_letters(
    visit: Callable[..., Page], as_person: Callable[..., Page], name: str, paths: tuple[str, ...]
) -> None:
    page = as_person(name) if name else visit("/nb/")

    wrong = [line for path in paths for line in wrong_with(page, path)]

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", ["/nb/projects/2/", "/nb/programmes/2/lead/", "/nb/programmes/gatherings/7/attendance/"])
def test_pictures_and_marks_stay_in_forced_colours(as_person: Callable[..., Page], axe: Callable[[Page], None], path: str) -> None:
    page = as_person("Rådgiver, Strandfjell")
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.goto(path)

    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    moving = page.evaluate("document.getAnimations().filter(one => one.effect.getTiming().duration > 200).length")
    assert moving == 0
    axe(page)


def reach(page: Page, goal: str) -> None:
    """Press Tab until the control that matches is in focus; every stop on the way shows where it is."""
    for _ in range(80):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS), f"{page.url}: no visible focus on {page.evaluate('document.activeElement.outerHTML')[:160]}"
        if page.evaluate("goal => document.activeElement.matches(goal)", goal):
            return
    pytest.fail(f"{page.url}: {goal} cannot be reached with the keyboard")


def test_the_first_stop_leads_past_the_menu(visit: Callable[..., Page]) -> None:
    page = visit("/nb/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Hopp til innholdet")).to_be_focused()
    expect(page.get_by_role("link", name="Hopp til innholdet")).to_be_in_viewport()
    page.keyboard.press("Enter")

    expect(page.locator("#main")).to_be_focused()


def test_an_action_is_written_by_keyboard_alone(as_person: Callable[..., Page]) -> None:
    page = as_person("Bibliotekar, Tverrdal", "/nb/programmes/2/mine/")

    reach(page, "main a[href*='/programmes/actions/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/programmes/actions/**")
    reach(page, "main textarea")
    page.keyboard.press("Control+A")
    page.keyboard.type("De savnet et sted å møtes.")
    reach(page, "main form button[type=submit]")
    page.keyboard.press("Enter")

    expect(page.get_by_role("main").get_by_role("status").first).to_be_visible()


def test_after_a_date_is_saved_the_keyboard_goes_on_in_its_row(as_person: Callable[..., Page]) -> None:
    page = as_person("Rådgiver, Strandfjell", "/nb/programmes/2/setup/")
    row = page.locator("article[data-row]").nth(2)
    with page.expect_navigation():
        row.locator("h3 a").click()

    reach(page, "main form button[type=submit]")
    page.keyboard.press("Enter")

    row = page.locator("article[data-row]").nth(2)
    expect(row.get_by_role("status")).to_be_focused()
    expect(row).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert row.evaluate("row => row.contains(document.activeElement)")


def test_what_was_said_about_the_whole_page_is_in_focus_at_its_top(as_person: Callable[..., Page]) -> None:
    page = as_person("Rådgiver, Strandfjell", "/nb/programmes/2/edit/")

    reach(page, "main form button[type=submit]")
    page.keyboard.press("Enter")

    expect(page.locator("main [role=status]").first).to_be_focused()


def test_a_link_of_the_summary_leads_to_the_first_choice_and_leaves_the_address(as_person: Callable[..., Page]) -> None:
    page = as_person("Rådgiver, Strandfjell", "/nb/organisations/add/")
    reach(page, "main input[name=name]")
    page.keyboard.type("Et lag")
    page.keyboard.press("Enter")
    expect(page.locator("[data-error-summary]")).to_be_focused()

    reach(page, "[data-error-summary] a")
    page.keyboard.press("Enter")

    expect(page.locator("input[name=kind]").first).to_be_focused()
    assert "#" not in page.url


def letter_with(page: Page, words: str) -> str:
    """Return where a link in a letter of the mailbox leads whose address holds these words."""
    letters = []
    for part in ("1", "999", "998"):  # the newest, and the oldest
        page.goto(f"/nb/demo/mailbox/?page={part}")
        letters += page.eval_on_selector_all("main a[href*='/mailbox/']", "nodes => nodes.slice(0, 50).map(node => node.getAttribute('href'))")
    for letter in letters:
        page.goto(letter)
        if (link := page.locator(f"a[href*='{words}']").first).count():
            return urlsplit(link.get_attribute("href") or "").path
    pytest.fail(f"No letter leads to {words}")


@pytest.mark.parametrize("words", ["/yes-or-no/", "/mail/stop/"])
def test_page_behind_a_letter_decides_nothing_and_is_easy_to_use(
    visit: Callable[..., Page], axe: Callable[[Page], None], words: str
) -> None:
    page = visit("/nb/", phone=True)

    page.goto(letter_with(page, words))

    expect(page.locator("main form button[type=submit]").first).to_be_visible()
    axe(page)


@pytest.mark.parametrize("path", ["/nb/programmes/2/lead/", "/nb/calendar/link/", "/nb/not-here/"])
def test_a_refusal_says_what_to_do(as_person: Callable[..., Page], axe: Callable[[Page], None], path: str) -> None:
    page = as_person("Bibliotekar, Tverrdal")

    page.goto(path)

    expect(page.locator("main a.ds-button").first).to_be_visible()
    axe(page)
