"""A library asks an association to an evening; it says when it can come by its link, comes, and says what it gained."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable
from contextlib import closing

from playwright.sync_api import Page, expect

from tests.engines.served import Served
from tests.journeys.test_from_a_conversation_to_a_statement import MAIL, WHO, read_back_and_send, write_it_down
from tests.journeys.test_from_a_conversation_to_an_initiative import do_the_rounds
from tests.journeys.test_from_first_date_to_a_seat import letter_to

AsPerson = Callable[..., Page]
Axe = Callable[[Page], None]
TITLE, NEEDS, LENDS = "Suppekveld for foreningene", "Rampe ved døra", "Tolv stoler"


def the_evening_has_been(live: Served) -> None:
    """It was two days ago, while everybody thought that it lay ahead."""
    with closing(sqlite3.connect(live.data / "samskaper.sqlite3", timeout=20)) as data:
        data.execute(
            "update cocreation_meeting set starts = datetime(starts, '-9 days'), ends = datetime(ends, '-9 days') where title = ?", [TITLE]
        )
        data.commit()


def plan(employee: Page, axe: Axe) -> None:
    """Two days to choose between, and the association from the list of those met."""
    employee.goto("/nb/meetings/")
    axe(employee)
    employee.get_by_role("link", name="Planlegg en samling").click()
    axe(employee)
    employee.get_by_label("Hva skal samlingen hete?").fill(TITLE)
    for number, ahead in ((1, 7), (2, 8)):
        employee.get_by_label(f"Dag {number}").fill((dt.date.today() + dt.timedelta(days=ahead)).isoformat())
    employee.get_by_role("button", name="Gå videre til lista").click()
    employee.get_by_label(WHO).check()
    axe(employee)
    employee.get_by_role("button", name="Sett de avkryssede på lista").click()
    expect(employee.get_by_text("1 er ny på lista.")).to_be_visible()
    employee.get_by_role("button", name="Send én invitasjon").click()
    expect(employee.get_by_text("1 invitasjon er på vei.")).to_be_visible()
    axe(employee)


def say_when(theirs: Page) -> None:
    """The association answers on an old phone: both days, two people, and a ramp."""
    expect(theirs.locator("h1")).to_have_text("Hvilke dager passer for dere?")
    expect(theirs.get_by_label("Hvor mange er dere?")).to_have_value("2")
    for place in (0, 1):
        theirs.get_by_label("Vi kan", exact=True).nth(place).check()
    theirs.get_by_label("Er det noe vi bør tenke på?").fill(NEEDS)
    theirs.get_by_label("Kan dere låne bort et rom eller noe annet?").fill(LENDS)
    theirs.get_by_role("button", name="Send svaret").click()
    expect(theirs.get_by_text("Dere kan endre det her til dagen er bestemt.")).to_be_visible()


def test_from_an_invitation_to_what_it_gave(live: Served, as_person: AsPerson, visit: Callable[..., Page], axe: Axe) -> None:
    employee = as_person("Bibliotekar, Tverrdal", "/nb/conversations/new/")
    write_it_down(employee, axe)
    read_back_and_send(employee, axe)
    plan(employee, axe)
    here = employee.url

    do_the_rounds(live)
    reader = visit("/nb/")
    address = letter_to(reader, MAIL, "Når kan dere komme?", "/said/")
    axe(visit(address))
    theirs = visit(address, phone=True, javascript=False)
    employee.goto(here)
    expect(employee.get_by_text("0 av 1 har svart.")).to_be_visible()
    say_when(theirs)

    employee.reload()
    expect(employee.locator("h1")).to_contain_text("Én kan komme")
    axe(employee)
    employee.get_by_role("button", name="Velg denne dagen").first.click()
    expect(employee.get_by_text("Alle som er spurt, får vite det.")).to_be_visible()
    expect(employee.get_by_text(NEEDS)).to_be_visible()
    axe(employee)
    employee.goto(here + "evening/")
    expect(employee.locator("main")).not_to_contain_text(NEEDS)
    axe(employee)

    do_the_rounds(live)
    theirs.goto(letter_to(reader, MAIL, "Dagen er bestemt", "/said/"))
    expect(theirs.get_by_text("Dere har sagt at dere kommer.")).to_be_visible()
    axe(visit(letter_to(reader, MAIL, "Dagen er bestemt", "/said/")))

    the_evening_has_been(live)
    door = as_person("Bibliotekar, Tverrdal", "/nb/desk/", phone=True)
    door.get_by_role("link", name="Kryss av hvem som kom").first.click()
    axe(door)
    door.get_by_label(WHO).check()
    door.get_by_role("button", name="Disse er her").click()
    expect(door.get_by_text("1 kom. Det er lagret.")).to_be_visible()

    do_the_rounds(live)
    theirs.reload()
    expect(theirs.locator("h1")).to_have_text("Takk for at dere kom")
    theirs.get_by_role("link", name="Svar", exact=True).click()
    axe(visit(theirs.url))
    theirs.get_by_label("5").first.check()
    theirs.get_by_label("Hva fikk du ut av det, med egne ord?").fill("Et navn å ringe til.")
    theirs.get_by_role("button", name="Send svarene").click()
    expect(theirs.get_by_text("Ingen kan se hvilket svar som er deres.")).to_be_visible()
    expect(theirs.get_by_text("Dere har sagt hva det ga dere. Takk.")).to_be_visible()
    employee.goto(here + "gained/")
    expect(employee.get_by_text("Spørsmålene er åpne.")).to_be_visible()
    axe(employee)
    assert "Et navn å ringe til." not in employee.content()
