"""What a phone fetches to work without network."""

from __future__ import annotations

import json

import pytest

from tests.cast import Somebody


def test_the_script_answers_for_every_page_and_is_asked_for_anew(guest: Somebody) -> None:
    answer = guest.client.get("/phone.js")

    assert answer.status_code == 200 and answer["Content-Type"].startswith("text/javascript")
    assert answer["Cache-Control"] == "no-cache" and "worker-src 'self'" in answer["Content-Security-Policy"]
    assert b"~kept" in answer.content


@pytest.mark.parametrize(("language", "name"), [("nb", "Samskaper"), ("da", "Samskaber")])
def test_the_icon_at_home_has_the_name_of_the_language(guest: Somebody, language: str, name: str) -> None:
    about = json.loads(guest.client.get("/phone.webmanifest", headers={"Accept-Language": language}).content)

    assert (about["name"], about["lang"], about["start_url"]) == (name, language, "/")


def test_pages_are_named_for_whoever_asks(staff_a: Somebody, guest: Somebody) -> None:
    found = staff_a.client.get("/nn/phone/").json()

    assert found["person"] == staff_a.person.pk  # type: ignore[union-attr]
    assert [(page["address"], page["home"]) for page in found["pages"]] == [("/nn/conversations/now/", True)]
    assert guest.client.get("/nn/phone/").status_code == 302


def test_another_persons_pages_are_not_handed_out(staff_a: Somebody) -> None:
    assert staff_a.client.get("/nb/phone/", headers={"Samskaper-For": "999999"}).json() == {"person": None, "pages": []}


def test_only_those_who_hold_conversations_get_it(staff_a: Somebody, guest: Somebody) -> None:
    mine, theirs = (somebody.client.get("/nb/").content.decode() for somebody in (staff_a, guest))

    assert 'data-phone="/nb/phone/"' in mine and "phone.webmanifest" in mine and "data-phone-told" in mine
    assert "data-phone" not in theirs and "phone.webmanifest" not in theirs


def test_a_shared_machine_keeps_nothing(staff_a: Somebody) -> None:
    session = staff_a.client.session
    session["shared_machine"] = True
    session.save()
    page = staff_a.client.get("/nb/conversations/now/").content.decode()

    assert "data-shared-machine" in page and "data-phone=" not in page and "data-phone-told" not in page
