"""The page of the starter kit."""

from __future__ import annotations

import pytest
from django.conf import settings

from samskaper.editorial.models import MethodPage
from samskaper.editorial.queries import methods
from tests.cast import Somebody

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_every_method_is_there_in_each_language(guest: Somebody, language: str) -> None:
    page = guest.client.get(f"/{language}/kit/").content.decode()

    assert all(f'href="{one.url}"' in page for one in methods(language)) and methods(language)


def test_a_short_list_by_address_needs_no_account_and_no_javascript(guest: Somebody) -> None:
    page = guest.client.get("/nb/kit/", {"minutes": "60", "people": "3"}).content.decode()

    assert "av de 60 minuttene dere har" in page


@pytest.mark.parametrize("query", ["minutes=abc", "minutes=-5&people=99999999999", "phase=<script>", "online=x&phase=", "minutes=30&minutes=60"])
def test_what_nobody_can_choose_is_left_out(guest: Somebody, query: str) -> None:
    assert guest.client.get(f"/nb/kit/?{query}").status_code == 200


def test_a_draft_is_not_offered(guest: Somebody) -> None:
    page = MethodPage.objects.filter(locale__language_code="nb").first()
    assert page is not None
    page.unpublish()

    assert page.title not in guest.client.get("/nb/kit/").content.decode()
