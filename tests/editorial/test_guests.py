"""What editors publish is what the next guest reads, although pages are kept."""

from __future__ import annotations

import pytest
from django.test import Client
from wagtail.models import Locale

from samskaper.editorial.models import HomePage, PlainPage


def _read(client: Client, address: str) -> str:
    answer = client.get(address)
    return answer.content.decode() if answer.status_code == 200 else str(answer.status_code)


@pytest.mark.django_db(transaction=True)
def test_a_page_is_there_when_published_changed_when_changed_and_gone_when_withdrawn() -> None:
    client = Client()
    home = HomePage.objects.get(locale=Locale.objects.get(language_code="nb"))
    address = "/nb/ny-side/"
    seen = [_read(client, address)]
    page = home.add_child(instance=PlainPage(title="Første utgave", slug="ny-side", body="<p>Tekst</p>"))
    seen += [_read(client, address), _read(client, address)]
    page.title = "Andre utgave"
    page.save_revision().publish()
    seen += [_read(client, address)]
    page.unpublish()

    assert seen[0] == "404"
    assert "Første utgave" in seen[1] and seen[1] == seen[2]
    assert "Andre utgave" in seen[3]
    assert _read(client, address) == "404"
