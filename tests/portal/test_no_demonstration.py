"""Where no demonstration was loaded its addresses lead nowhere: at once, in every language, signed in or not."""

from __future__ import annotations

import pytest
from django.test import Client

from samskaper.commons.people.commands import make_setup_code
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import Installation
from samskaper.foundation import clock
from tests.cast import FormClient, Somebody

PLACES = ["demo", "demo/", "demo/mailbox", "demo/mailbox/", "demo/mailbox/1/", "demo/mailbox/1/1/", "demo/try/1/"]
LANGUAGES = ["", "nb/", "nn/", "da/", "en/"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_address_is_missing_at_once(db: None, language: str, place: str) -> None:
    assert Client().get(f"/{language}{place}").status_code == 404


def test_the_page_speaks_the_language_of_the_address(db: None) -> None:
    assert 'lang="da"' in Client().get("/da/demo/").content.decode()
    assert 'lang="nn"' in Client().get("/nn/demo/mailbox/").content.decode()
    assert 'lang="en"' in Client().get("/demo/", headers={"accept-language": "en"}).content.decode()


def test_nobody_signs_in_as_one_of_the_cast(staff_a: Somebody) -> None:
    answer = FormClient().post(f"/nb/demo/try/{staff_a.person.pk}/")

    assert answer.status_code == 404
    assert "sessionid" not in answer.cookies


def test_those_who_are_signed_in_find_nothing_either(adviser_a: Somebody) -> None:
    assert adviser_a.client.get("/nb/demo/").status_code == 404
    assert adviser_a.client.get("/nb/demo/mailbox/").status_code == 404


def test_an_installation_that_waits_for_its_set_up_has_none(db: None) -> None:
    make_setup_code(by=SYSTEM)

    assert Client().get("/demo").status_code == 404
    assert Client().get("/nb/demo/mailbox/").status_code == 404


def test_a_loaded_demonstration_is_there(db: None) -> None:
    Installation.objects.create(pk=1, demo_loaded=clock.now())

    assert Client().get("/nb/demo/").status_code == 200
    assert Client().get("/nb/demo/mailbox/").status_code == 200
    assert Client().get("/demo").status_code == 302


def test_an_edited_page_of_a_like_name_is_not_touched(db: None) -> None:
    assert Client().get("/nb/democracy/").status_code == 404  # Wagtail's answer, not ours: no such page
    assert Client().get("/nb/help/").status_code == 200
