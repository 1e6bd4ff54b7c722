"""Somebody tried a method and says how it went on the phone; an editor changes a sentence; the letter has both, and the address is gone."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable
from contextlib import closing

from playwright.sync_api import Page, expect

from tests.engines.served import Served
from tests.journeys.test_a_new_edition import EDITOR, NEWS, begin, pass_the_minute, tick_only
from tests.journeys.test_from_a_conversation_to_an_initiative import do_the_rounds

AsPerson = Callable[..., Page]
Axe = Callable[[Page], None]
SAID, ADDRESS = "Si at ingen skal rekke opp hånda først.", "kari@tverrdal.example"
NEW = "Dere går fra mange forslag til noen få, uten at noen rekker opp hånda."


def say_how_it_went(guest: Page, axe: Axe | None) -> None:
    """From the method's page, on a phone without JavaScript: one pill, one line, and an address."""
    guest.get_by_role("link", name="Hvordan gikk det?").click()
    if axe:
        axe(guest)
    guest.get_by_role("button", name="Send").click()
    expect(guest.get_by_role("main")).to_contain_text("Trykk på én av de tre")
    guest.get_by_label("Sånn passe").check()
    guest.get_by_label("Hva ville du endret?").fill(SAID)
    guest.get_by_text("Litt til, om du vil").click()
    guest.get_by_label("I hvilket fylke?").select_option("Innlandet")
    guest.get_by_label("E-postadresse").fill(ADDRESS)
    guest.get_by_role("button", name="Send").click()
    expect(guest.locator("h1")).to_contain_text("Takk")


def promise_and_change(editor: Page, axe: Axe) -> None:
    """From the desk to the board and the finding; the draft, and the sentence that is offered because it is different."""
    editor.get_by_role("link", name="funn om metodene venter på deg").or_(editor.get_by_role("link", name="Se på dem")).first.click()
    axe(editor)
    editor.get_by_role("link", name=SAID).click()
    axe(editor)
    expect(editor.locator("main")).not_to_contain_text(ADDRESS)
    finding = editor.url
    editor.get_by_role("button", name="Lov endringen").click()
    expect(editor.locator("main")).to_contain_text("Skal endres · utgave 3")
    editor.goto("/nb/kit/status/")
    editor.get_by_role("link", name="publisert Prikkavstemning, Bokmål").click()
    editor.locator("[name=purpose]").fill(NEW)
    editor.get_by_role("button", name="Lagre kladd").click()
    expect(editor.locator(".messages")).to_contain_text("Prikkavstemning")
    editor.goto(finding)
    axe(editor)
    editor.locator("label", has_text=NEW).click()
    editor.get_by_role("button", name="Dette er endringen").click()
    expect(editor.locator("main ins").first).to_have_text(NEW)


def launch(editor: Page, live: Served) -> None:
    """The edition goes out, tomorrow at nine, which is now."""
    begin(editor)
    editor.get_by_role("link", name="Velg utkast, og si hva som er nytt").click()
    tick_only(editor, "Prikkavstemning")
    for language, words in NEWS.items():
        editor.get_by_label(f"Hva er nytt? {language}").fill(words)
    editor.get_by_role("button", name="Lagre").click()
    editor.goto("/nb/kit/coming/")
    editor.locator("[name=day]").fill((dt.date.today() + dt.timedelta(days=1)).isoformat())
    editor.locator("[name=hour]").fill("09:00")
    editor.get_by_role("button", name="Sett tidspunktet").or_(editor.get_by_role("button", name="Flytt", exact=True)).click()
    pass_the_minute(live)
    do_the_rounds(live)


def test_from_how_it_went_to_a_new_sentence(as_person: AsPerson, visit: Callable[..., Page], live: Served, axe: Axe) -> None:
    axe(visit("/nb/kit/2/dot-voting/how-it-went/"))
    guest = visit("/nb/dot-voting/", phone=True, javascript=False)
    say_how_it_went(guest, None)
    editor = as_person(EDITOR, "/nb/desk/")
    promise_and_change(editor, axe)
    launch(editor, live)

    do_the_rounds(live)
    guest.goto(f"/nb/demo/mailbox/?receiver={ADDRESS}")
    guest.locator("main").get_by_role("link", name="Hva det du sa, ble til").first.click()
    expect(guest.locator("main")).to_contain_text(SAID)
    expect(guest.locator("main")).to_contain_text(f"Nå står det: «{NEW}»")
    expect(guest.locator("main")).to_contain_text("Det sto: «Dere går fra mange forslag til noen få")
    with closing(sqlite3.connect(live.data / "samskaper.sqlite3", timeout=20)) as data:
        assert data.execute("select count(*) from startkit_askagain where email = ?", [ADDRESS]).fetchone() == (0,)

    guest.goto("/nb/kit/3/dot-voting/how-it-went/thank-you/")
    expect(guest.locator("main ins").first).to_have_text(NEW)
    axe(visit(guest.url))


def test_in_a_workshop_enter_is_next(as_person: AsPerson, axe: Axe) -> None:
    adviser = as_person("Rådgiver, Strandfjell", "/nb/kit/revision/groups/", phone=True)
    adviser.get_by_role("link", name="Innlandet, utgave 3").click()
    axe(adviser)
    adviser.get_by_role("link", name="Skriv ned").first.click()
    adviser.get_by_label("Hvilken metode?").select_option("Kafédialog")
    adviser.get_by_label("Hvem la merke til det?").select_option("Bibliotekar, Myra")
    adviser.get_by_label("Hva la dere merke til?").fill("Kaffen var kald.")
    adviser.keyboard.press("Enter")
    expect(adviser.get_by_role("heading", name="Kaffen var kald.")).to_be_visible()
    expect(adviser.get_by_label("Hvilken metode?")).to_have_value("world-cafe")
    adviser.get_by_label("Hva la dere merke til?").fill("Duken var fin å tegne på.")
    adviser.keyboard.press("Enter")
    expect(adviser.locator("main")).to_contain_text("6 ting lagt merke til så langt")
    axe(adviser)
