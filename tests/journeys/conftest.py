"""A person's ways through the system, in a real browser on a real server with the demonstration.

`visit` opens a window (a screen of 1280 pixels, or a phone of 390) and `axe` reads the page as an assistive technology
would, at both widths. A page that answers 500, breaks its own security policy or throws in a script fails the journey.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, expect, sync_playwright

from samskaper.config.setup.checkout import here
from tests.engines.browser import ARGUMENTS, chromium
from tests.engines.served import Served, served

SCREEN = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
AXE = here().root / "node_modules/axe-core/axe.min.js"
PATIENCE = 30_000  # milliseconds; a busy machine is slow, not broken
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a journey."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def server() -> Iterator[Served]:
    """The server of this worker, for the whole run."""
    with served() as running:
        yield running


@pytest.fixture
def live(server: Served) -> Served:
    """The server, with its data as the demonstration begins."""
    server.renew()
    return server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    program = chromium()
    if program is None:
        pytest.fail("There is no Chromium on this machine. `bin/test journeys` fetches one, or says how to.")
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield chrome
        chrome.close()


@pytest.fixture
def visit(live: Served, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a window of its own: `visit("/nb/")`, `visit("/nb/", phone=True)`, `visit("/nb/", javascript=False)`."""
    contexts: list[BrowserContext] = []
    troubles: list[str] = []

    def open_window(path: str = "/nb/", *, phone: bool = False, javascript: bool = True, dark: bool = False) -> Page:
        context = browser.new_context(
            base_url=live.url, viewport=PHONE if phone else SCREEN, has_touch=phone,
            java_script_enabled=javascript, color_scheme="dark" if dark else "light", locale="nb-NO",
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        listen(page, troubles)
        page.goto(path)
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert not troubles, "\n".join(troubles)


def listen(page: Page, troubles: list[str]) -> None:
    """Write down what should never happen on a page."""

    def answered(response: Response) -> None:
        if response.status >= 500:
            troubles.append(f"{response.request.method} {response.url} answered {response.status}")

    def said(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            troubles.append(f"{page.url}: {message.text}")

    page.on("response", answered)
    page.on("console", said)
    page.on("pageerror", lambda error: troubles.append(f"{page.url}: {error}"))


@pytest.fixture
def as_person(live: Served, visit: Callable[..., Page]) -> Callable[..., Page]:
    """Open a window as somebody of the cast on /demo: `as_person("Rådgiver, Strandfjell", "/nb/desk/")`."""

    def sign_in(name: str, path: str | None = None, *, phone: bool = False, javascript: bool = True) -> Page:
        page = visit("/nb/demo/", phone=phone, javascript=javascript)
        button = page.get_by_role("button", name=f"som {name}").first
        if not button.is_visible():  # those who are not among the first are folded away
            page.locator("main summary").first.click()
        button.click()
        page.wait_for_load_state()
        if path:
            page.goto(path)
        return page

    return sign_in


@pytest.fixture
def problems_of() -> Callable[[Page], list[str]]:
    """Read the page with axe at 1280 and 390 pixels; return what is wrong. The page keeps its size afterwards."""

    def read(page: Page) -> list[str]:
        before = page.viewport_size or SCREEN
        found = [problem for size in (SCREEN, PHONE) for problem in problems(page, size)]
        page.set_viewport_size({"width": before["width"], "height": before["height"]})
        return found

    return read


@pytest.fixture
def axe(problems_of: Callable[[Page], list[str]]) -> Callable[[Page], None]:
    """Fail with a list when the page is hard to use for some."""

    def read(page: Page) -> None:
        found = problems_of(page)
        assert not found, f"{page.url} is hard to use for some:\n" + "\n".join(found)

    return read


def problems(page: Page, size: dict[str, int]) -> list[str]:
    """Return what axe finds, and whether the page is wider than the window, in readable lines."""
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    page.evaluate(AXE.read_text())
    answer = page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES)
    assert answer["passes"], "axe checked nothing"
    lines = [
        f"  {size['width']} px: {violation['id']} ({violation['impact']}): {violation['help']}\n"
        f"      {node['html'][:160]}\n      {node['failureSummary'].splitlines()[-1].strip()[:200]}"
        for violation in answer["violations"]
        for node in violation["nodes"][:3]
    ]
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > size["width"]:
        lines.append(f"  {size['width']} px: the page is {width} pixels wide")
    return lines
