"""An employee and an association try something together; half a year later it has ended, and that is a result."""

from __future__ import annotations

import datetime as dt
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing

from playwright.sync_api import Page, expect

from samskaper.config.setup.checkout import here
from samskaper.config.setup.data import DataFolder
from tests.engines.served import Served, quiet
from tests.journeys.test_from_a_conversation_to_a_statement import MAIL, WHO, read_back_and_send, write_it_down
from tests.journeys.test_from_first_date_to_a_seat import letter_to

AsPerson = Callable[..., Page]
Axe = Callable[[Page], None]
TITLE, STEP, LESSON = "Ryddekveld på stiene", "Låne fem rydderiver", "Folk kom én gang. Neste gang spør vi dem med egne stier først."


def do_the_rounds(live: Served) -> None:
    """Let the worker do every round once, as it does through the day."""
    env = DataFolder(here(), live.data, quiet()).environment()
    subprocess.run([here().samskaper, "worker", "--once"], check=True, env=env | {"SAMSKAPER_URL": live.url})


def half_a_year_passes(live: Served) -> None:
    """It all happened half a year earlier than it did."""
    with closing(sqlite3.connect(live.data / "samskaper.sqlite3", timeout=20)) as data:
        for table, column in (("cocreation_stillgoing", "due_on"), ("cocreation_initiative", "began_on")):
            data.execute(f"update {table} set {column} = date({column}, '-6 months') where {'initiative_id' if 'still' in table else 'id'} in "
                         "(select id from cocreation_initiative where title = ?)", [TITLE])
        data.commit()


def propose(employee: Page, axe: Axe) -> str:
    """Make an initiative of the conversation, and ask the association to own it too."""
    employee.get_by_role("link", name="Lag et tiltak av det").click()
    axe(employee)
    employee.get_by_label("Hva vil dere gjøre?").fill(TITLE)
    employee.get_by_role("group", name="Hvem av dem skal eie det sammen med dere?").get_by_label(WHO).check()
    employee.get_by_role("button", name="Foreslå det").click()
    expect(employee.locator("h1")).to_have_text(TITLE)
    expect(employee.get_by_text("Én side så langt: bare biblioteket eier det.")).to_be_visible()
    axe(employee)
    return employee.url


def say_yes(theirs: Page) -> None:
    """The association finds the question on its page and answers with one press."""
    theirs.reload()
    theirs.get_by_role("link", name="Tiltak (1)").click()
    theirs.get_by_role("link", name=TITLE).click()
    expect(theirs.get_by_text("Vil dere eie det sammen med dem?")).to_be_visible()
    theirs.get_by_label("Hva bidrar dere med?").fill("Tolv par hender")
    theirs.get_by_role("button", name="Ja, vi er med").click()
    expect(theirs.get_by_text("Et bibliotek og andre eier det sammen.")).to_be_visible()


def agree_on_a_step(employee: Page, axe: Axe) -> None:
    """The next step is today."""
    employee.reload()
    expect(employee.get_by_text("Tolv par hender")).to_be_visible()
    employee.get_by_role("link", name="Bli enige om neste steg").click()
    employee.get_by_label("Hva er neste steg?").fill(STEP)
    employee.get_by_label("Når?").fill(dt.date.today().isoformat())
    axe(employee)
    employee.get_by_role("button", name="Lagre").click()
    expect(employee.get_by_role("heading", name=STEP)).to_be_visible()


def answer_that_it_ended(theirs: Page) -> None:
    """One press, and what they learned."""
    theirs.reload()
    expect(theirs.get_by_role("heading", name="Et halvt år etter: går det fortsatt?")).to_be_visible()
    theirs.get_by_label("Noen ord om det").fill(LESSON)
    theirs.get_by_role("button", name="Nei, det er slutt").click()
    expect(theirs.get_by_text("At det tok slutt, og hva dere lærte, er også et resultat.").first).to_be_visible()


def test_from_a_conversation_to_an_initiative(live: Served, as_person: AsPerson, visit: Callable[..., Page], axe: Axe) -> None:
    employee = as_person("Bibliotekar, Tverrdal", "/nb/conversations/new/")
    write_it_down(employee, axe)
    read_back_and_send(employee, axe)
    reader = visit("/nb/")
    theirs = visit(letter_to(reader, MAIL, "Det vi snakket om", "/said/"), phone=True, javascript=False)

    page = propose(employee, axe)
    say_yes(theirs)
    agree_on_a_step(employee, axe)
    do_the_rounds(live)
    letter_to(reader, MAIL, "I dag: neste steg", "/initiatives/")

    half_a_year_passes(live)
    do_the_rounds(live)
    employee.goto("/nb/desk/")
    expect(employee.get_by_text("Går det fortsatt? Ett trykk, og «nei» er også et resultat.")).to_be_visible()
    answer_that_it_ended(theirs)

    employee.goto(page)
    expect(employee.get_by_role("heading", name="Det tok slutt, og dette lærte vi")).to_be_visible()
    expect(employee.get_by_text(LESSON).first).to_be_visible()
    axe(employee)
    employee.goto("/nb/initiatives/?where=mine&state=ended")
    expect(employee.get_by_role("link", name=TITLE)).to_be_visible()
    axe(employee)
