"""A form that was sent with its key in the header and nothing in it says what is missing, on every page of people."""

from __future__ import annotations

from typing import Any

import pytest

from samskaper.commons.people.models import Organisation, Person
from tests.cast import Somebody

PAGES = ["/en/me/", "/en/organisations/add/", "/en/organisations/{town}/change/", "/en/organisations/{town}/invite/", "/en/arrive/new/"]


def send_empty(somebody: Somebody, address: str) -> Any:
    return somebody.client.generic("POST", address, headers={"Idempotency-Key": "k" * 20})


@pytest.mark.parametrize("address", PAGES)
def test_an_empty_form_is_answered_as_a_form(address: str, adviser_a: Somebody, town_a: Organisation) -> None:
    before = (Person.objects.count(), Organisation.objects.count())

    answer = send_empty(adviser_a, address.format(town=town_a.pk))

    assert answer.status_code == 422
    assert (Person.objects.count(), Organisation.objects.count()) == before


@pytest.mark.parametrize("address", PAGES)
def test_the_corrected_form_can_be_sent_with_the_same_key(address: str, adviser_a: Somebody, town_a: Organisation) -> None:
    first = send_empty(adviser_a, address.format(town=town_a.pk))
    again = send_empty(adviser_a, address.format(town=town_a.pk))

    assert (first.status_code, again.status_code) == (422, 422)
    assert "Samskaper-Once" not in again
