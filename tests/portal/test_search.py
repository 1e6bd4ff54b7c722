"""The page that searches: what it says, marks, offers and never keeps."""

from __future__ import annotations

import logging

import pytest
from django.utils.html import escape

from samskaper.ui.guests import shelf
from tests.cast import Somebody

pytestmark = pytest.mark.django_db


def page(who: Somebody, line: str, language: str = "nb", **more: str) -> str:
    answer = who.client.get(f"/{language}/search/", {"q": line, **more})
    assert answer.status_code == 200
    return answer.content.decode()


def test_hits_are_marked_and_lead_to_their_page(guest: Somebody) -> None:
    shown = page(guest, "prikkavstemning")

    assert "<mark>Prikkavstemning</mark>" in shown
    assert "dot-voting/" in shown
    assert "treff på «prikkavstemning»" in shown


def test_a_text_in_another_language_says_so(guest: Somebody) -> None:
    shown = page(guest, "brainwriting")

    assert 'lang="en" hreflang="en"' in shown and "English" in shown


@pytest.mark.parametrize(
    ("language", "asks"),
    [("nb", "Hva leter du etter?"), ("nn", "Kva leitar du etter?"), ("da", "Hvad leder du efter?"), ("en", "What are you looking for?")],
)
def test_without_a_question_the_page_asks_for_one(guest: Somebody, language: str, asks: str) -> None:
    assert asks in page(guest, "", language)
    assert asks in page(guest, " \x00", language)


def test_where_nothing_is_found_it_shows_other_ways(guest: Somebody) -> None:
    shown = page(guest, "xyzzyx")

    assert "Her er det ikke noe om «xyzzyx» ennå" in shown
    assert "?phase=understand" in shown and "/nb/contact/" in shown


def test_a_slip_is_said(guest: Somebody) -> None:
    assert "Vi fant ikke «prikkavstmening». Mente du «prikkavstemning»?" in page(guest, "prikkavstmening")


def test_what_is_typed_is_shown_as_text(guest: Somebody) -> None:
    line = '"><script>alert(1)</script>'

    shown = page(guest, line)

    assert line not in shown
    assert escape(line) in shown


def test_kinds_are_offered_as_links(guest: Somebody) -> None:
    shown = page(guest, "samtale")

    assert "kind=editorial.methodpage" in shown
    assert 'aria-current="page"' in page(guest, "samtale", kind="editorial.methodpage")


@pytest.mark.parametrize("number", ["0", "-1", "2", "999999999999", "x", "٣", "1e9"])
def test_any_number_of_a_page_is_answered(guest: Somebody, number: str) -> None:
    assert "samtale" in page(guest, "samtale", page=number)


def test_what_was_searched_for_is_kept_nowhere(guest: Somebody, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = guest.client.get("/nb/search/", {"q": "fjellvettkremmer"})

    assert answer["Cache-Control"] == "private, no-store"
    assert "fjellvettkremmer" not in caplog.text
    assert not any("fjellvettkremmer" in str(key) for key in shelf._kept)


def test_every_page_has_the_field_and_asks_the_database_nothing_for_it(guest: Somebody) -> None:
    shown = guest.client.get("/nb/programmes/").content.decode()

    assert 'role="search" aria-label="Søk på hele nettstedet" action="/nb/search/"' in shown


def test_the_page_itself_has_one_field(guest: Somebody) -> None:
    assert page(guest, "samtale").count('role="search"') == 1
