"""A teacher puts a method in a course of hers, and somebody takes the kit to a hall without coverage."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, FrameLocator, Page, expect

from tests.engines.served import Served
from tests.journeys.conftest import PHONE, SCREEN, listen, problems
from tests.journeys.platform import Platform, running

DONE = {"nb": "Jeg har lest dette og vil prøve det", "nn": "Eg har lese dette og vil prøve det", "da": "Jeg har læst det her og vil prøve det",
        "en": "I have read this and will try it"}


def fetched(server: Served, path: str) -> dict[str, bytes]:
    """Return the files of a package."""
    with urlopen(server.url + path) as answer, zipfile.ZipFile(io.BytesIO(answer.read())) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.fixture
def window(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has never been here."""
    context = browser.new_context(viewport=SCREEN, locale="nb-NO")
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def course(server: Served) -> Iterator[Platform]:
    """A platform with one method in it."""
    with running(Platform(fetched(server, "/nb/kit/2/dot-voting/scorm.zip"))) as platform:
        yield platform


PIECE = "item-dot-voting"


def opened(window: BrowserContext, course: Platform, name: str = PIECE) -> tuple[Page, FrameLocator]:
    """Open a piece of the course."""
    page = window.new_page()
    page.goto(f"{course.url}/play/{name}")
    inside = page.frame_locator("iframe").frame_locator("iframe") if course.deep else page.frame_locator("iframe")
    expect(inside.locator("[data-sco]")).to_be_visible()
    return page, inside


def read(inside: FrameLocator, steps: range) -> None:
    """Read these steps, counted from 1, down to their last line."""
    for number in steps:
        inside.locator("[data-step]").nth(number - 1).locator("p").last.scroll_into_view_if_needed()
        time.sleep(0.1)


def left(page: Page, course: Platform) -> None:
    """Close the piece, and wait until the platform knows how long it took."""
    assert page.evaluate("window.errors") == []
    page.goto("about:blank")
    for _try in range(50):
        if course.told and course.told[max(course.told)]["core"].get("session_time", "") not in {"", "00:00:00"}:
            return
        time.sleep(0.1)


def test_somebody_reads_half_comes_back_and_completes(window: BrowserContext, course: Platform) -> None:
    page, inside = opened(window, course)
    assert course.core(PIECE)["lesson_status"] == "incomplete"
    read(inside, range(1, 4))
    inside.get_by_role("button", name=DONE["nb"]).click()
    expect(inside.get_by_role("status")).to_contain_text("Noe er ulest:")
    assert course.core(PIECE)["lesson_status"] == "incomplete"
    left(page, course)
    assert course.core(PIECE)["exit"] == "suspend"
    place = course.core(PIECE)["lesson_location"]
    assert place in {"step-3", "step-4"}  # whatever came in sight below it is read too

    page, inside = opened(window, course)
    expect(inside.get_by_role("status")).to_contain_text("Sist kom du til")
    onward = inside.get_by_role("status").get_by_role("link")
    onward.click()
    read(inside, range(4, 6))
    inside.get_by_role("button", name=DONE["nb"]).click()
    expect(inside.get_by_role("status")).to_contain_text("Lykke til")
    assert course.core(PIECE)["lesson_status"] == "completed"
    assert course.core(PIECE)["lesson_location"] == "step-5"
    left(page, course)
    assert re.fullmatch(r"\d{2,4}:\d\d:\d\d(\.\d\d?)?", course.core(PIECE)["session_time"])
    assert course.core(PIECE).get("score", {}).get("raw", "") == ""

    page, inside = opened(window, course)
    expect(inside.get_by_role("status")).to_contain_text("Du har vært gjennom dette før")
    left(page, course)
    assert course.core(PIECE)["lesson_status"] == "completed"


def test_a_course_in_a_frame_of_a_frame_is_found(window: BrowserContext, course: Platform) -> None:
    course.deep = True
    page, inside = opened(window, course)
    read(inside, range(1, 6))
    inside.get_by_role("button", name=DONE["nb"]).click()
    expect(inside.get_by_role("status")).to_contain_text("Lykke til")

    assert course.core(PIECE)["lesson_status"] == "completed"
    left(page, course)


def test_a_piece_that_opens_in_a_window_of_its_own_finds_the_course(window: BrowserContext, course: Platform) -> None:
    page = window.new_page()
    page.goto(f"{course.url}/play/{PIECE}")
    with window.expect_page() as came:
        page.evaluate("document.querySelector('iframe').remove(); window.API.reset(); window.open('/content/dot-voting.html')")
    own = came.value
    expect(own.locator("[data-sco]")).to_be_visible()
    expect(own.locator("[data-sco-said]")).to_be_empty()
    assert course.core(PIECE)["lesson_status"] == "incomplete"


def test_somebody_who_looks_through_leaves_no_mark(window: BrowserContext, course: Platform) -> None:
    course.mode = "browse"
    page, inside = opened(window, course)
    read(inside, range(1, 6))
    inside.get_by_role("button", name=DONE["nb"]).click()
    expect(inside.get_by_role("status")).to_contain_text("skriver ikke ned noe")
    left(page, course)

    assert course.core(PIECE)["lesson_status"] in {"not attempted", "browsed"}


def test_a_course_that_takes_nothing_says_so(window: BrowserContext, course: Platform) -> None:
    page, inside = opened(window, course)
    read(inside, range(1, 6))
    page.evaluate("window.API.LMSSetValue = () => 'false'")
    inside.get_by_role("button", name=DONE["nb"]).click()

    expect(inside.get_by_role("status")).to_contain_text("Kurset tok ikke imot")


def test_without_a_course_the_page_says_so_and_works(window: BrowserContext, course: Platform) -> None:
    page = window.new_page()
    troubles: list[str] = []
    listen(page, troubles)
    page.goto(f"{course.url}/content/dot-voting.html")
    expect(page.get_by_role("status")).to_contain_text("ikke åpnet i et kurs")
    for number in range(5):
        page.locator("[data-step]").nth(number).locator("p").last.scroll_into_view_if_needed()
        time.sleep(0.1)
    page.get_by_role("button", name=DONE["nb"]).click()

    expect(page.get_by_role("status")).to_contain_text("Ingenting er skrevet ned")
    assert not troubles and not course.told


def test_without_a_script_the_page_is_a_page(browser: Browser, course: Platform) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{course.url}/content/dot-voting.html")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("[data-sco]")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("language", list(DONE))
def test_the_whole_kit_is_played_in_each_language(window: BrowserContext, server: Served, language: str) -> None:
    with running(Platform(fetched(server, f"/{language}/kit/2/scorm.zip"))) as course:
        assert len(course.pieces) >= 14
        first, last = next(iter(course.pieces)), list(course.pieces)[-1]
        for name in (first, last):
            page, inside = opened(window, course, name)
            expect(inside.get_by_role("button", name=DONE[language])).to_be_visible()
            left(page, course)

        assert {course.core(name)["lesson_status"] for name in (first, last)} == {"incomplete"}
        page = window.new_page()
        page.goto(f"{course.url}/content/{course.pieces[last][1]}")
        assert [*problems(page, SCREEN), *problems(page, PHONE)] == []


def hard_to_use(browser: Browser, address: str) -> list[str]:
    """Read a page with axe in a window of its own: axe looks into style sheets in ways that a page on one's own machine is refused."""
    page = browser.new_page()
    page.goto(address)
    found = [*problems(page, SCREEN), *problems(page, PHONE)]
    page.close()
    return found


def test_a_folder_works_where_there_is_no_network(browser: Browser, server: Served, tmp_path: Path) -> None:
    for name, content in fetched(server, "/nb/kit/2/offline-all.zip").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    context = browser.new_context(offline=True, viewport=SCREEN)
    page, asked, troubles = context.new_page(), [], []
    listen(page, troubles)
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: troubles.append(f"{request.url} did not come"))
    page.on("console", lambda message: troubles.append(message.text) if message.type in {"error", "warning"} else None)

    page.goto(next(tmp_path.glob("*/index.html")).as_uri())
    assert hard_to_use(browser, page.url) == []
    page.get_by_role("link", name="Bokmål").click()
    assert hard_to_use(browser, page.url) == []
    rows = page.locator("[data-words]:visible")
    expect(rows).to_have_count(14)
    page.get_by_label("Gjør lista kortere").fill("PRIKK")
    expect(page.get_by_role("link", name="Prikkavstemning")).to_be_visible()
    assert rows.count() < 14
    page.get_by_label("Gjør lista kortere").fill("finnes ikke i det hele tatt")
    expect(page.get_by_text("Ingen har det ordet")).to_be_visible()
    page.get_by_label("Gjør lista kortere").fill("")
    page.get_by_role("link", name="Prikkavstemning").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Prikkavstemning")
    assert page.evaluate("document.querySelector('main img').naturalWidth") > 0
    assert page.evaluate("document.fonts.check('16px Reading') && [...document.fonts].some(one => one.status === 'loaded')")
    assert hard_to_use(browser, page.url) == []
    page.get_by_role("link", name="Dansk").click()
    expect(page.locator("html")).to_have_attribute("lang", "da")
    context.close()

    assert not troubles, troubles
    assert asked and all(address.startswith(("file://", "data:")) for address in asked), asked


def test_a_film_is_seen_where_there_is_no_network(browser: Browser, server: Served, tmp_path: Path) -> None:
    for name, content in fetched(server, "/nb/kit/2/exploratory-conversation/offline-films.zip").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    context = browser.new_context(offline=True, viewport=SCREEN)
    page = context.new_page()
    page.goto(next(tmp_path.glob("*/index.html")).as_uri())

    assert page.evaluate(
        """async () => { const film = document.querySelector("video"); film.muted = true; film.textTracks[0].mode = "showing"; await film.play();
        await new Promise((ready) => setTimeout(ready, 500)); return film.duration > 30 && film.currentTime > 0 && film.textTracks[0].cues.length > 3; }"""
    )
    context.close()
    assert hard_to_use(browser, next(tmp_path.glob("*/index.html")).as_uri()) == []


def test_somebody_takes_a_method_along(visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = visit("/nb/kit/2/dot-voting/")
    page.get_by_role("link", name="Ta med deg").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ta med deg «Prikkavstemning»")
    axe(page)
    with page.expect_download() as came:
        page.get_by_role("link", name=re.compile("Hent til et kurs")).click()
    assert came.value.suggested_filename == "startpakke-2-dot-voting-nb-scorm.zip"
    page.get_by_role("link", name="Ta hele startpakken").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ta med deg startpakken")
    axe(page)
