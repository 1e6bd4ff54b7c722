"""The plan knows: one tick on a list of names changes the goal, the funnel and the report, and back again."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

Open = Callable[..., Page]
Read = Callable[[Page], None]
WHO = "Bibliotekar, Tverrdal"


def completed(page: Page) -> dict[str, int]:
    """Read how many have completed where the project says it: beside its goal, in the funnel, in the report."""
    page.goto("/nb/projects/1/")
    goal = page.get_by_role("listitem").filter(has_text="har deltatt").locator("strong, a").last.inner_text()
    funnel = page.get_by_role("row", name=re.compile("Har fullført")).get_by_role("cell").first
    said = {"goal": int(goal), "funnel": int(funnel.text_content() or "0")}
    page.goto("/nb/projects/1/report/")
    reported = re.search(r"Har fullført: (\d+) av 50", page.get_by_role("main").inner_text())
    assert reported
    return {**said, "report": int(reported[1])}


def mark(page: Page, words: str) -> None:
    """Say on the list of the third date whether one participant was there."""
    page.goto("/nb/programmes/1/lead/")
    page.get_by_role("link", name="Samling 2: Hva hørte dere?").click()
    page.get_by_role("radiogroup", name=WHO, exact=True).get_by_role("radio", name=words, exact=True).check()
    page.get_by_role("button", name="Lagre lista").click()
    expect(page.get_by_role("radiogroup", name=WHO, exact=True).get_by_role("radio", name=words, exact=True)).to_be_checked()


def test_one_tick_changes_goal_funnel_and_report(as_person: Open, axe: Read) -> None:
    page = as_person("Rådgiver, Strandfjell")
    before = completed(page)
    assert len(set(before.values())) == 1

    mark(page, "Ikke her")
    axe(page)
    fewer = completed(page)
    mark(page, "Her")

    assert fewer == {name: number - 1 for name, number in before.items()}
    assert completed(page) == before


def test_the_number_opens_for_the_adviser_and_is_defined_for_others(as_person: Open, axe: Read) -> None:
    adviser = as_person("Rådgiver, Strandfjell", "/nb/projects/goals/2/")
    adviser.get_by_role("main").get_by_role("link", name=re.compile("alle")).first.click()
    somebody = adviser.get_by_role("main").get_by_role("listitem").get_by_role("link", name=re.compile("ibliotek")).first.inner_text()
    axe(adviser)

    funder = as_person("Saksbehandler, Biblioteksfondet", "/nb/projects/1/")
    expect(funder.get_by_role("main")).to_contain_text("av 50")
    expect(funder.get_by_role("main")).not_to_contain_text(somebody)
    refused = funder.goto(adviser.url)
    assert refused is not None
    expect(funder.get_by_role("main")).not_to_contain_text(somebody)
