"""An adviser brings in the application, answers the plan check, and reads the report that writes itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

SAMPLE = Path(__file__).parents[1] / "areas/projects/application/samples/application-2022.txt"


def test_an_application_becomes_a_project_that_is_checked(
    as_person: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    page = as_person("Rådgiver, Strandfjell", "/en/projects/import/")
    axe(page)

    page.get_by_label("Paste the application here").fill(SAMPLE.read_text(encoding="utf-8"))
    page.get_by_role("button", name="See what you understand").click()
    expect(page.locator("h1")).to_have_text("11 sub-goals, 29 activities. We understood every line.")
    axe(page)

    page.get_by_role("button", name="Save as a project").click()
    expect(page.locator("#noticed")).to_have_text("Six things I noticed")
    axe(page)

    page.get_by_role("button", name="Write fourteen months").click()
    expect(page.locator("#noticed")).to_have_text("Five things I noticed")

    page.get_by_role("link", name="No, and here is why").first.click()
    page.get_by_label("Why not?").fill("It was launched twice.")
    page.get_by_role("button", name="Leave the plan as it is").click()
    expect(page.get_by_text("“It was launched twice.”")).to_be_visible()

    page.get_by_role("link", name="The report so far").first.click()
    expect(page.locator("h1")).to_contain_text("of 11 goals")
    axe(page)


def test_a_sentence_of_a_plan_shows_what_became_of_it(visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = visit("/en/plans/")
    page.get_by_role("link", name="Frivillighetsmeldingen").first.click()

    expect(page.get_by_text("What they do is theirs to show").first).to_be_visible()
    axe(page)
