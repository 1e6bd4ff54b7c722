"""Whoever signs in can open every page that a link leads to, and every such page is easy to use for all."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

MOST = 40  # pages for one person
FILES = re.compile(r"\.(ics|pdf|json|xlsx|csv|svg|docx)($|\?)|^/(static|files|cms)/|/demo/mailbox/\d+/\d+/|/certificates/\d+/$")
CAST = (
    "Rådgiver, Strandfjell",
    "Bibliotekar, Tverrdal",
    "Biblioteksjef, Tverrdal",
    "Ungdomsbibliotekar, Ytre Vik",
    "Konsulent, Åbakke",
    "Planrådgiver, Tverrdal",
    "Saksbehandler, Biblioteksfondet",
    "Redaktør, Strandfjell",
)


def kind(path: str) -> str:
    """Return what is the same in two addresses of one kind of page."""
    return re.sub(r"\d+|[A-Za-z0-9_-]{16,}", "N", path.split("?")[0].split("#")[0])


def links(page: Page) -> list[str]:
    """Return where the page leads, within the same language."""
    found = page.eval_on_selector_all("a[href^='/']", "nodes => nodes.map(node => node.getAttribute('href'))")
    language = (page.locator("html").get_attribute("lang") or "nb")[:2]
    others = tuple(f"/{other}/" for other in ("nb", "nn", "da", "en") if other != language)
    return [path for path in found if not FILES.search(path) and not path.startswith(others)]


def walk(page: Page, look: Callable[[str], None]) -> int:
    """Open one page of each kind that can be reached from here; return how many."""
    waiting, seen = [page.url], {kind("/" + page.url.split("/", 3)[3])}
    opened = 0
    while waiting and opened < MOST:
        path = waiting.pop(0)
        answer = page.goto(path)
        opened += 1
        look(f"{path} answered {answer.status if answer else 'nothing'}" if not answer or answer.status >= 400 else "")
        for link in links(page):
            if kind(link) not in seen:
                seen.add(kind(link))
                waiting.append(link)
    return opened


@pytest.mark.parametrize("name", CAST)
def test_all_that_a_person_can_reach_is_there_and_easy_to_use(
    as_person: Callable[..., Page], problems_of: Callable[[Page], list[str]], name: str
) -> None:
    page = as_person(name, "/nb/desk/")
    wrong: list[str] = []

    def look(trouble: str) -> None:
        headings = page.locator("h1").count()
        wrong.extend(filter(None, [trouble, f"{page.url} has {headings} h1" if headings != 1 else ""]))
        wrong.extend(f"{page.url}\n{problem}" for problem in problems_of(page))

    opened = walk(page, look)

    assert opened > 3
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", ["nb", "da"])
def test_all_that_a_stranger_can_reach_is_there_and_easy_to_use(
    visit: Callable[..., Page], problems_of: Callable[[Page], list[str]], language: str
) -> None:
    page = visit(f"/{language}/")
    wrong: list[str] = []

    def look(trouble: str) -> None:
        wrong.extend(filter(None, [trouble]))
        wrong.extend(f"{page.url}\n{problem}" for problem in problems_of(page))

    opened = walk(page, look)

    assert opened > 3
    assert not wrong, "\n".join(wrong)
