"""Signs that no browser of ours sends, before they reach anything that could break on them."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("address", ["/q/%00/", "/k/%00/", "/%00"])
def test_address_with_a_nul_leads_nowhere(client: Client, address: str, method: str) -> None:
    answer = getattr(client, method)(address)

    assert answer.status_code in ({404} if method == "get" else {400, 404})


def test_cookie_with_a_nul_is_as_if_it_had_not_come(client: Client) -> None:
    answer = client.get("/", headers={"Cookie": 'sessionid="aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\\000"; samskaper_language="nb\\000"'})

    assert answer.status_code == 302  # the language's front page


def test_address_of_a_button_says_that_nothing_happened(client: Client) -> None:
    answer = client.get("/nb/calendar/link/")

    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "hører til en knapp" in answer.content.decode()
