"""An editor changes a sentence, sets the minute, and whoever comes with the old sheet is told what is different. And what a method weighs."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.engines.served import Served
from tests.journeys.conftest import PHONE

EDITOR = "Redaktør, Strandfjell"
METHOD, NEW, WHY = "brainwriting", "Alle skriver først, og så snakker dere om det dere fant.", "Folk spurte hva de skulle si etterpå."
NEWS = {"Bokmål": "Én setning er byttet.", "Nynorsk": "Éi setning er bytt.", "Dansk": "Én sætning er skiftet.", "English": "One sentence is new."}
CHOOSE = "Velg utkast, og si hva som er nytt"
HEAVIEST, MOST = 120_000, 12


def pass_the_minute(server: Served) -> None:
    """Let the minute that was set be now, as if the night had passed."""
    with closing(sqlite3.connect(server.data / "samskaper.sqlite3", timeout=30)) as database:
        database.execute("UPDATE startkit_edition SET launches = ? WHERE launched IS NULL", [dt.datetime.now(dt.UTC).strftime("%Y-%m-%d %H:%M:%S")])
        database.commit()


def begin(page: Page) -> None:
    """Open the edition in the making; where nobody has begun it, begin it."""
    page.goto("/nb/kit/coming/")
    button = page.get_by_role("button", name="Begynn på neste utgave")
    if button.is_visible():
        button.click()
    page.get_by_role("link", name=CHOOSE).wait_for()


def tick_only(page: Page, title: str) -> None:
    for box in page.get_by_role("checkbox").all():
        box.set_checked(False)
    page.get_by_role("checkbox", name=title).check()


def test_a_sentence_goes_from_draft_to_the_edition_that_people_have(
    as_person: Callable[..., Page], visit: Callable[..., Page], live: Served, axe: Callable[[Page], None],
) -> None:
    editor = as_person(EDITOR, "/nb/kit/status/")
    axe(editor)

    editor.get_by_role("link", name="publisert Stille idéskriving, Bokmål").click()  # she writes, and saves a draft
    editor.locator("[name=purpose]").fill(NEW)
    editor.get_by_role("button", name="Lagre kladd").click()
    expect(editor.locator(".messages")).to_contain_text("Stille idéskriving")

    begin(editor)  # she ticks it, and says in four languages what is new
    axe(editor)
    editor.get_by_role("link", name=CHOOSE).click()
    tick_only(editor, "Stille idéskriving")
    for language, words in NEWS.items():
        editor.get_by_label(f"Hva er nytt? {language}").fill(words)
    axe(editor)
    editor.get_by_role("button", name="Lagre").click()

    editor.get_by_role("link", name="Stille idéskriving", exact=True).click()  # she reads it as it will be, and says why
    expect(editor.get_by_role("main")).to_contain_text(NEW)
    editor.get_by_text("Si hvorfor").click()
    editor.locator("[name=why_purpose]").fill(WHY)
    axe(editor)
    editor.get_by_role("button", name="Lagre").click()

    editor.goto("/nb/kit/coming/")  # tomorrow at nine
    editor.locator("[name=day]").fill((dt.date.today() + dt.timedelta(days=1)).isoformat())
    editor.locator("[name=hour]").fill("09:00")
    editor.get_by_role("button", name="Sett tidspunktet").or_(editor.get_by_role("button", name="Flytt", exact=True)).click()
    expect(editor.get_by_role("heading", level=1)).to_contain_text("Utgave 3 kommer")

    guest = visit(f"/nb/{METHOD}/", phone=True)
    expect(guest.get_by_role("main")).not_to_contain_text(NEW)
    pass_the_minute(live)
    for _try in range(20):
        guest.reload()
        if NEW in guest.get_by_role("main").inner_text():
            break
        guest.wait_for_timeout(1000)
    expect(guest.get_by_role("main")).to_contain_text(NEW)
    expect(guest.get_by_role("main")).to_contain_text("utgave 3")

    guest.goto(f"/nb/kit/2/{METHOD}/")  # the code on the sheet that hangs on the wall
    expect(guest.get_by_role("heading", name="Du har arket fra utgave 2")).to_be_visible()
    expect(guest.locator("ins")).to_have_text(NEW)
    expect(guest.get_by_role("main")).to_contain_text(WHY)
    axe(guest)
    guest.get_by_role("link", name="utgave 2").click()
    axe(guest)
    guest.keyboard.press("Tab")
    expect(guest.locator(":focus")).to_be_visible()


@pytest.mark.parametrize("path", ["/nb/brainwriting/", "/en/exploratory-conversation/", "/da/dot-voting/"])
def test_a_method_weighs_little_the_first_time(path: str, live: Served, browser: Browser) -> None:
    context = browser.new_context(base_url=live.url, viewport=PHONE, locale="nb-NO")
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    addresses: dict[str, str] = {}
    weights: dict[str, int] = {}
    line.on("Network.requestWillBeSent", lambda sent: addresses.update({sent["requestId"]: sent["request"]["url"]}))
    line.on("Network.loadingFinished", lambda done: weights.update({done["requestId"]: int(done["encodedDataLength"])}))

    page.goto(path, wait_until="networkidle")
    page.wait_for_timeout(1500)
    found = {addresses[number]: weight for number, weight in weights.items() if addresses.get(number, "").startswith("http")}
    context.close()

    listed = "\n".join(f"{weight:>8} {address}" for address, weight in sorted(found.items(), key=lambda pair: -pair[1]))
    assert found and len(found) <= MOST, f"{len(found)} requests:\n{listed}"
    assert sum(found.values()) <= HEAVIEST, f"{sum(found.values())} bytes:\n{listed}"
